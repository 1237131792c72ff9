"""A report at a glance: the facts of its score box, what got worse and what got better in the period it covers."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from netfreedom.analysis.legal_changes import rules_in_period
from netfreedom.analysis.periods import place_in_period


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
    loosened = _rules_of_period(report, "loosens")
    turns = [Turn(row.instrument, row.footnotes, "05-legal-changes", row.id) for row in loosened.itertuples()]
    refused = report.laws[(report.laws["status"] == "rejected") & report.laws["kind"].isin(("bill", "plan"))]
    early = _before_period(report)
    turns += [
        Turn(f"Rejected{' before the period' if row.event_id in early else ''}: {row.instrument}", row.footnotes, "05-legal-changes", row.id)
        for row in refused.itertuples()
    ]
    restored = report.restrictions[report.restrictions["restored"] == "yes"]
    turns += [Turn(f"Restored: {row.target}", row.footnotes, "04-restrictions", row.id) for row in restored.itertuples()]
    acquitted = report.cases[report.cases["stage"] == "acquitted"]
    turns += [Turn(f"Acquitted: {row.person}", row.footnotes, "06-prosecutions", row.id) for row in acquitted.itertuples()]
    undone = report.removal_orders[report.removal_orders["outcome"].isin(("refused", "restored"))]
    words = {"refused": "Removal refused", "restored": "Put back"}
    turns += [Turn(f"{words[row.outcome]}: {row.target}", row.footnotes, "07-content-removal", row.id) for row in undone.itertuples()]
    return turns


def worse_rules(report) -> pd.DataFrame:
    """Rules that tighten and began in the period, or may have: rows of `laws`, counted as the legal changes chapter does."""
    return _rules_of_period(report, "tightens")


def imprisoned(cases: pd.DataFrame) -> pd.DataFrame:
    """Proceedings that ended with a prison sentence (rows of `cases`; a subset of another row is not counted again)."""
    return cases[(cases["sanction"] == "prison") & (cases["part_of"] == "")]


def _rules_of_period(report, direction: str) -> pd.DataFrame:
    rules = rules_in_period(report.laws, report.meta.coverage_start, report.meta.coverage_end)
    return report.laws[report.laws["id"].isin(rules.loc[rules["direction"] == direction, "id"])]


def _before_period(report) -> set[str]:
    """Ids of the events that lie before the period."""
    events = report.events
    return set(events.loc[place_in_period(events, report.meta) == "before", "id"])
