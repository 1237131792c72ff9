"""Form controls of a figure: real, labelled HTML inputs that set the chart's parameters and narrow its table.

Each control is a mapping with `type`, `label` and, by type:

- `radio`, `select`: `param`, `options` ([{"label", "value"}]), `value` (default: the first).
- `checkboxes`: `param` (receives the list of ticked values), `options`, `value` (default: all).
- `range`: `param`, `min`, `max`, `step`, `value`.
- `dates`: two date inputs, `min`, `max` ("2015-06-01"), and either `param` ("from/to": two parameters that receive
  milliseconds of local time) or `brush` (the name of an interval selection on a time x axis, kept in step both ways).
- `output`: `param`, a computed parameter whose text is shown and read out when it changes.

`column` lets a control narrow the table as well: rows stay whose cell in that column is chosen; a hidden column named
`_<param>` is taken by itself.
`dates` narrows rows by their hidden columns `_start` and `_end` (ISO dates, empty where unknown).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

NEEDED = {
    "radio": ("param", "options"),
    "select": ("param", "options"),
    "checkboxes": ("param", "options"),
    "range": ("param", "min", "max", "step", "value"),
    "dates": ("min", "max"),
    "output": ("param",),
}


def checked_controls(controls: Sequence[Mapping], table: Mapping | None) -> list[dict]:
    """The controls with defaults filled in; refuses what could not work on the page."""
    return [_checked(dict(control), table) for control in controls]


def _checked(control: dict, table: Mapping | None) -> dict:
    kind = control.get("type")
    if kind not in NEEDED:
        raise ValueError(f"{kind!r} is not a type of control: allowed are {', '.join(NEEDED)}")
    missing = [key for key in ("label", *NEEDED[kind]) if key not in control]
    if missing:
        raise ValueError(f"control {kind!r} lacks {', '.join(missing)}")
    if kind == "dates" and ("param" in control) == ("brush" in control):
        raise ValueError("control 'dates' takes either param ('from/to') or brush")
    if kind == "dates" and len(control.get("param", "/").split("/")) != 2:
        raise ValueError("the param of control 'dates' names two parameters: 'from/to'")
    if "options" in control:
        control["options"] = [
            dict(option) if isinstance(option, Mapping) else {"label": str(option), "value": option}
            for option in control["options"]
        ]
        values = [option["value"] for option in control["options"]]
        control.setdefault("value", values if kind == "checkboxes" else values[0])
    if table is not None and f"_{control.get('param')}" in table["columns"]:
        control.setdefault("column", f"_{control['param']}")
    column = control.get("column")
    if column is not None and (table is None or column not in table["columns"]):
        raise ValueError(f"a control narrows by column {column!r}, which the table does not have")
    return control
