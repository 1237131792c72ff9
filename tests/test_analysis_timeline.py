"""Placing events in time: against the period, in lanes, in months, by exactness."""

from datetime import date, timedelta

import pandas as pd
import pytest

import netfreedom as nf
from netfreedom.analysis import timeline
from netfreedom.dates import parse

PERIOD = date(2015, 6, 1), date(2016, 5, 31)


def made_up(*rows: tuple) -> pd.DataFrame:
    """Events from (date, date_kind, kind), with the columns that a loaded table has."""
    events = pd.DataFrame(rows, columns=["date", "date_kind", "kind"]).astype("str").assign(date_text="")
    parsed = [parse(text) if text else None for text in events["date"]]
    return events.assign(
        id=[f"e{number:03}" for number in range(1, len(events) + 1)],
        title="A happening",
        standing="reported",
        footnotes=[()] * len(events),
        date_precision=[edtf.precision if edtf else "" for edtf in parsed],
        date_earliest=pd.Series(pd.to_datetime([edtf.earliest if edtf else None for edtf in parsed]), dtype="datetime64[ns]"),
        date_latest=pd.Series(pd.to_datetime([edtf.latest if edtf else None for edtf in parsed]), dtype="datetime64[ns]"),
    )


@pytest.fixture(scope="module")
def kazakhstan():
    return nf.load("kazakhstan", 2016)


@pytest.mark.parametrize(("text", "where"), [
    ("2016-05", timeline.INSIDE), ("2015", timeline.ACROSS), ("2015-05", timeline.BEFORE), ("2016-06-05/2016-06-06", timeline.AFTER),
    ("2011/..", timeline.ACROSS), ("../2016-02", timeline.ACROSS), ("", timeline.UNDATED), ("../2014", timeline.BEFORE),
])
def test_a_date_lies_in_the_period_across_its_edge_or_outside(text, where):
    assert timeline.where_of(text, *PERIOD) == where


@pytest.mark.parametrize(("text", "kind", "words"), [
    ("2016-05", "within", "May 2016"), ("2016-05-19/2016-05-23", "lasted", "19–23 May 2016"),
    ("2015-06/2016-05", "within", "some time in June 2015 – May 2016"), ("", "undated", "no date"),
    ("2015~/2016~", "within", "some time in 2015–2016"),
])
def test_an_interval_that_leaves_the_moment_open_says_so(text, kind, words):
    assert timeline.when(text, kind) == words


def test_what_lasted_is_solid_only_where_it_surely_went_on():
    drawn = timeline.stretches(parse("2015-09/2016-02"), "lasted", PERIOD[1])
    assert drawn == [
        (date(2015, 9, 1), date(2015, 9, 30), timeline.PERHAPS),
        (date(2015, 9, 30), date(2016, 2, 2), timeline.SURE),
        (date(2016, 2, 2), date(2016, 3, 1), timeline.PERHAPS),
    ]


def test_what_happened_within_a_month_is_the_whole_month():
    assert timeline.stretches(parse("2016-05"), "within", PERIOD[1]) == [(date(2016, 5, 1), date(2016, 6, 1), timeline.SURE)]


def test_what_lasted_somewhere_in_one_month_is_faint_throughout():
    assert timeline.stretches(parse("2016-05"), "lasted", PERIOD[1]) == [(date(2016, 5, 1), date(2016, 6, 1), timeline.PERHAPS)]


def test_an_open_end_runs_to_the_end_of_the_period_and_fades_an_unknown_one_fades_at_once():
    open_end, unknown = (timeline.stretches(parse(text), "lasted", PERIOD[1]) for text in ("2016-01-10/..", "2016-01-10/"))
    assert open_end[0] == (date(2016, 1, 10), date(2016, 6, 1), timeline.SURE)
    assert unknown[0] == (date(2016, 1, 10), date(2016, 1, 11), timeline.SURE)
    for drawn in (open_end, unknown):
        assert [strength for *_, strength in drawn[1:]] == list(timeline.FADES)


def test_an_open_start_fades_towards_the_past():
    drawn = timeline.stretches(parse("../2016-01"), "repeated", PERIOD[1])
    assert [strength for *_, strength in drawn] == [*reversed(timeline.FADES), timeline.SURE]
    assert all(first[1] == second[0] for first, second in zip(drawn, drawn[1:], strict=False))


def test_bars_of_a_row_leave_a_gap_and_use_as_few_rows_as_they_can():
    day = date(2016, 1, 1)
    spans = [(day, day + timedelta(10)), (day, day + timedelta(5)), (day + timedelta(20), day + timedelta(30))]
    assert timeline.rows_without_overlap(spans) == [0, 1, 0]


def test_no_bar_of_the_lanes_hides_another(kazakhstan):
    lanes = timeline.lanes(kazakhstan.events, *PERIOD)
    for _, row in lanes.bars.groupby("bottom"):
        spans = row.groupby("id").agg(x=("x", "min"), x2=("x2", "max")).sort_values("x")
        assert (spans["x"].iloc[1:].to_numpy() >= spans["x2"].iloc[:-1].to_numpy()).all()
    assert lanes.bars["bottom"].max() <= lanes.height
    assert lanes.bars["x"].min() >= lanes.start
    assert lanes.bars["x2"].max() <= lanes.end


def test_every_event_near_the_period_is_in_the_lanes_the_others_are_not():
    events = made_up(("2016-05", "within", "law"), ("2005", "within", "law"), ("", "undated", "law"), ("2016-10", "within", "law"))
    lanes = timeline.lanes(events, *PERIOD)
    assert set(lanes.bars["id"]) == {"e001"}
    assert lanes.heads["text"].tolist() == ["rules (1)"]


def test_what_lies_outside_the_period_and_what_has_a_day_gets_a_symbol():
    events = made_up(("2016-06", "within", "law"), ("2016-04-15", "within", "law"), ("2016-05", "within", "law"), ("2016-06-05/2016-06-06", "lasted", "law"))
    marks = timeline.lanes(events, *PERIOD).marks.set_index("id")["mark"]
    assert marks.to_dict() == {"e001": "after", "e002": "exact day", "e004": "after"}


def test_no_events_give_empty_lanes():
    lanes = timeline.lanes(made_up(), *PERIOD)
    assert lanes.bars.empty
    assert lanes.heads.empty
    assert lanes.height == 0


def test_labels_are_of_what_is_told_most_and_overlap_nothing(kazakhstan):
    lanes = timeline.lanes(kazakhstan.events, *PERIOD, labelled=18)
    assert 9 <= len(lanes.labels) <= 18 and timeline.lanes(kazakhstan.events, *PERIOD).labels.empty
    assert lanes.labels["text"].str.len().max() <= timeline.LABEL_LENGTHS[1] + 1
    assert not set(kazakhstan.events.set_index("id").loc[lanes.labels["id"], "kind"]) & set(timeline.OF_A_PERSON)
    assert timeline.told_most(kazakhstan.events, *PERIOD, 1) == ["e033"]
    width = timeline.LABEL_WIDTH * (lanes.end - lanes.start)
    for label in lanes.labels.itertuples():
        reach = sorted((label.x, label.x + len(label.text) * width * (1 if label.side == "right" else -1)))
        assert lanes.start <= reach[0] + width and reach[1] <= lanes.end + width  # the ellipsis is narrow
        others = lanes.bars[(lanes.bars["id"] != label.id) & (lanes.bars["top"] < label.y) & (lanes.bars["bottom"] > label.y)]
        assert not ((others["x"] < reach[1]) & (others["x2"] > reach[0])).any(), label.text
