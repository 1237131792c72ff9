"""Rules of the source as named tables: categories, maxima, status bands, direction of the scale, the nine controls."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Category:
    """One of the three parts of the score; `key` is its column in every score table, `letter` opens its question codes."""

    letter: str
    key: str
    title: str
    maximum: int


@dataclass(frozen=True)
class Band:
    """Totals from `low` to `high` (both included) carry this status."""

    status: str
    low: int
    high: int


@dataclass(frozen=True)
class Control:
    """One of the nine key internet controls that the booklets tick for each country."""

    key: str
    title: str


CATEGORIES = (
    Category("A", "access", "Obstacles to Access", 25),
    Category("B", "content", "Limits on Content", 35),
    Category("C", "rights", "Violations of User Rights", 40),
)
TOTAL_MAX = sum(category.maximum for category in CATEGORIES)

FREE, PARTLY_FREE, NOT_FREE = "Free", "Partly Free", "Not Free"
STATUSES = (FREE, PARTLY_FREE, NOT_FREE)

# Editions up to 2018 count points of restriction; from 2019 on the same 100 points count freedom.
ZERO_IS_FREE, HUNDRED_IS_FREE = "zero_is_free", "hundred_is_free"
DIRECTIONS = (ZERO_IS_FREE, HUNDRED_IS_FREE)
FIRST_INVERTED_EDITION = 2019

_BANDS = {
    ZERO_IS_FREE: (Band(FREE, 0, 30), Band(PARTLY_FREE, 31, 60), Band(NOT_FREE, 61, 100)),
    HUNDRED_IS_FREE: (Band(FREE, 70, 100), Band(PARTLY_FREE, 40, 69), Band(NOT_FREE, 0, 39)),
}

CONTROLS = (
    Control("social_media_or_apps_blocked", "Social media or communication apps blocked"),
    Control("political_social_religious_content_blocked", "Political, social or religious content blocked"),
    Control("ict_shutdown", "Networks cut off on purpose"),
    Control("progov_commentators_manipulate", "Pro-government commentators steer discussion"),
    Control("new_law_censorship_or_punishment", "New law or directive for censorship or punishment"),
    Control("new_law_surveillance_or_anonymity", "New law or directive for surveillance or against anonymity"),
    Control("user_arrested_imprisoned_detained", "User arrested, imprisoned or in long detention"),
    Control("user_attacked_or_killed", "User attacked or killed"),
    Control("technical_attacks_on_critics", "Technical attacks on critics of the government"),
)

# The only tags that notebook cells may carry: a misspelt tag is otherwise ignored without a word.
CELL_TAGS = ("parameters", "injected-parameters", "hide-input", "remove-input", "remove-cell")


def direction_of(edition: int) -> str:
    """The direction in which an edition's scale runs."""
    return HUNDRED_IS_FREE if edition >= FIRST_INVERTED_EDITION else ZERO_IS_FREE


def way_of(direction: str) -> int:
    """What a step of one point towards less free adds to the printed points: 1, or −1 where points count freedom."""
    return 1 if direction == ZERO_IS_FREE else -1


def bands(direction: str) -> tuple[Band, ...]:
    """The three status bands in a direction, the freest first."""
    if direction not in _BANDS:
        raise ValueError(f"{direction!r} is not a direction: allowed are {', '.join(DIRECTIONS)}")
    return _BANDS[direction]


def status_of(total: int, direction: str) -> str:
    """The status that a total carries (`Free`, `Partly Free` or `Not Free`)."""
    for band in bands(direction):
        if band.low <= total <= band.high:
            return band.status
    raise ValueError(f"{total!r} is not a total: allowed are 0 to {TOTAL_MAX}")


def flip(value, maximum: int):
    """Points seen from the other end of the scale; works on a number or a column of numbers."""
    return maximum - value
