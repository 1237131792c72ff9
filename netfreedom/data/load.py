"""A coded report as typed DataFrames. pandas is loaded with the first table: a book is planned without one."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from netfreedom.data.from_index import INDEX_ONLY, index_report
from netfreedom.data.meta import Meta, read_meta
from netfreedom.data.paths import dataset_folder, shown
from netfreedom.data.schemas import Schema, schemas
from netfreedom.data.tables import Table, read_table
from netfreedom.errors import InputError, Problem

if TYPE_CHECKING:
    import pandas as pd


class Report:
    """One report's dataset.

    Each table is an attribute (`report.events`, a DataFrame): read on first use; without rows but with all columns where
    the table is not coded. `meta` holds report.yml. Where there is no dataset but the index rates the country, `scores` comes
    from there and is the only table (`from_index` is true). Inside a chapter's notebook only the tables that it declares can be
    read, since only they are part of what its cached page depends on.
    """

    def __init__(self, folder: Path, meta: Meta, given: dict[str, pd.DataFrame] | None = None):
        self.folder = folder
        self.meta = meta
        self.country = meta.country
        self.edition = meta.edition
        self._schemas = schemas()
        self._frames: dict[str, pd.DataFrame] = dict(given or {})
        self._given = frozenset(self._frames)

    @property
    def from_index(self) -> bool:
        """Whether this is what the index alone says, without a dataset."""
        return self.meta.extent == INDEX_ONLY

    @property
    def table_names(self) -> list[str]:
        """Every table that a dataset can have, coded or not."""
        return list(self._schemas)

    def coded(self, table: str) -> bool:
        """Whether the report was coded for this table: its file is there, be it without rows."""
        self._schema(table)
        return self._is_coded(table)

    def commentary(self, topic: str) -> str | None:
        """The country-specific reading for a chapter (Markdown); None where there is none, or only comments."""
        path = self.folder / "commentary" / f"{topic}.md"
        text = path.read_text(encoding="utf-8") if path.is_file() else ""
        return text if any(line.strip() and not line.startswith("%") for line in text.splitlines()) else None

    def table(self, name: str) -> pd.DataFrame:
        """One table by its name; the same as the attribute."""
        schema = self._schema(name)
        if name not in self._frames:
            path = self.folder / f"{name}.csv"
            table = read_table(path, schema) if path.is_file() else Table(shown(path), schema, (), ())
            from netfreedom.data.frames import typed_frame

            self._frames[name] = typed_frame(table)
        return self._frames[name]

    def __getattr__(self, name: str) -> pd.DataFrame:
        if name.startswith("_") or name not in self._schemas:
            raise AttributeError(f"a report has no table {name!r}: it has {', '.join(self.__dict__.get('_schemas', ()))}")
        return self.table(name)

    def __dir__(self):
        return [*super().__dir__(), *self._schemas]

    def __repr__(self) -> str:
        return f"<Report {self.country} {self.edition}: {', '.join(name for name in self._schemas if self._is_coded(name))}>"

    def _is_coded(self, table: str) -> bool:
        return table in self._given or (self.folder / f"{table}.csv").is_file()

    def _schema(self, table: str) -> Schema:
        if table not in self._schemas:
            raise KeyError(f"there is no table {table!r}: allowed are {', '.join(self._schemas)}")
        declared = os.environ.get("NETFREEDOM_TABLES")
        if declared is not None and table not in declared.split(","):
            raise InputError(Problem("metadata.netfreedom", None, "tables", table,
                                     "the notebook reads this table without declaring it: add it to tables"))
        return self._schemas[table]


def load(country: str, edition: int) -> Report:
    """Open the dataset of a country and edition, such as `load("kazakhstan", 2016)`.

    Where there is none, what the index says of the country: the score alone.

    Raises
    ------
    InputError
        where neither a dataset nor the index has the country and edition (the message names what there is), or where a
        file cannot be read; a table's errors show when it is first used. `netfreedom check` lists all at once.
    """
    folder = dataset_folder(country, edition)
    if not (folder / "report.yml").is_file():
        meta, scores = index_report(country, edition)
        return Report(folder, meta, {"scores": scores})
    return Report(folder, read_meta(folder / "report.yml"))
