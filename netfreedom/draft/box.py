"""The score box, the questions' scores and the numbers of the text → draft rows of `scores`, `question_scores` and `indicators`."""

from __future__ import annotations

import re

from netfreedom.data.check_draft import MARK
from netfreedom.draft.candidates import Candidate
from netfreedom.draft.tokens import MOST_WORDS
from netfreedom.report.model import ReportText
from netfreedom.report.headings import SCORE_BOX, heading_key
from netfreedom.vocabulary import CATEGORIES, direction_of

_FACTS = {
    "population": ("Population", "million people", ""), "internet_penetration": ("People using the internet", "percent of people", "A1"),
    "social_media_blocked": ("Social media or communication apps blocked", "yes or no", "A3"),
    "political_social_content_blocked": ("Political or social content blocked", "yes or no", "B1"),
    "users_arrested": ("Bloggers or internet users arrested", "yes or no", "C3"), "press_freedom_status": ("Status of press freedom", "status", ""),
}  # fmt: skip
_VALUE = re.compile(
    r"(?P<qualifier>about|around|nearly|almost|more than|over|less than|under|up to)?\s*(?P<text>(?P<sign>US\s?\$|[$€£])?\s?(?<![\d.,])(?P<number>\d[\d,]*(?:\.\d+)?)"
    r"(?:\s?(?P<unit>percent|per cent|%|Mbps|Kbps|Gbps)|\s(?P<scale>million|billion)(?:\s(?P<what>users|people|subscribers|subscriptions|connections|accounts))?))(?![\w])", re.IGNORECASE
)
_QUALIFIERS = {"about": "about", "around": "about", "nearly": "almost", "almost": "almost", "more than": "more_than", "over": "more_than", "less than": "less_than", "under": "less_than", "up to": "up_to"}
_TOPICS = {
    "availability and ease of access": "access", "restrictions on connectivity": "access", "ict market": "market", "regulatory bodies": "market", "blocking and filtering": "content",
    "content removal": "removal", "surveillance privacy and anonymity": "surveillance", "technical attacks": "security", "a1": "access", "a2": "prices", "a3": "access", "a4": "market", "a5": "market",
    "b1": "content", "b2": "removal", "b3": "content", "c4": "surveillance", "c5": "surveillance", "c6": "surveillance", "c8": "security",
}  # fmt: skip
_UNITS = {"percent": "percent", "per cent": "percent", "%": "percent"}


def score_rows(report: ReportText, edition: int) -> list[dict[str, str]]:
    """A row per edition in the box that has a total; sub-scores that only the questions give are added up from them."""
    rows = []
    for printed, values in sorted(report.score_box.get("scores", {}).items()):
        year = printed if printed > 0 else edition + printed  # numbered up to 0 where the text prints no edition
        cells = {category.key: values.get(category.key) for category in CATEGORIES}
        if year == edition and all(cell is None for cell in cells.values()):
            cells |= added_up(report)
        total = values.get("total")
        if total is None and all(cell is not None for cell in cells.values()):
            total = sum(cells.values())
        if total is not None:
            row = {"edition": year, **cells, "total": total, "status": values.get("status", ""), "direction": direction_of(edition)}
            rows.append({key: "" if value is None else str(value) for key, value in row.items()})
    return rows


def added_up(report: ReportText) -> dict[str, int]:
    """Sub-scores by category as the sum of their questions; {} where a question's score could not be read."""
    if len(report.questions) != 21 or any(question["score"] is None for question in report.questions):
        return {}
    letters = {category.letter: category.key for category in CATEGORIES}
    sums = dict.fromkeys(letters.values(), 0)
    for question in report.questions:
        sums[letters[question["question"][0]]] += question["score"]
    return sums


def question_rows(report: ReportText, edition: int) -> list[dict[str, str]]:
    """A row per question whose score is printed; a printed change leaves its reason to the coder."""
    return [
        {
            "edition": str(edition), "question": found["question"], "score": str(found["score"]), "max": str(found["max"]),
            "previous": "" if found["previous"] is None else str(found["previous"]), "change": "" if found["change"] is None else str(found["change"]),
            "reason": "" if found["change"] is None else f"{MARK} the report gives a reason; say it in your own words",
        }
        for found in report.questions if found["score"] is not None and found["max"] is not None
    ]  # fmt: skip


def box_indicators(report: ReportText) -> list[dict[str, str]]:
    """A row of `indicators` for each fact that stands beside the scores."""
    rows = []
    for key, fact in report.score_box.get("facts", {}).items():
        label, unit, question = _FACTS[key]
        number = re.match(r"[\d,]+(?:\.\d+)?", fact["value"])
        value = number.group().replace(",", "") if number else ""
        if key == "population" and value and "million" not in fact["value"]:
            unit = "billion people" if "billion" in fact["value"] else "people"
        source = re.search(r"\(([^)]+)\)", fact["label"])
        year = re.search(r"\b20\d\d\b", fact["label"])
        rows.append({
            "topic": "score_box", "indicator": key, "label": label, "value": value, "value_max": "", "value_text": fact["value"], "qualifier": "", "unit": unit,
            "as_of": year.group() if year else "", "source_name": source.group(1) if source else "", "section": SCORE_BOX, "also_in": "", "question": question,
            "footnotes": "", "evidence": ";".join([" ".join(fact["label"].split()[:MOST_WORDS]), fact["value"]]), "note": f"{MARK} read from the score box; confirm value and unit",
        })  # fmt: skip
    return rows


def text_indicators(candidate: Candidate, questions: dict[str, str]) -> list[dict[str, str]]:
    """A row of `indicators` for each percentage, speed and large number of a sentence."""
    rows = []
    for match in _VALUE.finditer(candidate.sentence):
        if match["sign"] and not match["scale"]:
            continue
        printed = " ".join(match["text"].split())
        unit = _UNITS.get((match["unit"] or "").lower()) or match["unit"] or " ".join(filter(None, (match["scale"], match["what"] or ("of money" if match["sign"] else ""))))
        common = candidate.common(questions, f"a number without a name yet ({printed}); decide topic, indicator, label and unit")
        tokens = [token for token in common["evidence"].split(";") if token and printed not in token][:4]
        rows.append({
            "topic": _TOPICS.get(heading_key(candidate.heading), "media"), "indicator": "to_name", "label": f"number to name: {printed}", "value": match["number"].replace(",", ""),
            "value_max": "", "value_text": printed, "qualifier": _QUALIFIERS.get((match["qualifier"] or "").lower(), ""), "unit": unit,
            "as_of": candidate.mention.date if candidate.mention else "", "source_name": "", **common, "evidence": ";".join([printed, *tokens]),
        })  # fmt: skip
    return rows
