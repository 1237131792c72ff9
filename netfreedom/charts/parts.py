"""Small parts that several charts share."""

from __future__ import annotations

import textwrap

import altair as alt

_HALF_LINE = 7  # pixels
SIGNED = "datum.value == 0 ? '0' : format(datum.value, '+d')"


def wrapped(text: str, width: int = 17) -> str:
    """A label broken into lines of at most `width` letters; an axis of `wrapped_axis` draws it so."""
    return "\n".join(textwrap.wrap(text, width))


def wrapped_axis(**options) -> alt.Axis:
    """An axis whose labels break where `wrapped` broke them: a phone has no room for long ones.

    Vega sets the first line at the middle of its row; on a vertical axis the label moves up by half a line for each further one.
    """
    if options.get("orient") not in ("top", "bottom"):
        lines = "length(split(datum.value, '\\n'))"
        moved = [{"test": f"{lines} == {count}", "value": -_HALF_LINE * (count - 1)} for count in (2, 3, 4)]
        options = {"labelOffset": {"condition": moved, "value": 0}, **options}
    return alt.Axis(labelExpr="split(datum.label, '\\n')", labelLimit=0, labelOverlap=False, **options)
