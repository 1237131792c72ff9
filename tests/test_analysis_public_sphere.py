"""Judgements by question, campaigns and what stands around them; and the numbers of the Kazakhstan dataset."""

import pandas as pd
from test_analysis_legal_changes import bounds

import netfreedom as nf
from netfreedom.analysis import public_sphere as analysis
from netfreedom.charts import public_sphere as drawing


def made_up_findings(*rows: dict) -> pd.DataFrame:
    usual = {"statement": "All is well", "attributed_to": "the report", "question": ("B4",), "footnotes": (), "note": ""}
    return pd.DataFrame([{"id": f"f{n:03}", **usual, **row} for n, row in enumerate(rows, 1)], columns=["id", *usual])


def made_up_events(*rows: dict) -> pd.DataFrame:
    usual = {"date": "2016-04", "date_text": "April 2016", "date_kind": "within", "kind": "activism", "title": "Rally", "result": "", "question": ("B8",), "footnotes": (), "note": ""}
    return bounds(pd.DataFrame([{"id": f"e{n:03}", **usual, **row} for n, row in enumerate(rows, 1)], columns=["id", *usual]), "date")


def campaigns(*rows: dict) -> pd.DataFrame:
    return analysis.campaigns(made_up_events(*rows))


def test_findings_stand_by_the_first_of_their_questions():
    rows = analysis.on_questions(made_up_findings({"question": ("B8",)}, {"question": ("A1",)}, {"question": ("B6", "B4")}))
    assert rows["id"].tolist() == ["f003", "f001"]
    assert analysis.on_questions(made_up_findings()).empty


def test_a_finding_counts_under_each_of_its_questions():
    counts = analysis.by_question(made_up_findings({"question": ("B4", "B6"), "footnotes": (71,)}, {})).set_index("question")
    assert counts.loc["B4"].tolist() == [2, 1]
    assert counts.loc["B6"].tolist() == [1, 1]
    assert counts.loc["B7"].tolist() == [0, 0]


def test_campaigns_stand_in_order_and_undated_ones_last():
    rows = campaigns({"date": ""}, {"date": "2016"}, {"date": "2014", "result": "Building lost"}, {"kind": "law"})
    assert rows["id"].tolist() == ["e003", "e002", "e001"]
    assert rows["told"].tolist() == [analysis.TOLD, analysis.UNTOLD, analysis.UNTOLD]
    assert analysis.spans(rows)["id"].tolist() == ["e003", "e002"]


def test_what_stands_around_campaigns_is_no_campaign():
    events = made_up_events({}, {"kind": "law"}, {"kind": "law", "question": ("C1",)})
    assert analysis.around(events)["id"].tolist() == ["e002"]


def test_no_rows_make_empty_frames():
    assert drawing.campaign_frame(campaigns()).empty
    assert drawing.around_table(analysis.around(made_up_events())).empty


def test_a_month_is_drawn_as_wide_as_the_month():
    frame = drawing.campaign_frame(campaigns({"date": "2016-04"}))
    assert frame[["x", "x2"]].to_numpy().tolist() == [[pd.Timestamp("2016-04-01"), pd.Timestamp("2016-05-01")]]
    assert frame["what"].tolist() == ["April 2016\u00a0· Rally"]


def test_what_it_was_ends_above_its_mark_and_below_the_line_before():
    frame = drawing.campaign_frame(campaigns({}, {"title": "Rally " + "against everything " * 3}, {"title": "Rally " + "against everything " * 5}))
    ends = (frame["what_y"] - frame.index) * drawing.LINE + 14 * (frame["what"].str.count("\n") + 1)
    marks = (frame["y"] - frame.index) * drawing.LINE
    assert sorted(frame["what"].str.count("\n") + 1) == [1, 2, 3]
    assert (marks - ends).between(8, 12).all()
    assert (frame["what_y"] >= frame.index).all()


def test_kazakhstan():
    report = nf.load("kazakhstan", 2016)
    findings = analysis.on_questions(report.findings)
    assert len(findings) == 25
    assert findings.loc[findings["footnotes"].map(len) > 0, "id"].tolist() == ["f072"]
    rows = analysis.campaigns(report.events)
    assert rows["id"].tolist() == ["e086", "e088", "e053", "e091", "e092", "e095"]
    assert "Suspended" in analysis.around(report.events)["result"].tolist()
