"""Sentences of the overview."""

from __future__ import annotations

import pandas as pd

from netfreedom.analysis.overview import Turn
from netfreedom.analysis.world import Standing
from netfreedom.prose.scores import ordinal
from netfreedom.prose.words import capital, chapter, counted, in_words, listed, notes
from netfreedom.vocabulary import CONTROLS


def period(meta) -> str:
    """The coverage period in words, beside the edition's year."""
    return (
        f"The {meta.edition} edition covers **{meta.coverage_start:%B %Y} to {meta.coverage_end:%B %Y}**. "
        "What the report tells of the time before or after is kept in this book and marked."
    )


def standing_title(country: str, place: Standing | None) -> str:
    """How many of the countries assessed are freer; the question where the index does not hold the country."""
    if place is None:
        return f"Where does {country} stand?"
    if place.freer >= place.less_free:
        return f"{place.freer} of the {place.countries} countries assessed were freer online than {country}"
    return f"{place.less_free} of the {place.countries} countries assessed were less free online than {country}"


def standing_sentence(country: str, place: Standing | None, before: Standing | None, names: dict[str, str]) -> str:
    """Place, ties and median; the 65 countries are a selection, not the world."""
    if place is None:
        return f"The index does not hold {country} in this edition."
    tie = f", tied with {listed(names.get(iso3, iso3) for iso3 in place.tied_iso3)}" if place.tied else ""
    was = f" In the edition before it was {_place(before)}." if before else ""
    return (
        f"{place.freer} countries were freer, {place.less_free} less free{tie}: {country} was {_place(place)}, where the "
        f"median was {place.median:g} points.{was} The countries assessed are a selection, not the world."
    )


def _place(place: Standing) -> str:
    return f"{ordinal(place.rank_from_least_free)} least free of {place.countries}"


def got_worse(report, rules: pd.DataFrame, imprisoned: pd.DataFrame) -> str:
    """A list of what got worse, a line for each coded table, each with a link to its chapter."""
    lines = []
    if report.coded("laws"):
        lines.append(f"{counted(len(rules), 'rule')} that tighten control were adopted or took force in the period "
                     f"({chapter('legal changes', '05-legal-changes')}).")
    if report.coded("restrictions"):
        count = len(report.restrictions)
        lines.append(f"{counted(count, 'restriction')} of a service, site or place {'is' if count == 1 else 'are'} reported, "
                     f"those of the period and those before or after it ({chapter('restrictions', '04-restrictions')}).")
    if report.coded("cases"):
        lines.append(f"{counted(len(imprisoned), 'person was', 'people were')} sentenced to prison for what they said online "
                     f"({chapter('prosecutions', '06-prosecutions')}).")
    if report.coded("systems"):
        fresh = report.systems[report.systems["status"].isin(("announced", "planned"))]
        lines.append(f"{counted(len(fresh), 'monitoring system was', 'monitoring systems were')} announced or planned "
                     f"({chapter('surveillance', '10-surveillance')}).")
    return "\n".join(f"- {capital(line)}" for line in lines) or "What got worse is not coded for this report."


def got_better(coded: bool, turns: list[Turn]) -> str:
    """A list of what got better, each with its notes and a link; says so where the report names nothing."""
    if not coded:
        return "What got better is not coded for this report."
    if not turns:
        return "The report names nothing that got better."
    return "\n".join(f"- {chapter(turn.what, turn.chapter, turn.anchor)}{notes(turn.notes)}" for turn in turns)


def controls_title(iso3: str, edition: int, totals: pd.Series, names: dict[str, str]) -> str:
    """How many of the nine controls were ticked, and who else had all; the question where none were published."""
    if iso3 not in totals.index:
        return "How broad is control?"
    count = int(totals[iso3])
    if count < len(CONTROLS):
        return f"{capital(in_words(count))} of nine controls were ticked in {edition}"
    all_nine = sorted(names.get(code, code) for code in totals[totals == len(CONTROLS)].index)
    only = f" — in {listed(all_nine)} only" if 1 < len(all_nine) <= 3 else f" — in {counted(len(all_nine), 'country', 'countries')}"
    return f"All nine controls were in use in {edition}{only}"


def controls_sentence(iso3: str, totals: pd.Series, worse_with_fewer: int, bearing: pd.DataFrame) -> str:
    """What a tick is worth: breadth, not depth; and on how many rows of the report each rests."""
    if iso3 not in totals.index:
        return "The nine key internet controls were not published for this country and edition."
    fewest = bearing.groupby("title").size().sort_values()
    thin = f" The thinnest is “{fewest.index[0]}”, with {counted(int(fewest.iloc[0]), 'row')}." if len(fewest) else ""
    return (
        f"The median of {len(totals)} countries is {totals.median():g} controls. A tick means that something happened at least once: "
        f"{counted(worse_with_fewer, 'country', 'countries')} with fewer ticks {'has' if worse_with_fewer == 1 else 'have'} a worse total. "
        f"{len(bearing)} rows of this report bear the ticks out, {int(bearing['noted'].sum())} of them with a note.{thin}"
    )
