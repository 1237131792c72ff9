"""Sentences and finding titles of the access chapter."""

from __future__ import annotations

import pandas as pd

from netfreedom.analysis.access import again
from netfreedom.charts.access import plain, span
from netfreedom.prose.words import all_of, capital, counted, glossary, in_words, listed, noted, notes

NOT_CODED = "Providers are not coded for this report."


def latest(online: pd.DataFrame) -> pd.DataFrame:
    """The figures for the latest years: not more than two before the last one."""
    return online[(online["year"] >= online["year"].max() - 2).fillna(False)] if len(online) else online


def online_title(online: pd.DataFrame) -> str:
    """`72.9 to more than 75 percent were online, depending on who counts; 82.2 percent of households`; the question without dated figures.

    The latest years alone, as the report prints them.
    """
    rows, said = latest(online), []
    for base, held in rows.groupby("base", sort=False) if len(rows) else ():
        held = held.sort_values("percent")
        low, high = held.iloc[0], held.iloc[-1]
        one = plain(low.percent) == plain(high.percent)
        figure = f"{high.hedge}{plain(high.percent)}" if one else f"{plain(low.percent)} to {high.hedge}{plain(high.percent)}"
        verb = "" if said else " were online" + ("" if one else ", depending on who counts")
        said.append(f"{figure} percent{'' if base == 'people' and verb else f' of {base}'}{verb}")  # of whom a share online is, not every publisher says
    return capital("; ".join(said)) or "How many were online?"


def again_sentence(online: pd.DataFrame, later: pd.DataFrame) -> str:
    """What ITU gives by now for the last year for which the report prints its figure; nothing where that is not known or the same."""
    newer = again(online, later)
    own = online[(online["publisher"] == "ITU") & online["year"].isin(newer["year"]).astype(bool)]
    if own.empty or plain(own["percent"].iloc[-1]) == plain(newer["percent"].iloc[0]):
        return ""
    return f" For {newer['year'].iloc[0]} ITU has since put {plain(newer['percent'].iloc[0])} percent in place of the {own['hedge'].iloc[-1]}{plain(own['percent'].iloc[-1])} that the report prints."


def online_sentence(online: pd.DataFrame) -> str:
    """How many figures and publishers, and that the bases differ."""
    if online.empty:
        return "The report prints no share of people or households online."
    told = listed(f"{row.publisher}: {row.hedge}{plain(row.percent)} percent of {row.base} ({row.when}){notes(row.footnotes)}" for row in online.itertuples())
    mixed = " People and households are different bases: a connected household can have members who are not online." if online["base"].nunique() > 1 else ""
    several = f" {capital(counted(online['publisher'].nunique(), 'publisher'))} counted in ways that the report does not describe; a difference of a few points between them is no trend." if online["publisher"].nunique() > 1 else ""
    return f"{capital(told)}.{mixed}{several}"


def words_sentence(online: pd.DataFrame) -> str:
    """Where the words are explained, and who ITU is where it is named."""
    itu = "ITU is the International Telecommunication Union. " if (online["publisher"] == "ITU").any() else ""
    return f"{itu}Technical words are explained in the {glossary('glossary', 'the-network-and-the-market')}."


def vintage_title(step: tuple[float, float] | None) -> str:
    """`The printed share online rose by 18 points; by later figures, by 4.8` where the boxes rose twice as much; else the question."""
    if step and step[1] > 0 and step[0] >= 2 * step[1]:
        return f"The printed share online rose by {plain(step[0])} points; by later figures for the same years, by {plain(step[1])}"
    return "Do the score boxes of several editions show a rise?"


def vintage_sentence(boxes: pd.DataFrame, step: tuple[float, float] | None) -> str:
    """The two steps, with the lag of a year; says so where there is nothing to compare."""
    if boxes.empty:
        return "The index holds no later series to set beside what the score box prints."
    said = listed(f"{plain(row.printed)} in {row.edition} (later {plain(row.later)} for {row.year})" for row in boxes.itertuples())
    steps = f" Between the two latest editions the printed figure moved by {step[0]:+g} points, the later one by {step[1]:+g}.".replace("-", "−") if step else ""
    return (
        f"The score boxes printed, in percent: {said}.{steps} An edition prints the figure of a year before, so each box stands at the year before its edition;"
        " the box does not always say which year it means, and publishers revise old years."
    )


def price_title(prices: pd.DataFrame) -> str:
    """`The fixed lines named cost 1.4 to 5.2 percent of an average monthly income`; the question where price and income do not meet."""
    known = prices[prices["low"].notna()]
    if known.empty:
        return "What does a line cost, against an income?"
    kind = "fixed " if set(known["segment"]) == {"fixed_broadband"} else "mobile " if set(known["segment"]) == {"mobile"} else ""
    return f"The {kind}lines whose prices are named cost {span(known['low'].min(), known['high'].max()).replace('–', ' to ')} percent of an average monthly income"


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
    """`Up to 120 Mbps sold, 5.9 Mbps measured on average`; the question unless both are printed."""
    sold, measured = speeds[~speeds["measured"]], speeds[speeds["measured"]]
    if sold.empty or measured.empty:
        return "What speed is sold, and what was measured?"
    return f"Up to {plain(sold[['mbps', 'mbps_max']].max().max())} Mbps sold, {plain(measured['mbps'].iloc[-1])} Mbps measured on average"


def speed_finding(speeds: pd.DataFrame) -> str:
    """The title's two speeds as a sentence; for a report that prints both."""
    sold, measured = speed_title(speeds).split(" sold, ")
    return f"Providers sold {sold[:1].lower()}{sold[1:]}; {measured.replace(' measured', ' were measured')}."


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
    others += [f"{plain(found['divided'])} if one divides the report's number of subscribers by its number of people, which need not be of one year"] if "divided" in found else []
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
        return "One share alone says nothing about the rest of the market."
    if len(set(zip(shares["stated"], shares["footnotes"], strict=True))) > 1:
        return f"The {counted(len(shares), 'share')} do not come from one count: their dates or notes differ. They are therefore not added, and no remainder is shown."
    return f"The {counted(len(shares), 'share')} have one date and the same notes. They are as the report prints them; no remainder is shown."


def lead(online: pd.DataFrame, later: pd.DataFrame, step: tuple[float, float] | None, prices: pd.DataFrame, speeds: pd.DataFrame) -> str:
    """The chapter's findings; says so where the report prints none of the figures."""
    said = [f"**{online_title(online)}.**{again_sentence(online, later)}"] if len(latest(online)) else []
    if not vintage_title(step).endswith("?"):
        said.append(f"{vintage_title(step)}: old estimates were revised.")
    said += [f"{price_title(prices)}."] if prices["low"].notna().any() else []
    said += [speed_finding(speeds)] if not speed_title(speeds).endswith("?") else []
    return " ".join(said) or "The report was read for figures on access; it prints none that can be set side by side."


NO_PROVIDERS = "The report names no provider."


def register_sentence(figures: pd.DataFrame) -> str:
    """How many figures have no date and how many no note."""
    if figures.empty:
        return "The report prints no figures on access, prices, speeds or the market."
    undated, bare = int((figures["as_of"] == "").sum()), int((figures["footnotes"].map(len) == 0).sum())
    if len(figures) == 1:
        return f"The one figure has {'no' if undated else 'a'} date and {'no' if bare else 'a'} note."
    without = [f"{in_words(count)} {'has' if count == 1 else 'have'} no {what}" for count, what in ((undated, "date"), (bare, "note")) if count]
    return f"Of {counted(len(figures), 'figure')}, {listed(without)}." if without else f"{capital(all_of(len(figures), 'figures'))} have a date and a note."


def moves_sentence(moves: pd.DataFrame, coded: bool) -> str:
    """How many entries, and what they do not tell."""
    if not coded:
        return "Events are not coded for this report."
    if moves.empty:
        return "The report mentions nothing that changed prices, lines or the market."
    return f"The report describes {counted(len(moves), 'such change')}, {noted(moves)}. What {'it' if len(moves) == 1 else 'they'} meant for users is not measured."


def online_description(online: pd.DataFrame) -> str:
    """The figures in words, without links to notes."""
    return listed(f"{row.publisher}, {row.when}: {row.hedge}{plain(row.percent)} percent of {row.base}" for row in online.itertuples()) + "."


def online_source(source: str, later: pd.DataFrame, published: str) -> str:
    """The report, and where its later series is drawn too those who published it."""
    return f"{source}; {published}" if len(later) else source
