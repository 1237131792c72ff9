"""A report at a glance: the facts of its score box, what it reports as more and as less control in the period it covers."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from netfreedom.analysis.evidence_base import NOT_A_CLAIM, fact_rows, fact_tables
from netfreedom.analysis.legal_changes import rules_in_period
from netfreedom.analysis.periods import place_in_period
from netfreedom.analysis.prosecutions import in_date_order, outcome, sentences, tally
from netfreedom.analysis.timeline import ACROSS, AFTER, BEFORE, INSIDE, where_of
from netfreedom.vocabulary import CATEGORIES


@dataclass(frozen=True)
class Turn:
    """Something that eased control: the row's own words, its notes, the chapter that tells it, its anchor there."""

    what: str
    notes: tuple[int, ...]
    chapter: str
    anchor: str = ""


def box_facts(indicators: pd.DataFrame) -> pd.DataFrame:
    """The facts of the score box as printed: columns fact, value."""
    rows = indicators[indicators["topic"] == "score_box"]
    return pd.DataFrame({"fact": rows["label"], "value": rows["value_text"]}).reset_index(drop=True)


def better(report) -> list[Turn]:
    """What improved: rules that loosen, at least in part, bills refused, services restored, people acquitted, demands refused or undone."""
    loosened = _rules_of_period(report, "loosens")
    turns = [Turn(row.instrument, row.footnotes, "05-legal-changes", row.id) for row in loosened.itertuples()]
    turns += [Turn(f"Only in part: {row.instrument}", row.footnotes, "05-legal-changes", row.id) for row in _rules_of_period(report, "mixed").itertuples()]
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


OPENING = ("Introduction", "Key Developments", "Overview")  # the headings under which a report says first what matters to it


def named_in_opening(report, categories: list[str]) -> list[Turn]:
    """Sentences, rules, systems and restrictions that bear on the categories and that the report names in its opening, each once."""
    letters = {category.letter for category in CATEGORIES if category.key in categories}
    found = {table: _in_opening(report.table(table), letters) for table in ("cases", "laws", "systems", "restrictions") if report.coded(table)}
    turns = [Turn(f"{row.person}: {outcome(row)}{f' ({row.about})' if row.about else ''}", row.footnotes, "06-prosecutions", row.id) for row in found["cases"].itertuples()] if "cases" in found else []
    rules = found.get("laws", report.laws.head(0))
    turns += [Turn(row.instrument, row.footnotes, "05-legal-changes", row.id) for row in rules.itertuples()]
    if "systems" in found:  # a system that a rule above brings in is named with it
        turns += [Turn(f"{row.name_} ({row.status.replace('_', ' ')})", row.footnotes, "10-surveillance", row.id)
                  for row in found["systems"].rename(columns={"name": "name_"}).itertuples() if row.law_id not in set(rules["id"])]
    if "restrictions" in found:
        for (measure, numbers), part in found["restrictions"].groupby(["measure", "footnotes"], sort=False):
            turns.append(Turn(f"{', '.join(part['target'])} ({measure.replace('_', ' ')})", numbers, "04-restrictions", part["id"].iloc[0]))
    return turns


def _in_opening(rows: pd.DataFrame, letters: set[str]) -> pd.DataFrame:
    told = [bool({section, *also} & set(OPENING)) and any(code[0] in letters for code in codes)
            for section, also, codes in zip(rows["section"], rows["also_in"], rows["question"], strict=True)]
    return rows[pd.Series(told, index=rows.index, dtype=bool)]


def groups_of_period(report) -> pd.DataFrame:
    """Groups of people told with a word (dozens of activists) whose case lies in the period, or may: rows of `prosecutions.Tally.groups`."""
    cases = in_date_order(report.cases, report.events)
    return tally(cases[_where(report, cases["date"]).isin((INSIDE, ACROSS))]).groups


def worse_rules(report) -> pd.DataFrame:
    """Rules that tighten and began in the period, or may have (`certain`): rows of `rules_in_period`, counted as the legal changes chapter does."""
    rules = rules_in_period(report.laws, report.meta.coverage_start, report.meta.coverage_end)
    return rules[rules["direction"] == "tightens"]


def restrictions_of_period(report) -> pd.DataFrame:
    """Restrictions dated to the period or overlapping it; undated ones are left out."""
    return report.restrictions[place_in_period(report.restrictions, report.meta) == "in"]


def sentences_of_period(report) -> pd.DataFrame:
    """Sentences that take or limit freedom and were passed in the period, or may have been: rows of `prosecutions.sentences`."""
    cases = in_date_order(report.cases, report.events)
    return sentences(cases[_where(report, cases["date"]).isin((INSIDE, ACROSS))])


def new_systems(report) -> pd.DataFrame:
    """Surveillance systems announced or planned, those left out that are dated before or after the period (rows of `systems`)."""
    rows = report.systems[report.systems["status"].isin(("announced", "planned"))]
    return rows[~_where(report, rows["since"]).isin((BEFORE, AFTER))]


def _where(report, dates: pd.Series) -> pd.Series:
    places = [where_of(text, report.meta.coverage_start, report.meta.coverage_end) for text in dates]
    return pd.Series(places, index=dates.index, dtype="str")


def without_note(report) -> tuple[int, int]:
    """How many coded facts have no note, and how many facts there are; our remarks on contradictions are no facts of the report."""
    facts = fact_rows(fact_tables(report))
    facts = facts[facts["table"] != NOT_A_CLAIM]
    return int((facts["footnotes"].map(len) == 0).sum()), len(facts)


def _rules_of_period(report, direction: str) -> pd.DataFrame:
    rules = rules_in_period(report.laws, report.meta.coverage_start, report.meta.coverage_end)
    return report.laws[report.laws["id"].isin(rules.loc[rules["direction"] == direction, "id"])]


def _before_period(report) -> set[str]:
    """Ids of the events that lie before the period."""
    events = report.events
    return set(events.loc[place_in_period(events, report.meta) == "before", "id"])
