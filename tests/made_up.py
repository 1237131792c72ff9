"""Small made-up countries, one for each way in which a chapter could misspeak, and a quick way to read a chapter on them."""

from __future__ import annotations

import ast
import json
from collections.abc import Callable, Iterator
from pathlib import Path

from tiny_dataset import FURTHER, ROWS, TinyDataset

from netfreedom.run.notebooks import Chapter

DATES = ("date", "date_text", "adopted", "in_force", "since", "until", "arrested", "decided", "as_of", "published", "accessed")
NAMES = ("name", "title", "target", "instrument", "person", "provider", "offence", "company")
Rows = dict[str, list[dict]]


def of_one() -> Rows:
    """One row in every table, and a total without an earlier one."""
    rows = {name: [dict(table[0])] for name, table in (ROWS | FURTHER).items() if table}
    rows["scores"] = [dict(ROWS["scores"][1])]
    rows["events"][0] |= {"actors": "a001"}
    rows["restrictions"][0] |= {"event_id": "e001"}
    rows["laws"][0] |= {"event_id": ""}
    rows["actors"][0] |= {"parent": ""}
    return rows


def several(number: int) -> Rows:
    """So many of everything, and the score box of two editions: two ask for plurals, six for charts."""
    rows = {name: [row | own_key(row, place) for place in range(1, number + 1)] for name, (row,) in of_one().items() if name != "scores"}
    for row in rows["restrictions"]:
        row |= {"date": "2016-05-19/2016-05-23", "date_kind": "lasted"}
    return rows | {"scores": ROWS["scores"]}


def own_key(row: dict, number: int) -> dict:
    """Another number and other names for the same fact."""
    key = {"footnote": number} if "footnote" in row else {"id": f"{row['id'][0]}{number:03d}"}
    named = {name: f"{row[name]} {number}" for name in NAMES if name in row}
    return key | named | ({"actor_id": f"a{number:03d}"} if "actor_id" in row else {})


def of_none() -> Rows:
    """The report was read for everything and names nothing; the score box remains."""
    return {name: [] for name in of_one()} | {"scores": ROWS["scores"]}


def undated() -> Rows:
    """One row in every table and no date anywhere."""
    return {
        name: [
            row | {column: "" for column in DATES if column in row} | ({"date_kind": "undated"} if "date_kind" in row else {})
            for row in table
        ]
        for name, table in of_one().items()
    }


def open_ended() -> Rows:
    """One row in every table, with dates of which one end is open."""
    rows = of_one()
    for name in ("events", "restrictions", "removal_orders"):
        rows[name][0] |= {"date": "2011/..", "date_text": "since 2011", "date_kind": "lasted"}
    rows["laws"][0] |= {"adopted": "../2016-02"}
    rows["powers"][0] |= {"until": "2016-05~"}
    rows["systems"][0] |= {"since": "../2016-02"}
    rows["cases"][0] |= {"arrested": "2015~", "decided": "../2016-02"}
    return rows


def scored(before: int | None, after: int, direction: str = "zero_is_free", edition: int = 2016) -> Rows:
    """One of everything, the user-rights score moved from one number of points to another."""
    box = [
        {"edition": year, "access": 10, "content": 10, "rights": points, "total": 20 + points, "direction": direction,
         "status": status(20 + points, direction)}
        for year, points in ((edition - 1, before), (edition, after)) if points is not None
    ]  # fmt: skip
    return of_one() | {"scores": box}


def status(total: int, direction: str) -> str:
    from netfreedom.vocabulary import bands

    return next(band.status for band in bands(direction) if band.low <= total <= band.high)


def only(rows: Rows, *tables: str) -> Rows:
    """The named tables; every other table is not coded."""
    return {name: table for name, table in rows.items() if name in tables}


# A real country's box must agree with the index, as `netfreedom check` asks.
OF_THE_PHILIPPINES = [
    {"edition": 2015, "access": 10, "content": 5, "rights": 12, "total": 27, "status": "Free", "direction": "zero_is_free"},
    {"edition": 2016, "access": 9, "content": 5, "rights": 12, "total": 26, "status": "Free", "direction": "zero_is_free"},
]
PHILIPPINES = {"country": "philippines", "iso3": "PHL", "title": '"Freedom on the Net 2016: Philippines"'}
COTE_DIVOIRE = {
    "country": "cote-divoire", "edition": 2022, "iso3": "CIV", "title": "\"Freedom on the Net 2022: Côte d'Ivoire\"",
    "coverage_start": "2021-06-01", "coverage_end": "2022-05-31", "direction": "hundred_is_free", "layout": "questions",
}  # fmt: skip

# name: the rows of the dataset, and what its report.yml says otherwise than Ruritania's
VARIANTS: dict[str, tuple[Callable[[Chapter], Rows], dict]] = {
    "one": (lambda chapter: of_one(), {}),
    "two": (lambda chapter: several(2), {}),
    "six": (lambda chapter: several(6), {}),
    "none": (lambda chapter: of_none(), {}),
    "not-coded": (lambda chapter: only(of_one(), *chapter.requires or ("scores",)), {}),
    "six-not-coded": (lambda chapter: only(several(6), *chapter.requires or ("scores",)), {}),
    "undated": (lambda chapter: undated(), {}),
    "open": (lambda chapter: open_ended(), {}),
    "improved": (lambda chapter: scored(12, 11), {}),
    "total-only": (lambda chapter: of_one() | {"scores": [{**ROWS["scores"][1], "access": "", "content": "", "rights": ""}]}, {}),
    "unchanged": (lambda chapter: scored(12, 12), {}),
    "the": (lambda chapter: of_one() | {"scores": OF_THE_PHILIPPINES}, PHILIPPINES),
    "inverted": (lambda chapter: scored(30, 28, "hundred_is_free", 2022), COTE_DIVOIRE),
}


def made_up(root: Path, name: str, chapter: Chapter) -> TinyDataset:
    """The dataset of a variant on disk."""
    rows, described = VARIANTS[name]
    return TinyDataset(root, rows(chapter), **described)


def outputs(chapter: Chapter, country: str, edition: int) -> Iterator[tuple[str, list[str], str | dict]]:
    """What a chapter shows, cell by cell: "markdown" or "code", the tags, and the text or the MIME bundle (empty without a value).

    The cells run in this process and without a kernel, which takes a tenth of papermill's time.
    """
    space: dict = {}
    for cell in json.loads(chapter.path.read_text(encoding="utf-8"))["cells"]:
        source, tags = "".join(cell["source"]), cell["metadata"].get("tags", [])
        if cell["cell_type"] == "markdown":
            yield "markdown", tags, source
        elif "parameters" in tags:
            space |= {"country": country, "edition": edition}
        else:
            shown = _value(source, space)
            yield "code", tags, shown._repr_mimebundle_() if hasattr(shown, "_repr_mimebundle_") else {}


def _value(source: str, space: dict):
    """The value of a cell's last expression."""
    tree = ast.parse(source)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, "<cell>", "exec"), space)
    return eval(compile(ast.Expression(last.value), "<cell>", "eval"), space) if last else None
