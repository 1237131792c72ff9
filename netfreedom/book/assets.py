"""Scripts, styles and the security policy of every page."""

from __future__ import annotations

import shutil
from pathlib import Path

from netfreedom.figures.scripts import SCRIPTS, STATIC, STYLE, VEGA_FILE, vega_script, vega_version
from netfreedom.run.cache import write_whole

# The theme has scripts and styles inside its pages; nothing in the book evaluates text as code or asks other machines.
POLICY = "; ".join((
    "default-src 'self'",
    "script-src 'self' 'unsafe-inline'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'none'",
    "object-src 'none'",
    "base-uri 'self'",
))  # fmt: skip
LAST = 900  # of Sphinx's priorities: after other extensions


def add_assets(app) -> None:
    """Name our files to the HTML builder; the libraries are loaded by the script, on pages that have charts."""
    if app.builder.format == "html":
        app.config.html_static_path.append(str(STATIC))
        app.add_css_file(STYLE)
        for name in SCRIPTS:
            app.add_js_file(name, loading_method="defer")


def settle_theme(app, config) -> None:
    """Settings that other extensions would leave or make otherwise: some give errors when a page is opened from disk."""
    config.html_context.setdefault("default_mode", "auto")  # light or dark as the reader's system has it
    config.numfig = False  # Jupyter Book's LaTeX part sets it, and Sphinx would walk through every page for numbers that none shows
    config.html_show_search_summary = False  # the search page would fetch every page found, which a browser refuses for files


def add_policy(app, pagename, templatename, context, doctree) -> None:
    """Put the policy first into the page's head, before anything that it governs; let a page with charts fetch Vega early."""
    head = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    if 'class="nf-spec"' in context.get("body", ""):
        head += f'<link rel="preload" as="script" href="{context["pathto"](f"_static/{VEGA_FILE}", 1)}">'
    context["metatags"] = head + context.get("metatags", "")


def write_bundle(app, exception) -> None:
    """Write the libraries beside the other static files."""
    if exception is None and app.builder.format == "html":
        folder = Path(app.outdir) / "_static"
        folder.mkdir(parents=True, exist_ok=True)
        kept = Path(app.doctreedir).parent / f".{vega_version()}.js"  # it takes longer to make than all pages of a small book
        if not kept.is_file():
            write_whole(kept, vega_script().encode())
        shutil.copyfile(kept, folder / VEGA_FILE)


def setup_assets(app) -> None:
    app.connect("config-inited", settle_theme, priority=LAST)
    app.connect("builder-inited", add_assets)
    app.connect("html-page-context", add_policy)
    app.connect("build-finished", write_bundle)
