"""Building: whole or not at all, and Sphinx's own lines where a page is wrong."""

import json

import pytest

from netfreedom.book.build import FRESH, Sphinx, beside, problems, recover, swap
from netfreedom.book.toc import toc_for
from netfreedom.errors import InputError


def page(folder, text):
    folder.mkdir(parents=True)
    (folder / "index.html").write_text(text)
    return folder


def text_of(folder):
    return (folder / "index.html").read_text()


def dead_sphinx(root):
    sphinx = Sphinx(root)
    sphinx.process.kill()
    sphinx.process.wait()
    return sphinx


def test_swap_replaces_the_last_book_whole(tmp_path):
    out = page(tmp_path / "html", "last")
    (out / "removed-page.html").write_text("stale")
    swap(page(tmp_path / ".html.fresh", "fresh"), out)
    assert text_of(out) == "fresh"
    assert [path.name for path in tmp_path.iterdir()] == ["html"]
    assert not (out / "removed-page.html").exists()


def test_a_swap_interrupted_between_its_renames_gives_the_last_book_back(tmp_path):
    page(tmp_path / ".html.old", "last")
    page(tmp_path / ".html.fresh", "half")
    recover(tmp_path / "html")
    assert text_of(tmp_path / "html") == "last"
    assert [path.name for path in tmp_path.iterdir()] == ["html"]


def test_a_swap_interrupted_after_its_renames_keeps_the_fresh_book(tmp_path):
    page(tmp_path / ".html.old", "last")
    page(tmp_path / "html", "fresh")
    recover(tmp_path / "html")
    assert text_of(tmp_path / "html") == "fresh"
    assert [path.name for path in tmp_path.iterdir()] == ["html"]


@pytest.mark.parametrize("error", [InputError([]), KeyboardInterrupt()])
def test_a_failed_or_interrupted_build_leaves_the_last_book(tmp_path, error):
    out = page(tmp_path / "html", "last")
    with pytest.raises(type(error)), dead_sphinx(tmp_path) as sphinx:
        sphinx.prepare(toc_for([]), out, tmp_path / "doctrees")
        page(beside(out, FRESH), "half")
        raise error
    assert text_of(out) == "last"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["doctrees", "html"]


def test_sphinx_lines_become_problems_with_file_and_line(tmp_path):
    output = (
        f"\x1b[91m{tmp_path}/about/methods.md:7: WARNING: Unknown interpreted text role \"nope\". [myst.role_unknown]\x1b[39;49;00m\n"
        f"{tmp_path}/index.md: WARNING: document isn't included in any toctree\n"
        "WARNING: unknown config value 'comments_config' in override, ignoring\n"
    )
    assert [str(problem) for problem in problems(output, tmp_path)] == [
        'about/methods.md:7: Unknown interpreted text role "nope". [myst.role_unknown]',
        "index.md: document isn't included in any toctree",
        "_config.yml: unknown config value 'comments_config' in override, ignoring",
    ]


def test_a_crash_without_a_warning_still_says_something(tmp_path):
    assert "KeyError: 'columns'" in str(problems("Traceback\nKeyError: 'columns'\n", tmp_path)[0])


def test_a_line_that_sphinx_repeats_is_told_once(tmp_path):
    line = f"{tmp_path}/index.md:1: WARNING: toctree contains reference to nonexisting document 'about/rerun'\n"
    assert len(problems(line * 8, tmp_path)) == 1


def test_a_sphinx_that_was_killed_is_told(tmp_path):
    with pytest.raises(InputError, match="killed by signal 9"), dead_sphinx(tmp_path) as sphinx:
        sphinx.prepare(toc_for([]), tmp_path / "html", tmp_path / "doctrees")
        sphinx.build()
    assert not (tmp_path / "html").exists()


def test_a_full_disk_is_told_as_such_and_only_once(tmp_path):
    output = f"{tmp_path}/_config.yml: WARNING: cannot copy: [Errno 28] No space left on device\n" * 2 + "A bug report can be filed in the tracker at <https://github.com/other>\n"
    assert [str(problem) for problem in problems(output, tmp_path)] == [
        "the book: No space left on device while the pages were written; the last good book is as it was"
    ]


def test_what_is_wrong_in_commentary_is_told_with_its_own_file_and_line(tmp_path):
    pages = tmp_path / "pages/ruritania/2016"
    pages.mkdir(parents=True)
    cells = [{"id": "01-overview-000"}, {"id": "commentary"}]
    (pages / "01-overview.ipynb").write_text(json.dumps({"cells": cells}))
    line = f'{pages}/01-overview.ipynb:%d: WARNING: Unknown interpreted text role "nope".\n'
    assert [str(problem) for problem in problems(line % 20004 + line % 10002, tmp_path)] == [
        'data/ruritania/2016/commentary/overview.md:4: Unknown interpreted text role "nope".',
        'pages/ruritania/2016/01-overview.ipynb, cell 1: Unknown interpreted text role "nope".',
    ]
