"""Which row of a dataset a notebook was at when one of its cells failed: a kernel notes the row's id, the runner finds its file and line."""

from __future__ import annotations

import linecache
import re
from collections.abc import Iterator, Mapping, Sequence
from types import FrameType, TracebackType

from netfreedom.data.tables import numbered_rows

STARTUP = "from netfreedom.run.failing_row import watch\n\nwatch(get_ipython())\n"  # what IPython runs first in such a kernel
NOTE = "while at the row "
NOTED = re.compile(rf"^{NOTE}(?P<ids>\w+(?:, \w+)*)$", re.MULTILINE)
ID = re.compile(r"[a-z]\d{3,}")
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def watch(shell) -> None:
    """Let IPython's traceback end with the row at which an error arose."""
    shell.set_custom_exc((Exception,), _tell)


def _tell(shell, kind: type, error: Exception, traceback: TracebackType, tb_offset: int | None = None) -> None:
    ids = row_ids(traceback)
    if ids:
        error.add_note(NOTE + ", ".join(ids))
    shell.showtraceback((kind, error, traceback), tb_offset=tb_offset)


def row_ids(traceback: TracebackType | None) -> list[str]:
    """Ids of the rows that the innermost function with rows among its variables was at."""
    found: list[str] = []
    while traceback:
        here = dict.fromkeys(filter(None, map(_id, _variables(traceback.tb_frame, traceback.tb_lineno))))
        found, traceback = list(here) or found, traceback.tb_next
    return found


def _variables(frame: FrameType, line: int) -> Iterator[object]:
    """A function's variables; of a cell, which still knows those of all cells before, those that the failing line names."""
    told = frame.f_locals
    if told is frame.f_globals:
        names = set(re.findall(r"\w+", linecache.getline(frame.f_code.co_filename, line)))
        told = {name: value for name, value in told.items() if name in names}
    return iter(list(told.values()))


def _id(value: object) -> str | None:
    """The id of a row as `itertuples`, `iterrows` or `records` give it; None for anything else."""
    if hasattr(type(value), "_fields"):
        known = getattr(value, "id", None)
    elif isinstance(value, Mapping) or (type(value).__name__ == "Series" and "id" in value.index):
        known = value.get("id")
    else:
        return None
    return known if isinstance(known, str) and ID.fullmatch(known) else None


def place_of(traceback: Sequence[str], files: Mapping[str, bytes]) -> str:
    """`, at data/ruritania/2016/events.csv:3 (e002)` where a kernel's traceback notes a row, else nothing; `files` are a job's."""
    noted = NOTED.search(COLOUR.sub("", "\n".join(traceback)))
    if not noted:
        return ""
    return ", at " + ", ".join(_place(known, files) for known in noted["ids"].split(", "))


def _place(known: str, files: Mapping[str, bytes]) -> str:
    places = [f"{file}:{line}" for file, content in files.items() if file.endswith(".csv") for line, row in numbered_rows(content.decode(), file) if row[:1] == [known]]
    return f"{places[0]} ({known})" if len(places) == 1 else f"the row {known}"
