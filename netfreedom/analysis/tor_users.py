"""Estimated Tor users a day: runs of higher use, the sharpest fall, stretches beside dated restrictions. Description, not cause."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from netfreedom.analysis.restrictions import DATED, dating
from netfreedom.dates import parse

DIRECT, BRIDGE = "tor_users_direct", "tor_users_bridge"

BASE_DAYS = 28  # the level before a stretch is the median of so many days: four whole weeks
JUMP = 0.25  # a run begins with a rise of a quarter in one day …
ABOVE = 1.25  # … and lasts while the level stays a quarter above the base
LEAST_RUN = 3  # days
BREAK = 0.5  # a fall by half in one day


def daily(series: pd.DataFrame, iso3: str, name: str) -> pd.Series:
    """A daily series by calendar day; days without a figure are missing, not joined over. Empty where the index has none."""
    rows = series[(series["iso3"] == iso3) & (series["series"] == name)]
    days = pd.Series(rows["value"].to_numpy(dtype=float), index=pd.DatetimeIndex(rows["date"]), dtype=float).sort_index()
    return days.asfreq("D") if len(days) else days


def month_median(days: pd.Series, month: pd.Period) -> float | None:
    """The median of a calendar month; None where no day of it has a figure."""
    inside = days[month.start_time : month.end_time].dropna()
    return float(inside.median()) if len(inside) else None


def monthly(direct: pd.Series, bridge: pd.Series) -> pd.DataFrame:
    """Medians per calendar month. Columns month (first day), direct, bridge, direct_change, bridge_change (percent, against the month before)."""
    frame = pd.DataFrame({"direct": direct, "bridge": bridge}).astype(float)
    frame.index = pd.DatetimeIndex(frame.index)
    medians = frame.resample("MS").median()
    changes = (100 * (medians / medians.shift(1) - 1)).add_suffix("_change")
    return medians.join(changes).rename_axis("month").reset_index()


def base_before(days: pd.Series, first: pd.Timestamp) -> float:
    """The median of the 28 days before a day."""
    return float(days[first - pd.Timedelta(days=BASE_DAYS) : first - pd.Timedelta(days=1)].median())


@dataclass(frozen=True)
class Run:
    """A stretch in which use stood a quarter or more above the four weeks before it.

    `rise`: of its first day over the day before, in percent; `back`: the first day at or below `base` again, None if none
    follows; `restrictions`: how many dated restrictions touch it, None where they were not coded.
    """

    first: pd.Timestamp
    last: pd.Timestamp
    base: float
    rise: float
    median: float
    peak: float
    peak_day: pd.Timestamp
    back: pd.Timestamp | None
    restrictions: int | None


def runs(days: pd.Series, restrictions: pd.DataFrame, start: date, end: date, coded: bool = True) -> list[Run]:
    """The runs that begin within the coverage period, in order of time."""
    rises = days / days.shift(1) - 1
    found: list[Run] = []
    inside_period = rises[pd.Timestamp(start) : pd.Timestamp(end)]
    for first in inside_period.index[inside_period >= JUMP]:
        base = base_before(days, first)
        after = days[first:]
        below = after[~(after >= ABOVE * base)]
        inside = after[: below.index[0] - pd.Timedelta(days=1)] if len(below) else after
        if len(inside) < LEAST_RUN or (found and first <= found[-1].last):
            continue
        returned = after[after <= base]
        found.append(Run(
            first, inside.index[-1], base, 100 * float(rises[first]), float(inside.median()), float(inside.max()), inside.idxmax(),
            returned.index[0] if len(returned) else None, int(touching(restrictions, first, inside.index[-1]).sum()) if coded else None,
        ))  # fmt: skip
    return found


def touching(restrictions: pd.DataFrame, first: pd.Timestamp, last: pd.Timestamp) -> pd.Series:
    """Which restrictions have a bounded date that touches the days from `first` to `last`; wide and open ones date no days."""
    return (dating(restrictions) == DATED) & (restrictions["date_earliest"] <= last) & (restrictions["date_latest"] >= first)


@dataclass(frozen=True)
class Fall:
    """The sharpest fall from one day to the next; `change` in percent, `days_after`: of the period's end (negative before it)."""

    day: pd.Timestamp
    before: float
    after: float
    change: float
    days_after: int


def sharpest_fall(days: pd.Series, end: date) -> Fall | None:
    """The sharpest fall in the whole series; None where it has no two days in a row."""
    steps = (days / days.shift(1) - 1).dropna()
    if steps.empty:
        return None
    day = steps.idxmin()
    before, after = float(days[day - pd.Timedelta(days=1)]), float(days[day])
    return Fall(day, before, after, 100 * float(steps[day]), (day - pd.Timestamp(end)).days)


def around(days: pd.Series, fall: Fall) -> tuple[float, float]:
    """The medians of the six days up to a fall and of the rest of its month from it on."""
    day = fall.day
    before = days[day - pd.Timedelta(days=6) : day - pd.Timedelta(days=1)]
    return float(before.median()), float(days[day : day + pd.offsets.MonthEnd(0)].median())


def stretches(restrictions: pd.DataFrame) -> pd.DataFrame:
    """The restrictions with bounded dates, those of one date together.

    Columns date (as coded), first, last, names (joined), count, exact (to the day).
    """
    rows = restrictions[dating(restrictions) == DATED]
    found = [
        (text, part["date_earliest"].min(), part["date_latest"].max(), ", ".join(dict.fromkeys(part["target"])), len(part), parse(text).precision == "day")
        for text, part in rows.groupby("date", sort=False)
    ]
    frame = pd.DataFrame(found, columns=["date", "first", "last", "names", "count", "exact"])
    return frame.assign(**{name: pd.to_datetime(frame[name]).astype("datetime64[ns]") for name in ("first", "last")}).sort_values(["first", "last"], ignore_index=True)


def beside(days: pd.Series, restrictions: pd.DataFrame, found: list[Run]) -> pd.DataFrame:
    """Direct users in every exactly dated stretch and in every run, against the 28 days before.

    Columns first, last, what, base, median, change (percent).
    """
    exact = stretches(restrictions)
    rows = [(row.first, row.last, row.names) for row in exact[exact["exact"]].itertuples()]
    rows += [(run.first, run.last, "") for run in found]
    values = [(first, last, what, base_before(days, first), float(days[first:last].median())) for first, last, what in rows]
    frame = pd.DataFrame(values, columns=["first", "last", "what", "base", "median"]).dropna(subset=["base", "median"])
    return frame.assign(change=100 * (frame["median"] / frame["base"] - 1)).sort_values(["first", "last"], ignore_index=True)


WINDOWS = (1, 3, 7, 14, 28)  # days over which medians are taken when a pair of days is sought for a claim


@dataclass(frozen=True)
class Pairs:
    """Pairs of days between which the medians moved as two claims say: how many, and from when to when they start and end."""

    count: int
    in_month: int
    starts: tuple[pd.Timestamp, pd.Timestamp] | None
    ends: tuple[pd.Timestamp, pd.Timestamp] | None


def pairs(direct: pd.Series, bridge: pd.Series, fall: float, rise: float, month: pd.Period, tolerance: float) -> Pairs:
    """Every pair of trailing medians over 1, 3, 7, 14 or 28 days that moved by `fall` and `rise` percent, each within its tolerance.

    `tolerance` is a share of the claimed figure; `in_month` counts the pairs that end in the month of the claim.
    """
    found = []
    for window in WINDOWS:
        fits = _moved(direct, window, fall, tolerance) & _moved(bridge.reindex(direct.index), window, rise, tolerance)
        found += [(direct.index[first], direct.index[last]) for first, last in zip(*np.nonzero(np.triu(fits, k=1)), strict=True)]
    if not found:
        return Pairs(0, 0, None, None)
    firsts, lasts = zip(*found, strict=True)
    inside = sum(last.to_period("M") == month for last in lasts)
    return Pairs(len(found), inside, (min(firsts), max(firsts)), (min(lasts), max(lasts)))


def _moved(days: pd.Series, window: int, percent: float, tolerance: float) -> np.ndarray:
    """For every pair of days (row: the first), whether the trailing median moved by `percent`, within its tolerance."""
    medians = days.rolling(window, min_periods=1).median().to_numpy()
    moved = 100 * (medians[None, :] / medians[:, None] - 1)
    return np.abs(moved - percent) < tolerance * abs(percent)
