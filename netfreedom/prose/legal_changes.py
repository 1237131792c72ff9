"""Sentences and finding titles of the chapter on legal changes."""

from __future__ import annotations

from datetime import date

import pandas as pd

from netfreedom.analysis import legal_changes as analysis
from netfreedom.analysis.legal_changes import money, plain
from netfreedom.prose.blocking_powers import OFFICES_NAMED, offices_sentence
from netfreedom.prose.timeline import period_words
from netfreedom.prose.words import all_of, capital, chapter, counted, in_words, listed, notes, of_them

CLEAR_RATIO = 2  # a fine is called many times another only from twice on
_MOVES = {"tightens": ("tightens", "tighten"), "mixed": ("is mixed", "are mixed"), "loosens": ("loosens", "loosen"), "neutral": ("is neutral", "are neutral")}

DIRECTION_KEY = "One symbol per rule, by its main subject. Filled: began in the period covered. Hollow: perhaps, its date being wider. Bills, plans, rejected drafts and decisions on single cases are left out."
WORDS = f"What “tightens” and “loosens” mean here: {chapter('glossary', '/about/glossary#law-and-courts')}."
PENALTIES_KEY = "Maxima as the report states them. The scale is stretched so that each step of the same width multiplies the amount or the time (logarithmic)."
DATES_KEY = "Each bar is as wide as the date of adoption or force is exact: a month, a year (a day is drawn wider); it does not show how long a rule held. Dashed: no rule but a decision on one case, a draft, a plan or a reading."


def lead(report) -> str:
    """The chapter's findings: which way the rules moved, how many there are, then who may block without a court."""
    meta, laws = report.meta, report.laws
    if laws.empty:
        return "The report was read for laws and names none."
    rules = analysis.rules_in_period(laws, meta.coverage_start, meta.coverage_end)
    number = int(analysis.is_rule(laws).sum())
    which = f"which is {'a' if number else 'no'} rule" if len(laws) == 1 else f"{of_them(number, len(laws))} rules" if number == len(laws) else (
        f"of which {in_words(number) if number else 'none'} {'is a rule' if number == 1 else 'are rules'}")
    first = f"The report describes **{counted(len(laws), 'legal instrument')}**, {which} adopted or in force."
    moved = f"{direction_sentence(rules, meta.coverage_start, meta.coverage_end)} {first}"
    return "\n\n".join(filter(None, (moved, offices_sentence(report), blocking_sentence(laws[laws["id"].isin(rules["id"])]), fines_sentence(report.penalties, laws))))


def blocking_sentence(laws: pd.DataFrame) -> str:
    """How rules of the period (rows of `laws`) changed who may block or cut off, where the report says what held before."""
    rows = laws[laws["subject"].map(lambda subjects: bool({"blocking", "shutdown"} & set(subjects))).astype(bool)]
    rows = rows[~rows["before"].str.lower().isin(analysis.NOT_TOLD)]
    said = (f"**{chapter(row.instrument, '05-legal-changes', row.id)}**{notes(row.footnotes)}. Before: {row.before.rstrip('.')}. Since: {row.after.rstrip('.')}." for row in rows.itertuples())
    return "\n\n".join(said) if 0 < len(rows) <= OFFICES_NAMED else ""


def direction_counts(rules: pd.DataFrame) -> str:
    """`six tighten (two only perhaps), two are mixed, two loosen and one is neutral`; of several rules."""
    counts, perhaps = rules["direction"].value_counts(), rules.loc[~rules["certain"].astype(bool), "direction"].value_counts()
    if len(rules) == 1:
        return f"it {_MOVES[counts.index[0]][0]}"
    return listed(f"{in_words(int(counts[key]))} {forms[int(counts[key] > 1)]}{_perhaps(int(perhaps.get(key, 0)), int(counts[key]))}" for key, forms in _MOVES.items() if counts.get(key))


def _perhaps(doubtful: int, count: int) -> str:
    return "" if not doubtful else " (perhaps)" if doubtful == count else f" ({in_words(doubtful)} of them perhaps)"


def direction_sentence(rules: pd.DataFrame, start: date, end: date) -> str:
    """How many rules began in the period and which way they moved."""
    if rules.empty:
        return f"None of the dated rules began in the period covered, {period_words(start, end)}."
    perhaps = int((~rules["certain"]).sum())
    may = ", or may have" if perhaps else ""
    return f"{capital(counted(len(rules), 'rule'))} began in the period covered, {period_words(start, end)}{may}: {direction_counts(rules)}."


LISTED = 15  # more rules than that are left to the table


def named_rules(rules: pd.DataFrame) -> str:
    """The rules of the period by name, a line per direction, each leading to its row; nothing for one, or for more than a reader takes in."""
    if not 1 < len(rules) <= LISTED:
        return ""
    lines = []
    for way in analysis.DIRECTIONS:
        rows = rules[rules["direction"] == way]
        said = "; ".join(f"{chapter(row.instrument, '05-legal-changes', row.id)}{'' if row.certain else ' (perhaps)'}" for row in rows.itertuples())
        lines += [f"- **{capital(way)}:** {said}"] if said else []
    return "\n".join(lines)


def direction_title(rules: pd.DataFrame) -> str:
    """`Only the market rules loosened`, where all that loosened share a subject that nothing tightened; else the question."""
    loosens, tightens = (rules[rules["direction"] == way] for way in ("loosens", "tightens"))
    if len(rules) and loosens.empty and len(tightens):
        return "The report dates no rule that loosened to the period"
    subjects = set(loosens["subject"])
    if len(subjects) == 1 and len(tightens) and not subjects & set(tightens["subject"]):
        mixed = int((rules["direction"] == "mixed").sum())
        part = f" outright; {in_words(mixed)} more {'is' if mixed == 1 else 'are'} mixed" if mixed else ""
        return f"Only the {plain(subjects.pop())} rules loosened{part}"
    return "Which way did the rules move?"


def _extremes(penalties: pd.DataFrame) -> tuple | None:
    """The highest fine for people and the lowest for firms, where there are both."""
    fines = analysis.fines(penalties)
    people, firms = (fines[fines["binds"] == group] for group in analysis.BINDS[:2])
    return (people.iloc[0], firms.iloc[-1]) if len(people) and len(firms) else None


def ratio_words(ratio: float) -> str:
    """`35`, `3.5`: one decimal where there is one."""
    return f"{ratio:,.1f}".removesuffix(".0")


def penalties_title(penalties: pd.DataFrame) -> str:
    """How high fines go for people and for firms, where there are both: as a ratio only under one rule, from twice on; else the question."""
    found = _extremes(penalties)
    if found is None:
        return "What does it cost, and whom?"
    people, firms = found
    if people.law_id == firms.law_id and people.amount >= CLEAR_RATIO * firms.amount:
        return f"{capital(people.offence)}: a fine of up to {ratio_words(people.amount / firms.amount)} times that for {firms.offence}"
    high = _highest_for_firms(penalties)
    return f"Fines as stated go up to {money(people.amount, people.currency)} for people and {money(high.amount, high.currency)} for firms, for different offences"


def _highest_for_firms(penalties: pd.DataFrame):
    fines = analysis.fines(penalties)
    return fines[fines["binds"] == analysis.BINDS[1]].iloc[0]


def fines_sentence(penalties: pd.DataFrame, laws: pd.DataFrame | None = None) -> str:
    """The highest fine for people beside the lowest and the highest for firms, and whether they stand in one rule."""
    found = _extremes(penalties)
    if found is None:
        return ""
    people, low = found
    high = _highest_for_firms(penalties)
    firms = f"{money(low.amount, low.currency)} ({low.offence})"
    if high.amount > low.amount:
        firms += f" to {money(high.amount, high.currency)} ({high.offence})"
    said = f"The highest fine for people is {money(people.amount, people.currency)} ({people.offence}), against {firms} for firms."
    return f"{said}{_alike(penalties, laws, people, low) if laws is not None else ''}"


def _alike(penalties: pd.DataFrame, laws: pd.DataFrame, people, firms) -> str:
    """That two fines stand in different rules, with the names of these, and whether the higher one has a note or a date."""
    known, notes_of = laws.set_index("id"), dict(zip(penalties["id"], penalties["footnotes"], strict=True))
    if people.law_id == firms.law_id or not {people.law_id, firms.law_id} <= set(known.index):
        return ""
    rule = known.loc[people.law_id]
    lacks = [what for what, missing in (("note", not notes_of[people.id]), ("date", not rule["adopted"] and not rule["in_force"])) if missing]
    bare = f" For the first the report gives {' and '.join(f'no {what}' for what in lacks)}." if lacks else ""
    return f" They are different offences under different rules ({chapter(rule['instrument'], '05-legal-changes', people.law_id)}; {chapter(known.loc[firms.law_id, 'instrument'], '05-legal-changes', firms.law_id)}), so the amounts do not compare like with like.{bare}"


def terms_sentence(penalties: pd.DataFrame, cases: pd.DataFrame) -> str:
    """The range of the maximum terms, and the prison sentences passed."""
    terms, passed = analysis.terms(penalties), analysis.passed(cases)
    said = []
    if len(terms) == 1:
        said.append(f"The one prison term that the report states is at most {terms['words'].iloc[0]}.")
    elif len(terms):
        low, high = terms["words"].iloc[-1], terms["words"].iloc[0]
        said.append(f"Maximum prison terms go from {low} to {high}." if low != high else f"The {in_words(len(terms))} prison terms that the report states are at most {high} each.")
    if len(passed):
        same = len(passed) > 1 and passed["words"].nunique() == 1
        lengths = f"{passed['words'].iloc[0]} each" if same else listed(passed["words"])
        said.append(f"The prison {'sentence' if len(passed) == 1 else 'sentences'} passed in the report's cases {'is' if len(passed) == 1 else 'are'} {lengths}; a maximum is no forecast of a sentence.")
    return " ".join(said)


def penalties_key(passed: pd.DataFrame) -> str:
    """What the marks mean; the ticks are explained where there are some (`passed` as from `analysis.passed`)."""
    return PENALTIES_KEY + (" Upright ticks in the last row: prison sentences passed in the report's cases." if len(passed) else "")


def penalties_sentence(penalties: pd.DataFrame, coded: bool = True) -> str:
    """Penalties without a number, and in what money fines are stated."""
    if not coded:
        return "Penalties are not coded for this report."
    if penalties.empty:
        return "The report states no penalties."
    vague = int((penalties["fine_max"].isna() & (penalties["term_max"] == "")).sum())
    parts = ["Fines are given in the currency in which the report prints them." if penalties["fine_max"].notna().any() else ""]
    if vague:
        parts.append(f"{capital(counted(vague, 'penalty', 'penalties'))} {'has' if vague == 1 else 'have'} no number and {'stands' if vague == 1 else 'stand'} in the table only.")
    return " ".join(filter(None, parts))


def changes_sentence(changes: pd.DataFrame) -> str:
    """For how many changed rules the report says what was before."""
    if changes.empty:
        return "The report describes no change of a rule."
    told, number = int((~changes["before"].str.lower().isin(analysis.NOT_TOLD)).sum()), len(changes)
    if number == 1:
        return f"For the one changed rule the report {'says' if told else 'does not say'} what held before."
    which = f"all {in_words(number)}" if told == number else f"{in_words(told) if told else 'none'} of the {in_words(number)}"
    return f"For {which} changed rules the report says what held before."


def dates_sentence(laws: pd.DataFrame, first: pd.Timestamp) -> str:
    """How many instruments have a date, how many of these are rules, and how many lie before the drawing begins."""
    if laws.empty:
        return ""
    dated = analysis.dated(laws)
    early = int((dated["latest"] < first).sum())
    rules = int(dated["rule"].sum())
    kinds = f"; {in_words(rules)} of these {'is a rule' if rules == 1 else 'are rules'}" if 0 < rules < len(dated) else ""
    older = f" {capital(in_words(early))} from before {first:%Y} {'stands' if early == 1 else 'stand'} in the register only." if early else ""
    if len(laws) == 1:
        return f"The one instrument has {'a' if len(dated) else 'no'} date of adoption or force{', ' + format(first, 'before %Y') if early else ''}."
    if len(dated) == len(laws):
        return f"{capital(all_of(len(laws), 'instruments'))} have a date of adoption or force{kinds}.{older}"
    number = capital(in_words(len(dated))) if len(dated) else "None"
    return f"{number} of {counted(len(laws), 'instrument')} {'has' if len(dated) == 1 else 'have'} a date of adoption or force{kinds}.{older}"


def dates_title(laws: pd.DataFrame, start: date, end: date) -> str:
    """How many of the dated rules began in the period, where that is more than half of five or more; else the plain subject."""
    count, began = int(analysis.dated(laws)["rule"].sum()), analysis.rules_in_period(laws, start, end)
    if count < 5 or 2 * len(began) <= count:
        return "When the rules came"
    perhaps = int((~began["certain"].astype(bool)).sum())
    return f"{capital(in_words(len(began)))} of {in_words(count)} dated rules began in the period covered{f', {in_words(perhaps)} of them only perhaps' if perhaps else ''}"


def register_sentence(laws: pd.DataFrame) -> str:
    """What in the register is no rule."""
    other = int(len(laws) - analysis.is_rule(laws).sum())
    if not other:
        return ""
    if len(laws) == 1:
        return "It is no rule: decisions on single cases, bills, plans, readings and advice are none, whatever came of them."
    verb = "is no rule" if other == 1 else "are no rules"
    return f"{capital(in_words(other))} of the {in_words(len(laws))} instruments {verb}: decisions on single cases, bills, plans, readings and advice, whatever came of them."


def maxima_sentence(penalties: pd.DataFrame, cases: pd.DataFrame) -> str:
    """Fines and terms, as far as the report states them."""
    return " ".join(filter(None, (fines_sentence(penalties), terms_sentence(penalties, cases))))


def penalties_description(penalties: pd.DataFrame, cases: pd.DataFrame) -> str:
    """The penalties in words, for those who do not see the dots."""
    return maxima_sentence(penalties, cases) or "No penalty with a number is stated."
