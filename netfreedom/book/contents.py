"""The directive `{book-contents}`: on the first page, what this book holds and where to begin."""

from __future__ import annotations

import re

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from netfreedom.book.in_words import answers
from netfreedom.book.links import chapter_link
from netfreedom.book.toc import is_across

LANDING_PAGE = re.compile(r"pages/(?P<place>[a-z-]+/\d{4})/index")
OVERVIEW = "01-overview"


class BookContents(SphinxDirective):
    """Links to each country of the book and to the chapters that compare them, from its table of contents."""

    def run(self) -> list[nodes.Node]:
        pages = list(self.config.external_site_map)
        places = [match["place"] for page in pages if (match := LANDING_PAGE.fullmatch(page))]
        across = [page.removeprefix("pages/") for page in pages if page.startswith("pages/") and is_across(page.rpartition("/")[2])]
        found: list[nodes.Node] = []
        if len(places) == 1:
            begin = nodes.paragraph("", "This book is about ", _mention(f"{places[0]}/index"))
            if f"pages/{places[0]}/{OVERVIEW}" in pages:
                begin += [nodes.Text(". Begin with the "), _mention(f"{places[0]}/{OVERVIEW}", "overview"),
                          nodes.Text(": its first lines say where the country stood and what moved")]
            begin += nodes.Text(".")
            found.append(begin)
        elif places:
            found.append(nodes.paragraph("", f"This book holds {len(places)} countries:"))
            found.append(_list(places, "index", classes=["nf-countries"]))
        if across:
            found.append(nodes.paragraph("", "Chapters that set countries side by side:"))
            found.append(nodes.bullet_list("", *(_item(page, answers(page)) for page in across)))
        return found


def _list(places: list[str], page: str, classes: list[str]) -> nodes.bullet_list:
    return nodes.bullet_list("", *(_item(f"{place}/{page}") for place in sorted(places)), classes=classes)


def _item(target: str, words: str = "") -> nodes.list_item:
    return nodes.list_item("", nodes.paragraph("", "", _mention(target), nodes.Text(words)))


def _mention(target: str, words: str = "") -> chapter_link:
    return chapter_link("", words or target, target=target, titled=bool(words))


def outdated(app, env, added, changed, removed) -> list[str]:
    """Read the first page anew each time: it shows the contents, which may have changed."""
    return [env.config.root_doc] if env.config.root_doc in env.found_docs else []


def setup_contents(app) -> None:
    app.add_directive("book-contents", BookContents)
    app.connect("env-get-outdated", outdated)
