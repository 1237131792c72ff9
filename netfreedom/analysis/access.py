"""Access: who is online by whose count, what a line costs against an income, what speed is sold and what was measured.

Nothing here is averaged over publishers: each figure stays with whoever gave it and with its base (people or households).
"""

from __future__ import annotations

import pandas as pd

from netfreedom.analysis.cross_checks import BOXES, penetration_vintages
from netfreedom.dates import words

ONLINE = ("internet_penetration", "internet_penetration_official", "households_connected")
BASES = {"percent of people": "people", "percent of households": "households"}
INCOME, SPEED, MEASURED = "average_monthly_income", "speed", "average_speed"
LATER, MOBILE = "internet_users", "mobile_subscriptions_per_100"
BESIDE = (BOXES, LATER)  # the series of what the boxes printed and of what is said of the same years now
TOPICS = ("access", "prices", "speed", "market")
MOVES, MARKET_QUESTIONS = ("market", "regulation", "law"), ("A1", "A2", "A4")  # kinds of events, and the methodology's questions on access and market
FIRST_YEAR = 2009  # of the later series as drawn
FACTS = ("owner", "state_owned_percent", "market_share_percent", "as_of", "speed_mbps_max", "price_min", "price_max", "currency")
HEDGES = {"about": "about ", "almost": "almost ", "more_than": "more than ", "less_than": "less than ", "up_to": "up to "}


def online(indicators: pd.DataFrame) -> pd.DataFrame:
    """The report's figures on who is online, by date. Columns id, publisher, year, when, percent, hedge, base, footnotes, note.

    The score box repeats the text, so its row stands only where the text gives no such figure.
    """
    rows = indicators[indicators["indicator"].isin(ONLINE) & indicators["unit"].isin(BASES) & indicators["value"].notna()]
    rows = rows[rows["topic"] == "access"] if (rows["topic"] == "access").any() else rows
    rows = rows.sort_values(["as_of_latest", "id"], kind="stable", na_position="last")
    return pd.DataFrame({
        "id": rows["id"],
        "publisher": rows["source_name"].where(rows["source_name"] != "", "source not named"),
        "year": rows["as_of_latest"].dt.year.astype("Int64"),
        "when": [when(*told) for told in zip(rows["as_of"], rows["evidence"], strict=True)],
        "percent": rows["value"].astype(float),
        "hedge": rows["qualifier"].map(HEDGES).fillna(""),
        "base": rows["unit"].map(BASES),
        "footnotes": rows["footnotes"], "note": rows["note"],
    }).reset_index(drop=True)  # fmt: skip


def again(online: pd.DataFrame, later: pd.DataFrame) -> pd.DataFrame:
    """The row of the later series for the last year for which the report prints a figure of ITU; no row without either."""
    own = online.loc[online["publisher"] == "ITU", "year"].dropna()
    return later[later["year"] == own.max()] if len(own) else later.head(0)


def when(text: str, evidence: tuple[str, ...] = ()) -> str:
    """The date in words, `undated` without one; the words that a row rests on may tell which part of a year is meant."""
    return words(text, "; ".join(evidence)) if text else "undated"


def later_series(series: pd.DataFrame, iso3: str, until: int) -> pd.DataFrame:
    """ITU's share of people online as published later, up to the edition's year. Columns year, percent; no rows without a series."""
    return _years(series, iso3, LATER).query("@FIRST_YEAR <= year <= @until").reset_index(drop=True)


def boxes(index, iso3: str, until: int) -> pd.DataFrame:
    """The rows of `penetration_vintages` up to the edition: edition, year (the one before), printed, later, difference."""
    rows = penetration_vintages(index, iso3)
    return rows[rows["edition"] <= until].sort_values("edition").reset_index(drop=True)


def _years(series: pd.DataFrame, iso3: str, name: str) -> pd.DataFrame:
    rows = series[(series["iso3"] == iso3) & (series["series"] == name) & series["value"].notna()]
    return pd.DataFrame({"year": rows["date"].str[:4].astype(int), "percent": rows["value"].astype(float)}).sort_values("year")


def latest_step(rows: pd.DataFrame) -> tuple[float, float] | None:
    """Points between the boxes of the two latest editions, as printed and in the later series; None unless they follow each other."""
    last = rows.tail(2)
    if len(last) < 2 or last["edition"].diff().iloc[-1] != 1:
        return None
    return tuple(round(float(last[column].iloc[1] - last[column].iloc[0]), 1) for column in ("printed", "later"))


def combined(providers: pd.DataFrame) -> pd.DataFrame:
    """One row per provider and segment: a fact stands in the first row that holds it. Footnotes and remarks are joined, other columns as coded."""
    rows = []
    for (provider, segment), group in providers.groupby(["provider", "segment"], sort=False):
        facts = {column: _first(group[column]) for column in FACTS}
        notes = tuple(dict.fromkeys(number for numbers in group["footnotes"] for number in numbers))
        rows.append({"provider": provider, "segment": segment, **facts, "footnotes": notes, "note": " ".join(filter(None, group["note"]))})
    return pd.DataFrame(rows, columns=["provider", "segment", *FACTS, "footnotes", "note"])


def _first(column: pd.Series):
    held = column[column.notna() & (column != "")]
    return held.iloc[0] if len(held) else (float("nan") if pd.api.types.is_numeric_dtype(column) else "")


def income(indicators: pd.DataFrame) -> pd.Series | None:
    """The row of the average monthly income, None where the report prints none."""
    rows = indicators[(indicators["indicator"] == INCOME) & (indicators["value"] > 0)]
    return rows.iloc[0] if len(rows) else None


def prices(providers: pd.DataFrame, monthly: pd.Series | None) -> pd.DataFrame:
    """Prices a month. Columns provider, segment, price_min, price_max, currency, low, high (percent of the income, else empty), footnotes.

    A share is taken only where price and income are printed in the same currency.
    """
    rows = providers[providers["price_min"].notna() | providers["price_max"].notna()].reset_index(drop=True)
    low, high = rows["price_min"].fillna(rows["price_max"]).astype(float), rows["price_max"].fillna(rows["price_min"]).astype(float)
    whole = float(monthly["value"]) if monthly is not None else float("nan")
    same = rows["currency"] == (monthly["unit"].split(" ")[0] if monthly is not None else "")
    rows = rows.assign(price_min=low, price_max=high, low=(100 * low / whole).where(same), high=(100 * high / whole).where(same))
    return rows[["provider", "segment", "price_min", "price_max", "currency", "low", "high", "footnotes"]]


def speeds(indicators: pd.DataFrame) -> pd.DataFrame:
    """Speeds, the measured one last. Columns id, label, mbps, mbps_max, hedge, measured, source, when, footnotes."""
    rows = indicators[(indicators["topic"] == SPEED) & (indicators["unit"] == "Mbps") & indicators["value"].notna()]
    frame = pd.DataFrame({
        "id": rows["id"], "label": rows["label"], "mbps": rows["value"].astype(float), "mbps_max": rows["value_max"].astype(float),
        "hedge": rows["qualifier"].map(HEDGES).fillna(""), "measured": rows["indicator"] == MEASURED,
        "source": rows["source_name"], "when": rows["as_of"].map(when), "footnotes": rows["footnotes"],
    })  # fmt: skip
    return frame.sort_values("measured", kind="stable").reset_index(drop=True)


def shares(providers: pd.DataFrame) -> pd.DataFrame:
    """Providers with a printed share. Columns provider, segment, share (percent), stated, owner, state (percent), note, footnotes.

    The date is that of the row with the share; owner and state's part may stand in another row of the same provider and segment.
    """
    rows = providers[providers["market_share_percent"].notna()]
    owned = combined(providers)[["provider", "segment", "owner", "state_owned_percent"]]
    rows = rows.drop(columns=["owner", "state_owned_percent"]).merge(owned, on=["provider", "segment"], how="left")
    return pd.DataFrame({
        "provider": rows["provider"], "segment": rows["segment"].str.replace("_", " "), "share": rows["market_share_percent"].astype(float),
        "stated": rows["as_of"].map(when), "owner": rows["owner"], "state": rows["state_owned_percent"].astype(float),
        "note": rows["note"], "footnotes": rows["footnotes"],
    }).reset_index(drop=True)  # fmt: skip


def mobile(indicators: pd.DataFrame, series: pd.DataFrame, iso3: str) -> dict[str, float]:
    """Mobile subscriptions per 100 people: `printed` for `year`, `later` for the same year, `divided` (subscribers by population)."""
    held = indicators[indicators["value"].notna()].drop_duplicates("indicator").set_index("indicator")
    found = {}
    if "mobile_penetration" in held.index:
        found["printed"] = float(held.at["mobile_penetration", "value"])
        latest = held.at["mobile_penetration", "as_of_latest"]
        later = _years(series, iso3, MOBILE).set_index("year")["percent"]
        if pd.notna(latest):
            found |= {"year": latest.year} | ({"later": round(float(later[latest.year]), 1)} if latest.year in later.index else {})
    units = {"mobile_subscribers": "million subscribers", "population": "million people"}
    if all(name in held.index and held.at[name, "unit"] == unit and held.at[name, "value"] > 0 for name, unit in units.items()):
        found["divided"] = round(100 * float(held.at["mobile_subscribers", "value"] / held.at["population", "value"]))
    return found


def moves(events: pd.DataFrame) -> pd.DataFrame:
    """Events that changed prices, lines or the market, in date order, undated ones last: rows of `events`."""
    chosen = events["kind"].isin(MOVES) & events["question"].map(lambda codes: bool(set(codes) & set(MARKET_QUESTIONS))).astype(bool)
    return events[chosen].sort_values(["date_earliest", "id"], na_position="last", ignore_index=True)


def figures(indicators: pd.DataFrame) -> pd.DataFrame:
    """All rows of the chapter's topics, in the order of the topics, then as coded."""
    rows = indicators[indicators["topic"].isin(TOPICS)]
    return rows.assign(_order=rows["topic"].map(TOPICS.index)).sort_values(["_order", "id"], kind="stable").drop(columns="_order").reset_index(drop=True)
