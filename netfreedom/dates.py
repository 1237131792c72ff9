"""Dates as a report gives them: EDTF text to strict bounds, precision and words.

Strict bounds hold for approximate dates too ("early May 2015" lies in May 2015): the fuzzy bounds of the `edtf` library
widen a month by a year, and the library accepts intervals that run backwards.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

ALLOWED = (
    "write 2016, 2016-05, 2016-05-19, 2015-22 (21 spring, 22 summer, 23 autumn, 24 winter) or 201X, with ~ for a part of"
    " it (2015-05~), or an interval 2016-05-19/2016-05-23, 2011/.., ../2016-02"
)
PRECISIONS = ("day", "month", "season", "year", "decade")

SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
# Winter is counted from December of its year to the end of February of the next.
_SEASON_FIRST_MONTH = {21: 3, 22: 6, 23: 9, 24: 12}

_POINT = re.compile(r"(?P<year>\d{4}|\d{3}X)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<mark>[~?%]?)")
_PLAIN = re.compile(r"\d{4}(-\d\d){0,2}")
_PART = re.compile(r"\b(early|mid|late)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Edtf:
    """A date or interval with the earliest and latest day on which it can start and end.

    A bound is None where that end is open (`..`) or unknown (left empty). `precision` is the coarser one of an interval.
    """

    text: str
    start_min: date | None
    start_max: date | None
    end_min: date | None
    end_max: date | None
    open_start: bool
    open_end: bool
    start_precision: str | None
    end_precision: str | None
    approximate: bool
    uncertain: bool
    is_interval: bool

    @property
    def precision(self) -> str:
        return max(filter(None, (self.start_precision, self.end_precision)), key=PRECISIONS.index)

    @property
    def earliest(self) -> date | None:
        return self.start_min

    @property
    def latest(self) -> date | None:
        return self.end_max


@dataclass(frozen=True)
class _Point:
    year: int
    month: int | None
    day: int | None
    precision: str
    mark: str

    @property
    def first(self) -> date:
        if self.precision == "season":
            return date(self.year, _SEASON_FIRST_MONTH[self.month], 1)
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        if self.precision == "day":
            return self.first
        if self.precision in ("month", "season"):
            year, month = self.year, self.month
            if self.precision == "season":
                year, month = (year + 1, 2) if month == 24 else (year, _SEASON_FIRST_MONTH[month] + 2)
            return date(year, month, calendar.monthrange(year, month)[1])
        return date(self.year + (9 if self.precision == "decade" else 0), 12, 31)


@lru_cache(maxsize=4096)
def parse(text: str) -> Edtf:
    """Read an EDTF date or interval; ValueError says which forms are allowed."""
    try:
        ends = text.split("/")
        if len(ends) == 1:
            point = _point(text)
            first, last = point.first, point.last
            return Edtf(text, first, last, first, last, False, False, point.precision, point.precision,
                        point.mark in ("~", "%"), point.mark in ("?", "%"), False)
        if len(ends) != 2:
            raise ValueError("more than one '/'")
        return _interval(text, *ends)
    except ValueError as error:
        raise ValueError(f"{error}; {ALLOWED}") from None


def validate(text: str) -> None:
    """Refuse (ValueError) what is not one of our forms or not EDTF to the `edtf` library.

    The library takes some 20 ms a date, so reading tables does without it; plain days, months and years need it not.
    """
    parse(text)
    if _PLAIN.fullmatch(text):
        return
    from edtf import EDTFParseException, parse_edtf

    try:
        parse_edtf(text)
    except EDTFParseException:
        raise ValueError(f"'{text}' is not EDTF; {ALLOWED}") from None


def words(text: str, printed: str = "") -> str:
    """The date for a reader: "19–23 May 2016", "part of May 2015", "since some time in 2015", "summer 2015".

    `~` says that the report means a part of that month or year, without saying here which part. Where `printed`, the
    report's own words for the date, tell it of every such end, it is given: "late June 2015", "since early 2011".
    """
    edtf = parse(text)
    if not edtf.is_interval:
        point = _point(text)
        return _point_words(point, *_parts([point], printed))
    start, end = (_point(part) if part not in ("", "..") else None for part in text.split("/"))
    first, last = _parts([start, end], printed) or ("some time in", "some time in")
    if start and end:
        return _span_words(start, end, first, last)
    if start:
        return f"since {_point_words(start, first)}" if edtf.open_end else f"from {_point_words(start, first)}, end unknown"
    return f"until {_point_words(end, last)}" if edtf.open_start else f"until {_point_words(end, last)}, start unknown"


def words_within(text: str, printed: str = "") -> str:
    """When something happened once within an interval: "some time in late 2015 – early 2016"; without the parts where `printed` does not tell them."""
    said = words(text, printed)
    return f"some time in {words(text.replace('~', '')) if 'some time in' in said else said}"


def _parts(points: list[_Point | None], printed: str) -> list[str]:
    """Which part (early, mid, late) of each point the report prints; nothing unless it prints one for each that is a part."""
    told = [part.lower() for part in _PART.findall(printed)]
    near = [point is not None and point.precision != "day" and point.mark == "~" for point in points]
    if not told or len(told) != sum(near):
        return []
    return [told.pop(0) if part else "" for part in near]


def _interval(text: str, start_text: str, end_text: str) -> Edtf:
    start, end = (_point(part) if part not in ("", "..") else None for part in (start_text, end_text))
    if start is None and end is None:
        raise ValueError("an interval needs a date on one side")
    if start and end and start.first > end.last:
        raise ValueError("the interval runs backwards")
    marks = [point.mark for point in (start, end) if point]
    return Edtf(
        text,
        start.first if start else None, start.last if start else None,
        end.first if end else None, end.last if end else None,
        start_text == "..", end_text == "..",
        start.precision if start else None, end.precision if end else None,
        any(mark in ("~", "%") for mark in marks), any(mark in ("?", "%") for mark in marks), True,
    )


def _point(text: str) -> _Point:
    match = _POINT.fullmatch(text)
    if not match or not text.isascii():
        raise ValueError(f"'{text}' is not a date")
    decade = match["year"].endswith("X")
    year = int(match["year"].replace("X", "0"))
    month = int(match["month"]) if match["month"] else None
    day = int(match["day"]) if match["day"] else None
    if year == 0 or (decade and month is not None):
        raise ValueError(f"'{text}' is not a date")
    if month is not None and not (1 <= month <= 12 or (month in SEASONS and day is None)):
        raise ValueError(f"'{match['month']}' is neither a month nor a season")
    if day is not None and not 1 <= day <= calendar.monthrange(year, month)[1]:
        raise ValueError(f"that month has no day {match['day']}")
    if month in SEASONS and match["mark"]:
        raise ValueError("a season takes no mark")
    if day is not None:
        precision = "day"
    elif month is not None:
        precision = "season" if month in SEASONS else "month"
    else:
        precision = "decade" if decade else "year"
    return _Point(year, month, day, precision, match["mark"])


def _point_words(point: _Point, part: str = "part of") -> str:
    near = "about" if point.precision == "day" else part
    near = f"{near}{'-' if near == 'mid' and not point.month else ' '}"
    prefix = {"": "", "~": near, "?": "perhaps ", "%": f"perhaps {near}"}[point.mark]
    return prefix + _bare_words(point)


def _bare_words(point: _Point) -> str:
    if point.precision == "decade":
        return f"the {point.year}s"
    if point.precision == "year":
        return str(point.year)
    if point.precision == "season":
        return f"{SEASONS[point.month]} {point.year}"
    month_and_year = f"{calendar.month_name[point.month]} {point.year}"
    return f"{point.day} {month_and_year}" if point.day else month_and_year


def _span_words(start: _Point, end: _Point, first: str, last: str) -> str:
    # An end is a moment: it does not fill a part of a month, so `first` and `last` may say "some time in".
    both_plain = not start.mark and not end.mark and start.precision == end.precision
    if both_plain and start.year == end.year:
        if start.precision == "day" and start.month == end.month:
            return _bare_words(end) if start.day == end.day else f"{start.day}–{_bare_words(end)}"
        if start.precision == "day":
            return f"{start.day} {calendar.month_name[start.month]} – {_bare_words(end)}"
        if start.precision == "month":
            return _bare_words(end) if start.month == end.month else f"{calendar.month_name[start.month]}–{_bare_words(end)}"
        if start.precision == "year":
            return _bare_words(end)
    if both_plain and start.precision == "year":
        return f"{start.year}–{end.year}"
    return f"{_point_words(start, first)} – {_point_words(end, last)}"
