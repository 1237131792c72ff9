"""The one way in which pages lead to notes and chapters: addresses, and the roles `{note}` and `{chapter}`.

A link is resolved when a page is written, never when it is read: the same notebook may stand in a book that has a chapter
and in one that lacks it, and there its words stay without a link.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from urllib.parse import urlsplit

from docutils import nodes
from sphinx.errors import NoUri
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxRole

from netfreedom.book.asked import ask

EVIDENCE = "12-evidence"  # the chapter that holds an entry for every note of the report
PAGES = "pages"  # the folder of all countries' chapters
CHAPTER_SCHEME = "chapter:"


@dataclass(frozen=True)
class Addresses:
    """Addresses as seen from one page.

    Attributes
    ----------
    page : the page's name, for example `pages/kazakhstan/2016/02-scores`.
    pages : names of all pages of the book.
    relative : from a page and a target to the address of the target.
    """

    page: str
    pages: Collection[str]
    relative: Callable[[str, str], str]

    def note(self, number: int) -> str | None:
        """The address of a note's entry; None where the book has no chapter of evidence."""
        return self.chapter(f"{EVIDENCE}#note-{number}")

    def chapter(self, target: str) -> str | None:
        """The address of `NN-topic#anchor` in the same folder, of `country/edition/NN-topic#anchor`, or of `/about/page`; None where it is left out."""
        name, _, anchor = target.partition("#")
        page = chapter_page(self.page, name)
        if page not in self.pages:
            return None
        try:
            address = "" if page == self.page and anchor else self.relative(self.page, page)
        except NoUri:  # a format in which pages cannot be addressed
            return None
        return f"{address}#{anchor}" if anchor else address

    def of(self, href: str) -> str | None:
        """The address behind a table cell: a chapter of the book, or a page outside."""
        if href.startswith(CHAPTER_SCHEME):
            return self.chapter(href.removeprefix(CHAPTER_SCHEME))
        return href if is_outside(href) else None


def is_outside(href: str) -> bool:
    """Whether an address leads out of the book; anything but http and https is refused."""
    return urlsplit(href).scheme in ("http", "https")


def chapter_page(page: str, name: str) -> str:
    """The page name of a chapter mentioned on a page; a name that begins with `/` is one of the whole book."""
    if name.startswith("/"):
        return name[1:]
    if "/" in name:
        return f"{PAGES}/{name}"
    return f"{page.rpartition('/')[0]}/{name}".lstrip("/")


def chapter_words(name: str) -> str:
    """A chapter's name as words, for where its title is not at hand: `05-legal-changes` → "legal changes"."""
    return re.sub(r"^\d+-", "", name.rpartition("/")[2].partition("#")[0]).replace("-", " ")


class note_link(nodes.Inline, nodes.TextElement):
    """A mention of a note; `number` holds it."""


class chapter_link(nodes.Inline, nodes.TextElement):
    """A mention of a chapter; `target` holds its name, `titled` whether the words are the author's."""


class NoteRole(SphinxRole):
    """`{note}`43`` or `{note}`43, 44``: note numbers as links to their entries."""

    def run(self):
        numbers = [part.strip() for part in self.text.split(",")]
        if not all(number.isdecimal() for number in numbers):
            message = self.inliner.reporter.error(
                f"{{note}} takes note numbers such as 43 or 43, 44, not {self.text!r}", line=self.lineno
            )
            return [nodes.Text(self.text)], [message]
        group = nodes.superscript(classes=["nf-notes"])
        for number in numbers:
            group += note_link(number, f"[{number}]", number=int(number))
        return [group], []


class ChapterRole(SphinxRole):
    """`{chapter}`05-legal-changes`` or `{chapter}`what changed <05-legal-changes#l003>``."""

    def run(self):
        titled = re.fullmatch(r"(?P<words>.+?)\s*<(?P<target>[^<>]+)>", self.text, re.DOTALL)
        target = titled["target"] if titled else self.text
        words = titled["words"] if titled else chapter_words(target)
        return [chapter_link(self.rawtext, words, target=target, titled=bool(titled))], []


class ResolveLinks(SphinxPostTransform):
    """Turns mentions into links where the book has the target."""

    default_priority = 8

    def run(self, **kwargs) -> None:
        addresses = addresses_from(self.env, self.app.builder)
        for mention in list(self.document.findall(note_link)):
            self._replace(mention, addresses.note(mention["number"]), title=ask(self.env, "note", mention["number"]))
        for mention in list(self.document.findall(chapter_link)):
            page = chapter_page(addresses.page, mention["target"].partition("#")[0])
            if not mention["titled"] and page in self.env.titles:
                mention.children = [nodes.Text(self.env.titles[page].astext())]
            self._replace(mention, addresses.chapter(mention["target"]))

    def _replace(self, mention: nodes.Element, address: str | None, title: str = "") -> None:
        words = mention.children
        if address is None:
            mention.replace_self(words)
            return
        link = nodes.reference("", "", *words, internal=True, refuri=address)
        if title:
            link["reftitle"] = title
        mention.replace_self(link)


def addresses_from(env, builder) -> Addresses:
    """Addresses as seen from the page that is being written."""
    return Addresses(env.docname, env.found_docs, builder.get_relative_uri)


def shown_as_words(translator, node) -> None:
    """A mention outside a page's body (a heading in the sidebar) is its words alone."""


def setup_links(app) -> None:
    """Register roles, their nodes and the transform that resolves them."""
    app.add_role("note", NoteRole())
    app.add_role("chapter", ChapterRole())
    for kind in (note_link, chapter_link):
        app.add_node(kind, **{fmt: (shown_as_words, shown_as_words) for fmt in ("html", "latex", "text", "man", "texinfo")})
    app.add_post_transform(ResolveLinks)
