"""The book: a Sphinx extension for figures, links to notes and chapters, and pages that ask nothing of other machines."""

from __future__ import annotations

from netfreedom.book.assets import setup_assets
from netfreedom.book.charts import setup_charts
from netfreedom.book.links import setup_links


def setup(app) -> dict:
    """Entry point of the Sphinx extension `netfreedom.book`."""
    setup_links(app)
    setup_charts(app)
    setup_assets(app)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
