"""Date words → EDTF, at the precision that is printed and by the contract's conventions.

A day is never made up for a month, part words ("early", "late", "mid-") become `~`, "since" leaves the end open. A year that
is not printed is looked for in the sentence, then in the passage, then in the coverage period, and `inferred` says so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from netfreedom.dates import parse

_NAMES = "january february march april may june july august september october november december".split()
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.|Feb\.|Mar\.|Apr\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.)"
)
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d%])"
_YEAR = r"(?:19[5-9]\d|20[0-4]\d)"
_PART = r"(?:early(?: in)?|late(?: in)?|mid|(?:the )?(?:beginning|start|end|middle) of)[\s-]+(?:the )?"
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}

# One date; the alternatives stand from the fullest to the barest.
_POINT = re.compile(
    rf"(?P<part>\b{_PART})?(?:"
    rf"\b(?P<day>{_DAY})(?:\s*(?:-|–|—|to|and)\s*(?P<day_to>{_DAY}))?\s+(?:of\s+)?(?P<month>{_MONTH})(?:,?\s+(?P<year>{_YEAR})(?!\d))?"
    rf"|\b(?P<month2>{_MONTH})\s+(?P<day2>{_DAY})(?:\s*(?:-|–|—|to|and)\s*(?P<day_to2>{_DAY})(?!\s*[\w.,]*\d))?(?:,?\s+(?P<year2>{_YEAR})(?!\d))?"
    rf"|\b(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)\s+(?:of\s+)?(?P<year4>{_YEAR})(?!\d)"
    rf"|\b(?P<which>first|second|third|fourth|last)\s+(?P<span>half|quarter)\s+of\s+(?:the\s+)?(?P<year5>{_YEAR})(?!\d)"
    rf"|\b(?P<month3>{_MONTH})(?:\s+of)?(?:,?\s+(?P<year3>{_YEAR})(?!\d))?(?!\s+(?:have|be|also|not|face|well)\b)"
    rf"|(?:(?<=mid-)|(?<![\d$€£.,:#/@\w])(?<![A-Za-z]-))(?P<year6>{_YEAR})(?P<decade>s)?(?![\d%]|[,.]\d|[-–]?[A-Za-z]|\s*(?:percent|users|people|websites|sites|accounts|requests|cases|Olympic|Winter|Summer|World))"
    r")"
)
_COVERAGE = re.compile(r"(?:\b(?:during|in|within|throughout|over|of)\s+)?(?:the|this)?\s*\b(?:coverage|reporting|report) period\b|\bperiod of coverage\b|\bperiod under review\b", re.IGNORECASE)
_OUTSIDE = re.compile(r"\b(?P<which>after|following|before|prior to|since|outside)(?:\s+the\s+(?:end|start|close|beginning)\s+of)?\s+(?:the|this)\s+(?:coverage|reporting|report)\s+period", re.IGNORECASE)
_JOIN = re.compile(r"\s*(?:,?\s*(?P<word>and|to|until|till|through)|[-–—])\s*(?:(?:on|in|again in|from|later in)\s+)?(?:the\s+)?", re.IGNORECASE)
_SINCE = re.compile(r"\b(?:since|from)(?:\s+(?:at least|as early as|around|about))?\s*(?:the\s+)?$", re.IGNORECASE)
_ONWARD = re.compile(r"\s*(?:on|onward|onwards)\b(?!\s+(?:the|a)\b)", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:until|till|up to|through)\s*$", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:before|prior to|ahead of|in the run-up to)\s+(?:the\s+)?$", re.IGNORECASE)
_RANGE = re.compile(r"\b(?:between|from)\s*(?:the\s+)?$", re.IGNORECASE)
_REPEATED = re.compile(r"\b(?:repeated(?:ly)?|on (?:several|numerous|many|multiple|a number of) occasions|several times|regularly|periodic(?:ally)?|intermittent(?:ly)?|frequently|sporadic(?:ally)?)\b", re.IGNORECASE)
# A year that only names a thing ("the 2022 Winter Olympics") is kept out by this distance behind the edition's year.
_LATEST_AFTER_EDITION = 1


@dataclass(frozen=True)
class Mention:
    """A date in a text: where it stands, its EDTF form, what an interval means, the printed words, and what was inferred."""

    start: int
    end: int
    date: str
    kind: str  # lasted | within | repeated
    words: str
    inferred: str = ""


@dataclass(frozen=True)
class Period:
    """A coverage period as two (year, month) pairs; both are (0, 0) where it is not known."""

    first: tuple[int, int] = (0, 0)
    last: tuple[int, int] = (0, 0)

    @property
    def edtf(self) -> str:
        return f"{self.first[0]}-{self.first[1]:02d}/{self.last[0]}-{self.last[1]:02d}" if self.first[0] else ""

    def years_of(self, month: int) -> list[int]:
        """The years in which the month lies inside the period."""
        return [year for year in range(self.first[0], self.last[0] + 1) if self.first <= (year, month) <= self.last]


@dataclass(frozen=True)
class _Point:
    start: int
    end: int
    year: int | None
    month: int | None = None
    day: int | None = None
    day_to: int | None = None
    season: int | None = None
    months: tuple[int, int] | None = None  # of a quarter or half
    part: bool = False
    decade: bool = False
    inferred: str = ""

    @property
    def edtf(self) -> str:
        if self.months:
            return f"{self.year}-{self.months[0]:02d}/{self.year}-{self.months[1]:02d}"
        if self.season:
            return f"{self.year}-{self.season}"
        if self.decade:
            return f"{self.year // 10}X" + ("~" if self.part else "")
        text = str(self.year) + (f"-{self.month:02d}" if self.month else "") + (f"-{self.day:02d}" if self.day else "")
        return text + ("~" if self.part and not self.day else "")

    @property
    def last_edtf(self) -> str:
        return replace(self, day=self.day_to).edtf if self.day_to else self.edtf


def coverage_period(printed: str) -> Period:
    """"June 1, 2015 – May 31, 2016" → its first and last month; an empty period where two months are not printed."""
    found = re.findall(rf"({_MONTH})\s+(?:\d{{1,2}},?\s+)?(\d{{4}})", printed, re.IGNORECASE)
    if len(found) < 2:
        # "June – December 2014": the first month goes without its year.
        short = re.search(rf"({_MONTH})\s*[-–—]\s*({_MONTH})\s+(\d{{4}})", printed, re.IGNORECASE)
        found = [(short[1], short[3]), (short[2], short[3])] if short else []
    ends = [(int(year), _month(name)) for name, year in found[:2]]
    return Period(*ends) if len(ends) == 2 and ends[0] <= ends[1] else Period()


def dates_in(text: str, before: str = "", period: Period | None = None, latest: int = 2100) -> list[Mention]:
    """The dates named in one sentence, in order of print.

    `before` is the text of the passage in front of the sentence, where a missing year is looked for; `latest` is the edition.
    """
    period = period or Period()
    points = [point for match in _POINT.finditer(text) if (point := _point(match))]
    points = [point for point in points if point.year is None or point.year <= latest + _LATEST_AFTER_EDITION]
    points = _with_years(points, text, before, period)
    found = [mention for mention in _merged(points, text) if _valid(mention.date)]
    if period.edtf and not _OUTSIDE.search(text):
        for match in _COVERAGE.finditer(text):
            found.append(Mention(match.start(), match.end(), period.edtf, "within", _words(match.group())))
    found.sort(key=lambda mention: mention.start)
    if _REPEATED.search(text):
        found = [replace(mention, kind="repeated") if "/" in mention.date else mention for mention in found]
    return found


def carried(mention: Mention) -> Mention:
    """A mention's months for a sentence that goes on with it: no day is carried over to another happening."""
    ends = dict.fromkeys(re.sub(r"^(\d{4}-\d\d)-\d\d", r"\1", end) for end in mention.date.split("/"))
    date = "/".join(ends)
    words = mention.words if date == mention.date else re.findall(rf"{_YEAR}|{_MONTH}", mention.words)[-1]
    return replace(mention, date=date, kind="within", words=words)


def starting(mention: Mention) -> Mention:
    """A rule "since 2005": its start is what happened."""
    return replace(mention, date=mention.date.removesuffix("/.."), kind="within") if mention.date.endswith("/..") else mention


def _month(name: str) -> int:
    return next(number for number, month in enumerate(_NAMES, 1) if month.startswith(name.rstrip(".").lower()[:3]))


def _point(match: re.Match) -> _Point | None:
    found = {re.sub(r"\d$", "", key): value for key, value in match.groupdict().items() if value}
    year = int(found["year"]) if "year" in found else None
    common = {"start": match.start(), "end": match.end(), "year": year, "part": "part" in found, "decade": "decade" in found}
    if "season" in found:
        return _Point(**common, season=_SEASONS[found["season"].lower()])
    if "which" in found:
        length = 6 if found["span"] == "half" else 3
        which = 12 // length if found["which"] == "last" else _ORDINALS[found["which"]]
        return _Point(**common, months=((which - 1) * length + 1, which * length)) if which * length <= 12 else None
    day, day_to = (int(re.match(r"\d+", found[key])[0]) if key in found else None for key in ("day", "day_to"))
    return _Point(**common, month=_month(found["month"]) if "month" in found else None, day=day, day_to=day_to)


def _with_years(points: list[_Point], text: str, before: str, period: Period) -> list[_Point]:
    """Points whose missing years are filled, the source of each year told; those that stay without are left out."""
    filled: list[_Point] = []
    earlier = [point for match in _POINT.finditer(before) if (point := _point(match)) and point.year]
    for position, point in enumerate(points):
        if point.year is None:
            following = points[position + 1] if position + 1 < len(points) else None
            joined = following and following.year and _JOIN.fullmatch(text[point.end : following.start])
            last = filled[-1] if filled else earlier[-1] if earlier else None
            if joined or (following and following.year and following.month and not filled):
                year = following.year - (1 if joined and following.month and point.month > following.month else 0)
                point = replace(point, year=year, inferred="" if joined else "year from the next date of the sentence")
            elif (outside := _OUTSIDE.search(text)) and period.edtf:
                point = replace(point, year=_year_outside(point.month, outside["which"], period), inferred="year from the coverage period")
            elif last and last.year:
                point = replace(point, year=_year_near(point.month, last, period), inferred="year from the date before")
            elif len(years := period.years_of(point.month)) == 1:
                point = replace(point, year=years[0], inferred="year from the coverage period")
        if point.year is not None:
            filled.append(point)
    return filled


def _year_outside(month: int, which: str, period: Period) -> int:
    if which.lower() in ("before", "prior to"):
        return period.first[0] if month < period.first[1] else period.first[0] - 1
    return period.last[0] if month > period.last[1] else period.last[0] + 1


def _year_near(month: int, last: _Point, period: Period) -> int:
    """The year of the date before; the next year where only that lies in the coverage period ("December 2015 … in February")."""
    inside = period.years_of(month)
    return last.year + 1 if last.year not in inside and last.year + 1 in inside and (last.month or 0) > month else last.year


def _merged(points: list[_Point], text: str) -> list[Mention]:
    found: list[Mention] = []
    position = 0
    while position < len(points):
        point = points[position]
        following = points[position + 1] if position + 1 < len(points) else None
        join = _JOIN.fullmatch(text[point.end : following.start]) if following else None
        if join and _makes_interval(point, following, join, text):
            found.append(_mention(text, point.start, following.end, f"{point.edtf}/{following.last_edtf}", "lasted", point.inferred or following.inferred))
            position += 2
            continue
        found.append(_single(point, text))
        position += 1
    return found


def _makes_interval(one: _Point, other: _Point, join: re.Match, text: str) -> bool:
    if one.months or other.months or one.season or other.season:
        return False
    if bool(one.month) != bool(other.month) and one.month:
        return False
    if (join["word"] or "").lower() != "and" or _RANGE.search(text[: one.start]):
        return True
    # "September and October 2015": two that adjoin are one stretch; "January 28 and April 12" are two dates.
    if one.month and not one.day and not other.day:
        return other.year * 12 + other.month - one.year * 12 - one.month == 1
    return not one.month and not other.month and other.year - one.year == 1


def _single(point: _Point, text: str) -> Mention:
    before, after = text[: point.start], text[point.end :]
    if point.day_to:
        return _mention(text, point.start, point.end, f"{point.edtf}/{point.last_edtf}", "lasted", point.inferred)
    if not point.months and (since := _SINCE.search(before)) and (since.group().lower().startswith("since") or _ONWARD.match(after)):
        return _mention(text, since.start(), point.end, f"{point.edtf}/..", "lasted", point.inferred)
    if not point.months and (until := _UNTIL.search(before)):
        return _mention(text, until.start(), point.end, f"../{point.edtf}", "lasted", point.inferred)
    if not point.months and not point.day and _BEFORE.search(before):
        return _mention(text, point.start, point.end, f"../{point.edtf}", "within", point.inferred)
    return _mention(text, point.start, point.end, point.edtf, "within", point.inferred)


def _mention(text: str, start: int, end: int, date: str, kind: str, inferred: str) -> Mention:
    return Mention(start, end, date, kind, _words(text[start:end]), inferred)


def _words(printed: str) -> str:
    """At most four of the printed words: the last ones, where the year stands."""
    return re.sub(r"^(?:and|to|until|till|through|the)\s+", "", " ".join(printed.split()[-4:])).strip(" ,;")


def _valid(date: str) -> bool:
    try:
        parse(date)
    except ValueError:
        return False
    return True
