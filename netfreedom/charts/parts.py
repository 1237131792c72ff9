"""Small parts that several charts share."""

from __future__ import annotations

import textwrap

import altair as alt
import pandas as pd

SIGNED = "datum.value == 0 ? '0' : format(datum.value, '+d')"


def wrapped(text: str, width: int = 17) -> str:
    """A label broken into lines of at most `width` letters; an axis of `wrapped_axis` draws it so."""
    return "\n".join(textwrap.wrap(text, width))


def wrapped_axis(**options) -> alt.Axis:
    """An axis whose labels break where `wrapped` broke them: a phone has no room for long ones."""
    return alt.Axis(labelExpr="split(datum.label, '\\n')", labelLimit=0, labelOverlap=False, **options)


def signed(change: int) -> str:
    """`+2`, `−1`, `0`."""
    if pd.isna(change):
        return "not published"
    return f"{change:+d}".replace("-", "−") if change else "0"
