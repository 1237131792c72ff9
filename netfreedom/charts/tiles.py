"""Tiles of controls and topics across countries: short titles, marks that do not rest on colour alone, tables."""

from __future__ import annotations

from dataclasses import dataclass

import altair as alt
import pandas as pd

from netfreedom.analysis.focus import Focus
from netfreedom.charts.controls_wall import VALUES
from netfreedom.charts.countries import label_heights, rises, room_beside
from netfreedom.charts.parts import wrapped
from netfreedom.charts.theme import CRIMSON, FOCUS, OCHRE
from netfreedom.vocabulary import CONTROLS

# Heads of nine narrow columns; the whole titles stand in the table.
SHORT = dict(zip((control.key for control in CONTROLS), (
    "social media blocked", "content blocked", "networks cut off", "paid comment", "law on speech", "law on surveillance", "users arrested",
    "users attacked", "critics hacked",
), strict=True))  # fmt: skip
HATCH = "M-1,1L1,-1M-1,0L0,-1M0,1L1,0"  # a tile ticked only after the period, beside its own colour
TOPIC_WORDS = {0: "not censored", 1: "sporadically", 2: "widely"}
TOPIC_COLOURS = {"widely": CRIMSON, "sporadically": OCHRE}
_TILE = 17  # pixels
_NO_TABLE = "no\ntable"


@dataclass(frozen=True)
class Wall:
    """Tiles of countries or editions: `tiles` (column, row, said), `after` (those ticked only after the period), `columns`, `rows`
    (the orders), `height` in pixels, `table`."""

    tiles: pd.DataFrame
    after: pd.DataFrame
    columns: list[str]
    rows: list[str]
    height: int
    table: pd.DataFrame


def country_wall(ticks: pd.DataFrame) -> Wall:
    """A row per country, a column per control (`analysis.tiles.control_ticks`), the most ticks on top."""
    tiles = pd.DataFrame({"column": ticks["control"].map(SHORT), "row": ticks["country"], "said": ticks["value"].map(VALUES)})
    rows = list(dict.fromkeys(ticks["country"]))
    wide = ticks.assign(said=ticks["value"].map(VALUES)).pivot(index="country", columns="control", values="said")
    table = wide.reindex(index=rows, columns=list(SHORT)).rename(columns={control.key: control.title for control in CONTROLS}).reset_index()
    counts = ticks.drop_duplicates("country").set_index("country")["ticks"]
    table.insert(1, "controls", table["country"].map(counts))
    return Wall(tiles, _after(tiles), list(SHORT.values()), rows, _TILE * len(rows), table)


def edition_wall(ticks: pd.DataFrame, editions: list[int], months: dict[int, int]) -> Wall:
    """One country's tiles (`analysis.controls.ticks`): a column per edition with the months that it covers, and a hole where there is no table."""
    there = set(ticks["edition"].astype(int))
    heads = {edition: f"{edition}\n{_months(months, edition) if edition in there else _NO_TABLE}" for edition in editions}
    labels = ticks["title"].map(lambda title: wrapped(title, 22))
    tiles = pd.DataFrame({"column": ticks["edition"].astype(int).map(heads), "row": labels, "said": ticks["value"].astype(int).map(VALUES)})
    wide = ticks.assign(said=ticks["value"].astype(int).map(VALUES)).pivot(index="title", columns="edition", values="said")
    table = wide.reindex([control.title for control in CONTROLS if control.title in wide.index]).rename_axis(index="control").reset_index()
    table.columns = [str(column) for column in table.columns]
    rows = list(dict.fromkeys(labels))
    return Wall(tiles, _after(tiles), list(heads.values()), rows, 50 * len(rows), table)


def _months(months: dict[int, int], edition: int) -> str:
    return f"{months[edition]}\nmonths" if edition in months else ""


def _after(tiles: pd.DataFrame) -> pd.DataFrame:
    return tiles.loc[tiles["said"] == VALUES[2], ["column", "row"]]


def said_scale() -> alt.Scale:
    """Fills of the three things that a tile can say."""
    return alt.Scale(domain=list(VALUES.values()), range=["transparent", FOCUS, OCHRE])


def bold_rows(focus: Focus) -> dict:
    """Axis options that print the focus and its neighbours in bold."""
    named = " || ".join(f"datum.label == '{focus.names[code].replace(chr(39), chr(92) + chr(39))}'" for code in focus.codes) or "false"
    return {"labelFontWeight": {"condition": {"test": named, "value": "bold"}, "value": "normal"}}


def counts_table(counts: pd.DataFrame) -> pd.DataFrame:
    """How many countries have each control ticked, by edition: `30 of 65 (2 only after the period)`."""
    said = [f"{row.ticked} of {row.countries}" + (f" ({row.after} only after the period)" if row.after else "") for row in counts.itertuples()]
    wide = counts.assign(said=said).pivot(index="control", columns="edition", values="said").reindex(list(SHORT))
    wide.columns = [str(column) for column in wide.columns]
    titles = {control.key: control.title for control in CONTROLS}
    return wide.rename(index=titles).rename_axis(index="control").reset_index()


@dataclass(frozen=True)
class Dots:
    """Countries by ticks and total: `dots` (ticks, x, total, country, role), `labels` (x, total, end, label_y, top of its first line, name), `scale`
    of the x axis with room for them, `table`."""

    dots: pd.DataFrame
    labels: pd.DataFrame
    scale: alt.Scale
    table: pd.DataFrame


def ticks_dots(rows: pd.DataFrame, focus: Focus, also: str = "") -> Dots:
    """Rows of `analysis.tiles.ticks_and_totals`; countries with the same ticks and total stand side by side.

    Named are the focus, its neighbours and `also` (an ISO code), beside the plot.
    """
    twins = rows.groupby(["ticks", "total"]).cumcount()
    dots = rows.assign(x=rows["ticks"] + 0.12 * twins, role=[focus.role(code) for code in rows["iso3"]])
    named = dots[(dots["role"] != "other") | (dots["iso3"] == also)]
    names = [wrapped(name, 12) for name in named["country"]]
    heights = label_heights(named["total"], names)
    labels = pd.DataFrame({"x": named["x"], "total": named["total"], "end": 9.8, "label_y": heights, "name": names})
    labels["top"] = labels["label_y"] + rises(names)
    table = rows[["country", "ticks", "total"]].sort_values(["ticks", "total"], ascending=False)
    return Dots(dots[["x", "ticks", "total", "country", "role"]], labels, room_beside(-0.4, 9.8, names), table)


def topic_title(topic: str) -> str:
    """A topic's key in words."""
    return {"lgbti_issues": "LGBTI issues", "mobilization_public_causes": "mobilization for public causes",
            "ethnic_religious_minorities": "ethnic and religious minorities"}.get(topic, topic.replace("_", " "))  # fmt: skip


def topic_tiles(rows: pd.DataFrame, order: list[str]) -> Wall:
    """A row per topic (in `order`), a column per country (`analysis.tiles.topics_of`)."""
    titles = {topic: wrapped(topic_title(topic), 18) for topic in order}
    columns = list(dict.fromkeys(rows["country"]))
    tiles = pd.DataFrame({"column": rows["country"], "row": rows["topic"].map(titles), "said": rows["value"].map(TOPIC_WORDS)})
    wide = rows.assign(said=rows["value"].map(TOPIC_WORDS)).pivot(index="topic", columns="country", values="said").reindex(index=order, columns=columns)
    table = wide.rename(index=topic_title).rename_axis(index="topic").reset_index()
    return Wall(tiles, tiles.head(0)[["column", "row"]], columns, list(titles.values()), 36 * len(order), table)


def topic_bars(counts: pd.DataFrame) -> pd.DataFrame:
    """`analysis.tiles.topic_counts` as rows to stack: topic (wrapped), said, countries, order."""
    long = counts.drop(columns="countries").melt(id_vars="topic", value_vars=["widespread", "sporadic"], var_name="said", value_name="countries")
    words = {"widespread": TOPIC_WORDS[2], "sporadic": TOPIC_WORDS[1]}
    return pd.DataFrame({
        "topic": long["topic"].map(lambda topic: wrapped(topic_title(topic), 18)), "said": long["said"].map(words), "countries": long["countries"],
        "order": (long["said"] == "sporadic").astype(int),
    })


def topic_table(counts: pd.DataFrame) -> pd.DataFrame:
    """The same counts with readable titles."""
    return counts.assign(topic=counts["topic"].map(topic_title)).rename(columns={
        "widespread": "widely censored", "sporadic": "sporadically censored", "none": "not censored",
    })
