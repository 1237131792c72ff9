"""What a report's argument rests on, on made-up frames and on the Kazakhstan dataset."""

import json
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

import netfreedom as nf
from netfreedom.analysis import evidence_base as base
from netfreedom.data.schemas import schemas

PROJECT = Path(__file__).resolve().parents[1]
CHECKLIST = pd.DataFrame({
    "question": ["A1", "A2", "B1", "B2", "B3"], "title": ["one", "two", "three", "four", "five"], "max": [6, 3, 6, 4, 4],
    "category": ["access", "access", "content", "content", "content"],
    "section": ["Availability and Ease of Access", "Availability and Ease of Access", "Blocking and Filtering", "Content Removal",
                "Blocking and Filtering;Content Removal"],
})  # fmt: skip


def facts(*rows):
    """Rows of (table, section, footnotes) or (table, section, footnotes, questions)."""
    return pd.DataFrame(
        [(row[0], f"x{number:03}", "label", row[1], row[3] if len(row) > 3 else (), row[2]) for number, row in enumerate(rows, 1)],
        columns=["table", "id", "label", "section", "question", "footnotes"],
    )


def sources(*rows):
    """Rows of (footnote, part, publisher, language, published, url, kind)."""
    frame = pd.DataFrame(rows, columns=["footnote", "part", "publisher", "language", "published", "url", "kind"])
    first = [text + "-01-01" if len(text) == 4 else text for text in frame["published"]]
    last = [text + "-12-31" if len(text) == 4 else text for text in frame["published"]]
    return frame.assign(
        author="", title=["t" if publisher else "" for publisher in frame["publisher"]], accessed="", comment="",
        published_earliest=pd.to_datetime(pd.Series(first).replace("", None)), published_latest=pd.to_datetime(pd.Series(last).replace("", None)),
    )  # fmt: skip


class TestNotesAndSections:
    def test_a_note_stands_in_the_section_of_most_rows_that_name_it(self):
        rows = facts(("events", "Content Removal", (1,)), ("laws", "Blocking and Filtering", (1,)), ("events", "Blocking and Filtering", (1, 2)))
        assert base.note_sections([1, 2], rows, CHECKLIST)[1] == "Blocking and Filtering"

    def test_a_note_without_a_row_stands_where_the_note_before_it_does(self):
        rows = facts(("events", "Content Removal", (1,)))
        assert base.note_sections([1, 2], rows, CHECKLIST) == {1: "Content Removal", 2: "Content Removal"}

    def test_a_discrepancy_does_not_decide_where_a_note_stands(self):
        rows = facts(("discrepancies", "Blocking and Filtering", (1,)), ("discrepancies", "Blocking and Filtering", (1,)), ("laws", "Content Removal", (1,)))
        assert base.note_sections([1], rows, CHECKLIST)[1] == "Content Removal"

    def test_without_rows_no_section_is_invented(self):
        assert base.note_sections([1, 2], facts(), CHECKLIST) == {1: "", 2: ""}

    @pytest.mark.parametrize(("printed", "section"), [
        ("Content Removal", "Content Removal"),
        ("B2", "Content Removal"),
        ("B3. Are they open?", "Blocking and Filtering"),
        ("Availability and Ease of Access:", "Availability and Ease of Access"),
        ("Introduction", "Introduction"),
        ("Content of the Appendix", "Content of the Appendix"),
    ])  # fmt: skip
    def test_headings_of_other_editions_find_their_section(self, printed, section):
        assert base.checklist_section(printed, CHECKLIST) == section

    def test_points_of_a_question_in_two_sections_are_counted_once(self):
        stakes = base.points_and_notes(CHECKLIST, {1: "Content Removal"}, facts())
        assert stakes["points"].sum() == CHECKLIST["max"].sum()
        assert dict(zip(stakes["section"], stakes["points"], strict=True))["Blocking and Filtering"] == 10

    def test_thin_is_a_heavy_section_with_few_notes(self):
        numbers = {number: "Availability and Ease of Access" for number in range(1, 6)}
        stakes = base.points_and_notes(CHECKLIST, numbers, facts()).set_index("section")
        assert not stakes.loc["Availability and Ease of Access", "thin"]  # five notes for nine points
        assert stakes.loc["Blocking and Filtering", "thin"]
        assert not stakes.loc["Content Removal", "thin"]  # too little is at stake


class TestAddresses:
    def test_the_commonest_shortener_is_told_from_others(self):
        rows = sources((1, 1, "A", "en", "", "http://bit.ly/a", "news"), (2, 1, "A", "ru", "", "http://bit.ly/b", "news"),
                       (3, 1, "A", "en", "", "http://reut.rs/c", "news"), (4, 1, "A", "en", "", "https://www.example.org/d", "news"),
                       (5, 1, "A", "en", "", "", "news"), (6, 1, "", "", "", "", ""))  # fmt: skip
        wall = base.note_wall(rows, dict.fromkeys(range(1, 7), "S"))
        assert list(wall["link"]) == [base.LINKS[0], base.LINKS[0], base.LINKS[1], base.LINKS[2], base.LINKS[3], base.LINKS[4]]
        assert list(wall["place"]) == [1, 2, 3, 4, 5, 6]

    def test_a_note_with_two_sources_counts_once(self):
        rows = sources((1, 2, "B", "en", "", "", "news"), (1, 1, "A", "ru", "", "http://bit.ly/a", "news"))
        wall = base.note_wall(rows, {1: "S"})
        assert list(wall["language"]) == ["ru"]

    def test_no_sources_no_wall(self):
        assert base.note_wall(sources(), {}).empty


class TestDates:
    START, END = date(2015, 6, 1), date(2016, 5, 31)

    def test_places_against_the_period(self):
        rows = sources(*((number, 1, "A", "en", text, "", "news") for number, text in
                         enumerate(("2015-05-31", "2015-06-01", "2016-05-31", "2016-06-01", "2015", ""), 1)))  # fmt: skip
        dates = base.note_dates(rows, self.START, self.END)
        assert list(dates["place"]) == [base.PLACES[number] for number in (0, 1, 1, 3, 2, 4)]

    def test_three_months_are_counted_from_the_start_of_the_period(self):
        rows = sources((1, 1, "A", "en", "2015-06-01", "", "news"), (2, 1, "A", "en", "2015-08-31", "", "news"),
                       (3, 1, "A", "en", "2015-05-31", "", "news"), (4, 1, "A", "en", "2015", "", "news"))  # fmt: skip
        spans = base.quarters(base.note_dates(rows, self.START, self.END), self.START)
        assert list(spans["notes"]) == [1, 2]  # the bare year fits into no span
        assert list(spans["begin"].dt.strftime("%Y-%m")) == ["2015-03", "2015-06"]

    def test_no_dates_no_bars(self):
        rows = sources((1, 1, "A", "en", "", "", "news"))
        assert base.quarters(base.note_dates(rows, self.START, self.END), self.START).empty


class TestSourceBase:
    def test_names_that_differ_in_ending_and_blanks_are_one_publisher(self):
        rows = sources((1, 1, "Tengri News", "ru", "", "", "news"), (2, 1, "Tengrinews.kz", "ru", "", "", "news"),
                       (3, 1, "RFE/RL’s Kazakh Service", "ru", "", "", "news"), (4, 1, "RFE/RL Kazakh service", "ru", "", "", "news"),
                       (5, 1, "", "ru", "", "http://a.b", "news"))  # fmt: skip
        assert list(base.publishers(rows)["sources"]) == [2, 2]
        assert base.without_publisher(rows) == 1

    def test_an_empty_note_is_no_source(self):
        rows = sources((1, 1, "A", "ru", "", "", "news"), (2, 1, "", "", "", "", ""))
        assert base.kinds_by_language(rows)["sources"].sum() == 1
        assert base.without_publisher(rows) == 0


class TestClaims:
    def test_discrepancies_are_no_claims(self):
        rows = facts(("events", "S", ()), ("events", "S", (1,)), ("discrepancies", "S", ()))
        counts = base.without_note(rows, "section")
        assert (counts["rows"].iloc[0], counts["bare"].iloc[0], counts["share"].iloc[0]) == (2, 1, 50.0)

    def test_the_order_of_the_report_comes_first(self):
        rows = facts(("events", "Elsewhere", ()), ("events", "Content Removal", ()), ("events", "Score box", ()))
        counts = base.without_note(rows, "section", base.section_order(CHECKLIST))
        assert list(counts["section"]) == ["Score box", "Content Removal", "Elsewhere"]

    def test_a_row_counts_under_each_of_its_questions(self):
        rows = facts(("events", "S", (), ("A1", "B1")), ("events", "S", (), ("A1",)), ("laws", "S", (), ()))
        assert dict(zip(base.question_map(rows)["question"], base.question_map(rows)["rows"], strict=True)) == {"A1": 2, "B1": 1}

    def test_nothing_coded(self):
        empty = base.fact_rows({})
        assert base.without_note(empty, "table").empty and base.question_map(empty).empty and base.named_notes(empty).empty


def test_every_fact_table_has_a_label_and_a_name():
    expected = {name for name, schema in schemas().items() if schema.holds_facts}
    assert set(base.LABELS) == set(base.ROW_NAMES) == expected
    for table, column in base.LABELS.items():
        assert column in schemas()[table].columns


def test_without_a_check_there_is_no_match():
    assert base.match_with_report(None, False) is None


def test_match_keeps_counts_by_table():
    match = base.match_with_report({"rows": 3, "matched": 2, "tables": {"events": {"rows": 3, "matched": 2}}}, True)
    assert (match.rows, match.matched, list(match.tables["matched"])) == (3, 2, [2])


@pytest.fixture(scope="module")
def report():
    return nf.load("kazakhstan", 2016)


@pytest.fixture(scope="module")
def evidence(report):
    checklist = nf.load_index().checklist
    rows = base.fact_rows(base.fact_tables(report))
    sections = base.note_sections(list(report.sources["footnote"]), rows, checklist)
    return rows, sections, base.points_and_notes(checklist, sections, rows)


class TestKazakhstan:
    def test_notes_and_points_of_each_section(self, evidence):
        stakes = evidence[2]
        assert list(stakes["notes"]) == [12, 7, 9, 6, 20, 16, 6, 1, 2, 16, 10, 2, 5]
        assert list(stakes["points"]) == [9, 6, 6, 4, 10, 4, 15, 6, 10, 6, 16, 5, 3]

    def test_thirty_one_points_hang_on_nine_notes(self, evidence):
        thin = evidence[2][evidence[2]["thin"]]
        assert (thin["points"].sum(), thin["notes"].sum()) == (31, 9)

    def test_addresses(self, report, evidence):
        wall = base.note_wall(report.sources, evidence[1])
        assert len(wall) == 112
        assert (wall["link"] == base.LINKS[0]).sum() == 95
        assert list(wall.loc[wall["link"] == base.LINKS[4], "footnote"]) == [80]
        assert (wall["host"] == "").sum() == 7

    def test_four_notes_are_younger_than_the_period(self, report):
        dates = base.note_dates(report.sources, report.meta.coverage_start, report.meta.coverage_end)
        assert (dates["place"] == "after the period").sum() == 4

    def test_restrictions_without_a_note(self, evidence):
        counts = base.without_note(evidence[0], "table").set_index("table")
        assert counts.loc["restrictions", "bare"] == pytest.approx(29, abs=2)


def test_the_chapter_declares_every_table_that_can_rest_on_a_note():
    declared = json.loads((PROJECT / "notebooks" / "12-evidence.ipynb").read_text(encoding="utf-8"))["metadata"]["netfreedom"]["tables"]
    expected = {name for name, schema in schemas().items() if schema.holds_facts}
    assert expected | {"scores", "sources"} == set(declared)  # scores: the stored check speaks of them too
