"""Judgements by question, and what people organized online with what came of it."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from netfreedom.dates import parse

# Questions of the methodology that this chapter is about, the same in all editions of the booklets.
SELF_CENSORSHIP, STEERING, MONEY, SOURCES, ORGANIZING = QUESTIONS = ("B4", "B5", "B6", "B7", "B8")
ACTIVISM = "activism"
TOLD, UNTOLD = "outcome told", "outcome not told with it"


def question_titles(checklist: pd.DataFrame, questions: Collection[str]) -> dict[str, str]:
    """Some questions in plain words by code: `B4: Do journalists …?`."""
    return {code: f"{code}: {title}" for code, title in zip(checklist["question"], checklist["title"], strict=True) if code in questions}


def on_questions(findings: pd.DataFrame, questions: tuple[str, ...] = QUESTIONS) -> pd.DataFrame:
    """The findings on any of the questions, in the order of the first of these that each bears on."""
    first = findings["question"].map(lambda codes: min((questions.index(code) for code in codes if code in questions), default=len(questions)))
    rows = findings.assign(_first=first.astype(int))
    return rows[rows["_first"] < len(questions)].sort_values("_first", kind="stable", ignore_index=True).drop(columns="_first")


def by_question(findings: pd.DataFrame, questions: tuple[str, ...] = QUESTIONS) -> pd.DataFrame:
    """Columns question, findings (number), noted (number with a note); a finding counts under each of its questions."""
    rows = []
    for code in questions:
        own = findings[findings["question"].map(lambda codes, code=code: code in codes).astype(bool)]
        rows.append((code, len(own), int(own["footnotes"].map(len).gt(0).sum())))
    return pd.DataFrame(rows, columns=["question", "findings", "noted"])


def campaigns(events: pd.DataFrame) -> pd.DataFrame:
    """What people organized, in date order, undated rows last: the rows of `events` with a column `told` (whether a result is)."""
    rows = events[events["kind"] == ACTIVISM]
    return rows.assign(told=(rows["result"] != "").map({True: TOLD, False: UNTOLD})).sort_values(
        ["date_earliest", "id"], na_position="last", ignore_index=True)


def around(events: pd.DataFrame) -> pd.DataFrame:
    """What else the report tells where it tells of campaigns (question B8), in date order, undated rows last."""
    rows = events[(events["kind"] != ACTIVISM) & events["question"].map(lambda codes: ORGANIZING in codes).astype(bool)]
    return rows.sort_values(["date_earliest", "id"], na_position="last", ignore_index=True)


def spans(campaigns: pd.DataFrame) -> pd.DataFrame:
    """The dated campaigns with the days between which each lies: columns id, title, date, date_text, date_kind, x, x2, result, told."""
    rows = campaigns[campaigns["date"] != ""].reset_index(drop=True)
    bounds = [parse(text) for text in rows["date"]]
    first = pd.to_datetime(pd.Series([edtf.earliest or edtf.latest for edtf in bounds], dtype=object))
    last = pd.to_datetime(pd.Series([edtf.latest or edtf.earliest for edtf in bounds], dtype=object))
    return pd.DataFrame({
        "id": rows["id"], "title": rows["title"], "date": rows["date"], "date_text": rows["date_text"], "date_kind": rows["date_kind"], "x": first, "x2": last + pd.Timedelta(days=1),
        "result": rows["result"], "told": rows["told"],
    })  # fmt: skip
