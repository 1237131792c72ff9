"""The directive `{read-next}`: where a chapter leads, less the chapters that the book lacks."""

from __future__ import annotations

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective

from netfreedom.book.links import addresses_from, chapter_link


class read_next(nodes.General, nodes.Element):
    """A list of chapters to read next."""


class ReadNext(SphinxDirective):
    """Its content is a list whose items begin with a mention of a chapter."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        found = read_next()
        found += nodes.paragraph("", "Where to read next:")
        self.state.nested_parse(self.content, self.content_offset, found)
        return [found]


class LeaveOut(SphinxPostTransform):
    """Takes out items whose chapter was left out of the book; runs before mentions become links."""

    default_priority = 7

    def run(self, **kwargs) -> None:
        addresses = addresses_from(self.env, self.app.builder)
        for found in list(self.document.findall(read_next)):
            for item in list(found.findall(nodes.list_item)):
                if not any(addresses.chapter(mention["target"]) for mention in item.findall(chapter_link)):
                    item.parent.remove(item)
            found.replace_self(found.children if any(found.findall(nodes.list_item)) else [])


def setup_read_next(app) -> None:
    app.add_node(read_next)
    app.add_directive("read-next", ReadNext)
    app.add_post_transform(LeaveOut)
