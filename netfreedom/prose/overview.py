"""Sentences of the overview."""

from __future__ import annotations

import pandas as pd

from netfreedom.analysis import overview as analysis
from netfreedom.analysis.overview import Turn
from netfreedom.analysis.scores import Change
from netfreedom.analysis.world import Standing
from netfreedom.charts.parts import signed
from netfreedom.dates import words
from netfreedom.prose.prosecutions import sentenced
from netfreedom.prose.scores import place_words
from netfreedom.prose.words import capital, chapter, counted, in_words, listed, notes, the
from netfreedom.vocabulary import CONTROLS


def period(meta) -> str:
    """The coverage period in words, beside the edition's year; says so where only the index speaks and does not document it."""
    if meta.coverage_start is None:
        return f"The index does not document which months the {meta.edition} edition covers."
    said = f"The {meta.edition} edition covers **{meta.coverage_start:%B %Y} to {meta.coverage_end:%B %Y}**."
    kept = " What it says about earlier or later months is kept in this book and marked."
    return said + (kept if meta.tables else "")


# Where a reader finds what the report says in the field of each category.
FIELDS = {
    "access": (("access", "08-access"), ("powers", "09-powers")),
    "content": (("restrictions", "04-restrictions"), ("content removal", "07-content-removal"), ("public sphere", "11-public-sphere")),
    "rights": (("legal changes", "05-legal-changes"), ("prosecutions", "06-prosecutions"), ("surveillance", "10-surveillance")),
}


def why(report, change: Change | None) -> str:
    """What the points show about their reasons, and where the report writes about the categories that moved."""
    if change is None:
        return "**Why?** There is no earlier score here, so there is no change to explain."
    moved = change.categories[change.categories["worse_by"] != 0] if len(change.categories) else change.categories
    if not change.total_worse_by and moved.empty:
        return "**Why?** The total did not change, so there is no change to explain."
    links = [chapter(*link) for key in moved.get("category", ()) for link in FIELDS[key] if report.meta.tables]
    read = f" What the report says in this field: {listed(links)}." if links else ""
    return f"**Why?** {_points_by_question(report, change)}{read}"


def _points_by_question(report, change: Change) -> str:
    points = "the point" if abs(change.total_worse_by) == 1 else f"the {in_words(abs(change.total_worse_by))} points" if change.total_worse_by else "the points that moved"
    if report.meta.layout == "sections":
        return f"The report gives its points by category, not by question. They do not show which of its findings made the difference, so this book names no cause for {points}."
    rows = report.question_scores
    rows = rows[rows["change"].notna() & (rows["change"] != 0)]
    if rows.empty:
        coded = report.coded("question_scores")
        return "No question is printed with a change." if coded else "The points of each question are not coded here, so this book names no cause."
    return f"Points moved on {listed(f'{row.question} ({signed(int(row.change))})' for row in rows.itertuples())}; the report argues each question in a section of its own."


def how_sure(report, change: Change | None, robust: pd.DataFrame, bare: int, facts: int) -> str:
    """That a point or two are a judgement, what a point more or less would do to the status, and how many facts have no note."""
    step = abs(change.total_worse_by) if change else 0
    parts = [f"{capital(counted(step, 'point'))} {'is' if step == 1 else 'are'} a judgement, not a measurement." if step in (1, 2) else "Every point is a judgement, not a measurement."]
    if len(robust):
        last = robust.iloc[-1]
        parts.append(f"With each category one point lower, the same or one point higher, the status stays what it is in {last['same']} of {last['combinations']} combinations.")
    if facts > 1 and not report.coded("sources"):
        parts.append("The report's notes are not coded here, so its claims cannot be followed to their sources.")
    elif facts > 1:
        many = f"{in_words(bare)} of the {facts:,} facts coded from the report {'has' if bare == 1 else 'have'} no note that a reader could check"
        every = f"{'each' if not bare else 'none'} of the {facts:,} facts coded from the report has a note"
        parts.append(f"{capital(every if bare in (0, facts) else many)} ({chapter('evidence', '12-evidence')}).")
    if facts > 1:
        parts.append(f"Other sources can be set beside some of its figures ({chapter('cross-checks', '13-cross-checks')}).")
    return f"**How sure?** {' '.join(parts)}"


def where_from(meta) -> str:
    """The report with its address and date, or the index where nothing else is known; how the tables were made."""
    if not meta.tables:
        return f"**Where from?** From {meta.publisher}'s scores alone; the report's text is not coded here ({chapter('methods', '/about/methods')})."
    title = f"[{meta.title}]({meta.url})" if meta.url else meta.title
    part = "an excerpt of one report" if meta.extent == "excerpt" else "one report"
    published = f", published {words(meta.published)}" if meta.published else ""
    return f"**Where from?** From {part}: {title} ({meta.publisher}{published}). Its facts were put into tables, and a program compared them with the text ({chapter('methods', '/about/methods')})."


def standing_title(country: str, place: Standing | None) -> str:
    """How many of the countries assessed are freer; the question where the index does not hold the country."""
    if place is None:
        return "Where do the countries of this edition stand?"
    number, way = (place.freer, "freer") if place.freer >= place.less_free else (place.less_free, "less free")
    verb = "was" if number == 1 else "were"
    return f"{number} of the {place.countries} countries assessed {verb} {way} online than {the(country)}"


NO_EDITION = "The index holds no country in this edition."


def standing_key(edition: int, dots: pd.DataFrame) -> str:
    """What the dots mean and which of them are labelled; `dots` has the columns country and role."""
    own, peers = list(dots.loc[dots["role"] == "own", "country"]), int((dots["role"] == "peer").sum())
    labelled = listed([*own, *([f"{counted(peers, 'country', 'countries')} chosen for comparison"] if peers else [])])
    return f"One dot per country of the {edition} edition{f'; labelled: {labelled}' if labelled else ''}"


def standing_sentence(country: str, place: Standing | None, before: Standing | None, names: dict[str, str]) -> str:
    """Place, ties and median; the 65 countries are a selection, not the world."""
    if place is None:
        return f"The index does not hold {the(country)} in this edition."
    tied = listed(the(names.get(iso3, iso3)) for iso3 in place.tied_iso3) if place.tied <= 4 else f"{in_words(place.tied)} others"
    tie = f"; {tied} had the same total" if place.tied else ""
    was = f" In the edition before it was {place_words(before)}." if before else ""
    return (
        f"{capital(_were(place.freer, 'country', 'countries'))} freer and {in_words(place.less_free)} less free{tie}. With {counted(place.value, 'point')} "
        f"{the(country)} was {place_words(place)}; the median was {place.median:g}.{was} The countries assessed are a selection, not the world."
    )


def _were(number: int, one: str, many: str) -> str:
    return f"{counted(number, one, many)} {'was' if number == 1 else 'were'}"


LIST_ONLY = "What the report describes for the period, as a list. It is no comparison with the year before."


def more_control(report) -> str:
    """A list of what the report tells of more control in the period, a line for each coded table, each with a link to its chapter."""
    lines = []
    if report.coded("laws"):
        lines.append(f"{_tightened(analysis.worse_rules(report))} ({chapter('legal changes', '05-legal-changes')}).")
    if report.coded("restrictions"):
        count = len(analysis.restrictions_of_period(report))
        lines.append(f"{counted(count, 'restriction')} of a service, site or place {'is' if count == 1 else 'are'} dated to the period or {'overlaps' if count == 1 else 'overlap'} it "
                     f"({chapter('restrictions', '04-restrictions')}).")
    if report.coded("cases"):
        lines.append(f"{sentenced(analysis.sentences_of_period(report)) or 'nobody in the coded cases was sentenced to prison or to restricted freedom in the period'} "
                     f"({chapter('prosecutions', '06-prosecutions')}).")
    if report.coded("systems"):
        fresh = analysis.new_systems(report)
        named = "; ".join(f"{row['name']} ({row['status']}){notes(row['footnotes'])}" for _, row in fresh.iterrows())
        lines.append(f"{'for surveillance or monitoring' if len(fresh) else 'no system for surveillance or monitoring was announced or planned'}{': ' + named if named else ''} "
                     f"({chapter('surveillance', '10-surveillance')}).")
    unread = not_coded(report, ("laws", "restrictions", "cases", "systems"))
    if not lines:
        return "What tightened control is not coded for this report."
    return LIST_ONLY + "\n\n" + "\n".join(f"- {capital(line)}" for line in [*lines, *([unread] if unread else [])])


def _tightened(rules: pd.DataFrame) -> str:
    sure, perhaps = int(rules["certain"].sum()), int((~rules["certain"].astype(bool)).sum())
    if not sure and perhaps:
        return f"{counted(perhaps, 'rule')} that {'tightens' if perhaps == 1 else 'tighten'} control may have begun in the period"
    more = f", and perhaps {in_words(perhaps)} more with a date too wide to tell" if perhaps else ""
    return f"{counted(sure, 'rule')} that {'tightens' if sure == 1 else 'tighten'} control began in the period{more}"


def not_coded(report, tables: tuple[str, ...]) -> str:
    """`Not coded for this report: laws and cases.`; nothing where all are."""
    missing = [table.replace("_", " ") for table in tables if not report.coded(table)]
    return f"Not coded for this report: {listed(missing)}." if missing else ""


def less_control(coded: bool, turns: list[Turn], unread: str = "") -> str:
    """A list of what eased control, each with its notes and a link; says so where no row does, or part of the report is `unread`."""
    if not coded:
        return "What eased control is not coded for this report."
    if not turns:
        return f"No row of this report tells of control that eased. {unread}".strip()
    lines = [f"{chapter(turn.what, turn.chapter, turn.anchor)}{notes(turn.notes)}" for turn in turns]
    return "\n".join(f"- {line}" for line in [*lines, *([unread] if unread else [])])


NO_CONTROLS = "The nine key internet controls were not published for this country and edition."


def controls_title(iso3: str, edition: int, totals: pd.Series, names: dict[str, str]) -> str:
    """How many of the nine controls were ticked, and who else had all; the question where none were published."""
    if iso3 not in totals.index:
        return "How broad is control?"
    count = int(totals[iso3])
    if count < len(CONTROLS):
        return f"{capital(in_words(count) if count else 'none')} of nine controls {'was' if count == 1 else 'were'} ticked in {edition}"
    all_nine = sorted(names.get(code, code) for code in totals[totals == len(CONTROLS)].index)
    only = f"for {listed(all_nine)} only" if len(all_nine) <= 3 else f"for {counted(len(all_nine), 'country', 'countries')}"
    return f"Freedom House ticked all nine controls in {edition}, {only}"


def controls_sentence(iso3: str, totals: pd.Series, worse_with_fewer: int) -> str:
    """What a tick is worth: breadth, not depth."""
    if iso3 not in totals.index:
        return NO_CONTROLS
    middle = f"The median of {len(totals)} countries is {totals.median():g} controls."
    if not totals[iso3]:
        return f"{middle} A tick means that something happened at least once; here there is none."
    return (
        f"{middle} A tick means that something happened at least once, not how often: "
        f"{counted(worse_with_fewer, 'country', 'countries')} with fewer ticks {'has' if worse_with_fewer == 1 else 'have'} a worse total."
    )


def look_sentence(rows: pd.DataFrame, missing: list[tuple[str, int, int]]) -> str:
    """That rows are found by category and prove no tick; which ticked controls have no row in the period."""
    found = int((rows["place"] == "in").sum())
    if not found and not missing:
        return ""
    where = "The table under the chart links each control to rows of this report where a reader can look. They are found by category: a row need not be what Freedom House had in mind." if found else ""
    if not missing:
        return where
    if len(missing) > 3:
        return f"{where} For {in_words(len(missing))} of the ticked controls this book has no row in the period; what those ticks rest on cannot be seen here.".strip()
    titles = listed(f"“{title}”" for title, _, _ in missing)
    sides = listed(f"{in_words(count)} {side} it" for count, side in zip(missing[0][1:], ("before", "after"), strict=True) if count) if len(missing) == 1 else ""
    ticks = "that tick rests" if len(missing) == 1 else "those ticks rest"
    return f"{where} For {titles} this book has no row in the period{f', only {sides}' if sides else ''}; what {ticks} on cannot be seen here.".strip()
