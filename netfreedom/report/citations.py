"""Note marks: superscripts that extracted text prints as trailing digits.

`protests.41`, `Facebook.83`, `contracts22 `, `80 81`, `players. 27`, a mark alone at the start of a line. A number counts as a
mark only as part of the longest ascending run over the whole report, which sets it apart from 5.9 Mbps or 82.2 percent.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left

from netfreedom.report.model import Citation, Passage

_YEAR = r"(?:19|20)\d\d"
_NUMBER = re.compile(r"\d+|[⁰¹²³⁴-⁹]+")
_PRINTED_RAISED = 3.0  # weight of a mark that is printed raised: it outweighs what only looks like a mark
_OPENS = r"[\"“‘(\[]*[A-ZА-ЯЁ]"
_UNIT = re.compile(r"\s*(?:percent|per cent|%|[KMGT]bps|million|billion|hours|months|years|[KMG]B\b|GHz|G\b)", re.IGNORECASE)


def mark_citations(passages: list[Passage], numbers: set[int]) -> None:
    """Fill each passage's `citations` with the marks of the notes in `numbers`."""
    candidates = [
        (position, start, end, number, weight)
        for position, passage in enumerate(passages)
        for start, end, number, weight in _candidates(passage.text, numbers)
    ]
    for position, start, end, number in _best_run(candidates):
        passages[position].citations.append(Citation(number, start, end))


def _candidates(text: str, numbers: set[int]):
    """Places that may hold a note mark, with a weight for how sure the print is."""
    marks_before: dict[int, int] = {}  # where a candidate ends → its number, so that "80 81" is seen as two marks
    for match in _NUMBER.finditer(text):
        digits = match.group()
        before, after = text[: match.start()], text[match.end() :]
        for start, number, weight in _readings(digits, before, after, marks_before, match.start(), numbers):
            marks_before[match.end()] = number
            yield start, match.end(), number, weight


def _readings(digits, before, after, marks_before, at, numbers):
    if not digits.isdecimal():
        number = int(unicodedata.normalize("NFKC", digits))
        if number in numbers:
            yield at, number, _PRINTED_RAISED
        return
    number = int(digits)
    ends_word = not after or bool(re.match(r"[\s—–)\"”’,;.]", after))
    new_sentence = not after.strip() or bool(re.match(rf"\s+{_OPENS}", after))
    if digits[0] != "0" and number in numbers and ends_word:
        weight = _weight(number, before, after, new_sentence, marks_before, at)
        if weight:
            yield at, number, weight
    # A year with a mark right behind it: "in 201522".
    if glued := re.fullmatch(rf"({_YEAR})([1-9]\d{{0,2}})", digits):
        if int(glued[2]) in numbers and ends_word and not re.search(r"[\d$€£,.#/]$", before):
            yield at + 4, int(glued[2]), 0.4


def _weight(number, before, after, new_sentence, marks_before, at) -> float:
    if _UNIT.match(after) and re.search(r"\d[.,]$|\s$|^$", before):
        return 0
    if re.search(rf"(?:^|\D){_YEAR}[.,;:]$", before):
        return 0.9
    if re.search(r"\d[.,]$", before):
        return 0.3 if new_sentence and before[-1] == "." else 0
    if re.search(r"\d[\"”’)\]%]+[.,]?$|[^\W\d]\s?[.,;:!?)\]\"”’'»%…]+$|[.,;:!?)\]\"”’'»%…]{2,}$", before):
        return 1.0
    if re.search(r"[^\W\d_]$", before):
        return 0.8 if re.search(r"[^\W\d_]{3,}$", before) else 0.2
    separated = re.search(r"[,\s]+$", before)
    if separated and marks_before.get(at - len(separated.group())) == number - 1:
        return 0.9
    if re.search(r"[.!?)\"”’]\s+$", before) and new_sentence:
        return 0.6
    if re.search(r"[^\W\d_]\s+$", before) and not after.strip():
        return 0.3
    return 0


def _best_run(candidates):
    """The heaviest run of candidates whose numbers strictly ascend in reading order."""
    numbers = sorted({candidate[3] for candidate in candidates})
    best: list[tuple[float, int | None]] = []
    # A prefix maximum over numbers (a Fenwick tree) keeps this fast for reports with hundreds of notes.
    tree: list[tuple[float, int | None]] = [(0.0, None)] * (len(numbers) + 1)
    for index, (_, _, _, number, weight) in enumerate(candidates):
        rank = bisect_left(numbers, number)
        reached: tuple[float, int | None] = (0.0, None)
        step = rank
        while step > 0:
            reached = max(reached, tree[step], key=lambda pair: pair[0])
            step -= step & -step
        best.append((reached[0] + weight, reached[1]))
        step = rank + 1
        while step <= len(numbers):
            if best[index][0] > tree[step][0]:
                tree[step] = (best[index][0], index)
            step += step & -step
    if not best:
        return []
    run, at = [], max(range(len(best)), key=lambda index: best[index][0])
    while at is not None:
        run.append(candidates[at][:4])
        at = best[at][1]
    return run[::-1]
