"""A figure as one piece of HTML that needs nothing else: for JupyterLab, which does not draw Vega-Lite 6."""

from __future__ import annotations

import base64
from collections.abc import Mapping

from netfreedom.figures.csv_file import csv_of
from netfreedom.figures.html import figure_html
from netfreedom.figures.place import Place
from netfreedom.figures.scripts import figure_scripts, figure_style, vega_script


def standalone_html(identity: Mapping, spec: Mapping | None = None) -> str:
    """HTML with styles and scripts inside; links within the book are plain text, the CSV is carried along."""
    csv = base64.b64encode(csv_of(identity["table"]).encode()).decode() if identity["table"] else ""
    place = Place(csv=f"data:text/csv;base64,{csv}" if csv else "")
    # every chart carries the scripts, so that a saved notebook shows each of them whichever cell was run last
    scripts = [*([vega_script()] if spec else []), *figure_scripts().values()]
    body = figure_html(identity, spec, place)
    return f"<style>{figure_style()}</style>{body}{''.join(f'<script>{script}</script>' for script in scripts)}"
