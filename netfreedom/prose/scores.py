"""Sentences of the scores chapter."""

from __future__ import annotations

import pandas as pd

from netfreedom.analysis.scores import Change, band_distances, points_past_line
from netfreedom.analysis.world import Standing
from netfreedom.charts.parts import signed
from netfreedom.prose.words import capital, counted, in_words, listed, scale_runs


def moved(worse_by: int, unit: str = "point") -> str:
    """`got worse by two points`, `improved by one point`, `did not change`."""
    if worse_by == 0:
        return "did not change"
    return f"{'got worse' if worse_by > 0 else 'improved'} by {counted(abs(worse_by), unit)}"


def lead(country: str, scores: pd.DataFrame, change: Change | None) -> str:
    """The chapter's finding: the total, its status, the step from the edition before."""
    latest = scores.sort_values("edition").iloc[-1]
    runs = scale_runs(latest["direction"])
    if change is None:
        return f"{country} scores **{latest['total']} of 100** ({latest['status']}; {runs}). The report gives no earlier score."
    step = (
        f"{country}'s total went from {change.total_before} to **{change.total_after} of 100** between the "
        f"{change.edition_before} and the {change.edition_after} edition ({runs}): it {moved(change.total_worse_by)}."
    )
    return f"{step} {made_of(change)}"


def made_of(change: Change) -> str:
    """Which categories the change is made of."""
    moves = change.categories[change.categories["worse_by"] != 0]
    if moves.empty:
        return "No category changed." if change.total_worse_by == 0 else "The report does not print how the categories moved."
    if len(moves) == 1:
        row = moves.iloc[0]
        return f"The whole change is in {row['title']}, which {moved(row['worse_by'])}; the other categories did not move."
    return capital(listed(f"{row.title} {moved(row.worse_by)}" for row in moves.itertuples()) + ".")


def ladder_title(scores: pd.DataFrame) -> str:
    """Where the totals lie against the line of the next freer band; the question where there is nothing to compare."""
    rows = scores.sort_values("edition")
    if len(rows) < 2 or rows["status"].nunique() > 1 or rows["status"].iloc[-1] == "Free":
        return "Where does the total lie among the status bands?"
    said = [(int(row.edition), points_past_line(int(row.total), row.direction)) for row in rows.itertuples()]
    status = rows["status"].iloc[-1]
    return listed(f"{_on_line(points)} in {edition}" for edition, points in said).replace(
        " in ", f" the {status} line in ", 1
    )


def _on_line(points: int) -> str:
    return "Exactly on" if points == 0 else f"{in_words(points)} {'point' if points == 1 else 'points'} past it"


def band_sentence(total: int, direction: str) -> str:
    """How far the total is from the neighbouring bands."""
    bands = list(band_distances(total, direction).itertuples())
    own = next(number for number, band in enumerate(bands) if band.own)
    parts = [
        f"a total {counted(int(bands[place].points), 'point')} {words} would be {bands[place].status}"
        for place, words in ((own - 1, "closer to free"), (own + 1, "less free")) if 0 <= place < len(bands)
    ]
    return capital(listed(parts)) + "."


def robustness_sentence(table: pd.DataFrame) -> str:
    """How many combinations of −1, 0, +1 keep the status, edition by edition."""
    if table.empty:
        return "The report prints no sub-scores, so this cannot be computed."
    said = listed(
        f"{row.same} of {row.combinations} combinations in the {row.edition} edition" for row in table.itertuples()
    )
    return (
        f"If every sub-score were one point lower, the same or one point higher, the status would stay the same in {said}. "
        "This is arithmetic on judgements, not a forecast and not a likelihood: nothing says that the combinations are equally likely."
    )


def profile_title(standings: dict[str, Standing | None], titles: dict[str, str], change: Change | None) -> str:
    """Which category stands worst among all countries, and which one moved."""
    known = {key: place for key, place in standings.items() if place}
    question = "How does each category stand among all countries?"
    if not known or change is None:
        return question
    worst = min(known, key=lambda key: known[key].rank_from_least_free)
    moves = change.categories[change.categories["worse_by"] != 0]
    if len(moves) != 1:
        return question
    moving = moves.iloc[0]
    stands = titles[worst]
    if moving["category"] == worst:
        return f"{stands} is where the country stands worst, and what moved"
    return f"{stands} is where the country stands worst; {moving['title']} is what moved"


def standing_sentence(title: str, place: Standing | None) -> str:
    """A category's place among the countries of the edition."""
    if place is None:
        return f"{title}: the index holds no sub-score."
    tie = f", tied with {counted(place.tied, 'other country', 'other countries')}" if place.tied else ""
    return f"{title}: {ordinal(place.rank_from_least_free)} least free of {place.countries}{tie}; the median is {place.median:g}."


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th …"""
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def steps_title(country: str, iso3: str, steps: pd.DataFrame, editions: list[int], title: str) -> str:
    """Whether the country alone got worse in every step; the question where it did not, or too few editions are known."""
    question = f"How did {title} move in each edition?"
    own = steps[steps["iso3"] == iso3]
    if len(editions) < 3 or own.empty or (own["change"] <= 0).any():
        return question
    count = steps["iso3"].nunique()
    others = steps[steps["iso3"] != iso3].groupby("iso3")["change"].min().gt(0).sum()
    base = f"of {count} countries rated worse in every edition, {editions[0]}–{editions[-1]}"
    return f"{title}: {country} is the only one {base}" if others == 0 else f"{title}: one {base} ({in_words(others + 1)} in all)"


def world_change_title(totals: dict[str, int], titles: dict[str, str]) -> str:
    """Where, summed over all countries, the year's decline lies; the question where no category carries most of it."""
    declines = {key: value for key, value in totals.items() if value > 0}
    if not declines:
        return "How did all countries move?"
    most = max(declines, key=declines.get)
    if declines[most] < 0.6 * sum(declines.values()):
        return "How did all countries move?"
    return f"That year's decline was, in sum, a decline in {titles[most]}"


def world_change_sentence(changes: pd.DataFrame, sums: dict[str, int], titles: dict[str, str]) -> str:
    """How many countries moved which way, and the summed points per category."""
    worse, better = int((changes["total"] > 0).sum()), int((changes["total"] < 0).sum())
    summed = listed(f"{titles[key]} {signed(value)}" for key, value in sums.items())
    return (
        f"Of {len(changes)} countries in both editions, {worse} got worse, {better} improved and {len(changes) - worse - better} "
        f"stayed the same. Points summed over all of them (plus = less free): {summed}. A point is one judgement; no test of "
        "significance is made."
    )


def lengths_sentence(table: pd.DataFrame, editions: list[int]) -> str:
    """That editions cover unequal times, with the months of each that is far from a year; `table` is the index's editions."""
    known = table[table["edition"].isin(editions)].dropna(subset=["coverage_start", "coverage_end"])
    days = (known["coverage_end"] - known["coverage_start"]).dt.days
    months = dict(zip(known["edition"], (days / 30.44).round().astype(int), strict=True))
    odd = listed(f"{edition} covers {in_words(count)} months" for edition, count in months.items() if not 11 <= count <= 13)
    if not odd:
        return "Each of these editions covers about a year."
    return f"A step is not always a year: {odd}, the others about twelve. The numbers in the tiles say what the colours show."
