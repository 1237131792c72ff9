"""Sentences of the scores chapter on the country's path through the editions and on what other countries did."""

from __future__ import annotations

import pandas as pd

from netfreedom.analysis.signs import signed
from netfreedom.prose.words import capital, in_words, listed, more_means, possessive, the
from netfreedom.vocabulary import CATEGORIES, FIRST_INVERTED_EDITION, TOTAL_MAX, ZERO_IS_FREE, direction_of, flip, way_of

RIGHTS_MAX = next(category.maximum for category in CATEGORIES if category.key == "rights")
MANY = 6  # more countries than that are counted, not named


def total_path_sentence(country: str, path: pd.DataFrame, editions: list[int], titles: dict[str, str], direction: str = ZERO_IS_FREE) -> str:
    """From where the total came since the first of three or more editions, and what each category added (`path` as from `world.path`).

    The first total stands as its own edition printed it; where that scale ran the other way, as it reads on this one too.
    """
    if len(editions) < 3:
        return ""
    rows = path.set_index("edition")
    first, last = rows.loc[editions[0]], rows.loc[editions[-1]]
    parts = listed(f"{title} {signed(int(last[key] - first[key]) * way_of(direction))}" for key, title in titles.items())
    total = int(first["total"])
    own = total if direction_of(editions[0]) == ZERO_IS_FREE else flip(total, TOTAL_MAX)
    turned = f" as printed then, {flip(own, TOTAL_MAX)} on the scale of this edition" if direction_of(editions[0]) != direction else ""
    return f"In the {editions[0]} edition the total was {own}{turned}. Points added since (plus = {more_means(direction)}): {parts}."


def nearest_sentence(country: str, profiles: pd.DataFrame, titles: dict[str, str], names: dict[str, str]) -> str:
    """The countries with the nearest three sub-scores (`analysis.nearest_profiles`); nothing where the index does not hold the country."""
    if len(profiles) < 2:
        return ""
    own, *others = ((the(names.get(row["iso3"], row["iso3"])), listed(str(int(row[key])) for key in titles)) for _, row in profiles.iterrows())
    near = listed(f"{name} ({points})" for name, points in others)
    return f"All three taken together, {near} {'comes' if len(others) == 1 else 'come'} nearest to {the(country)} ({own[1]})."


def points_sentence(country: str, iso3: str, panel: pd.DataFrame, editions: list[int], title: str, maximum: int = RIGHTS_MAX) -> str:
    """The country's points in every edition as each printed them, and how many countries were freer at both ends (`panel` as from `analysis.levels`)."""
    values = panel.loc[panel["iso3"] == iso3, "value"]
    if len(editions) < 3 or values.empty:
        return ""
    ends = []
    for edition in (editions[0], editions[-1]):
        rows = panel[panel["edition"] == edition].set_index("iso3")["value"]
        ends.append((int((rows < rows[iso3]).sum()), _none(int((rows > rows[iso3]).sum())), edition))
    (freer, less, then), (freer_end, less_end, end) = ends
    printed = _as_printed([int(value) for value in values], editions, maximum)
    return (f"{capital(possessive(country))} points for {title}, edition by edition {printed}. Of the {panel['iso3'].nunique()} countries, {_none(freer)} "
            f"{'was' if freer == 1 else 'were'} freer and {less} less free in {then}, {_none(freer_end)} and {less_end} in {end}.")


def _none(number: int) -> str:
    return in_words(number) if number else "none"


def _as_printed(values: list[int], editions: list[int], maximum: int) -> str:
    """The points (0 = most free) as each edition printed them, either side of the turned scale with what more of them means."""
    old = [str(value) for value, edition in zip(values, editions, strict=True) if edition < FIRST_INVERTED_EDITION]
    new = [str(flip(value, maximum)) for value, edition in zip(values, editions, strict=True) if edition >= FIRST_INVERTED_EDITION]
    if not old or not new:
        return f"(more = {'less free' if old else 'freer'}): {listed(old or new)}"
    return f"as printed: {listed(old)} up to {FIRST_INVERTED_EDITION - 1} (more = less free), then {listed(new)} from {FIRST_INVERTED_EDITION} on (more = freer)"


def wider_sentence(iso3: str, number: int, worse: tuple[str, ...], editions: list[int], names: dict[str, str]) -> str:
    """Who else got worse in every step among the more countries rated since a later edition: the claim holds for its base only."""
    others = sorted(the(names.get(code, code)) for code in worse if code != iso3)
    if iso3 not in worse or not others or len(others) > MANY:
        return ""
    return f"Among the {number} countries rated in every edition since {editions[0]} the same is true of {listed(others)}."


def extremes_sentence(changes: pd.DataFrame, names: dict[str, str], direction: str = ZERO_IS_FREE) -> str:
    """The largest step either way and where the status changed; `changes` as from `world.step_changes`."""
    if changes.empty:
        return ""
    said = [_furthest(changes, names, 1, "The largest step towards less free", direction), _furthest(changes, names, -1, "the largest improvement", direction)]
    bands = changes[changes["status_before"] != changes["status_after"]]
    where = listed(f"{the(names.get(row.iso3, row.iso3))} ({row.status_before} to {row.status_after})" for row in bands.itertuples())
    status = "No status changed" if bands.empty else f"The status changed in {where} only" if len(bands) <= MANY else f"The status changed in {len(bands)} countries"
    return f"{capital('; '.join(filter(None, said)))}{'. ' if any(said) else ''}{status}."


def _furthest(changes: pd.DataFrame, names: dict[str, str], way: int, words: str, direction: str) -> str:
    moved = changes["total"] * way
    rows = changes[(moved > 0) & (moved == moved.max())]
    return f"{words} was {signed(int(rows['total'].iloc[0]) * way_of(direction))} ({listed(the(names.get(code, code)) for code in rows['iso3'])})" if 0 < len(rows) <= MANY else ""


def same_kind_sentence(country: str, iso3: str, changes: pd.DataFrame, titles: dict[str, str], names: dict[str, str]) -> str:
    """In which other countries the same one category moved the same way and nothing else did; nothing where several moved."""
    rows = changes.dropna(subset=list(titles))
    own = rows[rows["iso3"] == iso3]
    moves = [key for key in titles if len(own) and own[key].iloc[0]]
    if len(moves) != 1:
        return ""
    key, way = moves[0], own[moves[0]].iloc[0]
    rest = [other for other in titles if other != key]
    alike = rows[(rows["iso3"] != iso3) & (rows[key] * way > 0) & (rows[rest] == 0).all(axis="columns")]
    names_ = sorted(the(names.get(code, code)) for code in alike["iso3"])
    who = f"As in {the(country)}, in {listed(names_) if len(names_) <= MANY else f'{len(names_)} other countries'}" if names_ else f"In {the(country)} alone"
    return f"{who} {titles[key]} {'got worse' if way > 0 else 'improved'} and nothing else moved."
