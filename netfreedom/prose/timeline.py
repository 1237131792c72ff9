"""Sentences and finding titles of the timeline chapter."""

from __future__ import annotations

from datetime import date

import pandas as pd

from netfreedom.analysis import timeline as analysis
from netfreedom.prose.words import capital, chapter, counted, in_words, listed

RARE = 0.25  # below that share of the dated entries, exact days are the exception that a title may name


def period_words(start: date, end: date) -> str:
    """`June 2015 – May 2016`."""
    return f"{start:%B %Y} – {end:%B %Y}"


def lanes_title(start: date, end: date) -> str:
    """The title of the lanes; it claims no more than that the report dates these entries."""
    return f"What the report dates, {period_words(start, end)}"


def lead(events: pd.DataFrame, start: date, end: date) -> str:
    """The chapter's findings: how many entries, where they lie, how exact they are, which months are written about."""
    if events.empty:
        return "The report was read for events and names none."
    where = analysis.placed(events, start, end)["where"].value_counts()
    dated = int(len(events) - where.get(analysis.UNDATED, 0))
    first = f"The report tells of **{counted(len(events), 'happening')}** and gives {_dates_for(dated, len(events))}"
    inside = int(where.get(analysis.INSIDE, 0))
    placed = f"{capital(in_words(inside) if inside else 'none')} {'lies' if inside == 1 else 'lie'} wholly in the period covered, {period_words(start, end)}."
    return " ".join(filter(None, (f"{first}.", placed, exact_sentence(events), busiest_sentence(events, start, end))))


def _dates_for(dated: int, entries: int) -> str:
    if dated == entries:
        return "each of them a date, however rough" if entries > 1 else "it a date, however rough"
    return f"a date, however rough, for {in_words(dated) if dated else 'none'} of them"


def outside_sentence(events: pd.DataFrame, start: date, end: date) -> str:
    """What lies outside the coverage period, and how far back and ahead it reaches."""
    dots = analysis.outside_dots(events, start, end)
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
    dots = analysis.outside_dots(events, start, end)
    years = dots.loc[dots["where"] == analysis.BEFORE, "year"]
    if years.empty or start.year - years.min() < 2:
        return "What lies outside the period?"
    return f"The report reaches back to {years.min()}, {in_words(int(start.year - years.min()))} years before its period"


def exact_title(events: pd.DataFrame) -> str:
    """`Only six dates in the report have a day`, where days are rare among at least five dated entries; else the question."""
    dated, day = int((events["date"] != "").sum()), int((events["date_precision"] == "day").sum())
    if dated < 5 or day >= RARE * dated:
        return "How exact are the dates?"
    days = analysis.exact_days(events)
    if not days:
        return "No date in the report has a day"
    return "Only one date in the report has a day" if days == 1 else f"Only {in_words(days)} dates in the report have a day"


def exact_sentence(events: pd.DataFrame) -> str:
    """How many of the dated entries have a day, how many a month, in one sentence."""
    counts = analysis.exactness(events)["exact"].value_counts()
    day, month = int(counts[analysis.EXACTNESS[0]]), int(counts[analysis.EXACTNESS[2]])
    if not len(events) - int(counts[analysis.EXACTNESS[6]]):
        return ""
    has = "has" if day == 1 else "have"
    return f"{capital(in_words(day) if day else 'none')} of the entries {has} an exact day, {in_words(month) if month else 'none'} a month."


def busiest(events: pd.DataFrame, start: date, end: date) -> pd.DataFrame:
    """The months with the most entries (several in a tie), columns month, count; empty where there are no dated entries."""
    months = analysis.per_month(events, start, end)
    return months[(months["count"] == months["count"].max()) & (months["count"] > 0)]


def busiest_sentence(events: pd.DataFrame, start: date, end: date) -> str:
    """Which month of the period has the most entries."""
    top = busiest(events, start, end)
    if top.empty:
        return ""
    months = listed(f"{month:%B %Y}" for month in top["month"])
    entries = counted(int(top["count"].iloc[0]), "entry", "entries")
    if len(top) == 1:
        return f"Of the months covered the report writes most about {months}, with {entries}."
    return f"The months with most entries are {months}, with {entries} each." if len(top) <= 3 else ""


def months_title(events: pd.DataFrame, start: date, end: date) -> str:
    """The month that the report writes about most, where it leads by two entries or more; else the plain subject."""
    counts = analysis.per_month(events, start, end)["count"].sort_values(ascending=False).tolist()
    top = busiest(events, start, end)
    if len(top) != 1 or (len(counts) > 1 and counts[0] - counts[1] < 2):
        return "Which months the report writes about"
    return f"The report writes most about {top['month'].iloc[0]:%B %Y}"


def months_sentence(events: pd.DataFrame, start: date, end: date) -> str:
    """What the dots of the months do and do not say."""
    if events.empty:
        return ""
    months = analysis.per_month(events, start, end)
    shown, empty = int(months["count"].sum()), months.loc[months["count"] == 0, "month"]
    left = len(events) - shown
    named = listed(f"{month:%B %Y}" for month in empty) if len(empty) <= 3 else f"{in_words(len(empty))} of the {in_words(len(months))} months"
    none = f" Nothing is drawn for {named}: the report dates nothing there, which does not mean that nothing happened." if len(empty) else ""
    away = f" The other {in_words(left)} {'has' if left == 1 else 'have'} a date outside the period or one too wide for a month, or no date." if left else ""
    return f"{capital(counted(shown, 'entry', 'entries'))} can be put into a month of the period.{away}{none} The dots count what is written, not how often such things happened."


LANES_KEY = (
    "Solid: went on throughout. Hollow: at some time within. Dashed: several times. Faint: may reach so far, or an open end."
    " Grey with a triangle: outside the period covered, which is shaded. No bar: no date that falls here, not proof that nothing happened."
)
OUTSIDE_KEY = "One triangle per entry in the year in which it lies or begins; it points back where the entry is before the period, ahead where it is after."
EXACT_KEY = "One dot per entry; a dot leads to its row above"
MONTHS_KEY = "One dot per dated entry in the report, at most six, then “+n”; months of the period covered only. Not a measure of how often such things happened."


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
    counts = analysis.exactness(events)["exact"].value_counts(sort=False)
    return f"Entries by how exact their date is: {listed(f'{name} {count}' for name, count in counts.items() if count)}."


def read_next() -> str:
    """Where to read on."""
    return (
        f"**What to read next.** {chapter('Restrictions', '04-restrictions')}: what was blocked, and what is known of it."
        f" {chapter('Legal changes', '05-legal-changes')}: the rules behind the events. {chapter('Evidence', '12-evidence')}: the notes on which each entry rests."
    )
