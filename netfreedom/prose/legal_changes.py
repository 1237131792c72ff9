"""Sentences and finding titles of the chapter on legal changes."""

from __future__ import annotations

from datetime import date

import pandas as pd

from netfreedom.analysis import legal_changes as analysis
from netfreedom.analysis.legal_changes import money, plain
from netfreedom.prose.timeline import period_words
from netfreedom.prose.words import capital, chapter, counted, in_words, listed

CLEAR_RATIO = 2  # a fine is called many times another only from twice on
_MOVES = {"tightens": ("tightens", "tighten"), "mixed": ("is mixed", "are mixed"), "loosens": ("loosens", "loosen"), "neutral": ("is neutral", "are neutral")}

DIRECTION_KEY = "One symbol per rule, by its main subject. Filled: began in the period covered. Hollow: perhaps, its date being wider. Bills, plans, rejected drafts and decisions on single cases are left out."
POWERS_KEY = "Faint: may or may not have held, or no end told. The symbol at the start tells whether a court is asked."
PENALTIES_KEY = "Maxima as the report states them. Both scales are logarithmic: each step of the same width multiplies."
DATES_KEY = "Each bar is as wide as the date of adoption or force: a month, a year; it does not show how long a rule held. Dashed: no rule but a decision on one case, a draft, a plan or a reading."


def lead(report) -> str:
    """The chapter's findings: how many rules, which way they moved, who may block without a court."""
    meta, laws = report.meta, report.laws
    if laws.empty:
        return "The report was read for laws and names none."
    rules = analysis.rules_in_period(laws, meta.coverage_start, meta.coverage_end)
    number = int(analysis.is_rule(laws).sum())
    first = f"The report tells of **{counted(len(laws), 'legal instrument')}**, of which {in_words(number) if number else 'none'} {'is a rule' if number == 1 else 'are rules'} adopted or in force."
    return " ".join(filter(None, (first, direction_sentence(rules, meta.coverage_start, meta.coverage_end), offices_sentence(report), fines_sentence(report.penalties))))


def direction_counts(rules: pd.DataFrame) -> str:
    """`six tighten, two are mixed, two loosen and one is neutral`."""
    counts = rules["direction"].value_counts()
    return listed(f"{in_words(int(counts[key]))} {forms[int(counts[key] > 1)]}" for key, forms in _MOVES.items() if counts.get(key))


def direction_sentence(rules: pd.DataFrame, start: date, end: date) -> str:
    """How many rules began in the period and which way they moved."""
    if rules.empty:
        return f"None of the dated rules began in the period covered, {period_words(start, end)}."
    perhaps = int((~rules["certain"]).sum())
    may = f", {in_words(perhaps)} of them only perhaps" if perhaps and len(rules) > 1 else ", or may have" if perhaps else ""
    return f"{capital(counted(len(rules), 'rule'))} began in the period covered, {period_words(start, end)}{may}: {direction_counts(rules)}."


def direction_title(rules: pd.DataFrame) -> str:
    """`Only the market rules loosened`, where all that loosened share a subject that nothing tightened; else the question."""
    loosens, tightens = (rules[rules["direction"] == way] for way in ("loosens", "tightens"))
    if len(rules) and loosens.empty and len(tightens):
        return "No rule loosened, as far as the report tells"
    subjects = set(loosens["subject"])
    if len(subjects) == 1 and len(tightens) and not subjects & set(tightens["subject"]):
        return f"Only the {plain(subjects.pop())} rules loosened"
    return "Which way did the rules move?"


def _offices(report) -> tuple[int, int, bool]:
    """Offices that may block without a court on the eve of the period and at its end; whether one of them may have lost the power."""
    powers = analysis.switch_off(report.powers, report.actors)
    eve = pd.Timestamp(report.meta.coverage_start) - pd.Timedelta(days=1)
    last = pd.Timestamp(report.meta.coverage_end)
    doubtful = powers["doubtful_from"].notna() & (powers["doubtful_from"] <= last) & (powers["power"] == "order_blocking")
    return analysis.offices_without_court(powers, eve), analysis.offices_without_court(powers, last), bool(doubtful.any())


def offices_title(report) -> str:
    """`From one office to as many as three that may block without a court`, where they became more; else the question."""
    before, after, doubtful = _offices(report)
    if after <= before:
        return "Who may block or cut off, and is a court asked?"
    many = f"{'as many as ' if doubtful else ''}{in_words(after)}"
    return f"From {in_words(before)} {'office' if before == 1 else 'offices'} to {many} that may block without a court"


def offices_sentence(report) -> str:
    """How many may block without a court before and at the end of the period."""
    if not report.coded("powers"):
        return ""
    before, after, doubtful = _offices(report)
    if not before and not after:
        return ""
    doubt = "; whether the earlier power still held is not told" if doubtful else ""
    if before == after:
        return f"{capital(counted(after, 'office'))} may block without a court, as many as before the period{doubt}."
    many = f"{'as many as ' if doubtful else ''}{in_words(after)}"
    return f"Before the period {counted(before, 'office')} could block without a court, at its end {many}{doubt}."


def powers_sentence(powers: pd.DataFrame, coded: bool = True) -> str:
    """What is drawn and what is not: powers without a date, powers of which a later rule makes the end doubtful."""
    if not coded:
        return "Powers are not coded for this report."
    if powers.empty:
        return "The report names nobody who may order a block or a shutdown."
    undated, doubtful = int(powers["earliest"].isna().sum()), powers[powers["doubtful_from"].notna()]
    parts = [f"Of {counted(len(powers), 'power')} to block or cut off, {in_words(undated)} {'has' if undated == 1 else 'have'} no date and {'stands' if undated == 1 else 'stand'} in the table only." if undated else ""]
    for row in doubtful.itertuples():
        parts.append(f"A later rule asks for a court in some cases, and it is not told whether the earlier power without one ({row.actor}) still holds: its bar turns faint from {row.doubtful_from:%B %Y}.")
    return " ".join(filter(None, parts)) or "The end of a power is drawn only where the report tells it."


def _extremes(penalties: pd.DataFrame) -> tuple | None:
    """The highest fine for people and the lowest for firms, where there are both."""
    fines = analysis.fines(penalties)
    people, firms = (fines[fines["binds"] == group] for group in analysis.BINDS[:2])
    return (people.iloc[0], firms.iloc[-1]) if len(people) and len(firms) else None


def ratio_words(ratio: float) -> str:
    """`35`, `3.5`: one decimal where there is one."""
    return f"{ratio:,.1f}".removesuffix(".0")


def penalties_title(penalties: pd.DataFrame) -> str:
    """How many times the highest fine for people is the lowest for firms, from twice on; else the question."""
    found = _extremes(penalties)
    if found is None or found[0].amount < CLEAR_RATIO * found[1].amount:
        return "What does it cost, and whom?"
    people, firms = found
    return f"{capital(people.offence)}: a fine of up to {ratio_words(people.amount / firms.amount)} times that for {firms.offence}"


def fines_sentence(penalties: pd.DataFrame) -> str:
    """The highest fine for people beside the lowest and the highest for firms."""
    found = _extremes(penalties)
    if found is None:
        return ""
    people, low = found
    fines = analysis.fines(penalties)
    high = fines[fines["binds"] == analysis.BINDS[1]].iloc[0]
    firms = f"{money(low.amount, low.currency)} ({low.offence})"
    if high.amount > low.amount:
        firms += f" to {money(high.amount, high.currency)} ({high.offence})"
    return f"The highest fine for people is {money(people.amount, people.currency)} ({people.offence}), against {firms} for firms."


def terms_sentence(penalties: pd.DataFrame, cases: pd.DataFrame) -> str:
    """The range of the maximum terms, and the prison sentences passed."""
    terms, passed = analysis.terms(penalties), analysis.passed(cases)
    said = []
    if len(terms) == 1:
        said.append(f"The one prison term that the report states is at most {terms['words'].iloc[0]}.")
    elif len(terms):
        said.append(f"Maximum prison terms go from {terms['words'].iloc[-1]} to {terms['words'].iloc[0]}.")
    if len(passed):
        verb = "is" if len(passed) == 1 else "are"
        said.append(f"The prison {'sentence' if len(passed) == 1 else 'sentences'} passed in the report's cases {verb} {listed(passed['words'])}; a maximum is no forecast of a sentence.")
    return " ".join(said)


def penalties_sentence(penalties: pd.DataFrame, coded: bool = True) -> str:
    """Penalties without a number, and in what money fines are stated."""
    if not coded:
        return "Penalties are not coded for this report."
    if penalties.empty:
        return "The report states no penalties."
    vague = int((penalties["fine_max"].isna() & (penalties["term_max"] == "")).sum())
    parts = ["Fines are drawn in the currency in which the report prints them." if penalties["fine_max"].notna().any() else ""]
    if vague:
        parts.append(f"{capital(counted(vague, 'penalty', 'penalties'))} {'has' if vague == 1 else 'have'} no number and {'stands' if vague == 1 else 'stand'} in the table only.")
    return " ".join(filter(None, parts))


def changes_sentence(changes: pd.DataFrame) -> str:
    """Of how many changed rules the report tells what was before."""
    if changes.empty:
        return "The report tells of no change of a rule."
    told = int((~changes["before"].str.lower().isin(analysis.NOT_TOLD)).sum())
    known = "all" if told == len(changes) else in_words(told) if told else "none"
    return f"Of the {counted(len(changes), 'rule')} of which a change is told, the report says for {known} what held before."


def dates_sentence(laws: pd.DataFrame, first: pd.Timestamp) -> str:
    """How many instruments have a date, and how many lie before the drawing begins."""
    if laws.empty:
        return ""
    dated = analysis.dated(laws)
    early = int((dated["latest"] < first).sum())
    before = f", {in_words(early)} of them before {first:%Y} and in the register only" if early else ""
    number = capital(in_words(len(dated))) if len(dated) else "None"
    return f"{number} of {counted(len(laws), 'instrument')} {'has' if len(dated) == 1 else 'have'} a date of adoption or force{before}."


def dates_title(laws: pd.DataFrame, start: date) -> str:
    """How many of the dated rules began since the period did, where that is more than half of five or more; else the plain subject."""
    rules = analysis.dated(laws)
    rules = rules[rules["rule"]]
    late = int((rules["earliest"] >= pd.Timestamp(start)).sum())
    if len(rules) < 5 or 2 * late <= len(rules):
        return "When the rules came"
    return f"{capital(in_words(late))} of {in_words(len(rules))} dated rules began in the period covered or after it"


def register_sentence(laws: pd.DataFrame) -> str:
    """What in the register is no rule."""
    other = int(len(laws) - analysis.is_rule(laws).sum())
    if not other:
        return ""
    verb = "is no rule" if other == 1 else "are no rules"
    return f"{capital(in_words(other))} of the {in_words(len(laws))} instruments {verb}: decisions on single cases, bills, plans, readings and advice, whatever came of them."


def powers_description(report) -> str:
    """The powers in words, for those who do not see the bars."""
    powers = analysis.switch_off(report.powers, report.actors)
    said = [
        f"{row.actor} may {analysis.may(row.power, row.over)} since {row.since or 'a time not told'} ({analysis.COURT_WORDS[row.court]})"
        for row in powers.itertuples()
    ]
    return f"{'; '.join(said)}." if said else "No such power is coded."


def penalties_description(penalties: pd.DataFrame, cases: pd.DataFrame) -> str:
    """The penalties in words, for those who do not see the dots."""
    return " ".join(filter(None, (fines_sentence(penalties), terms_sentence(penalties, cases)))) or "No penalty with a number is stated."


def read_next() -> str:
    """Where to read on."""
    return (
        f"**What to read next.** {chapter('Prosecutions', '06-prosecutions')}: who was tried under these rules."
        f" {chapter('Powers', '09-powers')}: what each office may do. {chapter('Timeline', '03-timeline')}: the same changes among everything else."
    )
