"""The book: a Sphinx extension for figures, links to notes and chapters, and pages that ask nothing of other machines."""

from __future__ import annotations


def setup(app) -> dict:
    """Entry point of the Sphinx extension `netfreedom.book`."""
    # Imported here: a build that has nothing to do must not wait for Sphinx.
    from netfreedom.book.assets import setup_assets
    from netfreedom.book.charts import setup_charts
    from netfreedom.book.code_cells import setup_code_cells
    from netfreedom.book.contents import setup_contents
    from netfreedom.book.links import setup_links
    from netfreedom.book.read_next import setup_read_next
    from netfreedom.book.reuse import setup_reuse
    from netfreedom.book.stems import setup_stems

    setup_links(app)
    setup_read_next(app)
    setup_contents(app)
    setup_code_cells(app)
    setup_charts(app)
    setup_assets(app)
    setup_reuse(app)
    setup_stems(app)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
