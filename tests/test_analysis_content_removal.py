"""What companies granted, half-years and the step between them, demands and their routes; and the numbers of the Kazakhstan dataset."""

from datetime import date

import pandas as pd
import pytest
from test_analysis_legal_changes import bounds

import netfreedom as nf
from netfreedom.analysis import content_removal as analysis
from netfreedom.analysis.legal_changes import is_rule
from netfreedom.charts import content_removal as drawing

START, END = date(2015, 6, 1), date(2016, 5, 31)
ACTORS = pd.DataFrame([("a001", "District court"), ("a002", "Regulator")], columns=["id", "name"])


def made_up_requests(*rows: dict) -> pd.DataFrame:
    usual = {"company": "Google", "period": "2015-07/2015-12", "requests": None, "items": None, "unit": "requests", "complied_percent": None,
             "restricted": None, "footnotes": (), "note": ""}
    frame = pd.DataFrame([{"id": f"q{n:03}", **usual, **row} for n, row in enumerate(rows, 1)], columns=["id", *usual])
    return frame.astype({"requests": "Int64", "items": "Int64", "restricted": "Int64", "complied_percent": "Float64"})


def asked(*rows: dict) -> pd.DataFrame:
    return analysis.companies(made_up_requests(*rows))


def made_up_orders(*rows: dict) -> pd.DataFrame:
    usual = {"date": "2016-02", "date_kind": "within", "date_text": "February 2016", "target": "Gazette", "content": "A video", "platform": "", "ordered_by": ("a001",), "ground": "honour", "court_order": "yes",
             "outcome": "removed", "event_id": "", "footnotes": (), "note": ""}
    return bounds(pd.DataFrame([{"id": f"o{n:03}", **usual, **row} for n, row in enumerate(rows, 1)], columns=["id", *usual]), "date")


def told(*rows: dict) -> pd.DataFrame:
    return analysis.orders(made_up_orders(*rows), ACTORS)


def made_up_series(*rows: tuple) -> pd.DataFrame:
    """Rows of series, half-year, value and, where it is a limit, qualifier."""
    full = [("RUR", name, half, value, *(rest or [""])) for name, half, value, *rest in rows]
    return pd.DataFrame(full, columns=["iso3", "series", "date", "value", "qualifier"])


def made_up_halves(**counts: int) -> pd.DataFrame:
    """Half-years by keys such as `y2015a` and `y2015b` with their number of requests."""
    months = {"a": ("01", "06"), "b": ("07", "12")}
    rows = [("google_removal_requests", f"{key[1:5]}-{months[key[5]][0]}/{key[1:5]}-{months[key[5]][1]}", value) for key, value in counts.items()]
    return analysis.half_years(made_up_series(*rows), "RUR")


@pytest.mark.parametrize(("requests", "percent", "granted"), [(19, 5, 1), (4, 0, 0), (7, 100, 7), (19, None, None), (None, 5, None)])
def test_a_share_is_told_as_the_requests_it_stands_for(requests, percent, granted):
    found = asked({"requests": requests, "complied_percent": percent})["granted"].iloc[0]
    assert pd.isna(found) if granted is None else found == granted


def test_every_request_is_one_square_and_granted_ones_are_filled():
    rows = asked({"requests": 25, "complied_percent": 8}, {"company": "Facebook", "restricted": 25})
    squares, heads, height = drawing.squares(rows, ["Google", "Facebook"])
    assert len(squares) == 25
    assert squares["filled"].sum() == 2
    assert squares["x"].max() < drawing.ABREAST
    assert heads["text"].tolist() == ["Google", "Facebook"]
    assert height > squares["y"].max()


@pytest.mark.parametrize(("requests", "drawn"), [(None, False), (4, False), (5, True), (200, True), (5000, False)])
def test_requests_are_drawn_one_by_one_only_where_that_can_be_read(requests, drawn):
    assert drawing.drawable(asked({"requests": requests})) is drawn


def test_half_years_without_requests_are_left_out_and_limits_are_marked():
    halves = analysis.half_years(made_up_series(
        ("google_removal_requests", "2010-01/2010-06", 10, "less_than"), ("google_removal_items", "2010-01/2010-06", 12), ("google_removal_items", "2011-01/2011-06", 3)), "RUR")
    assert halves["when"].tolist() == ["January–June 2010"]
    assert halves[["below", "items_below"]].iloc[0].tolist() == [True, False]
    assert drawing.half_year_table(halves)["Requests"].tolist() == ["fewer than 10"]
    assert halves["end"].iloc[0] == pd.Timestamp("2010-07-01")


def test_the_step_is_to_the_half_year_that_lies_whole_in_the_period():
    assert analysis.jump(made_up_halves(y2015a=3, y2015b=19, y2016a=14), START, END) == (3, 19)


def test_no_step_over_a_gap_from_a_limit_or_without_a_whole_half_year():
    assert analysis.jump(made_up_halves(y2014b=3, y2015b=19), START, END) is None
    assert analysis.jump(made_up_halves(y2015a=3, y2016a=19), START, END) is None
    assert analysis.jump(made_up_halves(y2015a=3, y2015b=19).assign(below=True), START, END) is None
    assert analysis.jump(made_up_halves(), START, END) is None


def test_demands_stand_in_date_order_with_names():
    rows = told({"date": ""}, {"ordered_by": ("a002", "a001")}, {"date": "2015", "ordered_by": ()})
    assert rows[["id", "when", "by"]].to_numpy().tolist() == [["o003", "2015", ()], ["o002", "February 2016", ("Regulator", "District court")], ["o001", "no date", ("District court",)]]


def test_routes_differ_by_asker_ground_and_court():
    assert analysis.routes(told({}, {"target": "Tribune"})) == 1
    assert analysis.routes(told({}, {"ground": "children"}, {"court_order": "no"})) == 3


def test_empty_tables_and_a_country_without_series_make_empty_frames():
    series = nf.load_index().series
    assert analysis.half_years(series, "RUR").empty
    frame = drawing.half_year_frame(analysis.half_years(series, "RUR"), START, END)
    for empty in (frame, drawing.companies_table(asked()), drawing.orders_table(told()), drawing.twitter_table(analysis.twitter(series, "RUR"))):
        assert empty.empty
    assert analysis.routes(told()) == 0


def test_kazakhstan():
    report, series = nf.load("kazakhstan", 2016), nf.load_index().series
    companies = analysis.companies(report.removal_requests)
    assert companies[["company", "requests", "granted"]].iloc[:2].to_numpy().tolist() == [["Google", 19, 1], ["Twitter", 4, 0]]
    assert companies["restricted"].iloc[2] == 25
    halves = analysis.half_years(series, "KAZ").set_index("half")
    known = halves.loc["2014-07/2014-12":"2017-07/2017-12"]
    assert known["requests"].tolist() == [1, 3, 19, 14, 10, 29, 72]
    assert known["percent"].tolist() == [0, 0, 5, 36, 20, 38, 1]
    assert known["items"].iloc[[2, 6]].tolist() == [274, 146607]
    assert analysis.jump(halves.reset_index(), START, END) == (3, 19)
    orders = analysis.orders(report.removal_orders, report.actors)
    assert len(orders) == analysis.routes(orders) == 6
    rules = analysis.rules(report.laws[is_rule(report.laws)])
    assert rules["deadline_hours"].dropna().tolist() == [3]


def test_what_was_withheld_is_told_as_far_as_known():
    assert drawing.withheld(1, 0) == "1 account, 0 posts"
    assert drawing.withheld(None, 2) == "2 posts"
    assert drawing.withheld(None, None) == ""
