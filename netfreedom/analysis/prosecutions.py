"""Prosecutions: persons, groups, entities and proceedings counted apart; sentences by kind, never added.

A person can stand in several proceedings, a group has a word rather than a number, an outlet is nobody: each is counted as
what it is. Nothing here puts people in any order but that of the dates.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import pandas as pd

from netfreedom.analysis.evidence_base import FORMAL
from netfreedom.analysis.legal_changes import DAYS_IN, duration_days, duration_words, money
from netfreedom.dates import parse, words

UNNAMED = "(not named)"
MANY = 12  # a row for more people than this is a group told with a word, and drawn as a block

# The graver stage first: a person in two proceedings stands where the graver one had come to.
STAGES = ("convicted", "tried", "charged", "detained", "investigated", "acquitted", "dismissed", "released")

# Sanctions that take or limit freedom for a time. Restricted freedom is not prison: each has a panel of its own.
PANELS = {"prison": "Prison", "suspended": "Suspended prison sentence", "restricted_freedom": "Restricted freedom"}
VAGUE = ("at least", "more than", "over", "about", "dozens", "hundreds", "several", "some", "up to")


@dataclass(frozen=True)
class Tally:
    """`people`: a row per individual (id, person, named, stage, date); `groups`: id, person, text, at_least, stage,
    outcome; `entities` and `proceedings`: rows of `cases` (a proceeding within another row's group is not one more).
    """

    people: pd.DataFrame
    groups: pd.DataFrame
    entities: pd.DataFrame
    proceedings: pd.DataFrame


def in_date_order(cases: pd.DataFrame, events: pd.DataFrame) -> pd.DataFrame:
    """The rows with a column `date`, in its order: of the decision, else the arrest, else the event that tells the same.

    Rows without any date stand last, as the report has them.
    """
    told = dict(zip(events["id"], events["date"], strict=True))
    dates = cases["decided"].where(cases["decided"] != "", cases["arrested"])
    again = pd.Series([told.get(event, "") for event in cases["event_id"]], index=cases.index, dtype="str")
    dates = dates.where(dates != "", again).astype("str")
    first = [str(parse(text).start_min or parse(text).end_max) if text else "9999" for text in dates]
    return cases.assign(date=dates, _first=first).sort_values(["_first", "id"], ignore_index=True).drop(columns="_first")


def is_entity(cases: pd.DataFrame) -> pd.Series:
    """Whether each row is about an outlet or association rather than people."""
    return cases["persons_min"].isna()


def is_named(cases: pd.DataFrame) -> pd.Series:
    """Whether the report names the person of each row."""
    return ~cases["person"].str.contains(UNNAMED, regex=False).astype(bool)


def tally(cases: pd.DataFrame) -> Tally:
    """Who stands in the rows (in date order), each individual once."""
    own = cases.reset_index(drop=True)
    people_rows = own[~is_entity(own)]
    whole = people_rows[people_rows["part_of"] == ""]
    few = whole[whole["persons_min"] <= MANY]
    named = few[is_named(few) & (few["persons_min"] == 1)]
    people = [_gravest(part) for _, part in named.groupby("person", sort=False)]
    for row in few[~few.index.isin(named.index)].to_dict("records"):
        parts = people_rows[people_rows["part_of"] == row["id"]]
        inside = [stage for part in parts.itertuples() for stage in [part.stage] * int(part.persons_min)][: int(row["persons_min"])]
        stages = inside + [row["stage"]] * (int(row["persons_min"]) - len(inside))
        people += [(row["id"], row["person"], UNNAMED not in row["person"], stage, row) for stage in stages]
    people.sort(key=lambda entry: list(own["id"]).index(entry[0]))
    frame = pd.DataFrame([(id_, person, known, stage, row["date"]) for id_, person, known, stage, row in people],
                         columns=["id", "person", "named", "stage", "date"])  # fmt: skip
    many = whole[whole["persons_min"] > MANY]
    groups = pd.DataFrame({
        "id": many["id"], "person": many["person"], "text": many["persons_text"].where(many["persons_text"] != "", many["person"]),
        "at_least": many["persons_min"].astype(int), "stage": many["stage"],
        "outcome": [outcome(row) for row in many.itertuples()],
    }).reset_index(drop=True)  # fmt: skip
    return Tally(frame, groups, own[is_entity(own)].reset_index(drop=True), own[(own["part_of"] == "") & ~is_entity(own)].reset_index(drop=True))


def _gravest(rows: pd.DataFrame) -> tuple:
    row = min(rows.to_dict("records"), key=lambda record: STAGES.index(record["stage"]))
    return row["id"], row["person"], True, row["stage"], row


def sentences(cases: pd.DataFrame) -> pd.DataFrame:
    """Sentences of individuals that take or limit freedom, in the order of the rows.

    Columns id, person, about, when, sanction, people (at least), vague (the report says "at least"), term, months (missing
    where no term is told), footnotes. A part counts where its group has no such sanction itself.
    """
    rows = cases[cases["sanction"].isin(tuple(PANELS)) & ~is_entity(cases)]
    whole = set(rows["id"])
    rows = rows[~rows["part_of"].isin(whole)]
    days = [duration_days(term) for term in rows["term"]]
    return pd.DataFrame({
        "id": rows["id"], "person": rows["person"], "about": rows["about"],
        "when": [words(text) if text else "no date" for text in rows["date"]],
        "sanction": rows["sanction"], "people": rows["persons_min"].astype(int),
        "vague": [is_vague(text) for text in rows["persons_text"]], "term": rows["term"],
        "months": pd.Series([None if day is None else round(day / DAYS_IN["M"], 1) for day in days], index=rows.index, dtype=float),
        "footnotes": rows["footnotes"],
    }).reset_index(drop=True)  # fmt: skip


def is_vague(text: str) -> bool:
    """Whether the report's word for the number leaves it open."""
    return text.lower().startswith(VAGUE)


def panels(passed: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """The sentences with a term by sanction, in the order of `PANELS`; only sanctions that occur."""
    known = passed[passed["months"].notna()]
    return {sanction: known[known["sanction"] == sanction].reset_index(drop=True) for sanction in PANELS if (known["sanction"] == sanction).any()}


def mentions(passed: pd.DataFrame, countries: list[str], own: str) -> pd.Series:
    """The foreign country that each sentence's matter names, or is named after (`Russian` counts for Russia); else empty."""
    foreign = [name for name in countries if name != own]
    return pd.Series([next((name for name in foreign if f" {name}" in f" {about}"), "") for about in passed["about"]], index=passed.index, dtype="str")


def torn(cases: pd.DataFrame, discrepancies: pd.DataFrame) -> pd.DataFrame:
    """Where the report and its notes do not fit together on a case, slips of form apart: columns person, id, statement, conflicts_with.

    A discrepancy belongs to a case where both stand under one heading and it names the person of the row, or shares words
    of the row's evidence that are more than a date, an article or a sanction. Outlets and associations are left out.
    """
    rows = cases[~is_entity(cases)]
    found = [
        (row.persons_text or row.person, other.id, other.statement, other.conflicts_with)
        for row, named in zip(rows.itertuples(), is_named(rows), strict=True)
        for other in discrepancies[~discrepancies["kind"].isin(FORMAL)].itertuples()
        if {row.section, *row.also_in} & {other.section, *other.also_in} and _concerns(other, row, named)
    ]
    return pd.DataFrame(found, columns=["person", "id", "statement", "conflicts_with"]).drop_duplicates(["person", "id"], ignore_index=True)


def _concerns(other, row, named: bool) -> bool:
    if named:
        surname = re.escape(row.person.split()[-1])
        return any(re.search(rf"\b{surname}\b", text) for text in (other.topic, other.statement, *other.evidence))
    who = {word.lower() for word in re.findall(r"[A-Za-z]{4,}", f"{row.persons_text} {row.person.replace(UNNAMED, '')}")}
    return any(who & set(re.findall(r"[a-z]{4,}", token.lower())) for token in set(row.evidence) & set(other.evidence))


def held(cases: pd.DataFrame) -> pd.DataFrame:
    """Individuals for whom both the arrest and the decision are dated. Columns person, arrested, decided (words)."""
    rows = cases[(cases["arrested"] != "") & (cases["decided"] != "") & (cases["persons_min"] == 1).fillna(False)]
    return pd.DataFrame({
        "person": rows["person"], "arrested": [words(text) for text in rows["arrested"]], "decided": [words(text) for text in rows["decided"]],
    }).reset_index(drop=True)  # fmt: skip


def outcome(row) -> str:
    """What came of a proceeding, in words: `prison, 18 months`, `damages, US$107,000`, `acquitted`.

    A term told for a whole group is the longest one.
    """
    if row.sanction in ("", "none"):
        return row.stage
    length = f", {'up to ' if pd.notna(row.persons_min) and row.persons_min > MANY else ''}{duration_words(row.term)}" if row.term else ""
    amount = f", {money(row.amount, row.currency)}" if pd.notna(row.amount) else ""
    name = "" if row.sanction == "other" else row.sanction.replace("_", " ")
    return "; ".join(filter(None, (f"{name}{length}{amount}", row.other_sanction)))


def laws_applied(cases: pd.DataFrame) -> pd.DataFrame:
    """Proceedings by the law on which they rest, the law of the first one first; those without a named law last.

    Columns law_id, charges (as coded), rows (of `cases`). Entities are left out.
    """
    rows = cases[~is_entity(cases)]
    found = [(law, list(dict.fromkeys(charge for charges in part["charge"] if charges for charge in charges.split("; "))), part) for law, part in rows.groupby("law_id", sort=False)]
    found.sort(key=lambda entry: entry[0] == "")
    return pd.DataFrame(found, columns=["law_id", "charges", "rows"])
