"""Blocks of body text → sections of passages, whole over page breaks."""

from __future__ import annotations

import re
from statistics import median

from netfreedom.report.headings import SCORE_BOX, known_heading, looks_like_heading
from netfreedom.report.layout import Block
from netfreedom.report.model import Passage, Section
from netfreedom.report.text import LineJoiner

_TERMINAL = re.compile(r"[.!?:;…][\"”’)\]]*(?:[\s,]*[\d⁰¹²³⁴-⁹]{1,3})*\s*$|[)\]]\s*$|[.!?]?[”\"]\s*(?:[\d⁰¹²³⁴-⁹]{1,3}[\s,]*)*$")
_LINKING_WORD = re.compile(
    r"(?:\b(?:the|a|an|of|in|on|at|by|to|for|from|with|and|or|but|that|which|who|as|is|was|were|are|be|been|has|have|had|its|their|his"
    r"|her|this|these|than|not|into|over|under|between|about|more|advertised)|[,\-–—(])\s*$"
)


def sections_of(blocks: list[Block], joiner: LineJoiner) -> list[Section]:
    """Sections in reading order; text before the first heading comes under an empty heading."""
    sections: list[Section] = []
    passage: Passage | None = None
    previous: list[str] | None = None  # the lines that were added last
    interrupted = False  # by notes, links, furniture or a page's end
    typical = typical_width(blocks)
    for block in blocks:
        interrupted = interrupted or block.new_page
        if block.kind in ("notes", "links", "furniture"):
            interrupted = True
            continue
        if block.kind == "box":
            sections.append(_box_section(block))
            passage, interrupted = None, True
            continue
        text = joiner.join(block.lines)
        heading = _heading(block, text)
        if heading:
            sections.append(Section(heading[0], heading[1], printed=text))
            passage, interrupted = None, False
            continue
        runs_on = interrupted and previous is not None and runs_to_margin(previous, text, typical)
        if passage is not None and block.kind == "body" and continues(passage, text, interrupted, runs_on):
            for line in block.lines:
                passage.text = joiner.append(passage.text, line)
        else:
            if not sections or sections[-1].heading == SCORE_BOX:
                sections.append(Section("", 1))
            section = sections[-1]
            kind = "bullet" if block.kind == "bullet" else "paragraph"
            passage = Passage("", section.heading, text, kind, line=block.line)
            section.passages.append(passage)
        previous, interrupted = block.lines, False
    _number(sections)
    return sections


def typical_width(blocks: list[Block]) -> int:
    """How long a full line of body text is, in letters."""
    full = [len(line.rstrip()) for block in blocks if block.kind in ("body", "bullet") for line in block.lines[:-1]]
    return int(median(full)) if full else 0


def runs_to_margin(lines: list[str], text: str, typical: int) -> bool:
    """Whether the last line was so full that the next word had no room: then a paragraph may go on behind a full stop."""
    own = [len(line.rstrip()) for line in lines[:-1]]
    width = max(own) if len(own) > 1 else typical
    return len(lines[-1].rstrip()) + 1 + len(text.split()[0]) > width


def continues(passage: Passage, text: str, interrupted: bool, runs_on: bool = False) -> bool:
    """Whether a block goes on with the passage before it rather than opening a paragraph.

    A page's end may split a paragraph: there a missing full stop decides, or, where a sentence ends with the page, whether
    the page's last line was full (`runs_on`). Inside a page a stray blank line is only believed before a small letter, or
    before a quotation mark when the sentence is not finished.
    """
    before = passage.text.rstrip()
    if text[0].islower():
        return True
    if _TERMINAL.search(before):
        return runs_on
    if interrupted:
        return True
    if re.search(r"[^\W\d_]\d{1,3}$|[⁰¹²³⁴-⁹]$", before):  # "contracts22": a note mark closes the sentence
        return False
    return text[0] in "“\"‘'(" or bool(_LINKING_WORD.search(before))


def _heading(block: Block, text: str) -> tuple[str, int] | None:
    if block.kind == "heading" or len(block.lines) == 1:
        if known := known_heading(text):
            return known
    if block.kind == "body" and len(block.lines) == 1 and looks_like_heading(text):
        return text, 2
    return None


def _box_section(block: Block) -> Section:
    passages = [Passage("", SCORE_BOX, row, "box", line=block.line) for row in block.lines]
    return Section(SCORE_BOX, 1, passages, printed="")


def _number(sections: list[Section]) -> None:
    """Give each passage an id from its section's heading and its place there."""
    seen: dict[str, int] = {}
    for section in sections:
        slug = re.sub(r"[\W_]+", "-", section.heading.casefold()).strip("-") or "opening"
        for passage in section.passages:
            seen[slug] = seen.get(slug, 0) + 1
            passage.id = f"{slug}-{seen[slug]}"
