"""Note marks that a web page prints in brackets or on lines of their own → raised digits, as they are meant."""

from __future__ import annotations

import re

from netfreedom.report.layout import JOINED
from netfreedom.report.notes import NOTES_HEADING
from netfreedom.report.text import superscript

_QUESTION = re.compile(r"\W*[ABC][1-8](?![\w-])")
_BRACKETED = re.compile(r"\[(\d{1,3})\](?:\s?[,;]?\s?(?=\[\d{1,3}\]))?")


def bracketed_marks_raised(lines: list[str]) -> list[str]:
    """Lines whose note marks in brackets ("banned.[12]") are raised digits instead, as far as the text uses such marks.

    A number at a line's start that the text has marked before, or that stands in a list of notes, is the note's own: there the
    brackets go ("[12] Author, …").
    """
    if len({number for line in lines for number in _BRACKETED.findall(line)}) < 3:
        return lines
    marked: set[str] = set()
    raised, listing = [], False

    def raise_mark(match: re.Match) -> str:
        at_start = not match.string[: match.start()].strip() and match.string[match.end() :].strip()
        if at_start and (listing or match[1] in marked):
            return f"{match[1]} "
        marked.add(match[1])
        return superscript(match[1]) + (" " if match.group()[-1] != "]" or match.string[match.end() :][:1] == "[" else "")

    for line in lines:
        listing = bool(NOTES_HEADING.match(line)) or (listing and not _QUESTION.match(line))
        raised.append(_BRACKETED.sub(raise_mark, line))
    return raised


_LONE = re.compile(r"\s*(\d{1,3})\s*")
_FEWEST = 3  # marks that make a text one that prints them so


def lone_marks_raised(lines: list[str]) -> list[str]:
    """Lines whose marks that stand alone on a line are raised digits behind the text above, where that reads on below.

    Such marks ascend from 1 and stand between lines of text with no blank line; in a list of notes a number alone on its
    line belongs to the text below it.
    """
    found: list[int] = []
    listing, due = False, 1
    for number, line in enumerate(lines):
        if NOTES_HEADING.match(line):
            listing = True
        elif _QUESTION.match(line):
            listing = False
        elif not listing and (mark := _LONE.fullmatch(line)) and int(mark[1]) == due and _ends_text(lines[number - 1] if number else ""):
            found.append(number)
            due += 1
    if len(found) < _FEWEST:
        return lines
    raised = list(lines)
    for number in found:
        above = next(other for other in range(number - 1, -1, -1) if raised[other] != JOINED)
        raised[above] = raised[above].rstrip() + superscript(lines[number].strip())
        raised[number] = JOINED
    return raised


def _ends_text(line: str) -> bool:
    """Whether a line is text behind which a mark can stand: not blank, no figures, no heading."""
    return len(line.split()) > 1 and bool(re.search(r"[^\W\d_].*[\w.,;:!?)\]”\"’]\s*$", line))
