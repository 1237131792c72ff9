"""Charts and tables of notebooks as figures of the book: what MyST-NB calls for our two kinds of output."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util import logging

from netfreedom.book.asked import ask
from netfreedom.book.links import addresses_from
from netfreedom.figures.cells import HIDDEN, notes_of, text_of
from netfreedom.figures.csv_file import csv_of
from netfreedom.figures.html import figure_html
from netfreedom.figures.kinds import CHART_MIME, IDENTIFIER, TABLE_MIME
from netfreedom.figures.place import Place

DATA_FOLDER = "_static/figures"
logger = logging.getLogger(__name__)


class book_figure(nodes.General, nodes.Element):
    """A figure as it left the notebook: `identity`, and `spec` where it is a chart."""


class ChartRenderer:
    """Takes charts and tables before MyST-NB's own renderers do."""

    mime_priority_overrides = [("*", CHART_MIME, 1), ("*", TABLE_MIME, 1)]

    @staticmethod
    def handle_mime(renderer, data, inline: bool) -> list[nodes.Element] | None:
        """The figure's node; None leaves the output to others."""
        if inline or data.mime_type not in (CHART_MIME, TABLE_MIME):
            return None
        chart = data.mime_type == CHART_MIME
        identity = (data.content.get("usermeta") or {}).get("netfreedom") if chart else data.content
        if not identity:
            return None
        figure = book_figure("", identity=identity, spec=data.content if chart else None)
        if not IDENTIFIER.fullmatch(str(identity.get("id"))):
            logger.warning("figure id %r: lower-case words joined by hyphens are allowed", identity.get("id"), location=figure)
            return []
        return [figure]


class WriteFigures(SphinxPostTransform):
    """Turns figures into what the format of the book can show."""

    default_priority = 9  # after MyST-NB has chosen one output of each cell

    def run(self, **kwargs) -> None:
        html = self.app.builder.format == "html"
        seen = set()
        for figure in list(self.document.findall(book_figure)):
            identity = figure["identity"]
            if identity["id"] in seen:
                logger.warning("figure id %r stands twice on this page", identity["id"], location=self.env.docname)
            seen.add(identity["id"])
            figure.replace_self(self._html(figure) if html else plain_nodes(identity))

    def _html(self, figure: book_figure) -> list[nodes.Node]:
        identity, page = figure["identity"], self.env.docname
        addresses = addresses_from(self.env, self.app.builder)
        place = Place(
            note=addresses.note, chapter=addresses.chapter, note_title=partial(ask, self.env, "note"), csv=self._write_data(identity, page),
            verified=ask(self.env, "verified", list(identity["tables"])), level=heading_level(figure),
        )  # fmt: skip
        return [nodes.raw("", figure_html(identity, figure["spec"], place), format="html")]

    def _write_data(self, identity: Mapping, page: str) -> str:
        """Write the figure's table as CSV beside the page's other files; the address of it as seen from the page."""
        if not identity["table"]:
            return ""
        file = data_file(page, identity["id"])
        target = Path(self.app.outdir) / file
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(csv_of(identity["table"]), encoding="utf-8", newline="\n")
        return "../" * page.count("/") + file


def data_file(page: str, figure: str) -> str:
    """Where a figure's CSV stands in the built book."""
    return f"{data_folder(page)}/{figure}.csv"


def data_folder(page: str) -> str:
    """Where the CSV files of a page's figures stand in the built book."""
    return f"{DATA_FOLDER}/{page.replace('/', '-')}"


def heading_level(figure: nodes.Node) -> int:
    """One below the section that the figure stands in."""
    depth, parent = 0, figure.parent
    while parent is not None:
        depth += isinstance(parent, nodes.section)
        parent = parent.parent
    return min(max(depth, 1) + 1, 6)


def plain_nodes(identity: Mapping) -> list[nodes.Node]:
    """Title, description and table, for formats without scripts."""
    written = [nodes.paragraph("", "", nodes.strong("", identity["title"]))]
    written += [nodes.paragraph("", text) for text in (identity.get("subtitle"), identity.get("description")) if text]
    if identity["table"]:
        written.append(_plain_table(identity["table"]))
    return [*written, nodes.paragraph("", f"Source: {identity['source']}")]


def _plain_table(table: Mapping) -> nodes.table:
    shown = [number for number, name in enumerate(table["columns"]) if not name.startswith(HIDDEN)]
    group = nodes.tgroup(cols=len(shown))
    group += [nodes.colspec(colwidth=1) for _ in shown]
    group += nodes.thead("", _plain_row([table["columns"][number] for number in shown]))
    group += nodes.tbody("", *(_plain_row([row[number] for number in shown]) for row in table["rows"]))
    return nodes.table("", group)


def _plain_row(cells) -> nodes.row:
    return nodes.row("", *(nodes.entry("", nodes.paragraph("", _plain_cell(cell))) for cell in cells))


def _plain_cell(cell) -> str:
    return " ".join(filter(None, (text_of(cell), *(f"[{number}]" for number in notes_of(cell)))))


def setup_charts(app) -> None:
    """Register the figure's node and the transform that writes it."""
    app.add_node(book_figure)
    app.add_post_transform(WriteFigures)
