"""HTML of the form controls of figures and of the filters of tables; shown by the script, since they need it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from html import escape

from netfreedom.figures.cells import HIDDEN, values_of

CHOICES_UP_TO = 20  # more different values than that are searched, not listed
SEARCH_FROM = 12  # rows from which a register gets a search field


def controls_html(controls: Sequence[Mapping], anchor: str) -> str:
    """The controls of a figure, or nothing."""
    fields = "".join(_WRITERS[control["type"]](control, f"{anchor}-{number}") for number, control in enumerate(controls))
    inputs = [control for control in controls if control["type"] != "output"]
    reset = '<button type="reset" class="nf-reset">Reset</button>' if inputs else ""
    return f'<form class="nf-controls" hidden>{fields}{reset}</form>' if fields else ""


def filters_html(table: Mapping, columns: Sequence[str], anchor: str) -> str:
    """One filter per column, and a search field over all of a longer table."""
    fields = [_filter(table, column, f"{anchor}-filter-{number}") for number, column in enumerate(columns)]
    if len(table["rows"]) >= SEARCH_FROM:
        fields.append(_searched("", "Search all columns", f"{anchor}-search"))
    reset = '<button type="reset" class="nf-reset">Reset</button>'
    return f'<form class="nf-controls" hidden>{"".join(fields)}{reset}</form>' if fields else ""


def _filter(table: Mapping, column: str, identifier: str) -> str:
    name, number = column.lstrip(HIDDEN).replace("_", " "), table["columns"].index(column)
    label = name[:1].upper() + name[1:]
    values = sorted({value for row in table["rows"] for value in values_of(row[number])}, key=str.casefold)
    if len(values) > CHOICES_UP_TO:
        return _searched(column, label, identifier)
    options = "".join(f'<option value="{escape(value)}">{escape(value.replace("_", " "))}</option>' for value in values)
    field = f'<select id="{identifier}"><option value="">all</option>{options}</select>'
    return f'<div class="nf-control" data-filter="{escape(column)}"><label for="{identifier}">{escape(label)}</label>{field}</div>'


def _searched(column: str, label: str, identifier: str) -> str:
    field = f'<input type="search" id="{identifier}" autocomplete="off">'
    return f'<div class="nf-control" data-filter="{escape(column)}"><label for="{identifier}">{escape(label)}</label>{field}</div>'


def _choices(control: Mapping, identifier: str) -> str:
    kind = "radio" if control["type"] == "radio" else "checkbox"
    chosen = control["value"] if kind == "checkbox" else [control["value"]]
    options = "".join(
        f'<label><input type="{kind}" name="{identifier}" value="{number}"'
        f'{" checked" if option["value"] in chosen else ""}> {_swatch(option)}{escape(option["label"])}</label>'
        for number, option in enumerate(control["options"])
    )
    return f'<fieldset class="nf-control nf-choices"{_data(control)}><legend>{escape(control["label"])}</legend>{options}</fieldset>'


def _swatch(option: Mapping) -> str:
    colour = option.get("colour")
    return f'<span class="nf-swatch" style="background:{escape(colour)}"></span>' if colour else ""


def _select(control: Mapping, identifier: str) -> str:
    options = "".join(
        f'<option value="{number}"{" selected" if option["value"] == control["value"] else ""}>{escape(option["label"])}</option>'
        for number, option in enumerate(control["options"])
    )
    return _labelled(control, identifier, f'<select id="{identifier}">{options}</select>')


def _range(control: Mapping, identifier: str) -> str:
    limits = "".join(f' {key}="{control[key]}"' for key in ("min", "max", "step", "value"))
    shown = f'<output for="{identifier}">{control["value"]}</output>'
    return _labelled(control, identifier, f'<input type="range" id="{identifier}"{limits}>{shown}')


def _dates(control: Mapping, identifier: str) -> str:
    limits = f'min="{control["min"]}" max="{control["max"]}"'
    first, last = control.get("value", (control["min"], control["max"]))
    fields = "".join(
        f'<label>{word} <input type="date" {limits} value="{value}"></label>' for word, value in (("from", first), ("to", last))
    )
    return f'<fieldset class="nf-control nf-dates"{_data(control)}><legend>{escape(control["label"])}</legend>{fields}</fieldset>'


def _output(control: Mapping, identifier: str) -> str:
    return (
        f'<p class="nf-control nf-output"{_data(control)}><span>{escape(control["label"])}</span> '
        f'<output aria-live="polite"></output></p>'
    )


def _labelled(control: Mapping, identifier: str, field: str) -> str:
    return f'<div class="nf-control"{_data(control)}><label for="{identifier}">{escape(control["label"])}</label>{field}</div>'


def _data(control: Mapping) -> str:
    return f' data-control="{escape(json.dumps(control, ensure_ascii=False))}"'


_WRITERS = {
    "radio": _choices, "checkboxes": _choices, "select": _select, "range": _range, "dates": _dates, "output": _output,
}
