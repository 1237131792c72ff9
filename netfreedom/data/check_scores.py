"""Rules of the source for scores: sums, maxima, status bands, direction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from netfreedom.data.tables import Table
from netfreedom.errors import Problem
from netfreedom.vocabulary import CATEGORIES, direction_of, status_of

_PARTS = [category.key for category in CATEGORIES]


def score_problems(table: Table) -> Iterator[Problem]:
    """Sub-scores add up to the total, and the status is that of the total in the row's direction."""
    for line, row in table.records():
        points = {name: _whole(row[name]) for name in (*_PARTS, "total")}
        given = [name for name in _PARTS if points[name] is not None]
        if given and len(given) < len(_PARTS):
            empty = next(name for name in _PARTS if points[name] is None)
            yield Problem(table.file, line, empty, row[empty], "is empty while another sub-score is given: give all three or none")
        total = points["total"]
        if total is None or not 0 <= total <= 100:
            continue  # told by the schema's own check
        if len(given) == len(_PARTS) and sum(points[name] for name in _PARTS) != total:
            terms = " + ".join(str(points[name]) for name in _PARTS)
            yield Problem(table.file, line, "total", row["total"], f"the sub-scores add up to {sum(points[name] for name in _PARTS)} ({terms})")
        direction = row.get("direction") or _direction(row["edition"])
        if direction not in ("zero_is_free", "hundred_is_free"):
            continue
        status = status_of(total, direction)
        if row["status"] != status:
            yield Problem(table.file, line, "status", row["status"], f"a total of {total} is {status} where {_says(direction)}")


def own_score_problems(scores: Table, edition: int, direction: str, index_row: dict[str, str] | None) -> Iterator[Problem]:
    """The score box belongs to this report: its edition is there, its direction is the report's, the index agrees."""
    editions = []
    for line, row in scores.records():
        editions.append(row["edition"])
        if row["direction"] != direction:
            yield Problem(scores.file, line, "direction", row["direction"], f"report.yml says {direction}, which holds for every row of the score box")
        number = _whole(row["edition"])
        if number is not None and number > edition:
            yield Problem(scores.file, line, "edition", row["edition"], f"lies after the report's own edition ({edition})")
        if index_row and row["edition"] == str(edition):
            for name in (*_PARTS, "total", "status"):
                if index_row[name] and row[name] and row[name] != index_row[name]:
                    yield Problem(scores.file, line, name, row[name], f"index/scores.csv has {index_row[name]} for this edition")
    if scores.rows and str(edition) not in editions:
        yield Problem(scores.file, None, "edition", message=f"there is no row for the report's own edition, {edition}")


def question_problems(questions: Table, maxima: dict[str, tuple[int, str]], totals: dict[tuple, dict[str, str]]) -> Iterator[Problem]:
    """Points stay within the checklist's maxima and add up to the categories.

    `maxima` gives (points, category) by question; `totals` a row of scores by (edition) or (iso3, edition).
    """
    sums: dict[tuple, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    counts: dict[tuple, int] = defaultdict(int)
    first_line: dict[tuple, int] = {}
    for line, row in questions.records():
        score, (most, category) = _whole(row["score"]), maxima.get(row["question"], (None, ""))
        if score is None or most is None:
            continue
        if score > most:
            yield Problem(questions.file, line, "score", row["score"], f"question {row['question']} has at most {most} points")
        if row.get("max") and row["max"] != str(most):
            yield Problem(questions.file, line, "max", row["max"], f"the checklist gives {most} points to {row['question']}")
        previous, change = _whole(row.get("previous", "")), _whole(row.get("change", ""))
        if previous is not None and change is not None and score - previous != change:
            yield Problem(questions.file, line, "change", row["change"], f"{score} after {previous} is a change of {score - previous}")
        key = (row["iso3"], row["edition"]) if "iso3" in row else (row["edition"],)
        sums[key][category] += score
        counts[key] += 1
        first_line.setdefault(key, line)
    for key, categories in sums.items():
        if counts[key] != len(maxima) or key not in totals:
            continue
        for category, points in categories.items():
            printed = totals[key][category]
            if printed and printed != str(points):
                yield Problem(questions.file, first_line[key], "score", str(points),
                              f"the questions of {' '.join(key)} add up to this for {category}, scores.csv has {printed}")


def _whole(text: str) -> int | None:
    try:
        return int(text)
    except ValueError:
        return None


def _direction(edition: str) -> str:
    number = _whole(edition)
    return direction_of(number) if number is not None else ""


def _says(direction: str) -> str:
    return "0 is most free" if direction == "zero_is_free" else "100 is most free"
