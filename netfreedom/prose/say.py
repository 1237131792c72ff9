"""Put sentences made from data onto a page."""

from __future__ import annotations

import os
import re

from netfreedom.prose.words import as_read

_FENCE = re.compile(r"^:::.*\n?", re.MULTILINE)
_ROLE = re.compile(r"\{(note|chapter)\}`(?:([^`<]*?) *<)?([^`>]*)>?`")


class Said:
    """Markdown of a page; outside the book its links read as plain text."""

    def __init__(self, paragraphs: tuple[str, ...]):
        self.markdown = "\n\n".join(paragraph for paragraph in paragraphs if paragraph)

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        plain = _ROLE.sub(_as_text, _FENCE.sub("", self.markdown))
        return {"text/markdown": self.markdown if os.environ.get("NETFREEDOM_RUNNER") else plain, "text/plain": plain}


def say(*paragraphs: str, report=None) -> Said:
    """Show paragraphs of Markdown; empty ones are left out. What a `report` leaves out is said of the excerpt where only that was read."""
    return Said(tuple(as_read(report, paragraph) for paragraph in paragraphs) if report else paragraphs)


def read_next(*chapters: tuple[str, str]) -> Said:
    """Where to read next: each chapter's name with what a reader finds there; the book leaves out those that it lacks."""
    items = "\n".join(f"- {{chapter}}`{name}`: {words}" for name, words in chapters)
    return Said((f":::{{read-next}}\n{items}\n:::",))


def _as_text(match: re.Match) -> str:
    role, text, target = match.groups()
    return text or (f"[{target}]" if role == "note" else target)
