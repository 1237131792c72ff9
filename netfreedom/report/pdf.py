"""The text of a PDF, with its raised note numbers written as superscript digits (`protests.⁴¹`).

pypdf's layout mode keeps the blank lines between paragraphs, which tell paragraphs and notes apart, but knows no font sizes;
its visitor knows the sizes, but no lines. So the text comes from the one, and which numbers are raised from the other.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from netfreedom.report.text import superscript

_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"})
_RAISED = 0.86  # a raised number is at most this part of the size beside it
_NOTE = 0.93  # notes are set at most in this part of the body's size
_TAIL = 12  # letters before a number by which its place in the text is found


@dataclass(frozen=True)
class _Piece:
    text: str
    y: float
    size: float


def pdf_text(path: Path) -> str:
    """Text of a PDF, page by page, pages divided by form feeds.

    Raises ValueError where the file is damaged, cut off or locked.
    """
    from pypdf import PdfReader
    from pypdf.errors import FileNotDecryptedError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it says of a damaged file is told below, in one line
    try:
        pages = PdfReader(path).pages
        texts = [page.extract_text(extraction_mode="layout") for page in pages]
        pieces = [_pieces(page) for page in pages]
    except FileNotDecryptedError as error:
        raise ValueError(f"{path}: cannot be read as a PDF: a password locks it") from error
    except Exception as error:  # a damaged file makes pypdf raise whatever it stumbles over
        raise ValueError(f"{path}: cannot be read as a PDF: the file is damaged or cut off ({type(error).__name__})") from error
    sizes = Counter()
    for piece in (piece for page in pieces for piece in page):
        sizes[round(piece.size, 1)] += len(piece.text)
    body = sizes.most_common(1)[0][0] if sizes else 0.0
    marked = [_with_marks(text, _raised(page, body)) for text, page in zip(texts, pieces, strict=True)]
    return "\f".join("\n".join(line.strip() for line in text.splitlines()) for text in marked).translate(_LIGATURES)


def _pieces(page) -> list[_Piece]:
    """Runs of text in one size and at one height, in the order of the page's commands."""
    found: list[_Piece] = []

    def visit(text, cm, tm, font, size):
        if text.strip():
            found.append(_Piece(text, tm[4] * cm[1] + tm[5] * cm[3] + cm[5], abs(size * (tm[3] or tm[0]) * (cm[3] or cm[0]))))

    page.extract_text(visitor_text=visit)
    return found


def _raised(pieces: list[_Piece], body: float) -> list[tuple[str, list[str]]]:
    """The page's raised numbers, those that adjoin together, each with the letters before; a note's own number is none."""
    found: list[tuple[str, list[str]]] = []
    plain: list[_Piece] = []  # the pieces so far without the raised ones
    adjoins = False
    for position, piece in enumerate(pieces):
        if not _is_raised(piece, plain[-1] if plain else None, pieces[position + 1 : position + 2], body):
            plain.append(piece)
            adjoins = False
            continue
        numbers = re.findall(r"\d{1,3}", piece.text)
        if adjoins:
            found[-1][1].extend(numbers)
        else:
            found.append((re.sub(r"\s", "", "".join(other.text for other in plain[-4:]))[-_TAIL:], numbers))
        adjoins = True
    return found


def _is_raised(piece: _Piece, before: _Piece | None, following: list[_Piece], body: float) -> bool:
    """Whether a piece is a number set smaller and not lower than the text beside it, in the body and not before a note."""
    if not re.fullmatch(r"\s*\d{1,3}(?:\s*,?\s*\d{1,3})*\s*", piece.text):
        return False
    same_line = before is not None and abs(before.y - piece.y) < before.size
    beside = before if same_line else following[0] if following else None
    if beside is None or piece.size > _RAISED * beside.size or not -0.05 * beside.size <= piece.y - beside.y <= beside.size:
        return False
    return same_line or beside.size > _NOTE * body


def _with_marks(text: str, raised: list[tuple[str, list[str]]]) -> str:
    """The page's text with the raised numbers as superscript digits; those whose place is not found stay as they are."""
    at = 0
    for tail, numbers in raised:
        printed = r"[\s,]*".join(numbers)
        place = re.compile(r"\s*".join(map(re.escape, tail)) + rf"\s*(?P<marks>{printed})(?!\d)").search(text, at)
        if place:
            start, end = place.span("marks")
            text = text[:start] + " ".join(map(superscript, numbers)) + text[end:]
            at = start
    return text
