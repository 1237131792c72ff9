"""Who may or must do what, with or without a court, as far as the report says."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from netfreedom.analysis.legal_changes import plain_name
from netfreedom.analysis.names import name_of

# What the columns of the matrix are called, in the order in which equal numbers stand: first what stops speech, then what
# watches it, then what rules and judges.
POWER_WORDS = {
    "order_blocking": "order blocking", "order_shutdown": "order a shutdown", "order_removal": "order removal",
    "execute": "carry out orders", "monitor": "monitor", "intercept": "intercept", "access_data": "see users' data",
    "retain_data": "keep users' data", "license": "license", "regulate": "regulate", "appoint": "appoint",
    "prosecute": "prosecute", "adjudicate": "judge",
}  # fmt: skip
# Powers that reach into what people say or do online: there the question of a court is the question of a check.
CHECKED = ("order_blocking", "order_shutdown", "order_removal", "intercept", "access_data")
DUTIES = ("execute", "retain_data")  # of these the actor is the tool, not the master
COURT, MIXED, NOT_APPLICABLE = "court", "mixed", "not_applicable"
COURT_WORDS = {
    "no": "no court", MIXED: "a court at times", "yes": "a court decides", "not_stated": "court not stated",
    NOT_APPLICABLE: "not applicable",
}  # fmt: skip


def shown_names(actors: pd.DataFrame) -> dict[str, str]:
    """Short names of the actors by id, the full ones where there is no short one, without what we add in brackets."""
    names = actors["short_name"].where(actors["short_name"] != "", actors["name"])
    return {actor: plain_name(name) for actor, name in zip(actors["id"], names, strict=True)}


def spelled_out(actors: pd.DataFrame) -> dict[str, str]:
    """Names for a first mention, by id: the short one with the full one behind it where that says more, `ISPs (Internet service providers)`."""
    full = {actor: plain_name(name) for actor, name in zip(actors["id"], actors["name"], strict=True)}
    return {actor: full[actor] if short == full[actor] else short if short in full[actor] else f"{short} ({full[actor]})"
            for actor, short in shown_names(actors).items()}  # fmt: skip


def readable(actors: pd.DataFrame) -> dict[str, str]:
    """Short names by id, but the full one in place of an abbreviation."""
    full = {actor: plain_name(name) for actor, name in zip(actors["id"], actors["name"], strict=True)}
    return {actor: full[actor] if short.rstrip("s").isupper() else short for actor, short in shown_names(actors).items()}


def abbreviated(actors: pd.DataFrame, used: Iterable[str]) -> dict[str, str]:
    """Short names that the full one does not contain, with the full one, of the actors `used` (ids)."""
    full = {actor: plain_name(name) for actor, name in zip(actors["id"], actors["name"], strict=True)}
    return {short: full[actor] for actor, short in shown_names(actors).items() if actor in set(used) and short not in full[actor]}


def holders(powers: pd.DataFrame, actors: pd.DataFrame) -> pd.DataFrame:
    """The rows of `powers` with columns actor (name to show) and type (of the actor; "" where the actor is not coded)."""
    types = dict(zip(actors["id"], actors["type"], strict=True))
    names = shown_names(actors)
    return powers.assign(
        actor=powers["actor_id"].map(lambda actor: name_of(names, actor)).astype("str"),
        type=powers["actor_id"].map(lambda actor: types.get(actor, "")).astype("str"),
    )  # fmt: skip


def matrix(held: pd.DataFrame) -> pd.DataFrame:
    """One row per actor and power.

    Columns actor_id, actor, type, power, court (see `court_of`), year (of the earliest dated row, None where none
    is dated), ids (of the rows, the dated ones first). Sorted: actors with most powers first, in a tie as the report has
    them; powers with most holders first.
    """
    columns = ["actor_id", "actor", "type", "power", "court", "year", "ids"]
    cells = []
    for (actor_id, power), rows in held.groupby(["actor_id", "power"], sort=False):
        first = rows.sort_values("since_earliest", kind="stable", na_position="last")
        year = first["since_earliest"].iloc[0]
        cells.append((actor_id, first["actor"].iloc[0], first["type"].iloc[0], power, court_of(rows["court_order"]),
                      None if pd.isna(year) else int(year.year), tuple(first["id"])))  # fmt: skip
    frame = pd.DataFrame(cells, columns=columns)
    return frame.sort_values(
        ["actor_id", "power"], key=lambda column: column.map(order_of(frame, column.name)), kind="stable", ignore_index=True,
    ) if len(frame) else frame  # fmt: skip


def order_of(cells: pd.DataFrame, column: str) -> dict[str, int]:
    """The place of each actor or power: those in most cells first, then as the report or `POWER_WORDS` has them."""
    counts = cells[column].value_counts()
    known = list(POWER_WORDS) if column == "power" else list(dict.fromkeys(cells[column]))
    ranked = sorted(counts.index, key=lambda value: (-counts[value], known.index(value)))
    return {value: place for place, value in enumerate(ranked)}


def court_of(courts: pd.Series) -> str:
    """What rows on the same power say of a court together: `mixed` where they differ; a silent row does not change what others say."""
    told = set(courts) - {NOT_APPLICABLE, "not_stated"}
    if len(told) > 1:
        return MIXED
    return told.pop() if told else "not_stated" if "not_stated" in set(courts) else NOT_APPLICABLE


def checked(cells: pd.DataFrame) -> pd.DataFrame:
    """The cells of powers that reach into what people say or do online."""
    return cells[cells["power"].isin(CHECKED)]


def bodies(held: pd.DataFrame, actors: pd.DataFrame) -> pd.DataFrame:
    """Every body with a power: columns id, body (its full name), type, above (chain of bodies over it), powers (number)."""
    cells = matrix(held)
    counts = cells["actor_id"].value_counts()
    known = actors.set_index("id")
    names = {actor: plain_name(name) for actor, name in zip(actors["id"], actors["name"], strict=True)}
    order = order_of(cells, "actor_id")
    rows = [(actor, names[actor], known.at[actor, "type"], tuple(names[up] for up in chain(actor, actors)), int(counts[actor]))
            for actor in sorted(order, key=order.get) if actor in known.index]
    return pd.DataFrame(rows, columns=["id", "body", "type", "above", "powers"])


def chain(actor: str, actors: pd.DataFrame) -> list[str]:
    """The bodies above an actor, the nearest first."""
    above = dict(zip(actors["id"], actors["parent"], strict=True))
    found: list[str] = []
    while above.get(actor) in above and above[actor] not in found:
        actor = above[actor]
        found.append(actor)
    return found
