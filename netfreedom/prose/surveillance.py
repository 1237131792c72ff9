"""Sentences and titles of the surveillance chapter."""

from __future__ import annotations

import pandas as pd

from netfreedom.analysis.surveillance import INCIDENT, OTHER, STATUSES, SUMMARY, dated
from netfreedom.prose.words import capital, chapter, counted, in_words, listed

SYSTEMS_KEY = "One symbol per dated system, in the middle of its day, month or year. Bar: in use since, as far as the report knows. Shaded: the period covered."
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
    do = "watches, keeps or registers" if len(systems) == 1 else "watch, keep or register"
    first = f"The report tells of **{counted(len(systems), 'system')}** that {do} what people do online: {status_counts(systems)}."
    return " ".join(filter(None, (first, denied_sentence(systems), hit)))


def status_counts(systems: pd.DataFrame) -> str:
    """`eight in use, two announced and three alleged`."""
    counts = systems["status"].value_counts()
    return listed(f"{in_words(int(counts[status]))} {words}" for status, words in STATUSES.items() if counts.get(status))


def denied_sentence(systems: pd.DataFrame) -> str:
    """What the authorities deny, and how many they acknowledge."""
    counts = systems["acknowledged"].value_counts()
    denied, admitted = int(counts.get("denied", 0)), int(counts.get("yes", 0))
    named = listed(f"{name[:1].lower()}{name[1:]}" for name in systems.loc[systems["acknowledged"] == "denied", "name"])
    first = f"{capital(in_words(admitted) if admitted else 'none')} {'is' if admitted == 1 else 'are'} acknowledged by the operator or an authority"
    return f"{first}; {in_words(denied)} {'is' if denied == 1 else 'are'} denied: {named}." if denied else f"{first}."


def systems_title(systems: pd.DataFrame) -> str:
    """Fewer than half of the systems in use, where it is so; else what is shown."""
    used = int((systems["status"] == "in_use").sum())
    shown = [words for status, words in STATUSES.items() if (systems["status"] == status).any()]
    if len(systems) >= 5 and used * 2 < len(systems):
        return f"Only {in_words(used)} of {in_words(len(systems))} systems {'is' if used == 1 else 'are'} told of as in use" if used else f"None of the {in_words(len(systems))} systems is told of as in use"
    return f"What is {listed(shown)}" if len(shown) > 1 else "Which systems watch, keep or register?"


def systems_sentence(systems: pd.DataFrame) -> str:
    """Which is the earliest and which came latest, and what the chart cannot show."""
    rows = dated(systems)
    without = len(systems) - len(rows)
    if rows.empty:
        return "The report dates none of the systems." if len(systems) else ""
    bare = f" For {counted(without, 'system')} no date is told: {'it stands' if without == 1 else 'they stand'} in a list of {'its' if without == 1 else 'their'} own." if without else ""
    has = "The one system has a date, " if len(systems) == 1 else f"{capital(in_words(len(rows)))} of {in_words(len(systems))} {'has' if len(rows) == 1 else 'have'} a date, the earliest "
    return (
        f"{has}{rows['when'].iloc[0]}.{bare}"
        " A date tells when something was installed, decreed, announced or revealed; none tells how many people it watched."
    )


def description(systems: pd.DataFrame) -> str:
    """The dated systems in words."""
    return "Dated systems in order: " + "; ".join(
        f"{row.name}, {STATUSES[row.status]}, {row.when}{', denied' if row.acknowledged == 'denied' else ''}" for row in dated(systems).itertuples(index=False)) + "."


def identity_sentence(rules: pd.DataFrame) -> str:
    """How many rules make users known, on what, within how many hours."""
    if rules.empty:
        return "The report tells of no rule that makes users known or keeps what they did."
    subjects = pd.Series([subject for values in rules["subject"] for subject in values]).value_counts()
    words = {"retention": "keeping data", "registration": "registration", "encryption": "encryption", "anonymity": "anonymity"}
    named = listed(f"{in_words(int(subjects[key]))} on {word}" for key, word in words.items() if subjects.get(key))
    hours = rules["deadline_hours"].dropna()
    deadline = f" Where a deadline for handing data over is told, it is {listed((str(int(hour)) for hour in sorted(set(hours))), 'or')} hours." if len(hours) else ""
    several = " One rule can have several subjects." if int(subjects[[key for key in words if key in subjects]].sum()) > len(rules) else ""
    return f"{capital(counted(len(rules), 'rule'))} {'makes' if len(rules) == 1 else 'make'} users known or {'keeps' if len(rules) == 1 else 'keep'} what they did: {named}.{several}{deadline}"


def attack_sentence(told: pd.DataFrame) -> str:
    """How many incidents, with how many of them a doer is named."""
    incidents = told[told["role"] == INCIDENT]
    if incidents.empty:
        return f"The report tells of no {'' if told.empty else 'single '}attack on people or sites."
    named = int(incidents["by"].map(len).gt(0).sum())
    if len(incidents) == 1:
        return f"The report tells of one single attack on people or sites; {'somebody' if named else 'nobody'} is named as having done it."
    who = f"in {in_words(named)} of them somebody is named as having done it" if named else "in none of them is anybody named as having done it"
    return f"The report tells of {counted(len(incidents), 'single attack')} on people or sites; {who}."


def attacks_title(told: pd.DataFrame) -> str:
    """That hardly anyone is named, where the report bears it; else the question."""
    incidents = told[told["role"] == INCIDENT]
    named = int(incidents["by"].map(len).gt(0).sum())
    if len(incidents) < 3 or named * 2 >= len(incidents):
        return "Who was hit, and is anyone named as having done it?"
    return f"In {in_words(len(incidents) - named)} of {in_words(len(incidents))} attacks nobody is named as having done it"


def attacks_limits(told: pd.DataFrame) -> str:
    """What the table adds up and what not."""
    if told.empty:
        return ""
    summaries, others = int((told["role"] == SUMMARY).sum()), int((told["role"] == OTHER).sum())
    parts = [
        f"{counted(summaries, 'sentence')} that {'sums' if summaries == 1 else 'sum'} up several attacks" if summaries else "",
        f"{counted(others, 'entry', 'entries')} on what was said, found or done about them" if others else "",
    ]
    beside = f"The table also holds {listed(filter(None, parts))}. " if any(parts) else ""
    return f"{beside}Being named in a report is not being found guilty, and attacks that nobody told of are not here."


def findings_sentence(findings: pd.DataFrame) -> str:
    """How many judgements rest on a note of the report."""
    if findings.empty:
        return ""
    noted = int(findings["footnotes"].map(len).gt(0).sum())
    if len(findings) == 1:
        return f"The report makes one judgement on watching and attacking, {'with' if noted else 'without'} a note."
    return f"The report makes {counted(len(findings), 'judgement')} on watching and attacking, {in_words(noted) if noted else 'none'} of them with a note."


def read_next() -> str:
    """Where to read on."""
    return (
        f"**What to read next.** {chapter('Powers', '09-powers')}: who may ask for data, and whether a court is asked."
        f" {chapter('Public sphere', '11-public-sphere')}: what people write and organize all the same. {chapter('Evidence', '12-evidence')}: how thin the notes are here."
    )
