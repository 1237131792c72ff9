"""A tiny book built as the real one is: links, files, safety of what is embedded, and charts drawn offline."""

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from tiny_book import CHAPTERS, HOSTILE, make_book

from netfreedom.book.build import Sphinx
from netfreedom.errors import InputError

PROJECT = Path(__file__).resolve().parents[1]
BROWSER = ("--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update")


@pytest.fixture(scope="module")
def sources(tmp_path_factory):
    root = tmp_path_factory.mktemp("book")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NETFREEDOM_RUNNER", "1")
        return root, make_book(root, PROJECT)


@pytest.fixture(scope="module")
def book(sources):
    root, toc = sources
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NETFREEDOM_ROOT", str(root))
        with Sphinx(root) as sphinx:
            sphinx.prepare(toc, root / "_build/html", root / "_build/doctrees")
            return sphinx.build().parent


def page_of(book, name):
    return (book / f"{name}.html").read_text(encoding="utf-8")


def pages_of(book):
    """All pages; the theme leaves fragments of templates among the static files."""
    return [page for page in book.rglob("*.html") if "_static" not in page.parts]


def test_every_address_inside_the_book_leads_somewhere(book):
    for page in pages_of(book):
        for href in re.findall(r'(?:href|src)="([^"]+)"', page.read_text(encoding="utf-8")):
            parts = urlsplit(href.replace("&amp;", "&"))
            if parts.scheme in ("http", "https", "mailto", "data"):
                continue
            target = (page.parent / unquote(parts.path)).resolve() if parts.path else page
            assert target.exists(), f"{page.name}: {href}"
            if parts.fragment and target.suffix == ".html":
                assert f'id="{parts.fragment}"' in target.read_text(encoding="utf-8"), f"{page.name}: {href}"


def test_notes_and_chapters_are_links_only_where_the_book_has_them(book):
    page = page_of(book, CHAPTERS[0])
    assert 'href="12-evidence.html#note-2"' in page and 'href="12-evidence.html#note-1"' in page
    assert ">Evidence<" in page
    assert "06-prosecutions" not in page
    assert "prosecutions" in page and "gone" in page


def test_what_to_read_next_leaves_out_the_chapters_that_the_book_lacks(book):
    page = page_of(book, CHAPTERS[0])
    assert "Where to read next" in page and ": the notes" in page
    assert "nothing here" not in page and "legal changes" not in page


def test_code_that_only_prepares_stands_with_the_chart(book):
    page = page_of(book, CHAPTERS[0])
    assert page.count("cell tag_hide-input") == 1
    words = re.sub(r"<[^>]+>", "", page)
    assert re.search(r"prepared = 1\n\nfigure", words)


def test_the_answer_stands_before_the_button_for_its_code(book):
    page = page_of(book, CHAPTERS[0])
    assert 0 < page.index("nf-figure") < page.index("Show the code")


def test_the_first_page_says_what_the_book_holds(book):
    front = page_of(book, "index")
    assert 'href="pages/ruritania/2016/index.html"' in front and "This book is about" in front


def test_nothing_is_loaded_from_other_machines(book):
    for page in pages_of(book):
        text = page.read_text(encoding="utf-8")
        loaded = re.findall(r'<(?:script|link|img|iframe)\b[^>]*(?:src|href)="(?:https?:)?//[^"]*"', text)
        assert not loaded, f"{page.name}: {loaded}"
        assert "mathjax" not in text.lower()


def test_every_page_has_a_policy_that_evaluates_no_text(book):
    for page in pages_of(book):
        text = page.read_text(encoding="utf-8")
        assert "Content-Security-Policy" in text and "unsafe-eval" not in text, page.name


def test_a_cell_that_looks_like_markup_stays_text(book):
    page = page_of(book, CHAPTERS[0])
    assert "a &lt;!--&lt;script&gt; in a cell" in page
    for spec in re.findall(r'<script type="application/json"[^>]*>(.*?)</script>', page, re.DOTALL):
        assert "<" not in spec


def test_the_table_of_a_figure_is_a_file(book):
    page = book / f"{CHAPTERS[0]}.html"
    href = re.search(r'class="nf-csv" href="([^"]+)"', page.read_text(encoding="utf-8"))[1]
    assert (page.parent / href).read_bytes().splitlines() == [
        b"Category,Category (notes),Points", HOSTILE.encode() + b",1,gone", b"here,,23",
    ]  # fmt: skip


def test_dollars_and_domains_in_prose_stay_as_written(book):
    assert "US$11 and US$18 at Zakon.kz" in page_of(book, "index")


def test_a_wrong_page_is_named_and_the_last_book_stays(sources, book):
    root, toc = sources
    index, before = root / "index.md", page_of(book, "index")
    kept = index.read_text()
    index.write_text(kept + "\n{nope}`x`\n")
    with Sphinx(root) as sphinx, pytest.raises(InputError, match=r"index\.md:8: .*nope"):
        sphinx.prepare(toc, book, root / "_build/doctrees")
        sphinx.build()
    index.write_text(kept)
    assert page_of(book, "index") == before


@pytest.mark.browser
def test_charts_are_drawn_from_disk_without_network_and_without_errors(book):
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=list(BROWSER))
        page = browser.new_context(viewport={"width": 390, "height": 800}, offline=True).new_page()
        troubles = []
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("console", lambda message: troubles.append(message.text) if message.type == "error" else None)
        page.on("request", lambda request: None if request.url.startswith(("file:", "data:")) else troubles.append(request.url))
        page.goto((book / f"{CHAPTERS[0]}.html").as_uri())
        page.locator(".nf-chart").scroll_into_view_if_needed()
        drawn = page.locator(".nf-chart svg")
        drawn.wait_for()
        assert drawn.bounding_box()["width"] >= 200
        assert page.locator(".nf-chart svg .mark-rect path").count() == 2
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert not troubles
        browser.close()
