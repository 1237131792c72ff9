"""A verification as lines to read on a terminal."""

from __future__ import annotations

from netfreedom.evidence.verification import Verification


def account(result: Verification) -> str:
    """Rows that match per table, every failure with the passage looked at, and what stands in the text without a row."""
    lines = [f"{table}: {counts['matched']} of {counts['rows']}" for table, counts in result.tables.items() if counts["rows"]]
    lines.append(f"matches the report: {result.matched} of {result.rows} rows")
    lines += [str(failure) for failure in result.failures]
    if result.notes_without_row:
        lines.append("notes that no row rests on: " + ", ".join(map(str, result.notes_without_row)))
    explained = len(result.gaps) - len(result.unexplained)
    lines.append(f"dates and numbers of the text without a row: {len(result.unexplained)} ({explained} more are explained)")
    lines += [f"  {gap.section}: {', '.join(gap.missing)} in: {gap.sentence}" for gap in result.unexplained]
    lines += [f"explains nothing any more: {entry}" for entry in result.unused_ignored]
    lines.append("rows without a note, by section:")
    lines += [f"  {section}: {counts['without_note']} of {counts['rows']}" for section, counts in result.without_note.items() if counts["rows"]]
    return "\n".join(lines)
