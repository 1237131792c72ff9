"""Rows against the report: whether what is coded stands in the text, and what stands there without a row."""

from netfreedom.evidence.account import account
from netfreedom.evidence.checks import Failure
from netfreedom.evidence.gaps import Gap, Ignored, read_ignored
from netfreedom.evidence.rows import Row, rows_from_folder, rows_from_report
from netfreedom.evidence.verification import Verification, current_tables, is_current, load_result, verify, verify_rows

__all__ = [
    "Failure", "Gap", "Ignored", "Row", "Verification",
    "current_tables", "is_current", "load_result", "read_ignored", "rows_from_folder", "rows_from_report", "account", "verify", "verify_rows",
]  # fmt: skip
