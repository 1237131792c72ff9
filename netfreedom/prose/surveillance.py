"""Sentences and titles of the surveillance chapter."""

from __future__ import annotations

import pandas as pd

from netfreedom.analysis.surveillance import INCIDENT, OTHER, STATUSES, SUMMARY, dated
from netfreedom.prose.words import all_of, capital, counted, glossary, in_words, listed, noted, of_them

SYSTEMS_KEY = "One symbol per dated system, under its name; where only the month or the year is known, in the middle of it. Bar: in use since, as far as the report knows. Shaded: the period covered."
FEW = 5  # under so many systems a title states no share
BY_KEY = "◁: by then, perhaps earlier."
DENIED_KEY = "✕: denied by the authorities."


def systems_key(systems: pd.DataFrame) -> str:
    """What the symbols of the dated systems mean, as far as they occur."""
    rows = dated(systems)
    return " ".join(filter(None, (SYSTEMS_KEY, BY_KEY if rows["by"].any() else "", DENIED_KEY if (rows["acknowledged"] == "denied").any() else "")))


def lead(coded: bool, systems: pd.DataFrame, told: pd.DataFrame | None) -> str:
    """The chapter's findings: how real the systems are, what is denied, and of the attacks (None where events are not coded) whether anyone is named."""
    if not coded:
        return "This report was not coded for surveillance systems."
    hit = "" if told is None else attack_sentence(told)
    if systems.empty:
        return " ".join(filter(None, ("The report was read for surveillance systems and names none.", hit)))
    do = "watches people online, keeps their data or registers them" if len(systems) == 1 else "watch people online, keep their data or register them"
    number, _, rest = status_counts(systems).partition(" ")
    first = f"Of {counted(len(systems), 'system')} that {do}, {number} {'is' if number == 'one' else 'are'} {rest}." if len(systems) > 1 else f"The report describes one system that {do}: {status_counts(systems)}."
    return " ".join(filter(None, (used_sentence(systems), first, denied_sentence(systems), hit)))


# What a kind of system does, in the order in which a sentence names them.
MEANS = {
    "interception": "interception", "dpi": "deep packet inspection", "monitoring": "monitoring", "spyware": "spyware", "certificate": "a certificate",
    "retention": "retention of users' data", "registration": "registration of users",
}  # fmt: skip


def used_sentence(systems: pd.DataFrame) -> str:
    """By which means people are watched, of the systems in use; nothing where there are fewer than two."""
    used = systems[systems["status"] == "in_use"]
    kinds = [words for kind, words in MEANS.items() if (used["kind"] == kind).any()]
    return f"**In use, by the report: {listed(kinds)}.**" if len(used) > 1 and kinds else ""


def status_counts(systems: pd.DataFrame) -> str:
    """`eight in use, two announced and three alleged`."""
    counts = systems["status"].value_counts()
    if len(systems) == 1:
        return f"it is {STATUSES[counts.index[0]]}"
    return listed(f"{in_words(int(counts[status]))} {words}" for status, words in STATUSES.items() if counts.get(status))


def denied_sentence(systems: pd.DataFrame) -> str:
    """What the authorities deny, and how many they acknowledge."""
    counts = systems["acknowledged"].value_counts()
    denied, admitted = int(counts.get("denied", 0)), int(counts.get("yes", 0))
    named = listed(f"{name[:1].lower()}{name[1:]}" for name in systems.loc[systems["acknowledged"] == "denied", "name"])
    if len(systems) == 1:
        if denied:
            return "The authorities deny it."
        return "The operator or an authority acknowledges it." if admitted else "The report names no operator or authority that acknowledges it."
    first = f"Operators or authorities acknowledge {of_them(admitted, len(systems))}" if admitted else "The report names no operator or authority that acknowledges any of them"
    return f"{first}; the authorities deny {in_words(denied)}: {named}." if denied else f"{first}."


def systems_title(systems: pd.DataFrame) -> str:
    """That fewer than half of the systems are reported as in use, or have a date, where it is so; else the question."""
    many, used, begun = len(systems), int((systems["status"] == "in_use").sum()), len(dated(systems))
    if many >= FEW and used * 2 < many:
        return f"Only {in_words(used)} of {in_words(many)} systems {'is' if used == 1 else 'are'} reported as in use" if used else f"None of the {in_words(many)} systems is reported as in use"
    if many >= FEW and 0 < begun * 2 < many:
        return f"Only {in_words(begun)} of {in_words(many)} systems {'has' if begun == 1 else 'have'} a date"
    return "Which systems watch, keep or register, and since when?"


def systems_sentence(systems: pd.DataFrame) -> str:
    """Which is the earliest and which came latest, and what the chart cannot show."""
    rows = dated(systems)
    without = len(systems) - len(rows)
    if rows.empty:
        return "" if systems.empty else "The report does not date the one system." if len(systems) == 1 else "The report dates none of the systems."
    bare = f" The {'other has' if without == 1 else f'other {in_words(without)} have'} none and {'stands' if without == 1 else 'stand'} in the second list." if without else ""
    has = "The one system has a date, " if len(systems) == 1 else f"{capital(all_of(len(rows), 'systems'))} have a date, the earliest " if not without else f"{capital(in_words(len(rows)))} of {counted(len(systems), 'system')} {'has' if len(rows) == 1 else 'have'} a date, the earliest "
    return (
        f"{has}{rows['when'].iloc[0]}.{bare}"
        " A date says when something was installed, decreed, announced or revealed, never how many people it watched."
    )


def words_sentence() -> str:
    """Where the technical words are explained."""
    return f"Technical words are explained in the {glossary('glossary', 'watching')}."


def all_dated(systems: pd.DataFrame) -> str:
    """What stands in place of the list of undated systems where there are none."""
    return f"No system is without a date{'' if len(systems) else ', since none is named'}."


def description(systems: pd.DataFrame) -> str:
    """The dated systems in words."""
    return "Dated systems in order: " + "; ".join(
        f"{row.name}, {STATUSES[row.status]}, {row.when}{', denied' if row.acknowledged == 'denied' else ''}" for row in dated(systems).itertuples(index=False)) + "."


def identity_sentence(rules: pd.DataFrame) -> str:
    """How many rules make users known, on what, within how many hours."""
    if rules.empty:
        return "The report mentions no rule that identifies users or has records of them kept."
    subjects = pd.Series([subject for values in rules["subject"] for subject in values]).value_counts()
    words = {"retention": "keeping data", "registration": "registration", "encryption": "encryption", "anonymity": "anonymity"}
    named = listed(f"{in_words(int(subjects[key]))} on {word}" for key, word in words.items() if subjects.get(key))
    hours = rules["deadline_hours"].dropna()
    deadline = f" Where a deadline for handing data over is stated, it is {listed((str(int(hour)) for hour in sorted(set(hours))), 'or')} hours." if len(hours) else ""
    several = " One rule can have several subjects." if int(subjects[[key for key in words if key in subjects]].sum()) > len(rules) else ""
    return f"{capital(counted(len(rules), 'rule'))} {'identifies users or has' if len(rules) == 1 else 'identify users or have'} records of them kept: {named}.{several}{deadline}"


NO_JUDGEMENT = "The report makes no judgement on surveillance and attacks."


def attack_sentence(told: pd.DataFrame) -> str:
    """How many incidents, with how many of them a doer is named."""
    incidents = told[told["role"] == INCIDENT]
    if incidents.empty:
        return f"The report describes no {'' if told.empty else 'single '}attack on people or sites."
    named = int(incidents["by"].map(len).gt(0).sum())
    if len(incidents) == 1:
        return f"The report describes one single attack on people or sites and names {'who is said to be behind it' if named else 'nobody as responsible'}."
    who = f"names who is said to be behind {of_them(named, len(incidents))}" if named else "names nobody as responsible for any of them"
    return f"The report describes {counted(len(incidents), 'single attack')} on people or sites and {who}."


def attacks_title(told: pd.DataFrame) -> str:
    """That hardly anyone is named, where the report bears it; else the question."""
    incidents = told[told["role"] == INCIDENT]
    named = int(incidents["by"].map(len).gt(0).sum())
    if len(incidents) < 3 or named * 2 >= len(incidents):
        return "Who was hit, and is anyone named as having done it?"
    return f"For {in_words(len(incidents) - named)} of {in_words(len(incidents))} attacks nobody is named as responsible"


OTHERS_TITLE = "What else the report says about attacks"
NO_OTHERS = "The report says nothing else about attacks."


def attacks_limits(told: pd.DataFrame) -> str:
    """What is not counted among the single attacks, and what names do not show."""
    if told.empty:
        return ""
    summaries, others = int((told["role"] == SUMMARY).sum()), int((told["role"] == OTHER).sum())
    parts = [
        f"{counted(summaries, 'sentence')} that {'sums' if summaries == 1 else 'sum'} up several attacks" if summaries else "",
        f"{counted(others, 'entry', 'entries')} on what was said, found or done about them" if others else "",
    ]
    beside = f"Not counted among the single attacks: {listed(filter(None, parts))}. " if any(parts) else ""
    return f"{beside}Being named in a report is not being found guilty, and attacks that the report does not mention are not here."


def findings_sentence(findings: pd.DataFrame) -> str:
    """How many judgements rest on a note of the report."""
    if findings.empty:
        return ""
    return f"The report makes {counted(len(findings), 'judgement')} on surveillance and attacks, {noted(findings)}."
