"""The charts across countries in a browser: drawn without a warning, and their controls do what they say."""

import pytest
from test_across_notebooks import STEMS, executed
from test_charts_browser import browser, drawn, open_page  # noqa: F401  fixtures

from netfreedom.charts.figure import Figure
from netfreedom.figures.kinds import CHART_MIME

pytestmark = [pytest.mark.browser, pytest.mark.notebooks]


@pytest.fixture
def figures(tmp_path, monkeypatch):
    def of(stem, country="kazakhstan", edition=2016, peers="kyrgyzstan,uzbekistan,russia"):
        made = [Figure(data[CHART_MIME]) for data in executed(stem, tmp_path, monkeypatch, country, edition, peers) if CHART_MIME in data]
        return {one.identity["id"]: one for one in made}

    return of


@pytest.mark.parametrize(("country", "edition", "width"), [("kazakhstan", 2016, 390), ("kazakhstan", 2016, 1000), ("", 2016, 390), ("iceland", 2009, 390)])
@pytest.mark.parametrize("stem", STEMS)
def test_every_chart_is_drawn_on_phone_and_desk_without_a_warning(stem, country, edition, width, figures, open_page):  # noqa: F811
    shown = figures(stem, country, edition, "")
    page = open_page(*shown.values(), width=width)
    for identifier in shown:
        page.locator(f"#fig-{identifier}").scroll_into_view_if_needed()
        page.locator(f"#fig-{identifier} .nf-chart[data-drawn]").wait_for()
        box = page.locator(f"#fig-{identifier} svg.marks").bounding_box()
        assert box["width"] <= width, identifier


def test_the_picker_adds_a_country_and_the_switch_turns_the_scale(figures, open_page):  # noqa: F811
    page = drawn(open_page(figures("20-countries")["paths"]))
    dashed = page.locator("svg.marks path[stroke-dasharray='5,3']")
    assert dashed.count() == 0
    page.get_by_label("Add a country").select_option(label="France")
    page.wait_for_timeout(300)
    assert dashed.count() == 2, "one line on either side of the break"
    assert "↑ less free" in page.locator("svg.marks").text_content()
    page.get_by_label("100 = most free").check()
    page.wait_for_timeout(300)
    assert "↑ freer" in page.locator("svg.marks").text_content()


def test_two_selects_choose_the_editions_that_are_compared(figures, open_page):  # noqa: F811
    page = drawn(open_page(figures("20-countries")["changes"]))
    rows = page.locator("tbody tr:visible")
    assert rows.count() == 2 and "2015 → 2016" in rows.first.text_content()
    page.get_by_label("to the edition").select_option(label="2019")
    page.wait_for_timeout(300)
    assert rows.count() == 2 and "2015 → 2019" in rows.first.text_content()
    assert "over the inverted scale" in page.locator(".nf-output").text_content()
    page.get_by_label("to the edition").select_option(label="2014")
    page.wait_for_timeout(300)
    assert rows.count() == 0 and "earlier edition first" in page.locator(".nf-output").text_content()
