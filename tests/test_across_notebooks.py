"""The chapters across countries, through papermill: any country and edition of the index, and no country at all."""

import json
from pathlib import Path

import papermill
import pytest
from test_notebooks import UNSAID, words

from netfreedom.figures.kinds import CHART_MIME, TABLE_MIME
from netfreedom.run.notebooks import read_chapter

NOTEBOOKS = Path(__file__).resolve().parents[1] / "notebooks"
STEMS = ["20-countries", "21-controls", "22-questions"]
EDITIONS = [("kazakhstan", 2016), ("france", 2019), ("", 2016), ("", 2025), ("iceland", 2009), ("netherlands", 2016), ("syria", 2012), ("chile", 2025)]


def executed(stem, folder, monkeypatch, country, edition, peers=""):
    chapter = read_chapter(NOTEBOOKS / f"{stem}.ipynb")
    monkeypatch.setenv("NETFREEDOM_RUNNER", "1")
    monkeypatch.setenv("NETFREEDOM_TABLES", ",".join(chapter.tables))
    papermill.execute_notebook(
        str(chapter.path), str(folder / "out.ipynb"), parameters={"country": country, "edition": edition, "peers": peers},
        cwd=str(folder), progress_bar=False,
    )  # fmt: skip
    cells = json.loads((folder / "out.ipynb").read_text(encoding="utf-8"))["cells"]
    return [output["data"] for cell in cells for output in cell.get("outputs", ()) if "data" in output]


def rows_of(spec):
    return sum(len(rows) for rows in spec.get("datasets", {}).values())


@pytest.mark.parametrize("stem", STEMS)
def test_they_take_neighbours_and_need_the_index_alone(stem):
    chapter = read_chapter(NOTEBOOKS / f"{stem}.ipynb")
    assert chapter.parameters == ("country", "edition", "peers") and chapter.tables == chapter.requires == () and chapter.index


@pytest.mark.notebooks
@pytest.mark.parametrize(("country", "edition"), EDITIONS)
@pytest.mark.parametrize("stem", STEMS)
def test_reads_well_for_any_country_and_edition(stem, country, edition, tmp_path, monkeypatch):
    outputs = executed(stem, tmp_path, monkeypatch, country, edition)
    assert words(outputs) and UNSAID.findall(words(outputs)) == []
    for data in outputs:
        if CHART_MIME in data:
            identity = data[CHART_MIME]["usermeta"]["netfreedom"]
            assert rows_of(data[CHART_MIME]) > 1 and identity["table"]["rows"], identity["id"]
            assert UNSAID.findall(" ".join((identity["title"], identity["subtitle"], identity["description"]))) == []
        if TABLE_MIME in data:
            assert data[TABLE_MIME]["table"]["rows"], data[TABLE_MIME]["id"]


@pytest.mark.notebooks
def test_the_neighbours_of_the_report_are_those_compared(tmp_path, monkeypatch):
    said = words(executed("20-countries", tmp_path, monkeypatch, "kazakhstan", 2016, "kyrgyzstan,uzbekistan"))
    assert "Kazakhstan, Kyrgyzstan and Uzbekistan lie within" in said and "44 points in 2016" in said and "21 points in 2024" in said


@pytest.mark.notebooks
def test_a_misspelt_country_stops_the_page(tmp_path, monkeypatch):
    with pytest.raises(papermill.PapermillExecutionError, match="did you mean"):
        executed("20-countries", tmp_path, monkeypatch, "kazakstan", 2016)
