"""Systems by year and status; what retains and registers; attacks, whom they hit and whether anyone is named."""

from __future__ import annotations

from datetime import date

import pandas as pd

from netfreedom.analysis.names import name_of
from netfreedom.dates import parse, words

# How real a system is by the report, the firmest first.
STATUSES = {"in_use": "in use", "announced": "announced", "planned": "planned", "alleged": "alleged"}
NOT_YET = ("announced", "planned")  # not told as in use: a rule behind such a system may be in force all the same
ACKNOWLEDGED = {"yes": "acknowledged", "denied": "denied", "not_stated": "not stated"}
ATTACKS = ("violence", "intimidation", "technical_attack")
ATTACK_QUESTIONS = ("C7", "C8")  # of the methodology: threats and attacks on people, technical attacks
IDENTITY_SUBJECTS = ("retention", "registration", "encryption", "anonymity")  # of laws that make users known
IDENTITY_QUESTIONS = ("C4", "C5", "C6")  # without them a registration is one of outlets, not of users
JUDGEMENT_QUESTIONS = (*IDENTITY_QUESTIONS, *ATTACK_QUESTIONS)
UNKNOWN = "Unknown"  # opens the name of the collective row for those whom the report does not identify
REPEATED = "repeated"
SUMMARY, INCIDENT, OTHER = "summary", "incident", "other"


def since_words(text: str) -> str:
    """`2010`, `February 2016`; `by July 2015` where only the latest date is told."""
    if not text:
        return "no date"
    edtf = parse(text)
    return words(text).replace("until ", "by ", 1) if edtf.open_start else words(text)


def rule_state(law, systems: pd.DataFrame) -> str:
    """How far a rule has come, apart from the system that rests on it: `rule in force since 1 January 2016; the certificate itself only announced`."""
    unused = systems[(systems["law_id"] == law.id) & systems["status"].isin(NOT_YET)]
    own = "".join(f"; {name} itself only {STATUSES[status]}" for name, status in zip(unused["name"], unused["status"], strict=True))
    return f"{_rule(law)}{own}"


def system_state(system, laws: pd.DataFrame) -> str:
    """How real a system is, apart from its rule: `only announced; rule in force since 1 January 2016`, `in use`."""
    if system.status not in NOT_YET:
        return STATUSES[system.status]
    return "; ".join([f"only {STATUSES[system.status]}", *(_rule(law) for law in laws[laws["id"] == system.law_id].itertuples())])


def _rule(law) -> str:
    since = f" since {words(law.in_force)}" if law.in_force and law.status == "in_force" else f", {words(law.adopted)}" if law.adopted else ""
    return f"rule {law.status.replace('_', ' ')}{since}"


def dated(systems: pd.DataFrame) -> pd.DataFrame:
    """The systems with a date in its order.

    Columns id, name, status, acknowledged, when, by (bool: only the latest date is told), earliest, latest: the days between
    which it began (equal to the latest where `by`).
    """
    rows = systems[systems["since"] != ""]
    bounds = [parse(text) for text in rows["since"]]
    earliest = pd.to_datetime(pd.Series([edtf.start_min or edtf.end_min for edtf in bounds], index=rows.index, dtype=object))
    latest = pd.to_datetime(pd.Series([edtf.start_max or edtf.end_max for edtf in bounds], index=rows.index, dtype=object))
    return pd.DataFrame({
        "id": rows["id"], "name": rows["name"], "status": rows["status"], "acknowledged": rows["acknowledged"],
        "when": rows["since"].map(since_words), "by": [edtf.start_min is None for edtf in bounds], "earliest": earliest, "latest": latest,
    }).sort_values(["earliest", "id"], ignore_index=True)  # fmt: skip


def undated(systems: pd.DataFrame) -> pd.DataFrame:
    """The systems without a date, the firmest status first."""
    rows = systems[systems["since"] == ""]
    return rows.sort_values("status", key=lambda column: column.map(list(STATUSES).index), kind="stable", ignore_index=True)


def stretches(systems: pd.DataFrame, known_until: date) -> pd.DataFrame:
    """When each dated system began and how long it is known to be in use: columns id, x, x2, known (bool).

    Not known: the days, the month or the year within which it began. Known: from then until the end of the period that the
    report covers, for systems in use alone.
    """
    end = pd.Timestamp(known_until) + pd.Timedelta(days=1)
    rows = dated(systems)
    began = pd.DataFrame({"id": rows["id"], "x": rows["earliest"], "x2": rows["latest"] + pd.Timedelta(days=1), "known": False})
    used = began[(rows["status"] == "in_use") & ~rows["by"].astype(bool) & (began["x2"] < end)]
    return pd.concat([began, used.assign(x=used["x2"], x2=end, known=True)], ignore_index=True)


def identity_laws(laws: pd.DataFrame) -> pd.DataFrame:
    """The rules that make users known, or keep what they did: on retention, registration, encryption, anonymity of users."""
    subject = laws["subject"].map(lambda values: bool(set(values) & set(IDENTITY_SUBJECTS)))
    question = laws["question"].map(lambda codes: bool(set(codes) & set(IDENTITY_QUESTIONS)))
    return laws[subject & question].reset_index(drop=True)


def attacks(events: pd.DataFrame, actors: pd.DataFrame) -> pd.DataFrame:
    """What the report tells under the questions on attacks, in date order, undated rows last.

    The rows of `events` with columns role (`incident`; `summary` of several; `other`: what was said, found or done about
    them) and by (names of those said to have done it; () where nobody is named).
    """
    rows = events[events["question"].map(lambda codes: bool(set(codes) & set(ATTACK_QUESTIONS))).astype(bool)]
    names = dict(zip(actors["id"], actors["name"], strict=True))
    rows = rows.assign(
        role=[SUMMARY if row.date_kind == REPEATED else INCIDENT if row.kind in ATTACKS else OTHER for row in rows.itertuples()],
        by=[said_to_have_done(row.actors, names) if row.kind in ATTACKS else () for row in rows.itertuples()],
    )  # fmt: skip
    return rows.sort_values(["date_earliest", "id"], na_position="last", ignore_index=True)


def said_to_have_done(actors: tuple[str, ...], names: dict[str, str]) -> tuple[str, ...]:
    """Names of the actors of an attack; none where the row has the collective for unidentified persons, beside whom only victims stand."""
    found = tuple(name_of(names, actor) for actor in actors)
    return () if any(name.startswith(UNKNOWN) for name in found) else found
