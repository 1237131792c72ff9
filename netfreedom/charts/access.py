"""Frames, scales and tables of the access chapter."""

from __future__ import annotations

import altair as alt
import pandas as pd

from netfreedom.analysis.access import again, combined, when
from netfreedom.analysis.timeline import when as happened
from netfreedom.charts.cells import to_chapter, with_notes
from netfreedom.charts.parts import wrapped
from netfreedom.charts.theme import BLUE, CRIMSON, GREY, ORANGE

BASES = {"people": ("circle", BLUE), "households": ("square", ORANGE)}
ADVERTISED, MEASURED = "advertised", "measured"
KINDS = {ADVERTISED: ("circle", BLUE), MEASURED: ("diamond", CRIMSON)}
FEWEST = 5  # values that make a chart; fewer stand in a table
ROOM = 1.45  # of the longest bar, for the words behind it on a phone
PRINTED, LATER = "printed in the score boxes", "ITU’s series as published later"
LABEL = 24  # letters of a publisher in a line
LEGEND = {"direction": "vertical", "labelLimit": 320}


def plain(number: float) -> str:
    """`73`, `72.9`, `1.4`: one decimal at most."""
    return f"{round(float(number), 1):g}"


def online_dots(online: pd.DataFrame, later: pd.DataFrame) -> pd.DataFrame:
    """Columns publisher (label), percent, base, label, by date. ITU's later value stands behind those of its year."""
    rows = [(row.year, wrapped(f"{row.publisher}, {row.when}", LABEL), row.percent, row.base, f"{row.hedge}{plain(row.percent)}") for row in online.itertuples()]
    rows += [(row.year, wrapped(f"ITU as published later, {row.year}", LABEL), row.percent, "people", plain(row.percent)) for row in again(online, later).itertuples()]
    frame = pd.DataFrame(rows, columns=["year", "publisher", "percent", "base", "label"])
    return frame.sort_values("year", kind="stable", ignore_index=True).drop(columns="year")


def speed_bars(speeds: pd.DataFrame) -> pd.DataFrame:
    """What is sold and what was measured as bars from low to high. Columns label, low, high, kind, text."""
    high = speeds["mbps_max"].fillna(speeds["mbps"])
    return pd.DataFrame({
        "label": speeds["label"].map(lambda text: wrapped(text, LABEL)), "low": speeds["mbps"], "high": high,
        "kind": speeds["measured"].map({True: MEASURED, False: ADVERTISED}),
        "text": [f"{row.hedge}{span(row.mbps, top)}" for row, top in zip(speeds.itertuples(), high, strict=True)],
    })  # fmt: skip


def price_bars(prices: pd.DataFrame) -> pd.DataFrame:
    """Prices as bars from low to high in percent of the income, where one is printed. Columns label, low, high, text."""
    rows = prices[prices["low"].notna()]
    labels = [wrapped(f"{row.provider}, {row.segment.replace('_', ' ')}", LABEL) for row in rows.itertuples()]
    return pd.DataFrame({"label": labels, "low": rows["low"], "high": rows["high"], "text": [span(row.low, row.high) for row in rows.itertuples()]})


def values(bars: pd.DataFrame) -> int:
    """How many values the bars show: two where the ends differ."""
    return len(bars) + int((bars["low"] != bars["high"]).sum())


def bar_axis(bars: pd.DataFrame) -> alt.Scale:
    """From nothing to the longest bar, with room for the words behind it."""
    return alt.Scale(domain=[0, float(bars["high"].max()) * ROOM if len(bars) else 1], nice=False)


def speed_scale(part: int) -> alt.Scale:
    """Shapes (0) or colours (1) of what is sold and what was measured."""
    return alt.Scale(domain=list(KINDS), range=[kind[part] for kind in KINDS.values()])


def base_scale(frame: pd.DataFrame, part: int) -> alt.Scale:
    """Shapes (0) or colours (1) of the bases that the frame holds."""
    held = [base for base in BASES if base in set(frame["base"])]
    return alt.Scale(domain=held, range=[BASES[base][part] for base in held])


def kind_scale(part: str) -> alt.Scale:
    """Shapes or colours of the printed value and the later series."""
    return alt.Scale(domain=[PRINTED, LATER], range=["diamond", "circle"] if part == "shape" else [CRIMSON, GREY])


def vintage_points(boxes: pd.DataFrame, later: pd.DataFrame) -> pd.DataFrame:
    """Columns year, percent, kind, label: the line and the boxes; labels only where a box has a counterpart."""
    beside = set(boxes["year"])
    rows = [(int(row.year), row.percent, LATER, plain(row.percent) if row.year in beside else "") for row in later.itertuples()]
    rows += [(int(row.year), row.printed, PRINTED, plain(row.printed)) for row in boxes.itertuples()]
    frame = pd.DataFrame(rows, columns=["year", "percent", "kind", "label"])
    higher = frame.groupby("year")["percent"].transform("max") == frame["percent"]
    return frame.assign(above=[-13 if top else 13 for top in higher])


def online_table(online: pd.DataFrame, later: pd.DataFrame) -> pd.DataFrame:
    """The figures on who is online, each with its publisher and base; the later series, of people, in its own column."""
    values = dict(zip(later["year"], later["percent"], strict=True))
    return pd.DataFrame({
        "According to": [with_notes(*pair) for pair in zip(online["publisher"], online["footnotes"], strict=True)],
        "For": online["when"], "Percent": [f"{hedge}{plain(number)}" for hedge, number in zip(online["hedge"], online["percent"], strict=True)],
        "Of": online["base"], "ITU later": [values.get(year) if pd.notna(year) and base == "people" else None for year, base in zip(online["year"], online["base"], strict=True)],
        "Our remark": online["note"],
    })  # fmt: skip


def vintage_table(boxes: pd.DataFrame, later: pd.DataFrame) -> pd.DataFrame:
    """Year by year, the box and the later value."""
    printed = dict(zip(boxes["year"], boxes["printed"], strict=True))
    values = dict(zip(later["year"], later["percent"], strict=True))
    years = sorted(set(printed) | set(values))
    return pd.DataFrame({"Year": years, "In the box": [printed.get(year) for year in years], "ITU later": [values.get(year) for year in years]})


def span(low: float, high: float) -> str:
    """`3.2–5.2`, `50–120`, or one number."""
    return plain(low) if plain(low) == plain(high) else f"{plain(low)}–{plain(high)}"


def price_table(prices: pd.DataFrame) -> pd.DataFrame:
    """Prices a month and their part of an average income."""
    return pd.DataFrame({
        "Provider": [with_notes(*pair) for pair in zip(prices["provider"], prices["footnotes"], strict=True)],
        "Line": prices["segment"].str.replace("_", " "),
        "A month": [f"{row.currency} {span(row.price_min, row.price_max)}" for row in prices.itertuples()],
        "Share of income": [f"{span(row.low, row.high)} percent" if pd.notna(row.low) else "not comparable" for row in prices.itertuples()],
    })  # fmt: skip


def speed_table(speeds: pd.DataFrame) -> pd.DataFrame:
    """What is sold and what was measured, told apart in words."""
    return pd.DataFrame({
        "Speed": [with_notes(*pair) for pair in zip(speeds["label"], speeds["footnotes"], strict=True)],
        "Mbps": [f"{row.hedge}{span(row.mbps, row.mbps if pd.isna(row.mbps_max) else row.mbps_max)}" for row in speeds.itertuples()],
        "Kind": ["mean, measured" if measured else "maximum or range, advertised" for measured in speeds["measured"]],
        "According to": speeds["source"], "For": speeds["when"],
    })  # fmt: skip


def share_table(shares: pd.DataFrame) -> pd.DataFrame:
    """Shares with their date and what is known of each; no rest and no sum."""
    return pd.DataFrame({
        "Provider": [with_notes(*pair) for pair in zip(shares["provider"], shares["footnotes"], strict=True)],
        "Market": shares["segment"], "Percent": shares["share"], "For": shares["stated"],
        "Owner": [owner_words(row.owner, row.state) for row in shares.itertuples()],
        "On the figure": shares["note"],
    })  # fmt: skip


def provider_table(providers: pd.DataFrame) -> pd.DataFrame:
    """Every provider in its part of the market: owner, and what else the report tells of it in figures."""
    rows = combined(providers)
    return pd.DataFrame({
        "Provider": [with_notes(*pair) for pair in zip(rows["provider"], rows["footnotes"], strict=True)],
        "Market": rows["segment"].str.replace("_", " "),
        "Owner": [owner_words(row.owner, row.state_owned_percent) for row in rows.itertuples()],
        "In figures": [provider_figures(row) for row in rows.itertuples()], "Our remark": rows["note"],
    })  # fmt: skip


def owner_words(owner: str, state: float) -> str:
    """`Samruk-Kazyna (52 percent the state’s)`, `not stated`."""
    part = f"{plain(state)} percent the state’s" if pd.notna(state) else ""
    return f"{owner} ({part})" if owner and part else owner or part or "not stated"


def provider_figures(row) -> str:
    """`85 percent of the market; up to 120 Mbps`; nothing where the report gives no figure."""
    share = f"{plain(row.market_share_percent)} percent of the market" if pd.notna(row.market_share_percent) else ""
    speed = f"up to {plain(row.speed_mbps_max)} Mbps" if pd.notna(row.speed_mbps_max) else ""
    return "; ".join(filter(None, (share, speed)))


def moves_table(moves: pd.DataFrame) -> pd.DataFrame:
    """What changed prices, lines or the market, with links to the timeline."""
    return pd.DataFrame({
        "_When": moves["date"],
        "When": [to_chapter(happened(row.date, row.date_kind, row.date_text), "03-timeline", row.id) for row in moves.itertuples()],
        "What": [with_notes(row.title, row.footnotes) for row in moves.itertuples()],
        "Result": moves["result"], "Our remark": moves["note"],
    })  # fmt: skip


def register(figures: pd.DataFrame) -> pd.DataFrame:
    """Every figure of the chapter's topics; `_Topic` and `_Source` to filter by."""
    named = [", ".join(filter(None, (row.source_name, when(row.as_of, row.evidence)))) for row in figures.itertuples()]
    return pd.DataFrame({
        "_id": figures["id"],
        "Figure": [with_notes(*pair) for pair in zip(figures["label"], figures["footnotes"], strict=True)],
        "As printed": figures["value_text"], "Unit": figures["unit"], "According to, for": named, "Our remark": figures["note"],
        "_Topic": figures["topic"], "_Source": figures["source_name"],
    })  # fmt: skip
