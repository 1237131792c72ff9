"""What frictionless finds when it holds tables against their schemas, in our words and with lines of the file."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from typing import TYPE_CHECKING

from netfreedom.data.known import Known
from netfreedom.data.package import FILE
from netfreedom.data.paths import shown
from netfreedom.data.tables import Table
from netfreedom.errors import Problem

if TYPE_CHECKING:
    from frictionless import Error


def schema_problems(package: dict, folder: Path, tables: dict[str, Table], known: Known | None = None) -> list[Problem]:
    """Types, constraints and keys of the tables in `tables`; those whose form is broken are left out of the package.

    A table that is `known` to be right, with those that its keys lead to, is not judged again.
    """
    known = known or Known()
    kept = [_without_lost_keys(resource, tables) for resource in package["resources"] if resource["name"] in tables]
    leads = {resource["name"]: _led_to(resource) for resource in kept}
    keys = {name: known.key("schema", tables[name], *(tables[other] for other in leads[name])) for name in leads}
    judged = {name for name, key in keys.items() if not known.has(key)}
    if not judged:
        return []
    from frictionless import Package  # slow to load

    needed = judged.union(*(leads[name] for name in judged))
    descriptor = {**package, "resources": [_without_lost_keys(resource, needed) for resource in kept if resource["name"] in needed]}
    report = Package.from_descriptor(descriptor, basepath=str(folder)).validate()
    problems = [Problem(shown(folder / FILE), message=error.message) for error in report.errors]
    for task in report.tasks:
        if task.name in judged:
            problems += known.unless(keys[task.name], lambda task=task: [_problem(error, tables[task.name]) for error in task.errors])
    return list(dict.fromkeys(problems))


def _led_to(resource: dict) -> list[str]:
    """Other tables that a table's keys lead to."""
    names = {key["reference"]["resource"] for key in resource["schema"].get("foreignKeys", ())}
    return sorted(names - {"", resource["name"]})


def _without_lost_keys(resource: dict, tables: Collection[str]) -> dict:
    keys = [key for key in resource["schema"].get("foreignKeys", ()) if key["reference"]["resource"] in {"", *tables}]
    return {**resource, "schema": {**resource["schema"], "foreignKeys": keys}}


def _problem(error: Error, table: Table) -> Problem:
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


