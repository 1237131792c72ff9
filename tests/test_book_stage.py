"""Staging: country-specific reading comes into the page, everything else stays as it was executed."""

import json

from netfreedom.book.stage import stage


def markdown(text):
    return {"cell_type": "markdown", "id": text.strip("# ").lower()[:8].replace(" ", "-"), "metadata": {}, "source": text}


def notebook(*cells):
    return json.dumps({"cells": list(cells), "metadata": {}, "nbformat": 4, "nbformat_minor": 5}).encode()


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
