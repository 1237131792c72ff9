"""Page furniture inside extracted text: running heads and feet, with which an extractor may run the body's lines together."""

from __future__ import annotations

import re
from collections import Counter

FURNITURE = "\x1c"  # a line that begins with this belongs to the page and not to the report
_NAME = r"freedom on the net(?:\s+20\d\d)?|freedom house|(?:https?://)?(?:www\.)?freedom(?:house|onthenet)\.org/?"
_BANNER = re.compile(rf"(?:\d{{1,3}}\s+)?(?:{_NAME})(?:\W+(?:{_NAME}))*(?:\s+\d{{1,3}})?", re.IGNORECASE)
_TITLE = re.compile(r"(?:[A-ZÀ-Þ][\w’' .()-]{2,40}\s*[:,|–-]\s*)?Freedom on the Net 20\d\d(?:\s*[:,|–-]\s*[A-ZÀ-Þ][\w’' .()-]{2,40})?(?: Country Report)?(?:\s*\|.*)?")
# What a library of documents prints above its copy of a report.
_CATALOGUE = re.compile(r"(?:Publisher\W+Freedom House|Publication Date\W.{0,30}\d{4}|Cite as\W+Freedom House\b.*|Disclaimer\W*This is not a UNHCR publication.*|Freedom House \(Author\)|Document #\d+)\W*", re.IGNORECASE)
_PAGE_NUMBER = re.compile(r"(?:page\s+)?\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?", re.IGNORECASE)
_LONGEST = 60  # letters of a running head
_FEWEST = 3  # pages on which it stands


def is_banner(line: str) -> bool:
    """Whether a line is the series' or the publisher's name, with a year, a country or a page's number."""
    return bool(_BANNER.fullmatch(line.strip()) or _TITLE.fullmatch(line.strip()))


def furniture_marked(lines: list[str]) -> list[str]:
    """Lines with page furniture marked: banners, and what comes back beside them or at the pages' ends."""
    printed = [number for number, line in enumerate(lines) if line.strip(" \f\t\v")]
    banners = {number for number in printed if is_banner(lines[number].strip("\f"))}
    edges = _beside_page_ends(lines, printed) | banners
    for _ in range(2):  # a page's number may stand beyond the country's name
        edges |= _repeated_beside(lines, printed, edges)
    banners |= {number for number in printed if _CATALOGUE.fullmatch(lines[number].strip())}
    marked = banners | (edges & _recurring(lines, edges, banners))
    return [_mark(line) if number in marked else line for number, line in enumerate(lines)]


def _mark(line: str) -> str:
    return ("\f" if "\f" in line else "") + FURNITURE + line.replace("\f", "")


def _key(line: str) -> str:
    return re.sub(r"[\d\s]+", " ", line.replace("\f", "")).strip()


def _short(line: str) -> bool:
    text = line.strip(" \f\t\v")
    return 0 < len(text) <= _LONGEST and not re.search(r"[.!?;,:-]$", text) and not re.search(r"(?:^|\s)(?:https?://|www\.)", text)


def _beside_page_ends(lines: list[str], printed: list[int]) -> set[int]:
    """The first and the last printed line of each page."""
    found = set()
    for before, number in zip(printed, printed[1:], strict=False):
        if any("\f" in line for line in lines[before + 1 : number + 1]):
            found |= {before, number}
    return {number for number in found if _short(lines[number])}


def _repeated_beside(lines: list[str], printed: list[int], edges: set[int]) -> set[int]:
    """Short lines next to an edge of a page."""
    places = {number: place for place, number in enumerate(printed)}
    found = set()
    for number in edges:
        place = places[number]
        found |= {printed[other] for other in (place - 1, place + 1) if 0 <= other < len(printed) and _short(lines[printed[other]])}
    return found


def _recurring(lines: list[str], edges: set[int], banners: set[int]) -> set[int]:
    """Of the lines at pages' edges those that are a page's number or that stand there on several pages."""
    texts = Counter(_key(lines[number]) for number in edges - banners)
    names = {key for key, count in texts.items() if key and count >= _FEWEST}
    numbers = [number for number in edges if _PAGE_NUMBER.fullmatch(lines[number].strip(" \f"))]
    recurring = {number for number in edges if _key(lines[number]) in names}
    return recurring | (set(numbers) if len(numbers) >= _FEWEST else set())
