"""Positions, frames and tables of the chapter on content removal."""

from __future__ import annotations

import textwrap
from datetime import date

import pandas as pd

from netfreedom.analysis.content_removal import COURTS, OUTCOMES
from netfreedom.charts.cells import to_chapter, with_notes
from netfreedom.charts.theme import FOCUS, GREY

ABREAST, PITCH = 20, 16  # squares in a row and pixels from one to the next: twenty fit a phone
HEAD, ROW, GAP = 19, 17, 10  # pixels: a line of a company's words, a row of squares, the space under a company
MISSING = "no number"
FEWEST, MOST = 5, 200  # requests that can be drawn one by one
LETTERS = 44  # of a line of words on a phone
_STRENGTH = {True: 0.3, False: 1.0}
INSIDE_COLOURS = {"in the period covered": FOCUS, "outside it": GREY}


def drawable(companies: pd.DataFrame) -> bool:
    """Whether the requests are few enough to be drawn one by one, and enough to need it."""
    return FEWEST <= int(companies["requests"].fillna(0).sum()) <= MOST


def squares(companies: pd.DataFrame, said: list[str]) -> tuple[pd.DataFrame, pd.DataFrame, int]:
    """One square per request under the words on its company.

    Squares have columns x (place in the row), y (pixels), filled (1 granted, 0 not); words have columns y, text; the
    number is the height of all.
    """
    places, heads, top = [], [], 0
    for row, words in zip(companies.itertuples(), said, strict=True):
        lines = textwrap.wrap(words, LETTERS)
        heads.append((top + HEAD / 2, "\n".join(lines)))
        top += HEAD * len(lines)
        number = 0 if pd.isna(row.requests) else int(row.requests)
        granted = 0 if pd.isna(row.granted) else int(row.granted)
        places += [(place % ABREAST + 0.5, top + (place // ABREAST + 0.5) * ROW, int(place < granted)) for place in range(number)]
        top += -(-number // ABREAST) * ROW + GAP
    return pd.DataFrame(places, columns=["x", "y", "filled"]), pd.DataFrame(heads, columns=["y", "text"]), top


def companies_table(companies: pd.DataFrame) -> pd.DataFrame:
    """Company, half-year, what was asked and granted as printed, with our remark."""
    return pd.DataFrame({
        "Company": [with_notes(row.company, row.footnotes) for row in companies.itertuples()],
        "When": companies["when"],
        "Requests": companies["requests"].astype(object).where(companies["requests"].notna(), "not printed"),
        "Percent granted": companies["percent"],
        "That is": [f"about {int(row.granted)}" if pd.notna(row.granted) and row.granted else row.granted for row in companies.itertuples()],
        "Restricted": [f"{int(row.restricted)} {row.unit}".strip() if pd.notna(row.restricted) else "" for row in companies.itertuples()],
        "Our remark": companies["note"],
    })  # fmt: skip


def half_year_frame(halves: pd.DataFrame, start: date, end: date) -> pd.DataFrame:
    """Half-years as bars. Columns x, x2, middle, requests, label, percent, items, place (inside the period or not), strength, items_strength (pale: a limit)."""
    room = pd.Timedelta(days=14)  # between two bars
    inside = (halves["start"] >= pd.Timestamp(start)) & (halves["end"] <= pd.Timestamp(end) + pd.Timedelta(days=1))
    words = list(INSIDE_COLOURS)
    return pd.DataFrame({
        "x": halves["start"] + room, "x2": halves["end"] - room, "middle": halves["start"] + (halves["end"] - halves["start"]) / 2,
        "requests": halves["requests"].astype(float),
        "label": [f"{'<' if row.below else ''}{int(row.requests):,}" for row in halves.itertuples()],
        "percent": halves["percent"].astype(float), "items": halves["items"].astype(float),
        "place": inside.map({True: words[0], False: words[1]}), "strength": halves["below"].map(_STRENGTH).astype(float), "items_strength": halves["items_below"].map(_STRENGTH).astype(float),
    })  # fmt: skip


def span(halves: pd.DataFrame) -> list[str]:
    """The first and the last day of the half-years, from which one to the other an axis runs."""
    return [str(halves["start"].min().date()), str(halves["end"].max().date())] if len(halves) else []


def half_year_table(halves: pd.DataFrame) -> pd.DataFrame:
    """Half-years with requests, share granted and items."""
    return pd.DataFrame({
        "_Half-year": halves["half"], "Half-year": halves["when"],
        "Requests": [f"fewer than {int(row.requests)}" if row.below else int(row.requests) for row in halves.itertuples()],
        "Percent granted": halves["percent"],
        "Items": [f"fewer than {int(row.items)}" if row.items_below and pd.notna(row.items) else row.items for row in halves.itertuples()],
    })  # fmt: skip


def twitter_table(halves: pd.DataFrame) -> pd.DataFrame:
    """Half-years with requests by courts and by others, accounts named, accounts and posts withheld; what the file lacks is said to be missing."""
    counts = {name: _or_missing(halves[column]) for name, column in (("By courts", "court"), ("By others", "other"), ("Accounts named", "accounts"))}
    return pd.DataFrame({
        "_Half-year": halves["half"], "Half-year": halves["when"], **counts,
        "Withheld": [withheld(row.accounts_withheld, row.posts_withheld) for row in halves.itertuples()],
    })  # fmt: skip


def _or_missing(counts: pd.Series) -> pd.Series:
    """Counts as they are where all are there; else as words, with those that lack."""
    return counts if counts.notna().all() else counts.astype(object).map(lambda count: MISSING if pd.isna(count) else f"{int(count):,}")


def withheld(accounts: float | None, posts: float | None) -> str:
    """`0 accounts, 1 post`; what is not stated is left out."""
    counts = ((accounts, "account"), (posts, "post"))
    return ", ".join(f"{int(number):,} {what}{'' if number == 1 else 's'}" for number, what in counts if pd.notna(number))


def orders_table(told: pd.DataFrame) -> pd.DataFrame:
    """Demands in date order: whom and what, who asked, on what ground and whether through a court, what came of it."""
    return pd.DataFrame({
        "_id": told["id"],
        "_When": told["date"],
        "When": [to_chapter(row.when, "03-timeline", row.event_id) if row.event_id else row.when for row in told.itertuples()],
        "Whom and what": [with_notes(f"{row.target}: {row.content}", row.footnotes) for row in told.itertuples()],
        "Who asked": ["; ".join(names) or "not stated" for names in told["by"]],
        "Ground": [f"{row.ground or 'not stated'} ({COURTS[row.court]})" for row in told.itertuples()],
        "Outcome": [OUTCOMES[row.outcome] + (f". Our remark: {row.note}" if row.note else "") for row in told.itertuples()],
    })  # fmt: skip


def rules_table(rules: pd.DataFrame) -> pd.DataFrame:
    """Rules on removal: what they say, whom they bind, the hours they leave."""
    return pd.DataFrame({
        "Rule": [to_chapter(row.instrument, "05-legal-changes", row.id) for row in rules.itertuples()],
        "What it says": [with_notes(row.after, row.footnotes) for row in rules.itertuples()],
        "Binds": ["; ".join(row.binds) or "not stated" for row in rules.itertuples()],
        "Hours left": rules["deadline_hours"],
    })
