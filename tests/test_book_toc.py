"""The table of contents: a part per country and edition, and the committed list equal to the generated one."""

from pathlib import Path

import yaml

from netfreedom.book.toc import caption_of, toc_for, toc_text
from netfreedom.data.load import load
from netfreedom.run.notebooks import chapters

ROOT = Path(__file__).parents[1]


def test_chapters_stand_in_the_order_of_their_numbers_under_their_country():
    toc = toc_for(["pages/kazakhstan/2016/12-evidence", "pages/kazakhstan/2016/02-scores"])
    first = toc["parts"][0]
    assert first["caption"] == "Kazakhstan 2016"
    assert [chapter["file"] for chapter in first["chapters"]] == ["pages/kazakhstan/2016/02-scores", "pages/kazakhstan/2016/12-evidence"]


def test_each_edition_is_a_part_of_its_own_and_about_stands_last():
    toc = toc_for(["pages/uzbekistan/2016/02-scores", "pages/kazakhstan/2016/02-scores", "pages/kazakhstan/2015/02-scores"])
    assert [part["caption"] for part in toc["parts"]] == ["Kazakhstan 2015", "Kazakhstan 2016", "Uzbekistan 2016", "About"]


def test_a_country_name_that_the_folder_cannot_carry_is_given():
    toc = toc_for(["pages/cote-divoire/2016/02-scores"], {("cote-divoire", "2016"): "Côte d'Ivoire 2016"}, about=())
    assert [part["caption"] for part in toc["parts"]] == ["Côte d'Ivoire 2016"]
    assert caption_of("south-korea", "2016") == "South Korea 2016"


def test_contents_survive_being_written_and_read():
    toc = toc_for(["pages/kazakhstan/2016/02-scores"], {("kazakhstan", "2016"): "Қазақстан"})
    assert yaml.safe_load(toc_text(toc)) == toc


def test_the_committed_contents_are_the_generated_ones():
    committed = yaml.safe_load((ROOT / "_toc.yml").read_text(encoding="utf-8"))
    report = load("kazakhstan", 2016)
    filled = [chapter.name for chapter in chapters(ROOT / "notebooks") if not chapter.missing(report)]
    assert committed == toc_for([f"pages/kazakhstan/2016/{name}" for name in filled])
