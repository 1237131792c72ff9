"""The tables that have no evidence column: scores against the score box, sources against the notes."""

from __future__ import annotations

import re

from netfreedom.evidence.checks import Failure
from netfreedom.evidence.printed_dates import missing_parts
from netfreedom.evidence.rows import Row
from netfreedom.report.model import Note, ReportText
from netfreedom.report.text import normalize


def check_score(row: Row, text: ReportText) -> list[Failure]:
    """A row of `scores` against the column of the score box for its edition."""
    edition = row["edition"]
    printed = text.score_box.get("scores", {}).get(int(edition) if edition.isdigit() else None)
    if printed is None:
        return [_failure(row, "section", f"the score box has no edition {edition}")]
    failures = []
    for column in ("access", "content", "rights", "total", "status"):
        given = row[column]
        if given and normalize(given).casefold() != str(printed.get(column, "")).casefold():
            failures.append(_failure(row, "number", f"{column}: {given}, the score box prints {printed.get(column, 'nothing')}"))
    return failures


def check_source(row: Row, text: ReportText) -> list[Failure]:
    """A row of `sources` against its note: words, dates and address stand there."""
    number = row["footnote"]
    note = text.notes.get(int(number) if number.isdigit() else -1)
    if note is None:
        return [_failure(row, "note", f"the report has no note {number}")]
    printed = normalize(note.text)
    if note.empty:
        filled = [column for column in ("author", "title", "publisher", "published", "accessed", "url") if row[column]]
        return [_failure(row, "note", f"{', '.join(filled)}: the note is empty", printed)] if filled else []
    failures = [
        _failure(row, "evidence", f"{column}: '{word}' does not stand in the note", printed)
        for column in ("author", "title", "publisher")
        for word in _missing_words(row[column], printed)[:1]
    ]
    for column in ("published", "accessed"):
        if row[column] and (missing := missing_parts(row[column], printed)):
            failures.append(_failure(row, "date", f"{column}: {row[column]}: {', '.join(missing)} not printed in the note", printed))
    if row["url"] and _bare(row["url"]) not in {_bare(url) for url in note.urls}:
        failures.append(_failure(row, "evidence", f"url: {row['url']} does not stand in the note", printed))
    return failures


def notes_without_source(rows: list[Row], notes: dict[int, Note]) -> list[int]:
    """Numbers of notes that have no row in `sources`."""
    coded = {row["footnote"] for row in rows}
    return [number for number in notes if str(number) not in coded]


def _missing_words(words: str, printed: str) -> list[str]:
    folded = printed.casefold()
    return [word for word in re.findall(r"\w+", normalize(words)) if word.casefold() not in folded]


def _bare(address: str) -> str:
    """An address without its scheme and without letters that cannot stand in one."""
    return re.sub(r"[^\x21-\x7e]", "", re.sub(r"^[a-z]+://", "", address, flags=re.IGNORECASE)).rstrip("/.")


def _failure(row: Row, check: str, message: str, looked: str = "") -> Failure:
    return Failure(row.table, row.id, row.line, check, message, f"note-{row['footnote']}" if looked else "", looked)
