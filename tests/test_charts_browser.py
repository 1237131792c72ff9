"""Figures in a browser, under the book's own policy: drawing, controls, brush, filters, links to rows, printing."""

import altair as alt
import pandas as pd
import pytest

from netfreedom.book.assets import POLICY
from netfreedom.charts import figure, table
from netfreedom.figures.standalone import standalone_html

pytestmark = pytest.mark.browser
ARGUMENTS = ("--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update")
SAID = {"description": "What it shows.", "source": "A report"}
EVENTS = pd.DataFrame({
    "start": pd.to_datetime(["2015-07-01", "2015-10-15", "2016-01-01", "2016-05-19"]),
    "end": pd.to_datetime(["2015-08-01", "2015-11-01", "2016-02-01", "2016-05-23"]),
    "kind": ["law", "law", "arrest", "arrest"],
})  # fmt: skip
ROWS = EVENTS[["kind"]].assign(
    _id=["e001", "e002", "e003", "e004"], _shown=EVENTS["kind"],
    _start=EVENTS["start"].dt.strftime("%Y-%m-%d"), _end=EVENTS["end"].dt.strftime("%Y-%m-%d"),
)  # fmt: skip
PERIOD = {"min": "2015-06-01", "max": "2016-05-31"}


@pytest.fixture(scope="module")
def browser():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser, tmp_path):
    """Opens figures from disk, without a network; any error, warning or request fails the test."""
    troubles, pages = [], []

    def opened(*shown, before="", anchor="", width=800, timezone="Pacific/Honolulu"):
        body = "".join(standalone_html(one.identity, getattr(one, "spec", None)) for one in shown)
        policy = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        (tmp_path / "page.html").write_text(f"<!doctype html><meta charset=utf-8>{policy}<title>x</title>{before}{body}", encoding="utf-8")
        context = browser.new_context(offline=True, viewport={"width": width, "height": 700}, timezone_id=timezone)
        page = context.new_page()
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("console", lambda message: troubles.append(message.text) if message.type in ("error", "warning") else None)
        page.on("request", lambda request: None if request.url.startswith(("file:", "data:")) else troubles.append(request.url))
        page.goto((tmp_path / "page.html").as_uri() + anchor)
        pages.append(context)
        return page

    yield opened
    for context in pages:
        context.close()
    assert not troubles


def lanes():
    brush = alt.selection_interval(name="span", encodings=["x"])
    shown = alt.param(name="shown", value=["law", "arrest"])
    x = alt.X("start:T", scale=alt.Scale(domain=[pd.Timestamp("2015-06-01"), pd.Timestamp("2016-06-01")]))
    bars = alt.Chart(EVENTS).mark_bar().encode(x, x2="end:T", y="kind:N").transform_filter("indexof(shown, datum.kind) >= 0").add_params(brush)
    ground = alt.Chart(pd.DataFrame({"a": [pd.Timestamp("2015-06-01")]})).mark_rule().encode(x="a:T")
    controls = [
        {"type": "checkboxes", "param": "shown", "label": "Kinds", "options": ["law", "arrest"]},
        {"type": "dates", "brush": "span", "label": "Time", **PERIOD},
    ]
    return figure(alt.layer(ground, bars).add_params(shown), id="lanes", title="Lanes", table=ROWS, controls=controls, linked_table=True, **SAID)


def drawn(page):
    page.locator(".nf-chart[data-drawn]").first.wait_for()
    return page


def until(page, expression):
    """Waits for a script's answer; Playwright's own waiting evaluates text on the page, which the policy forbids."""
    for _ in range(100):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"never true: {expression}")


def rows_shown(page):
    return page.eval_on_selector_all(".nf-table tbody tr", "rows => rows.filter(row => !row.hidden).map(row => row.id)")


def test_a_chart_is_as_wide_as_the_page_and_follows_it(open_page):
    page = drawn(open_page(lanes()))
    wide = page.locator(".nf-chart svg").bounding_box()["width"]
    page.set_viewport_size({"width": 390, "height": 700})
    until(page, f"document.querySelector('.nf-chart svg').getBoundingClientRect().width < {wide - 300}")
    assert page.locator(".nf-chart svg").bounding_box()["width"] >= 200
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_stacked_chart_stays_within_the_page(open_page):
    part = alt.Chart(EVENTS).mark_point().encode(x="start:T", y="kind:N")
    page = drawn(open_page(figure(part & part, id="stack", title="Stack", **SAID), width=390))
    assert page.evaluate("Number(document.querySelector('.nf-chart svg').getAttribute('width')) <= document.querySelector('.nf-chart').clientWidth")


def test_a_chart_is_drawn_when_it_comes_into_view(open_page):
    page = open_page(lanes(), before='<div style="height:4000px"></div>')
    page.wait_for_timeout(300)
    assert page.locator(".nf-chart svg").count() == 0
    page.evaluate("window.scrollTo(0, 4200)")
    drawn(page)


def test_a_chart_in_a_folded_place_is_drawn_when_it_is_unfolded(open_page):
    page = open_page(lanes(), before="<details id=outside><summary>more</summary>")
    page.wait_for_timeout(300)
    assert page.locator(".nf-chart svg").count() == 0
    page.locator("#outside").evaluate("fold => { fold.open = true }")
    assert drawn(page).locator(".nf-chart svg").bounding_box()["width"] >= 200


def test_printing_draws_what_was_not_yet_seen_and_unfolds_long_tables(open_page):
    many = pd.DataFrame({"number": range(60)})
    page = open_page(lanes(), table(many, id="many", title="Many", source="x"), before='<div style="height:4000px"></div>')
    page.wait_for_timeout(500)
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    drawn(page)
    assert page.locator("#fig-many tbody tr:visible").count() == 60


def test_check_boxes_narrow_chart_and_table(open_page):
    page = drawn(open_page(lanes()))
    page.get_by_label("law", exact=True).uncheck()
    until(page, "document.querySelectorAll('.mark-rect[class*=_1_marks] path').length === 2")
    assert rows_shown(page) == ["e003", "e004"]
    assert "2 of 4 rows" in page.locator(".nf-status").inner_text()
    page.get_by_role("button", name="Reset").click()
    until(page, "document.querySelectorAll('.mark-rect[class*=_1_marks] path').length === 4")
    assert len(rows_shown(page)) == 4


@pytest.mark.parametrize("timezone", ["Pacific/Honolulu", "Asia/Almaty"])
def test_dates_set_the_brush_and_narrow_the_table(open_page, timezone):
    page = drawn(open_page(lanes(), timezone=timezone))
    page.get_by_label("from", exact=True).fill("2015-11-01")
    page.get_by_label("to", exact=True).fill("2016-05-18")
    assert rows_shown(page) == ["e002", "e003"]
    until(page, "document.querySelector('.span_brush path').getBoundingClientRect().width > 200")
    page.wait_for_timeout(200)
    assert page.get_by_label("from", exact=True).input_value() == "2015-11-01"
    page.get_by_role("button", name="Reset").click()
    until(page, "document.querySelector('.span_brush path').getBoundingClientRect().width < 2")
    assert len(rows_shown(page)) == 4


def test_the_brush_sets_the_dates_and_narrows_the_table(open_page):
    page = drawn(open_page(lanes()))
    box = page.locator(".nf-chart svg .background").first.bounding_box()
    middle = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] * 0.7, middle)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.85, middle, steps=4)
    page.mouse.move(box["x"] + box["width"] - 2, middle, steps=4)
    page.mouse.up()
    assert rows_shown(page) == ["e004"]
    assert "2016-01" < page.get_by_label("from", exact=True).input_value() < "2016-03"
    page.mouse.dblclick(box["x"] + box["width"] * 0.2, middle)
    assert len(rows_shown(page)) == 4


def test_sliders_compute_and_the_result_is_told_in_words(open_page):
    access, rights = alt.param(name="access", value=14), alt.param(name="rights", value=26)
    words = alt.param(name="words", expr="(access + rights) + (access + rights > 39 ? ' Not Free' : ' Partly Free')")
    chart = alt.Chart(pd.DataFrame({"a": [1]})).mark_tick().transform_calculate(t="access + rights").encode(x="t:Q")
    sliders = [{"type": "range", "param": n, "label": n, "min": 0, "max": 40, "step": 1, "value": v} for n, v in (("access", 14), ("rights", 26))]
    shown = figure(
        chart.add_params(access, rights, words), id="if", title="What if?", controls=[*sliders, {"type": "output", "param": "words", "label": "Total"}], **SAID
    )
    page = drawn(open_page(shown))
    total = page.locator(".nf-output output")
    assert total.inner_text() == "40 Not Free"
    page.get_by_label("access", exact=True).focus()
    page.keyboard.press("ArrowLeft")
    until(page, "document.querySelector('.nf-output output').textContent === '39 Partly Free'")


def test_two_dates_set_two_parameters_in_the_reader_s_own_time(open_page):
    points = alt.Chart(EVENTS).mark_point().encode(x="start:T").transform_filter("datum.start >= first && datum.start < last")
    shown = figure(
        points.add_params(alt.param(name="first", value=0), alt.param(name="last", value=4e12)), id="points", title="Points",
        controls=[{"type": "dates", "param": "first/last", "label": "Between", **PERIOD}], **SAID,
    )  # fmt: skip
    page = drawn(open_page(shown))
    page.get_by_label("from", exact=True).fill("2015-10-15")
    page.get_by_label("to", exact=True).fill("2016-01-01")
    until(page, "document.querySelectorAll('.mark-symbol.role-mark path').length === 2")


def register(**more):
    many = pd.DataFrame({"Name": [f"Rule {n}" for n in range(50)], "Kind": ["law", "decree"] * 25, "Fine": [2000 - n for n in range(50)], "_id": [f"l{n:03d}" for n in range(50)]})
    return table(many, id="register", title="Register", source="x", filters=["Kind"], **more)


def test_filters_and_search_narrow_a_register(open_page):
    page = open_page(register())
    assert len(rows_shown(page)) == 25
    page.get_by_label("Kind").select_option("decree")
    page.get_by_label("Search all columns").fill("rule 4")
    assert rows_shown(page) == ["l041", "l043", "l045", "l047", "l049"]
    page.get_by_role("button", name="Reset").click()
    page.get_by_role("button", name="Show all 50 rows").click()
    assert len(rows_shown(page)) == 50


def test_columns_sort_by_number_and_by_text(open_page):
    page = open_page(register())
    page.get_by_role("button", name="Fine").click()
    assert rows_shown(page)[:2] == ["l049", "l048"]
    page.get_by_role("button", name="Name").click()
    page.get_by_role("button", name="Name").click()
    assert rows_shown(page)[:2] == ["l049", "l048"]
    assert page.get_by_role("columnheader", name="Name").get_attribute("aria-sort") == "descending"


def test_a_column_of_words_sorts_by_its_hidden_key(open_page):
    rows = pd.DataFrame({"When": ["since 2011", "about May 2016", "1995", ""], "_When": ["2011", "2016-05", "1995", None], "_id": list("abcd")})
    page = open_page(table(rows, id="when", title="When", source="x"))
    page.get_by_role("button", name="When").click()
    assert rows_shown(page) == ["c", "a", "b", "d"]


def test_a_link_to_a_row_leads_there_though_the_table_is_long_folded_or_filtered(open_page):
    page = open_page(register(), anchor="#l044")
    assert page.locator("#l044").is_visible()
    page.get_by_label("Kind").select_option("decree")
    page.evaluate("location.hash = '#l010'")
    page.locator("#l010").wait_for()
    folded = drawn(open_page(figure(alt.Chart(EVENTS).mark_point().encode(x="start:T"), id="f", title="F", table=ROWS, **SAID), anchor="#e003"))
    assert folded.locator("#e003").is_visible()


def test_a_wide_register_becomes_cards_on_a_phone(open_page):
    wide = pd.DataFrame({name: ["some words that take room"] for name in ("Name", "Kind", "Before", "After", "Notes", "Since")})
    page = open_page(table(wide, id="wide", title="Wide", source="x"), width=390)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.locator("td").nth(1).bounding_box()["y"] > page.locator("td").nth(0).bounding_box()["y"]
    assert page.get_by_role("row").count() == 2 and page.get_by_role("cell").count() == 6
