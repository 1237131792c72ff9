"""What a link to a note says before it is followed: who published the source, and when."""

from __future__ import annotations

import re
from functools import cache

from netfreedom.data.load import load
from netfreedom.data.paths import dataset_folder
from netfreedom.dates import words

COUNTRY_PAGE = re.compile(r"pages/(?P<country>[a-z-]+)/(?P<edition>\d{4})/")


def note_title(page: str, number: int) -> str:
    """"Note 42: Tengrinews.kz, 22 September 2015", as far as the note tells; of several sources in a note the first."""
    place = COUNTRY_PAGE.match(page)
    known = sources(place["country"], int(place["edition"])).get(number, "") if place else ""
    return f"Note {number}: {known}" if known else f"Note {number}"


@cache
def sources(country: str, edition: int) -> dict[int, str]:
    """Publisher and date by number of the note; nothing where the report's notes are not coded."""
    if not (dataset_folder(country, edition) / "sources.csv").is_file():
        return {}
    rows = load(country, edition).sources
    first = rows.drop_duplicates("footnote").fillna("")
    return {
        int(row.footnote): ", ".join(filter(None, (row.publisher or row.author, words(row.published) if row.published else "")))
        for row in first.itertuples()
    }
