"""A report's file → its text in sections, passages, notes and score box."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from netfreedom.report.citations import mark_citations
from netfreedom.report.layout import Block, blocks_of, classify
from netfreedom.report.model import Note, ReportText
from netfreedom.report.notes import make_note
from netfreedom.report.passages import sections_of
from netfreedom.report.score_box import box_rows, find_box, parse_box
from netfreedom.report.text import LineJoiner

_COVERAGE = re.compile(r"Key Developments\W+(.*\d{4}.*)", re.IGNORECASE)


def read(path: str | Path) -> ReportText:
    """The report in a file of extracted text, or in a PDF.

    Raises FileNotFoundError when there is no such file, and ValueError when the file holds no text.
    """
    path = Path(path)
    content = path.read_bytes()
    text = pdf_text(path) if content.startswith(b"%PDF") else content.decode("utf-8-sig", errors="replace")
    if not text.strip():
        raise ValueError(f"{path}: no text in this file; a scanned report must be run through text recognition first")
    report = read_text(text)
    report.sha256, report.source = hashlib.sha256(content).hexdigest(), path.name
    return report


_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"})


def pdf_text(path: Path) -> str:
    """Text of a PDF, page by page, pages divided by form feeds.

    The layout mode keeps the blank lines between paragraphs, which tell paragraphs and notes apart.
    """
    from pypdf import PdfReader

    pages = [page.extract_text(extraction_mode="layout") for page in PdfReader(path).pages]
    return "\f".join("\n".join(line.strip() for line in page.splitlines()) for page in pages).translate(_LIGATURES)


def read_text(text: str) -> ReportText:
    """The report in a text extracted from it."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\f").split("\n")
    lines, skipped = _without_head_comments(_with_page_marks(lines))
    joiner = LineJoiner("\n".join(lines))
    coverage = _coverage(lines)
    blocks, rows = _blocks_and_box(lines, skipped)
    classify(blocks)
    sections = sections_of(blocks, joiner)
    notes = _notes(blocks, joiner)
    body = [passage for section in sections for passage in section.passages if passage.kind != "box"]
    mark_citations(body, set(notes))
    return ReportText(sections, notes, parse_box(rows, _edition(text, coverage)), coverage)


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


def _edition(text: str, coverage: str) -> int | None:
    """The edition's year: as printed on the report, else the year in which its period ends."""
    printed = re.search(r"Freedom\s+on\s+the\s+Net,?\s+(20\d\d)\b", text, re.IGNORECASE)
    years = re.findall(r"20\d\d", coverage)
    return int(printed.group(1)) if printed else int(years[-1]) if years else None
