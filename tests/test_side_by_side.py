"""Country-editions side by side: what is compared, what is refused, and how it is drawn and told."""

import json
from pathlib import Path

import pandas as pd
import papermill
import pytest
from tiny_dataset import ROWS, TinyDataset

import netfreedom as nf
from netfreedom.analysis import side_by_side as analysis
from netfreedom.charts import side_by_side as drawing
from netfreedom.errors import InputError
from netfreedom.prose import side_by_side as sentences

NOTEBOOK = Path(__file__).resolve().parents[1] / "notebooks" / "23-side-by-side.ipynb"
SYLDAVIA = {"iso3": "SYL", "title": '"Freedom on the Net 2016: Syldavia"'}
KEY = {"section": "Key Developments"}


def together(*pairs):
    return analysis.opened(", ".join(f"{country} {edition}" for country, edition in pairs), nf.load_index())


def with_key_developments(rows=ROWS):
    """Ruritania's rows, its first event and its restriction among the key developments."""
    copy = {name: [dict(row) for row in table] for name, table in rows.items()}
    copy["events"][0] |= KEY
    copy["restrictions"][0] |= {"also_in": "Introduction;Key Developments"}
    return copy


@pytest.fixture
def two_whole(own_root):
    """Ruritania and Syldavia, both coded from whole reports."""
    TinyDataset(own_root, with_key_developments())
    TinyDataset(own_root, with_key_developments(), "syldavia", **SYLDAVIA)
    return together(("ruritania", 2016), ("syldavia", 2016))


@pytest.fixture
def with_excerpt(own_root):
    """Ruritania whole, Syldavia from an excerpt that tells of no case and lists nothing but its first event."""
    TinyDataset(own_root, with_key_developments())
    rows = {name: table for name, table in with_key_developments().items() if name != "cases"}
    rows["events"] = rows["events"][:1]
    TinyDataset(own_root, rows, "syldavia", **SYLDAVIA, extent="excerpt")
    return together(("ruritania", 2016), ("syldavia", 2016))


def test_a_parameter_names_country_editions():
    assert analysis.named("kazakhstan 2016, south-korea 2014 ,") == [("kazakhstan", 2016), ("south-korea", 2014)]


@pytest.mark.parametrize("text, message", [
    ("kazakhstan", "write country-editions"), ("Kazakhstan 2016", "write country-editions"),
    ("kazakhstan 2016, kazakhstan 2016", "is named twice"), ("atlantis 2016", "atlantis"),
])
def test_another_text_is_refused_with_what_is_wrong(text, message):
    with pytest.raises(InputError, match=message):
        analysis.opened(text, nf.load_index())


def test_whole_reports_are_compared_row_by_row(two_whole):
    events = analysis.part(two_whole, "events")
    assert events.whole and [len(rows) for rows in events.rows] == [3, 3]


def test_beside_an_excerpt_only_key_developments_stand_for_all(with_excerpt):
    events, restrictions = (analysis.part(with_excerpt, table) for table in ("events", "restrictions"))
    assert not events.whole and [list(rows["id"]) for rows in events.rows] == [["e001"], ["e001"]]
    assert [len(rows) for rows in restrictions.rows] == [1, 1]  # named in also_in


def test_a_table_coded_in_part_cuts_that_table_only(own_root):
    TinyDataset(own_root)
    TinyDataset(own_root, country="syldavia", **SYLDAVIA, **{"  events": "partial"})
    compared = together(("ruritania", 2016), ("syldavia", 2016))
    assert [analysis.part(compared, table).whole for table in analysis.TABLES] == [False, True, True, True]
    assert "in events like is compared with like" in sentences.scope(compared, [analysis.part(compared, table) for table in analysis.TABLES])


def test_the_table_of_what_is_compared_says_how_far_each_table_is_coded(with_excerpt):
    rows = drawing.overview(with_excerpt, [{"matched": 3, "rows": 4}, None])
    assert list(rows["Tables"]) == ["whole: events, laws, cases, restrictions", "in part: events, laws, restrictions; not coded: cases"]
    assert list(rows["Rows that match the report"]) == ["3 of 4", "not checked"] and list(rows["Coded from"]) == ["the whole report", "an excerpt"]


def test_a_table_that_is_not_coded_is_refused_and_never_empty(with_excerpt):
    cases = analysis.part(with_excerpt, "cases")
    assert [side.name for side in cases.refused] == ["Syldavia"]
    assert cases.sides == () and cases.rows == ()  # one side alone is no comparison
    assert "nothing to compare" in sentences.about(cases) and "Not coded for Syldavia" in sentences.about(cases)


def test_a_country_without_a_dataset_is_set_apart():
    compared = together(("kazakhstan", 2016), ("france", 2016))
    assert [side.name for side in compared.sides] == ["Kazakhstan"] and [side.name for side in compared.scores_only] == ["France"]
    assert sentences.lead(compared, []).startswith("Only Kazakhstan has a dataset")


def test_two_editions_of_one_country_are_told_apart(own_root):
    TinyDataset(own_root)
    TinyDataset(own_root, edition=2013, coverage_start="2012-05-01", coverage_end="2013-04-30")
    compared = together(("ruritania", 2013), ("ruritania", 2016))
    assert [side.name for side in compared.sides] == ["Ruritania 2013", "Ruritania 2016"]
    drawn = drawing.timeline(analysis.part(compared, "events"))
    assert (str(drawn.lanes.start.date()), str(drawn.lanes.end.date())) == ("2012-03-01", "2016-08-01")
    assert drawing.time_axis(drawn).to_dict()["format"] == "%Y"


def test_services_that_several_reports_name(with_excerpt):
    restrictions = analysis.part(with_excerpt, "restrictions")
    assert analysis.shared_targets(restrictions) == {"Gazette": ["Ruritania", "Syldavia"]}
    assert sentences.restrictions_title(restrictions) == "Gazette was restricted in both Ruritania and Syldavia"
    unnamed = restrictions.rows[0].assign(target="Sites (not named)")
    other = analysis.Part("restrictions", restrictions.sides, (unnamed, unnamed), (), False)
    assert analysis.shared_targets(other) == {} and sentences.restrictions_title(other).endswith("?")


def test_each_country_has_a_lane_and_its_period(two_whole):
    drawn = drawing.timeline(analysis.part(two_whole, "events"))
    assert list(drawn.names["name"]) == ["Ruritania", "Syldavia"]
    first, second = drawn.periods.itertuples()
    assert first.bottom < second.top and str(first.x2.date()) == "2016-06-01"
    for period, country in ((first, "ruritania"), (second, "syldavia")):
        own = drawn.lanes.bars[drawn.lanes.bars["id"].str.startswith(country)]
        assert own["top"].min() > period.top and own["bottom"].max() < period.bottom
    assert drawn.entries == 4  # two dated ones each


def test_few_entries_carry_their_words_many_are_packed(two_whole, monkeypatch):
    events = analysis.part(two_whole, "events")
    assert any("Regulator blocks Gazette" in text for text in drawing.timeline(events).lanes.heads["text"])
    monkeypatch.setattr(drawing, "LABELLED_UP_TO", 3)
    assert list(drawing.timeline(events).lanes.heads["text"]) == ["networks and content (1)", "rules (1)"] * 2


def test_rows_cut_to_key_developments_are_not_counted(with_excerpt, monkeypatch):
    monkeypatch.setattr(drawing, "LABELLED_UP_TO", 0)
    drawn = drawing.timeline(analysis.part(with_excerpt, "events"))
    assert set(drawn.lanes.heads["text"]) == {"networks and content"}


def test_a_country_without_a_dated_entry_says_so(own_root):
    TinyDataset(own_root)
    rows = {name: [dict(row) for row in table] for name, table in ROWS.items()}
    rows["events"] = rows["events"][2:]
    TinyDataset(own_root, rows, "syldavia", **SYLDAVIA)
    drawn = drawing.timeline(analysis.part(together(("ruritania", 2016), ("syldavia", 2016)), "events"))
    assert drawing.NOTHING_HERE in list(drawn.lanes.heads["text"])


def _rules(compared):
    laws = analysis.part(compared, "laws")
    return laws, analysis.rules(laws)


def _with_laws(root, *directions):
    for country, direction in zip(("ruritania", "syldavia"), directions, strict=True):
        rows = {name: [dict(row) for row in table] for name, table in ROWS.items()}
        rows["laws"][0] |= {"adopted": "2016-01", "direction": direction}
        TinyDataset(root, rows, country, **({} if country == "ruritania" else SYLDAVIA))
    return together(("ruritania", 2016), ("syldavia", 2016))


@pytest.mark.parametrize("directions, title", [
    (("tightens", "tightens"), "Every new rule tightens"), (("tightens", "neutral"), "No new rule loosens"),
    (("tightens", "loosens"), "Which way did the rules move?"),
])
def test_the_title_of_the_rules_claims_what_the_rules_bear(own_root, directions, title):
    assert sentences.rules_title(*_rules(_with_laws(own_root, *directions))) == title


def test_rules_among_key_developments_are_named_not_counted(with_excerpt):
    laws, rules = _rules(with_excerpt)
    assert sentences.rules_sentence(laws, rules) == "No rule that began in the periods covered stands among the key developments."
    side, rows = rules[0]
    told = sentences.rules_sentence(laws, [(side, _rule("tightens")), (rules[1][0], rows)])
    assert told.startswith("Rules that began in the period covered stand among the key developments of Ruritania.") and "not counted" in told


def _rule(direction):
    return pd.DataFrame([{"id": "l001", "instrument": "Press law", "direction": direction, "subject": "speech", "since": "2016-01", "certain": True}])


def test_rules_are_counted_where_reports_are_whole(own_root):
    laws, rules = _rules(_with_laws(own_root, "tightens", "mixed"))
    assert sentences.rules_sentence(laws, rules) == (
        "In the periods covered began for Ruritania one rule (one tightens); for Syldavia one rule (one does both)."
    )
    dots = drawing.rule_dots(rules)
    assert list(dots["name"]) == ["Ruritania (1)", "Syldavia (1)"] and dots["y"].is_monotonic_increasing


def test_the_real_neighbours(monkeypatch):
    monkeypatch.delenv("NETFREEDOM_TABLES", raising=False)
    compared = together(("kazakhstan", 2016), ("uzbekistan", 2016), ("kyrgyzstan", 2016))
    events, laws, cases, restrictions = parts = [analysis.part(compared, table) for table in analysis.TABLES]
    assert not any(part.whole for part in parts)
    assert [side.name for side in laws.refused] == ["Kyrgyzstan"] and [side.name for side in cases.refused] == ["Uzbekistan"]
    assert list(analysis.shared_targets(restrictions)) == ["Viber", "WhatsApp"]
    assert all(len(rows) for rows in events.rows)
    assert "Uzbekistan and Kyrgyzstan only an excerpt" in sentences.lead(compared, parts)
    assert "key developments name no case; other sections of its report do." in sentences.about(cases)


def executed(folder, monkeypatch, **parameters):
    monkeypatch.setenv("NETFREEDOM_RUNNER", "1")
    tables = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["metadata"]["netfreedom"]["tables"]
    monkeypatch.setenv("NETFREEDOM_TABLES", ",".join(tables))
    papermill.execute_notebook(str(NOTEBOOK), str(folder / "out.ipynb"), parameters=parameters, cwd=str(folder), progress_bar=False)
    cells = json.loads((folder / "out.ipynb").read_text(encoding="utf-8"))["cells"]
    return [output["data"] for cell in cells for output in cell.get("outputs", ()) if "data" in output]


@pytest.mark.notebooks
def test_the_chapter_draws_the_neighbours_on_one_axis(tmp_path, monkeypatch):
    charts = [data["application/vnd.vegalite.v6+json"] for data in executed(tmp_path, monkeypatch) if "application/vnd.vegalite.v6+json" in data]
    told = charts[0]["usermeta"]["netfreedom"]
    assert [chart["usermeta"]["netfreedom"]["id"] for chart in charts] == ["timeline"]
    assert {row[1] for row in told["table"]["rows"]} == {"Kazakhstan", "Uzbekistan", "Kyrgyzstan"}


@pytest.mark.notebooks
def test_the_chapter_reads_well_on_one_dataset_and_on_two_whole_ones(two_whole, tmp_path, monkeypatch):
    for datasets in ("ruritania 2016", "syldavia 2016, ruritania 2016"):
        said = "\n".join("".join(data.get("text/markdown", "")) for data in executed(tmp_path, monkeypatch, datasets=datasets))
        assert ("compares nothing" in said) == (datasets == "ruritania 2016")
        assert "Kazakhstan" not in said and "nan" not in said.split() and "None" not in said
