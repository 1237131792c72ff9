"""Sentences on the answers to the 21 questions; more points = freer."""

from __future__ import annotations

import pandas as pd

from netfreedom.analysis.focus import Focus
from netfreedom.prose.countries import region_name
from netfreedom.prose.words import capital, counted, in_words, listed, the

DIRECTION = "More points are freer here, as the reports print them."


def opening(focus: Focus, moves: pd.DataFrame, editions: list[int]) -> str:
    """How many answers stayed, gained and lost from the first edition with answers to the last; nothing with fewer than two."""
    if len(editions) < 2:
        return ""
    gained, lost = int((moves["change"] > 0).sum()), int((moves["change"] < 0).sum())
    back = int((moves["moved"] & (moves["change"] == 0)).sum())
    still = len(moves) - gained - lost - back
    parts = [f"{in_words(gained)} gained points"] * (gained > 0) + [f"{in_words(lost)} lost points"] * (lost > 0) + [
        f"{in_words(back)} moved and came back"] * (back > 0)
    rest = f"; {listed(parts)}" if parts else ""
    return (f"From the {editions[0]} to the {editions[-1]} edition **{in_words(still)} of {len(moves)} answers** on {the(focus.name)} "
            f"did not move{rest}.")


def lead(focus: Focus, own: list[int], everyone: list[int], shown: int | None) -> str:
    """Since and until when there are answers, and which edition stands in where the book's own has none."""
    lacking = "" if focus.edition in everyone else f", and not for {focus.edition}"
    span = f"Points per question are published from the {everyone[0]} to the {everyone[-1]} edition{lacking}."
    if not focus.iso3:
        return f"{span} {DIRECTION}"
    if not own:
        return f"{span} None of them rates {the(focus.name)}. {DIRECTION}"
    years = f"{own[0]} to {own[-1]}" if len(own) > 1 else f"{own[0]} only"
    rated = "" if own == everyone else f" {capital(the(focus.name))} is rated from {years}." if len(own) > 1 else f" {capital(the(focus.name))} is rated in {years}."
    nearest = "" if shown == focus.edition else f" Where one edition is shown, it is {shown}, the nearest to {focus.edition}."
    return f"{span}{rated}{nearest} {DIRECTION}"


def heat_title(moves: pd.DataFrame, editions: list[int]) -> str:
    """How many answers never moved; the question where there are fewer than two editions or fewer than half stayed."""
    still = int((~moves["moved"]).sum()) if len(moves) else 0
    if len(editions) < 2 or 2 * still < len(moves):
        return "How was each question answered?"
    return f"{still} of {len(moves)} answers did not move in {in_words(len(editions))} editions"


def heat_sentence(focus: Focus, moves: pd.DataFrame, editions: list[int], unmoved: pd.Series) -> str:
    """Which answers moved, how usual it is that others did not, and where the country has no point at all."""
    zero = list(moves.loc[moves["last"] == 0, "question"])
    none = f" In {editions[-1]} {the(focus.name)} has no point on {listed(zero)}." if zero else ""
    if len(editions) < 2:
        return f"{capital(the(focus.name))} has answers in the {editions[0]} edition only, so that none can have moved.{none}"
    moved = [f"{row.question} ({row.points})" for row in moves[moves["moved"]].itertuples()]
    said = f"Moved: {listed(moved)}." if moved else "No answer moved."
    usual = (f" Of the {len(unmoved)} countries rated in all editions with answers, the median has {unmoved.median():g} of "
             f"{len(moves)} answers that never moved.") if len(unmoved) else ""
    return f"{said}{usual}{none} A point is one judgement."


def absent(focus: Focus) -> str:
    """What stands in place of a country's own charts."""
    if not focus.iso3:
        return "This page has no country in focus; the last section has all of them."
    return f"No edition prints answers for {the(focus.name)}."


def beside_title(focus: Focus, compared: pd.DataFrame, edition: int) -> str:
    """On how many questions the focus is below or above its region's median; the question where neither prevails."""
    below, above = int((compared["gap"] < 0).sum()), int((compared["gap"] > 0).sum())
    if max(below, above) <= len(compared) / 2:
        return f"How does {the(focus.name)} stand beside {region_name(focus.region)} in {edition}?"
    word, count = ("below", below) if below > above else ("above", above)
    return f"{capital(the(focus.name))} is {word} the median of {region_name(focus.region)} on {count} of {len(compared)} questions in {edition}"


def beside_sentence(focus: Focus, compared: pd.DataFrame) -> str:
    """Where the focus is farthest below and above the median of its region."""
    count = int(compared["countries"].max())
    low, high = compared.loc[compared["gap"].idxmin()], compared.loc[compared["gap"].idxmax()]
    ends = [
        f"farthest {word} it on {row['question']} ({row['own']} of {row['max']}, median {row['median']:g})"
        for word, row, there in (("below", low, low["gap"] < 0), ("above", high, high["gap"] > 0)) if there
    ]
    level = int((compared["gap"] == 0).sum())
    where = f"is {listed(ends)}" if ends else "is level with it everywhere"
    return (f"Beside the median of {counted(count, 'other country', 'other countries')} of {region_name(focus.region)}, {the(focus.name)} {where}; "
            f"on {counted(level, 'question')} it is level. The region is this book's own grouping.")


def moves_title(net: pd.DataFrame, first: int, last: int) -> str:
    """The answer on which most countries lost points; where no one answer leads, whether more were lost or gained; else the question."""
    ordered = net.sort_values("less_free", ascending=False)
    if len(ordered) < 2 or ordered["less_free"].iloc[0] == ordered["less_free"].iloc[1]:
        lost, gained = int(net["less_free"].sum()), int(net["freer"].sum())
        many, few = (f"{lost:,} answers lost points", f"{gained:,} gained") if lost > gained else (f"{gained:,} answers gained points", f"{lost:,} lost")
        return f"{many} from {first} to {last}, {few}" if lost != gained else f"Which answers moved from {first} to {last}?"
    worst = ordered.iloc[0]
    return f"{worst['question']} fell in {worst['less_free']} of {worst['countries']} countries from {first} to {last}, more than any other answer"


def moves_sentence(net: pd.DataFrame, first: int, last: int) -> str:
    """Which questions fell, rose and stayed in most countries (all of those that share the place), and how many answers moved at all."""
    down, up, everyone = int(net["less_free"].sum()), int(net["freer"].sum()), int(net["countries"].sum())
    fell, rose, steady = (f"{listed(rows['question'])} ({rows[name].iloc[0]})" for name, rows in
                          ((name, net[net[name] == net[name].max()]) for name in ("less_free", "freer", "same")))
    return (f"Of {everyone:,} answers in both editions, {down:,} lost points from {first} to {last} and {up:,} gained. More countries lost points "
            f"on {fell} than on any other, more gained on {rose}, and most kept theirs on {steady}. What moved back in between does not show.")
