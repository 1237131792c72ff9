"""Whether datasets and index are fit for use: every problem as one line."""

from __future__ import annotations

import json
from pathlib import Path

from netfreedom.data.check_cells import cell_problems
from netfreedom.data.check_commentary import commentary_problems
from netfreedom.data.check_draft import draft_problems
from netfreedom.data.check_index import index_rule_problems
from netfreedom.data.check_links import cycle_problems, event_date_problems, note_problems, question_code_problems, reference_problems
from netfreedom.data.check_schema import schema_problems
from netfreedom.data.check_scores import own_score_problems, question_problems, score_problems
from netfreedom.data.known import Known
from netfreedom.data.meta import Meta, read_meta
from netfreedom.data.package import FILE, as_text, dataset_package, index_package
from netfreedom.data.paths import dataset_folder, datasets, index_folder, shown
from netfreedom.data.schemas import Schema, index_schemas, schemas
from netfreedom.data.tables import Table, read_table
from netfreedom.errors import InputError, Problem

# Files beside the tables that other commands keep there.
_OTHER_FILES = ("verification-ignored",)

# What a dataset is held against.
_INDEX_TABLES_USED = ("countries", "scores", "checklist")


def check(country: str | None = None, edition: int | None = None) -> list[Problem]:
    """Problems of one dataset, or of the index and all datasets where none is named."""
    if country is not None:
        return check_dataset(country, edition)
    problems = check_index()
    for name, year in datasets():
        problems += check_dataset(name, year)
    return problems


def check_dataset(country: str, edition: int, known: Known | None = None) -> list[Problem]:
    """Everything that is wrong with a report's dataset; what is `known` to be right of a table on its own is not judged again."""
    known = known or Known()
    folder = dataset_folder(country, edition)
    if not folder.is_dir():
        there = ", ".join(f"{name} {year}" for name, year in datasets()) or "none"
        return [Problem(shown(folder), message=f"there is no such dataset; there are: {there}")]
    tables, problems = _read(folder, schemas())
    problems += _stray_files(folder, schemas())
    problems += _stored_problems(folder / "verification.json", f"netfreedom verify {country} {edition} --report FILE")
    problems += commentary_problems(folder / "commentary", tables.get("sources"))
    for table in tables.values():
        problems += [*cell_problems(table, known), *draft_problems(table)]
    for rules in (reference_problems, note_problems, cycle_problems, event_date_problems):
        problems += rules(tables)
    try:
        meta = read_meta(folder / "report.yml")
    except InputError as error:  # what the other rules ask of it is not there
        return _in_order([*error.problems, *problems])
    index, index_problems = _read(index_folder(), {name: index_schemas()[name] for name in _INDEX_TABLES_USED})
    if index_problems:
        problems.append(Problem(shown(index_folder()), message="the index has problems of its own: run netfreedom check"))
    problems += _meta_problems(folder, meta, country, edition, index)
    problems += schema_problems(dataset_package(country, edition), folder, tables, known)
    maxima = _maxima(index)
    if maxima:
        problems += question_code_problems(tables, set(maxima))
    if "scores" in tables:
        problems += score_problems(tables["scores"])
        problems += own_score_problems(tables["scores"], meta.edition, meta.direction, _index_row(index, meta))
    if "question_scores" in tables and maxima:
        totals = {(row["edition"],): row for _, row in tables["scores"].records()} if "scores" in tables else {}
        problems += question_problems(tables["question_scores"], maxima, totals)
    problems += _package_problems(folder, dataset_package(country, edition), f"netfreedom package {country} {edition}")
    return _in_order(problems)


def check_index() -> list[Problem]:
    """Everything that is wrong with the index."""
    folder = index_folder()
    tables, problems = _read(folder, index_schemas())
    problems += _stray_files(folder, index_schemas())
    problems += [
        Problem(f"{shown(folder)}/{name}.csv", message="is missing: the index needs all its tables")
        for name in index_schemas() if not (folder / f"{name}.csv").is_file()
    ]
    problems += schema_problems(index_package(), folder, tables)
    for table in tables.values():
        problems += cell_problems(table)
    problems += index_rule_problems(tables)
    if "scores" in tables:
        problems += score_problems(tables["scores"])
    if {"questions", "scores"} <= set(tables) and (maxima := _maxima(tables)):
        totals = {(row["iso3"], row["edition"]): row for _, row in tables["scores"].records()}
        problems += question_problems(tables["questions"], maxima, totals)
    problems += _package_problems(folder, index_package(), "netfreedom package")
    return _in_order(problems)


def _read(folder: Path, known: dict[str, Schema]) -> tuple[dict[str, Table], list[Problem]]:
    """Tables of a folder whose form is right, and what is wrong with the form of the others."""
    tables, problems = {}, []
    for name, schema in known.items():
        path = folder / f"{name}.csv"
        if path.is_file():
            try:
                tables[name] = read_table(path, schema)
            except InputError as error:
                problems += error.problems
    return tables, problems


def _stray_files(folder: Path, known: dict[str, Schema]) -> list[Problem]:
    """A misspelt file name would otherwise read as "not coded"."""
    allowed = {f"{name}.csv" for name in (*known, *_OTHER_FILES)}
    return [
        Problem(shown(path), message=f"is no table; tables are: {', '.join(known)}")
        for path in sorted(folder.iterdir()) if path.suffix.lower() == ".csv" and path.name not in allowed
    ]


def _stored_problems(path: Path, command: str) -> list[Problem]:
    """A stored result that a program wrote and something damaged."""
    try:
        whole = not path.is_file() or isinstance(json.loads(path.read_text(encoding="utf-8")), dict)
    except ValueError:
        whole = False
    return [] if whole else [Problem(shown(path), message=f"is damaged: run {command}, or remove the file")]


def _meta_problems(folder: Path, meta: Meta, country: str, edition: int, index: dict[str, Table]) -> list[Problem]:
    file = shown(folder / "report.yml")
    problems = []
    if meta.country != country:
        problems.append(Problem(file, None, "country", meta.country, f"the folder says {country}"))
    if meta.edition != edition:
        problems.append(Problem(file, None, "edition", str(meta.edition), f"the folder says {edition}"))
    known = schemas()
    for name in meta.tables:
        if name not in known:
            problems.append(Problem(file, None, "tables", name, f"is no table; allowed: {', '.join(known)}"))
        elif not (folder / f"{name}.csv").is_file():
            problems.append(Problem(file, None, "tables", name, f"there is no {name}.csv: add the file (the header alone says that the report names none) or remove the line"))
    problems += [
        Problem(file, None, "tables", name, f"{name}.csv is there: say whether it is complete or partial")
        for name in known if (folder / f"{name}.csv").is_file() and name not in meta.tables
    ]
    if "countries" in index:
        slugs = {row["slug"] for _, row in index["countries"].records()}
        problems += [Problem(file, None, "peers", peer, "there is no such slug in index/countries.csv")
                     for peer in meta.peers if peer not in slugs]
    problems += [Problem(file, None, "peers", peer, "is the report's own country") for peer in meta.peers if peer == country]
    problems += [Problem(file, None, "peers", peer, "stands there twice") for peer in dict.fromkeys(meta.peers) if meta.peers.count(peer) > 1]
    return problems


def _maxima(index: dict[str, Table]) -> dict[str, tuple[int, str]]:
    if "checklist" not in index:
        return {}
    rows = [row for _, row in index["checklist"].records()]
    return {row["question"]: (int(row["max"]), row["category"]) for row in rows if row["max"].isdecimal()}


def _index_row(index: dict[str, Table], meta: Meta) -> dict[str, str] | None:
    if "scores" not in index:
        return None
    rows = (row for _, row in index["scores"].records())
    return next((row for row in rows if row["iso3"] == meta.iso3 and row["edition"] == str(meta.edition)), None)


def _package_problems(folder: Path, package: dict, command: str) -> list[Problem]:
    path = folder / FILE
    if not path.is_file():
        return [Problem(shown(path), message=f"is missing: run {command}")]
    if path.read_bytes() != as_text(package).encode():
        return [Problem(shown(path), message=f"does not fit the tables, schemas or report.yml: run {command}")]
    return []


def _in_order(problems: list[Problem]) -> list[Problem]:
    return sorted(dict.fromkeys(problems), key=lambda problem: (problem.file, problem.line or 0))
