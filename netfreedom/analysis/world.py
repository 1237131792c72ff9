"""A country among all countries of an edition, from the index; on 0 = most free where no other direction is asked for."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from netfreedom.data.index import on_one_scale
from netfreedom.vocabulary import CATEGORIES, ZERO_IS_FREE

SUB_SCORES = [category.key for category in CATEGORIES]


@dataclass(frozen=True)
class Standing:
    """Where one country stands among the countries of an edition, by one column (total or a sub-score).

    `value` and `median` run in the direction asked for; `freer` and `less_free` say what they say in either.

    `tied` counts the other countries with the same value; `rank_from_least_free` is 1 for the least free.
    """

    countries: int
    value: int
    freer: int
    less_free: int
    tied: int
    tied_iso3: tuple[str, ...]
    median: float

    @property
    def rank_from_least_free(self) -> int:
        return self.less_free + 1


def edition_before(scores: pd.DataFrame, edition: int) -> int | None:
    """The edition of the index before this one (there is none of 2010); None for the first."""
    return max((int(year) for year in scores["edition"].unique() if year < edition), default=None)


def edition_scores(scores: pd.DataFrame, edition: int | None, direction: str = ZERO_IS_FREE) -> pd.DataFrame:
    """Index rows of one edition in one direction (columns as in the index), ordered by total; none for no edition."""
    rows = on_one_scale(scores[scores["edition"] == (edition or 0)], direction)
    return rows.sort_values(["total", "iso3"], ignore_index=True)


def standing(scores: pd.DataFrame, iso3: str, edition: int | None, column: str = "total", direction: str = ZERO_IS_FREE) -> Standing | None:
    """The country's place in an edition by a column; None where the index does not hold it."""
    rows = edition_scores(scores, edition, direction).dropna(subset=[column])
    own = rows.loc[rows["iso3"] == iso3, column]
    if own.empty:
        return None
    value = own.iloc[0]
    tied = rows.loc[(rows[column] == value) & (rows["iso3"] != iso3), "iso3"]
    below, above = int((rows[column] < value).sum()), int((rows[column] > value).sum())
    return Standing(
        len(rows), int(value), *((below, above) if direction == ZERO_IS_FREE else (above, below)),
        len(tied), tuple(tied), float(rows[column].median()),
    )


def stacked(rows: pd.DataFrame, column: str = "total") -> pd.DataFrame:
    """Adds `level`: 1, 2, 3 … for countries with the same value, so that dots can be stacked."""
    return rows.assign(level=rows.groupby(column).cumcount() + 1)


def path(scores: pd.DataFrame, iso3: str) -> pd.DataFrame:
    """A country's rows over the editions on 0 = most free, ordered by edition."""
    return on_one_scale(scores[scores["iso3"] == iso3], "zero_is_free").sort_values("edition", ignore_index=True)


def step_changes(scores: pd.DataFrame, before: int | None, after: int) -> pd.DataFrame:
    """Change of every country that both editions rate, positive = less free.

    Columns iso3, access, content, rights, total, status_before, status_after; ordered by total change.
    """
    first = edition_scores(scores, before).set_index("iso3")
    second = edition_scores(scores, after).set_index("iso3")
    both = first.index.intersection(second.index)
    columns = [*SUB_SCORES, "total"]
    changes = second.loc[both, columns] - first.loc[both, columns]
    changes["status_before"], changes["status_after"] = first.loc[both, "status"], second.loc[both, "status"]
    return changes.reset_index().sort_values(["total", "iso3"], ignore_index=True)


def steps(scores: pd.DataFrame, column: str, editions: list[int]) -> pd.DataFrame:
    """Step-by-step change of one column for the countries rated in all the given editions.

    Columns iso3, edition (the later one of the step), change (positive = less free), worsened (steps in which the
    country got less free).
    """
    rows = on_one_scale(scores[scores["edition"].isin(editions)], "zero_is_free")
    wide = rows.pivot(index="iso3", columns="edition", values=column).reindex(columns=editions).dropna()
    changes = wide.diff(axis="columns").iloc[:, 1:].astype(int)
    long = changes.melt(ignore_index=False, var_name="edition", value_name="change").reset_index()
    return long.assign(worsened=long["iso3"].map((changes > 0).sum(axis="columns")))


def consecutive_editions(scores: pd.DataFrame, iso3: str, until: int) -> list[int]:
    """Editions with sub-scores for a country up to `until`, without a gap between the index's editions."""
    published = sorted(scores.dropna(subset=SUB_SCORES)["edition"].unique())
    own = set(scores.loc[(scores["iso3"] == iso3)].dropna(subset=SUB_SCORES)["edition"])
    run: list[int] = []
    for edition in reversed([edition for edition in published if edition <= until]):
        if edition not in own:
            break
        run.insert(0, int(edition))
    return run


@dataclass(frozen=True)
class CategoryProfile:
    """Sub-scores as shares of their maxima, for all countries of an edition and for one country over two editions.

    `all` has columns title, share, country; `own` has title, share, edition, label; `table` repeats `own` in words; `before`
    is the edition before where `own` has it, else None.
    """

    titles: dict[str, str]
    maxima: str
    all: pd.DataFrame
    own: pd.DataFrame
    table: pd.DataFrame
    before: int | None


def category_profile(scores: pd.DataFrame, iso3: str, edition: int, names: dict[str, str], direction: str = ZERO_IS_FREE) -> CategoryProfile:
    """The country's three categories beside those of all countries, in one direction."""
    before = edition_before(scores, edition)
    titles = {category.key: category.title for category in CATEGORIES}
    rows, own, table = [], [], []
    for year in (before, edition):
        for row in edition_scores(scores, year, direction).itertuples():
            for category in CATEGORIES:
                points = getattr(row, category.key)
                if pd.isna(points) or (year != edition and row.iso3 != iso3):
                    continue
                share = 100 * float(points) / category.maximum
                label = f"{int(points)} of {category.maximum}"
                if year == edition:
                    rows.append((category.title, share, names.get(row.iso3, row.iso3)))
                if row.iso3 == iso3:
                    own.append((category.title, share, year, label))
                    table.append((category.title, year, int(points), category.maximum, round(share, 1)))
    return CategoryProfile(
        titles,
        "Maxima: " + ", ".join(f"{category.title} {category.maximum}" for category in CATEGORIES) + ".",
        pd.DataFrame(rows, columns=["title", "share", "country"]),
        pd.DataFrame(own, columns=["title", "share", "edition", "label"]),
        pd.DataFrame(table, columns=["category", "edition", "points", "maximum", "percent of maximum"]),
        before if any(row[2] == before for row in own) else None,
    )
