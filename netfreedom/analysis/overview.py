"""A report at a glance: the facts of its score box, what got worse and what got better in the period it covers."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from netfreedom.analysis.periods import place_in_period

COUNTED_STATUS = ("in_force", "adopted")


@dataclass(frozen=True)
class Turn:
    """Something that got worse or better: the row's own words, its notes, the chapter that tells it, its anchor there."""

    what: str
    notes: tuple[int, ...]
    chapter: str
    anchor: str = ""


def box_facts(indicators: pd.DataFrame) -> pd.DataFrame:
    """The facts of the score box as printed: columns fact, value."""
    rows = indicators[indicators["topic"] == "score_box"]
    return pd.DataFrame({"fact": rows["label"], "value": rows["value_text"]}).reset_index(drop=True)


def better(report) -> list[Turn]:
    """What improved: rules that loosen, bills refused, services restored, people acquitted, demands refused or undone."""
    laws = _in_period(report.laws, report.meta, "in_force", "adopted")
    turns = [
        Turn(row.instrument, row.footnotes, "05-legal-changes", row.id)
        for row in laws[(laws["direction"] == "loosens") & laws["status"].isin(COUNTED_STATUS)].itertuples()
    ]
    refused = report.laws[(report.laws["status"] == "rejected") & report.laws["kind"].isin(("bill", "plan"))]
    turns += [Turn(f"Rejected: {row.instrument}", row.footnotes, "05-legal-changes", row.id) for row in refused.itertuples()]
    restored = report.restrictions[report.restrictions["restored"] == "yes"]
    turns += [Turn(f"Restored: {row.target}", row.footnotes, "04-restrictions", row.id) for row in restored.itertuples()]
    acquitted = report.cases[report.cases["stage"] == "acquitted"]
    turns += [Turn(f"Acquitted: {row.person}", row.footnotes, "06-prosecutions", row.id) for row in acquitted.itertuples()]
    undone = report.removal_orders[report.removal_orders["outcome"].isin(("refused", "restored"))]
    words = {"refused": "Removal refused", "restored": "Put back"}
    turns += [Turn(f"{words[row.outcome]}: {row.target}", row.footnotes, "07-content-removal") for row in undone.itertuples()]
    return turns


def worse_rules(report) -> pd.DataFrame:
    """Adopted or in-force rules of the period that tighten (rows of `laws`; court decisions on single cases left out)."""
    laws = _in_period(report.laws, report.meta, "in_force", "adopted")
    keep = (laws["direction"] == "tightens") & laws["status"].isin(COUNTED_STATUS) & (laws["kind"] != "court_decision")
    return laws[keep]


def imprisoned(cases: pd.DataFrame) -> pd.DataFrame:
    """Proceedings that ended with a prison sentence (rows of `cases`; a subset of another row is not counted again)."""
    return cases[(cases["sanction"] == "prison") & (cases["part_of"] == "")]


def _in_period(frame: pd.DataFrame, meta, *columns: str) -> pd.DataFrame:
    """Rows that fall into the coverage period by the first of the columns that has a date."""
    places = pd.Series("undated", index=frame.index)
    for column in reversed(columns):
        place = place_in_period(frame, meta, column)
        places = place.where(place != "undated", places)
    return frame[places == "in"]
