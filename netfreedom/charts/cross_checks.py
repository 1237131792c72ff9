"""Frames, marks and tables of the cross-checks chapter."""

from __future__ import annotations

from datetime import date

import altair as alt
import numpy as np
import pandas as pd

from netfreedom.analysis.cross_checks import AGREES, CANNOT, CONTEXT, DIFFERS, MATCHES, REVISED, VERDICTS
from netfreedom.analysis.timeline import rows_without_overlap
from netfreedom.analysis.tor_users import Run, stretches
from netfreedom.charts.cells import to_chapter, with_notes
from netfreedom.charts.theme import CRIMSON, GREY, OCHRE
from netfreedom.dates import words

WINDOW_DAYS = 46  # of a panel that shows one run: the month in which it begins, and half of the next
MOST_PANELS = 3
EXACT, ROUGH = "dated to the day", "dated to a month or longer"
HOW_COLOURS = {EXACT: CRIMSON, ROUGH: GREY}
LINE_HEIGHT = 11  # pixels of a line of the lane


def verdict_table() -> pd.DataFrame:
    """The verdicts and what they mean."""
    return pd.DataFrame({"Verdict": list(VERDICTS), "Meaning": list(VERDICTS.values())})


def claims_table(claims: pd.DataFrame, arithmetic: list[str], printed: list[str]) -> pd.DataFrame:
    """One row per claim, those set beside another source first, then what was revised, what matches and what cannot be tested."""
    order = {verdict: place for place, verdict in enumerate((DIFFERS, AGREES, REVISED, MATCHES, CANNOT))}
    table = pd.DataFrame({
        "Claim": [with_notes(row.claim, row.footnotes) if row.id else to_chapter(row.claim, "04-restrictions") for row in claims.itertuples()],
        "Of": claims["when"], "Printed": printed, "Verdict": claims["verdict"],
        "Arithmetic": arithmetic, "Set beside": claims["publisher"],
    })  # fmt: skip
    return table.iloc[claims["verdict"].map(order).argsort(kind="stable")] if len(claims) else table


def day_frame(days: pd.Series) -> pd.DataFrame:
    """A daily series as rows, a missing day without a figure so that the line breaks there. Columns x, users."""
    return pd.DataFrame({"x": days.index.astype("datetime64[ns]"), "users": days.to_numpy(dtype=float)})


def span(days: pd.Series) -> list:
    """The days of the series from the first to the end of the last; any scale where it is empty."""
    return [days.index[0], days.index[-1] + pd.Timedelta(days=1)] if len(days) else [0, 1]


# A phone has room for every third month only; the year stands under each January and July there, else under the first month.
MONTHS = (
    "width < 600 && month(datum.value) % 3 != 0 || datum.index == 1 ? '' : [timeFormat(datum.value, '%b'),"
    " month(datum.value) == 0 || (width < 600 ? month(datum.value) % 6 == 0 : datum.index == 0) ? timeFormat(datum.value, '%Y') : '']"
)


def month_axis() -> alt.Axis:
    """A month axis on top for a year and a half."""
    return alt.Axis(orient="top", tickCount={"interval": "month", "step": 1}, labelExpr=MONTHS, labelOverlap=False, labelAlign="left", labelOffset=2, labelPadding=11)


def titled(text: str) -> alt.Title:
    """The title of a panel, above its plot and not above its axis."""
    return alt.Title(text, frame="group")


def lane(restrictions: pd.DataFrame, days: pd.Series) -> pd.DataFrame:
    """Dated restrictions as bars within the days of the series, packed into lines. Columns names, how, x, x2, top, bottom."""
    if days.empty:
        return pd.DataFrame(columns=["names", "how", "x", "x2", "top", "bottom"])
    first, last = span(days)
    rows = stretches(restrictions)
    rows = rows[(rows["last"] >= first) & (rows["first"] < last)]
    x, x2 = rows["first"].clip(lower=first), (rows["last"] + pd.Timedelta(days=1)).clip(upper=last)
    lines = rows_without_overlap(list(zip(x.dt.date, x2.dt.date, strict=True)), 2)
    how = rows["exact"].map({True: EXACT, False: ROUGH}).astype("str")
    top = pd.Series(lines, index=rows.index, dtype=float)
    return pd.DataFrame({"names": rows["names"], "how": how, "x": x, "x2": x2, "top": top + 0.1, "bottom": top + 0.75})


def lane_height(bars: pd.DataFrame) -> int:
    """Pixels that the lane needs."""
    return LINE_HEIGHT * max(int(bars["bottom"].max() + 1) if len(bars) else 1, 2)


def run_bands(found: list[Run]) -> pd.DataFrame:
    """The runs as bands. Columns x, x2."""
    frame = pd.DataFrame({"x": [run.first for run in found], "x2": [run.last + pd.Timedelta(days=1) for run in found]})
    return frame.astype("datetime64[ns]")


def end_rule(end: date) -> pd.DataFrame:
    """The moment at which the period ends."""
    return pd.DataFrame({"x": [pd.Timestamp(end) + pd.Timedelta(days=1)]})


def shown_runs(found: list[Run]) -> list[Run]:
    """The runs that get a panel of their own: the highest few, in order of time."""
    highest = sorted(found, key=lambda run: run.median / run.base, reverse=True)[:MOST_PANELS]
    return sorted(highest, key=lambda run: run.first)


def panel_days(run: Run) -> list[pd.Timestamp]:
    """The window of a run's panel."""
    start = run.first.replace(day=1)
    return [start, start + pd.Timedelta(days=max(WINDOW_DAYS, (run.last - start).days + 2))]


def panel_frame(days: pd.Series, found: list[Run]) -> pd.DataFrame:
    """The days of every panel. Columns x, users, run (number of the panel)."""
    parts = [_panel(days, *panel_days(run)).assign(run=number) for number, run in enumerate(found)]
    return pd.concat(parts, ignore_index=True) if parts else day_frame(days[:0]).assign(run=0)


def _panel(days: pd.Series, first: pd.Timestamp, end: pd.Timestamp) -> pd.DataFrame:
    """The days before `end`, the last one drawn up to it: a step needs the place at which it stops."""
    inside = day_frame(days[first : end - pd.Timedelta(days=1)])
    return pd.concat([inside, inside.tail(1).assign(x=end)], ignore_index=True)


def base_frame(found: list[Run]) -> pd.DataFrame:
    """The level before each run. Columns users, run."""
    return pd.DataFrame({"users": [run.base for run in found], "run": list(range(len(found)))})


def panel_ticks(run: Run) -> list[pd.Timestamp]:
    """Every tenth day from the first: room enough on a phone."""
    first, last = panel_days(run)
    return [first + pd.Timedelta(days=n) for n in range(0, (last - first).days + 1, 10)]


def highest(days: pd.Series, found: list[Run]) -> float:
    """The highest figure of all panels, so that they can have one scale."""
    tops = [float(days[panel_days(run)[0] : panel_days(run)[1]].max()) for run in found]
    return max(tops, default=1)


REPORTED, UNREPORTED = "dated restriction", "no restriction reported"
MARK_COLOURS = {REPORTED: CRIMSON, UNREPORTED: OCHRE}


def panel_marks(restrictions: pd.DataFrame, found: list[Run]) -> pd.DataFrame:
    """What is marked in the panels: exactly dated restrictions, and runs that none touches. Columns run, what, x, x2, names."""
    exact = stretches(restrictions)
    exact = exact[exact["exact"]]
    rows = []
    for number, run in enumerate(found):
        first, last = panel_days(run)
        rows += [(number, REPORTED, max(row.first, first), min(row.last + pd.Timedelta(days=1), last), row.names)
                 for row in exact.itertuples() if row.last >= first and row.first < last]  # fmt: skip
        if run.restrictions == 0:
            rows.append((number, UNREPORTED, run.first, run.last + pd.Timedelta(days=1), UNREPORTED))
    frame = pd.DataFrame(rows, columns=["run", "what", "x", "x2", "names"])
    return frame.assign(**{name: pd.to_datetime(frame[name]).astype("datetime64[ns]") for name in ("x", "x2")})


def tor_table(monthly: pd.DataFrame) -> pd.DataFrame:
    """The monthly medians in whole users, to be read instead of hundreds of days."""
    return pd.DataFrame({
        "_Month": monthly["month"].dt.strftime("%Y-%m"), "Month": monthly["month"].dt.strftime("%B %Y"),
        "Direct": half_up(monthly["direct"]), "Change, %": monthly["direct_change"].round(0),
        "Bridges": half_up(monthly["bridge"]), "Bridges, %": monthly["bridge_change"].round(0),
    })  # fmt: skip


def half_up(medians: pd.Series) -> pd.Series:
    """Medians as whole users, halves upwards as in the text."""
    return np.floor(medians.astype(float) + 0.5)


def beside_table(rows: pd.DataFrame, when: list[str]) -> pd.DataFrame:
    """Direct use in exactly dated stretches and runs."""
    return pd.DataFrame({
        "Days": when, "In the report": rows["what"].replace("", "(a run found in the series)"), "Before": half_up(rows["base"]),
        "These days": half_up(rows["median"]), "Change, %": rows["change"].round(0),
    })  # fmt: skip


def run_table(found: list[Run]) -> pd.DataFrame:
    """The runs, to be read."""
    return pd.DataFrame({
        "_Days": [str(run.first.date()) for run in found],
        "Days": [words(f"{run.first.date()}/{run.last.date()}") for run in found], "Before": half_up(pd.Series([run.base for run in found])),
        "First day, %": [round(run.rise) for run in found], "Median": half_up(pd.Series([run.median for run in found])), "Highest": [run.peak for run in found],
        "Back on": ["" if run.back is None else words(str(run.back.date())) for run in found], "Restrictions": [run.restrictions for run in found],
    })  # fmt: skip


def vintage_table(rows: pd.DataFrame) -> pd.DataFrame:
    """Penetration as printed by each edition's box and as published later."""
    return pd.DataFrame({
        "Edition": rows["edition"].astype(str), "Figure of": rows["year"].astype(str), "Printed": rows["printed"],
        "Later": rows["later"].round(1), "Difference": rows["difference"].round(1),
    })  # fmt: skip


def context_table(rows: pd.DataFrame) -> pd.DataFrame:
    """Other indices year by year; a figure whose year is inferred is said to be so."""
    text = rows["value"].map("{:g}".format).astype("str") + rows["inferred"].map({True: " (year inferred)", False: ""}).astype("str")
    wide = pd.DataFrame({"Index": rows["series"].map(CONTEXT), "date": rows["date"], "text": text}).pivot(index="Index", columns="date", values="text")
    return wide.fillna("–").rename_axis(columns=None).reset_index()
