"""Sentences and finding titles of the timeline chapter."""

from __future__ import annotations

from datetime import date

import pandas as pd

from netfreedom.analysis import timeline as analysis
from netfreedom.analysis import timeline_counts as counting
from netfreedom.prose.words import capital, counted, in_words, listed, of_them

MONTHS_NAMED = 3  # more months than that are no finding
RARE = 0.25  # below that share of the dated entries, exact days are the exception that a title may name


def period_words(start: date, end: date) -> str:
    """`June 2015 – May 2016`."""
    return f"{start:%B %Y} – {end:%B %Y}"


def lanes_title(events: pd.DataFrame, start: date, end: date) -> str:
    """How many entries lie wholly in the period, of five or more; else the plain subject."""
    inside = int((analysis.placed(events, start, end)["where"] == analysis.INSIDE).sum())
    if len(events) < 5 or not inside:
        return f"What the report dates, {period_words(start, end)}"
    return f"{inside} of {len(events)} entries lie wholly in the period, {period_words(start, end)}" if inside > 1 else f"One of {len(events)} entries lies wholly in the period, {period_words(start, end)}"


def lead(events: pd.DataFrame, start: date, end: date) -> str:
    """The chapter's findings: which months are written about, how exact the dates are, how many entries there are and where they lie."""
    if events.empty:
        return "The report was read for events and names none."
    where = analysis.placed(events, start, end)["where"].value_counts()
    dated, inside = int(len(events) - where.get(analysis.UNDATED, 0)), int(where.get(analysis.INSIDE, 0))
    busy = busiest_sentence(events, start, end) if len(events) > 1 else ""
    return " ".join(filter(None, (busy, exact_sentence(events) if dated and len(events) > 1 else "", _size(len(events), dated, inside, period_words(start, end)))))


def _size(entries: int, dated: int, inside: int, period: str) -> str:
    if entries == 1:
        lies = f" and {'lies' if inside else 'does not lie'} wholly in the period covered, {period}" if dated else ""
        return f"This timeline has **one entry**, which has {'a' if dated else 'no'} date{lies}."
    told = f"{of_them(dated, entries)} {'has' if dated == 1 else 'have'} a date, if only a rough one" if dated else "none of them has a date"
    lie = f", and {in_words(inside) if inside else 'none'} {'lies' if inside == 1 else 'lie'} wholly in the period covered, {period}" if dated else ""
    return f"This timeline has **{entries:,} entries**: {told}{lie}."


def outside_sentence(events: pd.DataFrame, start: date, end: date) -> str:
    """What lies outside the coverage period, and how far back and ahead it reaches."""
    dots = counting.outside_dots(events, start, end)
    if events.empty:
        return ""
    if dots.empty:
        return "No entry lies wholly outside the period covered."
    before, after = (int((dots["where"] == side).sum()) for side in analysis.OUTSIDE)
    first, last = (dots.loc[dots["where"] == side, "year"] for side in analysis.OUTSIDE)
    parts = [f"{counted(before, 'entry', 'entries')} before it (from {first.min()} on)" if before else ""]
    parts.append(f"{counted(after, 'entry', 'entries')} after it (up to {last.max()})" if after else "")
    said = f"Outside the period {'lies' if len(dots) == 1 else 'lie'} {listed(filter(None, parts))}"
    return f"{said}: a report explains its year by what came earlier, so these are kept and marked, not counted into the period."


def across_sentence(events: pd.DataFrame, start: date, end: date) -> str:
    """Entries of which the date does not decide whether they fall into the period."""
    number = int((analysis.placed(events, start, end)["where"] == analysis.ACROSS).sum())
    if not number:
        return ""
    verb = "reaches" if number == 1 else "reach"
    return f"{capital(counted(number, 'entry', 'entries'))} {verb} over an edge of the period, or may: something that went on, or a date as wide as a year."


def outside_title(events: pd.DataFrame, start: date, end: date) -> str:
    """How far back the report reaches, where it reaches back by years; else the question."""
    dots = counting.outside_dots(events, start, end)
    years = dots.loc[dots["where"] == analysis.BEFORE, "year"]
    if years.empty or start.year - years.min() < 2:
        return "What lies outside the period?"
    return f"The report reaches back to {years.min()}, {in_words(int(start.year - years.min()))} years before its period"


def exact_title(events: pd.DataFrame) -> str:
    """`Only seven entries have an exact day, on six dates`, where days are rare among at least five dated entries; else the question."""
    dated, day = int((events["date"] != "").sum()), int((events["date_precision"] == "day").sum())
    if dated < 5 or day >= RARE * dated:
        return "How exact are the dates?"
    if not day:
        return "No entry has an exact day"
    return f"Only {counted(day, 'entry', 'entries')} {'has' if day == 1 else 'have'} an exact day{_on_dates(events, day)}"


def _on_dates(events: pd.DataFrame, day: int) -> str:
    dates = counting.exact_days(events)
    return "" if dates == day else f", on {counted(dates, 'date')}" if dates > 1 else ", the same"


def exact_sentence(events: pd.DataFrame) -> str:
    """How many of the dated entries have a day, how many a month, in one sentence."""
    counts = counting.exactness(events)["exact"].value_counts()
    day, month = int(counts[counting.EXACTNESS[0]]), int(counts[counting.EXACTNESS[2]])
    if events.empty:
        return ""
    if not len(events) - int(counts[counting.EXACTNESS[6]]):
        return "No entry has a date."
    if len(events) == 1:
        return f"The date of the one entry is as exact as {counts.idxmax()}."
    has, rare = "has" if day == 1 else "have", "only " if 0 < day < RARE * int((events["date"] != "").sum()) else ""
    known = f"; for {in_words(month)} the month is all that is told" if month else ""
    return f"{capital(f'{rare}{in_words(day)}' if day else 'none')} of the {in_words(len(events))} entries {has} an exact day{_on_dates(events, day) if day else ''}{known}."


def order_sentence(events: pd.DataFrame, start: date, end: date) -> str:
    """What cannot be put in order: entries of one month among themselves, with the fullest month as the example."""
    top = busiest(events, start, end)
    month = int(counting.exactness(events)["exact"].eq(counting.EXACTNESS[2]).sum())
    if month < 2 or top.empty or top["count"].iloc[0] < 2:
        return exact_sentence(events)
    return f"Entries that share a month cannot be put in order among themselves, unless they have a day: {top['month'].iloc[0]:%B %Y} alone holds {in_words(int(top['count'].iloc[0]))}."


def busiest(events: pd.DataFrame, start: date, end: date) -> pd.DataFrame:
    """The months with the most entries (several in a tie), columns month, count; empty where there are no dated entries."""
    months = counting.per_month(events, start, end)
    return months[(months["count"] == months["count"].max()) & (months["count"] > 0)]


def busiest_sentence(events: pd.DataFrame, start: date, end: date) -> str:
    """Which months of the period have the most entries: all that come within one of the highest, of three at most."""
    top = busiest(events, start, end)
    if top.empty:
        return ""
    most = int(top["count"].iloc[0])
    months = counting.per_month(events, start, end)
    close = months[(months["count"] == most - 1) & (months["count"] > 0)]
    said = listed(f"{month:%B %Y}" for month in top["month"])
    entries = counted(most, "entry", "entries")
    if len(top) + len(close) > MONTHS_NAMED:
        return ""
    if len(close):
        near = f"{listed(f'{month:%B %Y}' for month in close['month'])} ({in_words(most - 1)}{' each' if len(close) > 1 else ''})"
        return f"The months with most entries are {said} ({entries}{' each' if len(top) > 1 else ''}) and, one fewer, {near}."
    return f"Of the months covered the report writes most about {said}, with {entries}." if len(top) == 1 else f"The months with most entries are {said}, with {entries} each."


def months_title(events: pd.DataFrame, start: date, end: date) -> str:
    """The month that the report writes about most, where it leads by two entries or more; else the plain subject."""
    counts = counting.per_month(events, start, end)["count"].sort_values(ascending=False).tolist()
    top = busiest(events, start, end)
    if len(top) != 1 or (len(counts) > 1 and counts[0] - counts[1] < 2):
        return "Which months the report writes about"
    return f"The report writes most about {top['month'].iloc[0]:%B %Y}"


def months_sentence(events: pd.DataFrame, start: date, end: date) -> str:
    """What the dots of the months do and do not say."""
    if events.empty:
        return ""
    months = counting.per_month(events, start, end)
    shown, empty = int(months["count"].sum()), months.loc[months["count"] == 0, "month"]
    left = len(events) - shown
    named = listed(f"{month:%B %Y}" for month in empty) if len(empty) <= 3 else f"{in_words(len(empty))} of the {in_words(len(months))} months"
    if not shown:
        return "No entry can be put into a month of the period: the dates lie outside it, are too wide for a month, or are not told."
    none = f" No entry is dated to {named}, which does not mean that nothing happened." if len(empty) else ""
    away = f" The other {in_words(left)} {'has' if left == 1 else 'have'} a date outside the period or one too wide for a month, or no date." if left else ""
    return f"{capital(counted(shown, 'entry', 'entries'))} can be put into a month of the period.{away}{none} This counts what is written, not how often such things happened."


BARS_KEY = (
    "Solid: went on throughout. Hollow: at some time within. Dashed: several times. Faint: may reach so far, or an open end."
    " Grey with a triangle: outside the period covered, which is shaded. No bar: no date that falls here, not proof that nothing happened."
)
LANES_KEY = "The period covered is shaded. A bar leads to its row in the table. No bar: no date that falls here, not proof that nothing happened."
LABELS_KEY = " Named: entries that the report tells in most places. Long names are cut, but not where they tell of prosecutions, violence or intimidation."
OUTSIDE_KEY = "One triangle per entry in the year in which it lies or begins; it points back where the entry is before the period, ahead where it is after."
EXACT_KEY = "One dot per entry; a dot leads to its row above"


def lanes_key(lanes: analysis.Lanes) -> str:
    """What the lanes show; what is named, where anything is."""
    return LANES_KEY + (LABELS_KEY if len(lanes.labels) else "")


def drawn_sentence(lanes: analysis.Lanes, events: pd.DataFrame) -> str:
    """How many entries the lanes draw, and why that is neither all of them nor those of the period alone."""
    drawn, last = lanes.bars["id"].nunique(), lanes.end - pd.Timedelta(days=1)
    if not drawn or drawn == len(events):
        return ""
    return f"The chart shows {counted(drawn, 'entry', 'entries')} of {in_words(len(events))}: those of which the date reaches into {lanes.start:%B %Y} to {last:%B %Y}, some weeks on either side of the period included. The table can list all."


def months_key(dots: pd.DataFrame) -> str:
    """What the dots of the months mean; `dots` has the column more, "+n" where a dot stands for several."""
    more = ", at most six, then “+n”" if (dots["more"] != "").any() else ""
    return f"One dot per dated entry in the report{more}; months of the period covered only. Not a measure of how often such things happened."


def lanes_description(lanes: analysis.Lanes, events: pd.DataFrame, start: date, end: date) -> str:
    """The lanes in words, for those who do not see them."""
    if lanes.heads.empty:
        return "No entry has a date near the period covered."
    return f"Entries in and around the period, by lane: {listed(lanes.heads['text'])}. {busiest_sentence(events, start, end)}".strip()


def undated_sentence(events: pd.DataFrame) -> str:
    """How many entries the chart cannot show, and where they are."""
    number = int((events["date"] == "").sum())
    if not number:
        return ""
    return f"{capital(counted(number, 'entry', 'entries'))} without a date {'stands' if number == 1 else 'stand'} at the end of the table only."


def exact_description(events: pd.DataFrame) -> str:
    """The counts by exactness in words."""
    counts = counting.exactness(events)["exact"].value_counts(sort=False)
    return f"Entries by how exact their date is: {listed(f'{name} {count}' for name, count in counts.items() if count)}."
