"""The line under a figure that says how many rows of its tables match the report."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from netfreedom.book.note_titles import COUNTRY_PAGE
from netfreedom.data.load import load
from netfreedom.data.paths import dataset_folder
from netfreedom.evidence.verification import is_current, load_result


def verified_line(page: str, tables: Sequence[str]) -> str:
    """"Matches the report: 54 of 54 rows of restrictions."; empty where nothing was checked or the page is no country's."""
    place = COUNTRY_PAGE.match(page)
    if not place or not tables:
        return ""
    result = current_result(place["country"], int(place["edition"]))
    return line_for(result, tables) if result else ""


def line_for(result: dict, tables: Sequence[str]) -> str:
    """The line for some tables of a stored result; tables that the check does not cover are not counted."""
    counts = {table: result["tables"][table] for table in tables if table in result["tables"]}
    if not counts:
        return ""
    matched, rows = (sum(count[key] for count in counts.values()) for key in ("matched", "rows"))
    return f"Matches the report: {matched} of {rows} rows of {_listed(list(counts))}"


@cache
def current_result(country: str, edition: int) -> dict | None:
    """The stored result of a dataset; None where the data were changed after the check, since it no longer speaks of them."""
    result = load_result(dataset_folder(country, edition))
    return result if result and is_current(result, load(country, edition)) else None


def _listed(tables: list[str]) -> str:
    words = [table.replace("_", " ") for table in tables]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
