"""The country that a chapter across countries is about, the neighbours beside it, and the edition it looks at."""

from __future__ import annotations

from dataclasses import dataclass

from netfreedom.analysis.world import path
from netfreedom.data.from_index import country_row
from netfreedom.data.index import Index, country_names, on_one_scale
from netfreedom.errors import InputError, Problem
from netfreedom.vocabulary import ZERO_IS_FREE

MOST_NEIGHBOURS = 5  # lines that a chart can name beside the focus


@dataclass(frozen=True)
class Focus:
    """Country in focus (`iso3`, `name` and `region` are empty where a chapter has none), edition, neighbours, all names.

    `peers` are ISO codes in the order given, or the nearest of the region by total; `rated` says whether the index holds
    the focus in that edition.
    """

    iso3: str
    name: str
    region: str
    edition: int
    peers: tuple[str, ...]
    names: dict[str, str]
    rated: bool

    @property
    def codes(self) -> tuple[str, ...]:
        """ISO codes of the focus and its neighbours, the focus first."""
        return (self.iso3, *self.peers) if self.iso3 else self.peers

    @property
    def peer_names(self) -> list[str]:
        """English names of the neighbours."""
        return [self.names[code] for code in self.peers]

    def role(self, iso3: str) -> str:
        """`own`, `peer` or `other`."""
        return "own" if iso3 == self.iso3 else "peer" if iso3 in self.peers else "other"


def focus(index: Index, country: str, edition: int, peers: str = "") -> Focus:
    """Resolve the parameters of a chapter across countries.

    `country` is a slug or empty; `peers` are slugs separated by commas, and empty for the countries of the same region that
    the edition rates nearest in total (at most five).

    Raises
    ------
    InputError
        where the index has no such country (names that are spelt alike are listed) or no such edition (all are listed).
    """
    editions = sorted(int(year) for year in index.editions["edition"])
    if edition not in editions:
        there = ", ".join(map(str, editions))
        raise InputError(Problem("data/index/editions.csv", None, "edition", str(edition), f"there is no such edition; there are: {there}"))
    own = country_row(index, country, edition) if country else None
    given = [country_row(index, slug.strip(), edition).iso3 for slug in peers.split(",") if slug.strip()]
    beside = given or (neighbours(index, own.iso3, own.region, edition) if own else [])
    rated = bool(own) and edition in set(index.scores.loc[index.scores["iso3"] == own.iso3, "edition"])
    return Focus(
        own.iso3 if own else "", own.country if own else "", own.region if own else "", edition,
        tuple(code for code in dict.fromkeys(beside) if not own or code != own.iso3), country_names(index), rated,
    )


def neighbours(index: Index, iso3: str, region: str, edition: int) -> list[str]:
    """ISO codes of the region's countries that are nearest to a country in total, in an edition.

    Where the edition does not rate the country, its total of the nearest edition that does stands in.
    """
    known = path(index.scores, iso3)
    at = (known["edition"] - edition).abs().astype(int).idxmin()
    codes = set(index.countries.loc[index.countries["region"] == region, "iso3"]) - {iso3}
    rows = index.scores[(index.scores["edition"] == edition) & index.scores["iso3"].isin(codes)]
    totals = on_one_scale(rows, ZERO_IS_FREE).set_index("iso3")["total"]
    distances = (totals - known.loc[at, "total"]).abs().sort_index()
    return list(distances.sort_values(kind="stable").index[:MOST_NEIGHBOURS])
