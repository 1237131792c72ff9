"""What is wrong with an input file, told so that the person who wrote it can mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One thing wrong in one place; `str()` gives the single line that is printed.

    `line` is the line of the file (header = 1), `column` the column's name; each is None where it does not apply.
    `message` says what is allowed or what to do.
    """

    file: str
    line: int | None = None
    column: str | None = None
    value: str | None = None
    message: str = ""

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        parts = [place] if self.column is None else [place, self.column]
        if self.value is not None:
            parts.append(_quoted(self.value))
        return ": ".join([*parts, self.message])


class UserError(Exception):
    """What the person at the keyboard can mend: shown as its message alone, without the package's inner calls."""


class InputError(UserError):
    """Input that cannot be used; `problems` lists every reason."""

    def __init__(self, problems: Problem | Iterable[Problem]):
        self.problems = [problems] if isinstance(problems, Problem) else list(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


def _quoted(value: str) -> str:
    """The value on one line, shortened, with control characters made visible."""
    text = value if len(value) <= 80 else value[:77] + "..."
    return repr(text)
