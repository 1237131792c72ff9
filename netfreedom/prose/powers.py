"""Sentences and titles of the powers chapter."""

from __future__ import annotations

import pandas as pd

from netfreedom.analysis.powers import (
    COURT, DUTIES, NOT_APPLICABLE, POWER_WORDS, checked, order_of, waiting_for_a_court,
)  # fmt: skip
from netfreedom.prose.words import capital, chapter, counted, in_words, listed

LEADERS = 3  # bodies that a sentence names together as the foremost
FEW = 4  # under so many reaching powers a title states no rule about courts
MATRIX_KEY = "One symbol per body and power that the report mentions; year: since when, where it is told. An empty cell means that the report does not say, not that the body may not."


def lead(coded: bool, cells: pd.DataFrame) -> str:
    """The chapter's findings: how many bodies and powers, who has most, whether a court is asked."""
    if not coded:
        return "This report was not coded for powers."
    if cells.empty:
        return "The report was read for powers and names none."
    bodies = cells["actor_id"].nunique()
    first = f"The report gives **{counted(bodies, 'body', 'bodies')}** {counted(len(cells), 'power or duty', 'powers and duties')}."
    return " ".join(filter(None, (first, most_sentence(cells), court_sentence(cells))))


def most_sentence(cells: pd.DataFrame) -> str:
    """Which bodies stand in most cells, where up to three lead."""
    counts = cells["actor_id"].value_counts(sort=False)
    leaders = list(counts[counts == counts.max()].index)
    if len(leaders) > LEADERS or len(leaders) == len(counts):
        return ""
    names = dict(zip(cells["actor_id"], cells["actor"], strict=True))
    each = " each" if len(leaders) > 1 else ""
    return f"Most, {in_words(int(counts.max()))}{each}, stand beside {listed(names[actor] for actor in leaders)}."


def title(cells: pd.DataFrame) -> str:
    """That no office but a court waits for one, where the report bears it; else the question."""
    reach = checked(cells)
    outside = reach[reach["type"] != COURT]
    if len(outside) < FEW or len(waiting_for_a_court(cells)) or not (outside["court"] == "no").any():
        return "Who may do what, and must a court agree?"
    return "No office outside the courts is said to need a court’s order"


def court_sentence(cells: pd.DataFrame) -> str:
    """How the powers that reach into speech, connections and data stand with a court, as far as the report says."""
    reach = checked(cells)
    if cells.empty:
        return ""
    if reach.empty:
        return "None of them is a power over what people may say, reach or keep to themselves."
    says = reach["court"].value_counts()
    parts = [f"{in_words(int(says[court]))} {words}" for court, words in _COURT_COUNTS.items() if says.get(court)]
    waits = waiting_for_a_court(cells)
    end = " Where a court decides, the power is the court's own." if says.get("yes") and waits.empty else ""
    verb = "is" if len(reach) == 1 else "are"
    what = "a power to block, cut off, remove, intercept or see data" if len(reach) == 1 else "powers to block, cut off, remove, intercept or see data"
    return f"{capital(in_words(len(reach)))} {verb} {what}: {listed(parts)}.{end}"


_COURT_COUNTS = {
    "no": "without a court", "mixed": "with a court in some cases", "yes": "where a court decides", "not_stated": "where the report mentions no court",
    NOT_APPLICABLE: "where none can be asked",
}  # fmt: skip


def matrix_sentence(cells: pd.DataFrame) -> str:
    """Where the matrix stops being true."""
    if cells.empty:
        return ""
    undated = int(cells["year"].isna().sum())
    silent = f"{counted(undated, 'entry', 'entries')} of {in_words(len(cells))}" if len(cells) > 1 else "this one entry"
    years = f" For {silent} no year is told." if undated else ""
    return (
        "The matrix shows what the report mentions: neither what a law book would list nor how often a power was used."
        f"{years} “Court not told” is silence, not proof that none is asked."
    )


def executed_sentence(cells: pd.DataFrame) -> str:
    """Who carries orders out or keeps data: firms or the state."""
    duties = cells[cells["power"].isin(DUTIES)]
    if duties.empty:
        return ""
    firms = int(duties["type"].isin(["operator", "company"]).sum())
    verb = "falls" if firms == 1 else "fall"
    return f"Of {counted(len(duties), 'duty', 'duties')} to carry out orders or keep users' data, {in_words(firms) if firms else 'none'} {verb} on operators and other firms."


def without_law_sentence(powers: pd.DataFrame) -> str:
    """How many rows name no rule, and how many have no note."""
    if powers.empty:
        return ""
    bare, unnoted = int((powers["law_id"] == "").sum()), int((powers["footnotes"].map(len) == 0).sum())
    rule = f"{capital(in_words(bare))} of {counted(len(powers), 'row')} {'names' if bare == 1 else 'name'} no rule on which the power rests" if bare else "Every row names the rule on which the power rests"
    return f"{rule}; {in_words(unnoted)} {'has' if unnoted == 1 else 'have'} no note of the report." if unnoted else f"{rule}."


def above_sentence(found: pd.DataFrame) -> str:
    """Which body stands above most of the others."""
    if found.empty:
        return ""
    tops = pd.Series([above[-1] for above in found["above"] if above], dtype=object).value_counts()
    if tops.empty:
        return "The report does not say to whom these bodies belong."
    many = int(tops.iloc[0])
    leads = f"; {'all' if many == tops.sum() else in_words(many)} of them to {tops.index[0]}" if many > 1 and (len(tops) == 1 or tops.iloc[1] < many) else ""
    return f"For {counted(int(tops.sum()), 'body', 'bodies')} of {in_words(len(found))} the report tells to whom they belong{leads}. Whether they are independent in practice is a judgement that this table does not make."


def description(cells: pd.DataFrame) -> str:
    """The matrix in words."""
    if cells.empty:
        return "No powers are coded."
    counts = cells["power"].value_counts()
    order = order_of(cells, "power")
    named = [f"{POWER_WORDS[power]} ({counts[power]})" for power in sorted(order, key=order.get)]
    return f"Bodies by power, with the number of bodies: {listed(named)}. {court_sentence(cells)}"


def read_next() -> str:
    """Where to read on."""
    return (
        f"**What to read next.** {chapter('Legal changes', '05-legal-changes')}: the rules on which these powers rest."
        f" {chapter('Restrictions', '04-restrictions')}: what was done with them. {chapter('Surveillance and anonymity', '10-surveillance')}: by what means people are watched."
    )
