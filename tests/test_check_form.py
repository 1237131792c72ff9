"""A file in the wrong form gets one clear line, whatever is wrong with it."""

import pytest

from netfreedom.data.check import check
from netfreedom.errors import InputError

PLACE = "data/ruritania/2016/"


def lines(tiny_dataset) -> list[str]:
    tiny_dataset.package()
    return [str(problem).removeprefix(PLACE) for problem in check("ruritania", 2016)]


def test_a_good_dataset_has_no_problem(tiny_dataset):
    assert check("ruritania", 2016) == []


def rewrite(tiny_dataset, change):
    path = tiny_dataset.folder / "laws.csv"
    path.write_bytes(change(path.read_bytes()))


@pytest.mark.parametrize(("change", "expected"), [
    (lambda text: b"", "laws.csv: the file is empty: write the header alone"),
    (lambda text: b"\n", "laws.csv: the file is empty: write the header alone"),
    (lambda text: text.replace(b"\n", b"\r"), "laws.csv: the file has line ends (CR) of an old system"),
    (lambda text: b"\xef\xbb\xbf" + text, "laws.csv:1: the file begins with a byte order mark"),
    (lambda text: text.replace(b"\n", b"\r\n"), "laws.csv:1: the file has Windows line ends (CRLF)"),
    (lambda text: text.replace(b",", b";"), "laws.csv:1: the columns are not separated by commas"),
    (lambda text: text.replace(b",", b"\t"), "laws.csv:1: the columns are not separated by commas"),
    (lambda text: text.replace(b"Press law", b"Press l\xe4w"), "laws.csv:2: the line is not UTF-8"),
    (lambda text: text.replace(b"Press law", b"Press\0law"), "laws.csv:2: the file holds a zero byte"),
    (lambda text: text.replace(b"deadline_hours,", b""), "laws.csv:1: deadline_hours: the column is missing"),
    (lambda text: text.replace(b"id,instrument", b"id,colour,instrument"), "laws.csv:1: colour: the table has no such column"),
    (lambda text: text.replace(b"instrument,kind", b"kind,instrument"), "laws.csv:1: kind: the columns are in another order: here belongs instrument"),
    (lambda text: text.replace(b"id,instrument", b"id,id,instrument"), "laws.csv:1: id: the column stands there twice"),
    (lambda text: text + b"l002,too short\n", "laws.csv:3: the row has 2 cells, the header 19 columns"),
    (lambda text: text + b"\n", "laws.csv:3: the line is empty"),
    (lambda text: text.replace(b"Press law", b'"Press law'), "laws.csv:2: the row that begins here cannot be read as CSV"),
])
def test_each_broken_form_is_told_in_one_line(tiny_dataset, change, expected):
    rewrite(tiny_dataset, change)
    found = [line for line in lines(tiny_dataset) if line.startswith("laws.csv")]
    assert len(found) == 1 and found[0].startswith(expected), found


def test_a_stray_file_and_a_missing_one_are_told(tiny_dataset):
    (tiny_dataset.folder / "law.csv").write_text("id\n")
    (tiny_dataset.folder / "findings.csv").unlink()
    (tiny_dataset.folder / "Laws.CSV").write_text("id\n")
    assert any(line.startswith("Laws.CSV: is no table") for line in lines(tiny_dataset))
    assert any(line.startswith("law.csv: is no table; tables are: scores") for line in lines(tiny_dataset))
    assert any(line.startswith("report.yml: tables: 'findings': there is no findings.csv") for line in lines(tiny_dataset))


def test_a_table_that_report_yml_does_not_name_is_told(tiny_dataset):
    tiny_dataset.rows["systems"] = []
    tiny_dataset.write("systems")
    assert lines(tiny_dataset) == ["report.yml: tables: 'systems': systems.csv is there: say whether it is complete or partial"]


@pytest.mark.parametrize(("key", "value", "expected"), [
    ("iso3", "rur", "report.yml:2: iso3: 'rur': allowed: three capital letters"),
    ("edition", "now", "report.yml:3: edition: 'now': allowed: a year"),
    ("direction", "up", "report.yml:11: direction: 'up': allowed: zero_is_free, hundred_is_free"),
    ("coverage_end", "2015-05-31", "report.yml:10: coverage_end: '2015-05-31': the period must end after it starts (2015-06-01)"),
    ("coverage_start", "June 2015", "report.yml:9: coverage_start: 'June 2015': allowed: a day"),
    ("peers", "[ruritania]", "report.yml: peers: 'ruritania': is the report's own country"),
    ("peers", "[estonia, estonia]", "report.yml: peers: 'estonia': stands there twice"),
    ("peers", "[atlantis]", "report.yml: peers: 'atlantis': there is no such slug in index/countries.csv"),
    ("country", "graustark", "report.yml: country: 'graustark': the folder says ruritania"),
    ("edition", "2017", "report.yml: edition: '2017': the folder says 2016"),
    ("extent", "half", "report.yml:13: extent: 'half': allowed: full, excerpt"),
    ("title", "", "report.yml:4: title: '': allowed: some text"),
])
def test_report_yml_is_checked_key_by_key(tiny_dataset, key, value, expected):
    tiny_dataset.describe(**{key: value})
    found = [str(problem).removeprefix(PLACE) for problem in check("ruritania", 2016)]
    assert any(line.startswith(expected) for line in found), found


@pytest.mark.parametrize(("text", "expected"), [
    ("country: [", "is not valid YAML: expected the node content"),
    ("- a\n", "report.yml:1: holds no keys"),
    ("hello", "report.yml:1: holds no keys"),
    ("coverage_start: 2015-06-31\n", "holds something that cannot be read: day is out of range for month"),
    ("country: ruritania\ncountry: graustark\n", "report.yml:2: country: the key stands there twice"),
    ("tables: {events: soon}\n", "tables: \"{'events': 'soon'}\": allowed: complete or partial for events"),
    ("", "holds no keys"),
    ("country: ruritania\ncolour: red\n", "colour: is not a key of report.yml"),
])
def test_a_broken_report_yml_is_told(tiny_dataset, text, expected):
    (tiny_dataset.folder / "report.yml").write_text(text)
    assert any(expected in str(problem) for problem in check("ruritania", 2016))


def test_a_stale_or_missing_package_is_told_with_the_command(tiny_dataset):
    path = tiny_dataset.folder / "datapackage.json"
    path.write_text("{}")
    assert [str(problem) for problem in check("ruritania", 2016)] == [
        f"{PLACE}datapackage.json: does not fit the tables, schemas or report.yml: run netfreedom package ruritania 2016"
    ]
    path.unlink()
    assert "is missing: run netfreedom package ruritania 2016" in str(check("ruritania", 2016)[0])


def test_a_dataset_that_is_not_there_is_told_with_those_that_are(tiny_dataset):
    assert "there is no such dataset; there are: ruritania 2016" in str(check("graustark", 2016)[0])


def test_a_report_yml_that_is_not_utf8_is_told(tiny_dataset):
    (tiny_dataset.folder / "report.yml").write_bytes(b"country: C\xf4te\n")
    assert any("report.yml: is not UTF-8" in str(problem) for problem in check("ruritania", 2016))


def test_a_broken_report_yml_does_not_hide_what_is_wrong_with_the_tables(tiny_dataset):
    tiny_dataset.edit("events", 0, note="draft: guessed")
    (tiny_dataset.folder / "report.yml").write_text("country: [")
    assert any("a draft row" in str(problem) for problem in check("ruritania", 2016))


def test_a_damaged_file_of_a_program_is_told_with_its_command(tiny_dataset):
    (tiny_dataset.folder / "verification.json").write_text('{"rows": 1')
    (tiny_dataset.folder / "datapackage.json").write_bytes(b"\xff")
    found = [str(problem).removeprefix(PLACE) for problem in check("ruritania", 2016)]
    assert any(line.startswith("verification.json: is damaged: run netfreedom verify ruritania 2016") for line in found)
    assert any(line.startswith("datapackage.json: does not fit") for line in found)


def test_commentary_cites_notes_that_exist_in_text_that_can_be_read(tiny_dataset):
    folder = tiny_dataset.folder / "commentary"
    folder.mkdir()
    (folder / "overview.md").write_text("Fine{note}`1`.\n% a comment{note}`98`\nNot fine{note}`1, 99`.\n")
    (folder / "scores.md").write_bytes(b"C\xf4te\n")
    assert [str(problem).removeprefix(PLACE) for problem in check("ruritania", 2016)] == [
        "commentary/overview.md:3: {note}: '99': there is no such note in sources.csv",
        "commentary/scores.md: is not UTF-8: save the file as UTF-8",
    ]
    (tiny_dataset.folder / "sources.csv").unlink()
    assert not any("no such note" in str(problem) for problem in check("ruritania", 2016))


@pytest.mark.parametrize("name", ["", "..", "ruritania/", "../data/ruritania", "a\\b"])
def test_a_country_is_a_name_and_no_path(tiny_dataset, name):
    with pytest.raises(InputError, match="allowed: a name as in data/index/countries.csv"):
        check(name, 2016)
