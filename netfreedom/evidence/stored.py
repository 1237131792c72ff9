"""What a check has left beside the data, and whether it still speaks of them; reading it needs nothing of the check itself."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from netfreedom.evidence.rows import rows_from_folder, rows_from_report, table_hashes

if TYPE_CHECKING:
    from netfreedom.data.load import Report

RESULT_FILE = "verification.json"


def load_result(folder: str | Path) -> dict | None:
    """The stored summary of a dataset, or None where it was never checked."""
    path = Path(folder) / RESULT_FILE
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else None


def is_current(result: dict, report: Report) -> bool:
    """Whether a stored summary was made from the data as they are."""
    return result.get("data_sha256") == table_hashes(rows_from_report(report))


def current_tables(result: dict, folder: str | Path) -> set[str]:
    """Tables in a dataset's folder whose rows are still those of which a stored summary speaks."""
    checked = result.get("data_sha256")
    if not isinstance(checked, dict):  # of an older version
        return set()
    return {table for table, found in table_hashes(rows_from_folder(folder)).items() if checked.get(table) == found}
