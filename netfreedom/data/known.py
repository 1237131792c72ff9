"""What an earlier check found nothing wrong with, so that a build after one edit need not judge every table and column again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from pathlib import Path

from netfreedom.data.tables import Table
from netfreedom.errors import Problem


class Known:
    """Tables and columns that passed, by keys: a hash of the program, their schemas and all their cells."""

    def __init__(self, program: str = "", passed: Iterable[str] = ()):
        self.program = program
        self.before = frozenset(passed)
        self.passed: set[str] = set()  # in this check

    @classmethod
    def read(cls, path: Path, program: str) -> Known:
        """What was kept; nothing where there is no file, or a damaged one."""
        try:
            kept = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            kept = ()
        return cls(program, (key for key in kept if isinstance(key, str)) if isinstance(kept, list) else ())

    def as_text(self) -> str:
        """What to keep for the next check."""
        return json.dumps(sorted(self.passed))

    def key(self, what: str, *tables: Table) -> str:
        """The key of a question about tables, the first of which it judges."""
        return _hash([self.program, what, *([table.file, table.schema.descriptor, table.rows] for table in tables)])

    def column_key(self, table: Table, position: int) -> str:
        """The key of a question about the cells of one column, each on its own: neither their order nor the other columns matter."""
        return _hash([self.program, "column", table.schema.descriptor["fields"][position], sorted({row[position] for row in table.rows})])

    def has(self, key: str) -> bool:
        """Whether nothing was wrong before; it then counts as passed again."""
        if key in self.before:
            self.passed.add(key)
        return key in self.before

    def unless(self, key: str, judge: Callable[[], Iterable[Problem]]) -> list[Problem]:
        """What is wrong, where it is not known that nothing is."""
        if self.has(key):
            return []
        problems = list(judge())
        if not problems:
            self.passed.add(key)
        return problems


def _hash(content: list) -> str:
    return hashlib.sha256(json.dumps(content, ensure_ascii=False).encode()).hexdigest()
