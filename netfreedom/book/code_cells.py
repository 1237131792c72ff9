"""Code cells on a page: what only prepares a chart is shown with the chart, not behind a button of its own."""

from __future__ import annotations

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

HIDDEN = "tag_hide-input"


class JoinPreparation(SphinxPostTransform):
    """Moves the code of a cell that shows nothing into the next cell that shows something; the notebook file keeps both."""

    default_priority = 7

    def run(self, **kwargs) -> None:
        waiting: list[tuple[nodes.Element, str]] = []
        for cell in list(self.document.findall(_is_hidden_cell)):
            code = next(iter(cell.findall(nodes.literal_block)), None)
            if code is None:
                continue
            if not any("cell_output" in part.get("classes", ()) for part in cell.children):
                waiting.append((cell, code.astext()))
                continue
            if waiting:
                text = "\n\n".join([*(before for _, before in waiting), code.astext()])
                code.children, code.rawsource = [], text
                code += nodes.Text(text)
                for prepared, _ in waiting:
                    prepared.parent.remove(prepared)
                waiting = []


def _is_hidden_cell(node: nodes.Node) -> bool:
    return isinstance(node, nodes.container) and HIDDEN in node.get("classes", ())


def setup_code_cells(app) -> None:
    app.add_post_transform(JoinPreparation)
