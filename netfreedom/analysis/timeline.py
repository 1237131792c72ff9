"""The master timeline: every event placed against the coverage period, dodged so that none hides another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from netfreedom.dates import Edtf, parse, words

# A kind is drawn in the lane of what it is done to; the order is that of the lanes from the top.
KIND_GROUPS = {
    "networks and content": ("blocking", "disruption", "shutdown", "content_removal"),
    "rules": ("law", "regulation"),
    "people": ("prosecution", "arrest", "violence", "intimidation"),
    "surveillance and attacks": ("surveillance", "technical_attack"),
    "market and institutions": ("market", "institution"),
    "public voices": ("statement", "activism", "other"),
}
GROUP_OF = {kind: group for group, kinds in KIND_GROUPS.items() for kind in kinds}

INSIDE, ACROSS, BEFORE, AFTER, UNDATED = "in the period", "across its edge", "before", "after", "undated"
OUTSIDE = (BEFORE, AFTER)
LASTED, WITHIN, REPEATED = "lasted", "within", "repeated"

# How strongly a stretch is drawn: surely going on; perhaps, within the precision of its date; then a fade at an open end.
SURE, PERHAPS, FADES = 1.0, 0.45, (0.4, 0.25, 0.12)
FADE_DAYS = 30  # of each step of the fade where the end is unknown
GAP_DAYS = 3  # left free between two bars of a row
SYMBOL_DAYS = 7  # about the width of a symbol
HEAD = 1.5  # height of a lane's heading, in rows
DOTS_ACROSS, DOTS_PER_MONTH, DOTS_PER_LINE = 3, 6, 40

EXACTNESS = ("a day", "part of a month or year", "a month", "a season or several months", "a year or more", "open or unknown end", "no date")


@dataclass(frozen=True)
class Lanes:
    """What the lanes are drawn from.

    `bars`: id, title, when, kind, group, tells, where, x, x2, top, bottom, strength; `marks`: one symbol per exact day or
    entry outside the period, with x, y, mark; `heads`: group, y, text; `height` in rows; `start` and `end` of the window.
    """

    bars: pd.DataFrame
    marks: pd.DataFrame
    heads: pd.DataFrame
    height: float
    start: pd.Timestamp
    end: pd.Timestamp


def when(text: str, kind: str = "") -> str:
    """A date for a reader; an interval in which something happened once is told apart from one that it filled."""
    if not text:
        return "no date"
    return f"{'some time in ' if kind == WITHIN and _is_wide(parse(text)) else ''}{words(text)}"


def _is_wide(edtf: Edtf) -> bool:
    """An interval of more than days: one within which the report leaves the moment open."""
    return edtf.is_interval and None not in (edtf.start_min, edtf.end_max) and edtf.precision != "day"


def where_of(text: str, start: date, end: date) -> str:
    """How a date lies to the coverage period: in it, across (or perhaps across) its edge, before, after, undated."""
    if not text:
        return UNDATED
    edtf = parse(text)
    if edtf.end_max and edtf.end_max < start:
        return BEFORE
    if edtf.start_min and edtf.start_min > end:
        return AFTER
    known = edtf.start_min and edtf.end_max
    return INSIDE if known and edtf.start_min >= start and edtf.end_max <= end else ACROSS


def placed(events: pd.DataFrame, start: date, end: date) -> pd.DataFrame:
    """One row per event in order of time, undated ones last.

    Columns id, title, when, kind, group, date, tells (lasted, within, repeated or undated), where, earliest, latest.
    """
    frame = pd.DataFrame({
        "id": events["id"],
        "title": events["title"],
        "when": [when(*pair) for pair in zip(events["date"], events["date_kind"], strict=True)],
        "kind": events["kind"],
        "group": events["kind"].map(GROUP_OF).astype("str"),
        "date": events["date"],
        "tells": events["date_kind"],
        "where": pd.Series([where_of(text, start, end) for text in events["date"]], index=events.index, dtype="str"),
        "earliest": events["date_earliest"],
        "latest": events["date_latest"],
    })
    order = frame["earliest"].fillna(frame["latest"])
    return frame.assign(_order=order).sort_values(["_order", "latest", "id"], na_position="last", ignore_index=True).drop(columns="_order")


def months_before(day: date, months: int) -> date:
    """The first day of the month so many months before (or, with a negative number, after) a day's month."""
    count = day.year * 12 + day.month - 1 - months
    return date(count // 12, count % 12 + 1, 1)


def stretches(edtf: Edtf, tells: str, known_until: date) -> list[tuple[date, date, float]]:
    """The stretches (first day, day after the last, strength) in which a date is drawn.

    What lasted is solid from the latest start to the earliest end, and faint where it may or may not have gone on. What
    happened within an interval is one stretch. An open end (`..`) runs to the end of the period that the report knows
    and fades out after it; an unknown end fades at once.
    """
    if tells == LASTED:
        drawn = _lasted(edtf, known_until)
    else:
        first, last = edtf.start_min or edtf.end_min, edtf.end_max or edtf.start_max
        drawn = [(first, _after(last), SURE)]
    if edtf.end_max is None:
        drawn += _fade(drawn[-1][1], forward=True)
    if edtf.start_min is None:
        drawn = _fade(drawn[0][0], forward=False) + drawn
    return drawn


def _lasted(edtf: Edtf, known_until: date) -> list[tuple[date, date, float]]:
    if edtf.end_max is None:
        drawn = [(edtf.start_min, edtf.start_max, PERHAPS)] if edtf.start_min < edtf.start_max else []
        until = max(_after(known_until), _after(edtf.start_max)) if edtf.open_end else _after(edtf.start_max)
        return [*drawn, (edtf.start_max, until, SURE)]
    if edtf.start_min is None:
        drawn = [(edtf.end_min, _after(edtf.end_max), PERHAPS)] if edtf.end_min < edtf.end_max else []
        return [(edtf.end_min - timedelta(days=1), _after(edtf.end_min), SURE), *drawn]
    if edtf.start_max > edtf.end_min:
        return [(edtf.start_min, _after(edtf.end_max), PERHAPS)]
    drawn = [(edtf.start_max, _after(edtf.end_min), SURE)]
    if edtf.start_min < edtf.start_max:
        drawn = [(edtf.start_min, edtf.start_max, PERHAPS), *drawn]
    if edtf.end_min < edtf.end_max:
        drawn.append((_after(edtf.end_min), _after(edtf.end_max), PERHAPS))
    return drawn


def _fade(edge: date, forward: bool) -> list[tuple[date, date, float]]:
    steps = [(edge + timedelta(days=FADE_DAYS * n), edge + timedelta(days=FADE_DAYS * (n + 1)), fade) for n, fade in enumerate(FADES)]
    if forward:
        return steps
    return [(edge - timedelta(days=FADE_DAYS * (n + 1)), edge - timedelta(days=FADE_DAYS * n), fade) for n, fade in reversed(list(enumerate(FADES)))]


def _after(day: date) -> date:
    return day + timedelta(days=1)


def rows_without_overlap(spans: list[tuple[date, date]], gap: int = GAP_DAYS) -> list[int]:
    """For spans in order of their starts, the first row in which each leaves `gap` days to the span before it."""
    ends: list[date] = []
    chosen = []
    for first, last in spans:
        row = next((n for n, end in enumerate(ends) if end + timedelta(days=gap) <= first), len(ends))
        ends[row:row + 1] = [last]
        chosen.append(row)
    return chosen


BAR_COLUMNS = ["id", "title", "when", "kind", "group", "tells", "where", "x", "x2", "top", "bottom", "strength"]
MARK_COLUMNS = ["id", "title", "when", "kind", "group", "mark", "x", "y"]
_THICKNESS = {LASTED: 0.8, WITHIN: 0.56, REPEATED: 0.56}
EXACT_DAY = "exact day"


def lanes(events: pd.DataFrame, start: date, end: date, around: int = 2, window: tuple[date, date] | None = None) -> Lanes:
    """The events whose drawing touches the coverage period or the `around` months on either side of it, by lane.

    `window` gives instead the first day drawn and the day after the last, where several periods share an axis.
    """
    first, last = window or (months_before(start, around), months_before(end, -around - 1))
    rows = placed(events, start, end)
    bars, marks, heads, height = [], [], [], 0.0
    for group in KIND_GROUPS:
        lane = [(row, _clipped(stretches(parse(row.date), row.tells, end), first, last)) for row in rows[rows["group"] == group].itertuples() if row.date]
        lane = sorted(((row, drawn) for row, drawn in lane if drawn), key=lambda pair: (pair[1][0][0], -pair[1][-1][1].toordinal()))
        if not lane:
            continue
        heads.append((group, height + HEAD / 2, f"{group} ({len(lane)})"))
        height += HEAD
        places = rows_without_overlap([(drawn[0][0], drawn[-1][1]) for _, drawn in lane])
        for (row, drawn), place in zip(lane, places, strict=True):
            bars += _bars(row, drawn, height + place + 0.5)
            marks += _marks(row, drawn, height + place + 0.5)
        height += max(places) + 1
    return Lanes(
        _with_days(pd.DataFrame(bars, columns=BAR_COLUMNS), "x", "x2"), _with_days(pd.DataFrame(marks, columns=MARK_COLUMNS), "x"),
        pd.DataFrame(heads, columns=["group", "y", "text"]), height, pd.Timestamp(first), pd.Timestamp(last),
    )  # fmt: skip


def _clipped(drawn: list[tuple[date, date, float]], first: date, last: date) -> list[tuple[date, date, float]]:
    return [(max(a, first), min(b, last), strength) for a, b, strength in drawn if a < last and b > first]


def _bars(row, drawn: list[tuple[date, date, float]], middle: float) -> list[tuple]:
    half = _THICKNESS.get(row.tells, _THICKNESS[WITHIN]) / 2
    told = (row.id, row.title, row.when, row.kind, row.group, row.tells, row.where)
    return [(*told, a, b, middle - half, middle + half, strength) for a, b, strength in drawn]


def _marks(row, drawn: list[tuple[date, date, float]], middle: float) -> list[tuple]:
    a, b = drawn[0][0], drawn[-1][1]
    exact = row.tells != LASTED and (b - a).days == 1
    mark = row.where if row.where in OUTSIDE else EXACT_DAY if exact else None
    if mark is None:
        return []
    # beside a bar too short to hold the symbol, else in its middle; an exact day is the symbol
    x = a + (b - a) / 2
    if mark in OUTSIDE and (b - a).days < SYMBOL_DAYS:
        x = a - timedelta(days=SYMBOL_DAYS) if mark == BEFORE else b + timedelta(days=SYMBOL_DAYS)
    return [(row.id, row.title, row.when, row.kind, row.group, mark, x, middle)]


def _with_days(frame: pd.DataFrame, *names: str) -> pd.DataFrame:
    return frame.assign(**{name: pd.to_datetime(frame[name]).astype("datetime64[ns]") for name in names})


def exactness_of(text: str, tells: str) -> str:
    """How exact a date is: one of `EXACTNESS`, by the coarser end of an interval."""
    if not text:
        return EXACTNESS[6]
    edtf = parse(text)
    if edtf.start_min is None or edtf.end_max is None:
        return EXACTNESS[5]
    if edtf.precision == "day":
        return EXACTNESS[0]
    if edtf.approximate:
        return EXACTNESS[1]
    if edtf.precision in ("year", "decade"):
        return EXACTNESS[4]
    several = edtf.precision == "season" or (tells != LASTED and _month(edtf.start_min) != _month(edtf.end_max))
    return EXACTNESS[3] if several else EXACTNESS[2]


def exactness(events: pd.DataFrame) -> pd.DataFrame:
    """One dot per event. Columns id, title, when, exact (ordered as `EXACTNESS`), and x, y of the dot, in dots and rows."""
    frame = pd.DataFrame({
        "id": events["id"],
        "title": events["title"],
        "when": [when(*pair) for pair in zip(events["date"], events["date_kind"], strict=True)],
        "exact": pd.Categorical([exactness_of(*pair) for pair in zip(events["date"], events["date_kind"], strict=True)], EXACTNESS),
        "date": events["date"],
    }).sort_values(["exact", "date", "id"], ignore_index=True)
    place = frame.groupby("exact", observed=True).cumcount()
    lines = frame.groupby("exact", observed=True)["id"].transform("count").sub(1) // DOTS_PER_LINE + 1
    tops = (lines.groupby(frame["exact"], observed=True).first() + HEAD).cumsum().shift(fill_value=0)
    top = frame["exact"].astype(str).map(tops.rename(index=str)).astype(float)
    return frame.assign(x=place % DOTS_PER_LINE, y=top + HEAD + place // DOTS_PER_LINE + 0.5, top=top).drop(columns="date")


def dot_heads(dots: pd.DataFrame, column: str) -> pd.DataFrame:
    """A heading per group of dots. Columns: the group's, y, text (with the number of its dots)."""
    counts = dots["more"].clip(lower=1) if "more" in dots else pd.Series(1, index=dots.index)
    grouped = dots.assign(count=counts).groupby(column, observed=True, sort=False).agg(top=("top", "first"), count=("count", "sum")).reset_index()
    text = [f"{name} ({count})" for name, count in zip(grouped[column], grouped["count"], strict=True)]
    return pd.DataFrame({column: grouped[column].astype(str), "y": grouped["top"] + HEAD / 2, "text": text})


def exact_days(events: pd.DataFrame) -> int:
    """How many different dates the events have to the day; one date shared by two events counts once."""
    return events.loc[events["date_precision"] == "day", "date"].nunique()


def month_of(text: str, tells: str) -> date | None:
    """The calendar month in which an event lies or, where it lasted, begins; None where its date does not tell."""
    if not text:
        return None
    edtf = parse(text)
    last = edtf.start_max if tells == LASTED else edtf.end_max
    if edtf.start_min is None or last is None or _month(edtf.start_min) != _month(last):
        return None
    return edtf.start_min.replace(day=1)


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month


def months_of_period(start: date, end: date) -> list[date]:
    """First days of the months that the period touches."""
    count = (end.year - start.year) * 12 + end.month - start.month
    return [months_before(start, -n) for n in range(count + 1)]


def per_month(events: pd.DataFrame, start: date, end: date) -> pd.DataFrame:
    """Events per month of the coverage period, those included that stay at none. Columns month, count."""
    months = [month_of(*pair) for pair in zip(events["date"], events["date_kind"], strict=True)]
    return pd.DataFrame([(pd.Timestamp(month), months.count(month)) for month in months_of_period(start, end)], columns=["month", "count"])


def month_dots(events: pd.DataFrame, start: date, end: date) -> pd.DataFrame:
    """One dot per event and month of the coverage period, at most six per lane and month.

    Columns id, title, when, group, month, x (a day in the month), y, top, more: 0 for a dot, else the number of events that
    a seventh place stands for, as "+n".
    """
    frame = placed(events, start, end)
    frame["month"] = [month_of(*pair) for pair in zip(frame["date"], frame["tells"], strict=True)]
    frame = frame[frame["month"].isin(months_of_period(start, end))]
    rows, top = [], 0.0
    for group in KIND_GROUPS:
        lane = [(month, list(cell.itertuples())) for month, cell in frame[frame["group"] == group].groupby("month")]
        if not lane:
            continue
        for month, cell in lane:
            rows += _cell_dots(group, month, cell, top)
        fullest = max(len(cell) for _, cell in lane)
        top += HEAD + min(-(-fullest // DOTS_ACROSS), DOTS_PER_MONTH // DOTS_ACROSS + 1)
    return _with_days(pd.DataFrame(rows, columns=["id", "title", "when", "group", "month", "x", "y", "top", "more"]), "month", "x")


def _cell_dots(group: str, month: date, cell: list, top: float) -> list[tuple]:
    width = (months_before(month, -1) - month).days / DOTS_ACROSS
    dots = []
    for number, row in enumerate(cell[:DOTS_PER_MONTH]):
        x = month + timedelta(days=round(width * (number % DOTS_ACROSS + 0.5)))
        dots.append((row.id, row.title, row.when, group, month, x, top + HEAD + number // DOTS_ACROSS + 0.5, top, 0))
    more = len(cell) - DOTS_PER_MONTH
    if more > 0:
        y = top + HEAD + DOTS_PER_MONTH // DOTS_ACROSS + 0.5
        dots.append(("", f"{more} more", "", group, month, month + timedelta(days=15), y, top, more))
    return dots


def outside_dots(events: pd.DataFrame, start: date, end: date) -> pd.DataFrame:
    """Events wholly before or after the coverage period, stacked by the year in which they lie or begin.

    Columns id, title, when, kind, group, where, year, y (1 is the lowest of its year).
    """
    frame = placed(events, start, end)
    frame = frame[frame["where"].isin(OUTSIDE)]
    year = frame["earliest"].fillna(frame["latest"]).dt.year.astype(int)
    order = frame.assign(year=year).sort_values(["year", "where", "earliest", "id"], key=lambda column: column.map({BEFORE: 0, AFTER: 1}) if column.name == "where" else column)
    stacked = order.assign(y=order.groupby("year").cumcount() + 1)
    return stacked[["id", "title", "when", "kind", "group", "where", "year", "y"]].reset_index(drop=True)
