"""The box of scores and facts that stands near a report's opening, in whatever order its cells are printed.

A box is read label by label: what stands between a label and the next one is the label's value. So a label and its values may
stand on one line, on several, in the cells of a table ("Population: | 5 million |") or beside those of a second column.
"""

from __future__ import annotations

import re
from collections import Counter

from netfreedom.report.furniture import FURNITURE, is_banner

_SCORES = {"access": r"Obstacles to Access", "content": r"Limits (?:on|of|to) Content", "rights": r"Violations of User Rights"}
_FACTS = {
    "population": r"Population",
    "internet_penetration": r"Internet Penetration(?:\s+\d{4})?(?:\s*\([^)]*\))?",
    "social_media_blocked": r"Social Media(?: ?/ ?ICT Apps)?(?: or ICT Apps)? Blocked|Web 2\.0 Applications Blocked",
    "political_social_content_blocked": r"Political(?: ?/ ?| and |,? or )Social Content Blocked|(?:Notable|Substantial) Political Censorship",
    "users_arrested": r"Bloggers(?: ?/ ?| and |,? or )(?:ICT|Internet|Online) Users Arrested",
    "press_freedom_status": r"Press Freedom(?:\s+\d{4})?(?: Status)?",
}
_LABELS = {
    **_FACTS, **_SCORES,
    "last": r"Last Year[’']s Score(?:\s*(?:&|and)\s*Status)?",
    "total": r"(?:Freedom on the Net )?Total(?: Score)?\s*\*?|(?:Internet Freedom )?Score\b(?!s)",
    "status": r"(?:Internet Freedom |Freedom on the Net )?Status\b",
    "country": r"Country", "year": r"Year",
}  # fmt: skip
_RANGE = r"\s*\*?\s*(?:\(0\s*[-–]\s*\d+\))?\s*"
_LABEL = re.compile(r"(?<![\w’'-])(?:" + "|".join(f"(?P<{key}>{label})" for key, label in _LABELS.items()) + rf"){_RANGE}(?P<colon>:?)", re.IGNORECASE)
_WORDS = r"(?:Not|Partly|Free|n/?a)(?![\w-])"
_STATUS_WORDS = re.compile(rf"(?:{_WORDS}\s*)+", re.IGNORECASE)
_ONE_SCORE = r"(?:\d{1,3}(?![\w.,%])|n/?a\b|[-–—](?=\s|$))"
_SCORE_VALUES = re.compile(rf"\s*(?P<plain>{_ONE_SCORE}(?:\s+{_ONE_SCORE}){{0,2}})(?:\s*/\s*\d{{1,3}})?", re.IGNORECASE)
_FACT_VALUES = {
    "population": r"[\d.,]+(?:\s*(?:million|billion|thousand))?", "internet_penetration": r"(?:about |less than |over |more than )?\d[\d.,]*\s*(?:percent|per cent|%)?",
    "press_freedom_status": r"(?:(?:Not|Partly)\s+)?Free|n/?a", "social_media_blocked": r"Yes|No|n/?a", "political_social_content_blocked": r"Yes|No|n/?a", "users_arrested": r"Yes|No|n/?a",
}  # fmt: skip
_SCALE = re.compile(r"\W?\s*0\s*=\s*\w+ free\b(?:,\s*\d+\s*=\s*\w+ free\b)?|Scores are based on a scale of 0\b[^\n]*|\(\s*0\s*=\s*best,\s*\d+\s*=\s*worst\s*\)", re.IGNORECASE)
_SHARE = re.compile(r"(?<![\w/])(?P<total>\d{1,3})\s*/\s*100\b")
_YEARS_LINE = re.compile(r"20\d\d(?:\s+20\d\d)?")
_STATUS_ALONE = re.compile(r"(?:Not Free|Partly Free|Free)", re.IGNORECASE)
_VALUE_LINE = re.compile(rf"\s*(?:{_ONE_SCORE}(?:\s+{_ONE_SCORE})*|(?:{_WORDS}\s*)+|Yes|No|[\d.,]+\s*(?:million|billion|percent|per cent|%))\s*", re.IGNORECASE)
_LARGEST_GAP = 6  # printed lines between two labels of one box: values and statuses broken over lines
_HIGHEST_TOP = 4  # printed lines of a box above its first label: the country's name and the years
_FEWEST = 3  # labels with values that make a box


def find_box(lines: list[str]) -> tuple[int, int] | None:
    """First line and the line behind the last one of the score box, or None."""
    printed = [number for number, line in enumerate(lines) if _clean(line).strip()]
    certain = {place: count for place in range(len(printed)) if (count := _certain_labels(lines, printed, place))}
    runs: list[list[int]] = []
    for place in certain:
        if runs and place - runs[-1][-1] <= _LARGEST_GAP:
            runs[-1].append(place)
        else:
            runs.append([place])
    run = next((run for run in runs if sum(certain[place] for place in run) >= _FEWEST), None)
    if run is None:
        return None
    start, end = _top(lines, printed, run[0]), run[-1] + 1
    while end < len(printed) and _VALUE_LINE.fullmatch(_clean(lines[printed[end]])) and not _follows_break(lines, printed, end):
        end += 1
    return printed[start], printed[end - 1] + 1


def _clean(line: str) -> str:
    """A line without the strokes of a table and the marks of page ends."""
    return re.sub(rf"[|\f\v{FURNITURE}]", " ", line)


def _follows_break(lines: list[str], printed: list[int], place: int) -> bool:
    return "\f" in "".join(lines[printed[place - 1] + 1 : printed[place] + 1])


def _certain_labels(lines: list[str], printed: list[int], place: int) -> int:
    """How many labels of the box a line holds with their values, which stand on the line or alone on the next one."""
    line = _clean(lines[printed[place]])
    if _SCALE.match(line.strip()) or re.fullmatch(rf"\s*(?:(?:{_WORDS}\s*)*){_SHARE.pattern}.*", line, re.IGNORECASE):
        return 1
    count = 0
    for match in _LABEL.finditer(line):
        key, rest = _key(match), _SCALE.sub("", line[match.end() :])
        if line[: match.start()].strip() and key not in _FACTS:
            continue  # within a line only a second column's facts are looked for
        following = _clean(lines[printed[place + 1]]).strip() if place + 1 < len(printed) and not rest.strip() else ""
        count += _stands_alone(key, following) if following else _has_value(key, rest, bool(match["colon"]))
    return count


def _stands_alone(key: str, line: str) -> bool:
    """Whether the line below a label is its value and nothing else."""
    if key in ("country", "year"):
        return _is_name(line) or bool(_YEARS_LINE.fullmatch(line))
    return bool(_SCALE.match(line) or _VALUE_LINE.fullmatch(line))


def _has_value(key: str, rest: str, colon: bool) -> bool:
    if key in _FACTS:
        return colon and bool(re.match(rf"\s*(?:{_FACT_VALUES[key]})", rest, re.IGNORECASE))
    if key == "status":
        return bool(re.fullmatch(rf"\s*(?:{_WORDS}\s*)*", rest, re.IGNORECASE)) or bool(re.match(rf"\s*(?:{_WORDS}\s*)+[A-Z]", rest))
    if key in ("country", "year", "last"):
        return colon and bool(rest.strip())
    values = _SCORE_VALUES.match(rest)
    return bool(values) and (not rest[values.end() :].strip() or bool(_LABEL.match(rest[values.end() :].strip())))


def _key(match: re.Match) -> str:
    return next(key for key in _LABELS if match[key])


def _top(lines: list[str], printed: list[int], first: int) -> int:
    """The printed line with which the box begins: above the first label stand years, a status and the country's name."""
    start, years = first, 0
    for place in range(first - 1, max(first - 1 - _HIGHEST_TOP, -1), -1):
        line = _clean(lines[printed[place]]).strip()
        if _YEARS_LINE.fullmatch(line) and years < 2:
            years += len(line.split())
        elif _is_name(line) and not _STATUS_ALONE.fullmatch(line):
            return place
        elif not _STATUS_ALONE.fullmatch(line):
            break
        start = place
    return start


def _is_name(line: str) -> bool:
    return bool(re.fullmatch(r"[A-ZÀ-Þ][\w'’.\-()]*(?: [\w'’.\-()]+){0,4}", line)) and not line.endswith(".") and not is_banner(line)


def box_rows(lines: list[str]) -> list[str]:
    """The box as one row for each label with its values, the country's name and years above them."""
    text = _tidy(" ".join(_column_after_column([_clean(line) for line in lines])))
    rows, position = [], 0
    scales = [_tidy(match.group()) for match in _SCALE.finditer(text) if "free" in match.group().lower()]
    text = _SCALE.sub(" ", text)
    for match in _LABEL.finditer(text):
        rows.append(text[position : match.start()])
        position = match.start()
    rows.append(text[position:])
    return [row for row in [*map(_tidy, rows), *scales] if row]


def _column_after_column(lines: list[str]) -> list[str]:
    """Lines of a box whose two columns a PDF's text prints side by side, the left column whole before the right one."""
    starts = Counter(match.start() for line in lines for match in _LABEL.finditer(line) if re.search(r"\S\s{2,}$", line[: match.start()]))
    if not starts or max(starts.values()) < _FEWEST:
        return lines
    edge = starts.most_common(1)[0][0]
    across = {number for number, line in enumerate(lines) if line[edge - 1 : edge].strip()}  # runs over both columns
    left = [line if number in across else line[:edge] for number, line in enumerate(lines)]
    return left + [line[edge:] for number, line in enumerate(lines) if number not in across]


def _tidy(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def parse_box(rows: list[str], edition: int | None) -> dict:
    """Scores by edition, facts by key, scale and country.

    Returns `{"country", "editions", "scores": {edition: {access, content, rights, total, status}}, "facts": {key: {label,
    value}}, "scale"}`. Where the box prints no years, its last column is `edition` (the caller's); where nobody knows that,
    the columns are numbered up to 0.
    """
    columns: dict[str, list] = {}
    facts: dict[str, dict] = {}
    scale, country, loose, last = "", "", "", ""
    editions: list[int] = []
    for row in rows:
        match = _LABEL.match(row)
        if _SCALE.match(row):
            scale = row.strip("* ").strip()
        elif not match:
            editions = editions or [int(year) for year in re.findall(r"\b20\d\d\b", row)]
            share = _SHARE.search(row)
            columns |= {"total": [int(share["total"])]} if share else {}
            row = _SHARE.sub(" ", re.sub(r"\b20\d\d\b", " ", row))
            country, loose = country or _tidy(_STATUS_WORDS.sub(" ", row)), f"{loose} {row}"
        else:
            key, rest = _key(match), row[match.end() :]
            loose += _take(key, row[: match.end()].rstrip(": "), rest, columns, facts)
            country = rest.strip() if key == "country" and rest.strip() else country
            editions = editions or [int(year) for year in re.findall(r"\b20\d\d\b", rest if key == "year" else "")]
            last = rest if key == "last" else last
    if not any(columns.get("status", [])):
        columns["status"] = _statuses(" ".join(found.group() for found in _STATUS_WORDS.finditer(loose)))
    width = max((len(column) for column in columns.values()), default=0)
    years = [int(year) for year in re.findall(r"\b20\d\d\b", loose)]
    editions = editions or (years if len(years) == width else [])
    if len(editions) < width:
        editions = [(editions[-1] if editions else edition or 0) - width + 1 + step for step in range(width)]
    scores = {year: {key: column[step] for key, column in columns.items() if len(column) > step and column[step] is not None} for step, year in enumerate(editions)}
    if editions and (share := _SHARE.search(last)):
        printed = _statuses(last[share.end() :])
        scores[editions[-1] - 1] = {"total": int(share["total"])} | ({"status": printed[0]} if printed and printed[0] else {})
    scores = {year: values for year, values in scores.items() if values}
    return {"country": country, "editions": sorted(scores), "scores": dict(sorted(scores.items())), "facts": facts, "scale": scale}


def _take(key: str, label: str, rest: str, columns: dict, facts: dict) -> str:
    """Put a label's value into its column or among the facts; what stands behind the value comes back."""
    if key in _FACTS:
        # A value that has not the expected form is kept whole: it may be a number in words.
        value = re.match(rf"\s*(?P<value>{_FACT_VALUES[key]})(?![\w])", rest, re.IGNORECASE)
        if printed := _tidy(value["value"] if value else rest):
            facts.setdefault(key, {"label": label, "value": printed})
        return rest[value.end() :] if value else ""
    if key == "status":
        words = _STATUS_WORDS.match(rest.lstrip())
        if words:
            columns.setdefault("status", _statuses(words.group()))
        return rest.lstrip()[words.end() :] if words else rest
    if key in (*_SCORES, "total") and (values := _SCORE_VALUES.match(rest)):
        columns.setdefault(key, [int(value) if value.isdigit() else None for value in values["plain"].split()])
        return rest[values.end() :]
    return ""


def _statuses(words: str) -> list[str | None]:
    """"Not Free Partly Free" → ["Not Free", "Partly Free"]; also when the columns are interleaved: "Not Partly Free Free"; None for "n/a"."""
    tokens = [token.capitalize() for token in words.split()]
    prefixes, free = [token for token in tokens if token in ("Not", "Partly")], tokens.count("Free")
    if free == len(prefixes) and tokens[: len(prefixes)] == prefixes:
        return [f"{prefix} Free" for prefix in prefixes]
    return [None if status.lower().startswith("n/") or status.lower() == "na" else status.title() for status in re.findall(r"(?:Not |Partly )?Free|n/?a", words, re.IGNORECASE)]
