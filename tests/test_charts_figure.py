"""What a figure and a table carry out of the notebook, and what they refuse."""

import json

import altair as alt
import pandas as pd
import pytest

from netfreedom.charts import figure, table, to_address, to_chapter, together, with_notes
from netfreedom.figures.csv_file import csv_of
from netfreedom.figures.kinds import CHART_MIME, TABLE_MIME

ROWS = pd.DataFrame({"kind": ["law", "arrest"], "count": [3, 2]})
BARS = alt.Chart(ROWS).mark_bar().encode(x="count:Q", y="kind:N")
SAID = {"id": "kinds", "title": "Laws lead", "description": "Three laws, two arrests.", "source": "The report"}


@pytest.fixture
def in_runner(monkeypatch):
    monkeypatch.setenv("NETFREEDOM_RUNNER", "1")


def test_a_figure_travels_with_its_identity_in_a_mime_type_that_notebooks_allow(in_runner):
    bundle = figure(BARS, **SAID, table=ROWS, tables=("events",))._repr_mimebundle_()
    assert set(bundle) == {CHART_MIME, "text/plain"}
    identity = bundle[CHART_MIME]["usermeta"]["netfreedom"]
    assert (identity["id"], identity["tables"]) == ("kinds", ["events"])
    assert identity["table"] == {"columns": ["kind", "count"], "rows": [["law", 3], ["arrest", 2]]}
    assert json.loads(json.dumps(bundle)) == bundle


def test_outside_the_runner_a_figure_draws_itself_without_a_network(monkeypatch):
    monkeypatch.delenv("NETFREEDOM_RUNNER", raising=False)
    html = figure(BARS, **SAID, table=ROWS)._repr_mimebundle_()["text/html"]
    assert "netfreedomVega" in html and "Laws lead" in html
    assert "<script src" not in html and "<link" not in html


def test_a_table_travels_with_filters_and_hidden_columns(in_runner):
    frame = ROWS.assign(_id=["l001", "c001"], _subject=[("speech", "access"), ()])
    content = table(frame, id="register", title="All rows", source="The report", filters=["kind", "_subject"])._repr_mimebundle_()[TABLE_MIME]
    assert content["filters"] == ["kind", "_subject"]
    assert content["table"]["rows"][0][3]["values"] == ["speech", "access"]


@pytest.mark.parametrize("change", [{"id": "Two Words"}, {"title": " "}, {"description": ""}, {"source": ""}])
def test_a_figure_without_identity_is_refused(change):
    with pytest.raises(ValueError, match="id|title|description|source"):
        figure(BARS, **{**SAID, **change})


def test_a_chart_that_cannot_follow_the_page_is_refused():
    with pytest.raises(ValueError, match="page's width"):
        figure(BARS | BARS, **SAID)
    with pytest.raises(ValueError, match="page's width"):
        figure(BARS.encode(row="kind:N"), **SAID)


def test_single_layered_and_stacked_charts_take_the_page_s_width():
    for chart in (BARS, BARS + BARS.mark_text()):
        assert figure(chart, **SAID).spec["width"] == "container"
    assert [part["width"] for part in figure(BARS & BARS, **SAID).spec["vconcat"]] == ["container"] * 2


def test_a_time_axis_ends_at_the_dates_given_also_under_bars():
    spans = pd.DataFrame({"start": pd.to_datetime(["2016-01-01"]), "end": pd.to_datetime(["2016-02-01"])})
    x = alt.X("start:T", scale=alt.Scale(domain=[pd.Timestamp("2015-06-01"), pd.Timestamp("2016-05-31 12:00")]))
    chart = alt.layer(alt.Chart(spans).mark_bar().encode(x, x2="end:T"))
    scale = figure(chart, **SAID).spec["layer"][0]["encoding"]["x"]["scale"]
    assert scale == {"domainMin": {"year": 2015, "month": 6, "date": 1}, "domainMax": {"year": 2016, "month": 5, "date": 31, "hours": 12}}


def test_cells_keep_values_notes_and_addresses():
    cells = [
        (43, 44), with_notes("Aktobe", (43,)), to_chapter("the law", "05-legal-changes", "l003"), together("since 2012", to_address("site", "https://example.org")),
        pd.NA, float("nan"), pd.NaT, 2.0, 2.5, True, pd.Timestamp("2016-05-19"), ("a", "b"), (),
    ]  # fmt: skip
    assert [row[0] for row in figure(BARS, **SAID, table=pd.DataFrame({"cell": cells}, dtype=object)).identity["table"]["rows"]] == [
        {"text": "", "notes": [43, 44]}, {"text": "Aktobe", "notes": [43]}, {"text": "the law", "href": "chapter:05-legal-changes#l003"},
        {"parts": ["since 2012", {"text": "site", "href": "https://example.org"}]},
        None, None, None, 2, 2.5, "yes", "2016-05-19", {"text": "a, b", "values": ["a", "b"]}, None,
    ]  # fmt: skip


def test_a_misspelt_key_of_a_cell_is_refused():
    with pytest.raises(ValueError, match="footnote.*allowed are"):
        figure(BARS, **SAID, table=pd.DataFrame({"cell": [{"text": "a", "footnote": 3}]}))


def test_the_csv_has_notes_and_addresses_in_columns_of_their_own():
    rows = [["Aktobe", {"text": "cut, off", "notes": [1, 2]}, {"text": "", "notes": [3]}, {"text": "site", "href": "https://example.org"}, "x"]]
    columns = ["Place", "What", "Notes", "Where", "_id"]
    assert csv_of({"columns": columns, "rows": rows}) == (
        'Place,What,What (notes),Notes,Where,Where (address)\nAktobe,"cut, off",1;2,3,site,https://example.org\n'
    )


@pytest.mark.parametrize(
    ("control", "missing"),
    [
        ({"type": "slider", "label": "x"}, "allowed are"),
        ({"type": "range", "label": "x", "param": "p", "min": 0}, "max, step, value"),
        ({"type": "radio", "param": "p", "options": ["a"]}, "label"),
        ({"type": "dates", "label": "x", "min": "2015-06-01", "max": "2016-05-31"}, "param .* or brush"),
        ({"type": "checkboxes", "label": "x", "param": "p", "options": ["a"], "column": "place"}, "'place'"),
    ],
)
def test_a_control_that_could_not_work_is_refused(control, missing):
    with pytest.raises(ValueError, match=missing):
        figure(BARS, **SAID, table=ROWS, controls=[control])


def test_a_control_takes_the_hidden_column_of_its_parameter():
    control = {"type": "checkboxes", "label": "Kinds", "param": "shown", "options": ["law", "arrest"]}
    checked = figure(BARS, **SAID, table=ROWS.assign(_shown=ROWS["kind"]), controls=[control]).identity["controls"][0]
    assert (checked["column"], checked["value"]) == ("_shown", ["law", "arrest"])
