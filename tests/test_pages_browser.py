"""The Kazakhstan book as its readers open it: from disk, without a network, on a phone and on a wide screen."""

import re
import shutil
from contextlib import suppress
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import TimeoutError, sync_playwright

pytestmark = pytest.mark.browser

WEIGHT_OF_A_PAGE = 1_500_000  # bytes of HTML, charts and tables included
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
# Findings of axe in the stock theme, named one by one.
THEME_FINDINGS = {("region", ".sidebar-primary-items__start > .sidebar-primary-item:nth-child(1)")}

MARKS = ".mark-rect path, .mark-symbol path, .mark-text text, .mark-rule line, .mark-line path, .mark-area path, .mark-rule path"
DRAWN = f"""() => [...document.querySelectorAll('figure.nf-figure svg.marks')].map(svg => [
  svg.closest('figure').id, svg.getBoundingClientRect().width, svg.querySelectorAll('{MARKS}').length])"""

# Links to the chapters before and after, and tables that stand open: what of them does not fit their box.
CUT = """() => [...document.querySelectorAll('.prev-next-area a, .nf-scroll')]
  .filter(box => box.checkVisibility() && box.scrollWidth > box.clientWidth + 1)
  .map(box => box.closest('figure')?.id ?? box.textContent.trim())"""

ALL_DRAWN = "[...document.querySelectorAll('figure.nf-figure:has(script)')].every(figure => figure.querySelector('svg.marks'))"


@pytest.fixture(scope="session")
def pages(html) -> list[Path]:
    found = [html / "index.html", *sorted(html.glob("pages/kazakhstan/2016/*.html")), *sorted(html.glob("about/*.html"))]
    assert len(found) >= 10
    return found


@pytest.fixture(scope="session")
def browser():
    if CHROMIUM is None:
        pytest.fail("Chromium is not installed (Debian: apt-get install chromium)")
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update"]
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield launched
        launched.close()


# Two frames, or two seconds: a browser without a screen at times draws none until something moves.
SHOWN = """Promise.race([
  new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))),
  new Promise(done => setTimeout(done, 2000))])"""


HEIGHT, STEP = 900, 850  # of the screen, and how far a reader scrolls at once: each part of a page is shown whole


class Visit:
    """A page opened from disk; collects what it asks for and what it complains of."""

    def __init__(self, browser, path: Path, width: int, scheme: str = "light"):
        self.requests, self.complaints = [], []
        self.context = browser.new_context(viewport={"width": width, "height": HEIGHT}, color_scheme=scheme, offline=True)
        self.page = self.context.new_page()
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.complaints.append(message.text) if message.type == "error" else None)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.goto(path.as_uri())

    def scroll_through(self):
        """Down the page as a reader goes, to its end as it is by then; drawing is given ten seconds to finish."""
        top = 0
        while top < self.page.evaluate("document.documentElement.scrollHeight") + STEP:
            self.page.evaluate(f"window.scrollTo(0, {top})")
            self.page.evaluate(SHOWN)  # on a busy machine a step may pass before its part of the page was ever shown
            top += STEP
        with suppress(TimeoutError):  # what is not drawn by then is told by the test that counts charts
            self.page.wait_for_function(ALL_DRAWN, timeout=10_000)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.context.close()


SCREENS = {"wide and light": (1280, "light"), "phone and dark": (390, "dark")}


@pytest.fixture(scope="session")
def seen(browser, pages):
    """What each page shows on each screen: charts with width and marks, page width, complaints, requests, axe's findings."""
    import axe_playwright_python

    axe = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js")).read_text(encoding="utf-8")
    found = {}
    for screen, (width, scheme) in SCREENS.items():
        for path in pages:
            with Visit(browser, path, width, scheme) as visit:
                visit.scroll_through()
                drawn = {name: (wide, marks) for name, wide, marks in visit.page.evaluate(DRAWN)}
                figures = visit.page.evaluate("[...document.querySelectorAll('figure.nf-figure:has(script)')].map(f => f.id)")
                complaints, requests = list(visit.complaints), list(visit.requests)
                visit.page.evaluate(axe)
                # without its preload: axe would fetch the style sheets, which the page's own policy forbids
                rules = visit.page.evaluate("axe.run({preload: false}).then(result => result.violations)")
                found[screen, path.stem] = {
                    "charts": {name: drawn.get(name, (0, 0)) for name in figures},
                    "cut": visit.page.evaluate(CUT),
                    "width": visit.page.evaluate("document.documentElement.scrollWidth"),
                    "complaints": complaints,
                    "requests": requests,
                    "axe": {(rule["id"], str(node["target"][0])) for rule in rules for node in rule["nodes"]},
                }
    return found


def test_every_chart_is_drawn_with_marks_and_at_least_200_pixels_wide(seen):
    assert sum(len(page["charts"]) for page in seen.values()) > 20
    empty = [(place, name) for place, page in seen.items() for name, (wide, marks) in page["charts"].items() if wide < 200 or not marks]
    assert empty == []


def test_no_page_scrolls_sideways(seen):
    assert [place for place, page in seen.items() if page["width"] > SCREENS[place[0]][0]] == []


def test_no_open_table_and_no_link_to_a_neighbour_is_cut(seen):
    assert [(place, page["cut"]) for place, page in seen.items() if page["cut"]] == []


def test_no_request_leaves_and_nothing_is_logged_as_an_error(seen):
    inside = ("file", "data", "blob")
    asked = [(place, address) for place, page in seen.items() for address in page["requests"] if urlsplit(address).scheme not in inside]
    assert asked == []
    assert [(place, page["complaints"]) for place, page in seen.items() if page["complaints"]] == []


def test_axe_finds_nothing_but_what_the_theme_brings(seen):
    assert [(place, finding) for place, page in seen.items() for finding in page["axe"] - THEME_FINDINGS] == []


def test_the_country_pages_hold_charts_and_descriptions(browser, pages):
    counts = {}
    for path in pages:
        text = path.read_text(encoding="utf-8")
        figures = re.findall(r'<figure[^>]*class="[^"]*nf-figure[^"]*"[^>]*>.*?</figure>', text, re.S)
        counts[path.stem] = sum("vega-lite" in figure for figure in figures)
        for figure in figures:
            assert "Source:" in figure, (path.stem, figure[:200])
    for chapter in ("01-overview", "02-scores", "03-timeline", "05-legal-changes", "12-evidence"):
        assert counts[chapter] > 0, chapter


def test_every_link_and_fragment_inside_the_book_resolves(html):
    # the theme leaves fragments of templates among its static files
    texts = {path: path.read_text(encoding="utf-8") for path in html.rglob("*.html") if "_static" not in path.parts}
    ids = {path: set(map(unescape, re.findall(r'\bid="([^"]+)"', text))) for path, text in texts.items()}
    dead = []
    for path, text in texts.items():
        for address in map(unescape, re.findall(r'\b(?:href|src)="([^"]*)"', text)):
            parts = urlsplit(address)
            if parts.scheme or parts.netloc or address in ("", "#"):
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            if not target.exists() or (parts.fragment and target in ids and unquote(parts.fragment) not in ids[target]):
                dead.append((path.name, address))
    assert dead == []


def test_no_page_is_heavier_than_its_budget(pages):
    assert {path.name: path.stat().st_size for path in pages if path.stat().st_size > WEIGHT_OF_A_PAGE} == {}


def test_mathematics_and_outside_hosts_are_not_loaded(html):
    for path in html.rglob("*.html"):
        for address in re.findall(r'<(?:script|link|img|iframe)[^>]+(?:src|href)="([^"]+)"', path.read_text(encoding="utf-8")):
            assert not address.startswith(("http:", "https:", "//")), (path.name, address)
            assert "mathjax" not in address.lower()


def test_prose_keeps_dollars_and_holds_no_number_wrapper(pages):
    for path in pages:
        text = path.read_text(encoding="utf-8")
        assert "np.int64" not in text and "np.float64" not in text and '<span class="math' not in text, path.stem


def test_sliders_change_total_and_status(browser, html):
    with Visit(browser, html / "pages/kazakhstan/2016/02-scores.html", 1280) as visit:
        visit.scroll_through()
        figure = visit.page.locator("#fig-what-if")
        assert "63 · Not Free" in figure.locator("svg.marks").text_content()
        slider = figure.locator("input[type=range]").first
        slider.fill("0")
        visit.page.wait_for_timeout(200)
        assert "49 · Partly Free" in figure.locator("svg.marks").text_content()
