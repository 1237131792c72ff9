"""Systems by date and status, rules that make users known, attacks and who is named; and the numbers of the Kazakhstan dataset."""

from datetime import date

import pandas as pd
from test_analysis_legal_changes import bounds

import netfreedom as nf
from netfreedom.analysis import surveillance as analysis
from netfreedom.charts import surveillance as drawing

END = date(2016, 5, 31)
ACTORS = pd.DataFrame([("a001", "Unknown persons"), ("a002", "Government"), ("a003", "Victim")], columns=["id", "name"])


def made_up_systems(*rows: dict) -> pd.DataFrame:
    usual = {"name": "A box", "kind": "dpi", "operator": (), "supplier": (), "since": "", "status": "in_use", "acknowledged": "not_stated", "law_id": "",
             "footnotes": (), "note": ""}
    return pd.DataFrame([{"id": f"s{n:03}", **usual, **row} for n, row in enumerate(rows, 1)], columns=["id", *usual])


def made_up_attacks(*rows: dict) -> pd.DataFrame:
    usual = {"date": "2016-02", "date_kind": "within", "kind": "technical_attack", "title": "Site hit", "actors": (), "targets": ("Site",), "standing": "reported",
             "question": ("C8",), "footnotes": (), "note": ""}
    return bounds(pd.DataFrame([{"id": f"e{n:03}", **usual, **row} for n, row in enumerate(rows, 1)], columns=["id", *usual]), "date")


def told(*rows: dict) -> pd.DataFrame:
    return analysis.attacks(made_up_attacks(*rows), ACTORS)


def test_dated_systems_stand_in_order_and_undated_ones_by_status():
    systems = made_up_systems({"since": "2016"}, {"since": "../2015-07"}, {"status": "alleged"}, {"status": "planned"}, {})
    rows = analysis.dated(systems)
    assert rows[["id", "when", "by"]].to_numpy().tolist() == [["s002", "by July 2015", True], ["s001", "2016", False]]
    assert analysis.undated(systems)["id"].tolist() == ["s005", "s004", "s003"]


def test_only_systems_in_use_of_which_the_start_is_told_are_known_to_last():
    systems = made_up_systems({"since": "2010"}, {"since": "2015", "status": "announced"}, {"since": "../2014"}, {"since": "2016"})
    known = analysis.stretches(systems, END).query("known")
    assert known["id"].tolist() == ["s001"]
    assert known["x"].tolist() == [pd.Timestamp("2011-01-01")]
    assert known["x2"].tolist() == [pd.Timestamp("2016-06-01")]


def test_no_systems_make_empty_frames():
    for frame in (drawing.system_frame(made_up_systems()), drawing.bar_frame(made_up_systems(), END), drawing.undated_table(made_up_systems())):
        assert frame.empty


def test_only_rules_about_users_make_them_known():
    laws = pd.DataFrame({"id": ["l001", "l002", "l003"], "subject": [("registration",), ("registration",), ("blocking",)], "question": [("C4",), ("B6",), ("C4",)]})
    assert analysis.identity_laws(laws)["id"].tolist() == ["l001"]


def test_incidents_summaries_and_what_was_said_are_told_apart():
    rows = told({}, {"date_kind": "repeated"}, {"kind": "statement"}, {"question": ("A3",)})
    assert dict(zip(rows["id"], rows["role"], strict=True)) == {"e001": "incident", "e002": "summary", "e003": "other"}


def test_nobody_is_named_beside_unknown_persons_or_without_actors():
    rows = told({}, {"actors": ("a001", "a003")}, {"actors": ("a002",)})
    assert rows["by"].tolist() == [(), (), ("Government",)]


def test_a_name_ends_close_above_its_mark_however_long_it_is():
    frame = drawing.system_frame(made_up_systems({"since": "2010"}, {"since": "2011", "name": "System " + "of watching " * 4}))
    ends = (frame["label_y"] - frame.index) * drawing.LINE + drawing.TEXT_LINE * (frame["label"].str.count("\n") + 1)
    assert sorted(frame["label"].str.count("\n") + 1) == [1, 2]
    assert ((frame["y"] - frame.index) * drawing.LINE - ends).round(6).nunique() == 1
    assert (frame["label_y"] >= frame.index).all()


def test_kazakhstan():
    report = nf.load("kazakhstan", 2016)
    assert report.systems["status"].value_counts().to_dict() == {"in_use": 7, "alleged": 3, "announced": 2, "planned": 1}
    assert list(analysis.dated(report.systems)["when"]) == ["2010", "30 December 2011", "by July 2015", "1 January 2016", "February 2016", "March 2016"]
    attacks = analysis.attacks(report.events, report.actors)
    incidents = attacks[attacks["role"] == "incident"]
    assert len(incidents) == 5
    assert incidents["by"].map(len).gt(0).sum() == 1
    assert set(analysis.identity_laws(report.laws)["deadline_hours"].dropna()) == {24}
