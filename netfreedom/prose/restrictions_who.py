"""Sentences on how restrictions are told, who is said to be behind them, and how many have a note."""

from __future__ import annotations

import pandas as pd

from netfreedom.analysis import restrictions as analysis
from netfreedom.analysis.names import name_of
from netfreedom.prose.words import all_of, capital, chapter, in_words, listed, of_them

DONE, TROUBLE = (kind.partition(" (")[0] for kind in (analysis.ACT, analysis.SYMPTOM))
NAMED = 8  # more services than that are counted


def told_sentence(restrictions: pd.DataFrame) -> str:
    """How many are told as somebody's act, how many as what users met; nothing for none."""
    number, act = len(restrictions), int(restrictions["measure"].isin(analysis.DONE).sum())
    if not number:
        return ""
    if number == 1:
        return f"It is told as {analysis.ACT if act else analysis.SYMPTOM}."
    if act in (0, number):
        return f"{capital(all_of(number, '').strip())} are told as {analysis.ACT if act else analysis.SYMPTOM}."
    return f"{capital(in_words(act))} {'is' if act == 1 else 'are'} told as {analysis.ACT}, {in_words(number - act)} as {analysis.SYMPTOM}."


def torn_sentence(torn: pd.DataFrame) -> str:
    """On which of the restrictions the report contradicts itself, with both sides (`torn` as from `analysis.torn_restrictions`); nothing for none."""
    said = []
    for discrepancy, rows in torn.groupby("id", sort=False):
        done = rows["measure"].isin(analysis.DONE)
        counted_as = f" {'is' if len(rows) == 1 else 'are'} counted as {DONE if done.all() else TROUBLE}, but on {'it' if len(rows) == 1 else 'them'}" if done.nunique() == 1 else ": on them"
        what = f"{capital(in_words(len(rows)))} of these ({listed(rows['target'])})" if len(rows) <= NAMED else f"{capital(in_words(len(rows)))} of these"
        said.append(f"{what}{counted_as} the report contradicts itself ({chapter('evidence', '12-evidence', discrepancy)}). {both_sides(rows.head(1))}")
    return " ".join(said)


def both_sides(discrepancies: pd.DataFrame) -> str:
    """What the report says in one place and in another, for each row of `discrepancies`."""
    return " ".join(f"In one place: {row.statement.rstrip('.')}. In another: {row.conflicts_with.rstrip('.')}." for row in discrepancies.itertuples())


def who_sentence(restrictions: pd.DataFrame, names: dict[str, str]) -> str:
    """For how many the report says who ordered them or carried them out, and how many are admitted or denied; nothing for none."""
    number = len(restrictions)
    if not number:
        return ""
    who = [row.ordered_by or row.executed_by for row in restrictions.itertuples()]
    told = pd.Series([actor for actors in who for actor in actors[:1]], dtype=object).value_counts(sort=False)
    admitted, denied = (int((restrictions["acknowledged"] == value).sum()) for value in ("yes", "denied"))
    firm = f"{_it_is(admitted, number)} admitted by an authority or operator, {_it_is(denied, number)} denied"
    if told.empty:
        return f"The report does not say who ordered {'it' if number == 1 else 'any of them'} or carried {'it' if number == 1 else 'them'} out; {firm}."
    named = listed(f"{name_of(names, actor)}{f' for {in_words(int(count))}' if len(told) > 1 else ''}" for actor, count in told.items())
    if number == 1:
        return f"By the report, {named} ordered it or carried it out; {firm}."
    which = f"{of_them(int(told.sum()), number)}"
    says = f"For {which} the report says" if told.sum() == number else f"Only for {which} does the report say"
    return f"{says} who ordered or carried them out ({named}); {firm}."


def _it_is(count: int, number: int) -> str:
    if number == 1:
        return "it is" if count else "it is not"
    return f"{in_words(count) if count else 'none'} {'is' if count < 2 else 'are'}"


def bare_sentence(restrictions: pd.DataFrame) -> str:
    """How many have no note; nothing where each has one."""
    number, bare = len(restrictions), int((restrictions["footnotes"].map(len) == 0).sum())
    if not bare:
        return ""
    return "It has no note." if number == 1 else f"{capital(of_them(bare, number))} {'has' if bare == 1 else 'have'} no note."
