"""The report's figures against series of other publishers: one verdict per claim, with the numbers it was computed from."""

from __future__ import annotations

import pandas as pd

from netfreedom.analysis.tor_users import BRIDGE, DIRECT, Pairs, daily, month_median, monthly, pairs
from netfreedom.dates import words

MATCHES, REVISED = "same source: matches", "same source: revised"
AGREES, DIFFERS = "other source: agrees", "other source: differs"
CANNOT = "cannot be tested"

TOLERANCE = 1 / 8  # of the printed figure: another estimate of a rounded "about 800 percent" cannot be held to the unit

VERDICTS = {
    MATCHES: "The publisher that the report names still gives the figure, rounded as printed. That checks the copying, not the fact.",
    REVISED: "The publisher that the report names has since given another figure for the same year.",
    AGREES: "A figure whose publisher the report does not give as the source of this claim lies less than an eighth of the printed figure away from it. It need not be independent: the two can rest on the same records.",
    DIFFERS: "Such a figure lies an eighth of the printed figure, or more, away from it.",
    CANNOT: "The index holds nothing to set beside it, or the report does not say of when or of what it is a figure.",
}

# The publishers from which a figure comes that the report ascribes to the name on the left (the World Bank passes on ITU's).
SAME_SOURCE = {"ITU": ("International Telecommunication Union", "World Bank")}

# How the two sides are computed.
LEVEL, CHANGE, PER_HUNDRED, WITHHELD = "level", "change between two months", "per 100 people", "nothing withheld"

# Series that measure what an indicator prints, the first one that the index holds is taken, and how they are compared.
COUNTERPARTS = {
    "internet_penetration": (("internet_users_itu", "internet_users"), LEVEL),
    "mobile_penetration": (("mobile_subscriptions_per_100",), LEVEL),
    "mobile_subscribers": (("mobile_subscriptions_per_100",), PER_HUNDRED),
    "tor_relay_change": (("tor_users_direct",), CHANGE),
    "tor_bridge_change": (("tor_users_bridge",), CHANGE),
}

# Where nothing can be set beside a figure: what could test it.
COULD_TEST = {
    "internet_penetration_official": "The question asked, and of whom the percentage is a share",
    "households_connected": "A household survey with its question and its base",
    "mobile_broadband_penetration": "A series of mobile broadband subscriptions, which the index does not hold",
    "mobile_broadband_connections": "The date of the figure, and a series of subscriptions",
    "fixed_broadband_connections": "The date of the figure; the index holds subscriptions per 100 people",
    "average_speed": "The publisher's own quarterly series, or open speed measurements of those months",
}
COULD_TEST_COMPANY = "The company's own report on that half-year, which the index does not hold"
COULD_TEST_NETWORK = "Traffic and route records that others keep of those days; speed measurements"
COULD_TEST_SERVICE = "Measurements from inside the country on those days; the decision itself"
COULD_TEST_SERIES = "A series of the country, which the index does not hold"

# Column of a removal request: the series whose sum is the same count.
COMPANY_SERIES = {
    ("Google", "requests"): (("google_removal_requests",), LEVEL),
    ("Google", "items"): (("google_removal_items",), LEVEL),
    ("Google", "complied_percent"): (("google_removal_compliance",), LEVEL),
    ("Twitter", "requests"): (("twitter_removal_request_court", "twitter_removal_request_other"), LEVEL),
    ("Twitter", "complied_percent"): (("twitter_accounts_withheld", "twitter_tweets_withheld"), WITHHELD),
}
COMPANY_CLAIMS = {"requests": "Requests to {0}", "items": "Items named to {0}", "complied_percent": "Requests that {0} met",
                  "restricted": "What {0} restricted"}  # fmt: skip
COMPANY_UNITS = {"requests": "requests", "items": "items", "complied_percent": "percent", "restricted": ""}

COLUMNS = ["id", "claim", "when", "printed", "unit", "how", "before", "other", "publisher", "verdict", "could", "footnotes", "series"]


def has_series(series: pd.DataFrame, iso3: str) -> bool:
    """Whether the index holds any series of the country that a claim could be set against."""
    rows = series[series["iso3"] == iso3]
    return bool((~rows["series"].str.startswith("score_box_")).any())


def claims(report, index) -> pd.DataFrame:
    """Every claim of the report that has a counterpart, or a known lack of one.

    Columns id, claim, when, printed (as a number), unit, how (`LEVEL`, `CHANGE`, `PER_HUNDRED`, `WITHHELD`), before (the
    second number that the computation needs: the month before, or the population), other (the number set beside it),
    publisher, verdict (a key of `VERDICTS`), could (what could test it), footnotes, series (of the index,
    the first of several).
    """
    rows = indicator_claims(report.indicators, index, report.meta.iso3)
    rows += company_claims(report.removal_requests, index, report.meta.iso3)
    rows += restriction_claims(report.restrictions)
    return pd.DataFrame(rows, columns=COLUMNS)


def indicator_claims(indicators: pd.DataFrame, index, iso3: str) -> list[tuple]:
    """Claims made by indicators; what the score box repeats from the body counts once."""
    known = indicators[indicators["indicator"].isin([*COUNTERPARTS, *COULD_TEST])]
    repeated = known.duplicated(["indicator", "value", "as_of"], keep="last")
    return [_indicator(row, indicators, index, iso3) for row in known[~repeated].itertuples()]


def _indicator(row, indicators: pd.DataFrame, index, iso3: str) -> tuple:
    names, how = COUNTERPARTS.get(row.indicator, ((), LEVEL))
    year = row.as_of_earliest.year if pd.notna(row.as_of_earliest) else None
    other = before = None
    name = publisher = ""
    for name in names:
        other, before, publisher = _counterpart(row, name, how, year, indicators, index, iso3)
        if other is not None:
            break
    same = publisher in SAME_SOURCE.get(row.source_name, ())
    verdict = verdict_of(row.value, _computed(how, before, other, row.value), same)
    could = COULD_TEST.get(row.indicator, COULD_TEST_SERIES) if verdict == CANNOT else ""
    when = words(row.as_of, "; ".join(row.evidence)) if row.as_of else "no date"
    series = name if other is not None else ""
    return (row.id, row.label, when, _number(row.value), row.unit, how, before, other, publisher, verdict, could, row.footnotes, series)


def _counterpart(row, name: str, how: str, year: int | None, indicators: pd.DataFrame, index, iso3: str) -> tuple:
    rows = index.series[(index.series["iso3"] == iso3) & (index.series["series"] == name)]
    if rows.empty or year is None:
        return None, None, ""
    publisher = publisher_of(index, rows["source"].iloc[0])
    if how == CHANGE:
        days, month = daily(index.series, iso3, name), row.as_of_earliest.to_period("M")
        return month_median(days, month), month_median(days, month - 1), publisher
    found = rows.loc[rows["date"] == str(year), "value"]
    population = indicators.loc[indicators["indicator"] == "population", "value"].dropna()
    before = _number(population.iloc[0]) if how == PER_HUNDRED and len(population) else None
    return (float(found.iloc[0]) if len(found) else None), before, publisher


def _computed(how: str, before: float | None, other: float | None, printed: float) -> float | None:
    """What is held against the printed figure, in its unit."""
    if other is None or (how in (CHANGE, PER_HUNDRED) and not before):
        return None
    if how == CHANGE:
        return 100 * (other / before - 1)
    return other * before / 100 if how == PER_HUNDRED else other


def verdict_of(printed: float, other: float | None, same_source: bool) -> str:
    """The verdict on a printed figure and the one beside it."""
    if pd.isna(printed) or other is None or pd.isna(other):
        return CANNOT
    if same_source:
        return MATCHES if round(other, _decimals(printed)) == printed else REVISED
    return AGREES if abs(other - printed) < TOLERANCE * abs(printed) else DIFFERS


def _decimals(number: float) -> int:
    text = f"{number:g}"
    return len(text.partition(".")[2])


def publisher_of(index, source: str) -> str:
    """Who publishes a source of the index."""
    codes = source if isinstance(source, (tuple, list)) else (source,)
    return ", ".join(index.sources.set_index("id").loc[list(codes), "publisher"])


def company_claims(requests: pd.DataFrame, index, iso3: str) -> list[tuple]:
    """Claims on companies: every printed number of a row."""
    printed = [(row, column) for row in requests.itertuples() for column in COMPANY_CLAIMS if pd.notna(getattr(row, column))]
    return [_company(row, column, index, iso3) for row, column in printed]


def _company(row, column: str, index, iso3: str) -> tuple:
    names, how = COMPANY_SERIES.get((row.company, column), ((), LEVEL))
    rows = index.series[(index.series["iso3"] == iso3) & (index.series["date"] == row.period)].set_index("series")
    printed = float(getattr(row, column))
    there = bool(names) and set(names) <= set(rows.index) and (how != WITHHELD or printed == 0)
    other = float(rows.loc[list(names), "value"].sum()) if there else None
    verdict = verdict_of(printed, other, same_source=True)  # the company counts, the report and the index copy
    publisher = publisher_of(index, rows.loc[names[0], "source"]) if there else ""
    unit = row.unit if column == "restricted" else COMPANY_UNITS[column]
    claim = COMPANY_CLAIMS[column].format(row.company)
    could = COULD_TEST_COMPANY if verdict == CANNOT else ""
    return (row.id, claim, words(row.period), printed, unit, how, None, other, publisher, verdict, could, row.footnotes, names[0] if there else "")


def restriction_claims(restrictions: pd.DataFrame) -> list[tuple]:
    """Restrictions of networks, and of services, as one claim each: the index holds no measurement of them."""
    network = restrictions["target_type"] == "network"
    groups = (("Networks cut off or slowed", network, COULD_TEST_NETWORK), ("Sites and services blocked or unreachable", ~network, COULD_TEST_SERVICE))
    return [("", claim, "various", float(mask.sum()), "restrictions coded", LEVEL, None, None, "", CANNOT, could, (), "")
            for claim, mask, could in groups if mask.any()]  # fmt: skip


def _number(value) -> float | None:
    return None if pd.isna(value) else float(value)


def tor_claims(claims: pd.DataFrame) -> pd.DataFrame:
    """The claims on a change of Tor use that have a series beside them, the one on direct users first."""
    rows = claims[claims["series"].isin([DIRECT, BRIDGE])]
    return rows.sort_values("series", ascending=False, ignore_index=True)


def claimed_pairs(direct: pd.Series, bridge: pd.Series, said: pd.DataFrame) -> Pairs | None:
    """Pairs of days that bear out a double claim (rows of `tor_claims`); None where the report does not make it of one month."""
    if list(said["series"]) != [DIRECT, BRIDGE] or said["when"].nunique() != 1:
        return None
    month = pd.Period(pd.Timestamp(said["when"].iloc[0]), "M")
    return pairs(direct, bridge, said["printed"].iloc[0], said["printed"].iloc[1], month, TOLERANCE)


def months_around(direct: pd.Series, bridge: pd.Series, said: pd.DataFrame) -> pd.DataFrame:
    """Medians (`tor_users.monthly`) of the months from half a year before the claim to the end of the series; none without a claim."""
    medians = monthly(direct, bridge) if len(direct) else pd.DataFrame(columns=["month"])
    if said.empty or medians.empty:
        return medians.iloc[:0]
    return medians[medians["month"] >= pd.Timestamp(said["when"].iloc[0]) - pd.DateOffset(months=6)].reset_index(drop=True)


BOXES = "score_box_internet_penetration"
INTERNET_USERS = ("internet_users", "internet_users_itu")  # the later one wins where both give a year


def penetration_vintages(index, iso3: str) -> pd.DataFrame:
    """Internet penetration as each edition's score box printed it, and as the publisher gives the same year later.

    Columns edition, year (the edition's own, less one), printed, later (ITU's files or, where they lack it, the World
    Bank's), difference. Empty where either side is missing.
    """
    rows = index.series[index.series["iso3"] == iso3]
    boxes = rows[rows["series"] == BOXES]
    later = {}
    for name in INTERNET_USERS:
        part = rows[rows["series"] == name]
        later |= dict(zip(part["date"], part["value"].astype(float), strict=True))
    found = [(int(row.date), int(row.date) - 1, float(row.value), later[str(int(row.date) - 1)])
             for row in boxes.itertuples() if str(int(row.date) - 1) in later]  # fmt: skip
    frame = pd.DataFrame(found, columns=["edition", "year", "printed", "later"])
    return frame.assign(difference=frame["later"] - frame["printed"])


CONTEXT = {
    "rsf_rank": "World Press Freedom Index, rank (1 is most free)",
    "freedom_of_the_press_total": "Freedom of the Press, total (0 is most free)",
    "wjp_rule_of_law": "Rule of Law Index, score from 0 to 1 (1 is best)",
}


def context(series: pd.DataFrame, iso3: str, edition: int, around: int = 2) -> pd.DataFrame:
    """Other indices in the years about the edition. Columns series, date, value, inferred (the year is not printed with the figure)."""
    rows = series[(series["iso3"] == iso3) & series["series"].isin(CONTEXT)]
    years = rows["date"].str[:4].astype(int) if len(rows) else pd.Series(dtype=int)
    near = rows[(years - edition).abs() <= around] if len(rows) else rows
    return near.assign(inferred=near["comment"].str.contains("inferred"))[["series", "date", "value", "inferred"]].reset_index(drop=True)
