"""Every rule of the data dictionary is broken once, and the check names file, line, column, value and what is allowed."""

import pytest
from typer.testing import CliRunner

from netfreedom.cli import app
from netfreedom.data.check import check
from netfreedom.errors import InputError

PLACE = "data/ruritania/2016/"


def problems(country="ruritania", edition=2016) -> list[str]:
    return [str(problem).removeprefix(PLACE) for problem in check(country, edition)]


CELLS = [
    # vocabularies, types, bounds: the schemas
    ("events", 0, {"kind": "block"}, "events.csv:2: kind: 'block': allowed: blocking, disruption, shutdown"),
    ("events", 1, {"title": ""}, "events.csv:3: title: '': must not be empty"),
    ("laws", 0, {"subject": "speech;sports"}, "laws.csv:2: subject: 'speech;sports': allowed: blocking, shutdown"),
    ("laws", 0, {"deadline_hours": "three"}, "laws.csv:2: deadline_hours: 'three': allowed: a number"),
    ("cases", 0, {"persons_min": 0}, "cases.csv:2: persons_min: '0': allowed: a whole number from 1"),
    ("scores", 1, {"access": 26}, "scores.csv:3: access: '26': allowed: a whole number from 0 to 25"),
    ("penalties", 0, {"term_max": "90 days"}, "penalties.csv:2: term_max: '90 days': allowed: an ISO 8601 duration"),
    ("penalties", 0, {"term_max": "P"}, "penalties.csv:2: term_max: 'P': allowed: an ISO 8601 duration"),
    ("penalties", 0, {"currency": "dollars"}, "penalties.csv:2: currency: 'dollars': allowed: a three-letter code"),
    ("sources", 0, {"url": "example.org"}, "sources.csv:2: url: 'example.org': allowed: an address"),
    ("sources", 0, {"language": "Russian"}, "sources.csv:2: language: 'Russian': allowed: a language code"),
    ("events", 0, {"id": "x001"}, "events.csv:2: id: 'x001': allowed: e and three digits"),
    ("events", 1, {"id": "e001"}, "events.csv:3: id: 'e001': stands there twice"),
    # keys
    ("restrictions", 0, {"event_id": "e009"}, "restrictions.csv:2: event_id: 'e009': there is no such row in events"),
    ("penalties", 0, {"law_id": "l009"}, "penalties.csv:2: law_id: 'l009': there is no such row in laws"),
    ("actors", 0, {"parent": "a009"}, "actors.csv:2: parent: 'a009': there is no such row in actors"),
    ("events", 0, {"actors": "a001;a009"}, "events.csv:2: actors: 'a009': there is no such row in actors.csv"),
    ("cases", 0, {"part_of": "c001"}, "cases.csv:2: part_of: 'c001': leads back to c001 itself"),
    # dates
    ("events", 0, {"date": "2016-05-23/2016-05-19"}, "events.csv:2: date: '2016-05-23/2016-05-19': the interval runs backwards"),
    ("events", 0, {"date": "May 2016"}, "events.csv:2: date: 'May 2016': 'May 2016' is not a date; write 2016"),
    ("laws", 0, {"adopted": "2015-33"}, "laws.csv:2: adopted: '2015-33': '33' is neither a month nor a season"),
    ("events", 0, {"date_kind": "undated"}, "events.csv:2: date_kind: 'undated': the row has a date (2016-05-19/2016-05-23)"),
    ("events", 0, {"date": "", "date_text": ""}, "events.csv:2: date: '': is empty in a row of kind lasted"),
    ("events", 2, {"date_text": "one day"}, "events.csv:4: date_text: 'one day': stands without a date"),
    ("restrictions", 0, {"date": "2014"}, "restrictions.csv:2: date: '2014': event e001 has another date: 2016-05-19/2016-05-23"),
    ("cases", 0, {"arrested": "2016-06"}, "cases.csv:2: decided: '2016-05-20': lies before arrested (2016-06)"),
    # tokens
    ("laws", 0, {"evidence": "Strelsau;one two three four five"}, "laws.csv:2: evidence: 'one two three four five': has 5 words"),
    ("events", 0, {"date_text": "between May 19 and May 23"}, "events.csv:2: date_text: 'between May 19 and May 23': has 6 words"),
    ("indicators", 0, {"value_text": "from 5 to 12 dollars"}, "indicators.csv:2: value_text: 'from 5 to 12 dollars': has 5 words"),
    # notes and questions
    ("events", 0, {"footnotes": "1;7"}, "events.csv:2: footnotes: '7': there is no such note in sources.csv"),
    ("events", 0, {"footnotes": "1,2"}, "events.csv:2: footnotes: '1,2': allowed: numbers of notes"),
    ("sources", 2, {"part": 3}, "sources.csv:4: part: '3': the parts of note 2 run from 1 on: here belongs 2"),
    ("events", 0, {"question": "A6"}, "events.csv:2: question: 'A6': there is no such question in index/checklist.csv"),
    # scores
    ("scores", 1, {"total": 33}, "scores.csv:3: total: '33': the sub-scores add up to 32 (10 + 10 + 12)"),
    ("scores", 1, {"status": "Free"}, "scores.csv:3: status: 'Free': a total of 32 is Partly Free where 0 is most free"),
    ("scores", 1, {"direction": "hundred_is_free", "status": "Not Free"}, "scores.csv:3: direction: 'hundred_is_free': report.yml says zero_is_free"),
    ("scores", 1, {"access": ""}, "scores.csv:3: access: '': is empty while another sub-score is given"),
    ("scores", 1, {"edition": 2017}, "scores.csv:3: edition: '2017': lies after the report's own edition (2016)"),
    ("scores", 1, {"edition": 2014}, "scores.csv: edition: there is no row for the report's own edition, 2016"),
    # numbers that programs read otherwise than people
    ("indicators", 0, {"value": "inf"}, "indicators.csv:2: value: 'inf': is not written as a plain number"),
    ("indicators", 0, {"value": "1e400"}, "indicators.csv:2: value: '1e400': is not written as a plain number"),
    ("indicators", 0, {"value": "\u0661\u0662"}, "indicators.csv:2: value: '\u0661\u0662': is not written as a plain number"),
    ("scores", 1, {"access": "1_0"}, "scores.csv:3: access: '1_0': is not written as a plain number"),
    # rows above rows
    ("actors", 1, {"parent": "a001"}, "actors.csv:3: parent: 'a001': leads back to a002 itself"),
    # cells as plain text
    ("events", 0, {"title": "A <b>bold</b> claim"}, "events.csv:2: title: 'A <b>bold</b> claim': holds HTML or script"),
    ("events", 0, {"title": "<!--<script>"}, "events.csv:2: title: '<!--<script>': holds HTML or script"),
    ("events", 0, {"title": "=1+1"}, "events.csv:2: title: '=1+1': begins with ="),
    ("events", 0, {"title": "@SUM(A1)"}, "events.csv:2: title: '@SUM(A1)': begins with @"),
    ("events", 0, {"title": "+1+1"}, "events.csv:2: title: '+1+1': begins with +"),
    ("events", 0, {"title": "two\nlines"}, "events.csv:2: title: 'two\\nlines': holds a line break"),
    ("events", 0, {"title": "turned \u202e round"}, "events.csv:2: title: 'turned \\u202e round': holds a line break or another control"),
    ("events", 0, {"title": " blank"}, "events.csv:2: title: ' blank': has a blank at its start or end"),
    ("events", 0, {"targets": "Gazette; Herald"}, "events.csv:2: targets: 'Gazette; Herald': has blanks around ;"),
    ("events", 0, {"targets": "Gazette;Gazette"}, "events.csv:2: targets: 'Gazette': stands twice in the list"),
    # rows
    ("indicators", 0, {"value_max": 3}, "indicators.csv:2: value_max: '3': is lower than value (5)"),
    ("penalties", 0, {"currency": ""}, "penalties.csv:2: fine_max: '2000': is a sum without a currency"),
    ("cases", 0, {"sanction": ""}, "cases.csv:2: term: 'P18M': is the length of a sanction that the row does not name"),
]


@pytest.mark.parametrize(("table", "row", "cells", "expected"), CELLS, ids=[case[3].split(": ")[0] + "-" + "-".join(case[2]) for case in CELLS])
def test_a_broken_rule_is_told_with_its_place(tiny_dataset, table, row, cells, expected):
    tiny_dataset.edit(table, row, **cells)
    found = problems()
    assert any(line.startswith(expected) for line in found), found


def test_a_line_number_is_that_of_the_file_even_after_a_cell_of_two_lines(tiny_dataset):
    tiny_dataset.edit("events", 0, title="two\nlines")
    tiny_dataset.edit("events", 2, kind="block")
    assert any(line.startswith("events.csv:5: kind: 'block'") for line in problems())


def test_one_mistake_gives_one_line(tiny_dataset):
    tiny_dataset.edit("events", 0, kind="block")
    assert len(problems()) == 1


def test_question_scores_fit_the_checklist(tiny_dataset):
    tiny_dataset.rows["question_scores"] = [
        {"edition": 2016, "question": "A1", "score": 6, "max": 5, "previous": 4, "change": 1},
        {"edition": 2016, "question": "A2", "score": 4, "max": 3},
    ]
    tiny_dataset.write("question_scores")
    tiny_dataset.describe()
    tiny_dataset.package()
    assert problems() == [
        "question_scores.csv:2: max: '5': the checklist gives 6 points to A1",
        "question_scores.csv:2: change: '1': 6 after 4 is a change of 2",
        "question_scores.csv:3: score: '4': question A2 has at most 3 points",
    ]


def test_ids_may_point_to_a_table_that_is_not_coded(tiny_dataset):
    (tiny_dataset.folder / "actors.csv").unlink()
    del tiny_dataset.rows["actors"]
    tiny_dataset.describe()
    tiny_dataset.package()
    assert problems() == []


INDEX = [
    ("scores.csv", "2016,14,23,26,63,Not Free,S5,published", "2016,14,23,26,64,Not Free,S5,published", "total: '64': the sub-scores add up to 63"),
    ("scores.csv", "EGY,2016,15,15,33,63,Not Free,S5", "EGY,2016,15,15,33,63,Not Free,S99", "source: 'S99': there is no such row in sources.csv"),
    ("scores.csv", "UZB,2016,", "XXX,2016,", "iso3: 'XXX': there is no such row in countries"),
    ("editions.csv", "2017-06-01,2018-05-31", "2018-06-01,2018-05-31", "coverage_end: '2018-05-31': the period must end after it starts"),
    ("editions.csv", "2015-06-01,2016-05-31", "2015-05-01,2016-05-31", "coverage_start: '2015-05-01': lies before the end of the edition before"),
    ("editions.csv", ',0-30,31-60,61-100,65,"2016', ',0-30,31-61,62-100,65,"2016', "partly_free: '31-61': the band is 31-60"),
    ("questions.csv", "KAZ,2024,A2,2", "KAZ,2024,A2,4", "score: '4': question A2 has at most 3 points"),
    ("questions.csv", "KAZ,2023,A1,", "KAZ,2023,A1,1", "add up to this for access, scores.csv has"),
    ("checklist.csv", ",6,access,Availability", ",5,access,Availability", "max: '24': the points of access add up to 25"),
    ("controls.csv", "KAZ,2016,ict_shutdown,1,S5\n", "", "control: 'KAZ 2016': has 8 rows: each country and edition has 9"),
    ("series.csv", "KAZ,tor_users_direct,2015-06-01,", "KAZ,tor_users_direct,2015-6-1,", "date: '2015-6-1': '2015-6-1' is not a date"),
]


def test_a_broken_index_is_told(own_root):
    for file, old, new, _ in INDEX:
        path = own_root / "data" / "index" / file
        text = path.read_text(encoding="utf-8")
        assert old in text, old
        path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")
    found = [str(problem) for problem in check()]
    for file, _, _, expected in INDEX:
        assert any(line.startswith(f"data/index/{file}") and expected in line for line in found), (expected, found)


def test_the_projects_own_data_have_no_problem():
    assert [str(problem) for problem in check()] == []


def test_the_command_prints_problems_and_fails(tiny_dataset):
    run = CliRunner()
    assert run.invoke(app, ["check", "ruritania", "2016"]).output == "No problems found.\n"
    tiny_dataset.edit("scores", 1, total=33)
    failed = run.invoke(app, ["check", "ruritania", "2016"])
    assert failed.exit_code != 0 and isinstance(failed.exception, InputError)
    assert "scores.csv:3: total: '33'" in str(failed.exception)
    assert run.invoke(app, ["check", "ruritania"]).exit_code == 2


def test_the_package_command_mends_what_check_tells(tiny_dataset):
    (tiny_dataset.folder / "datapackage.json").unlink()
    run = CliRunner()
    assert run.invoke(app, ["package", "ruritania", "2016"]).output == f"{PLACE}datapackage.json\n"
    assert problems() == []


@pytest.mark.parametrize("table, row, column", [("events", 0, "note"), ("sources", 1, "comment")])
def test_a_draft_row_is_refused_until_its_mark_is_out(tiny_dataset, table, row, column):
    tiny_dataset.edit(table, row, **{column: "draft: guessed; decide"})
    assert problems() == [f"{table}.csv:{row + 2}: {column}: 'draft: guessed; decide': a draft row: confirm it (take the mark out) or delete it"]
    tiny_dataset.edit(table, row, **{column: "a first draft: said so"})
    assert problems() == []
