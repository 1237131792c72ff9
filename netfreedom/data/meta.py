"""report.yml: what a dataset is about, which report it was coded from, and what was coded."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path

import yaml

from netfreedom.data.paths import shown
from netfreedom.errors import InputError, Problem
from netfreedom.vocabulary import DIRECTIONS

LAYOUTS = ("sections", "questions")
EXTENTS = ("full", "excerpt")
COMPLETENESS = ("complete", "partial")


@dataclass(frozen=True)
class Meta:
    """A report as its report.yml describes it; `tables` says for each coded table whether it is complete or partial.

    The days of the coverage period and of the coding are missing only where the index alone speaks of a report.
    """

    country: str
    iso3: str
    edition: int
    title: str
    publisher: str
    published: str
    language: str
    url: str
    coverage_start: date | None
    coverage_end: date | None
    direction: str
    layout: str
    extent: str
    peers: tuple[str, ...]
    tables: dict[str, str]
    coder: str
    coded_on: date | None


_GROUPS = ("project", "team", "group", "authors", "institute", "university")
_VOCABULARIES = {"direction": DIRECTIONS, "layout": LAYOUTS, "extent": EXTENTS}
_PATTERNS = {
    "country": (r"[a-z]+(-[a-z]+)*", "a lower-case name such as kazakhstan or cote-divoire"),
    "iso3": (r"[A-Z]{3}", "three capital letters such as KAZ"),
    "url": (r"https?://\S+|", "an address that begins with http:// or https://, or nothing"),
}


def read_meta(path: Path) -> Meta:
    """Read report.yml; an `InputError` has a line for everything in it that is wrong."""
    file = shown(path)
    try:
        text = path.read_text(encoding="utf-8")
        tree, values = yaml.compose(text, yaml.SafeLoader), yaml.safe_load(text)
    except FileNotFoundError as error:
        raise InputError(Problem(file, message="is missing: it describes the report that was coded")) from error
    except UnicodeDecodeError as error:
        raise InputError(Problem(file, message="is not UTF-8: save the file as UTF-8")) from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        reason = getattr(error, "problem", None)
        raise InputError(Problem(file, mark.line + 1 if mark else None, message=f"is not valid YAML{f': {reason}' if reason else ''}")) from error
    except ValueError as error:  # a day that no calendar has
        raise InputError(Problem(file, message=f"holds something that cannot be read: {error}")) from error
    if not isinstance(values, dict):
        raise InputError(Problem(file, 1, message="holds no keys such as country: kazakhstan"))
    keys = [(key.value, key.start_mark.line + 1) for key, _ in tree.value]
    lines = dict(keys)
    problems = [Problem(file, line, key, message="the key stands there twice") for number, (key, line) in enumerate(keys)
                if key in dict(keys[:number])]
    problems += [Problem(file, lines.get(str(key)), str(key), message="is not a key of report.yml")
                for key in values if key not in _names()]
    problems += [Problem(file, None, key, message="the key is missing") for key in _names() if key not in values]
    problems += [
        Problem(file, lines.get(key), key, "" if value is None else str(value), f"allowed: {allowed}")
        for key, value in values.items() if key in _names() and (allowed := _refusal(key, value))
    ]
    if problems:
        raise InputError(problems)
    if values["coverage_start"] >= values["coverage_end"]:
        raise InputError(Problem(file, lines["coverage_end"], "coverage_end", str(values["coverage_end"]),
                                 f"the period must end after it starts ({values['coverage_start']})"))
    return Meta(**{**values, "published": str(values["published"]), "url": values["url"] or "",
                   "peers": tuple(values["peers"] or ())})


def _names() -> list[str]:
    return [field.name for field in fields(Meta)]


def _refusal(key: str, value) -> str | None:
    """What the key allows, where the value is something else."""
    if key in _PATTERNS:
        pattern, words = _PATTERNS[key]
        return None if re.fullmatch(pattern, value if isinstance(value, str) else "" if value is None else "?") else words
    if key in _VOCABULARIES:
        return None if value in _VOCABULARIES[key] else ", ".join(_VOCABULARIES[key])
    if key == "edition":
        return None if type(value) is int and 2009 <= value <= 2100 else "a year from 2009 on"
    if key in ("coverage_start", "coverage_end", "coded_on"):
        return None if type(value) is date else "a day such as 2016-05-31"
    if key == "peers":
        fine = value is None or (isinstance(value, list) and all(isinstance(peer, str) for peer in value))
        return None if fine else "a list of country names such as [kyrgyzstan, uzbekistan]"
    if key == "tables":
        wrong = [str(name) for name, state in value.items() if state not in COMPLETENESS] if isinstance(value, dict) else []
        if wrong:
            return f"complete or partial for {', '.join(wrong)}"
        return None if isinstance(value, dict) else "table: complete or table: partial, one a line"
    return None if value not in (None, "") and isinstance(value, (str, int, date)) else "some text"


def named_in_title(meta: Meta) -> str | None:
    """The country as the report's title spells it ("Freedom on the Net 2022: Côte d'Ivoire"), where its letters are those of the folder."""
    for part in re.split(r"[:,–—] *", meta.title):
        plain = unicodedata.normalize("NFKD", part.replace("-", " ")).encode("ascii", "ignore").decode().lower()
        if re.sub(r"[^a-z ]", "", plain).split() == meta.country.split("-"):
            return part
    return None


def spelled(country: str) -> str:
    """The folder's name `south-korea` as the words "South Korea"."""
    return country.replace("-", " ").title()


def coder_named(coder: str) -> str:
    """Who coded, as a sentence names them: a person as they are, a project or a group with "the"."""
    return f"the {coder}" if coder.split()[-1].lower() in _GROUPS and not coder.lower().startswith("the ") else coder
