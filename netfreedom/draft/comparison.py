"""A draft held against a curated dataset of the same report: what the reader finds, and how far it is right."""

from __future__ import annotations

from dataclasses import dataclass

from netfreedom.data.load import Report
from netfreedom.data.schemas import schemas
from netfreedom.data.tables import read_table
from netfreedom.dates import parse
from netfreedom.draft.candidates import Candidate
from netfreedom.draft.drafting import Draft
from netfreedom.draft.notes import FIELDS
from netfreedom.report.text import normalize
from netfreedom.report.headings import heading_key
from netfreedom.report.words import stands

_SCORES = ("access", "content", "rights", "total")


@dataclass(frozen=True)
class Share:
    """So many of so many."""

    alike: int
    of: int

    @property
    def part(self) -> float:
        return self.alike / self.of if self.of else 1.0

    def __str__(self) -> str:
        return f"{self.alike} of {self.of}" + (f" ({100 * self.part:.1f}%)" if self.of else "")


@dataclass(frozen=True)
class Comparison:
    """Shares of curated cells and rows that the draft has; `missed` and `dated_otherwise` hold the ids of events."""

    numbers: Share
    statuses: Share
    notes: Share
    sources: dict[str, Share]
    events: Share
    precision: Share
    precision_first: Share
    same_dates: Share
    kinds: Share
    unused: Share
    missed: tuple[str, ...]
    dated_otherwise: tuple[str, ...]
    candidates: dict[str, tuple[int, int]]

    def lines(self) -> list[str]:
        """The figures as lines of Markdown."""
        counted = [f"| {table} | {drafted} | {curated} |" for table, (drafted, curated) in self.candidates.items()]
        return [
            "| What | Draft like the curated data |", "|---|--:|",
            f"| numbers of the score box | {self.numbers} |", f"| statuses | {self.statuses} |", f"| notes, with their parts | {self.notes} |",
            *(f"| sources: {column} | {share} |" for column, share in self.sources.items()),
            f"| events whose passage is among the candidates | {self.events} |",
            f"| … of these, dated with equal precision | {self.precision} |",
            f"| … the same, if of several dates in a sentence always the first is taken | {self.precision_first} |",
            f"| … of these, with the very same date | {self.same_dates} |", f"| … of these, with the same guessed kind | {self.kinds} |",
            f"| candidates that no curated event needs | {self.unused} |",
            "", "Where a sentence names several dates, an event is held against the candidate whose printed date is among the event's evidence.", f"Events without a candidate: {', '.join(self.missed) or 'none'}.",
            f"Events dated with another precision: {', '.join(self.dated_otherwise) or 'none'}.",
            "", "| Table | Rows drafted | Rows curated |", "|---|--:|--:|", *counted,
        ]  # fmt: skip


def compare(draft: Draft, report: Report) -> Comparison:
    """Hold a draft against the dataset of the same report.

    An event's passage is found where a candidate rests on a sentence of the same heading that has at least one of the event's
    evidence tokens, in a passage that has them all. Of several the one with most tokens is taken, and of equals
    the one whose printed date is among the event's tokens; `precision_first` takes the first of equals instead.
    """
    curated = {name: _rows(report, name) for name in ("scores", "sources", "events")}
    drafted_scores = {row["edition"]: row for row in draft.tables.get("scores", [])}
    numbers = [drafted_scores.get(row["edition"], {}).get(column) == row[column] for row in curated["scores"] for column in _SCORES if row[column]]
    statuses = [drafted_scores.get(row["edition"], {}).get("status") == row["status"] for row in curated["scores"]]
    sources = {(row["footnote"], row["part"]): row for row in draft.tables.get("sources", [])}
    alike = {column: _share([sources.get((row["footnote"], row["part"]), {}).get(column) == row[column] for row in curated["sources"]]) for column in FIELDS}
    pairs = {row["id"]: _matches(row, draft) for row in curated["events"]}
    matches = {key: pair[0] if pair else None for key, pair in pairs.items()}
    found = [row for row in curated["events"] if matches[row["id"]]]
    dates = {row["id"]: (row["date"], matches[row["id"]].dating["date"]) for row in found}
    first = [_precision(row["date"]) == _precision(pairs[row["id"]][1].dating["date"]) for row in found]
    kinds = [row["kind"] == matches[row["id"]].guess.kind for row in found]
    used = {match.id for match in matches.values() if match}
    otherwise = tuple(key for key, pair in dates.items() if _precision(pair[0]) != _precision(pair[1]))
    return Comparison(
        _share(numbers), _share(statuses), _share([(row["footnote"], row["part"]) in sources for row in curated["sources"]]), alike,
        Share(len(found), len(curated["events"])), Share(len(found) - len(otherwise), len(found)), _share(first), _share([one == other for one, other in dates.values()]), _share(kinds),
        Share(len(draft.candidates) - len(used), len(draft.candidates)),
        tuple(key for key, match in matches.items() if not match), otherwise,
        {table: (len(rows), len(_rows(report, table))) for table, rows in draft.tables.items()},
    )  # fmt: skip


def _rows(report: Report, table: str) -> list[dict[str, str]]:
    path = report.folder / f"{table}.csv"
    return [row for _, row in read_table(path, schemas()[table]).records()] if path.is_file() else []


def _matches(event: dict[str, str], draft: Draft) -> tuple[Candidate, Candidate] | None:
    """The candidate whose sentence has most of an event's tokens, and the first of all that have so many; None where none has one.

    Of equals the first of the pair is the one whose printed date is among the tokens.
    """
    tokens = event["evidence"].split(";")
    hits: dict[str, int] = {}
    for candidate in draft.candidates:
        if heading_key(candidate.heading) == heading_key(event["section"]) and _all_stand(tokens, candidate):
            sentence = normalize(candidate.sentence)
            hits[candidate.id] = sum(stands(token, sentence) for token in tokens)
    most = max(hits.values(), default=0)
    equals = [candidate for candidate in draft.candidates if most and hits.get(candidate.id) == most]
    return (max(equals, key=lambda candidate: _dates_named(candidate, tokens)), equals[0]) if equals else None


def _dates_named(candidate: Candidate, tokens: list[str]) -> int:
    """How many of the tokens are the candidate's printed date, or a part of it."""
    words = normalize(candidate.mention.words) if candidate.mention else ""
    return sum(bool(words) and (normalize(token) in words or words in normalize(token)) for token in tokens)


def _all_stand(tokens: list[str], candidate: Candidate) -> bool:
    passage = normalize(candidate.passage.plain)
    return all(stands(token, passage) for token in tokens)


def _precision(date: str) -> tuple | None:
    if not date:
        return None
    edtf = parse(date)
    return edtf.precision, edtf.is_interval, edtf.approximate


def _share(alike: list[bool]) -> Share:
    return Share(sum(alike), len(alike))
