"""Whether an EDTF date says what the report's printed words say."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, field

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_MONTH = r"(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_YEAR = r"(?<![\d$,.])(?:1[89]|20)\d\d(?![\d,]\d|\d)"
_DAYS_AFTER = re.compile(rf"\b{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?(?!\d|,\d)(?:\s*(?:-|and|to)\s*(\d{{1,2}})(?:st|nd|rd|th)?(?!\d))?", re.IGNORECASE)
_DAYS_BEFORE = re.compile(rf"(?:(\d{{1,2}})\s*(?:-|and|to)\s*)?\b(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}", re.IGNORECASE)
_PART_OF_YEAR = re.compile(r"\b(first|second|third|fourth)\s+(half|quarter)\b", re.IGNORECASE)
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
# "fall" and "May" are also verbs: a season counts beside a year or a preposition, a month only with its capital.
_SEASON = re.compile(r"\b(spring|summer|autumn|winter|(?<=in )fall|(?<=the )fall|fall(?= of| \d))\b", re.IGNORECASE)
_PART = re.compile(r"\b(?:early|late|mid|beginning of|start of|end of|around|about|circa|middle of)\b", re.IGNORECASE)
_COVERAGE = re.compile(r"\b(?:coverage|reporting) period\b|\bperiod of coverage\b|\bpast year\b", re.IGNORECASE)
_RUN_WORD = re.compile(
    rf"(?:{_MONTH}|\d{{1,4}}(?:st|nd|rd|th)?|and|to|of|the|in|on|by|from|until|through|between|since|early|late|mid|beginning|start|end|middle|around"
    r"|about|spring|summer|autumn|fall|winter|first|second|third|fourth|half|quarter|coverage|period|during|year|[-,])",
    re.IGNORECASE,
)


@dataclass
class Printed:
    """What a piece of text says about time."""

    years: set[int] = field(default_factory=set)
    months: set[int] = field(default_factory=set)
    days: set[int] = field(default_factory=set)
    seasons: set[int] = field(default_factory=set)
    part: bool = False  # "early", "late", "mid-": a part of the month or year

    @property
    def empty(self) -> bool:
        return not (self.years or self.months or self.days or self.seasons)


@dataclass(frozen=True)
class Point:
    """One end of an EDTF date."""

    year: int
    month: int | None
    day: int | None
    part: bool

    @property
    def season(self) -> int | None:
        return self.month if self.month and self.month > 12 else None


def read_printed(text: str) -> Printed:
    """Years, months, days and seasons named in a normalized text."""
    printed = Printed()
    printed.years = {int(year) for year in re.findall(_YEAR, text)}
    for month in re.findall(rf"\b{_MONTH}", text, re.IGNORECASE):
        if month[0].isupper():
            printed.months.add(_MONTHS[month.rstrip(".").lower()])
    for pattern in (_DAYS_AFTER, _DAYS_BEFORE):
        for days in pattern.findall(text):
            printed.days |= {int(day) for day in days if day and 1 <= int(day) <= 31}
    for which, span in _PART_OF_YEAR.findall(text):
        length = 6 if span.lower() == "half" else 3
        last = _ORDINALS[which.lower()] * length
        if last <= 12:
            printed.months |= {last - length + 1, last}
    printed.seasons = {_SEASONS[season.lower()] for season in _SEASON.findall(text)}
    printed.part = bool(_PART.search(text))
    return printed


def read_edtf(date: str) -> list[Point]:
    """The ends of an EDTF date that are given; [] where it is none."""
    points = []
    for end in date.split("/"):
        if match := re.fullmatch(r"(\d{3}[\dX])(?:-(\d\d)(?:-(\d\d))?)?([~?%]?)", end):
            year, month, day, mark = match.groups()
            points.append(Point(int(year.replace("X", "0")), int(month) if month else None, int(day) if day else None, mark in ("~", "%") and bool(mark)))
    return points


def expression(text: str, start: int, end: int) -> str:
    """The whole date expression around `text[start:end]`: date words that adjoin it on both sides."""
    while match := re.match(rf"\s*{_RUN_WORD.pattern}(?!\w)", text[end:], re.IGNORECASE):
        end += match.end()
    while match := re.search(rf"(?<!\w){_RUN_WORD.pattern}\s*$", text[:start], re.IGNORECASE):
        start = match.start()
    return text[start:end]


def coverage_edtf(coverage: str) -> str:
    """"June 2015 – May 2016" → "2015-06/2016-05"; "" where the report prints no such period."""
    points = re.findall(rf"({_MONTH})\s+(?:\d{{1,2}},\s+)?(\d{{4}})", coverage, re.IGNORECASE)
    ends = [f"{year}-{_MONTHS[month.rstrip('.').lower()]:02d}" for month, year in points]
    return "/".join(ends) if len(ends) == 2 else ""


def disagreement(date: str, date_text: str, around: str, passage: str, wider: str, coverage: str, explained: bool) -> str | None:
    """Why a date does not say what the printed words say, or None when it does. All texts are normalized.

    `around` is the whole expression in which `date_text` stands, `passage` the passage, `wider` the text in which a year that
    the passage leaves out may be looked up. A relative date ("two weeks later") is accepted only with an explaining note.
    """
    points = read_edtf(date)
    if not points:
        return f"'{date}' is not a date that the printed words could give"
    printed, near, whole, broad = (read_printed(text) for text in (date_text, around, passage, wider))
    if printed.empty and _COVERAGE.search(date_text):
        return None if date == coverage else f"the words name the coverage period, which is {coverage or 'not printed'}"
    if printed.empty:
        if not explained:
            return "the words name no date of their own, and no note explains how the date follows"
        # "two weeks later": one end of the date must be named in the passage, the rest is what the note explains.
        named = any(not missing_parts_of(point, whole) for point in points) or _year_alone(points, whole)
        return None if named else "no end of the date is named in the passage"
    return (
        _months_differ(points, printed, whole)
        or _days_differ(points, printed, near, whole)
        or _seasons_differ(points, printed, whole)
        or _years_differ(points, printed, whole, broad, explained)
        or _parts_differ(points, printed, near, whole)
    )


def missing_parts(date: str, text: str) -> list[str]:
    """Parts of a date (year, month, season, day) that a normalized text does not print."""
    printed = read_printed(text)
    return [part for point in read_edtf(date) for part in missing_parts_of(point, printed)]


def missing_parts_of(point: Point, printed: Printed) -> list[str]:
    """Parts of one end of a date that are not printed."""
    missing = [] if point.year in printed.years else [str(point.year)]
    if point.season:
        missing += [] if point.season in printed.seasons else [f"season {point.season}"]
    elif point.month and point.month not in printed.months:
        missing.append(calendar.month_name[point.month])
    if point.day and point.day not in printed.days:
        missing.append(f"day {point.day}")
    return missing


def _year_alone(points: list[Point], whole: Printed) -> bool:
    return all(point.month is None for point in points) and bool({point.year for point in points} & whole.years)


def _months_differ(points: list[Point], printed: Printed, whole: Printed) -> str | None:
    given = {point.month for point in points if point.month and not point.season}
    for month in sorted(printed.months):
        inside = len(points) == 2 and _inside(points, month, printed.years)
        if month not in given and not (inside and len(printed.months) > 2):
            return f"the words name {calendar.month_name[month]}, the date does not"
    for month in sorted(given - whole.months):
        return f"the date has {calendar.month_name[month]}, the passage does not"
    return None


def _inside(points: list[Point], month: int, years: set[int]) -> bool:
    first, last = ((point.year, point.month or (1 if point is points[0] else 12)) for point in points)
    return any(first <= (year, month) <= last for year in years or range(points[0].year, points[1].year + 1))


def _days_differ(points: list[Point], printed: Printed, near: Printed, whole: Printed) -> str | None:
    given = {point.day for point in points if point.day}
    for day in sorted(printed.days - given):
        return f"the words name day {day}, the date does not"
    for day in sorted(given - near.days):
        if day not in whole.days or not printed.days:
            return f"the date has day {day}, the words do not"
    return None


def _seasons_differ(points: list[Point], printed: Printed, whole: Printed) -> str | None:
    given = {point.season for point in points if point.season}
    if printed.seasons - given and not printed.months:
        return "the words name a season, the date does not"
    return "the date has a season that the passage does not name" if given - whole.seasons else None


def _years_differ(points: list[Point], printed: Printed, whole: Printed, broad: Printed, explained: bool) -> str | None:
    given = {point.year for point in points}
    for year in sorted(printed.years):
        if year not in given and not min(given) <= year <= max(given):
            return f"the words name {year}, the date does not"
    for year in sorted(given - whole.years):
        # A month printed without its year: the section must name the year, and a note must say so.
        if not (explained and year in broad.years):
            return f"the date has {year}, the passage does not"
    return None


def _parts_differ(points: list[Point], printed: Printed, near: Printed, whole: Printed) -> str | None:
    marked = any(point.part for point in points)
    if printed.part and not marked and not any(point.day for point in points):
        return "the words name a part of a month or year, the date has no ~"
    if marked and not (near.part or whole.part):
        return "the date has ~, the passage names no part of a month or year"
    return None
