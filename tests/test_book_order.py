"""Where a book may be built, and which books the arguments ask for."""

import json

import pytest
import typer

from netfreedom.book.order import alone, order
from netfreedom.book.commands import orders
from netfreedom.errors import InputError, UserError


def ordered(root, folder):
    return order(root, "ruritania", 2016, folder)


@pytest.mark.parametrize("foreign", ["html/my.txt", ".html.old/x", "build.json"])
def test_a_folder_with_something_of_somebody_elses_is_refused(tmp_path, foreign):
    path = tmp_path / "site" / foreign
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("mine")
    with pytest.raises(UserError, match="not of this project's making"):
        ordered(tmp_path, tmp_path / "site")
    assert path.read_text() == "mine"


def test_a_file_in_the_place_of_the_book_is_refused(tmp_path):
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "html").write_text("mine")
    with pytest.raises(UserError, match="site/html is not of this project's making"):
        ordered(tmp_path, tmp_path / "site")


def test_a_new_folder_and_one_with_a_book_are_taken(tmp_path):
    site = tmp_path / "site"
    assert ordered(tmp_path, site).html == site / "html"
    (site / "html" / "_static").mkdir(parents=True)
    (site / "html" / "_static" / "netfreedom.css").touch()
    (site / "build.json").write_text(json.dumps({"inputs": "0"}))
    (site / "keep.txt").write_text("mine")
    assert ordered(tmp_path, site).folder == site


def test_the_projects_own_folder_is_refused(tmp_path):
    with pytest.raises(UserError, match="the project's own folder"):
        ordered(tmp_path, tmp_path)


def test_no_edition_zero_and_no_nameless_country_become_all(own_root):
    assert [(found.country, found.edition) for found in orders(None, None, True, 0)] == [(None, 0)]
    with pytest.raises(InputError):
        orders("", 2016, False, None)
    with pytest.raises(typer.BadParameter):
        orders(None, None, False, None)
    assert len(orders(None, None, True, None)) > 10


def test_a_build_that_waits_for_another_says_so(tmp_path):
    import fcntl

    (tmp_path / "_build").mkdir()
    told = []
    with (tmp_path / "_build" / ".lock").open("w") as other:
        fcntl.flock(other, fcntl.LOCK_EX)

        def hear(words):
            told.append(words)
            fcntl.flock(other, fcntl.LOCK_UN)

        with alone(tmp_path, hear):
            assert told == ["waiting for another build of this project to end"]
