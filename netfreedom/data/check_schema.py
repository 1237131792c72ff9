"""What frictionless finds when it holds tables against their schemas, in our words and with lines of the file."""

from __future__ import annotations

from pathlib import Path

import frictionless
from frictionless import Package

from netfreedom.data.package import FILE
from netfreedom.data.paths import shown
from netfreedom.data.tables import Table
from netfreedom.errors import Problem


def schema_problems(package: dict, folder: Path, tables: dict[str, Table]) -> list[Problem]:
    """Types, constraints and keys of the tables in `tables`; those whose form is broken are left out of the package."""
    kept = [resource for resource in package["resources"] if resource["name"] in tables]
    if not kept:
        return []
    descriptor = {**package, "resources": [_without_lost_keys(resource, tables) for resource in kept]}
    report = Package.from_descriptor(descriptor, basepath=str(folder)).validate()
    problems = [Problem(shown(folder / FILE), message=error.message) for error in report.errors]
    for task in report.tasks:
        if task.name in tables:
            problems += [_problem(error, tables[task.name]) for error in task.errors]
    return list(dict.fromkeys(problems))


def _without_lost_keys(resource: dict, tables: dict[str, Table]) -> dict:
    keys = [key for key in resource["schema"].get("foreignKeys", ()) if key["reference"]["resource"] in {"", *tables}]
    return {**resource, "schema": {**resource["schema"], "foreignKeys": keys}}


def _problem(error: frictionless.Error, table: Table) -> Problem:
    row = getattr(error, "row_number", None)
    # frictionless counts rows, the header as 1; a person needs the line of the file
    line = table.lines[row - 2] if row else None
    if error.type == "foreign-key":
        name, value = error.field_names[0], error.field_cells[0] if error.field_cells else _cell(table, row, error.field_names[0])
        return Problem(table.file, line, name, str(value), f"there is no such row in {error.reference_name or table.schema.name}")
    if error.type == "primary-key":
        key = table.schema.primary_key
        value = " ".join(_cell(table, row, name) for name in key)
        return Problem(table.file, line, ", ".join(key), value, "stands there twice: it must be unique")
    name = getattr(error, "field_name", None)
    if name is None:
        return Problem(table.file, line, message=error.message)
    field, value = table.schema.field(name), _cell(table, row, name)
    if error.type == "unique-error":
        return Problem(table.file, line, name, value, "stands there twice: it must be unique")
    return Problem(table.file, line, name, value, field.says if value else f"must not be empty; {field.says}")


def _cell(table: Table, row: int, column: str) -> str:
    return table.rows[row - 2][table.schema.columns.index(column)]


