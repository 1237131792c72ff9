"""Sentences of the scores chapter on the country's path through the editions and on what other countries did."""

from __future__ import annotations

import pandas as pd

from netfreedom.charts.parts import signed
from netfreedom.prose.words import capital, in_words, listed, possessive, the

MANY = 6  # more countries than that are counted, not named


def total_path_sentence(country: str, path: pd.DataFrame, editions: list[int], titles: dict[str, str]) -> str:
    """From where the total came since the first of three or more editions, and what each category added (`path` as from `world.path`)."""
    if len(editions) < 3:
        return ""
    rows = path.set_index("edition")
    first, last = rows.loc[editions[0]], rows.loc[editions[-1]]
    parts = listed(f"{title} {signed(int(last[key] - first[key]))}" for key, title in titles.items())
    return f"In the {editions[0]} edition the total was {int(first['total'])}. Points added since (plus = less free): {parts}."


def nearest_sentence(country: str, profiles: pd.DataFrame, titles: dict[str, str], names: dict[str, str]) -> str:
    """The countries with the nearest three sub-scores (`analysis.nearest_profiles`); nothing where the index does not hold the country."""
    if len(profiles) < 2:
        return ""
    own, *others = ((the(names.get(row["iso3"], row["iso3"])), listed(str(int(row[key])) for key in titles)) for _, row in profiles.iterrows())
    near = listed(f"{name} ({points})" for name, points in others)
    return f"All three taken together, {near} {'comes' if len(others) == 1 else 'come'} nearest to {the(country)} ({own[1]})."


def points_sentence(country: str, iso3: str, panel: pd.DataFrame, editions: list[int], title: str) -> str:
    """The country's points in every edition, and how many countries were freer at both ends (`panel` as from `analysis.levels`)."""
    values = panel.loc[panel["iso3"] == iso3, "value"]
    if len(editions) < 3 or values.empty:
        return ""
    ends = []
    for edition in (editions[0], editions[-1]):
        rows = panel[panel["edition"] == edition].set_index("iso3")["value"]
        ends.append((in_words(int((rows < rows[iso3]).sum())), in_words(int((rows > rows[iso3]).sum())), edition))
    (freer, less, then), (freer_end, less_end, end) = ends
    points = listed(str(int(value)) for value in values)
    return f"{capital(possessive(country))} points for {title}, edition by edition (more = less free): {points}. Of the {panel['iso3'].nunique()} countries, {freer} were freer and {less} less free in {then}, {freer_end} and {less_end} in {end}."


def wider_sentence(iso3: str, number: int, worse: tuple[str, ...], editions: list[int], names: dict[str, str]) -> str:
    """Who else got worse in every step among the more countries rated since a later edition: the claim holds for its base only."""
    others = sorted(the(names.get(code, code)) for code in worse if code != iso3)
    if iso3 not in worse or not others or len(others) > MANY:
        return ""
    return f"Among the {number} countries rated in every edition since {editions[0]} the same is true of {listed(others)}."


def extremes_sentence(changes: pd.DataFrame, names: dict[str, str]) -> str:
    """The largest step either way and where the status changed; `changes` as from `world.step_changes`."""
    if changes.empty:
        return ""
    said = [_furthest(changes, names, 1, "The largest step towards less free"), _furthest(changes, names, -1, "the largest improvement")]
    bands = changes[changes["status_before"] != changes["status_after"]]
    where = listed(f"{the(names.get(row.iso3, row.iso3))} ({row.status_before} to {row.status_after})" for row in bands.itertuples())
    status = "No status changed" if bands.empty else f"The status changed in {where} only" if len(bands) <= MANY else f"The status changed in {len(bands)} countries"
    return f"{capital('; '.join(filter(None, said)))}{'. ' if any(said) else ''}{status}."


def _furthest(changes: pd.DataFrame, names: dict[str, str], way: int, words: str) -> str:
    moved = changes["total"] * way
    rows = changes[(moved > 0) & (moved == moved.max())]
    return f"{words} was {signed(int(rows['total'].iloc[0]))} ({listed(the(names.get(code, code)) for code in rows['iso3'])})" if 0 < len(rows) <= MANY else ""


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
