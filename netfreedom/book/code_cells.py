"""Code cells on a page: the result comes first, then the button for its code, which holds what prepares it too."""

from __future__ import annotations

from docutils import nodes
from myst_nb.sphinx_ import HideCodeCellNode, HideInputCells
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


class CodeBelow(SphinxPostTransform):
    """Moves the button for a cell's code below what the cell shows: under a question stands its answer."""

    default_priority = HideInputCells.default_priority + 1

    def run(self, **kwargs) -> None:
        for cell in self.document.findall(_is_hidden_cell):
            if isinstance(cell.children[0], HideCodeCellNode):
                cell.append(cell.pop(0))


def _is_hidden_cell(node: nodes.Node) -> bool:
    return isinstance(node, nodes.container) and HIDDEN in node.get("classes", ())


def setup_code_cells(app) -> None:
    app.add_post_transform(JoinPreparation)
    app.add_post_transform(CodeBelow)
