"""Sentences on estimated Tor users: what the curve does, and what it cannot tell."""

from __future__ import annotations

import pandas as pd

from netfreedom.analysis.cross_checks import AGREES, DIFFERS, TOLERANCE
from netfreedom.analysis.restrictions import CloseUp
from netfreedom.analysis.tor_users import BREAK, Fall, Pairs, Run, around
from netfreedom.prose.cross_checks import number, signed
from netfreedom.prose.words import capital, counted, in_words, listed

SOURCE = "The Tor Project, Tor Metrics (estimated users a day)"
LIMIT = (
    "The figures are estimates that the Tor Project makes from requests to its directories: they do not count people, and changes of its own"
    " network and software move them too."
)
CURVE_KEY = "Estimated users a day; two scales, each from 0. Dashed: end of the period covered; shaded: runs of higher use"
RUN_KEY = "Estimated direct users a day, one scale for all panels; dashed: median of the 28 days before the run"
NONE = "The index holds no daily figures on Tor for this country, so no curve is drawn."


def day_month(day: pd.Timestamp, year: bool = False) -> str:
    """`2 June`, `2 June 2016`."""
    return f"{day.day} {day:%B}{f' {day.year}' if year else ''}"


def days_words(first: pd.Timestamp, last: pd.Timestamp) -> str:
    """`15 April 2016`, `19–23 May 2016`, `29 April – 1 May 2016`."""
    if first == last:
        return day_month(first, True)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day_month(last, True)}"
    return f"{day_month(first, first.year != last.year)} – {day_month(last, True)}"


def _beside_period(days_after: int) -> str:
    if days_after > 0:
        return f"{counted(days_after, 'day')} after the period covered"
    return "within the period covered" if days_after else "on the last day of the period covered"


def fall_title(fall: Fall | None) -> str:
    """The sharpest fall where it is one by half or more in a day, else the question."""
    if fall is None or fall.change > -100 * BREAK:
        return "What did Tor users do?"
    return f"Direct Tor use fell by {-fall.change:.0f} percent in one day, {_beside_period(fall.days_after)}"


def fall_sentence(fall: Fall | None, direct: pd.Series, bridge: pd.Series) -> str:
    """The sharpest fall with the medians about it, and what bridges did then."""
    if fall is None:
        return NONE
    before, after = around(direct, fall)
    said = (
        f"The sharpest fall from one day to the next is that of {day_month(fall.day, True)}: from {number(fall.before)} to {number(fall.after)} direct users"
        f" ({signed(fall.change)} percent), {_beside_period(fall.days_after)}. The median of the six days before is {number(before)}, that of the rest of"
        f" the month {number(after)} ({signed(100 * (after / before - 1))} percent)."
    )
    return f"{said} {bridge_sentence(fall, bridge)}".strip()


def bridge_sentence(fall: Fall, bridge: pd.Series) -> str:
    """The bridge users from two days before a fall to two days after it, and their highest number; nothing without figures."""
    near = bridge[fall.day - pd.Timedelta(days=2) : fall.day + pd.Timedelta(days=2)].dropna()
    if len(near) < 2:
        return ""
    top = bridge.idxmax()
    way = listed(f"{number(value)} on {day_month(day)}" for day, value in near.items())
    start = near.iloc[0]
    return f"Bridges count the users who reach Tor by relays that are not listed: {way}; the most is {number(bridge[top])} on {day_month(top, True)} ({signed(100 * (bridge[top] / start - 1))} percent against {day_month(near.index[0])})."


def curve_limit(direct: pd.Series) -> str:
    """Where the curve stops being true; nothing without a curve."""
    if direct.empty:
        return ""
    missing = [day_month(day, True) for day in direct[direct.isna()].index]
    gap = f" No figure exists for {listed(missing)}: the line is broken there." if missing else ""
    return f"{LIMIT}{gap} The two panels have different scales, each from nought."


def _run_words(run: Run) -> str:
    met = f"{counted(run.restrictions, 'dated restriction')} of the report {'touches' if run.restrictions == 1 else 'touch'} these days"
    none = "no dated restriction of the report touches these days"
    return (
        f"on {days_words(run.first, run.last)} the median was {number(run.median)} (the 28 days before: {number(run.base)}; the first day: {signed(run.rise)} percent;"
        f" the highest: {number(run.peak)} on {day_month(run.peak_day)}), and {met if run.restrictions else none}"
    )


def _close_run(found: list[Run], window: CloseUp | None) -> Run | None:
    if window is None:
        return None
    return next((run for run in found if run.first <= pd.Timestamp(window.last) and run.last >= pd.Timestamp(window.first)), None)


def run_title(found: list[Run], window: CloseUp | None) -> str:
    """How the run beside the most closely told days lies to them; the question where there is none such."""
    run = _close_run(found, window)
    if run is None or run.back is None:
        return "When was Tor used more than before?"
    early, late = (pd.Timestamp(window.first) - run.first).days, (run.back - pd.Timestamp(window.last)).days
    rose = f"{counted(early, 'day')} before" if early > 0 else "on the first day of" if early == 0 else f"{counted(-early, 'day')} after the first of"
    if late <= 0:
        return f"Use rose {rose} the reported disruptions and had fallen back before they ended"
    return f"Use rose {rose} the reported disruptions and fell back {counted(late, 'day')} after"


def run_sentence(found: list[Run]) -> str:
    """Every run with its figures, and what lying side by side does not show; says so where there is none."""
    if not found:
        return "Within the period no run of the kind described above is found in the series."
    head = "One run is found" if len(found) == 1 else f"{capital(in_words(len(found)))} runs are found"
    said = f"{head} within the period: {'; '.join(map(_run_words, found))}."
    alone = [run for run in found if not run.restrictions]
    if alone:
        said += f" What moved the curve on {listed(days_words(run.first, run.last) for run in alone)} is not known: a rise of this kind can come without any reported restriction."
    return f"{said} Lying side by side is a coincidence in time and no cause."


def when(rows: pd.DataFrame) -> list[str]:
    """The days of every row in words."""
    return [days_words(row.first, row.last) for row in rows.itertuples()]


def beside_sentence(rows: pd.DataFrame) -> str:
    """What the exactly dated stretches have in common: mostly nothing."""
    told = rows[rows["what"] != ""]
    if told.empty:
        return "No restriction is dated to the day, so none can be set beside the curve."
    up, down = int((told["change"] >= 25).sum()), int((told["change"] <= -25).sum())
    rest = len(told) - up - down
    parts = [(up, "a quarter or more above"), (down, "a quarter or more below"), (rest, "less than a quarter away from")]
    said = listed(f"{in_words(count)} {words} the four weeks before" for count, words in parts if count)
    return f"Of {counted(len(told), 'stretch', 'stretches')} dated to the day, use lay in {said}."


def claim_title(claims: pd.DataFrame, found: Pairs | None, bridge: pd.Series, end) -> str:
    """Which month each half of a double claim fits, where the data bear it; else the question."""
    question = "Does the printed change in Tor use fit the series?"
    if len(claims) != 2 or found is None or found.in_month or bridge.empty:
        return question
    fall, rise = claims.iloc[0], claims.iloc[1]
    start = bridge.get(pd.Timestamp(end))
    top = bridge[pd.Timestamp(end) :].idxmax() if start else None
    if fall["verdict"] != AGREES or rise["verdict"] != DIFFERS or top is None:
        return question
    grown = 100 * (bridge[top] / start - 1)
    if abs(grown - rise["printed"]) >= TOLERANCE * abs(rise["printed"]):
        return question
    return f"The fall fits {fall['when'].split()[0]}; the rise fits {top:%B}"


def claim_sentence(claims: pd.DataFrame, found: Pairs | None, bridge: pd.Series, end) -> str:
    """The search for a pair of days that fits both halves; says so where the report makes no such claim."""
    if claims.empty or found is None:
        return "The report prints no change in the use of Tor that could be set beside the series."
    said = "Medians over 1, 3, 7, 14 and 28 days were compared between every two days of the series, each half of the claim within an eighth of the printed figure."
    month = claims.iloc[0]["when"]
    if not found.count:
        return f"{said} No pair fits both halves."
    near = listed((f"start between {day_month(found.starts[0], True)} and {day_month(found.starts[1], True)}", f"end between {day_month(found.ends[0], True)} and {day_month(found.ends[1], True)}"))
    said += f" {found.count:,} {'pair fits' if found.count == 1 else 'pairs fit'} both halves; they {near}. {'None' if not found.in_month else found.in_month} of them {'ends' if found.in_month < 2 else 'end'} in {month}."
    start = bridge.get(pd.Timestamp(end))
    if start:
        top = bridge[pd.Timestamp(end) :].idxmax()
        said += f" From the last day of the period ({number(start)}) to {day_month(top, True)} ({number(bridge[top])}) bridge use rose by {number(100 * (bridge[top] / start - 1), 0)} percent."
    return f"{said} The report says neither between which days it compares nor from which record, so another reading is possible."


def lead(fall: Fall | None, found: list[Run]) -> str:
    """What the daily series adds, in short; nothing where the index has none."""
    if fall is None:
        return ""
    said = f"Estimated direct use of Tor fell most from one day to the next on {day_month(fall.day, True)} ({signed(fall.change)} percent, {_beside_period(fall.days_after)})."
    alone = sum(not run.restrictions for run in found)
    if len(found) == 1 and alone:
        said += " One run of higher use lies within the period, beside no dated restriction."
    elif alone:
        said += f" {capital(in_words(len(found)))} runs of higher use lie within the period, {in_words(alone)} of them beside no dated restriction."
    return f"{said} None of this shows a cause."
