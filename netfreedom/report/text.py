"""Printed words: line joins, look-alike letters, quotes, sentences."""

from __future__ import annotations

import re
import unicodedata

_QUOTES = str.maketrans(
    {
        "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"', "″": '"',
        "‘": "'", "’": "'", "‚": "'", "‛": "'", "′": "'", "`": "'", "´": "'",
        "–": "-", "—": "-", "‐": "-", "‑": "-", "‒": "-", "−": "-",
        "\u00ad": None, "\u200b": None, "\ufeff": None, "\u200e": None, "\u200f": None,
    }
)  # fmt: skip

# Letters that look the same in both alphabets: Cyrillic on the left, Latin on the right.
_LOOK_ALIKE = dict(zip("аеорсухіјѕԁһАВЕКМНОРСТУХІЈЅ", "aeopcyxijsdhABEKMHOPCTYXIJS", strict=True))
_TO_LATIN = str.maketrans(_LOOK_ALIKE)
_TO_CYRILLIC = str.maketrans({latin: cyrillic for cyrillic, latin in _LOOK_ALIKE.items()})
_WORD = re.compile(r"[^\W\d_]+")


SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"


def superscript(number: str) -> str:
    """The number in raised digits, as note marks are printed."""
    return "".join(SUPERSCRIPTS[int(digit)] for digit in number)


def normalize(text: str) -> str:
    """Text for comparing: plain quotes and dashes, look-alike letters mended, single blanks. Case is kept."""
    text = unicodedata.normalize("NFKC", text).translate(_QUOTES)
    text = _WORD.sub(lambda match: mend_look_alikes(match.group()), text)
    return re.sub(r"\s+", " ", text).strip()


def mend_look_alikes(word: str) -> str:
    """A word in one alphabet where it mixes Latin with look-alike Cyrillic letters (or the reverse)."""
    latin = sum("LATIN" in unicodedata.name(letter, "") for letter in word)
    cyrillic = sum("CYRILLIC" in unicodedata.name(letter, "") for letter in word)
    if not latin or not cyrillic:
        return word
    return word.translate(_TO_LATIN if latin >= cyrillic else _TO_CYRILLIC)


# Prefixes that keep their hyphen when a line breaks behind it.
_HYPHEN_KEPT = {"self", "non", "ex", "half", "well", "quasi", "semi", "vice", "so", "post"}


class LineJoiner:
    """Joins printed lines into running text, and decides whether a hyphen at a line's end is part of the word.

    A word's hyphen is kept where the report prints the same word with a hyphen inside a line, before a capital or a
    digit, and behind prefixes such as "self-"; else it is taken for a division at the line's end.
    """

    def __init__(self, whole_text: str):
        self._hyphenated = {word.lower() for word in re.findall(r"\w+(?:-\w+)+", whole_text)}
        self._words = {word.lower() for word in re.findall(r"\w+", whole_text)}

    def join(self, lines: list[str]) -> str:
        """One running text out of printed lines."""
        text = ""
        for line in lines:
            text = self.append(text, line)
        return text.strip()

    def append(self, text: str, line: str) -> str:
        """`text` continued with one more line."""
        line = re.sub(r"\s+", " ", line).strip()
        text = text.rstrip()
        if not text or not line:
            return text + line
        if text.endswith("\u00ad"):
            return text[:-1] + line
        head = re.search(r"(\S*?)(\w+)[-‐]$", text)
        tail = re.match(r"\w+", line)
        if head and tail:
            keep = self._keeps_hyphen(head.group(1), head.group(2), tail.group())
            return (text if keep else text[:-1]) + line
        if re.search(r"[\w.,”’\"][—/]$", text) or line.startswith("—"):
            return text + line
        return f"{text} {line}"

    def _keeps_hyphen(self, before: str, head: str, tail: str) -> bool:
        if not tail[0].islower() or head[-1].isdigit():
            return True
        head, tail = head.lower(), tail.lower()
        if f"{head}-{tail}" in self._hyphenated:
            return True
        if head + tail in self._words:
            return False
        if before.endswith("-"):  # "man-in-the-" | "middle": a chain of hyphens goes on
            return head in self._words and tail in self._words and len(head) > 1
        return head in _HYPHEN_KEPT


# A raised mark whose note is missing still stands behind the sentence that ends there.
_SENTENCE_END = re.compile(r"[.!?…]+[\"”’)\]]*[⁰¹²³⁴-⁹]*\s+(?=[\"“‘(\[]?[A-ZА-ЯЁ0-9])")
_NO_END = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|No|Art|vs|etc|e\.g|i\.e|cf|Inc|Ltd|Co|Gen|Sen|Rep|Jr|Sr|Jan|Feb|Aug|Sept|Oct|Nov|Dec)"
    r"|\b(?:[A-Z]\.)*[A-Z])\.$"
)


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Bounds of the sentences in a running text, blanks behind a sentence included in it."""
    bounds, start = [], 0
    for match in _SENTENCE_END.finditer(text):
        if _NO_END.search(text[: match.end()].rstrip()):
            continue
        bounds.append((start, match.end()))
        start = match.end()
    if text[start:].strip():
        bounds.append((start, len(text)))
    return bounds
