"""Staging: country-specific reading comes into the page, everything else stays as it was executed."""

import json

from netfreedom.book.stage import stage
from netfreedom.run.normalize import as_bytes, joined, lines_of


def markdown(text):
    return {"cell_type": "markdown", "id": text.strip("# ").lower()[:8].replace(" ", "-"), "metadata": {}, "source": text}


def notebook(*cells):
    return as_bytes({"cells": list(cells), "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


CODE = {"cell_type": "code", "id": "code", "metadata": {}, "source": "1", "outputs": [], "execution_count": None}


def sources(staged):
    return [cell["source"] for cell in json.loads(staged)["cells"]]


def test_commentary_stands_before_what_to_read_next():
    staged = stage(notebook(markdown("# Scores"), CODE, markdown("## Read next")), "## In Kazakhstan\n\nTwo points.\n\n")
    assert sources(staged) == ["# Scores", "1", "## In Kazakhstan\n\nTwo points.\n", "## Read next"]


def test_commentary_never_stands_before_the_title():
    assert sources(stage(notebook(markdown("# Scores")), "Words.")) == ["# Scores", "Words.\n"]


def test_without_commentary_no_cell_is_added():
    plain = notebook(markdown("# Scores"), CODE)
    assert sources(stage(plain)) == sources(stage(plain, " \n")) == ["# Scores", "1"]


def test_the_same_inputs_give_the_same_bytes():
    executed = notebook(markdown("# Ұлт"), markdown("## Next"))
    assert stage(executed, "Слово") == stage(executed, "Слово")
    assert "Слово".encode() in stage(executed, "Слово")


def test_cell_ids_stay_unique():
    ids = [cell["id"] for cell in json.loads(stage(notebook(markdown("# A"), CODE, markdown("## B")), "C"))["cells"]]
    assert len(ids) == len(set(ids))


def test_a_page_is_what_its_cells_would_be_as_a_notebook_of_their_own():
    executed = notebook(markdown("# A, [1],"), CODE, markdown("## B\n],\n"))
    staged = stage(executed, "C,\n", "D")
    assert as_bytes(json.loads(staged)) == staged and sources(staged) == ["# A, [1],", "D\n", "1", "C,\n", "## B\n],\n"]
    for content in (executed, notebook()):
        assert joined(*lines_of(content)) == content
