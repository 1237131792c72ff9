"""Footnotes: where a block of them begins, their text, and the addresses printed in them."""

from __future__ import annotations

import re

from netfreedom.report.model import Note
from netfreedom.report.text import LineJoiner

NOTES_HEADING = re.compile(r"^\s*(?:footnotes|endnotes|notes|references)\s*:?\s*$", re.IGNORECASE)
_NUMBERED = re.compile(r"^\s*(\d{1,3})(?:[.)]?\s+(.*)|([“\"@A-ZÀ-ÞА-ЯЁ].*))?$")
_DOTTED = re.compile(r"^\s*\d{1,3}\.\s")  # "1. Author …": the notes at the end of a web page, or any numbered list
_ADDRESS_START = re.compile(r"(?:https?:\s?//|www\.)\S*$", re.IGNORECASE)
_BROKEN_DOMAIN = re.compile(r"(?:^|[\s(,])[a-z0-9-]{2,}(?:\.[a-z0-9-]+)*\.$")
_ADDRESS = re.compile(
    r"https?:\s?//[^\s<>“”\"]+|www\.[^\s<>“”\"]+|(?<![\w@/.-])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}/[^\s<>“”\"]+",
    re.IGNORECASE,
)
# "… published | 12 May 2015": the number at the line's start is a day.
_DATE_GOES_ON = re.compile(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?,? \d{4}\b")
_LARGEST_SKIP = 3  # numbers that a damaged text may have lost between two notes


def opens_notes(lines: list[str], expected: int, next_block: list[str] | None, announced: bool = False) -> int | None:
    """The number with which a block of notes begins, or None where the block is something else.

    `announced` says that a heading such as "Footnotes" stands above, with nothing but notes between; there a number may stand
    on a line of its own, above its note.
    A block holds notes when it starts with the number that is due. An isolated number is an empty note only when the
    notes go on behind it (else it is a page's number).
    """
    match = _NUMBERED.match(lines[0])
    if not match:
        return None
    number, rest = int(match.group(1)), (match.group(2) or match.group(3) or "").strip()
    if number == expected:
        if rest:
            listed = not announced and _DOTTED.match(lines[0]) and not re.search(r"[“\"]", rest) and not _ADDRESS.search(" ".join(lines))
            return number if _reads_like_note(rest, lines) and not listed else None
        if announced and lines[1:] and _reads_like_note(lines[1].strip(), lines[1:]):
            return number
        below = lines[1:] or next_block
        follower = _NUMBERED.match(below[0]) if below else None
        continues = follower and int(follower.group(1)) == expected + 1 and (follower.group(2) or follower.group(3))
        return number if continues else None
    if expected < number <= expected + _LARGEST_SKIP and rest and _ADDRESS.search(" ".join(lines)):
        return number if _reads_like_note(rest, lines) and rest[0] in "“\"‘" else None
    return None


def _reads_like_note(rest: str, lines: list[str]) -> bool:
    """Whether a text can begin a note: with a name, a title or an address, not with the middle of a sentence or date."""
    if rest[0].isdigit() or _DATE_GOES_ON.match(rest):
        return False
    return not rest[0].islower() or bool(_ADDRESS.search(" ".join(lines)))


def split_notes(lines: list[str], first: int, announced: bool = False) -> list[tuple[int, list[str]]]:
    """A block's lines by note number; a new note begins where a line starts with the number that is due.

    `announced`: in a list of notes a number may stand on a line of its own, above its note.
    """
    found: list[tuple[int, list[str]]] = []
    due = first
    for place, line in enumerate(lines):
        match = _NUMBERED.match(line)
        rest = (match.group(2) or match.group(3) or "") if match else ""
        below = lines[place + 1].strip() if announced and match and not rest and place + 1 < len(lines) else ""
        opens = not found or (_reads_like_note(rest or below, [line, below]) if rest or below else True)
        if match and int(match.group(1)) == due and opens:
            found.append((due, [rest]))
            due += 1
        elif found:
            found[-1][1].append(line)
    return found


def make_note(number: int, lines: list[str], joiner: LineJoiner, line: int) -> Note:
    """A note out of its printed lines."""
    text = ""
    for printed in lines:
        text = _append(text, printed, joiner)
    text = re.sub(r"\s+", " ", text).strip()
    return Note(number, text, addresses(text), line)


def addresses(text: str) -> list[str]:
    """The addresses printed in a joined text, without the punctuation that follows them."""
    found = []
    for match in _ADDRESS.finditer(text):
        address = re.sub(r"\s", "", match.group()).rstrip(".,;:”’\"'")
        if address.endswith(")") and "(" not in address:
            address = address.rstrip(").,")
        found.append(address)
    return found


def _append(text: str, line: str, joiner: LineJoiner) -> str:
    """A note's text continued; an address broken at the line's end goes on without blank, its hyphens kept."""
    head, tail = text.rstrip(), line.strip()
    if head and tail and _breaks_address(text, tail):
        return head + line.lstrip()
    if not head:
        return line
    joined = joiner.append(head, tail)
    return joined + " " if line != line.rstrip() else joined


def _breaks_address(text: str, tail: str) -> bool:
    if text != text.rstrip():  # a blank before the line's end: the word was whole
        return False
    word, first = text.split()[-1], tail.split()[0]
    if _ADDRESS_START.search(word):
        if re.search(r"://$|[/\-_=?&%#]$", word):
            return True
        if word[-1] in ",;)”\"":
            return False
        if word.endswith("."):
            return bool(re.match(r"[a-z]{2,}(?:[/.]|$)", first)) and "/" in first
        return bool(re.search(r"[/\d_=&%-]", first)) and not re.match(r"[“\"(\[]|\d{1,2},?$|\d{4}[,.]?$", first)
    if _BROKEN_DOMAIN.search(" " + word):
        return bool(re.match(r"[a-z]{2,6}/\S", first))
    if re.search(r"[a-z0-9-]\.[a-z]{2,}/\S*[/\-_]?$", word):  # a bare address: bit.ly/…
        return word[-1] in "/-_" or (bool(re.search(r"/$", word)))
    return False
