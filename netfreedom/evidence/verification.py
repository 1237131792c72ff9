"""A dataset checked against the report's text."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from netfreedom.evidence.bibliography import check_score, check_source, notes_without_source
from netfreedom.evidence.checks import Checker, Failure
from netfreedom.evidence.gaps import (
    IGNORED_FILE, Gap, Ignored, notes_without_row, read_ignored, rows_without_note, sentences_without_row,
)  # fmt: skip
from netfreedom.evidence.rows import FACT_TABLES, Row, rows_from_report, table_hashes
from netfreedom.evidence.stored import RESULT_FILE
from netfreedom.report.model import ReportText

if TYPE_CHECKING:
    from netfreedom.data.load import Report

RESULT_VERSION = 2


@dataclass
class Verification:
    """How far a dataset matches its report: n of n per table, failures, and what no row rests on."""

    country: str
    edition: int
    tables: dict[str, dict[str, int]]  # table → {"rows", "matched"}
    failures: list[Failure]
    gaps: list[Gap] = field(default_factory=list)
    unused_ignored: list[Ignored] = field(default_factory=list)
    notes_total: int = 0
    notes_without_row: list[int] = field(default_factory=list)
    notes_without_source: list[int] = field(default_factory=list)
    without_note: dict[str, dict[str, int]] = field(default_factory=dict)
    report_sha256: str = ""
    data_sha256: dict[str, str] = field(default_factory=dict)  # table → hash of its rows
    coded_on: str = ""

    @property
    def rows(self) -> int:
        return sum(count["rows"] for count in self.tables.values())

    @property
    def matched(self) -> int:
        return sum(count["matched"] for count in self.tables.values())

    @property
    def ok(self) -> bool:
        """Whether every row matches."""
        return not self.failures

    @property
    def unexplained(self) -> list[Gap]:
        """Sentences with a date or number that no row rests on and no reason explains."""
        return [gap for gap in self.gaps if not gap.reason]

    @property
    def line(self) -> str:
        """What a reader is told: "matches the report: 54 of 54"."""
        return f"matches the report: {self.matched} of {self.rows}"

    def table_line(self, *tables: str) -> str:
        """The same for some tables only, as printed under a chart that is drawn from them."""
        counts = [self.tables[table] for table in tables if table in self.tables]
        return f"matches the report: {sum(count['matched'] for count in counts)} of {sum(count['rows'] for count in counts)}"

    def summary(self) -> dict:
        """Counts and hashes without any sentence of the report: what is stored beside the data."""
        return {
            "version": RESULT_VERSION,
            "country": self.country,
            "edition": self.edition,
            "report_sha256": self.report_sha256,
            "data_sha256": self.data_sha256,
            "coded_on": self.coded_on,
            "rows": self.rows,
            "matched": self.matched,
            "tables": self.tables,
            "failed": sorted({f"{failure.table}:{failure.id}" for failure in self.failures}),
            "notes": {
                "total": self.notes_total,
                "with_rows": self.notes_total - len(self.notes_without_row),
                "without_row": self.notes_without_row,
                "without_source": self.notes_without_source,
            },
            "sentences_without_row": {"explained": len(self.gaps) - len(self.unexplained), "unexplained": len(self.unexplained)},
            "rows_without_note": self.without_note,
        }

    def to_json(self) -> str:
        """The whole result for a program: the summary, each failure with the passage looked at, each sentence without a row."""
        full = self.summary() | {
            "failures": [asdict(failure) for failure in self.failures],
            "gaps": [asdict(gap) for gap in self.gaps],
            "unused_ignored": [asdict(entry) for entry in self.unused_ignored],
        }
        return json.dumps(full, ensure_ascii=False, indent=2) + "\n"

    def save(self, folder: str | Path) -> Path:
        """Write the summary as `verification.json` into the dataset's folder."""
        path = Path(folder) / RESULT_FILE
        path.write_text(json.dumps(self.summary(), ensure_ascii=False, indent=2) + "\n", encoding="utf-8", newline="\n")
        return path


def verify(report: Report, text: ReportText, ignored: list[Ignored] | None = None) -> Verification:
    """Check every row of a loaded dataset against its report's text.

    `ignored` is the reasoned list of sentences that need no row; by default it is read from `verification-ignored.csv` in the
    dataset's folder.
    """
    if ignored is None:
        ignored = read_ignored(report.folder / IGNORED_FILE)
    return verify_rows(rows_from_report(report), text, ignored, report.country, int(report.edition), str(report.meta.coded_on or ""))


def verify_rows(
    rows: dict[str, list[Row]], text: ReportText, ignored: list[Ignored] = (), country: str = "", edition: int = 0, coded_on: str = ""
) -> Verification:
    """Check rows, by table, against a report's text."""
    checker = Checker(text)
    failures: list[Failure] = []
    tables: dict[str, dict[str, int]] = {}
    resting: dict[str, list[Row]] = {}
    for table, table_rows in rows.items():
        matched = 0
        for row in table_rows:
            found, passage = _check(row, checker)
            failures += found
            matched += not found
            if passage:
                resting.setdefault(passage.id, []).append(row)
        tables[table] = {"rows": len(table_rows), "matched": matched}
    gaps, unused = sentences_without_row(checker, resting, rows, list(ignored))
    return Verification(
        country, edition, tables, failures, gaps, unused,
        notes_total=sum(not note.empty for note in text.notes.values()),
        notes_without_row=notes_without_row(checker, rows),
        notes_without_source=notes_without_source(rows["sources"], text.notes) if "sources" in rows else [],
        without_note=rows_without_note(checker, rows),
        report_sha256=text.sha256, data_sha256=table_hashes(rows), coded_on=coded_on,
    )  # fmt: skip


def _check(row: Row, checker: Checker):
    if row.table in FACT_TABLES:
        return checker.check(row)
    return (check_score if row.table == "scores" else check_source)(row, checker.text), None
