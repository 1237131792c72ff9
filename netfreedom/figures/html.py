"""HTML of a figure and of a register; where links lead is for the place to say."""

from __future__ import annotations

import json
from collections.abc import Mapping
from html import escape

from netfreedom.figures.html_controls import controls_html, filters_html
from netfreedom.figures.html_table import table_html
from netfreedom.figures.place import Place

EXPLAINED = "/about/methods#what-matches-the-report-means"  # the page that says what a row that matches proves


def figure_html(identity: Mapping, spec: Mapping | None, place: Place) -> str:
    """A chart (`spec`) or a register: everything a reader needs who cannot see the drawing or wants to check it."""
    anchor = f"fig-{identity['id']}"
    body = _register(identity, anchor, place) if spec is None else _chart(identity, spec, anchor, place)
    described = f' aria-describedby="{anchor}-words"' if identity["description"] else ""
    kind = " nf-register" if spec is None else ""
    caption = _caption(identity, anchor, place.level)
    return (
        f'<figure class="nf-figure{kind}" id="{anchor}" aria-labelledby="{anchor}-title"{described}>'
        f"{caption}{body}{_foot(identity, place)}</figure>"
    )


def embedded_json(value) -> str:
    """JSON for a script element: with `<` escaped, no text in it can end the element or open a comment."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def typeset(text: str) -> str:
    """Our own sentences as HTML, with the apostrophes that Sphinx gives to prose."""
    return escape(text.replace("'", "’"))


def _chart(identity: Mapping, spec: Mapping, anchor: str, place: Place) -> str:
    table, controls = identity["table"], identity["controls"]
    drawn = _with_links({key: value for key, value in spec.items() if key != "usermeta"}, place)
    filtered = [control["column"] for control in controls if "column" in control]
    if identity["linked_table"]:
        summary = f"Table ({_counted(table)})"
    else:
        summary = f"In words and as a table ({_counted(table)})" if table else "In words"
    return "".join((
        controls_html(controls, anchor),
        '<div class="nf-chart" aria-hidden="true"></div>',
        "<noscript><p>The chart is drawn by a script of this book; what it shows stands below.</p></noscript>",
        f'<script type="application/json" class="nf-spec">{embedded_json(drawn)}</script>',
        f'<details class="nf-details"{" open" if identity["linked_table"] else ""}><summary>{summary}</summary>',
        _words(identity, anchor),
        table_html(table, identity["title"], place, filtered) if table else "",
        "</details>",
    ))  # fmt: skip


def _register(identity: Mapping, anchor: str, place: Place) -> str:
    table, filters = identity["table"], identity["filters"]
    return "".join((
        _words(identity, anchor), filters_html(table, filters, anchor), table_html(table, identity["title"], place, filters),
    ))  # fmt: skip


def _with_links(value, place: Place):
    """The specification with every `chapter:…` and `note:…` in its data turned into an address of the book."""
    if isinstance(value, dict):
        return {key: _with_links(content, place) for key, content in value.items()}
    if isinstance(value, list):
        return [_with_links(content, place) for content in value]
    return place.href(value) if isinstance(value, str) and value.startswith(("chapter:", "note:")) else value


def _caption(identity: Mapping, anchor: str, level: int) -> str:
    subtitle = f'<p class="nf-subtitle">{typeset(identity["subtitle"])}</p>' if identity["subtitle"] else ""
    return f'<figcaption><h{level} class="nf-title" id="{anchor}-title">{typeset(identity["title"])}</h{level}>{subtitle}</figcaption>'


def _words(identity: Mapping, anchor: str) -> str:
    return f'<p class="nf-words" id="{anchor}-words">{typeset(identity["description"])}</p>' if identity["description"] else ""


def _foot(identity: Mapping, place: Place) -> str:
    verified = identity["verification"] or place.verified
    parts = [f'<span class="nf-source">Source: {escape(identity["source"])}</span>']
    if verified:
        explained = place.chapter(EXPLAINED)
        words = f'<a href="{escape(explained)}">{escape(verified)}</a>' if explained and verified == place.verified else escape(verified)
        parts.append(f'<span class="nf-verification">{words}</span>')
    if place.csv and identity["table"]:
        of = f'<span class="nf-hidden"> of “{escape(identity["title"])}”</span>'
        parts.append(f'<a class="nf-csv" href="{escape(place.csv)}" download="{identity["id"]}.csv">Data as CSV{of}</a>')
    return f'<p class="nf-foot">{" ".join(parts)}</p>'


def _counted(table: Mapping) -> str:
    number = len(table["rows"])
    return "1 row" if number == 1 else f"{number} rows"
