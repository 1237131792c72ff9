"""The scripts and styles that draw figures: Vega's own, taken from vl-convert, and the book's."""

from __future__ import annotations

import hashlib
import importlib.metadata
import inspect
from functools import cache
from importlib.resources import files

VEGA_LITE = "6.4"
VEGA_FILE = "netfreedom-vega.js"  # loaded by the last of the scripts below, on pages that have charts
SCRIPTS = ("netfreedom-tables.js", "netfreedom-controls.js", "netfreedom.js")
STYLE = "netfreedom.css"
STATIC = files("netfreedom") / "book" / "static"

# Vega-Lite warns of every chart with rows of fixed height that only its width is fitted, which is what is asked for.
QUIET_CONSOLE = """{
  ...console,
  warn(...text) { if (!text.join(" ").includes('Dropping "fit-y"')) console.warn(...text); },
}"""


@cache
def vega_script() -> str:
    """Vega, Vega-Lite, Vega-Embed and the expression interpreter as one script.

    It lives in a function and sets one name, `netfreedomVega`: Sphinx's own scripts already own globals such as `_`.
    """
    # vl-convert starts threads, after which a forked child hangs: it is loaded only where nothing forks
    import vl_convert

    bundle = vl_convert.javascript_bundle("window.netfreedomVega = {embed: vegaEmbed};", VEGA_LITE)
    return f'(function (console) {{\n"use strict";\n{bundle}\n}})({QUIET_CONSOLE});\n'


def vega_version() -> str:
    """Name of what `vega_script` gives, without making it: it changes with the libraries and with what is put around them."""
    around = hashlib.sha256(inspect.getsource(vega_script).encode() + QUIET_CONSOLE.encode()).hexdigest()[:12]
    return f"vega-{VEGA_LITE}-{importlib.metadata.version('vl-convert-python')}-{around}"


def figure_scripts() -> dict[str, str]:
    """The scripts that draw figures as they come into view and connect controls and tables, in their order."""
    return {name: (STATIC / name).read_text(encoding="utf-8") for name in SCRIPTS}


def figure_style() -> str:
    """The style sheet of figures and tables."""
    return (STATIC / STYLE).read_text(encoding="utf-8")
