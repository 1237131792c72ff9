"""The chapter notebooks as templates, and each of them through papermill on the datasets."""

import json
import re
from pathlib import Path

import papermill
import pytest
from tiny_dataset import FURTHER, ROWS, TinyDataset

from netfreedom.run.notebooks import chapters
from netfreedom.vocabulary import CELL_TAGS

PROJECT = Path(__file__).resolve().parents[1]
CHAPTERS = chapters(PROJECT / "notebooks")
OF_A_COUNTRY = [chapter for chapter in CHAPTERS if not chapter.across]
LONGEST_CELL = 15  # lines
# A missing value or a wrong plural that reached the page; "None of" opens an English sentence.
UNSAID = re.compile(r"\bnan\b|\bNone\b(?! of)|\bNaT\b|<NA>|\bone (?:laws|rows|events|entries|cases|notes)\b")


def cells_of(chapter, kind="code"):
    cells = json.loads(chapter.path.read_text(encoding="utf-8"))["cells"]
    return [cell for cell in cells if cell["cell_type"] == kind]


@pytest.fixture(params=CHAPTERS, ids=lambda chapter: chapter.name)
def chapter(request):
    return request.param


def test_committed_without_outputs(chapter):
    assert not any(cell["outputs"] or cell["execution_count"] for cell in cells_of(chapter))


@pytest.mark.parametrize("chapter", OF_A_COUNTRY, ids=lambda chapter: chapter.name)
def test_parameters_are_country_and_edition(chapter):
    assert chapter.parameters == ("country", "edition")


def test_cells_are_short_and_define_nothing(chapter):
    for cell in cells_of(chapter):
        lines = "".join(cell["source"]).splitlines()
        assert len(lines) <= LONGEST_CELL, lines[0]
        assert not any(line.startswith(("def ", "class ", "for ", "while ")) for line in lines), lines


def test_only_known_tags(chapter):
    tags = {tag for kind in ("code", "markdown") for cell in cells_of(chapter, kind) for tag in cell["metadata"].get("tags", ())}
    assert tags <= set(CELL_TAGS)


def test_one_title_and_no_figure_typed_in_prose(chapter):
    prose = ["".join(cell["source"]) for cell in cells_of(chapter, "markdown")]
    assert sum(line.startswith("# ") for text in prose for line in text.splitlines()) == 1 and prose[0].startswith("# ")
    assert [text for text in prose if any(letter.isdigit() for letter in text)] == []


def executed(chapter, folder, monkeypatch, **parameters):
    monkeypatch.setenv("NETFREEDOM_RUNNER", "1")
    monkeypatch.setenv("NETFREEDOM_TABLES", ",".join(chapter.tables))
    target = folder / "out.ipynb"
    papermill.execute_notebook(str(chapter.path), str(target), parameters=parameters, cwd=str(folder), progress_bar=False)
    cells = json.loads(target.read_text(encoding="utf-8"))["cells"]
    return [output["data"] for cell in cells for output in cell.get("outputs", ()) if "data" in output]


def words(outputs):
    return "\n".join("".join(data["text/markdown"]) for data in outputs if "text/markdown" in data)


@pytest.mark.notebooks
@pytest.mark.parametrize("chapter", OF_A_COUNTRY, ids=lambda chapter: chapter.name)
def test_runs_on_the_kazakhstan_report_from_any_folder(chapter, tmp_path, monkeypatch):
    said = words(executed(chapter, tmp_path, monkeypatch, country="kazakhstan", edition=2016))
    assert said and UNSAID.findall(said) == []


@pytest.mark.notebooks
@pytest.mark.parametrize("chapter", OF_A_COUNTRY, ids=lambda chapter: chapter.name)
def test_reads_well_on_a_tiny_dataset(chapter, own_root, tmp_path, monkeypatch):
    TinyDataset(own_root, ROWS | FURTHER)
    said = words(executed(chapter, tmp_path, monkeypatch, country="ruritania", edition=2016))
    assert "Kazakhstan" not in said
    assert UNSAID.findall(said) == []
