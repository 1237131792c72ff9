"""Key internet controls and censored topics of all countries: what is ticked where, how often, and how ticks go with totals."""

from __future__ import annotations

import pandas as pd

from netfreedom.analysis.controls import totals
from netfreedom.analysis.focus import Focus
from netfreedom.analysis.questions import nearest as nearest
from netfreedom.analysis.world import edition_scores
from netfreedom.vocabulary import CONTROLS

IN_PERIOD, AFTER_PERIOD = 1, 2  # values of a tick
SPORADIC, WIDESPREAD = 1, 2  # values of a topic


def published(frame: pd.DataFrame) -> list[int]:
    """Editions of which a table of controls or topics is published."""
    return sorted(int(edition) for edition in frame["edition"].unique())


def control_ticks(controls: pd.DataFrame, names: dict[str, str], edition: int) -> pd.DataFrame:
    """The tiles of an edition: iso3, country, control, value (0 no, 1 in the period, 2 after it), ticks (of the country).

    The countries with most ticks come first; after-period ticks count, as in the printed totals. No rows where the edition has
    no table.
    """
    rows = controls[controls["edition"] == edition]
    counts = totals(controls, edition)
    rows = rows.assign(country=rows["iso3"].map(names), ticks=rows["iso3"].map(counts).astype(int), value=rows["value"].astype(int))
    return rows[["iso3", "country", "control", "value", "ticks"]].sort_values(["ticks", "country"], ascending=[False, True], ignore_index=True)


def control_counts(controls: pd.DataFrame) -> pd.DataFrame:
    """How many countries have each control ticked: control, edition, in_period, after, ticked, countries (in the edition's table)."""
    grouped = controls.assign(
        in_period=controls["value"] == IN_PERIOD, after=controls["value"] == AFTER_PERIOD, ticked=controls["value"] > 0,
    ).groupby(["control", "edition"])
    counts = grouped[["in_period", "after", "ticked"]].sum().join(grouped.size().rename("countries")).astype(int).reset_index()
    order = [control.key for control in CONTROLS]
    return counts.sort_values(["control", "edition"], key=lambda column: column.map(order.index) if column.name == "control" else column, ignore_index=True)


def ticks_and_totals(controls: pd.DataFrame, scores: pd.DataFrame, names: dict[str, str], edition: int) -> pd.DataFrame:
    """Columns iso3, country, ticks, total (0 = most free) of the countries that have both; no rows without a table of controls."""
    counts = totals(controls, edition).rename("ticks")
    rows = edition_scores(scores, edition).merge(counts, left_on="iso3", right_index=True)
    return rows.assign(country=rows["iso3"].map(names))[["iso3", "country", "ticks", "total"]].astype({"ticks": int, "total": int})


def rank_correlation(rows: pd.DataFrame, first: str, second: str) -> float:
    """Spearman's rank correlation of two columns: 1 where both put the countries into the same order, 0 where neither tells of the other."""
    return float(rows[first].rank().astype(float).corr(rows[second].rank().astype(float)))


def far_in_total(rows: pd.DataFrame, iso3: str) -> pd.Series | None:
    """The country with as many ticks as the focus whose total is farthest from it (rows of `ticks_and_totals`); None if none has as many."""
    if iso3 not in set(rows["iso3"]):
        return None
    own = rows.set_index("iso3").loc[iso3]
    same = rows[(rows["ticks"] == own["ticks"]) & (rows["iso3"] != iso3)]
    return same.loc[(same["total"] - own["total"]).abs().idxmax()] if len(same) else None


def topics_of(topics: pd.DataFrame, focus: Focus, edition: int) -> pd.DataFrame:
    """Columns iso3, country, topic, value (0 none, 1 sporadic, 2 widespread) of the focus and its neighbours, as far as published."""
    rows = topics[(topics["edition"] == edition) & topics["iso3"].isin(focus.codes)]
    rows = rows.assign(country=rows["iso3"].map(focus.names), value=rows["value"].astype(int))
    return rows[["iso3", "country", "topic", "value"]].sort_values("iso3", key=lambda column: column.map(focus.codes.index), kind="stable", ignore_index=True)


def topic_counts(topics: pd.DataFrame, edition: int) -> pd.DataFrame:
    """Columns topic, widespread, sporadic, none, countries; the most censored topic first."""
    rows = topics[topics["edition"] == edition]
    flags = pd.DataFrame({"topic": rows["topic"], "widespread": rows["value"] == WIDESPREAD, "sporadic": rows["value"] == SPORADIC, "none": rows["value"] == 0})
    counts = flags.groupby("topic").sum().astype(int)
    counts["countries"] = counts.sum(axis="columns")
    censored = (counts["widespread"] + counts["sporadic"]).sort_values(ascending=False, kind="stable")
    return counts.loc[censored.index].reset_index()


def censored_topics(topics: pd.DataFrame, edition: int) -> pd.DataFrame:
    """Columns topics (censored at all), widespread; a row per country (index iso3)."""
    rows = topics[topics["edition"] == edition]
    flags = pd.DataFrame({"iso3": rows["iso3"], "topics": rows["value"] > 0, "widespread": rows["value"] == WIDESPREAD})
    return flags.groupby("iso3").sum().astype(int)
