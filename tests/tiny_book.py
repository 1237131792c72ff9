"""A tiny book: two chapters with a chart and a register, built as the real one is."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import altair as alt
import pandas as pd

from netfreedom import charts
from netfreedom.book.toc import toc_for

FOLDER = "pages/ruritania/2016"
CHAPTERS = (f"{FOLDER}/02-scores", f"{FOLDER}/12-evidence")
NEXT = ":::{read-next}\n- {chapter}`12-evidence`: the notes\n- {chapter}`05-legal-changes`: nothing here\n:::"
HOSTILE = "a <!--<script> in a cell"


def make_book(root: Path, project: Path) -> dict:
    """Write the sources of the book into a folder; its contents come back."""
    shutil.copy(project / "_config.yml", root)
    (root / FOLDER).mkdir(parents=True)
    (root / "index.md").write_text("# Ruritania\n\nUS$11 and US$18 at Zakon.kz; {chapter}`scores <ruritania/2016/02-scores>`.\n\n```{book-contents}\n```\n")
    prose = "# Scores\n\nNot Free{note}`2`. See {chapter}`12-evidence` and {chapter}`06-prosecutions`.\n\n" + NEXT
    (root / f"{CHAPTERS[0]}.ipynb").write_text(notebook(prose, chart()))
    (root / f"{CHAPTERS[1]}.ipynb").write_text(notebook("# Evidence\n\nThe notes.", register()))
    (root / FOLDER / "index.md").write_text("# Ruritania 2016\n")
    return toc_for(CHAPTERS, about=())


def chart() -> charts.Figure:
    """Two bars with a table that links to a note, to a chapter, and to one that the book lacks."""
    data = pd.DataFrame({"category": ["Access", "Content"], "points": [14, 23]})
    drawn = alt.Chart(data).mark_bar().encode(x="points:Q", y="category:N")
    table = pd.DataFrame({
        "Category": [charts.with_notes(HOSTILE, [1]), charts.to_chapter("here", "12-evidence", "note-2")],
        "Points": [charts.to_chapter("gone", "06-prosecutions", "c001"), 23],
    })  # fmt: skip
    return charts.figure(drawn, id="points", title="Points", description="Content has more.", source="Freedom House", table=table)


def register() -> charts.DataTable:
    """Two notes as anchored rows."""
    frame = pd.DataFrame({"Note": ["One", "Two"], "_id": ["note-1", "note-2"]})
    return charts.table(frame, id="notes", title="Notes", source="Freedom House")


def notebook(prose: str, shown) -> str:
    """An executed notebook: a Markdown cell and a cell that shows a figure."""
    kept = ("application/vnd.vegalite.v6+json", "application/vnd.netfreedom.table+json", "text/plain")
    data = {mime: content for mime, content in shown._repr_mimebundle_().items() if mime in kept}
    output = {"output_type": "execute_result", "execution_count": 1, "metadata": {}, "data": data}
    hidden = {"tags": ["hide-input"]}
    cells = [
        {"cell_type": "markdown", "id": "prose", "metadata": {}, "source": prose},
        {"cell_type": "code", "id": "before", "metadata": hidden, "execution_count": 1, "source": "prepared = 1", "outputs": []},
        {"cell_type": "code", "id": "figure", "metadata": hidden, "execution_count": 2, "source": "figure", "outputs": [output]},
    ]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {"kernelspec": kernel}, "cells": cells})
