"""Lines of extracted text → blocks, and what each block is: body, notes, link list or page furniture."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from netfreedom.report.furniture import FURNITURE
from netfreedom.report.headings import known_heading
from netfreedom.report.notes import NOTES_HEADING, opens_notes, split_notes

_LINK_ONLY = re.compile(r"^\s*(?:(?:https?|ftp|mailto):\S+|file:.*)\s*$", re.IGNORECASE)
_BULLET = re.compile(r"^\s*[•●▪◦‣∙·]\s*")
_LONGEST_PRINTED = 200  # letters: no printed line is longer
_SENTENCE = 60  # letters: a line that is no heading, score or name
_SENTENCE_OVER = re.compile(r"[.!?…][\"”’)\]]*[\s\d⁰¹²³⁴-⁹]*$")
_BREAK = "\v"  # a paragraph begins with this line
JOINED = "\x1d"  # stands for a line whose text was joined to the one above
_QUESTION_ALONE = re.compile(r"^\s*[ABC][1-8]\s*$")
_BANNER = re.compile(
    r"^(?:freedom|on the net|freedom on the net|(?:freedom )?(?:on the net )?\d{4}|(?:www\.)?freedom(?:onthenet|house)\.org"
    r"|freedom on the net \d{4}|freedom house|page \d+|\d{1,3})$",
    re.IGNORECASE,
)


@dataclass
class Block:
    """Lines that stand together, the number of the first one, and what they are."""

    lines: list[str]
    line: int
    kind: str = "body"  # body | bullet | heading | box | notes | links | furniture
    new_page: bool = False
    notes: list[tuple[int, list[str]]] = field(default_factory=list)


def one_paragraph_a_line(lines: list[str]) -> list[str]:
    """Lines of a web page's text, where a line is a whole paragraph, with a blank between them; others as they are.

    Such a text has hardly a blank line, and its lines are long or end where sentences end. The blank is written into the line's start as a page-less break, so
    that the lines keep their numbers.
    """
    full = [line for line in lines if line.strip()]
    long = [line for line in full if len(line) > _LONGEST_PRINTED]
    wide = [line for line in full if len(line) > _SENTENCE]
    ended = [line for line in wide if re.search(r"[.!?:][”\"’)]*\d{0,3}\s*$", line)]
    if not full or len(lines) - len(full) > len(full) / 4 or (len(long) < len(full) / 10 and len(ended) < len(wide) * 0.7):
        return lines
    return [line if line.startswith(FURNITURE) or JOINED in (line, before) else f"{_BREAK}{line}" for before, line in zip(["", *lines], lines, strict=False)]


def blocks_of(lines: list[str], first_line: int = 1) -> list[Block]:
    """Blocks between blank lines; a bullet and a shared heading begin a block of their own."""
    found: list[Block] = []
    current: Block | None = None
    new_page = False
    for number, raw in enumerate(lines, first_line):
        if "\f" in raw:
            new_page, current, raw = True, None, raw.replace("\f", "")
        if raw.startswith(_BREAK):
            current, raw = None, raw.removeprefix(_BREAK)
        if raw.startswith(FURNITURE):
            found.append(Block([raw.removeprefix(FURNITURE)], number, "furniture", new_page))
            current, new_page = None, False
            continue
        if raw == JOINED:
            continue
        if not raw.strip():
            current = None
            continue
        heading = (current is None or _follows_closely(raw, current)) and known_heading(raw) is not None
        notes_heading = bool(NOTES_HEADING.match(raw))
        if current is None or _BULLET.match(raw) or heading or notes_heading:
            current = Block([], number, new_page=new_page)
            found.append(current)
            new_page = False
        if _BULLET.match(raw):
            current.kind, raw = "bullet", _BULLET.sub("", raw)
        current.lines.append(raw)
        if heading:
            current.kind, current = "heading", None
        elif notes_heading:
            current.kind, current = "furniture", None
    return found


def _follows_closely(raw: str, above: Block) -> bool:
    """Whether a line inside a block can be a heading that a PDF's text prints without a blank line above it."""
    return bool(_QUESTION_ALONE.match(raw)) or (raw.strip()[-1].isalnum() and bool(_SENTENCE_OVER.search(above.lines[-1])))


def classify(blocks: list[Block]) -> list[Block]:
    """Set each block's kind; notes are recognized by their number being the one that is due."""
    due, announced = 1, False
    repeated = _repeated(blocks)
    for position, block in enumerate(blocks):
        if block.kind != "body":
            continue
        following = blocks[position + 1].lines if position + 1 < len(blocks) else None
        above = blocks[position - 1] if position else None
        announced = above is not None and bool(NOTES_HEADING.match(above.lines[-1]) or (announced and above.kind == "notes"))
        number = opens_notes(block.lines, due, following, announced)
        if all(_LINK_ONLY.match(line) for line in block.lines):
            block.kind = "links"
        elif number is not None:
            block.kind = "notes"
            block.notes = split_notes(_without_links(block.lines), number, announced)
            due = block.notes[-1][0] + 1
        elif _is_furniture(block, repeated):
            block.kind = "furniture"
    _mark_names_beside_banners(blocks)
    return blocks


def _without_links(lines: list[str]) -> list[str]:
    """Notes' lines without a link list that follows them with no blank line: addresses alone on a line, two or more in a row."""
    end = len(lines)
    while end > 1 and _LINK_ONLY.match(lines[end - 1]):
        end -= 1
    if len(lines) - end < 2:
        return lines
    # The first of them may end the last note, when that has no address yet.
    last = " ".join(lines[max(0, end - 2) : end])
    return lines[:end] if re.search(r"(?:https?://|\w\.\w+/)\S+\s*\.?\s*$", last) else lines[: end + 1]


def _repeated(blocks: list[Block]) -> set[str]:
    """Short blocks that come back at least three times: running heads and feet."""
    texts = Counter(_text(block) for block in blocks if block.kind == "body" and len(block.lines) == 1)
    return {text for text, count in texts.items() if count >= 3 and len(text.split()) <= 8}


def _is_furniture(block: Block, repeated: set[str]) -> bool:
    return _text(block) in repeated or all(_BANNER.match(line.strip()) for line in block.lines)


def _mark_names_beside_banners(blocks: list[Block]) -> None:
    """A country's name in capitals next to a banner is part of the banner."""
    for position, block in enumerate(blocks):
        beside = blocks[max(0, position - 1) : position] + blocks[position + 1 : position + 2]
        name = _text(block)
        if block.kind == "body" and len(block.lines) == 1 and name.isupper() and len(name.split()) <= 5:
            if any(other.kind == "furniture" for other in beside):
                block.kind = "furniture"


def _text(block: Block) -> str:
    return re.sub(r"\s+", " ", " ".join(block.lines)).strip()
