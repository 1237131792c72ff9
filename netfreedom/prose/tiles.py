"""Sentences on key internet controls and censored topics across countries."""

from __future__ import annotations

import pandas as pd

from netfreedom.analysis.focus import Focus
from netfreedom.charts.tiles import topic_title
from netfreedom.prose.words import capital, counted, in_words, listed, of_them, the
from netfreedom.vocabulary import CONTROLS

CONTROLS_TABLE = "The nine key internet controls"
TICK = "A tick says that something happened at least once, not how often."


def lead(focus: Focus, ticks: pd.DataFrame, editions: list[int], shown: int | None = None) -> str:
    """How many controls were ticked in the country and elsewhere, in the edition `shown` (the book's own, or the nearest with a table)."""
    if ticks.empty:
        return not_published(CONTROLS_TABLE, focus.edition, editions)
    edition = shown or focus.edition
    said = _ticked(focus, ticks, edition)
    return said if edition == focus.edition else f"{said} {stand_in(CONTROLS_TABLE, focus.edition, edition)}"


def _ticked(focus: Focus, ticks: pd.DataFrame, edition: int) -> str:
    counts = ticks.drop_duplicates("iso3").set_index("iso3")["ticks"]
    base = f"The median of {len(counts)} countries is **{median_words(counts)} of nine**, the most is {in_words(int(counts.max()))}. {TICK}"
    if not focus.iso3:
        return f"In the {edition} edition: {base[0].lower()}{base[1:]}"
    if focus.iso3 not in counts.index:
        return f"The {edition} table does not have {the(focus.name)}. {base}"
    own = int(counts[focus.iso3])
    return (f"In the {edition} edition **{in_words(own) if own else 'none'} of nine** controls {'is' if own == 1 else 'are'} ticked for "
            f"{the(focus.name)}. {base}")


def median_words(counts: pd.Series) -> str:
    """A median as it stands in a sentence: `four`, `3.5`, `none`."""
    median = counts.median()
    return f"{median:g}" if median % 1 else in_words(int(median)) if median else "none"


def stand_in(what: str, edition: int, shown: int | None) -> str:
    """That an edition without a table is shown by the nearest that has one; nothing where it has its own."""
    if shown is None or shown == edition:
        return ""
    return f"{what} are not published for the {edition} edition in a form that this book holds; {shown}, the nearest that has them, stands in."


def not_published(what: str, edition: int, editions: list[int]) -> str:
    """What stands in place of a chart: which editions have the figures that this one lacks."""
    return f"{what} are not published for the {edition} edition in a form that this book holds; it has them for {listed(map(str, editions))}."


def absent(focus: Focus) -> str:
    """What stands in place of a country's own tiles."""
    if not focus.iso3:
        return "This page has no country in focus; the table above counts all of them."
    return f"None of the tables of controls that this book holds has {the(focus.name)}."


def no_topics(focus: Focus, edition: int, editions: list[int]) -> str:
    """What stands in place of the topics of a country and its neighbours."""
    if edition not in editions:
        return not_published("Censored topics", edition, editions)
    return f"The table of topics does not have {the(focus.name)}." if focus.iso3 else "The topics of all countries, since none is in focus:"


def wall_title(ticks: pd.DataFrame, edition: int) -> str:
    """Which control is ticked most; the question where two share the place."""
    counts = ticks[ticks["value"] > 0].groupby("control").size().sort_values(ascending=False)
    if len(counts) < 2 or counts.iloc[0] == counts.iloc[1]:
        return f"Which controls were in use where in {edition}?"
    return f"{_title(counts.index[0])}: ticked for {counts.iloc[0]} of {ticks['iso3'].nunique()} countries in {edition}, more than any other control"


def wall_sentence(ticks: pd.DataFrame) -> str:
    """Countries with no tick and with all nine, and how many ticks lie after the period."""
    counts = ticks.drop_duplicates("iso3").set_index("country")["ticks"]
    nine, none = sorted(counts[counts == len(CONTROLS)].index), int((counts == 0).sum())
    after = int((ticks["value"] == 2).sum())
    parts = [
        f"All nine are ticked for {listed(map(the, nine))}." if nine else "No country has all nine.",
        f"{capital(counted(none, 'country has', 'countries have'))} none.",
        f"{capital(counted(after, 'tick'))} {'is' if after == 1 else 'are'} for something seen only after the period covered: hatched here, but counted "
        "in the printed totals and so in these." if after else "",
        "An empty tile says that none was reported, not that none happened.",
    ]
    return " ".join(part for part in parts if part)


def counts_title(counts: pd.DataFrame) -> str:
    """The control whose share of the countries grew most from the first table to the last; the question where none grew or two grew alike."""
    ordered = counts.sort_values("edition").assign(share=counts["ticked"] / counts["countries"]).groupby("control", sort=False)
    first, last = ordered.first(), ordered.last()
    grown = (last["share"] - first["share"]).sort_values(ascending=False)
    if len(grown) < 2 or grown.iloc[0] <= 0 or grown.iloc[0] == grown.iloc[1]:
        return "How many countries have each control ticked?"
    key = grown.index[0]
    said = [f"{row['ticked']:.0f} of {row['countries']:.0f} countries in {row['edition']:.0f}" for row in (first.loc[key], last.loc[key])]
    return f"{_title(key)}: ticked in {said[0]}, in {said[1]}"


def _title(control: str) -> str:
    return next(item.title for item in CONTROLS if item.key == control)


def path_title(focus: Focus, ticks: pd.DataFrame) -> str:
    """How many controls were ticked for the focus in each edition; the question where only one has it."""
    counts = ticks.assign(ticked=ticks["value"] > 0).groupby("edition")["ticked"].sum()
    if len(counts) < 2:
        return f"Which controls were ticked for {the(focus.name)}?"
    none = [str(edition) for edition, count in counts.items() if not count]
    if len(none) == len(counts):
        return f"{capital(the(focus.name))}: none of the nine controls was ticked in {listed(none, last='or')}"
    said = [f"{in_words(int(count))} in {edition}" for edition, count in counts.items() if count]
    return f"{capital(the(focus.name))}: {listed([*said, *([f'none in {listed(none)}'] if none else [])])} of nine controls"


def path_sentence(editions: list[int], hole: list[int], months: dict[int, int]) -> str:
    """That editions without a table are holes, and that the others cover unequal times."""
    gap = f"For {listed(map(str, hole))} no table is published: the hole is a gap in the source, not in the control. " if hole else ""
    odd = listed(f"{edition} covers {counted(months[edition], 'month')}" for edition in editions if edition in months and not 11 <= months[edition] <= 13)
    return f"{gap}{f'{odd}, so that more could be ticked. ' if odd else ''}{TICK}"


def relation_title(focus: Focus, rows: pd.DataFrame, other: pd.Series | None) -> str:
    """The country with as many ticks and a total ten or more points away; the question where there is none."""
    question = "Do countries with more controls have worse totals?"
    if other is None:
        return question
    own = rows.set_index("iso3").loc[focus.iso3]
    gap = int(other["total"] - own["total"])
    if abs(gap) < 10:
        return question
    return f"{capital(the(focus.name))}: as many controls as {the(other['country'])}, {abs(gap)} points {'better' if gap > 0 else 'worse'}"


def relation_sentence(rows: pd.DataFrame, correlation: float) -> str:
    """How far ticks and totals put countries into the same order, and what a tick cannot say."""
    return (f"Over {len(rows)} countries the rank correlation of ticks and totals is {correlation:.2f}, where 1.00 would be the same order. "
            "Both come from the same assessors, so that each is no test of the other, and ticks count kinds of control, not their depth.")


def topics_title(focus: Focus, censored: pd.DataFrame, edition: int) -> str:
    """How many topics are censored in the focus; the question where the table does not have it."""
    if focus.iso3 not in censored.index:
        return "Which topics are censored, and how far?"
    own = censored.loc[focus.iso3]
    wide = f", {of_them(int(own['widespread']), int(own['topics']))} widely" if own["widespread"] and own["topics"] > 1 else ""
    topics = in_words(int(own["topics"])) if own["topics"] else "none"
    return f"{capital(the(focus.name))} in {edition}: {topics} of ten topics censored{wide}"


def topics_sentence(focus: Focus, censored: pd.DataFrame) -> str:
    """How many countries censor more topics than the focus, and the median."""
    base = f"The median of {len(censored)} countries is {median_words(censored['topics'])} of ten topics."
    if focus.iso3 not in censored.index:
        return base
    more = int((censored["topics"] > censored.loc[focus.iso3, "topics"]).sum())
    return f"{capital(counted(more, 'country censors', 'countries censor'))} more topics than {the(focus.name)}. {base}"


def distribution_title(counts: pd.DataFrame) -> str:
    """The topic that most countries censor; the question where two share the place."""
    ordered = (counts["widespread"] + counts["sporadic"]).to_list()
    if len(ordered) > 1 and ordered[0] == ordered[1]:
        return "Which topics are censored in most countries?"
    topic = capital(topic_title(counts["topic"].iloc[0]))
    return f"{topic}: censored in {ordered[0]} of {counts['countries'].iloc[0]} countries, more than any other topic"


def distribution_sentence(counts: pd.DataFrame) -> str:
    """The most and the least censored topic in numbers."""
    first, last = counts.iloc[0], counts.iloc[-1]
    most, least = (row["widespread"] + row["sporadic"] for row in (first, last))
    return (f"The topic censored in most countries is {topic_title(first['topic'])} ({most} of {first['countries']}, widely in {first['widespread']}); "
            f"in the fewest it is {topic_title(last['topic'])} ({least}, widely in {last['widespread']}).")
