"""Positions, frames and tables of the powers chapter."""

from __future__ import annotations

import textwrap

import altair as alt
import pandas as pd

from netfreedom.analysis.legal_changes import plain
from netfreedom.analysis.names import name_of
from netfreedom.analysis.powers import COURT_WORDS, POWER_WORDS, checked, holders, matrix, order_of
from netfreedom.charts import theme
from netfreedom.charts.cells import to_chapter, with_notes
from netfreedom.dates import words

LAWS = "05-legal-changes"
SHAPES = dict(zip(COURT_WORDS.values(), ("cross", "diamond", "circle", "square", "triangle-up"), strict=True))
COLOURS = {COURT_WORDS[court]: colour for court, colour in theme.COURT_COLOURS.items()}
ROW = 42  # pixels of an actor: three lines of its name and room between it and the next
NAME_WIDTH, NAME_LINES = 18, 3


def matrix_frame(cells: pd.DataFrame) -> pd.DataFrame:
    """One glyph per cell: columns actor and power (labels), court, since, year ("2014"), short ("’14"), href (row of the register)."""
    years = ["" if pd.isna(year) else f"{int(year)}" for year in cells["year"]]
    return pd.DataFrame({
        "actor": [short_label(name) for name in cells["actor"]], "power": [POWER_WORDS[power] for power in cells["power"]],
        "court": [COURT_WORDS[court] for court in cells["court"]], "since": [year or "no year stated" for year in years],
        "year": years, "short": [f"’{year[2:]}" if year else "" for year in years], "href": [f"#{ids[0]}" for ids in cells["ids"]],
    })  # fmt: skip


def short_label(name: str) -> str:
    """A body's name in at most three lines."""
    lines = textwrap.wrap(name, NAME_WIDTH)
    return "\n".join([*lines[: NAME_LINES - 1], textwrap.shorten(" ".join(lines[NAME_LINES - 1 :]), NAME_WIDTH, placeholder="…")] if len(lines) > NAME_LINES else lines)


def actors_down(cells: pd.DataFrame) -> list[str]:
    """The labels of the actors, from the top."""
    return list(dict.fromkeys(short_label(name) for name in cells["actor"]))


def powers_across(cells: pd.DataFrame) -> list[str]:
    """The labels of the powers, from the left."""
    order = order_of(cells, "power")
    return [POWER_WORDS[power] for power in sorted(order, key=order.get)]


def shapes(frame: pd.DataFrame) -> alt.Scale:
    """Shapes for what is said of a court, for a legend without empty entries."""
    present = [word for word in SHAPES if word in set(frame["court"])]
    return alt.Scale(domain=present, range=[SHAPES[word] for word in present])


def matrix_table(report) -> pd.DataFrame:
    """The matrix as a list: who, what, since when, court; each leads to its row."""
    cells = matrix(holders(report.powers, report.actors))
    laws = dict(zip(report.powers["id"], report.powers["law_id"], strict=True))
    return pd.DataFrame({
        "Who": cells["actor"], "What": [POWER_WORDS[power] for power in cells["power"]],
        "Court": [COURT_WORDS[court] for court in cells["court"]],
        "Since": ["" if pd.isna(year) else f"{int(year)}" for year in cells["year"]],
        "Rule": [rule([laws[key] for key in ids]) for ids in cells["ids"]],
    })  # fmt: skip


def rule(laws: list[str]):
    """A link to the first rule that is told."""
    told = [law for law in laws if law]
    return to_chapter("Rule", LAWS, told[0]) if told else ""


def reach_table(report) -> pd.DataFrame:
    """The powers that reach into speech, connections or data: what, who, court and our remark, by power; those without a court first."""
    held = holders(report.powers, report.actors)
    rows = checked(held)
    places = {power: place for place, power in enumerate(POWER_WORDS)}
    courts = ["no", "mixed", "not_stated", "yes", "not_applicable"]
    rows = rows.assign(_power=rows["power"].map(places), _court=rows["court_order"].map(courts.index)).sort_values(["_power", "_court", "id"])
    return pd.DataFrame({
        "What": [POWER_WORDS[power] for power in rows["power"]],
        "Who": [with_notes(*pair) for pair in zip(rows["actor"], rows["footnotes"], strict=True)],
        "Court": [COURT_WORDS[court] for court in rows["court_order"]],
        "Our remark": rows["note"],
    })  # fmt: skip


def bodies_table(found: pd.DataFrame) -> pd.DataFrame:
    """The bodies with what kind they are and who stands above them, those first of which the report says it."""
    found = found.sort_values("above", key=lambda above: above.map(len) == 0, kind="stable")
    return pd.DataFrame({
        "Body": found["body"], "Kind": found["type"].map(plain), "Belongs to": [" → ".join(above) or "not stated" for above in found["above"]],
        "Powers and duties": found["powers"],
    })  # fmt: skip


def register(report) -> pd.DataFrame:
    """Every row on a power; `_id` is its anchor, the rule leads to the chapter on laws."""
    held = holders(report.powers, report.actors)
    names = dict(zip(report.laws["id"], report.laws["instrument"], strict=True))
    return pd.DataFrame({
        "_id": held["id"],
        "Who": [with_notes(*pair) for pair in zip(held["actor"], held["footnotes"], strict=True)],
        "What": [POWER_WORDS[power] for power in held["power"]],
        "Over": held["over"],
        "Court": [COURT_WORDS[court] for court in held["court_order"]],
        "Since": [words(text) if text else "not stated" for text in held["since"]],
        "Rule": [to_chapter(name_of(names, law), LAWS, law) if law else "none named" for law in held["law_id"]],
        "Our remark": held["note"],
    })  # fmt: skip
