"""Rules of the index that its schemas cannot say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from netfreedom.data.tables import Table
from netfreedom.errors import Problem
from netfreedom.vocabulary import CATEGORIES, CONTROLS, bands


def index_rule_problems(tables: dict[str, Table]) -> Iterator[Problem]:
    """Sources exist, editions agree with the rules of the source, maxima add up, counts agree."""
    yield from _source_problems(tables)
    if "editions" in tables:
        yield from _edition_problems(tables["editions"])
    if "checklist" in tables:
        yield from _checklist_problems(tables["checklist"])
    if "controls" in tables:
        yield from _control_problems(tables["controls"])


def _source_problems(tables: dict[str, Table]) -> Iterator[Problem]:
    if "sources" not in tables:
        return
    ids = {row["id"] for _, row in tables["sources"].records()}
    for table in tables.values():
        if "source" not in table.schema.columns:
            continue
        for line, row in table.records():
            for source in filter(None, row["source"].split(";")):
                if source not in ids:
                    yield Problem(table.file, line, "source", source, "there is no such row in sources.csv")


def _edition_problems(editions: Table) -> Iterator[Problem]:
    end_before = ""
    for line, row in editions.records():
        start, end = row["coverage_start"], row["coverage_end"]
        if bool(start) != bool(end) or (not start) != (row["coverage"] == "not_stated"):
            yield Problem(editions.file, line, "coverage", row["coverage"], "give both days of the period, or neither and not_stated")
        if start and end and start >= end:
            yield Problem(editions.file, line, "coverage_end", end, f"the period must end after it starts ({start})")
        # the 2012 and 2013 editions share the first of May 2012
        if start and end_before and start < end_before:
            yield Problem(editions.file, line, "coverage_start", start, f"lies before the end of the edition before ({end_before})")
        end_before = end or end_before
        if row["direction"] not in ("zero_is_free", "hundred_is_free"):
            continue
        for band in bands(row["direction"]):
            column = band.status.lower().replace(" ", "_")
            if row[column] != f"{band.low}-{band.high}":
                yield Problem(editions.file, line, column, row[column], f"the band is {band.low}-{band.high} in this direction")


def _checklist_problems(checklist: Table) -> Iterator[Problem]:
    points = Counter()
    for line, row in checklist.records():
        points[row["category"]] += int(row["max"]) if row["max"].isdigit() else 0
        letter = next((category.letter for category in CATEGORIES if category.key == row["category"]), None)
        if letter and not row["question"].startswith(letter):
            yield Problem(checklist.file, line, "category", row["category"], f"questions of this category begin with {letter}")
    for category in CATEGORIES:
        if points[category.key] != category.maximum:
            yield Problem(checklist.file, None, "max", str(points[category.key]), f"the points of {category.key} add up to {category.maximum}")


def _control_problems(controls: Table) -> Iterator[Problem]:
    ticked = Counter((row["iso3"], row["edition"]) for _, row in controls.records())
    for (iso3, edition), count in ticked.items():
        if count != len(CONTROLS):
            yield Problem(controls.file, None, "control", f"{iso3} {edition}", f"has {count} rows: each country and edition has {len(CONTROLS)}")
