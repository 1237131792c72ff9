"""A report's file → all draft tables, report.yml, the passages beside them, and what could not be read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from netfreedom.data.index import Index, load_index
from netfreedom.data.paths import shown
from netfreedom.data.schemas import schemas
from netfreedom.draft.box import box_indicators, question_rows, score_rows, text_indicators
from netfreedom.draft.candidates import Candidate, candidates, event_row
from netfreedom.draft.cases import case_row
from netfreedom.draft.meta import Identity, identify, meta_text
from netfreedom.draft.notes import draft_sources
from netfreedom.draft.readable import open_report
from netfreedom.draft.restrictions import removal_row, restriction_rows
from netfreedom.draft.rules import is_rule, law_row, system_row
from netfreedom.draft.unread import is_whole, unread
from netfreedom.report.model import ReportText
from netfreedom.report.headings import heading_key

Row = dict[str, str]
# What a table's ids begin with, in the tables whose rows are numbered here.
_LETTERS = {"indicators": "i", "laws": "l", "cases": "c", "removal_orders": "o", "restrictions": "r", "systems": "s"}
# Headings that another edition words differently: their questions are those of the checklist's heading.
_SAME_HEADING = {
    "Media, Diversity, and Online Manipulation": "Media, Diversity, and Content Manipulation",
    "Prosecutions and Arrests for Online Activities": "Prosecutions and Detentions for Online Activities",
}


@dataclass(frozen=True)
class Draft:
    """What was drafted: `tables` are rows by the schemas' columns, `passages` the side file, `unread` plain sentences."""

    country: str
    edition: int
    tables: dict[str, list[Row]]
    meta: str
    passages: str
    unread: list[str]
    report: ReportText
    candidates: list[Candidate]


def draft_report(country: str, edition: int, path: str | Path, today: date | None = None) -> Draft:
    """Draft a dataset out of a report as text, PDF or the text of its web page; nothing is written.

    A table without a candidate is left out: that a report names none is for a person to say.

    Raises
    ------
    InputError
        where the file cannot be read as this country's *Freedom on the Net* report of this edition; it says why.
    """
    report = open_report(path)
    index = load_index()
    identity = identify(report, index, country, edition, shown(Path(path)))
    found, left_out = candidates(report, identity.period, edition, identity.name)
    tables, rows_of = _tables(report, identity, found, questions_by_heading(index))
    complete = is_whole(report)
    return Draft(
        country, edition, tables, meta_text(identity, report, list(tables), complete, today or date.today()), _side_file(identity, found, rows_of),
        unread(report, identity, tables, found, left_out), report, [candidate for candidate in found if candidate.is_event],
    )  # fmt: skip


def questions_by_heading(index: Index) -> dict[str, str]:
    """The checklist's codes by the letters of the heading under which they are answered; a code heads its own page."""
    codes: dict[str, list[str]] = {}
    for row in index.checklist.itertuples():
        headings = row.section.split(";") if isinstance(row.section, str) else list(row.section)
        for heading in headings:
            codes.setdefault(heading_key(heading), []).append(row.question)
        codes[heading_key(row.question)] = [row.question]
    for other, heading in _SAME_HEADING.items():
        codes[heading_key(other)] = codes.get(heading_key(heading), [])
    return {heading: ";".join(found) for heading, found in codes.items()}


def _tables(report: ReportText, identity: Identity, found: list[Candidate], questions: dict[str, str]) -> tuple[dict[str, list[Row]], dict[int, list[str]]]:
    """Rows by table in the order of the schemas, and for each candidate's place the ids of its rows."""
    tables: dict[str, list[Row]] = {name: [] for name in schemas()}
    tables["scores"] = score_rows(report, identity.edition)
    tables["question_scores"] = question_rows(report, identity.edition)
    tables["sources"] = [{key: str(value) for key, value in row.items()} for row in draft_sources(report.notes)]
    tables["indicators"] = [{"id": f"i{number:03d}", **row} for number, row in enumerate(box_indicators(report), 1)]
    rows_of: dict[int, list[str]] = {}
    told: set[str] = set()  # a sentence with two dates is two events and still one law, one case
    for place, candidate in enumerate(found):
        if candidate.is_event:
            tables["events"].append(event_row(candidate, questions))
            rows_of.setdefault(place, []).append(candidate.id)
        for table, row in _special_rows(candidate, questions, tables):
            if table != "restrictions" and candidate.sentence in told:
                continue
            row["id"] = f"{_LETTERS[table]}{len(tables[table]) + 1:03d}"
            tables[table].append(row)
            rows_of.setdefault(place, []).append(row["id"])
        told.add(candidate.sentence)
    columns = {name: schema.columns for name, schema in schemas().items()}
    return {name: [{column: row.get(column, "") for column in columns[name]} for row in rows] for name, rows in tables.items() if rows}, rows_of


def _special_rows(candidate: Candidate, questions: dict[str, str], tables: dict[str, list[Row]]) -> Iterator[tuple[str, Row]]:
    """The rows of other tables that a sentence bears out, tied to its event where it has one."""
    if candidate.is_event or is_rule(candidate.sentence):
        if row := law_row(candidate, questions, candidate.id):
            yield "laws", row
    if row := system_row(candidate, questions):
        yield "systems", row
    if candidate.is_event:
        for row in restriction_rows(candidate, questions):
            yield "restrictions", row
        if row := case_row(candidate, questions):
            yield "cases", row
        if row := removal_row(candidate, questions):
            yield "removal_orders", row
    for row in text_indicators(candidate, questions):
        yield "indicators", row


def _side_file(identity: Identity, found: list[Candidate], rows_of: dict[int, list[str]]) -> str:
    """Each candidate's passage, to be read while one edits; this file is not part of the data."""
    parts = [
        f"# Passages of the draft rows: {identity.name} {identity.edition}",
        "For editing only: this text is the publisher's. Git ignores the file; delete it when the rows are decided.",
    ]
    for place, candidate in enumerate(found):
        if place in rows_of:
            date_of = candidate.mention.date if candidate.mention else "undated"
            parts.append(f"## {', '.join(rows_of[place])} · {candidate.heading or 'no heading'} · {date_of}\n\n**{candidate.sentence}**")
            if re.sub(r"\s+", "", candidate.passage.plain) != re.sub(r"\s+", "", candidate.sentence):
                parts.append(f"> {candidate.passage.plain}")
    return "\n\n".join(parts) + "\n"
