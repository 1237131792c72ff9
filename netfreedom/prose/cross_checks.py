"""Sentences of the cross-checks chapter: verdicts counted, arithmetic shown, what Tor's curve does and does not tell."""

from __future__ import annotations

import re

import pandas as pd

from netfreedom.analysis.cross_checks import AGREES, CANNOT, CHANGE, DIFFERS, MATCHES, PER_HUNDRED, REVISED, WITHHELD
from netfreedom.prose.words import capital, chapter, counted, in_words, listed, the


def number(value: float, digits: int = 1) -> str:
    """`2,970`, `70.8`, `−2.2`."""
    text = f"{value:,.{digits}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "0") else text.replace("-", "−")


def signed(value: float, digits: int = 0) -> str:
    """`+32`, `−45`, `0`."""
    text = number(value, digits)
    return text if text.startswith("−") or text == "0" else f"+{text}"


COUNTED = {
    MATCHES: ("still matches the figure of its own source", "still match the figures of their own sources"),
    REVISED: ("has since been revised by its publisher", "have since been revised by their publishers"),
    AGREES: ("agrees with a source that the report does not name", "agree with sources that the report does not name"),
    DIFFERS: ("differs from another source", "differ from other sources"),
    CANNOT: ("cannot be tested here", "cannot be tested here"),
}


def no_series(country: str) -> str:
    """What stands in place of a comparison."""
    return f"{capital(the(country))} has no series in the index, so none of the report's figures can be set beside another publisher's."


NO_CLAIM = "The report prints none of the figures for which the index holds another."


def uncoded(report) -> str:
    """Which tables that could hold claims are not coded; nothing where all are."""
    missing = [table.replace("_", " ") for table in ("removal_requests", "restrictions") if not report.coded(table)]
    return f"What the report says of {listed(missing)} is not coded, so nothing of it is tested here." if missing else ""


def lead(country: str, claims: pd.DataFrame, there: bool) -> str:
    """What differs, what agrees, what cannot be tested; says so where the index has no series of the country."""
    if not there:
        many = "is listed below with what could test it" if len(claims) == 1 else "are listed below with what could test them"
        return no_series(country) + (f" {capital(counted(len(claims), 'claim'))} of the report {many}." if len(claims) else "")
    if claims.empty:
        return NO_CLAIM
    held = [_told(claims, (DIFFERS, AGREES)), _told(claims, (MATCHES, REVISED))]
    held[1] += " A match with the same source checks the copying, not the fact." if held[1] else ""
    silent = int((claims["verdict"] == CANNOT).sum())
    last = f"{capital(in_words(silent))} of {counted(len(claims), 'claim')} cannot be tested here.{_grouped(claims)}" if silent else ""
    return " ".join(filter(None, (f"**{held[0]}**" if held[0] else "", held[1], last)))


def set_beside_others(claims: pd.DataFrame) -> int:
    """How many claims were held against another source than their own."""
    return int(claims["verdict"].isin((AGREES, DIFFERS)).sum())


def claims_sentence(claims: pd.DataFrame, boxed: set[str]) -> str:
    """How every claim fared, in counts that add up, without a full stop; what the score box prints (`boxed`, ids) is marked where it was revised since."""
    if claims.empty:
        return "No figure of the report could be set beside one of another source"
    named = (AGREES, DIFFERS) if set_beside_others(claims) <= NAMED else ()
    said = []
    for verdict in (CANNOT, MATCHES, REVISED, AGREES, DIFFERS):
        rows = claims[claims["verdict"] == verdict]
        names = listed(rows["claim"].map(_small)) if verdict in named else f"in the score box: {_revised(rows, boxed)}" if verdict == REVISED and _revised(rows, boxed) else ""
        said += [f"{in_words(len(rows))} {COUNTED[verdict][len(rows) != 1]}{f' ({names})' if names else ''}"] if len(rows) else []
    if len(claims) == 1:
        return f"This book looked for a figure to set beside one claim of the report; it {said[0].removeprefix('one ')}"
    return f"This book looked for figures to set beside {counted(len(claims), 'claim')} of the report: {listed(said)}"


def revised_in_box(claims: pd.DataFrame, boxed: set[str]) -> str:
    """Which figures of the score box their publishers have revised since; nothing for none."""
    said = _revised(claims[claims["verdict"] == REVISED], boxed)
    return f"Revised since by the publisher that the report names: {said} ({chapter('cross-checks', '13-cross-checks')})." if said else ""


def _revised(rows: pd.DataFrame, boxed: set[str]) -> str:
    return listed(f"{_small(row.claim)}, {printed(row)}, later {number(row.other)}" for row in rows.itertuples() if row.id in boxed)


def _told(claims: pd.DataFrame, verdicts: tuple[str, str]) -> str:
    """`Two figures of the report differ from other sources (…) and one agrees with another source (…)`; names only where few are set beside other sources."""
    rows = {verdict: claims[claims["verdict"] == verdict] for verdict in verdicts}
    named = DIFFERS in verdicts and sum(map(len, rows.values())) <= NAMED
    said = [f"{in_words(len(found))} {COUNTED[verdict][len(found) != 1]}{f' ({listed(found.claim.map(_small))})' if named else ''}" for verdict, found in rows.items() if len(found)]
    if not said:
        return ""
    first = len(next(found for found in rows.values() if len(found)))
    number, _, rest = listed(said).partition(" ")
    return f"{capital(number)} {'figure' if first == 1 else 'figures'} of the report {rest}."


NAMED = 4  # up to so many figures beside other sources the opening names them


def _small(claim: str) -> str:
    return f"{claim[:1].lower()}{claim[1:]}" if claim[1:2].islower() else claim


def _grouped(claims: pd.DataFrame) -> str:
    """That all restrictions stand as one or two claims among the others; nothing where none do."""
    groups = claims[claims["id"] == ""]
    if groups.empty:
        return ""
    rows = int(groups["printed"].sum())
    return f" The {counted(rows, 'restriction')} of services and networks {'counts' if rows == 1 else 'count'} as {counted(len(groups), 'claim')}, since none of them can be tested here." if rows > 1 else ""


def printed(row) -> str:
    """A claim's figure as the table shows it."""
    unit = re.sub(r"^(\w+?)s\b", r"\1", row.unit) if row.printed == 1 else row.unit
    return f"{number(row.printed)} {unit}".strip()


def arithmetic(row) -> str:
    """The computation behind a verdict, or what could test the claim where there is none."""
    if row.verdict == CANNOT:
        return f"None. Could test it: {row.could[:1].lower()}{row.could[1:]}."
    if row.how == CHANGE:
        change = 100 * (row.other / row.before - 1)
        return (f"Median of the month {number(row.other)} ÷ median of the month before {number(row.before)} − 1 = {signed(change)} percent;"
                f" printed about {signed(row.printed)}")  # fmt: skip
    if row.how == PER_HUNDRED:
        total = row.other * row.before / 100
        people = f"{number(row.other)} per 100 people × {number(row.before)} million people = {number(total)} million"
        return f"{people}; {number(total)} − {number(row.printed)} = {signed(round(total, 1) - row.printed, 1)}"
    if row.how == WITHHELD:
        return f"{counted(int(row.other), 'account or post', 'accounts or posts')} withheld, so {number(row.printed)} percent"
    if row.verdict == MATCHES:
        same = number(row.other) == number(row.printed)
        return f"{number(row.other)} = {number(row.printed)}" if same else f"{number(row.other)} rounds to {number(row.printed)}"
    return f"{number(row.other)} − {number(row.printed)} = {signed(round(row.other, 1) - row.printed, 1)}"


def claims_title(claims: pd.DataFrame) -> str:
    """How many claims have something beside them; the question where all or none have."""
    tested = int((claims["verdict"] != CANNOT).sum())
    if not tested or tested == len(claims):
        return "Which claims can be set beside another figure?"
    free = set_beside_others(claims)
    elsewhere = f"; for {in_words(free) if free else 'none'} it comes from another source" if tested > 1 else ""
    return f"{capital(in_words(tested))} of {in_words(len(claims))} claims can be set beside another figure{elsewhere}"


def verdict_sentence(claims: pd.DataFrame) -> str:
    """How the verdicts are to be read."""
    if claims.empty:
        return ""
    same, free = int(claims["verdict"].isin([MATCHES, REVISED]).sum()), set_beside_others(claims)
    compared = ""
    if same + free:
        compared = (
            f"{capital(counted(free, 'claim'))} {'was' if free == 1 else 'were'} held against a figure whose publisher the report "
            f"does not give as its source, {in_words(same)} against the report's own source. Publishers may still draw on the same operators or surveys. "
        )
        compared += "Where the report names records and no publisher, these may be the very series set beside it; a publisher can be its source elsewhere. " if free else ""
    return (
        f"{compared}The other figures of the report (prices, speeds offered, "
        "numbers of sites or cases) have no counterpart in the index and are not listed. That a claim cannot be tested here says nothing against it."
    )


def vintage_title(rows: pd.DataFrame) -> str:
    """Whether the rise between the two latest boxes is larger than the one in the later series; the question where it is not."""
    if len(rows) >= 2:
        last, before = rows.iloc[-1], rows.iloc[-2]
        boxed, later = last["printed"] - before["printed"], last["later"] - before["later"]
        if boxed >= 2 * later > 0:
            return f"The printed share online rose by {number(boxed)} points; by later figures for the same years, by {number(later)}"
    return "What became of the printed share online?"


def vintage_sentence(rows: pd.DataFrame) -> str:
    """The steps between the boxes and in the later series; says so where there is nothing to compare."""
    if rows.empty:
        return "The index holds no later figures for the share online that the score boxes print."
    said = listed(f"{number(row.printed)} percent for {row.year}, later {number(row.later)}" for row in rows.itertuples())
    return (
        f"The score boxes printed {said}. A box carries the figure that its publisher gave at the time; old figures are revised when a survey or a "
        f"count of people changes. A step between two editions can therefore be a change of estimate; the chapter on {chapter('access', '08-access')} draws it."
    )


NO_CONTEXT = "The index holds no other rating of this country for these years."


def context_sentence(rows: pd.DataFrame) -> str:
    """What is inferred in the figures, and that ranks and scores are not to be set beside each other; nothing without figures."""
    if rows.empty:
        return ""
    count = int(rows["inferred"].sum())
    inferred = f" {capital(counted(count, 'figure'))} {'is' if count == 1 else 'are'} of an inferred year and marked so." if count else ""
    return (
        f"Their scales run in different directions, and the number of countries ranked changes from year to year.{inferred} "
        "Nothing is made of their agreement or disagreement with the report."
    )
