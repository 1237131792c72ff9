"""Commentary: text that can be read, and notes that exist."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from netfreedom.data.paths import shown
from netfreedom.data.tables import Table
from netfreedom.errors import Problem

_NOTES = re.compile(r"\{note\}`([^`]*)`")


def commentary_problems(folder: Path, sources: Table | None) -> Iterator[Problem]:
    """Files that are not UTF-8, and notes cited there that `sources` lacks; notes are not judged where it is not coded."""
    numbers = {row["footnote"] for _, row in sources.records()} if sources else None
    for path in sorted(folder.glob("*.md")):
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except UnicodeDecodeError:
            yield Problem(shown(path), message="is not UTF-8: save the file as UTF-8")
            continue
        for line, text in enumerate(lines, 1):
            if text.startswith("%"):  # a comment, such as the questions of a new dataset
                continue
            cited = (number.strip() for role in _NOTES.findall(text) for number in role.split(","))
            for number in cited if numbers is not None else ():
                if number not in numbers:
                    yield Problem(shown(path), line, "{note}", number, "there is no such note in sources.csv")
