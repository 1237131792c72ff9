"""Country-editions side by side: only tables that were coded, and only parts that can be set against each other.

A table that a dataset has not coded is refused for it, never read as a zero. Where one of the datasets comes from an excerpt,
or has coded a table in part, all of them are cut to the section with which every report opens: its key developments.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from netfreedom.analysis.legal_changes import rules_in_period
from netfreedom.analysis.prosecutions import UNNAMED
from netfreedom.data.index import Index, country_name
from netfreedom.data.load import Report, load
from netfreedom.errors import InputError, Problem

TABLES = ("events", "laws", "cases", "restrictions")
KEY_DEVELOPMENTS = "Key Developments"
FORM = "write country-editions with commas between, such as: kazakhstan 2016, uzbekistan 2016"


@dataclass(frozen=True)
class Side:
    """One country-edition; `name` is the country's, with the edition where the country stands there twice."""

    report: Report
    name: str

    @property
    def folder(self) -> str:
        """`kazakhstan/2016`, where its chapters are."""
        return f"{self.report.country}/{self.report.edition}"

    @property
    def period(self) -> tuple[date, date]:
        """First and last day that the report covers."""
        return self.report.meta.coverage_start, self.report.meta.coverage_end

    def anchor(self, row: str) -> str:
        """What a row is called on a page that holds rows of several datasets: `kazakhstan-2016-e033`."""
        return f"{self.report.country}-{self.report.edition}-{row}"


@dataclass(frozen=True)
class Beside:
    """What stands side by side: `sides` with a dataset, in the order asked for; `scores_only`, of which the index has but a score."""

    sides: tuple[Side, ...]
    scores_only: tuple[Side, ...]


@dataclass(frozen=True)
class Part:
    """What of one table is set side by side.

    `sides` have coded the table and `rows` holds their rows in the same order, cut to the key developments unless `whole`;
    `refused` have not coded it. With fewer than two sides nothing is compared, and both are empty.
    """

    table: str
    sides: tuple[Side, ...]
    rows: tuple[pd.DataFrame, ...]
    refused: tuple[Side, ...]
    whole: bool

    @property
    def pairs(self) -> list[tuple[Side, pd.DataFrame]]:
        """Each side with its rows."""
        return list(zip(self.sides, self.rows, strict=True))

    @property
    def number(self) -> int:
        """Rows of all sides together."""
        return sum(map(len, self.rows))


def named(datasets: str) -> list[tuple[str, int]]:
    """`"kazakhstan 2016, uzbekistan 2016"` as countries and editions; InputError where it is written otherwise or names one twice."""
    found, problems = [], []
    for entry in filter(None, (text.strip() for text in datasets.split(","))):
        match = re.fullmatch(r"([a-z]+(?:-[a-z]+)*)[ /](\d{4})", entry)
        pair = (match[1], int(match[2])) if match else None
        if pair is None or pair in found:
            problems.append(Problem("parameters", None, "datasets", entry, "is named twice" if pair else FORM))
        else:
            found.append(pair)
    if problems:
        raise InputError(problems)
    return found


def opened(datasets: str, index: Index) -> Beside:
    """The datasets that a parameter names, opened; InputError where one is not known."""
    return beside([load(country, edition) for country, edition in named(datasets)], index)


def beside(reports: Sequence[Report], index: Index) -> Beside:
    """Reports side by side, each with the name by which a reader tells it from the others."""
    countries = [report.country for report in reports]
    editions = [f" {report.edition}" if countries.count(report.country) > 1 else "" for report in reports]
    sides = [Side(report, f"{country_name(index, report.meta)}{edition}") for report, edition in zip(reports, editions, strict=True)]
    return Beside(tuple(side for side in sides if not side.report.from_index), tuple(side for side in sides if side.report.from_index))


def is_whole(report: Report, table: str) -> bool:
    """Whether a table was coded from the whole report, and completely."""
    return report.meta.extent == "full" and report.meta.tables.get(table) == "complete"


def key_developments(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows that stand among the key developments, told there or repeated there."""
    repeated = pd.Series([KEY_DEVELOPMENTS in headings for headings in rows["also_in"]], index=rows.index, dtype=bool)
    return rows[(rows["section"] == KEY_DEVELOPMENTS) | repeated].reset_index(drop=True)


def part(compared: Beside, table: str) -> Part:
    """What of a table can be set side by side: all its rows where every dataset that has it is complete, else the key developments."""
    coded = tuple(side for side in compared.sides if side.report.coded(table))
    sides = coded if len(coded) >= 2 else ()
    whole = bool(sides) and all(is_whole(side.report, table) for side in sides)
    rows = tuple(side.report.table(table) if whole else key_developments(side.report.table(table)) for side in sides)
    return Part(table, sides, rows, tuple(side for side in compared.sides if side not in coded), whole)


def rules(laws: Part) -> list[tuple[Side, pd.DataFrame]]:
    """By side, the rules that began in its coverage period, or may have; columns as in `rules_in_period`."""
    return [(side, rules_in_period(rows, *side.period)) for side, rows in laws.pairs]


def shared_targets(restrictions: Part) -> dict[str, list[str]]:
    """Services that the restrictions of two sides or more call by name, each with those sides; the most shared first."""
    sides: dict[str, list[str]] = {}
    for side, rows in restrictions.pairs:
        for target in dict.fromkeys(rows.loc[~rows["target"].str.contains(UNNAMED, regex=False), "target"]):
            sides.setdefault(target, []).append(side.name)
    return dict(sorted(((target, names) for target, names in sides.items() if len(names) > 1), key=lambda pair: (-len(pair[1]), pair[0])))
