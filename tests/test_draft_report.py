"""A report of any layout becomes draft tables; what cannot be read is said; nothing of the text is copied."""

import csv
import re

import pytest
import synthetic_report as synthetic
from draft_reports import MAXIMA, NOTES, OLD, QUESTIONS, WEB, question_page, score_of
from synthetic_facts import FACTS

from netfreedom.data.check import check
from netfreedom.data.package import write_package
from netfreedom.data.schemas import schemas
from netfreedom.draft import draft_report, write
from netfreedom.errors import InputError

COUNTRY = "ruritania"


@pytest.fixture
def draft_of(own_root, tmp_path):
    """Drafts a text of Ruritania's report, in a project folder of its own."""

    def make(text, edition=2015, country=COUNTRY):
        path = tmp_path / "report.txt"
        path.write_text(text, encoding="utf-8")
        return draft_report(country, edition, path)

    return make


def test_the_printed_report_gives_scores_box_notes_and_a_candidate_for_each_dated_fact(draft_of):
    draft = draft_of(synthetic.report_text())
    assert [{key: str(value) for key, value in row.items()} for row in synthetic.SCORES] == draft.tables["scores"]
    assert [row["indicator"] for row in draft.tables["indicators"][:6]] == [
        "population", "internet_penetration", "social_media_blocked", "political_social_content_blocked", "users_arrested", "press_freedom_status",
    ]  # fmt: skip
    assert {row["footnote"] for row in draft.tables["sources"]} == {str(number) for number in range(1, 29)}
    facts = [fact for fact in FACTS if fact.table == "events" and fact.row.get("date")]
    drafted = {(row["section"], row["date"]) for row in draft.tables["events"]}
    assert facts and [fact.row for fact in facts if (fact.section, fact.row["date"]) not in drafted] == []


def test_line_width_and_page_length_do_not_change_the_draft(draft_of):
    narrow, wide = (draft_of(synthetic.report_text(width, lines)) for width, lines in ((60, 12), (102, 40)))
    assert narrow.tables == wide.tables


def test_questions_are_proposed_from_the_heading_and_rows_point_to_their_event(draft_of):
    draft = draft_of(WEB, 2013)
    events = {row["id"]: row for row in draft.tables["events"]}
    assert {row["question"] for row in events.values() if row["section"] == "Restrictions on Connectivity"} == {"A3"}
    (case,) = draft.tables["cases"]
    assert (case["person"], case["term"], case["sanction"], case["decided"], case["role"]) == ("Flavia Elphberg", "P6M", "prison", "2013-04-02", "journalist")
    assert events[case["event_id"]]["date"] == "2013-04-02" and case["footnotes"] == "3"
    assert [(row["instrument"], row["kind"], row["adopted"]) for row in draft.tables["laws"]] == [("Press Law", "amendment", "2012-06")]
    assert ("Photobox.example", "blocked", "2012~") in {(row["target"], row["measure"], row["date"]) for row in draft.tables["restrictions"]}


def test_the_first_layout_has_capitals_and_no_subsections_and_its_rows_live_in_the_body(draft_of):
    draft = draft_of(OLD, 2013)
    assert [(row["edition"], row["total"], row["status"]) for row in draft.tables["scores"]] == [("2012", "43", "Partly Free"), ("2013", "45", "Partly Free")]
    assert "coverage_start: 2012-05-01\n" in draft.meta and "extent: full" in draft.meta
    assert [(row["section"], row["date"], row["footnotes"]) for row in draft.tables["events"]] == [
        ("OBSTACLES TO ACCESS", "2012", "1"), ("OBSTACLES TO ACCESS", "2013-01", ""), ("LIMITS ON CONTENT", "2012~", "2"), ("VIOLATIONS OF USER RIGHTS", "2013-04-02", "3"),
    ]  # fmt: skip
    assert [row["value"] for row in draft.tables["indicators"][:2]] == ["5.2", "54"]


def test_web_text_without_blank_lines_has_whole_passages_and_its_notes(draft_of):
    draft = draft_of(WEB, 2013)
    assert [row["published"] for row in draft.tables["sources"]] == ["2012-09-05", "2012-12-01", "2013-04-03"]
    assert draft.tables["scores"] == [{"edition": "2013", "access": "10", "content": "15", "rights": "20", "total": "45", "status": "Partly Free", "direction": "zero_is_free"}]
    assert {row["footnotes"]: row["date"] for row in draft.tables["events"] if row["footnotes"]} == {"1": "2012-09-04", "2": "2012~", "3": "2013-04-02"}


@pytest.mark.parametrize("style", ["web", "share", "inline"])
@pytest.mark.parametrize("blank_lines", [True, False])
def test_question_pages_give_every_score_its_change_and_the_passages(draft_of, style, blank_lines):
    text = question_page(style)
    draft = draft_of(text if blank_lines else re.sub(r"\n\n+", "\n", text), 2021)
    rows = draft.tables["question_scores"]
    assert [(row["question"], row["score"], row["max"]) for row in rows] == [(code, str(score_of(code)), str(MAXIMA[code])) for code in QUESTIONS]
    assert [(row["question"], row["previous"], row["change"]) for row in rows if row["change"]] == [("A3", "6", "-1")]
    own, before = draft.tables["scores"][1], draft.tables["scores"][0]
    assert int(own["total"]) == sum(int(own[key]) for key in ("access", "content", "rights")) and own["direction"] == "hundred_is_free"
    assert (before["edition"], int(before["total"]), before["access"]) == ("2020", int(own["total"]) + 1, "")
    events = {row["section"]: row for row in draft.tables["events"][:1] + draft.tables["events"][1:]}
    assert (events["A3"]["date"], events["A3"]["kind"], events["A3"]["question"], events["A3"]["footnotes"]) == ("2021-01", "shutdown", "A3", "1")
    assert len(draft.tables["sources"]) == len(NOTES) and "layout: questions" in draft.meta
    assert any("added up" in sentence for sentence in draft.unread)


def test_a_question_without_a_readable_score_or_page_is_told(draft_of):
    text = question_page("share", without=("B4",)).replace(f"Score: {score_of('C2')} / 4", "Score: not shown", 1)
    draft = draft_of(text, 2021)
    codes = {row["question"] for row in draft.tables["question_scores"]}
    assert "B4" not in codes and any("B4" in sentence for sentence in draft.unread)
    assert len(codes) == 19 and any("could not be read" in sentence for sentence in draft.unread)


@pytest.mark.parametrize("text, edition", [(synthetic.report_text(), 2015), (WEB, 2013), (question_page(), 2021)], ids=["printed", "web", "questions"])
def test_check_refuses_the_marks_and_nothing_else_and_passes_without_them(draft_of, own_root, text, edition):
    folder = write(draft_of(text, edition), own_root / "data" / COUNTRY / str(edition))
    write_package(COUNTRY, edition)
    messages = [problem.message for problem in check(COUNTRY, edition)]
    assert messages and set(messages) == {"a draft row: confirm it (take the mark out) or delete it"}
    for path in folder.glob("*.csv"):
        path.write_text(re.sub(r"draft: ?[^,\n\"]*", "", path.read_text(encoding="utf-8")), encoding="utf-8")
    assert [str(problem) for problem in check(COUNTRY, edition)] == []


@pytest.mark.parametrize("text, edition", [(synthetic.report_text(), 2015), (WEB, 2013), (question_page(), 2021)], ids=["printed", "web", "questions"])
def test_no_run_of_seven_words_of_the_report_stands_in_the_tables(draft_of, text, edition):
    draft = draft_of(text, edition)
    words = re.findall(r"\w+", " ".join(passage.plain for passage in draft.report.passages if passage.kind != "box").lower())
    runs = {tuple(words[start : start + 7]) for start in range(len(words) - 6)}
    for table, rows in draft.tables.items():
        for row in rows if table != "sources" else []:
            for column, cell in row.items():
                own = re.findall(r"\w+", cell.lower())
                assert not any(tuple(own[start : start + 7]) in runs for start in range(len(own) - 6)), (table, column, cell)


def test_every_row_has_the_columns_of_its_schema_and_a_mark(draft_of):
    draft = draft_of(synthetic.report_text())
    for table, rows in draft.tables.items():
        assert all(list(row) == schemas()[table].columns for row in rows)
        if schemas()[table].holds_facts:
            assert all(row["note"].startswith("draft: ") for row in rows)
    assert all(row["comment"].startswith("draft: ") for row in draft.tables["sources"] if row["kind"] == "news")


def test_a_table_without_candidates_is_not_written_and_said(draft_of):
    draft = draft_of(WEB, 2013)
    assert "removal_orders" not in draft.tables and any("removal_orders" in sentence for sentence in draft.unread)


def test_a_report_that_breaks_off_is_drafted_as_an_excerpt_and_says_what_is_missing(draft_of):
    text = WEB[: WEB.index("The constitution protects") + 60]
    draft = draft_of(text, 2013)
    assert "extent: excerpt" in draft.meta and any("breaks off" in sentence for sentence in draft.unread)
    draft = draft_of(WEB[: WEB.index("Violations of User Rights\nThe")], 2013)
    assert any("Violations of User Rights is missing" in sentence for sentence in draft.unread)


def test_a_report_without_notes_or_period_says_so(draft_of):
    text = re.sub(r"Key Developments.*\n", "Key Developments\n", WEB[: WEB.index("1 “North")])
    draft = draft_of(text, 2013)
    assert any("no notes" in sentence for sentence in draft.unread) and any("no coverage period" in sentence for sentence in draft.unread)
    assert "coverage_start: 2012-05-01  # not printed in the text: look it up" in draft.meta


RUSSIAN = "Обзор\n\n" + "Свобода интернета в стране ухудшилась, и власти закрыли доступ ко многим сайтам во время выборов. " * 20
FRENCH = "Introduction\n\nObstacles to Access\n\n" + "La liberté de la presse recule dans ce pays et les autorités bloquent des sites pendant les élections. " * 20


@pytest.mark.parametrize(
    "content, told",
    [
        (b"", "the file is empty"), (b"  \n \n", "the file is empty"), (bytes(range(256)) * 40, "neither a text in UTF-8 nor a PDF"), (b"%PDF-1.7\nnothing of the kind", "cannot be read as a PDF"),
        (synthetic.pdf([["Introduction", "", "A line."]])[:300], "cannot be read as a PDF"), (RUSSIAN.encode(), "not in English"), (FRENCH.encode(), "not in English"),
        (b"A recipe for soup.\n\nTake the carrots and cut them. Put the lid on the pot and wait for an hour, then eat it with the bread that you have baked in the morning. " * 9, "does not read as a Freedom on the Net report"),
    ],
    ids=["empty", "blank", "binary", "no-pdf", "cut-pdf", "russian", "french", "unrelated"],
)  # fmt: skip
def test_files_that_are_no_report_get_one_clear_line(own_root, tmp_path, content, told):
    path = tmp_path / "file.txt"
    path.write_bytes(content)
    with pytest.raises(InputError, match=told) as raised:
        draft_report(COUNTRY, 2015, path)
    assert len(str(raised.value).splitlines()) == 1 and not (own_root / "data" / COUNTRY).exists()


def test_a_missing_file_is_told(own_root, tmp_path):
    with pytest.raises(InputError, match="there is no such file"):
        draft_report(COUNTRY, 2015, tmp_path / "none.txt")


@pytest.mark.parametrize(
    "country, edition, told",
    [("kazakhstn", 2013, "did you mean kazakhstan"), ("kazakhstan", 2013, "does not name Kazakhstan|is that of"), (COUNTRY, 2014, "not the period of that edition")],
)  # fmt: skip
def test_another_country_or_edition_is_refused(draft_of, country, edition, told):
    with pytest.raises(InputError, match=told):
        draft_of(WEB, edition, country)


def test_another_country_of_the_index_in_the_box_is_refused(draft_of):
    with pytest.raises(InputError, match="that of Angola"):
        draft_of(WEB.replace("Ruritania", "Angola"), 2013, "kazakhstan")


def test_the_side_file_has_each_candidates_passage_with_its_ids(draft_of):
    draft = draft_of(WEB, 2013)
    assert "e001, r001" in draft.passages and "cut the north of the country off the internet" in draft.passages
    assert all(row["id"] in draft.passages for row in draft.tables["events"])


def test_writing_leaves_what_is_there_and_lists_it(draft_of, own_root):
    draft, folder = draft_of(WEB, 2013), own_root / "data" / COUNTRY / "2013"
    folder.mkdir(parents=True)
    (folder / "events.csv").write_text("id,date\ne001,2013\n")
    with pytest.raises(InputError, match=r"events\.csv: is there already"):
        write(draft, folder)
    assert [path.name for path in folder.iterdir()] == ["events.csv"] and (folder / "events.csv").read_text() == "id,date\ne001,2013\n"
    assert [path.name for path in folder.parent.iterdir()] == ["2013"]


def test_a_failed_write_leaves_no_folder(draft_of, own_root, monkeypatch):
    draft, folder = draft_of(WEB, 2013), own_root / "data" / COUNTRY / "2013"
    monkeypatch.setattr("netfreedom.draft.writing._write", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        write(draft, folder)
    assert not folder.exists() and not list(own_root.glob("data/ruritania/*"))


def test_an_empty_dataset_made_by_new_is_filled_and_keeps_what_a_person_wrote(draft_of, own_root):
    draft, folder = draft_of(WEB, 2013), own_root / "data" / COUNTRY / "2013"
    (folder / "commentary").mkdir(parents=True)
    kept = {"NEXT-STEPS.md": "- [ ] all\n", "report.yml": "country: ruritania  # mine\n", "commentary/overview.md": "Mine.\n", "powers.csv": ",".join(schemas()["powers"].columns) + "\n"}
    for name, content in (kept | {"events.csv": ",".join(schemas()["events"].columns) + "\n"}).items():
        (folder / name).write_text(content, encoding="utf-8")
    write(draft, folder)
    assert {name: (folder / name).read_text(encoding="utf-8") for name in kept} == kept
    with (folder / "events.csv").open(encoding="utf-8", newline="") as file:
        assert len(list(csv.DictReader(file))) == len(draft.tables["events"])
    assert [path.name for path in folder.parent.iterdir()] == ["2013"]


def test_marks_without_a_note_are_told(draft_of):
    text = question_page().replace("two days.1", "two days.[1]").replace("Court.2", "Court.[2]").replace("post.3", "post.[3]").replace("Herald.4", "Herald.[4]")
    assert not any("without a note" in line for line in draft_of(text, 2021).unread)
    assert "The marks 3, 4 stand in the text without a note: is the text whole?" in draft_of(text.split("3. “Hentzau")[0], 2021).unread


def test_scores_of_a_page_that_prints_no_edition_are_those_that_were_asked_for_and_that_is_told(draft_of):
    text = question_page().replace("Ruritania: Freedom on the Net 2021 Country Report", "Ruritania").replace("Key Developments, June 1, 2020 – May 31, 2021", "Key Developments")
    draft = draft_of(text, 2021)
    assert [row["edition"] for row in draft.tables["scores"]] == ["2020", "2021"] and any("prints no edition" in line for line in draft.unread)


def test_the_source_of_a_web_page_is_refused_with_what_to_do(draft_of):
    with pytest.raises(InputError, match="HTML source: save the page as text"):
        draft_of(f"<!DOCTYPE html><html><body><p>{OLD}</p></body></html>", 2013)
