"""Whether a file can be read as a Freedom on the Net report at all, told in one clear line where it cannot."""

from __future__ import annotations

import re
from pathlib import Path

from netfreedom.data.paths import shown
from netfreedom.errors import InputError, Problem
from netfreedom.report.model import ReportText
from netfreedom.report.reader import read
from netfreedom.report.headings import known_heading

_FEWEST_HEADINGS = 2
_ENGLISH = {"the", "of", "and", "to", "in", "a", "for", "on", "is", "was", "by", "with", "that", "as", "were", "has", "have", "from"}
_LEAST_ENGLISH = 0.12  # share of such words; running English has a quarter to a third
_LARGEST = {"text": 1_500_000, "PDF": 100_000_000}  # bytes; the longest reports have a fifth of that
_FEWEST_WORDS = 40  # below that no share is told


def open_report(path: str | Path) -> ReportText:
    """The report in a file; an `InputError` says why there is none to be read."""
    path = Path(path)
    file = shown(path)
    if not path.is_file():
        raise InputError(Problem(file, message="there is no such file" if not path.exists() else "is no file"))
    with path.open("rb") as opened:
        start = opened.read(4096)
    if not start.strip():
        raise InputError(Problem(file, message="the file is empty"))
    form = "PDF" if start.startswith(b"%PDF") else "text"
    if (size := path.stat().st_size) > _LARGEST[form]:
        raise InputError(Problem(file, message=f"{size / 10**6:.0f} MB are too much for the {form} of one report, at most {_LARGEST[form] / 10**6:g} MB: is it something else, or several reports in one?"))
    if form == "text" and (start.count(b"\0") > len(start) / 100 or _undecodable(start)):
        raise InputError(Problem(file, message="is neither a text in UTF-8 nor a PDF"))
    if form == "text" and re.search(rb"<!doctype html|<html[\s>]", start, re.IGNORECASE):
        raise InputError(Problem(file, message="is a page's HTML source: save the page as text, or print it to PDF"))
    try:
        report = read(path)
    except ValueError as error:
        raise InputError(Problem(file, message=str(error).removeprefix(f"{path}: "))) from error
    text = " ".join(passage.text for passage in report.passages if passage.kind != "box")
    if reason := _not_english(text) or _no_report(report):
        raise InputError(Problem(file, message=reason))
    return report


def _undecodable(start: bytes) -> bool:
    """Whether a twentieth of the letters cannot be UTF-8; a letter cut by the end of what was read does not count."""
    return start.decode("utf-8", errors="replace").count("\ufffd") > len(start) / 20 + 1


def _not_english(text: str) -> str:
    words = re.findall(r"[^\W\d_]+", text.lower())
    if len(words) < _FEWEST_WORDS:
        return ""
    share = sum(word in _ENGLISH for word in words) / len(words)
    return "the text is not in English: only the English reports of Freedom House can be drafted" if share < _LEAST_ENGLISH else ""


def _no_report(report: ReportText) -> str:
    headings = [section.heading for section in report.sections if known_heading(section.heading)]
    if len(set(headings)) >= _FEWEST_HEADINGS or (report.score_box.get("scores") and headings):
        return ""
    return "does not read as a Freedom on the Net report: it has neither a score box nor the headings that all reports share (Obstacles to Access, Limits on Content …)"
