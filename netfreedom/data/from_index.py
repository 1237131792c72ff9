"""A country-edition of which only the index speaks: enough of a report for the chapters that need no more."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from netfreedom.data.index import Index, load_index, on_one_scale
from netfreedom.data.meta import Meta
from netfreedom.data.paths import dataset_folder, datasets, shown
from netfreedom.data.schemas import schemas
from netfreedom.errors import InputError, Problem
from netfreedom.vocabulary import FIRST_INVERTED_EDITION, direction_of

if TYPE_CHECKING:
    import pandas as pd

PUBLISHER = "Freedom House"
INDEX_ONLY = "index"  # the extent of such a report; no report.yml may say so
TABLES_READ = ("countries", "editions", "scores")  # of the index


def index_report(country: str, edition: int) -> tuple[Meta, pd.DataFrame]:
    """What the index says of a country-edition: a description like report.yml's, and its table `scores`.

    The coverage period is given only where the source documents it. `scores` has this edition and the one before, both
    counted in this edition's direction, as a report's score box prints them.

    Raises
    ------
    InputError
        where the index does not rate the country in that edition: names countries spelt alike, or its editions.
    """
    index = load_index()
    row = country_row(index, country, edition)
    rated = index.scores[index.scores["iso3"] == row.iso3]
    if edition not in set(rated["edition"]):
        years = ", ".join(str(year) for year in sorted(rated["edition"]))
        raise InputError(Problem(shown(dataset_folder(country, edition)), message=f"there is no dataset {country} {edition}, and the index rates {row.country} only in {years}"))
    period = index.editions.set_index("edition").loc[edition]
    documented = period["coverage"] == "documented"
    direction = direction_of(edition)
    meta = Meta(
        country=country, iso3=row.iso3, edition=edition, title=f"Freedom on the Net {edition}: {row.country}", publisher=PUBLISHER,
        published=str(edition), language="en", url="",
        coverage_start=period["coverage_start"].date() if documented else None,
        coverage_end=period["coverage_end"].date() if documented else None,
        direction=direction, layout="questions" if edition >= FIRST_INVERTED_EDITION else "sections", extent=INDEX_ONLY,
        peers=(), tables={}, coder="", coded_on=None,
    )
    editions = sorted(index.editions["edition"])
    shown_editions = editions[max(editions.index(edition) - 1, 0) : editions.index(edition) + 1]
    scores = on_one_scale(rated[rated["edition"].isin(shown_editions)], direction).sort_values("edition", ignore_index=True)
    return meta, scores[list(schemas()["scores"].columns)]


def country_row(index: Index, country: str, edition: int):
    """The row of `index.countries` for a slug; an `InputError` lists slugs that are spelt alike."""
    rows = index.countries[index.countries["slug"] == country]
    if rows.empty:
        slugs = list(index.countries["slug"])
        near = [slug for slug in slugs if country in slug or slug in country] if len(country) > 2 else []
        near += get_close_matches(country.lower().replace(" ", "-"), slugs, cutoff=0.6)
        hint = f" (did you mean {', '.join(dict.fromkeys(near))}?)" if near else ""
        there = ", ".join(f"{name} {year}" for name, year in datasets()) or "none"
        raise InputError(Problem(shown(dataset_folder(country, edition)), message=(
            f"there is no dataset {country} {edition}, and no country {country} in index/countries.csv{hint}; datasets: {there}")))
    return next(rows.itertuples())
