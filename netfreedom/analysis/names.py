"""Names behind ids, where the table that holds them may not be coded."""

from __future__ import annotations


def name_of(names: dict[str, str], key: str) -> str:
    """The name of an actor or instrument; its id, and that no name is coded, where the table of names is absent."""
    return names.get(key, f"{key} (name not coded)")
