"""The check turned round: what stands in the report and in no row."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from netfreedom.data.paths import shown
from netfreedom.errors import InputError, Problem
from netfreedom.evidence.accounted import Carried
from netfreedom.evidence.checks import Checker
from netfreedom.evidence.rows import FACT_TABLES, Row
from netfreedom.evidence.words import stands
from netfreedom.report.model import Passage
from netfreedom.report.text import normalize

IGNORED_FILE = "verification-ignored.csv"
_SCORE_LINES = (
    "Obstacles to Access", "Limits on Content", "Violations of User Rights", "TOTAL", "* 0=", "0=", "Internet Freedom Status", "Status",
)  # fmt: skip
IGNORED_COLUMNS = ("section", "passage_token", "reason")


@dataclass(frozen=True)
class Ignored:
    """Words by which sentences of a section are known that need no row, and why."""

    section: str
    passage_token: str
    reason: str


@dataclass(frozen=True)
class Gap:
    """A sentence with dates or numbers (`missing`) that no row carries; `reason` is set where that is on purpose."""

    section: str
    passage_id: str
    sentence: str
    missing: tuple[str, ...] = ()
    reason: str = ""


def read_ignored(path: Path) -> list[Ignored]:
    """The reasoned list of sentences without a row; an absent file is an empty list.

    Raises InputError where a column is missing or a cell is empty.
    """
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        file_name = shown(path)
        if tuple(reader.fieldnames or ()) != IGNORED_COLUMNS:
            raise InputError([Problem(file_name, 1, None, ",".join(reader.fieldnames or ()), f"the columns must be {','.join(IGNORED_COLUMNS)}")])
        found, problems = [], []
        for cells in reader:
            empty = [column for column in IGNORED_COLUMNS if not (cells[column] or "").strip()]
            problems += [Problem(file_name, reader.line_num, column, "", "must be filled in") for column in empty]
            found.append(Ignored(*(cells[column] or "" for column in IGNORED_COLUMNS)))
    if problems:
        raise InputError(problems)
    return found


def sentences_without_row(
    checker: Checker, resting: dict[str, list[Row]], rows: dict[str, list[Row]], ignored: list[Ignored]
) -> tuple[list[Gap], list[Ignored]]:
    """Sentences with a date or number that no row carries, and the entries of `ignored` that no such sentence needs.

    `resting` gives the rows by the id of the passage on which they rest. They carry what stands in their evidence, dates and
    numbers; so do rows that name the sentence's section in `also_in`.
    """
    gaps, used = [], set()
    facts = [row for table in FACT_TABLES for row in rows.get(table, [])]
    editions = {row["edition"] for row in rows.get("scores", [])}
    for passage in checker.text.passages:
        carried = Carried([*resting.get(passage.id, []), *(row for row in facts if passage.section in row.many("also_in"))])
        for sentence in passage.sentences:
            plain = normalize(sentence.text)
            if passage.kind == "box" and _scores_carry(plain, editions):
                continue
            missing = carried.missing(plain)
            if missing:
                entry = next((entry for entry in ignored if _ignores(entry, passage, plain)), None)
                used.add(entry)
                gaps.append(Gap(passage.section, passage.id, sentence.text, tuple(missing), entry.reason if entry else ""))
    return gaps, [entry for entry in ignored if entry not in used]


def notes_without_row(checker: Checker, rows: dict[str, list[Row]]) -> list[int]:
    """Numbers of the notes, empty ones apart, that no fact row names."""
    named = {number for table in FACT_TABLES for row in rows.get(table, []) for number in row.footnotes}
    return [number for number, note in checker.text.notes.items() if not note.empty and number not in named]


def rows_without_note(checker: Checker, rows: dict[str, list[Row]]) -> dict[str, dict[str, int]]:
    """By section, how many fact rows there are and how many of them name no note."""
    counts = {section.heading: {"rows": 0, "without_note": 0} for section in checker.text.sections if section.heading}
    for table in FACT_TABLES:
        if table == "discrepancies":  # a contradiction is no fact and often hangs on no note
            continue
        for row in rows.get(table, []):
            count = counts.setdefault(row["section"], {"rows": 0, "without_note": 0})
            count["rows"] += 1
            count["without_note"] += not row.footnotes
    return counts


def _scores_carry(plain: str, editions: set[str]) -> bool:
    """Whether a line of the score box is one that `scores` holds: years, status, the three categories, the total, its scale."""
    return bool(editions) and (plain.split()[-1] in editions or plain.startswith(_SCORE_LINES))


def _ignores(entry: Ignored, passage: Passage, plain: str) -> bool:
    return normalize(entry.section).casefold() == normalize(passage.section).casefold() and stands(entry.passage_token, plain)
