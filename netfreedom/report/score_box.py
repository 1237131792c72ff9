"""The box of scores and facts that stands near a report's opening."""

from __future__ import annotations

import re

_LABELS = {
    "access": r"Obstacles to Access",
    "content": r"Limits (?:on|of|to) Content",
    "rights": r"Violations of User Rights",
    "total": r"TOTAL\s*\*?|Total Score|(?:Internet Freedom |Total )?Score",
}
_SCORE_LINE = re.compile(
    r"^\s*(?P<label>" + "|".join(_LABELS.values()) + r")\s*\*?\s*"
    r"(?:\((?:0\s*[-–]\s*\d+)\)\s*:?\s*(?P<plain>\d{1,3}(?:\s+\d{1,3})*)|:?\s*(?P<share>\d{1,3})\s*/\s*\d{1,3})\s*$",
    re.IGNORECASE,
)
_STATUS_LINE = re.compile(r"^\s*(?:Internet Freedom )?Status\b:?\s*(?P<rest>(?:(?:Not|Partly|Free)\s*)*)$", re.IGNORECASE)
_SCALE_LINE = re.compile(r"^\s*\W?\s*0\s*=\s*\w+ free.*$|^\s*Scores are based on a scale of 0\b.*$", re.IGNORECASE)
_FACTS = {
    "population": r"Population",
    "internet_penetration": r"Internet Penetration(?:\s+\d{4})?(?:\s*\([^)]*\))?",
    "social_media_blocked": r"Social Media(?: ?/ ?ICT Apps)?(?: or ICT Apps)? Blocked|Web 2\.0 Applications Blocked",
    "political_social_content_blocked": r"Political(?: ?/ ?| and |,? or )Social Content Blocked|(?:Notable|Substantial) Political Censorship",
    "users_arrested": r"Bloggers(?: ?/ ?| and |,? or )(?:ICT|Internet) Users Arrested",
    "press_freedom_status": r"Press Freedom(?:\s+\d{4})?(?: Status)?",
}
_FACT_LINE = re.compile(
    r"^\s*(?P<label>" + "|".join(f"(?P<{key}>{label})" for key, label in _FACTS.items()) + r")\s*:\s*(?P<value>\S.*?)\s*$",
    re.IGNORECASE,
)
_YEARS_LINE = re.compile(r"^\s*(?:20\d\d)(?:\s+20\d\d)?\s*$")
_STATUS_WORDS_LINE = re.compile(r"^\s*(?:(?:Not|Partly|Free)\s*)+$", re.IGNORECASE)
_STATUS_ALONE = re.compile(r"^\s*(?:Status:?\s*)?(?:Not Free|Partly Free|Free)\s*$", re.IGNORECASE)
_SHARE_LINE = re.compile(r"^\s*(?:(?P<status>Not Free|Partly Free|Free)\s+)?(?P<total>\d{1,3})\s*/\s*100\b(?:\s*(?P<behind>Not Free|Partly Free|Free))?\W*(?:\(?0\s*=.*)?$", re.IGNORECASE)
_LARGEST_GAP = 8  # lines between two lines of one box: blank lines and statuses broken over lines


def find_box(lines: list[str]) -> tuple[int, int] | None:
    """First line and the line behind the last one of the score box, or None."""
    certain = [number for number, line in enumerate(lines) if _is_certain(line)]
    runs: list[list[int]] = []
    for number in certain:
        if runs and number - runs[-1][-1] <= _LARGEST_GAP:
            runs[-1].append(number)
        else:
            runs.append([number])
    runs = [run for run in runs if len(run) >= 3]
    if not runs:
        return None
    start, end = runs[0][0], runs[0][-1] + 1
    above, named, dated = start - 1, False, False
    while above >= 0 and start - above < 5:
        line = lines[above].strip()
        years, status = bool(_YEARS_LINE.match(line)), bool(_STATUS_ALONE.match(line))
        if (years and not dated) or status or (not years and _is_name(line) and not named):
            named, dated = named or not (years or status), dated or years
            start = above
        elif line:
            break
        above -= 1
    while end < len(lines) and _STATUS_WORDS_LINE.match(lines[end]):
        end += 1
    return start, end


def _is_certain(line: str) -> bool:
    return any(pattern.match(line) for pattern in (_SCORE_LINE, _STATUS_LINE, _SCALE_LINE, _FACT_LINE, _SHARE_LINE))


def _is_name(line: str) -> bool:
    return bool(re.fullmatch(r"[A-ZÀ-Þ][\w'’.\-()]*(?: [\w'’.\-()]+){0,4}", line)) and not line.endswith(".")


def box_rows(lines: list[str]) -> list[str]:
    """The box line by line, a status broken over lines whole again."""
    rows: list[str] = []
    for line in lines:
        text = re.sub(r"\s+", " ", line).strip()
        if not text:
            continue
        if rows and _STATUS_WORDS_LINE.match(text) and _STATUS_LINE.match(rows[-1]) and not _STATUS_ALONE.match(rows[-1]):
            rows[-1] += f" {text}"
        elif rows and len(rows) == 1 and _YEARS_LINE.match(text):
            rows[-1] += f" {text}"
        else:
            rows.append(text)
    return rows


def parse_box(rows: list[str], edition: int | None) -> dict:
    """Scores by edition, facts by key, scale and country.

    Returns `{"country", "editions", "scores": {edition: {access, content, rights, total, status}}, "facts": {key: {label,
    value}}, "scale"}`. Where the box prints no years, its one column is `edition` (the caller's).
    """
    columns: dict[str, list] = {}
    facts: dict[str, dict] = {}
    scale, country = "", ""
    editions: list[int] = []
    for position, row in enumerate(rows):
        if score := _SCORE_LINE.match(row):
            key = next(key for key, label in _LABELS.items() if re.fullmatch(label, score["label"].strip(), re.IGNORECASE))
            columns[key] = [int(number) for number in re.findall(r"\d+", score["plain"] or score["share"])]
        elif share := _SHARE_LINE.match(row):
            columns.setdefault("total", [int(share["total"])])
            if printed := share["status"] or share["behind"]:
                columns.setdefault("status", [printed.title()])
        elif status := _STATUS_LINE.match(row):
            columns["status"] = _statuses(status["rest"])
        elif _STATUS_ALONE.match(row):
            columns.setdefault("status", [row.strip().title()])
        elif _SCALE_LINE.match(row):
            scale = row.strip("* ").strip()
        elif fact := _FACT_LINE.match(row):
            key = next(key for key in _FACTS if fact[key])
            facts[key] = {"label": fact["label"], "value": fact["value"]}
        elif position < 2:
            editions = editions or [int(year) for year in re.findall(r"\b20\d\d\b", row)]
            country = country or re.sub(r"\b20\d\d\b", "", row).strip()
    width = max((len(column) for column in columns.values()), default=0)
    if not editions and width:
        editions = [edition - width + 1 + step for step in range(width)] if edition else list(range(width))
    scores = {
        year: {key: column[step] for key, column in columns.items() if len(column) > step}
        for step, year in enumerate(editions)
    }
    return {"country": country, "editions": editions, "scores": scores, "facts": facts, "scale": scale}


def _statuses(words: str) -> list[str]:
    """"Not Free Partly Free" → ["Not Free", "Partly Free"]; also when the columns are interleaved: "Not Partly Free Free"."""
    tokens = [token.capitalize() for token in words.split()]
    prefixes, free = [token for token in tokens if token != "Free"], tokens.count("Free")
    if free == len(prefixes) and tokens[: len(prefixes)] == prefixes:
        return [f"{prefix} Free" for prefix in prefixes]
    return [status.title() for status in re.findall(r"(?:Not |Partly )?Free", words, re.IGNORECASE)]
