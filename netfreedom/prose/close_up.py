"""Sentences on the days that a report dates most closely: the restrictions shown close up, and the curve of Tor users below them."""

from __future__ import annotations

import pandas as pd

from netfreedom.analysis import restrictions as analysis
from netfreedom.dates import words
from netfreedom.prose.words import absent, capital, chapter, counted, in_words, listed

KEY = "Filled: exact days. Hollow: some time in the month. Diamonds: notes of the report by their date of publication"


def title(window: analysis.CloseUp | None) -> str:
    """`Six restrictions reported for the same five days in May`."""
    if window is None:
        return "Which days are dated most closely?"
    days = counted(window.days, "day") if window.days > 1 else "day"
    months = f"{window.first:%B}" if window.first.month == window.last.month else f"{window.first:%B} and {window.last:%B}"
    return f"{capital(counted(len(window.ids), 'restriction'))} reported for the same {days} in {months}"


def none_told() -> str:
    """Why there is no close-up."""
    return f"The report does not date {in_words(analysis.LEAST_CLOSE_UP)} or more restrictions to the same days, so no days can be shown close up."


def unread(report) -> str:
    """Which entries the days shown close up lack, since their tables are not coded; nothing where both are."""
    return " ".join(absent(report, table) for table in ("events", "sources") if not report.coded(table))


def source_line(source: str, tor: pd.DataFrame) -> str:
    """The report and, where its curve is drawn, the Tor Project."""
    return f"{source}; Tor users: Tor Metrics, The Tor Project" if len(tor) else source


def sentence(window: analysis.CloseUp | None, found: pd.DataFrame, cited: pd.DataFrame) -> str:
    """What is exact in the window, what only the month tells, and how near its sources are."""
    if window is None:
        return ""
    exact, rough = int(found["exact"].sum()), int((~found["exact"].astype(bool)).sum())
    span = words(f"{window.first:%Y-%m-%d}/{window.last:%Y-%m-%d}") if window.days > 1 else words(f"{window.first:%Y-%m-%d}")
    first = f"{capital(counted(len(window.ids), 'restriction'))} {'has' if len(window.ids) == 1 else 'have'} the same days, {span}."
    month = (
        f" {capital(counted(rough, 'other entry', 'other entries'))} of the same weeks {'is' if rough == 1 else 'are'} dated to the month only;"
        " the report does not say whether they came before, during or after those days." if rough else ""
    )  # fmt: skip
    days = list(dict.fromkeys(f"{day.day} {day:%B}" for day in cited["day"]))
    note = f" The notes behind them were published on {listed(days)}." if days else " No note behind them has a date in the window."
    others = exact - len(window.ids)
    more = f" {capital(counted(others, 'further entry', 'further entries'))} {'has' if others == 1 else 'have'} an exact day." if others > 0 else ""
    return first + more + month + note


def tor_sentence(tor: pd.DataFrame) -> str:
    """What the curve below shows, without a cause; nothing where the index holds no figures."""
    if tor.empty:
        return ""
    top = tor.loc[tor["users"].idxmax()]
    return (
        f"The lower chart shows estimated direct users of Tor per day, from another source than the report; the number was highest on {top['day'].day} {top['day']:%B}"
        f" ({top['users']:,.0f}). Lying side by side is no proof of a cause: {chapter('cross-checks', '13-cross-checks')} shows where the curve moves without any reported restriction."
    )
