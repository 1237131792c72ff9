"""The line under a figure that says how many rows of its tables match the report."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from netfreedom.book.note_titles import COUNTRY_PAGE
from netfreedom.data.paths import dataset_folder
from netfreedom.evidence.stored import current_tables, load_result


def verified_line(page: str, tables: Sequence[str]) -> str:
    """"Matches the report: 54 of 54 rows of the whole data table behind this (restrictions)."

    Empty where the page is no country's, nothing was checked, or one of the tables was changed after the check, which then no
    longer speaks of it.
    """
    place = COUNTRY_PAGE.match(page)
    if not place or not tables:
        return ""
    result, current = stored(place["country"], int(place["edition"]))
    return line_for(result, tables) if current.issuperset(set(tables) & set(result.get("tables", ()))) else ""


def line_for(result: dict, tables: Sequence[str]) -> str:
    """The line for some tables of a stored result; tables that the check does not cover are not counted."""
    known = result.get("tables", {})
    counts = {table: known[table] for table in tables if table in known}
    if not counts:
        return ""
    matched, rows = (sum(count[key] for count in counts.values()) for key in ("matched", "rows"))
    return f"Matches the report: {matched} of {rows} rows of the whole data {'table' if len(counts) == 1 else 'tables'} behind this ({_listed(list(counts))})"


@cache
def stored(country: str, edition: int) -> tuple[dict, set[str]]:
    """The stored result of a dataset (empty where it was never checked), and the tables of which it still speaks."""
    folder = dataset_folder(country, edition)
    result = load_result(folder) or {}
    return result, current_tables(result, folder)


def _listed(tables: list[str]) -> str:
    words = [table.replace("_", " ") for table in tables]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
