"""The pages of editions from 2019 on: a question's code heads its passages, its score stands beside or below it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from netfreedom.report.headings import known_heading

_CODE = re.compile(
    r"^\W*(?P<code>[ABC]\s?[1-8])(?![\w-])[.:)]?\s*(?P<points>(?:\(?\s*\d(?:\.\d+)?\s*[-–]\s*\d(?:\.\d+)?\s*(?:pts?|points?)?\.?\s*\)?\s*:?\s*)*)(?P<rest>.*)$"
)
_POINTS = re.compile(r"[-–]\s*(\d)(?:\.\d+)?\s*(?:pts?|points?)", re.IGNORECASE)
_SHARE = re.compile(r"^\W*(?:Score:?\s*)?(?P<score>\d)(?:\.\d+)?\s*(?:/|out of|of)\s*(?P<max>\d)(?:\.\d+)?\W*$", re.IGNORECASE)
# The page prints a number twice, once for the eye and once for the chart: "4.004 6.006", "4.00 4 6", or each on a line of its own.
_DOUBLED = re.compile(r"^\s*(?P<score>\d)(?:\.00)?(?:\s*(?P=score)(?:\.00)?)?\s+/?\s*(?P<max>\d)(?:\.00)?(?:\s*(?P=max)(?:\.00)?)?\s*$")
_FIGURES = re.compile(r"^\s*(?:\d(?:\.00)?\s*/?\s*)+$")
_MOST_FIGURE_LINES = 4
_CHANGE = re.compile(r"\bscore (?:\w+ )?(?:improved|declined|increased|decreased|dropped|fell|rose|changed|went)\b[^.]*?\bfrom (?P<before>\d) to (?P<after>\d)\b", re.IGNORECASE)
_CATEGORY = re.compile(
    r"^\W*(?:[ABC]\.?\s+)?(?P<name>Obstacles to Access|Limits on Content|Violations of User Rights):?\s+(?P<score>\d{1,2})(?:\.00)?\s*(?:/|\s|out of)\s*(?:25|35|40)\b", re.IGNORECASE
)
_CATEGORY_ALONE = re.compile(r"(?:[ABC]\.?\s+)?(?:Obstacles to Access|Limits on Content|Violations of User Rights):?", re.IGNORECASE)
_CELL = re.compile(r"/?\s*\d{1,3}")
_TOTAL = re.compile(r"^\W*(?:(?:Total(?: Score)?|Internet Freedom Score|Score)\s*:?\s*)?(?P<score>\d{1,3})\s*(?:/|\s|out of)\s*100\b\W*(?P<status>Not Free|Partly Free|Free)?\W*$", re.IGNORECASE)
_STATUS = re.compile(r"^\W*(?:Status:?\s*)?(?P<status>Not Free|Partly Free|Free)\W*$", re.IGNORECASE)
_HALF = re.compile(r"^/?\s*(?:\d{1,2}\s*/\s*(?:25|35|40)|100)\b")  # the second line of a score broken over two
_LAST_YEAR = re.compile(r"^\W*last year[’']?s score", re.IGNORECASE)
_TITLE = re.compile(r"^\W*(?:header\d\s+)?(?:(?P<country>[A-ZÀ-Þ][\w’' .()-]+?)\s*[:,|-]\s*)?Freedom on the Net\s+(?P<edition>20\d\d)(?:\s*[:,|-]\s*(?P<behind>[A-ZÀ-Þ][\w’' .()-]+?))?(?:\s+Country Report)?(?:\s*\|.*)?$", re.IGNORECASE)
_KEYS = {"obstacles to access": "access", "limits on content": "content", "violations of user rights": "rights"}
_ASKED = re.compile(r"^(?P<question>.*\?)\s*(?P<behind>\S.*)?$")
_LONGEST_QUESTION = 4  # lines of a printed question
# Below the last question the page shows the country's other ratings.
_TAIL = re.compile(r"^\W*(?:Country Facts|See all data, scores)", re.IGNORECASE)
_ON_COUNTRY = re.compile(r"^\W*On [A-ZÀ-Þ][^.]{2,40}$")
_LONGEST_TAIL_LINE = 160
_FEWEST = 3  # question headings that make a text one of these pages


@dataclass
class QuestionPages:
    """Scores by question and the page's header, and the report's lines without them."""

    lines: list[str]
    questions: list[dict] = field(default_factory=list)  # {question, score, max, previous, change}; a number is None where not printed
    box: dict = field(default_factory=dict)


def read_questions(lines: list[str], edition: int | None) -> QuestionPages | None:
    """What a text in the layout of questions prints as scores; None where it is in another layout.

    A question without a readable score is kept with `score` None, so that the caller can say so.
    """
    places = {number: match for number, line in enumerate(lines) if (match := _CODE.match(line)) and _is_heading(match)}
    if len({_code(match) for match in places.values()}) < _FEWEST:
        return None
    kept, questions = _without_tail(lines, max(places)), []
    starts = sorted(places)
    for position, start in enumerate(starts):
        end = starts[position + 1] if position + 1 < len(starts) else len(lines)
        questions.append(_question(kept, start, end, places[start]))
    return QuestionPages(kept, questions, _header(kept, starts[0], edition))


def _is_heading(match: re.Match) -> bool:
    """A code alone, with its points, or with its question behind it; not a sentence that begins with "A1 is …"."""
    rest = match["rest"].strip()
    return not rest or bool(match["points"].strip()) or bool(_ASKED.match(rest))


def _without_tail(lines: list[str], last: int) -> list[str]:
    """Lines with those that show other ratings of the country, behind the last question, left blank."""
    kept = list(lines)
    tail = next((number for number in range(last, len(lines)) if _TAIL.match(lines[number].strip())), None)
    if tail is None:
        return kept
    above = [number for number in range(max(last, tail - 4), tail) if _ON_COUNTRY.match(lines[number].strip())]
    start = above[0] if above else tail
    if any(len(line) > _LONGEST_TAIL_LINE for line in lines[start:]):
        return kept  # text goes on below: it is no tail
    kept[start:] = [""] * (len(lines) - start)
    return kept


def _code(match: re.Match) -> str:
    return match["code"].replace(" ", "")


def _question(lines: list[str], start: int, end: int, match: re.Match) -> dict:
    """One question's scores; its heading is left as the bare code, the printed question and score lines are taken out."""
    code, most = _code(match), _POINTS.findall(match["points"])
    found = {"question": code, "score": None, "max": int(most[-1]) if most else None, "previous": None, "change": None}
    lines[start] = ("\f" if "\f" in lines[start] else "") + code
    end_of_question, behind = _printed_question(lines, start, end, match["rest"].strip())
    lines[start + 1 : end_of_question] = [""] * (end_of_question - start - 1)
    if score := _SHARE.match(behind) or _DOUBLED.match(behind):
        found["score"], found["max"] = int(score["score"]), int(score["max"])
    if found["score"] is None:
        _read_figures(lines, end_of_question, end, found)
    for number in range(end_of_question, end):
        line = lines[number].strip()
        if score := _SHARE.match(line):
            if found["score"] is None and int(score["score"]) <= int(score["max"]):
                found["score"], found["max"] = int(score["score"]), int(score["max"])
            lines[number] = ""
        elif change := _CHANGE.search(" ".join(lines[number : number + 3])):
            if found["previous"] is None:
                found["previous"], found["change"] = int(change["before"]), int(change["after"]) - int(change["before"])
    return found


def _read_figures(lines: list[str], start: int, end: int, found: dict) -> None:
    """Score and maximum from the lines of bare figures right below a question; the lines are taken out."""
    below = [number for number in range(start, end) if lines[number].strip()][:_MOST_FIGURE_LINES]
    figures: list[int] = []
    for number in below:
        if not _FIGURES.match(lines[number]):
            break
        figures.append(number)
    for length in range(len(figures), 0, -1):
        score = _DOUBLED.match(" ".join(lines[number].strip() for number in figures[:length]))
        if score and int(score["score"]) <= int(score["max"]) and found["max"] in (None, int(score["max"])):
            found["score"], found["max"] = int(score["score"]), int(score["max"])
            for number in figures[:length]:
                lines[number] = ""
            return


def _printed_question(lines: list[str], start: int, end: int, beside_code: str) -> tuple[int, str]:
    """The line behind the printed question, and what stands behind its question mark ("3 / 6")."""
    text, taken = beside_code, 0
    for number in range(start, min(end, start + 2 * _LONGEST_QUESTION)):
        line = lines[number].strip() if number > start else ""
        text, taken = f"{text} {line}".strip(), taken + bool(line)
        if asked := _ASKED.match(text):
            behind = (asked["behind"] or "").strip()
            readable = not behind or _SHARE.match(behind) or _DOUBLED.match(behind)
            return (number + 1, behind) if readable else (start + 1, "")
        if taken >= _LONGEST_QUESTION or (line and _SHARE.match(line)):
            break
    return start + 1, ""


def _join_cells(lines: list[str], end: int) -> None:
    """Put a score whose cells stand on lines of their own ("Obstacles to Access", "17", "25") onto one line."""
    printed = [number for number in range(end) if lines[number].strip()]
    for place, number in enumerate(printed):
        label = lines[number].strip()
        cells = [other for other in printed[place + 1 : place + 3] if _CELL.fullmatch(lines[other].strip())] if _CATEGORY_ALONE.fullmatch(label) else []
        if _CELL.fullmatch(label) and place + 1 < len(printed) and re.fullmatch(r"/?\s*100", lines[printed[place + 1]].strip()):
            cells = [printed[place + 1]]
        if cells and (joined := " ".join([label, *(lines[cell].strip() for cell in cells)])) and (_CATEGORY.match(joined) or _TOTAL.match(joined)):
            lines[number] = joined
            for cell in cells:
                lines[cell] = ""


def _name_on_top(lines: list[str]) -> str:
    """The country's name where it alone is the page's first line."""
    first = next((line.strip(" \f\v") for line in lines if line.strip(" \f\v")), "")
    return first if re.fullmatch(r"[A-ZÀ-Þ][^\d.,:|?/]{2,30}", first) and not _STATUS.match(first) and not known_heading(first) else ""


def _header(lines: list[str], end: int, edition: int | None) -> dict:
    """Totals, sub-scores, statuses and country out of what stands above the first question; the lines are taken out."""
    scores: dict[str, dict] = {"now": {}, "last": {}}
    country, which = _name_on_top(lines[:end]), "now"
    _join_cells(lines, end)
    for number in range(end):
        line = re.sub(r"\s+", " ", lines[number]).strip()
        following = lines[number + 1].strip() if number + 1 < end else ""
        if _HALF.match(following) and not any(pattern.match(line) for pattern in (_CATEGORY, _TOTAL)):  # "17/25" on a line of its own
            joined = f"{line} {following}"
            if _CATEGORY.match(joined) or _TOTAL.match(joined):
                line, lines[number + 1] = joined, ""
        if title := _TITLE.match(line):
            named = title["country"] or title["behind"] or (following if re.fullmatch(r"[^\W\d_][^\d.,:]{2,30}", following) and not _STATUS.match(following) else "")
            country, edition = named or country, edition or int(title["edition"])
        elif _LAST_YEAR.match(line):
            which = "last"
            if inline := re.search(r"(\d{1,3})\s*/?\s*100\W*(Not Free|Partly Free|Free)?", line):
                scores["last"] |= {"total": int(inline[1])} | ({"status": inline[2].title()} if inline[2] else {})
        elif category := _CATEGORY.match(line):
            scores["now"][_KEYS[category["name"].lower()]] = int(category["score"])
        elif total := _TOTAL.match(line):
            scores[which].setdefault("total", int(total["score"]))
            if total["status"]:
                scores[which].setdefault("status", total["status"].title())
        elif status := _STATUS.match(line):
            scores[which].setdefault("status", status["status"].title())
        else:
            continue
        lines[number] = ""
    # Where nobody knows the edition its scores stand under 0, and those of the year before under -1.
    by_edition = {(edition or 0) - (which == "last"): values for which, values in scores.items() if values}
    by_edition = dict(sorted(by_edition.items()))
    return {"country": country.strip(), "editions": list(by_edition), "scores": by_edition, "facts": {}, "scale": ""}
