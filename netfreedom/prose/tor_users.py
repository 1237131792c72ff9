"""Sentences on estimated Tor users: what the curve does, and what it cannot tell."""

from __future__ import annotations

import math

import pandas as pd

from netfreedom.analysis.cross_checks import AGREES, DIFFERS, TOLERANCE
from netfreedom.analysis.restrictions import CloseUp
from netfreedom.analysis.tor_users import BASE_DAYS, BREAK, WINDOWS, Fall, Pairs, Run, around
from netfreedom.prose.cross_checks import number, signed
from netfreedom.prose.words import capital, counted, in_words, listed

SOURCE = "The Tor Project, Tor Metrics (estimated users a day)"
LIMIT = (
    "The figures are estimates that the Tor Project makes from requests to its directories: they do not count people, and changes of its own"
    " network and software move them too."
)
CURVE_KEY = "Estimated users a day; two scales, each from 0. Dashed: end of the period covered; shaded: runs of higher use"
RUN_KEY = "Estimated direct users a day, one scale for all panels; dashed: median of the 28 days before the run, its level before"
NO_RUNS = "Without a daily series there is nothing to look at closely."
NONE = "The index holds no daily figures on Tor for this country, so no curve is drawn."


def whole(value: float) -> str:
    """`9,009` for 9008.5: a median of users is no half user."""
    return f"{math.floor(value + 0.5):,}"


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
    return f"Estimated direct Tor use fell by {-fall.change:.0f} percent in one day, {_beside_period(fall.days_after)}"


def fall_sentence(fall: Fall | None, direct: pd.Series, bridge: pd.Series) -> str:
    """The sharpest fall with the medians about it, and what bridges did then."""
    if fall is None:
        return NONE
    before, after = around(direct, fall)
    said = (
        f"The sharpest fall from one day to the next is that of {day_month(fall.day, True)}: from {number(fall.before)} to {number(fall.after)} direct users"
        f" ({signed(fall.change)} percent), {_beside_period(fall.days_after)}. The median of the six days before is {whole(before)}, that of the rest of"
        f" the month {whole(after)} ({signed(100 * (after / before - 1))} percent)."
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
    grown = signed(100 * (bridge[top] / start - 1))
    return (
        f"Bridges are relays that are not listed and so are harder to block. Users over bridges: {way}; the most is {number(bridge[top])}"
        f" on {day_month(top, True)} ({grown} percent against {day_month(near.index[0])})."
    )


def curve_limit(direct: pd.Series) -> str:
    """Where the curve stops being true; nothing without a curve."""
    if direct.empty:
        return ""
    missing = [day_month(day, True) for day in direct[direct.isna()].index]
    gap = f" No figure exists for {listed(missing)}: the line is broken there." if missing else ""
    return f"{LIMIT}{gap} The two panels have different scales, each from zero."


def _run_words(run: Run) -> str:
    way = [f"rose by {number(run.rise, 0)} percent on the first day", f"reached {number(run.peak)} on {day_month(run.peak_day)}"]
    way += [f"was back at its earlier level on {day_month(run.back)}"] if run.back is not None else []
    return f"On {days_words(run.first, run.last)} direct use {listed(way)}; {_met(run.restrictions)}."


def _met(restrictions: int | None) -> str:
    if restrictions is None:
        return "restrictions are not coded for this report"
    return f"the report dates {in_words(restrictions)} {'restriction' if restrictions < 2 else 'restrictions'} to these days or to a month that includes them"


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
        return f"Estimated direct Tor use rose {rose} the reported disruptions and was back at its earlier level before they ended"
    return f"Estimated direct Tor use rose {rose} the reported disruptions and was back at its earlier level {counted(late, 'day')} after"


def run_sentence(found: list[Run]) -> str:
    """Every run with its figures, and what lying side by side does not show; says so where there is none."""
    if not found:
        return "Within the period no run of the kind described above is found in the series."
    head = "One run is found" if len(found) == 1 else f"{capital(in_words(len(found)))} runs are found"
    said = f"{head} within the period. {' '.join(map(_run_words, found))}"
    alone = [run for run in found if run.restrictions == 0]
    if alone:
        said += f" What moved the curve on {listed(days_words(run.first, run.last) for run in alone)} is not known: a rise of this kind can come without any reported restriction."
    return f"{said} That two things fall on the same days shows no cause."


def when(rows: pd.DataFrame) -> list[str]:
    """The days of every row in words."""
    return [days_words(row.first, row.last) for row in rows.itertuples()]


def beside_sentence(rows: pd.DataFrame, fall: Fall | None = None) -> str:
    """How many exactly dated stretches lie above or below the weeks before, and which follow a fall that cannot be their effect."""
    told = rows[rows["what"] != ""]
    if told.empty:
        return "No restriction is dated to the day, so none can be set beside the curve."
    up, down = int((told["change"] >= 25).sum()), int((told["change"] <= -25).sum())
    parts = [(up, "a quarter or more above that"), (down, "a quarter or more below it"), (len(told) - up - down, "less than a quarter away from it")]
    said = listed(f"in {in_words(count)} {words}" for count, words in parts if count)
    head = "In the one stretch" if len(told) == 1 else f"In the {in_words(len(told))} stretches"
    if len(told) == 1:
        return f"{head} that the report dates to the day, direct use, measured against the four weeks before, lay {next(words for count, words in parts if count)}."
    return f"{head} that the report dates to the day, direct use is compared with the four weeks before: {said}. So few show no pattern.{_after_fall(told, fall)}"


def _after_fall(told: pd.DataFrame, fall: Fall | None) -> str:
    if fall is None or fall.change > -100 * BREAK:
        return ""
    soon = told[(told["first"] > fall.day) & (told["first"] - fall.day <= pd.Timedelta(days=BASE_DAYS))]
    if soon.empty:
        return ""
    return f" The fall of {day_month(fall.day)} comes before {listed(when(soon))} and cannot be an effect of what the report describes then."


def nothing_beside(report, direct: pd.Series) -> str:
    """Why no stretch can be set beside the curve."""
    if direct.empty:
        return "Nor can restrictions be set beside it."
    return beside_sentence(pd.DataFrame({"what": []})) if report.coded("restrictions") else "Restrictions are not coded for this report."


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
    return f"The fall fits {fall['when'].split()[0]}; a rise of that size lies in {top:%B}"


def claim_finding(claims: pd.DataFrame, found: Pairs | None, bridge: pd.Series, end) -> str:
    """The title of the double claim as a sentence, with the month of which the report makes it; nothing where the title is the question."""
    title = claim_title(claims, found, bridge, end)
    return "" if title.endswith("?") else f"The report prints a fall and a rise of Tor use for {claims.iloc[0]['when']}: {title[:1].lower()}{title[1:]}."


def claim_sentence(claims: pd.DataFrame, found: Pairs | None, bridge: pd.Series, end) -> str:
    """The search for a pair of days that fits both halves; says so where the report makes no such claim."""
    if claims.empty or found is None:
        return "The report prints no change in the use of Tor that could be set beside the series."
    month = claims.iloc[0]["when"]
    said = f"The medians of {month} against the month before give: {'; '.join(map(_moved_words, claims.itertuples()))}."
    search = (
        f"{said}\n\nDo both halves hold between any other two days of the series? Tried were medians over {listed(WINDOWS)} days, each half to be met"
        " within an eighth of the printed figure."
    )
    return f"{search} {_pairs_words(found, month)}{_bridge_rise(bridge, end)} The data coded from the report hold a month and no days to compare, so another reading is possible."


def _moved_words(row) -> str:
    change = signed(100 * (row.other / row.before - 1))
    return f"*{row.claim}*: from {number(row.before)} to {number(row.other)}, that is {change} percent (printed {signed(row.printed)})"


def _pairs_words(found: Pairs, month: str) -> str:
    if not found.count:
        return "No pair fits both halves."
    starts, ends = (f"between {day_month(first, True)} and {day_month(last, True)}" if first != last else f"on {day_month(first, True)}" for first, last in (found.starts, found.ends))
    if found.count == 1:
        return f"One pair of days fits: it starts {starts} and ends {ends}{'' if found.in_month else f', not in {month}'}."
    inside = "none" if not found.in_month else in_words(found.in_month)
    return f"Of the {found.count:,} pairs of days that fit, {inside} {'ends' if found.in_month < 2 else 'end'} in {month}: they start {starts} and end {ends}."


def _bridge_rise(bridge: pd.Series, end) -> str:
    start = bridge.get(pd.Timestamp(end))
    if not start or pd.isna(start):
        return ""
    top = bridge[pd.Timestamp(end) :].idxmax()
    grown = number(100 * (bridge[top] / start - 1), 0)
    return f" From the last day of the period ({number(start)}) to {day_month(top, True)} ({number(bridge[top])}) bridge use rose by {grown} percent."


def lead(fall: Fall | None, found: list[Run], claim: str = "") -> str:
    """What the daily series adds, in short, the report's own claim (`claim_finding`) first; nothing where the index has none."""
    if fall is None:
        return ""
    said = f"{claim} Estimated direct use of Tor fell most from one day to the next on {day_month(fall.day, True)} ({signed(fall.change)} percent, {_beside_period(fall.days_after)})."
    alone = sum(run.restrictions == 0 for run in found)
    if len(found) == 1 and alone:
        said += " One run of higher use lies within the period, on days to which the report dates no restriction."
    elif alone:
        said += f" {capital(in_words(len(found)))} runs of higher use lie within the period, {in_words(alone)} of them on days to which the report dates no restriction."
    return f"{said.strip()} None of this shows a cause."
