"""The search index's stemmer, which keeps its stems from build to build: to stem a page's words takes as long as to write it."""

from __future__ import annotations

import json
from pathlib import Path

from sphinx.search.en import SearchEnglish

from netfreedom.book.inputs import program
from netfreedom.run.cache import write_whole

FILE = "stems.json"  # among the doctrees


class RememberingEnglish(SearchEnglish):
    """English as Sphinx searches it; no word is stemmed twice."""

    known: dict[str, str] = {}  # word to stem, in this process

    def stem(self, word: str) -> str:
        if word not in self.known:
            self.known[word] = super().stem(word)
        return self.known[word]


def remember(app) -> None:
    """Read what the last build of the same program kept; nothing where the file is damaged."""
    try:
        kept = json.loads((Path(app.doctreedir) / FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return
    if isinstance(kept, dict) and kept.get("program") == program(Path(app.srcdir)) and isinstance(kept.get("stems"), dict):
        RememberingEnglish.known.update(kept["stems"])


def keep(app, exception) -> None:
    """Keep the stems for the next build."""
    if exception is None:
        content = {"program": program(Path(app.srcdir)), "stems": RememberingEnglish.known}
        write_whole(Path(app.doctreedir) / FILE, json.dumps(content, ensure_ascii=False).encode())


def setup_stems(app) -> None:
    app.add_search_language(RememberingEnglish)
    app.connect("builder-inited", remember)
    app.connect("build-finished", keep)
