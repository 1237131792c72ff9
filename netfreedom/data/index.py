"""The index: scores, questions, controls and context figures of all countries and editions. pandas is loaded with the first table."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from netfreedom.data.meta import Meta, named_in_title, spelled
from netfreedom.data.paths import index_folder, shown
from netfreedom.data.schemas import index_schemas
from netfreedom.data.tables import Table, read_table
from netfreedom.errors import InputError, Problem
from netfreedom.vocabulary import CATEGORIES, TOTAL_MAX, bands, direction_of, flip

if TYPE_CHECKING:
    import pandas as pd


class Index:
    """Tables of `data/index` as DataFrames, read on first use.

    Attributes: countries, editions, scores, questions, checklist, controls, topics, series, sources; their columns stand
    in the data dictionary.
    """

    def __init__(self, folder: Path):
        self.folder = folder
        self._schemas = index_schemas()
        self._frames: dict[str, pd.DataFrame] = {}

    def __getattr__(self, name: str) -> pd.DataFrame:
        if name.startswith("_") or name not in self._schemas:
            raise AttributeError(f"the index has no table {name!r}: it has {', '.join(self.__dict__.get('_schemas', ()))}")
        if name not in self._frames:
            from netfreedom.data.frames import typed_frame

            self._frames[name] = typed_frame(self._read(name))
        return self._frames[name]

    def records(self, name: str) -> Iterator[dict[str, str]]:
        """The rows of a table as text by column, for what need not wait for pandas."""
        return (row for _, row in self._read(name).records())

    def _read(self, name: str) -> Table:
        path = self.folder / f"{name}.csv"
        if not path.is_file():
            raise InputError(Problem(shown(path), message="is missing; a notebook that reads it declares it under"
                                                          " metadata.netfreedom.index"))
        return read_table(path, self._schemas[name])

    def __dir__(self):
        return [*super().__dir__(), *self._schemas]


def load_index() -> Index:
    """Open the index of all countries and editions."""
    return Index(index_folder())


def on_one_scale(scores: pd.DataFrame, direction: str) -> pd.DataFrame:
    """The same rows with all points counted in one direction (`zero_is_free` or `hundred_is_free`).

    Takes rows of the index or of a report's score box (columns edition, access, content, rights, total and, where the
    row itself says it, direction) and gives a copy whose points run that way; column `direction` says so. The status
    does not change: it is the same place on the scale, seen from the other end.
    """
    bands(direction)  # refuses an unknown direction
    scores = scores.copy()
    own = scores["direction"] if "direction" in scores else scores["edition"].map(direction_of)
    turned = (own != direction).astype(bool)
    maxima = {category.key: category.maximum for category in CATEGORIES} | {"total": TOTAL_MAX}
    for column, maximum in maxima.items():
        scores[column] = scores[column].where(~turned, flip(scores[column], maximum))
    return scores.assign(direction=direction)


def country_names(index: Index) -> dict[str, str]:
    """English country names by ISO 3166 code."""
    return dict(zip(index.countries["iso3"], index.countries["country"], strict=True))


def country_name(index: Index, meta: Meta) -> str:
    """A report's country in English; where the index does not hold it, as the report's title or else its folder spells it."""
    return country_names(index).get(meta.iso3) or named_in_title(meta) or spelled(meta.country)
