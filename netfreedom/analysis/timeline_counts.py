"""How exact the dates of the timeline are, which months it writes about, what lies outside its period: a dot per event."""

from __future__ import annotations

from datetime import date, timedelta

import pandas as pd

from netfreedom.analysis.timeline import AFTER, BEFORE, HEAD, KIND_GROUPS, LASTED, OUTSIDE, months_before, placed, when, with_days
from netfreedom.dates import parse

DOTS_ACROSS, DOTS_PER_MONTH, DOTS_PER_LINE = 3, 6, 40

EXACTNESS = ("a day", "part of a month or year", "a month", "a season or several months", "a year or more", "open or unknown end", "no date")


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
        "when": [when(*told) for told in zip(events["date"], events["date_kind"], events["date_text"], strict=True)],
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
    return with_days(pd.DataFrame(rows, columns=["id", "title", "when", "group", "month", "x", "y", "top", "more"]), "month", "x")


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
