"""A report's file → its text in sections, passages, notes and score box."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from pathlib import Path

from netfreedom.report.citations import mark_citations
from netfreedom.report.furniture import FURNITURE, furniture_marked, is_banner
from netfreedom.report.layout import Block, blocks_of, classify, one_paragraph_a_line
from netfreedom.report.marks import bracketed_marks_raised, lone_marks_raised
from netfreedom.report.model import Note, ReportText
from netfreedom.report.notes import make_note
from netfreedom.report.passages import sections_of
from netfreedom.report.pdf import pdf_text
from netfreedom.report.question_pages import read_questions
from netfreedom.report.score_box import box_rows, find_box, parse_box
from netfreedom.report.text import LineJoiner

_COVERAGE = re.compile(r"Key Developments\W+(.*\d{4}.*)", re.IGNORECASE)
_BARE_TITLE = re.compile(r"\W*Key Developments\s*[:,]?\s*", re.IGNORECASE)
_PERIOD = re.compile(r"(?:Coverage Period:?\s*)?([A-Z][a-z]+(?: \d{1,2},)?(?: \d{4})?\s*(?:[-–—]|to)\s*[A-Z][a-z]+(?: \d{1,2},)? \d{4})", re.IGNORECASE)
_LONGEST_TITLE = 80  # letters


def read(path: str | Path) -> ReportText:
    """The report in a file of extracted text, or in a PDF.

    Raises FileNotFoundError when there is no such file, and ValueError when the file holds no text or is no whole PDF.
    """
    path = Path(path)
    content = path.read_bytes()
    text, encoding = (pdf_text(path), "") if content.startswith(b"%PDF") else decoded(content)
    if not text.strip():
        raise ValueError(f"{path}: no text in this file; a scanned report must be run through text recognition first")
    report = read_text(text)
    report.sha256, report.source, report.encoding = hashlib.sha256(content).hexdigest(), path.name, encoding
    return report


def decoded(content: bytes) -> tuple[str, str]:
    """A file's text without its null characters, and "" or how a file that is not wholly in UTF-8 was read.

    Where letters beyond ASCII are mostly right in UTF-8, single damaged bytes become "\ufffd"; else the text is taken for Windows-1252.
    """
    try:
        return content.decode("utf-8-sig").replace("\0", ""), ""
    except UnicodeDecodeError:
        text = content.decode("utf-8-sig", errors="replace").replace("\0", "")
    damaged = text.count("\ufffd")
    if sum(letter > "\x7f" for letter in text) - damaged >= damaged:
        return text, "UTF-8 with damaged letters"
    return content.decode("cp1252", errors="replace").replace("\0", ""), "Windows-1252"


def read_text(text: str) -> ReportText:
    """The report in a text extracted from it."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\f").split("\n")
    lines, skipped = _without_head_comments(_with_page_marks(lines))
    lines = one_paragraph_a_line(lone_marks_raised(bracketed_marks_raised(furniture_marked(_with_whole_title(lines)))))
    joiner = LineJoiner("\n".join(lines))
    coverage = _coverage(lines)
    pages = read_questions(lines, _edition(lines, coverage))
    lines = pages.lines if pages else lines
    blocks, rows = (blocks_of(lines, skipped + 1), []) if pages else _blocks_and_box(lines, skipped)
    classify(blocks)
    sections = sections_of(blocks, joiner)
    notes = _notes(blocks, joiner)
    body = [passage for section in sections for passage in section.passages if passage.kind != "box"]
    mark_citations(body, set(notes))
    box = pages.box if pages else parse_box(rows, _edition(lines, coverage))
    return ReportText(sections, notes, box, coverage, questions=pages.questions if pages else [])


def _with_page_marks(lines: list[str]) -> list[str]:
    """Lines with a form feed before each page.

    Some extractors print no form feed but begin a page's first line with one blank; that is believed only where
    indented lines are rare.
    """
    indented = [number for number, line in enumerate(lines) if re.match(r" \S", line)]
    if any("\f" in line for line in lines) or len(indented) > len(lines) / 20:
        return lines
    marked = list(lines)
    for number in indented:
        marked[number] = "\f" + lines[number]
    return marked


def _with_whole_title(lines: list[str]) -> list[str]:
    """Lines with the period behind the title "Key Developments" where a web page prints it below."""
    for number, line in enumerate(lines):
        below = next((other for other in range(number + 1, len(lines)) if lines[other].strip()), None)
        if _BARE_TITLE.fullmatch(line) and below is not None and (period := _PERIOD.fullmatch(lines[below].strip())):
            return [*lines[:number], f"{line.strip().rstrip(':,')}: {period[1]}", *[""] * (below - number), *lines[below + 1 :]]
    return lines


def _without_head_comments(lines: list[str]) -> tuple[list[str], int]:
    """Lines without the remarks ("# …") that a stored excerpt carries above the report's own text."""
    skipped = 0
    while skipped < len(lines) and (lines[skipped].startswith("# ") or not lines[skipped].strip()):
        skipped += 1
    return lines[skipped:], skipped


def _blocks_and_box(lines: list[str], skipped: int) -> tuple[list[Block], list[str]]:
    found = find_box(lines)
    if not found:
        return blocks_of(lines, skipped + 1), []
    start, end = found
    rows = box_rows([line.replace("\f", "") for line in lines[start:end]])
    box = Block(rows, skipped + start + 1, kind="box")
    return [*blocks_of(lines[:start], skipped + 1), box, *blocks_of(lines[end:], skipped + end + 1)], rows


def _notes(blocks: list[Block], joiner: LineJoiner) -> dict[int, Note]:
    return {
        number: make_note(number, lines, joiner, block.line)
        for block in blocks
        for number, lines in block.notes
    }


def _coverage(lines: list[str]) -> str:
    """The period printed behind "Key Developments": "June 2015 – May 2016"."""
    for line in lines:
        if match := _COVERAGE.match(line.strip()):
            return re.sub(r"\s+", " ", match.group(1)).strip()
    return ""


def _edition(lines: list[str], coverage: str) -> int | None:
    """The edition's year: as printed in a title or running head, else the year in which its period ends, else that of a short line."""

    def named(chosen: list[str]) -> list[str]:
        return [year for year, _ in Counter(re.findall(r"Freedom\s+on\s+the\s+Net,?\s+(20\d\d)\b", "\n".join(chosen), re.IGNORECASE)).most_common(1)]

    banners = [line for line in lines if is_banner(line.replace(FURNITURE, "").strip("\f "))]
    years = named(banners) or re.findall(r"20\d\d", coverage)[-1:] or named([line for line in lines if len(line) < _LONGEST_TITLE])
    return int(years[0]) if years else None
