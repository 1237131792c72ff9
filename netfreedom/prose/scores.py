"""Sentences of the scores chapter."""

from __future__ import annotations

import pandas as pd

from netfreedom.analysis.scores import Change, band_distances, points_past_line
from netfreedom.analysis.world import Standing
from netfreedom.analysis.signs import signed
from netfreedom.prose.words import capital, chapter, counted, counted_as, in_words, listed, more_means, possessive, scale_runs, the
from netfreedom.vocabulary import TOTAL_MAX, ZERO_IS_FREE, direction_of, flip, way_of


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
        return f"{capital(the(country))} scores **{latest['total']} of 100** ({latest['status']}; {runs}). There is no earlier score here."
    between = f"between the {change.edition_before} and the {change.edition_after} edition"
    if change.total_worse_by == 0:
        step = f"{capital(possessive(country))} total did not change {between}: **{change.total_after} of 100** ({runs})."
    else:
        step = (
            f"{capital(possessive(country))} total went from {change.total_before}{_printed(change, latest['direction'])} to **{change.total_after} of 100** {between} ({runs}): "
            f"it {moved(change.total_worse_by)}."
        )
    return f"{step} {made_of(change)}"


def _printed(change: Change, direction: str) -> str:
    """What the edition before printed, where its scale ran the other way."""
    if direction_of(change.edition_before) == direction:
        return ""
    return f" (printed as {flip(change.total_before, TOTAL_MAX)} in {change.edition_before}, when the scale ran the other way)"


def made_of(change: Change) -> str:
    """Which categories the change is made of."""
    moves = change.categories[change.categories["worse_by"] != 0]
    if change.categories.empty:
        return "How the categories moved is not known here."
    if moves.empty:
        return "No category changed." if change.total_worse_by == 0 else "How the categories moved is not known here."
    if len(moves) == 1:
        row = moves.iloc[0]
        return f"The whole change is in {row['title']}, which {moved(row['worse_by'])}; the other categories did not move."
    return capital(listed(f"{row.title} {moved(row.worse_by)}" for row in moves.itertuples()) + ".")


def position(country: str, scores: pd.DataFrame) -> str:
    """Where the latest total lies and how far the neighbouring bands are."""
    latest = scores.sort_values("edition").iloc[-1]
    total, direction = int(latest["total"]), latest["direction"]
    return f"With **{total} of 100** in the {latest['edition']} edition ({scale_runs(direction)}) {the(country)} is {latest['status']}. {band_sentence(total, direction)}"


def ladder_title(scores: pd.DataFrame) -> str:
    """Where the totals lie against the line of the next freer band; the question where there is nothing to compare."""
    rows = scores.sort_values("edition")
    if len(rows) < 2 or rows["status"].nunique() > 1 or rows["status"].iloc[-1] == "Free":
        return "Where does the total lie among the status bands?"
    first = rows.iloc[-1]
    edge = int(first["total"]) + (-1 if first["direction"] == "zero_is_free" else 1) * points_past_line(int(first["total"]), first["direction"])
    lines = [f"the {first['status']} line ({edge})", *["it"] * (len(rows) - 1)]
    return capital(listed(
        f"{_on(points_past_line(int(row.total), row.direction))} {line} in {int(row.edition)}"
        for row, line in zip(rows.itertuples(), lines, strict=True)
    ))


def _on(points: int) -> str:
    return "exactly on" if points == 0 else f"{counted(points, 'point')} past"


def profile_key(country: str, edition: int, maxima: str, before: int | None) -> str:
    """What the marks of the categories mean; `before` is the edition before, if it is drawn."""
    turned = " (turned to this scale)" if before and direction_of(before) != direction_of(edition) else ""
    hollow = f", hollow {before}{turned} where it differed" if before else ""
    return f"One tick per country of the {edition} edition, darker where several coincide; thick: the median. {country}: filled {edition}{hollow}. {maxima}"


def no_profile(country: str) -> str:
    """What stands in place of the categories where the index does not hold the country."""
    return f"The index holds no sub-scores of {the(country)} in this edition, so its categories cannot be set beside those of others."


def band_sentence(total: int, direction: str) -> str:
    """How far the total is from the neighbouring bands."""
    bands = list(band_distances(total, direction).itertuples())
    own = next(number for number, band in enumerate(bands) if band.own)
    parts = [
        f"a total {counted(int(bands[place].points), 'point')} {words} ({_edge(bands[place], total)}) would be {bands[place].status}"
        for place, words in ((own - 1, "closer to free"), (own + 1, "less free")) if 0 <= place < len(bands)
    ]
    return capital(listed(parts)) + "."


def _edge(band, total: int) -> int:
    """The total of a band that lies nearest."""
    return band.low if band.low > total else band.high


NO_SUB_SCORES = "No points by category are known here, so this cannot be computed."


def robustness_sentence(table: pd.DataFrame) -> str:
    """How many combinations of −1, 0, +1 keep the status, edition by edition."""
    if table.empty:
        return NO_SUB_SCORES
    same = table["combinations"].nunique() == 1
    said = listed(f"{row.same}{'' if same else f' of {row.combinations}'} in the {row.edition} edition" for row in table.itertuples())
    many = f"; that makes {table['combinations'].iloc[0]} combinations" if same else ""
    return f"Give every category one point less, the same or one point more{many}. The status stays what it is for {said}."


ARITHMETIC = "This is arithmetic on judgements, not a forecast and not a likelihood: nothing says that the combinations are equally likely."


def profile_title(standings: dict[str, Standing | None], titles: dict[str, str], change: Change | None) -> str:
    """Which category has the least free rank among all countries, and which one moved; else the question."""
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
        return f"By rank {stands} is the least free category, and the only one that moved"
    return f"By rank {stands} is the least free category; only {moving['title']} moved"


def standing_sentence(title: str, place: Standing | None) -> str:
    """A category's place among the countries of the edition."""
    if place is None:
        return f"{title}: the index holds no sub-score."
    tie = f", tied with {counted(place.tied, 'other country', 'other countries')}" if place.tied else ""
    return f"{title}: {place_words(place)}{tie}; the median is {place.median:g} points."


def place_words(place: Standing) -> str:
    """`the 16th least free of 65`; counted from the freest where most countries are less free."""
    rank, end = (place.freer + 1, "freest") if place.freer < place.less_free else (place.rank_from_least_free, "least free")
    return f"the {f'{ordinal(rank)} ' if rank > 1 else ''}{end} of {place.countries}"


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th …"""
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def steps_title(country: str, iso3: str, steps: pd.DataFrame, editions: list[int], title: str) -> str:
    """Whether the country alone got worse in every step; the question where it did not, or too few editions are known."""
    words = _every_step(iso3, steps, editions)
    return f"{title}: {the(country)} is {words}" if words else f"How did {title} move in each edition?"


def every_step_sentence(country: str, iso3: str, steps: pd.DataFrame, editions: list[int], title: str) -> str:
    """The finding of the steps as a sentence; nothing where the country did not get worse in every one."""
    words = _every_step(iso3, steps, editions)
    return f"In {title} {the(country)} is {words}." if words else ""


def _every_step(iso3: str, steps: pd.DataFrame, editions: list[int]) -> str:
    own = steps[steps["iso3"] == iso3]
    if len(editions) < 3 or own.empty or (own["change"] <= 0).any():
        return ""
    others = steps[steps["iso3"] != iso3].groupby("iso3")["change"].min().gt(0).sum()
    base = f"of the {steps['iso3'].nunique()} countries rated in every edition from {editions[0]} to {editions[-1]} that got worse at every step"
    return f"the only one {base}" if others == 0 else f"one of {in_words(others + 1)} {base}"


def step_title(country: str, iso3: str, changes: pd.DataFrame) -> str:
    """How many countries moved further the same way; the question where the country is not among them."""
    own = changes.loc[changes["iso3"] == iso3, "total"]
    if own.empty:
        return "How did all countries move?"
    step, count = int(own.iloc[0]), len(changes)
    if step == 0:
        same = int((changes["total"] == 0).sum())
        return f"{capital(in_words(same))} of {count} countries did not move, {the(country)} among them" if same > 1 else f"Only {the(country)}, of {count} countries, did not move"
    further = int(((changes["total"] > step) if step > 0 else (changes["total"] < step)).sum())
    by = f"{'got worse' if step > 0 else 'improved'} by more than {possessive(country)} {counted(abs(step), 'point')}"
    return f"{capital(in_words(further)) if further else 'None'} of {count} countries {by}"


def step_sentence(country: str, iso3: str, changes: pd.DataFrame) -> str:
    """How many countries moved as far the same way or further; nothing where the country did not move or is not there."""
    own = changes.loc[changes["iso3"] == iso3, "total"]
    if own.empty or not own.iloc[0]:
        return ""
    step = int(own.iloc[0])
    others = changes.loc[changes["iso3"] != iso3, "total"]
    number = int(((others >= step) if step > 0 else (others <= step)).sum())
    as_far = f"{in_words(number) if number else 'none'} of the other {len(others)} countries rated in both editions did so by as much or more"
    return f"{capital(the(country))} {moved(step)} on the edition before; {as_far}."


def world_change_sentence(changes: pd.DataFrame, sums: dict[str, int], titles: dict[str, str], direction: str = ZERO_IS_FREE) -> str:
    """How many countries moved which way, and the summed points per category (`sums` count towards less free)."""
    if changes.empty:
        return "The index holds no edition before this one with countries in common, so there is no step to compare."
    worse, better = int((changes["total"] > 0).sum()), int((changes["total"] < 0).sum())
    summed = listed(f"{titles[key]} {signed(value * way_of(direction))}" for key, value in sums.items())
    whole = int(changes[list(sums)].notna().all(axis="columns").sum())
    moves = f"Of {len(changes)} countries in both editions, {worse} got worse, {better} improved and {len(changes) - worse - better} stayed the same."
    if not whole:
        return f"{moves} Their points by category are not published for both editions. {NO_TEST}"
    base = "all of them" if whole == len(changes) else f"the {in_words(whole)} whose sub-scores are published"
    return f"{moves} Points summed over {base} (plus = {more_means(direction)}): {summed}. {NO_TEST}"


NO_TEST = "A point is one judgement; no test of significance is made."


def changes_key(country: str, edition: int, dots: pd.DataFrame, before: int) -> str:
    """What the dots of all changes mean; `dots` has the column own."""
    coloured = f"; coloured: {country}" if dots["own"].any() else ""
    turned = counted_as(direction_of(edition), [before])
    return f"One dot per country rated in {before} and {edition}{coloured}{f'; {before} turned to this scale' if turned else ''}"


def steps_key(editions: list[int], direction: str) -> str:
    """What the tiles of the steps show, and which editions were turned for it."""
    turned = counted_as(direction, editions)
    return f"Change in points from the edition before{f', {turned}' if turned else ''}; countries rated in all of them, most worsened steps first"


def no_steps(country: str) -> str:
    """What stands in place of the steps where the index holds fewer than two editions of the country in a row."""
    return f"The index does not hold two editions in a row with sub-scores of {the(country)}, so there is no step to show."


NEXT = f"How near the next status is, and how the categories stand: {chapter('Scores', '02-scores')}."


def lengths_sentence(table: pd.DataFrame, editions: list[int]) -> str:
    """That editions cover unequal times, with the months of each that is far from a year; `table` is the index's editions."""
    known = table[table["edition"].isin(editions)].dropna(subset=["coverage_start", "coverage_end"])
    days = (known["coverage_end"] - known["coverage_start"]).dt.days
    months = dict(zip(known["edition"], (days / 30.44).round().astype(int), strict=True))
    odd = listed(f"{edition} covers {in_words(count)} months" for edition, count in months.items() if not 11 <= count <= 13)
    if not odd:
        return "Each of these editions covers about a year."
    return f"A step is not always a year: {odd}, the others about twelve. The numbers in the tiles say what the colours show."
