"""Content removal: what companies say that they were asked and granted, single demands, and rules that make others remove."""

from __future__ import annotations

from datetime import date

import pandas as pd

from netfreedom.analysis.names import name_of
from netfreedom.analysis.timeline import when
from netfreedom.dates import words

GOOGLE = {"requests": "google_removal_requests", "items": "google_removal_items", "percent": "google_removal_compliance"}
TWITTER = {
    "court": "twitter_removal_request_court", "other": "twitter_removal_request_other", "accounts": "twitter_accounts_specified",
    "accounts_withheld": "twitter_accounts_withheld", "posts_withheld": "twitter_tweets_withheld",
}  # fmt: skip
COURTS = {"yes": "by order of a court", "no": "no court order", "mixed": "with and without a court", "not_stated": "court not stated", "not_applicable": "no court needed"}
OUTCOMES = {"removed": "removed", "restored": "taken down and put back", "refused": "refused", "pending": "not decided yet", "not_stated": "not stated"}
REMOVAL = "B2"  # the methodology's question on the removal of content


def companies(requests: pd.DataFrame) -> pd.DataFrame:
    """What companies publish, as the report prints it. Columns id, company, when, requests, granted, percent, restricted, items, unit, footnotes, note.

    `granted` is the whole number nearest to the printed share of the printed requests; empty where either is not printed.
    """
    asked, percent = requests["requests"].astype("Float64"), requests["complied_percent"].astype("Float64")
    return pd.DataFrame({
        "id": requests["id"], "company": requests["company"], "when": requests["period"].map(words), "requests": requests["requests"],
        "granted": (asked * percent / 100).round().astype("Int64"), "percent": percent, "restricted": requests["restricted"],
        "items": requests["items"], "unit": requests["unit"], "footnotes": requests["footnotes"], "note": requests["note"],
    }).reset_index(drop=True)  # fmt: skip


def half_years(series: pd.DataFrame, iso3: str) -> pd.DataFrame:
    """Requests to Google, by half-year. Columns half, when, start, end (exclusive), requests, percent, items, below and items_below (the number is an upper limit).

    A half-year that the company's file lacks has no row: that none was made then is not said.
    """
    wide = _pivot(series, iso3, GOOGLE)
    wide = wide[wide["requests"].notna()].reset_index(drop=True)
    limits = series[(series["iso3"] == iso3) & (series["qualifier"] == "less_than")]
    below = {column: set(limits.loc[limits["series"] == GOOGLE[column], "date"]) for column in ("requests", "items")}
    return wide.assign(below=wide["half"].isin(below["requests"]).astype(bool), items_below=wide["half"].isin(below["items"]).astype(bool))


def twitter(series: pd.DataFrame, iso3: str) -> pd.DataFrame:
    """Requests to Twitter, by half-year. Columns half, when, start, end, court, other, accounts, accounts_withheld, posts_withheld."""
    return _pivot(series, iso3, TWITTER)


def _pivot(series: pd.DataFrame, iso3: str, names: dict[str, str]) -> pd.DataFrame:
    rows = series[(series["iso3"] == iso3) & series["series"].isin(names.values())]
    halves = sorted(set(rows["date"]))
    found = {(row.series, row.date): float(row.value) for row in rows.itertuples() if pd.notna(row.value)}
    frame = pd.DataFrame({
        "half": pd.Series(halves, dtype=object),
        "when": [words(half) for half in halves],
        "start": pd.to_datetime(pd.Series([half.split("/")[0] for half in halves], dtype=object), format="%Y-%m"),
        "end": pd.to_datetime(pd.Series([half.split("/")[-1] for half in halves], dtype=object), format="%Y-%m") + pd.DateOffset(months=1),
    })  # fmt: skip
    return frame.assign(**{key: pd.Series([found.get((name, half)) for half in halves], dtype="Float64") for key, name in names.items()})


def jump(halves: pd.DataFrame, start: date, end: date) -> tuple[int, int] | None:
    """Requests in the half-year before, and in the latest one that lies wholly in the period covered.

    None where the period holds no whole half-year, where the one before is missing or where a number is only a limit.
    """
    inside = halves[(halves["start"] >= pd.Timestamp(start)) & (halves["end"] <= pd.Timestamp(end) + pd.Timedelta(days=1))]
    if inside.empty:
        return None
    last = inside.iloc[-1]
    before = halves[halves["end"] == last["start"]]
    if before.empty or last["below"] or before["below"].iloc[0]:
        return None
    return int(before["requests"].iloc[0]), int(last["requests"])


def orders(removal_orders: pd.DataFrame, actors: pd.DataFrame) -> pd.DataFrame:
    """Single demands in date order, undated ones last. Columns id, date, when, target, content, platform, by (names), ground, court, outcome, event_id, footnotes, note."""
    names = dict(zip(actors["id"], actors["name"], strict=True))
    rows = removal_orders.sort_values(["date_earliest", "id"], na_position="last")
    return pd.DataFrame({
        "id": rows["id"], "date": rows["date"], "when": [when(*told) for told in zip(rows["date"], rows["date_kind"], rows["date_text"], strict=True)], "target": rows["target"], "content": rows["content"],
        "platform": rows["platform"], "by": [tuple(name_of(names, actor) for actor in ordered) for ordered in rows["ordered_by"]],
        "ground": rows["ground"], "court": rows["court_order"], "outcome": rows["outcome"], "event_id": rows["event_id"],
        "footnotes": rows["footnotes"], "note": rows["note"],
    }).reset_index(drop=True)  # fmt: skip


def routes(told: pd.DataFrame) -> int:
    """How many different ways the demands (rows of `orders`) took: who asked, on what ground, with a court or without."""
    return len({(row.by, row.ground, row.court) for row in told.itertuples()})


def rules(laws: pd.DataFrame) -> pd.DataFrame:
    """The rules that bear on the removal of content, as rows of `laws`, those with a deadline first."""
    chosen = laws[laws["question"].map(lambda codes: REMOVAL in codes).astype(bool)]
    return chosen.sort_values(["deadline_hours", "id"], na_position="last", ignore_index=True)
