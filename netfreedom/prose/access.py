"""Sentences and finding titles of the access chapter."""

from __future__ import annotations

import pandas as pd

from netfreedom.charts.access import plain, span
from netfreedom.prose.words import capital, chapter, counted, in_words, listed, notes

NOT_CODED = "Providers are not coded for this report."


def latest(online: pd.DataFrame) -> pd.DataFrame:
    """The figures for the latest years: not more than two before the last one."""
    return online[(online["year"] >= online["year"].max() - 2).fillna(False)] if len(online) else online


def _ranges(online: pd.DataFrame) -> list[str]:
    said = []
    for base, rows in latest(online).groupby("base", sort=False):
        rows = rows.sort_values("percent")
        low, high = rows.iloc[0], rows.iloc[-1]
        figure = f"{low.hedge}{plain(low.percent)}" if len(rows) == 1 else f"{plain(low.percent)} to {high.hedge}{plain(high.percent)}"
        said.append(f"{figure} percent of {base}")
    return said


def online_title(online: pd.DataFrame) -> str:
    """`Online: 72.9 to more than 75 percent of people, 82.2 percent of households`; the question without dated figures."""
    said = _ranges(online)
    return f"Online: {', '.join(said)}" if said else "How many are online?"


def online_sentence(online: pd.DataFrame) -> str:
    """How many figures and publishers, and that the bases differ."""
    if online.empty:
        return "The report prints no share of people or households online."
    told = listed(f"{row.publisher}: {row.hedge}{plain(row.percent)} percent of {row.base} ({row.when}){notes(row.footnotes)}" for row in online.itertuples())
    mixed = " People and households are different bases: a connected household can have members who are not online." if online["base"].nunique() > 1 else ""
    several = f" {capital(counted(online['publisher'].nunique(), 'publisher'))} counted in ways that the report does not describe; a difference of a few points between them is no trend." if online["publisher"].nunique() > 1 else ""
    return f"{capital(told)}.{mixed}{several}"


def vintage_title(step: tuple[float, float] | None) -> str:
    """`Penetration did not jump by 18 points; the estimate changed` where the boxes rose twice as much; else the question."""
    if step and step[1] > 0 and step[0] >= 2 * step[1]:
        return f"Penetration did not jump by {plain(step[0])} points; the estimate changed"
    return "Do the boxes of several editions show a rise?"


def vintage_sentence(boxes: pd.DataFrame, step: tuple[float, float] | None) -> str:
    """The two steps, with the lag of a year; says so where there is nothing to compare."""
    if boxes.empty:
        return "The index holds no later series to set beside what the score box prints."
    said = listed(f"{plain(row.printed)} in {row.edition} (later {plain(row.later)} for {row.year})" for row in boxes.itertuples())
    steps = f" Between the two latest editions the boxes moved by {step[0]:+g} points, the later series by {step[1]:+g}.".replace("-", "−") if step else ""
    return (
        f"The boxes printed, in percent: {said}.{steps} An edition prints the figure of a year before, so each box stands at the year before its edition;"
        " the box does not always say which year it means, and publishers revise old years."
    )


def price_title(prices: pd.DataFrame) -> str:
    """`A fixed line cost 1.4 to 5.2 percent of an average monthly income`; the question where price and income do not meet."""
    known = prices[prices["low"].notna()]
    if known.empty:
        return "What does a line cost, against an income?"
    line = "A fixed line" if set(known["segment"]) == {"fixed_broadband"} else "A mobile line" if set(known["segment"]) == {"mobile"} else "A line"
    return f"{line} cost {span(known['low'].min(), known['high'].max()).replace('–', ' to ')} percent of an average monthly income"


def price_sentence(prices: pd.DataFrame, income: pd.Series | None, coded: bool) -> str:
    """The shares, the income they rest on and what a mean hides."""
    if not coded:
        return NOT_CODED
    if prices.empty:
        return "The report prints no provider’s price."
    if income is None or prices["low"].isna().all():
        return "The report prints prices, but no average income in the same currency to set them against."
    told = listed(f"{row.provider} {span(row.low, row.high)} percent" for row in prices[prices["low"].notna()].itertuples())
    return (
        f"Set against {income['value_text']} a month{notes(income['footnotes'])}: {told}. The income is a mean: where incomes are unequal most people usually"
        " earn less than it, and for them the share is larger. Prices and income need not be of the same month."
    )


def speed_title(speeds: pd.DataFrame) -> str:
    """`Sold: up to 120 Mbps. Measured on average: 5.9`; the question unless both are printed."""
    sold, measured = speeds[~speeds["measured"]], speeds[speeds["measured"]]
    if sold.empty or measured.empty:
        return "What speed is sold, and what was measured?"
    return f"Sold: up to {plain(sold[['mbps', 'mbps_max']].max().max())} Mbps. Measured on average: {plain(measured['mbps'].iloc[-1])}"


def speed_sentence(speeds: pd.DataFrame) -> str:
    """That a maximum and a mean are two things."""
    if speeds.empty:
        return "The report prints no speed."
    sold, measured = speeds[~speeds["measured"]], speeds[speeds["measured"]]
    if sold.empty or measured.empty:
        return f"The report prints only {'measured' if sold.empty else 'advertised'} speeds, so the two cannot be compared."
    row = measured.iloc[-1]
    return (
        f"{row['source']} measured {plain(row['mbps'])} Mbps on average ({row['when']}){notes(row['footnotes'])}. What is sold is a maximum or a choice of packages, what was measured"
        " is a mean over all connections: the distance between the two does not show that a provider broke its word."
    )


def speed_description(speeds: pd.DataFrame) -> str:
    """The speeds in words, without links to notes."""
    told = [f"{row.label}, {row.hedge}{span(row.mbps, row.mbps if pd.isna(row.mbps_max) else row.mbps_max)} Mbps" for row in speeds.itertuples()]
    return f"{capital('; '.join(told))}." if told else ""


def mobile_sentence(found: dict[str, float]) -> str:
    """Subscriptions as printed, later, and divided; nothing where the report prints none."""
    if "printed" not in found:
        return ""
    year = f" for {found['year']}" if "year" in found else ""
    others = [f"{plain(found['later'])} in the series as published later"] if "later" in found else []
    others += [f"{plain(found['divided'])} if the subscribers that the report prints, perhaps of another year, are divided by its population"] if "divided" in found else []
    return (
        f"Mobile subscriptions per 100 people{year}: {plain(found['printed'])} as printed{', ' + ', '.join(others) if others else ''}."
        " Subscriptions are not people: one person can hold several."
    )


def market_title(shares: pd.DataFrame) -> str:
    """That the state owns most of whoever holds most of a market; else the shares, labelled; the question without any."""
    for row in shares.itertuples():
        if pd.notna(row.state) and row.state > 50 and row.share > 50:
            return f"The state owns {plain(row.state)} percent of {row.provider}, which holds {plain(row.share)} percent of {row.segment}"
    return listed(f"{row.provider} {plain(row.share)} percent" for row in shares.itertuples()) or "Who holds the market?"


def market_sentence(shares: pd.DataFrame, coded: bool) -> str:
    """What each share is, and why they are not added."""
    if not coded:
        return NOT_CODED
    if shares.empty:
        return "The report prints no provider’s share of a market."
    if len(shares) == 1:
        return "One share alone says nothing of the rest of the market."
    if len(set(zip(shares["stated"], shares["footnotes"], strict=True))) > 1:
        return f"The {counted(len(shares), 'share')} do not come from one count: their dates or notes differ. They are therefore not added, and nothing is said of a rest."
    return f"The {counted(len(shares), 'share')} have one date and the same notes. They are as the report prints them; nothing is said of a rest."


def lead(online: pd.DataFrame, step: tuple[float, float] | None, prices: pd.DataFrame, speeds: pd.DataFrame) -> str:
    """The chapter's findings; says so where the report prints none of the figures."""
    said = [f"**{online_title(online)}.**"] if len(latest(online)) else []
    if vintage_title(step).startswith("Penetration"):
        said.append(f"{vintage_title(step)}: between two editions the boxes rose by {plain(step[0])} points, the later series by {plain(step[1])}.")
    said += [f"{price_title(prices)}."] if prices["low"].notna().any() else []
    said += [f"{speed_title(speeds)} Mbps."] if speed_title(speeds).startswith("Sold") else []
    return " ".join(said) or "The report was read for figures on access; it prints none that can be set side by side."


def register_sentence(figures: pd.DataFrame) -> str:
    """How many figures have no date and how many no note."""
    if figures.empty:
        return "The report prints no figures on access, prices, speeds or the market."
    undated, bare = int((figures["as_of"] == "").sum()), int((figures["footnotes"].map(len) == 0).sum())
    if len(figures) == 1:
        return f"The one figure has {'no' if undated else 'a'} date and {'no' if bare else 'a'} note."
    without = [f"{in_words(count)} {'has' if count == 1 else 'have'} no {what}" for count, what in ((undated, "date"), (bare, "note")) if count]
    return f"Of {counted(len(figures), 'figure')}, {listed(without)}." if without else f"All of the {counted(len(figures), 'figure')} have a date and a note."


def moves_sentence(moves: pd.DataFrame, coded: bool) -> str:
    """How many entries, and what they do not tell."""
    if not coded:
        return "Events are not coded for this report."
    if moves.empty:
        return "The report tells of nothing that changed prices, lines or the market."
    noted = int(moves["footnotes"].map(len).gt(0).sum())
    if len(moves) == 1:
        return f"The report tells of one such change, {'with' if noted else 'without'} a note. What it meant for users is not measured."
    return f"The report tells of {counted(len(moves), 'such change')}, {in_words(noted) if noted else 'none'} with a note. What they meant for users is not measured."


def read_next() -> str:
    """Where to read on."""
    return (
        f"**What to read next.** {chapter('Scores', '02-scores')}: obstacles to access as a part of the total. {chapter('Powers', '09-powers')}: who may"
        f" cut off or license a provider. {chapter('Cross-checks', '13-cross-checks')}: the printed figures beside other publishers’."
    )


def online_description(online: pd.DataFrame) -> str:
    """The figures in words, without links to notes."""
    return listed(f"{row.publisher}, {row.when}: {row.hedge}{plain(row.percent)} percent of {row.base}" for row in online.itertuples()) + "."


def online_source(source: str, later: pd.DataFrame) -> str:
    """The report, and ITU where its later series is drawn too."""
    return f"{source}; International Telecommunication Union, as published by the World Bank" if len(later) else source
