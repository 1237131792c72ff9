"""Numbers and lengths of time in the forms in which a report prints them: "US$2,000", "2.1 million", "three", "two-and-a-half years"."""

from __future__ import annotations

import re
from dataclasses import dataclass

_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_WORDS = {word: number for number, word in enumerate(_UNITS)} | {word: 10 * number for number, word in enumerate(_TENS, 2)}
_WORDS |= {"hundred": 100, "dozen": 12, "dozens": 24, "both": 2, "pair": 2, "twice": 2, "once": 1, "single": 1, "half": 0.5, "doubled": 2}
_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}

_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_WORD = r"(?:" + "|".join(_TENS) + r")[- ](?:" + "|".join(_UNITS[1:10]) + r")|" + "|".join(sorted(_WORDS, key=len, reverse=True))
_NUMBER = re.compile(
    rf"(?<![\w.])(?:(?P<digits>{_DIGITS})(?!\d)(?![A-Za-z])|(?P<word>{_WORD})\b)(?P<half>[- ]and[- ]a[- ]half)?(?:[\s-]+(?P<scale>thousand|million|billion|trillion)\b)?",
    re.IGNORECASE,
)
_TIME = r"(?P<unit>hours?|days?|weeks?|months?|years?)\b"
_DURATION = re.compile(rf"(?P<numbers>(?:{_DIGITS}|\b(?:{_WORD}))(?:[- ]and[- ]a[- ]half)?(?:\s*(?:-|and|or|to)\s*(?:{_DIGITS}|\b(?:{_WORD})))*)[\s-]*{_TIME}", re.IGNORECASE)
_ISO = re.compile(r"P(?:(?P<years>\d+)Y)?(?:(?P<months>\d+)M)?(?:(?P<weeks>\d+)W)?(?:(?P<days>\d+)D)?(?:T(?P<hours>\d+)H)?")


@dataclass(frozen=True)
class PrintedNumber:
    """A number's values (2.1 million is 2.1 and 2,100,000) and where it stands."""

    values: tuple[float, ...]
    start: int
    end: int
    text: str


def printed_numbers(text: str) -> list[PrintedNumber]:
    """All numbers of a normalized text, in digits and in words."""
    return [PrintedNumber(_values(match), match.start(), match.end(), match.group()) for match in _NUMBER.finditer(text)]


def has_number(text: str, value: float) -> bool:
    """Whether a normalized text prints this number in some form."""
    return any(_same(value, printed) for number in printed_numbers(text) for printed in number.values)


def printed_durations(text: str) -> set[tuple[str, float]]:
    """Lengths of time in a normalized text, as ("months" | "days" | "hours", number)."""
    return {duration for _, _, found in duration_spans(text) for duration in found}


def duration_spans(text: str) -> list[tuple[int, int, set[tuple[str, float]]]]:
    """Where lengths of time stand in a normalized text; "two and three years" is one place with two lengths."""
    found = []
    for match in _DURATION.finditer(text):
        unit = match["unit"].lower().rstrip("s") + "s"
        lengths = {_in_base(unit, number.values[-1]) for number in printed_numbers(match["numbers"])}
        found.append((match.start(), match.end(), lengths))
    return found


def has_duration(text: str, iso: str) -> bool:
    """Whether a normalized text prints the length that an ISO 8601 duration gives (`P36M`: "three years", "36 months")."""
    return bool(in_base_duration(iso) & printed_durations(text))


def in_base_duration(iso: str) -> set[tuple[str, float]]:
    """An ISO 8601 duration as ("months" | "days" | "hours", number); empty where it is none."""
    match = _ISO.fullmatch(iso)
    given = {unit: float(number) for unit, number in match.groupdict().items() if number} if match else {}
    if set(given) <= {"years", "months"}:
        return {("months", 12 * given.get("years", 0) + given.get("months", 0))} if given else set()
    return {_in_base(unit, number) for unit, number in given.items()} if len(given) == 1 else set()


def _in_base(unit: str, number: float) -> tuple[str, float]:
    if unit == "years":
        return "months", 12 * number
    return ("days", 7 * number) if unit == "weeks" else (unit, number)


def _values(match: re.Match) -> tuple[float, ...]:
    if match["digits"]:
        value = float(match["digits"].replace(",", ""))
    else:
        parts = re.split(r"[- ]", match["word"].lower())
        value = float(sum(_WORDS[part] for part in parts))
    if match["half"]:
        value += 0.5
    values = [value]
    if match["word"] and match["word"].lower() == "half":
        values.append(50.0)
    if match["scale"]:
        values.append(value * _SCALES[match["scale"].lower()])
    return tuple(values)


def _same(one: float, other: float) -> bool:
    return abs(one - other) <= 1e-9 * max(1.0, abs(one), abs(other))
