"""The table of contents of a book, from the pages that it has."""

from __future__ import annotations

from collections.abc import Iterable

import yaml

from netfreedom.data.meta import spelled

ROOT = "index"
ABOUT = ("about/methods", "about/glossary", "about/data-dictionary", "about/rerun", "about/cite")


def toc_for(pages: Iterable[str], captions: dict[tuple[str, str], str] | None = None, about: Iterable[str] = ABOUT) -> dict:
    """The contents as Jupyter Book reads them: a part per country and edition, then what is said about the book.

    `pages` are names such as `pages/kazakhstan/2016/02-scores`; `captions` names a country and edition where the name
    made from the folder does not do.
    """
    parts: dict[tuple[str, str], list[str]] = {}
    for page in sorted(pages):
        _, country, edition, _ = page.split("/")
        parts.setdefault((country, edition), []).append(page)
    captions = captions or {}
    contents = [_part(captions.get(place, caption_of(*place)), chapters) for place, chapters in parts.items()]
    about = list(about)
    return {"format": "jb-book", "root": ROOT, "parts": contents + ([_part("About", about)] if about else [])}


def toc_text(toc: dict) -> str:
    """The contents as the file `_toc.yml`."""
    return yaml.safe_dump(toc, sort_keys=False, allow_unicode=True)


def caption_of(country: str, edition: str) -> str:
    """"Kazakhstan 2016" from the folders `kazakhstan/2016`."""
    return f"{spelled(country)} {edition}"


def _part(caption: str, files: list[str]) -> dict:
    return {"caption": caption, "chapters": [{"file": file} for file in files]}
