"""The table of contents: a country is one chapter with sections, and the committed list equals the generated one."""

from pathlib import Path

import yaml

from netfreedom.book.toc import countries, toc_for, toc_text
from netfreedom.book.pages import contents
from netfreedom.data.load import load
from netfreedom.run.chapters import plan_country

ROOT = Path(__file__).parents[1]


def test_a_country_is_one_chapter_with_its_sections_in_the_order_of_their_numbers():
    toc = toc_for(["pages/kazakhstan/2016/12-evidence", "pages/kazakhstan/2016/02-scores", "pages/kazakhstan/2016/index"], {"kazakhstan": "Eurasia"})
    first = toc["parts"][0]
    assert first["caption"] == "Eurasia"
    assert first["chapters"] == [{
        "file": "pages/kazakhstan/2016/index",
        "sections": [{"file": "pages/kazakhstan/2016/02-scores"}, {"file": "pages/kazakhstan/2016/12-evidence"}],
    }]


def test_countries_stand_by_region_and_chapters_across_them_before_what_is_said_of_the_book():
    toc = toc_for(
        ["pages/uzbekistan/2016/02-scores", "pages/france/2016/02-scores", "pages/kazakhstan/2016/02-scores", "pages/across/2016/20-countries"],
        {"uzbekistan": "Eurasia", "kazakhstan": "Eurasia", "france": "Europe"},
    )
    assert [part["caption"] for part in toc["parts"]] == ["Eurasia", "Europe", "Across countries", "About"]
    assert [chapter["file"] for chapter in toc["parts"][0]["chapters"]] == ["pages/kazakhstan/2016/index", "pages/uzbekistan/2016/index"]
    assert countries(toc) == 3


def test_a_country_outside_the_index_has_a_place_too():
    assert toc_for(["pages/ruritania/2016/02-scores"], about=())["parts"][0]["caption"] == "Countries"


def test_contents_survive_being_written_and_read():
    toc = toc_for(["pages/kazakhstan/2016/02-scores"], {"kazakhstan": "Еуразия"})
    assert yaml.safe_load(toc_text(toc)) == toc


def test_the_committed_contents_are_the_generated_ones():
    committed = yaml.safe_load((ROOT / "_toc.yml").read_text(encoding="utf-8"))
    assert committed == contents(plan_country(load("kazakhstan", 2016), ROOT))
