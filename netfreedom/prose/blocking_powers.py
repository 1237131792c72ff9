"""Sentences and titles on who may have content blocked or networks cut off, and whether a court is asked."""

from __future__ import annotations

import pandas as pd

from netfreedom.analysis import legal_changes as analysis
from netfreedom.prose.words import capital, counted, in_words, listed

POWERS_KEY = "Faint: may or may not have held, or no end told. The symbol at the start tells whether a court is asked."


def _offices(report) -> tuple[list[str], list[str], bool]:
    """Names of the offices that may block without a court on the eve of the period; of those added by its end; whether an earlier one may have lost the power."""
    powers = analysis.switch_off(report.powers, report.actors)
    eve = pd.Timestamp(report.meta.coverage_start) - pd.Timedelta(days=1)
    last = pd.Timestamp(report.meta.coverage_end)
    doubtful = powers["doubtful_from"].notna() & (powers["doubtful_from"] <= last) & (powers["power"] == "order_blocking")
    names = _names(powers, report.actors)
    before, after = ([office for office in analysis.offices_without_court(powers, day)] for day in (eve, last))
    return [names[office] for office in before], [names[office] for office in after if office not in before], bool(doubtful.any())


def _names(powers: pd.DataFrame, actors: pd.DataFrame) -> dict[str, str]:
    """Names by office: the short one that charts have, spelled out where it is an abbreviation."""
    whole = dict(zip(actors["id"], actors["name"], strict=True))
    return {
        row.office: analysis.plain_name(whole.get(row.actor_id, row.actor)) if row.actor.rstrip("s").isupper() else row.actor
        for row in powers[powers["power"] == "order_blocking"].iloc[::-1].itertuples()
    }


OFFICES_NAMED = 4  # up to that number a sentence names the offices


def offices_title(report) -> str:
    """The question that the chart answers; where more got a power to block without a court, the number of its holders before the period and at its end."""
    before, added, doubtful = _offices(report)
    if not added:
        return "Who may block or cut off, and is a court asked?"
    first = counted(len(before), "holder") if before else "no holder"
    now = f"{'up to ' if doubtful and before else ''}{in_words(len(before) + len(added))} at its end"
    return f"Powers to block or cut off: as dated, {first} could block without a court before the period, {now}"


def offices_sentence(report) -> str:
    """Who may block without a court before and at the end of the period, as far as dated; who of them is no office; what is not counted."""
    if not report.coded("powers"):
        return ""
    before, added, doubtful = _offices(report)
    if not before and not added:
        return ""
    first = f"{counted(len(before), 'holder')}{_bracket(before)}" if before else "nobody"
    most = "up to " if doubtful and before else ""
    then = f"{most}{in_words(len(before) + len(added))}{_bracket(added, 'also ' if before else '')}" if added else "no other"
    said = [f"As far as the report dates such powers, {first} could have content blocked without a court before the period; by its end {then} could."]
    firms = [name for name in _firms(report) if name in before + added]
    said.append(f"Operators or companies among them: {listed(firms)}." if 0 < len(firms) <= OFFICES_NAMED else "")
    said.append(doubt_sentence(report))
    undated = _undated(report)
    said.append(f"Not counted, for want of a date: {listed(undated)}." if undated else "")
    return " ".join(filter(None, said))


def doubt_sentence(report) -> str:
    """That an earlier power to block without a court may have ended in the period, where a later rule asks for a court; else nothing."""
    return "Whether an earlier power to block without a court still held by the end of the period, the report does not say." if _offices(report)[2] else ""


def _firms(report) -> list[str]:
    """Names, as in `_names`, of those that may order a block and are no office: operators and other companies."""
    powers = analysis.switch_off(report.powers, report.actors)
    types = dict(zip(report.actors["id"], report.actors["type"], strict=True))
    return [name for office, name in _names(powers, report.actors).items() if types.get(office) in ("operator", "company")]


def _undated(report) -> list[str]:
    """Who has a power to block without a date for which no court is stated, each once."""
    return list(dict.fromkeys(analysis.undated_without_court(analysis.switch_off(report.powers, report.actors))["actor"]))


def _bracket(offices: list[str], also: str = "") -> str:
    return f" ({also}{listed(offices)})" if len(offices) <= OFFICES_NAMED else ""


def undated_sentence(report) -> str:
    """The powers to block that cannot be counted before or after a day."""
    undated = analysis.undated_without_court(analysis.switch_off(report.powers, report.actors)) if report.coded("powers") else ()
    return f"{capital(counted(len(undated), 'more power'))} to block, without a date and so not counted here: {listed(_undated(report))}. Whether a court is asked is not stated." if len(undated) else ""


NOBODY = "The report names nobody who may order a block or a shutdown."


def powers_sentence(powers: pd.DataFrame, coded: bool = True) -> str:
    """What is drawn and what is not: powers without a date, powers of which a later rule makes the end doubtful."""
    if not coded:
        return "Powers are not coded for this report."
    if powers.empty:
        return NOBODY
    undated, doubtful = int(powers["earliest"].isna().sum()), powers[powers["doubtful_from"].notna()]
    parts = []
    if len(powers) == 1 and undated:
        parts.append("The one power to block or cut off has no date.")
    elif undated:
        parts.append(f"Of {counted(len(powers), 'power')} to block or cut off, {in_words(undated)} {'has' if undated == 1 else 'have'} no date and {'stands' if undated == 1 else 'stand'} in the table only.")
    for row in doubtful.itertuples():
        parts.append(f"A later rule asks for a court in some cases. The report does not say whether the earlier power without one ({row.actor}) still holds: its bar turns faint from {row.doubtful_from:%B %Y}.")
    return " ".join(filter(None, parts)) or "An end of a power is shown only where the report gives it."


def powers_description(report) -> str:
    """The powers in words, for those who do not see the bars."""
    powers = analysis.switch_off(report.powers, report.actors)
    said = [
        f"{row.actor} may {analysis.may(row.power, row.over)} since {row.since or 'a time not stated'} ({analysis.COURT_WORDS[row.court]})"
        for row in powers.itertuples()
    ]
    return f"{'; '.join(said)}." if said else "No such power is coded."
