"""Sentences and titles of the powers chapter."""

from __future__ import annotations

import pandas as pd

from netfreedom.analysis.powers import (
    COURT, DUTIES, MIXED, NOT_APPLICABLE, POWER_WORDS, checked, order_of,
)  # fmt: skip
from netfreedom.prose.words import capital, counted, in_words, listed, of_them

LEADERS = 3  # bodies that a sentence names together as the foremost
FEW = 4  # under so many reaching powers a title states no rule about courts
MATRIX_KEY = "One symbol per body and power that the report mentions, bodies and powers with most symbols first; year: since when, where it is stated. An empty cell means that the report does not say, not that the body may not."
REACH_KEY = "The title counts powers to block, cut off, remove, intercept or see data."


def lead(coded: bool, cells: pd.DataFrame, names: dict[str, str] | None = None, readable: dict[str, str] | None = None) -> str:
    """The chapter's findings: who may do what without a court, how the other powers stand with one, how many bodies and powers, who has most.

    `names` spell the bodies out for a first mention; `readable` ones are short, abbreviations apart.
    """
    if not coded:
        return "This report was not coded for powers."
    if cells.empty:
        return "The report was read for powers and names none."
    bodies = cells["actor_id"].nunique()
    has = "has" if bodies == 1 else "have"
    total = f"In all, {counted(bodies, 'body', 'bodies')} {has} {counted(len(cells), 'power or duty', 'powers and duties')} over the internet by the report's account."
    return " ".join(filter(None, (free_sentence(cells, readable), court_sentence(cells), total, most_sentence(cells, names))))


def most_sentence(cells: pd.DataFrame, names: dict[str, str] | None = None) -> str:
    """Which bodies stand in most cells, where up to three lead."""
    counts = cells["actor_id"].value_counts(sort=False)
    leaders = list(counts[counts == counts.max()].index)
    if len(leaders) > LEADERS or len(leaders) == len(counts):
        return ""
    shown = dict(zip(cells["actor_id"], cells["actor"], strict=True)) | (names or {})
    verb, each = ("have", " each") if len(leaders) > 1 else ("has", "")
    return f"{capital(in_words(len(leaders)))} {verb} the most, {in_words(int(counts.max()))}{each}: {listed(shown[actor] for actor in leaders)}."


def title(cells: pd.DataFrame) -> str:
    """How many powers outside the courts need none, where none of them is said to wait for one; else the question."""
    reach = checked(cells)
    outside = reach[reach["type"] != COURT]
    free, silent = (int((outside["court"] == court).sum()) for court in ("no", "not_stated"))
    if len(outside) < FEW or not free or free + silent < len(outside):
        return "Who may do what, and must a court agree?"
    rest = f"; on {in_words(silent)} the report is silent" if silent else ""
    many = f"{in_words(free)} of {in_words(len(outside))}" if silent else f"all {in_words(free)}"
    return f"Outside the courts, {many} powers over speech, connections or data need no court{rest}"


def key(cells: pd.DataFrame) -> str:
    """How to read the matrix, and what a title with numbers counts."""
    return f"{MATRIX_KEY}{'' if title(cells).endswith('?') else ' ' + REACH_KEY}"


def court_sentence(cells: pd.DataFrame) -> str:
    """How the powers that reach into speech, connections and data stand with a court, as far as the report says."""
    reach = checked(cells)
    if cells.empty:
        return ""
    if reach.empty:
        return f"{'It is not' if len(cells) == 1 else 'None of them is'} a power over what people may say, reach or keep to themselves."
    courts = reach["type"] == COURT
    says = reach.loc[~courts, "court"].value_counts()
    parts = [(int(says[court]), words) for court, words in _COURT_COUNTS.items() if says.get(court)]
    parts += [(int(courts.sum()), _OWN)] if courts.any() else []
    if len(reach) == 1:
        which = "It" if len(cells) == 1 else "One of them"
        return f"{which} is a power to block, cut off, remove, intercept or see data: {parts[0][1][0].format('it')}."
    said = listed(words[number > 1].format(in_words(number)) for number, words in parts)
    return f"Of {in_words(len(reach))} powers to block, cut off, remove, intercept or see data, {said}."


# For one power, for several.
_COURT_COUNTS = {
    "no": ("{} needs no court", "{} need no court"), MIXED: ("{} needs a court in some cases", "{} need a court in some cases"),
    "yes": ("{} needs a court's decision", "{} need a court's decision"),
    "not_stated": ("for {} the report mentions no court", "for {} the report mentions no court"),
    NOT_APPLICABLE: ("for {} no court can be asked", "for {} no court can be asked"),
}  # fmt: skip
_OWN = ("{} is a court's own", "{} are the courts' own")


def free_sentence(cells: pd.DataFrame, names: dict[str, str] | None = None) -> str:
    """`By the report, without a court Regulator may order blocking; …`; nothing where no power is said to need none."""
    reach = checked(cells)
    free = reach[(reach["type"] != COURT) & (reach["court"] == "no")]
    shown = dict(zip(cells["actor_id"], cells["actor"], strict=True)) | (names or {})
    who = [f"{listed(shown[actor] for actor in free.loc[free['power'] == power, 'actor_id'])} may {POWER_WORDS[power]}" for power in POWER_WORDS if (free["power"] == power).any()]
    return f"By the report, without a court **{'; '.join(who)}**." if who else ""


def double_sentence(held: pd.DataFrame, cells: pd.DataFrame, what: str = "powers") -> str:
    """Why a list has more rows (`held`) than there are powers (`cells`); nothing where it has not."""
    return f"The list has {counted(len(held), 'row')} for {in_words(len(cells))} {what}, since one can rest on more than one rule." if len(held) > len(cells) > 1 else ""


def matrix_sentence(cells: pd.DataFrame) -> str:
    """Where the matrix stops being true."""
    if cells.empty:
        return ""
    undated = int(cells["year"].isna().sum())
    silent = f"{counted(undated, 'entry', 'entries')} of {in_words(len(cells))}" if len(cells) > 1 else "this one entry"
    years = f" For {silent} no year is given." if undated else ""
    return (
        "The matrix shows what the report mentions: neither what a law book would list nor how often a power was used."
        f"{years} “No court” stands where the report says so or leaves the decision to the body alone; “court not stated” is silence, not proof that none is asked."
    )


NO_REACH = "The report names no power to block, cut off, remove, intercept or see data."


def executed_sentence(cells: pd.DataFrame) -> str:
    """Who carries orders out or keeps data: firms or the state."""
    duties = cells[cells["power"].isin(DUTIES)]
    if duties.empty:
        return ""
    firms = int(duties["type"].isin(["operator", "company"]).sum())
    if len(duties) == 1:
        return f"The one duty to carry out orders or keep users' data {'falls' if firms else 'does not fall'} on operators or other firms."
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
        return f"The report does not say to whom {'this body belongs' if len(found) == 1 else 'these bodies belong'}."
    if len(found) == 1:
        return f"The report says to whom this body belongs: {tops.index[0]}. Whether it is independent in practice is a judgement that this table does not make."
    many = int(tops.iloc[0])
    leads = f"; {of_them(many, int(tops.sum()))} have the same one at the top: {tops.index[0]}" if many > 1 and (len(tops) == 1 or tops.iloc[1] < many) else ""
    which = f"{in_words(int(tops.sum()))} of the {in_words(len(found))} bodies belong" if tops.sum() > 1 else f"one of the {in_words(len(found))} bodies belongs"
    return f"The report says to whom {which}{leads}. Whether they are independent in practice is a judgement that this table does not make."


def description(cells: pd.DataFrame) -> str:
    """The matrix in words."""
    if cells.empty:
        return "No powers are coded."
    counts = cells["power"].value_counts()
    order = order_of(cells, "power")
    named = [f"{POWER_WORDS[power]} ({counts[power]})" for power in sorted(order, key=order.get)]
    return f"Bodies by power, with the number of bodies: {listed(named)}. {court_sentence(cells)}"
