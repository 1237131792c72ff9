"""Which pages of the last book stand in the next one, and which are written anew. Built by the real command."""

import json

import pytest
from small_project import SmallProject

from netfreedom.data.package import write_package

pytestmark = pytest.mark.notebooks

FOLDER = "_build/html/pages/ruritania/2016"


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A project that was built once; the tests edit it one after the other."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NETFREEDOM_ROOT", "")
        project = SmallProject(tmp_path_factory.mktemp("small"))
        build(project)
        yield project


def build(project):
    done = project.build()
    assert done.returncode == 0, done.stdout + done.stderr


def written(project):
    """Names of the pages that a build writes after an edit: the others keep their date."""
    paths = [path for path in (project.root / "_build" / "html").rglob("*.html") if path.stem not in ("search", "genindex")]
    dates = {path: path.stat().st_mtime_ns for path in paths}
    build(project)
    return {path.stem for path in paths if path.stat().st_mtime_ns != dates[path]}


def test_an_edit_leaves_the_pages_that_do_not_show_it(project):
    project.edit("events", "Minister denies", "Deputy denies")
    changed = written(project)
    assert "12-evidence" in changed and not changed & {"05-legal-changes", "01-overview", "cite", "glossary"}


def test_a_page_is_written_again_when_it_would_be_told_something_else(project):
    folder = project.dataset.folder / "commentary"
    folder.mkdir()
    (folder / "overview.md").write_text("## Reading\n\nAs printed {note}`1`.\n")
    build(project)
    project.dataset.edit("sources", 0, publisher="Gazette")
    write_package("ruritania", 2016)
    changed = written(project)
    assert project.states()["01-overview"] == "cached" and "01-overview" in changed and not changed & {"05-legal-changes", "12-evidence"}
    assert "Note 1: Gazette" in (project.root / FOLDER / "01-overview.html").read_text()


def test_another_heading_is_shown_by_every_page(project):
    (project.root / "about/cite.md").write_text("# How to quote\n")
    assert {"12-evidence", "01-overview", "cite", "glossary"} <= written(project)
    assert "How to quote" in (project.root / FOLDER / "12-evidence.html").read_text()


def test_a_page_that_somebody_changed_is_not_taken_over(project):
    page = project.root / FOLDER / "12-evidence.html"
    good = page.read_bytes()
    page.write_bytes(good.replace(b"The end.", b"The END."))
    (project.root / "about/rerun.md").write_text("# About rerun\n\nOther words.\n")
    build(project)
    assert page.read_bytes() == good


def test_the_search_finds_what_the_pages_hold_and_no_more(project):
    def words():
        text = (project.root / "_build/html/searchindex.js").read_text()
        return json.loads(text.removeprefix("Search.setIndex(").removesuffix(")"))["terms"]

    (project.root / "about/methods.md").write_text("# About methods\n\nOf goldfinches.\n")
    (project.root / "about/rerun.md").write_text("# About rerun\n\nOf zebrafinches.\n")
    build(project)
    assert {"zebrafinch", "goldfinch"} <= set(words())
    (project.root / "about/rerun.md").write_text("# About rerun\n\nOf nothing.\n")
    build(project)
    assert "zebrafinch" not in words() and [] not in words().values() and "goldfinch" in words()


def test_a_word_is_not_stemmed_again_by_the_same_program(project):
    kept = next((project.root / "_build" / "doctrees").rglob("stems.json"))

    def terms_after(words, **stems):
        """What the search index holds after a page was changed, where the stems kept were these."""
        kept.write_text(json.dumps({"program": program, "stems": stems}) if stems else "{")
        (project.root / "about/rerun.md").write_text(f"# About rerun\n\nOf {words}.\n")
        build(project)
        return json.loads((project.root / "_build/html/searchindex.js").read_text().removeprefix("Search.setIndex(").removesuffix(")"))["terms"]

    program = json.loads(kept.read_text())["program"]
    assert "waxw" in terms_after("waxwings", waxwings="waxw")
    assert json.loads(kept.read_text())["stems"]["waxwings"] == "waxw"
    program = "another"
    assert "greenfinch" in terms_after("greenfinches", greenfinches="green")
    assert "bullfinch" in terms_after("bullfinches")  # a damaged file
    assert json.loads(kept.read_text())["stems"]["bullfinches"] == "bullfinch"
