"""Sentences of the evidence chapter: both branches of every title, the grammar of none, one and many."""

import pandas as pd
import pytest

from netfreedom.analysis.evidence_base import BEARS_ON, LINKS, PLACES, Match
from netfreedom.charts import evidence_base as drawing
from netfreedom.prose import evidence_base as prose
from netfreedom.prose import evidence_sources as cited


def stakes(*rows):
    """Rows of (section, points, notes, thin)."""
    frame = pd.DataFrame(rows, columns=["section", "points", "notes", "thin"])
    return frame.assign(per_point=frame["notes"] / frame["points"])


def wall(*links, languages=None):
    hosts = {LINKS[0]: "bit.ly", LINKS[1]: "reut.rs", LINKS[2]: "example.org"}
    return pd.DataFrame({
        "footnote": range(1, len(links) + 1), "link": list(links), "host": [hosts.get(link, "") for link in links],
        "language": languages or ["ru"] * len(links),
    })  # fmt: skip


def groups(*rows, by="table"):
    """Rows of (name, rows, without a note)."""
    frame = pd.DataFrame(rows, columns=[by, "rows", "bare"])
    return frame.assign(noted=frame["rows"] - frame["bare"], share=100 * frame["bare"] / frame["rows"])


def match(matched=3, rows=3, current=True):
    return Match(rows, matched, current, pd.DataFrame({"table": ["events"], "rows": [rows], "matched": [matched]}))


class TestThin:
    def test_finding(self):
        frame = stakes(("Here", 6, 1, True), ("There", 94, 100, False))
        assert prose.thin_title(frame) == "One section that can give at most six of the 100 points cites one of the 101 notes"

    def test_several_sections_share_their_notes(self):
        frame = stakes(("Here", 6, 1, True), ("Also", 6, 2, True), ("There", 88, 97, False))
        assert prose.thin_title(frame) == "Two sections that can give at most twelve of the 100 points cite three of the 100 notes"

    def test_a_thin_section_without_any_note(self):
        assert prose.thin_title(stakes(("Here", 6, 0, True), ("There", 94, 9, False))) == "One section that can give at most six of the 100 points cites none of the notes"

    def test_question_where_nothing_is_thin(self):
        frame = stakes(("Here", 6, 6, False))
        assert prose.thin_title(frame).endswith("?")
        assert prose.thin_sentence(frame).startswith("Every section has at least one note for every two points.")

    def test_no_finding_where_most_points_are_thin(self):
        frame = stakes(*((f"S{number}", 10, 1, True) for number in range(6)))
        assert prose.thin_title(frame).endswith("?")
        assert prose.thin_sentence(frame).startswith("All six sections have fewer than one note for every two points.")

    def test_no_notes_no_finding(self):
        frame = stakes(("Here", 6, 0, True))
        assert prose.thin_title(frame).endswith("?")
        assert prose.thin_sentence(frame).startswith("No note of the report is coded")

    def test_grammar_of_one_and_many(self):
        one = prose.thin_sentence(stakes(("Here", 6, 1, True), ("Small", 5, 2, False), ("There", 10, 20, False)))
        assert "Here (one note, six points) has fewer" in one and "So has Small (two notes, five points)" in one
        many = prose.thin_sentence(stakes(("Here", 6, 1, True), ("Also", 6, 2, True), ("There", 10, 20, False)))
        assert "Here (one note, six points) and Also (two notes, six points) have fewer" in many


class TestAddresses:
    def test_finding(self):
        assert cited.wall_title(wall(LINKS[0], LINKS[0], LINKS[2])) == "2 of three notes hang on one link shortener"

    @pytest.mark.parametrize("frame", [wall(), wall(LINKS[2]), wall(LINKS[0], LINKS[2])])
    def test_question_where_less_than_most_do(self, frame):
        assert cited.wall_title(frame).endswith("?")

    def test_sentence(self):
        text = cited.wall_sentence(wall(*LINKS))
        assert text.startswith("Of five notes, one goes through bit.ly, one goes through another shortener, one gives the full address and one has no address.")
        assert "Note {note}`5` is empty" in text
        assert "Note 5 is empty" in cited.wall_sentence(wall(*LINKS), linked=False)

    def test_none(self):
        assert cited.wall_sentence(wall()) == "No note of the report is coded."

    def test_dots(self):
        assert cited.dot_words(wall(LINKS[0], LINKS[0], languages=["ru", "en"]), "en") == "a dot: not in English (1 of two notes, by the first source of each: Russian)"
        assert cited.dot_words(wall(LINKS[0], languages=["en"]), "en") == "none is marked as not in English"


class TestDates:
    def dates(self, *places):
        return pd.DataFrame({"place": [PLACES[place] for place in places]})

    def test_finding_and_question(self):
        assert cited.dates_title(self.dates(1, 1, 0)) == "2 of three notes cite something published in the period covered"
        assert cited.dates_title(self.dates(1, 0)).endswith("?")
        assert cited.dates_title(self.dates()).endswith("?")

    def test_sentence(self):
        assert cited.dates_sentence(self.dates(1, 0, 4, 4)).startswith(
            "Of four notes: one in the period covered, one before it and two without a date of publication.")
        assert cited.dates_sentence(self.dates()) == "No note of the report is coded."


class TestSourceBase:
    def test_publishers(self):
        frame = pd.DataFrame({"publisher": ["A", "B"], "sources": [2, 1]})
        assert cited.publishers_title(frame) == "A is cited most: two sources of three whose publisher is named"
        assert cited.publishers_sentence(frame, 1).startswith("Two publishers are named, one of them once. One source names none.")

    def test_no_publisher_stands_out(self):
        frame = pd.DataFrame({"publisher": ["A", "B"], "sources": [1, 1]})
        assert cited.publishers_title(frame).endswith("?")
        assert cited.publishers_title(frame[:0]).endswith("?")
        assert cited.publishers_sentence(frame[:0], 0) == "No source names a publisher."

    def test_kinds(self):
        frame = pd.DataFrame({"kind": ["news", "legal_text"], "language": ["ru", ""], "sources": [3, 1], "total": [3, 1]})
        assert cited.kinds_title(frame) == "3 of four sources are news"
        assert cited.kinds_sentence(frame).startswith("Of four sources, three in Russian and one in a language not stated.")
        assert cited.kinds_title(frame.assign(sources=[1, 1], total=[1, 1])).endswith("?")
        assert cited.kinds_sentence(frame[:0]) == "No source is coded."
        assert cited.kinds_title(frame[:0]).endswith("?")
        assert cited.kinds_title(frame.assign(kind="")).endswith("?")


class TestClaims:
    def test_finding(self):
        assert prose.bare_title(groups(("findings", 20, 18), ("laws", 12, 1)), "table") == "Findings: 18 of 20 facts without a note"

    def test_a_handful_of_rows_makes_no_finding(self):
        assert prose.bare_title(groups(("findings", 4, 4)), "table").endswith("?")
        assert prose.bare_title(groups(("laws", 20, 2)), "table").endswith("?")
        assert prose.bare_title(groups(), "table").endswith("?")

    def test_the_key_says_what_a_title_with_numbers_compares(self):
        assert prose.bare_key(groups(("Here", 20, 18), by="section")).endswith("The title compares sections with ten facts or more")
        assert prose.bare_key(groups(("Here", 4, 4), by="section")).endswith("how many of its facts have no note")

    def test_sentence(self):
        text = prose.bare_sentence(groups(("findings", 20, 18), ("removal_orders", 6, 0)), "table")
        assert text == "More than half of the facts are without a note in findings (18 of 20). Every fact has a note in removal orders."
        assert prose.bare_sentence(groups(("laws", 20, 2)), "table") == "In no table are more than half of the facts without a note."
        assert prose.bare_sentence(groups(), "table") == "No fact is coded."


class TestQuestions:
    def frame(self, *rows):
        return pd.DataFrame(rows, columns=["question", "table", "rows"])

    def test_title(self):
        assert prose.map_title(self.frame(("A1", "events", 2)), ["A1", "A2"]) == "No fact bears on A2"
        assert prose.map_title(self.frame(("A1", "events", 2), ("A2", "laws", 1)), ["A1", "A2"]) == "From one fact on A2 to two on A1"
        assert prose.map_title(self.frame(), ["A1"]).endswith("?")
        many = [f"A{number}" for number in range(1, 9)]
        assert prose.map_title(self.frame(("A1", "events", 2)), many) == "No fact bears on seven of eight questions"

    def test_sentence(self):
        assert prose.map_sentence(self.frame()) == "No fact names a question."
        assert "counted under both" in prose.map_sentence(self.frame(("A1", "events", 2)))


class TestDiscrepancies:
    def frame(self, *kinds):
        return pd.DataFrame({"kind": kinds})

    def test_none_one_many_and_not_coded(self):
        assert prose.discrepancy_title(self.frame(), False) == "Contradictions: not coded"
        assert prose.discrepancy_title(self.frame(), True) == "No contradiction was found in the report"
        assert prose.discrepancy_title(self.frame("dates"), True) == "One place where the report and its notes do not fit together"
        assert prose.discrepancy_title(self.frame("dates", "dates"), True).startswith("Two places")
        assert prose.discrepancy_title(self.frame("dates", "spelling", "citation"), True) == (
            "Three places where the report and its notes do not fit together: one on what happened, when or how much; two of form only, such as spelling")
        assert prose.discrepancy_title(self.frame("spelling"), True) == "One place where the report and its notes do not fit together, of form only, such as spelling"
        assert prose.discrepancy_title(self.frame("spelling", "citation"), True).endswith(", all of form only, such as spelling")

    def test_the_parts_of_the_title_add_up(self):
        title = prose.discrepancy_title(self.frame(*(kind for own in BEARS_ON.values() for kind in own)), True)
        assert title.startswith("Nine places") and [part.split()[0] for part in title.partition(": ")[2].split("; ")] == ["four", "two", "three"]

    def test_sentence(self):
        assert prose.discrepancy_sentence(self.frame(), False) == "Contradictions of the report were not coded."
        assert "none were found" in prose.discrepancy_sentence(self.frame(), True)
        assert prose.discrepancy_sentence(self.frame("dates", "title_vs_text", "dates"), True).splitlines()[2:4] == [
            "- **On what happened, when or how much (2):** dates (2)", "- **On what a note or a word stands for (1):** title of a note against text (1)"]
        assert "- **On form only (1):** spelling (1)" in prose.discrepancy_sentence(self.frame("spelling", "dates"), True)
        assert prose.discrepancy_sentence(self.frame("dates"), True).startswith("Its kind: dates.")

    def test_what_weighs_most_is_counted_in_the_title_and_stands_first_in_the_list(self):
        title = prose.discrepancy_title(self.frame("definition", "dates", "spelling"), True)
        assert title == (
            "Three places where the report and its notes do not fit together: one on what happened, when or how much; one on what a note or a word stands for; "
            "one of form only, such as spelling")
        texts = {column: ["a", "b", "c"] for column in ("id", "topic", "statement", "conflicts_with", "handling", "section")}
        rows = drawing.discrepancy_register(pd.DataFrame({**texts, "kind": ["spelling", "definition", "dates"], "footnotes": [(), (), ()]}))
        assert list(rows["_id"]) == ["c", "b", "a"] and list(rows["_Bears on"])[0] == "what happened, when or how much"


class TestMatch:
    def test_title(self):
        assert prose.match_title(match()) == "Matches the report: 3 of 3"
        assert prose.match_title(match(current=False)).endswith("(before the latest change of the data)")
        assert prose.match_title(None) == "Match with the report: not checked"

    def test_sentence(self):
        assert prose.match_sentence(match()) == "Compared with the report's text by a program, all three rows match it."
        assert prose.match_sentence(match(2)) == "Compared with the report's text by a program, two of three rows match it."
        assert prose.match_sentence(match(1, 1)) == "Compared with the report's text by a program, one of one row matches it."
        assert "none of three rows match it" in prose.match_sentence(match(0))
        assert "changed since" in prose.match_sentence(match(current=False))
        assert prose.match_meaning(None) == prose.match_sentence(None)
        assert "does not show that the report is right" in prose.match_meaning(match())


class TestLead:
    def test_findings_first(self):
        text = prose.lead(stakes(("Here", 6, 1, True), ("There", 94, 100, False)), wall(LINKS[0]), groups(("S", 2, 1), by="section"), match())
        assert text.startswith("**The report gives no source for one of the two facts coded from it.** One section that can give at most six of the 100 points cites")
        assert "The one note hangs on a link shortener." in text and text.endswith(prose.AS_CODED)

    def test_contradictions_are_told_where_they_are_coded(self):
        frame = pd.DataFrame({"kind": ["dates", "spelling"]})
        nothing = (stakes(("Here", 6, 0, False)), wall(), groups(by="section"), None)
        assert prose.lead(*nothing, frame).startswith("The book lists two places where the report and its notes do not fit together: one on what happened, when or how much; one of form only, such as spelling.")
        assert "The book lists" not in prose.lead(*nothing, frame[:0])

    def test_the_words_are_told_apart_with_their_numbers(self):
        said = prose.words_used(TestRegister.SOURCES, TestRegister.FACTS, match(5, 5))
        assert "(2); a **source** is what a note names (2: one holds more than one and one is empty); a **fact** is what was coded from the report's text (2)." in said
        assert said.endswith("A **row** is any line of the tables (5 were compared): facts, sources, contradictions, lines of the score box.")
        none = prose.words_used(TestRegister.SOURCES[:0], TestRegister.FACTS[:0], None)
        assert "of the report (0); a **source** is what a note names (0);" in none and "**row**" not in none

    def test_nothing_to_find(self):
        text = prose.lead(stakes(("Here", 6, 0, False)), wall(), groups(by="section"), None)
        assert text == "The program has not yet compared the rows with the report's text."

    def test_notes_of_a_report(self):
        frame = TestRegister.SOURCES
        assert cited.notes_title(frame) == "Two notes with two sources"
        assert cited.notes_title(frame[:1]) == "One note"
        assert cited.notes_title(frame[:0]) == "The report has no notes"


class TestRegister:
    SOURCES = pd.DataFrame({
        "footnote": [1, 1, 2], "part": [1, 2, 1], "author": ["A. Writer", "", ""], "title": ["First", "Second", ""],
        "publisher": ["P", "", ""], "language": ["ru", "en", ""], "published": ["2015-06", "", ""], "accessed": ["", "", ""],
        "url": ["http://example.org/1", "", ""], "kind": ["legal_text", "news", ""], "comment": ["", "", "nothing"],
    })  # fmt: skip
    FACTS = pd.DataFrame({"table": ["laws", "findings"], "id": ["l001", "f001"], "label": ["Press law", "Strike"], "section": ["S", "S"],
                          "question": [(), ()], "footnotes": [(1,), (1,)]})  # fmt: skip

    def test_every_source_has_its_anchor(self):
        assert list(drawing.note_entries(self.SOURCES, self.FACTS)["_id"]) == ["note-1", "note-1-2", "note-2"]

    def test_rows_lead_to_their_register_where_there_is_one(self):
        cell = drawing.note_entries(self.SOURCES, self.FACTS)["What rests on it"].iloc[0]
        assert [part if isinstance(part, str) else part.get("href") for part in cell["parts"]] == [
            "chapter:05-legal-changes#l001", "·", "finding: Strike"]

    def test_an_empty_note_says_so(self):
        entry = drawing.note_entries(self.SOURCES, self.FACTS).iloc[2]
        assert entry["Author and title"] == "nothing" and entry["What rests on it"] == "no coded row" and entry["_Kind"] == "empty"

    def test_a_source_without_an_address_says_so(self):
        assert drawing.note_entries(self.SOURCES, self.FACTS)["Author and title"].iloc[1] == "Second (no address)"

    def test_what_is_odd_stands_beside_the_title(self):
        cell = drawing.note_entries(self.SOURCES.assign(comment=["Odd.", "Spoken.", ""]), self.FACTS)["Author and title"]
        assert cell.iloc[0]["parts"][1] == "(Odd)" and cell.iloc[1] == "Second (Spoken)"
        assert cell.iloc[2] == "Empty: the number is printed with nothing behind it."

    def test_publisher_and_date_stand_together(self):
        assert list(drawing.note_entries(self.SOURCES, self.FACTS)["Publisher and date"]) == ["P, June 2015", "not printed", "not printed"]

    def test_languages_have_names(self):
        assert list(drawing.note_entries(self.SOURCES, self.FACTS)["_Language"]) == ["Russian", "English", ""]

    def test_questions_in_a_row_are_spanned(self):
        assert drawing.spanned(("B4", "B5", "B6")) == "B4–B6"
        assert drawing.spanned(("B1", "B3")) == "B1, B3"
        assert drawing.spanned(("C7",)) == "C7"
