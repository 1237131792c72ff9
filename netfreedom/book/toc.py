"""The table of contents of a book, from the pages that it has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import yaml

from netfreedom.run.notebooks import FIRST_ACROSS

ROOT = "index"
LANDING = "index"  # a country's first page, above its chapters
ABOUT = ("about/methods", "about/glossary", "about/data-dictionary", "about/rerun", "about/adapt", "about/cite")
COUNTRIES, ACROSS, ABOUT_CAPTION = "Countries", "Across countries", "About"


def toc_for(pages: Iterable[str], regions: Mapping[str, str] | None = None, about: Iterable[str] = ABOUT) -> dict:
    """The contents as Jupyter Book reads them: a country is one chapter with sections, under its region.

    `pages` are names such as `pages/kazakhstan/2016/02-scores`; `regions` gives the caption for a country's folder
    (`Countries` where it has none). Chapters that compare countries follow in a part of their own, then what is said
    about the book. The sections are nested so that the sidebar of a page holds its own country's chapters only.
    """
    regions = regions or {}
    parts: dict[str, dict[str, list[str]]] = {}
    across = []
    for page in sorted(pages):
        _, country, edition, name = page.split("/")
        if is_across(name):
            across.append(page)
        else:
            landing = f"pages/{country}/{edition}/{LANDING}"
            sections = parts.setdefault(regions.get(country, COUNTRIES), {}).setdefault(landing, [])
            sections += [page] if name != LANDING else []
    contents = [_part(caption, map(_country, countries.items())) for caption, countries in sorted(parts.items())]
    contents += [_part(caption, map(_file, files)) for caption, files in ((ACROSS, across), (ABOUT_CAPTION, list(about))) if files]
    return {"format": "jb-book", "root": ROOT, "parts": contents}


def countries(toc: Mapping) -> int:
    """How many country-editions a book has."""
    return sum("sections" in chapter for part in toc["parts"] for chapter in part["chapters"])


def is_across(name: str) -> bool:
    """Whether a page compares countries, by the number in its name."""
    return name[:2].isdigit() and int(name[:2]) >= FIRST_ACROSS


def toc_text(toc: dict) -> str:
    """The contents as the file `_toc.yml`."""
    return yaml.safe_dump(toc, sort_keys=False, allow_unicode=True)


def _part(caption: str, chapters: Iterable[dict]) -> dict:
    return {"caption": caption, "chapters": list(chapters)}


def _country(landing_and_sections: tuple[str, list[str]]) -> dict:
    landing, sections = landing_and_sections
    return {"file": landing, "sections": [_file(section) for section in sections]} if sections else _file(landing)


def _file(name: str) -> dict:
    return {"file": name}
