"""A dataset opens as typed tables; what is not coded is told from what is empty."""

import pandas as pd
import pytest

import netfreedom as nf
from netfreedom.errors import InputError


@pytest.fixture
def report(tiny_dataset):
    return nf.load("ruritania", 2016)


def test_report_tells_what_it_is(report):
    assert (report.country, report.edition, report.meta.iso3, report.meta.peers) == ("ruritania", 2016, "RUR", ("kazakhstan",))
    assert str(report.meta.coverage_end) == "2016-05-31"


def test_lists_are_tuples_and_notes_are_numbers(report):
    event = report.events.iloc[0]
    assert event["actors"] == ("a001", "a002")
    assert event["evidence"] == ("Strelsau", "May 2016")
    assert list(report.events["footnotes"]) == [(1,), (), (1, 2)]


def test_dates_keep_their_text_and_gain_bounds(report):
    dates = report.events[["date", "date_earliest", "date_latest", "date_precision", "date_open_end"]]
    assert dates.iloc[0].tolist() == ["2016-05-19/2016-05-23", pd.Timestamp("2016-05-19"), pd.Timestamp("2016-05-23"), "day", False]
    assert dates.iloc[1]["date_precision"] == "year" and dates.iloc[1]["date_open_end"] and pd.isna(dates.iloc[1]["date_latest"])
    assert dates.iloc[2]["date"] == "" and dates.iloc[2]["date_precision"] == "" and pd.isna(dates.iloc[2]["date_earliest"])
    assert str(report.laws["adopted_earliest"].dtype) == "datetime64[ns]"


def test_numbers_have_number_types_and_empty_text_is_text(report):
    assert str(report.scores["total"].dtype) == "Int64"
    assert str(report.penalties["fine_max"].dtype) == "Float64"
    assert report.events["result"].tolist() == ["", "", ""]


def test_an_empty_table_is_coded_and_an_absent_one_is_not(report):
    assert report.coded("findings") and len(report.findings) == 0
    assert not report.coded("systems") and len(report.systems) == 0
    assert list(report.systems["since_earliest"]) == [] and str(report.systems["since_earliest"].dtype) == "datetime64[ns]"


def test_empty_and_filled_tables_have_the_same_columns_and_types(report, tiny_dataset):
    filled = report.events.dtypes
    tiny_dataset.rows["events"] = []
    tiny_dataset.write("events")
    assert nf.load("ruritania", 2016).events.dtypes.equals(filled)


def test_commentary_is_read_where_there_is_one(report, tiny_dataset):
    assert report.commentary("scores") is None
    (tiny_dataset.folder / "commentary").mkdir()
    (tiny_dataset.folder / "commentary" / "scores.md").write_text("Read this.", encoding="utf-8")
    assert report.commentary("scores") == "Read this."


def test_a_missing_dataset_is_told_with_those_that_exist(tiny_dataset):
    with pytest.raises(InputError, match="there is no dataset ruritania 2017, and no country ruritania in index/countries.csv; datasets: ruritania 2016"):
        nf.load("ruritania", 2017)


def test_an_unreadable_cell_is_told_with_its_line(tiny_dataset):
    tiny_dataset.edit("events", 1, date="2016-13")
    with pytest.raises(InputError, match=r"events.csv:3: date: '2016-13': allowed: an EDTF date"):
        nf.load("ruritania", 2016).events  # noqa: B018


def test_an_unknown_table_is_told_with_the_known_ones(report):
    with pytest.raises(AttributeError, match="no table 'event': it has scores"):
        report.event  # noqa: B018


def test_a_notebook_reads_only_the_tables_that_it_declares(report, monkeypatch):
    monkeypatch.setenv("NETFREEDOM_TABLES", "scores,events")
    assert len(report.events) == 3
    with pytest.raises(InputError, match="reads this table without declaring it"):
        report.laws  # noqa: B018


def test_the_kazakhstan_report_opens_whole():
    report = nf.load("kazakhstan", 2016)
    assert report.scores["total"].tolist() == [61, 63]
    for table in report.meta.tables:
        assert len(report.table(table)) > 0, table
