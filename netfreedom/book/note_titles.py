"""What a link to a note says before it is followed: who published the source, and when."""

from __future__ import annotations

import re
from functools import cache

from netfreedom.data.paths import dataset_folder
from netfreedom.data.schemas import schemas
from netfreedom.data.tables import read_table
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
    path = dataset_folder(country, edition) / "sources.csv"
    if not path.is_file():
        return {}
    first: dict[int, str] = {}
    for _, row in read_table(path, schemas()["sources"]).records():
        told = (row["publisher"] or row["author"], words(row["published"]) if row["published"] else "")
        first.setdefault(int(row["footnote"]), ", ".join(filter(None, told)))
    return first
