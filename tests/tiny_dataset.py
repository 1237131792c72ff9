"""A made-up country's dataset of a few rows, small enough to break in every way that a person could."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

from netfreedom.data.package import write_package
from netfreedom.data.schemas import schemas

REPORT = """\
country: {country}
iso3: RUR
edition: {edition}
title: "Freedom on the Net 2016: Ruritania"
publisher: a made-up publisher
published: 2016-11
language: en
url: https://example.org/ruritania
coverage_start: 2015-06-01
coverage_end: 2016-05-31
direction: zero_is_free
layout: sections
extent: full
peers: [kazakhstan]
tables:
{tables}
coder: a test
coded_on: 2016-12-01
"""

_BODY = {"section": "Blocking and Filtering", "question": "B1", "footnotes": "1", "evidence": "Strelsau;May 2016"}

ROWS: dict[str, list[dict]] = {
    "scores": [
        {"edition": 2015, "access": 10, "content": 10, "rights": 10, "total": 30, "status": "Free", "direction": "zero_is_free"},
        {"edition": 2016, "access": 10, "content": 10, "rights": 12, "total": 32, "status": "Partly Free", "direction": "zero_is_free"},
    ],
    "indicators": [
        {"id": "i001", "topic": "prices", "indicator": "monthly_tariff", "label": "Monthly tariff", "value": 5, "value_max": 12,
         "value_text": "US$5 to US$12", "unit": "USD", "as_of": "2016~", **_BODY},
    ],
    "events": [
        {"id": "e001", "date": "2016-05-19/2016-05-23", "date_text": "May 19 to 23", "date_kind": "lasted", "kind": "blocking",
         "cause": "deliberate", "title": "Regulator blocks Gazette", "place": "Strelsau", "actors": "a001;a002", "targets": "Gazette",
         "standing": "reported", **_BODY},
        {"id": "e002", "date": "2011/..", "date_text": "since 2011", "date_kind": "lasted", "kind": "law", "cause": "not_stated",
         "title": "Press law applies", "standing": "reported", **_BODY, "footnotes": ""},
        {"id": "e003", "date_kind": "undated", "kind": "statement", "cause": "not_stated", "title": "Minister denies all",
         "standing": "reported", **_BODY, "footnotes": "1;2"},
    ],
    "restrictions": [
        {"id": "r001", "target": "Gazette", "target_type": "news", "measure": "blocked", "date": "2016-05", "date_text": "May 2016",
         "date_kind": "within", "reason": "extremism;other", "trigger": "none_reported", "ordered_by": "a001",
         "acknowledged": "yes", "court_order": "no", "standing": "reported", "restored": "not_stated", "event_id": "e001", **_BODY},
    ],
    "laws": [
        {"id": "l001", "instrument": "Press law", "kind": "law", "adopted": "2011", "status": "in_force", "subject": "speech;blocking",
         "binds": "media", "deadline_hours": 24, "before": "No rule", "after": "Licences", "direction": "tightens",
         "event_id": "e002", **_BODY},
    ],
    "penalties": [
        {"id": "p001", "law_id": "l001", "offence": "printing without a licence", "binds": "media", "sanction": "fine;prison",
         "fine_max": 2000, "currency": "USD", "term_max": "P90D", **_BODY},
    ],
    "actors": [
        {"id": "a001", "name": "Press office", "type": "regulator", "parent": "a002", **_BODY},
        {"id": "a002", "name": "Government", "type": "government", **_BODY},
    ],
    "cases": [
        {"id": "c001", "person": "Rudolf R.", "persons_min": 1, "role": "editor", "platform": "Gazette", "proceeding": "criminal",
         "law_id": "l001", "arrested": "2016-04", "custody": "yes", "decided": "2016-05-20", "stage": "convicted",
         "sanction": "prison", "term": "P18M", **_BODY},
    ],
    "findings": [],
    "sources": [
        {"footnote": 1, "part": 1, "title": "A title", "language": "en", "published": "2016-05-20", "url": "https://example.org/1"},
        {"footnote": 2, "part": 1, "title": "Another"},
        {"footnote": 2, "part": 2, "comment": "no title"},
    ],
}


# A row for each table that the tiny dataset has not coded: together with the first rows above, one of everything.
FURTHER = {
    "powers": [
        {"id": "w001", "actor_id": "a001", "power": "order_blocking", "over": "content", "law_id": "l001", "court_order": "no",
         "since": "2011", **_BODY},
    ],
    "removal_requests": [
        {"id": "q001", "company": "Google", "period": "2015-07/2015-12", "requests": 1, "unit": "requests", "complied_percent": 0,
         **_BODY},
    ],
    "removal_orders": [
        {"id": "o001", "date": "2015-10", "date_text": "October 2015", "date_kind": "within", "target": "Gazette",
         "content": "a caricature", "ordered_by": "a001", "court_order": "not_stated", "outcome": "removed", **_BODY},
    ],
    "systems": [
        {"id": "s001", "name": "Letter office", "kind": "interception", "operator": "a001", "since": "2012", "status": "in_use",
         "acknowledged": "not_stated", "law_id": "l001", **_BODY},
    ],
    "providers": [
        {"id": "v001", "provider": "Ruritel", "segment": "fixed_broadband", "state_owned_percent": 51, "market_share_percent": 60,
         "as_of": "2015", "price_min": 5, "price_max": 12, "currency": "USD", **_BODY},
    ],
    "findings": [
        {"id": "f001", "statement": "Editors leave out what displeases the court", "attributed_to": "the report", **_BODY, "question": "B4;C4"},
    ],
    "discrepancies": [
        {"id": "d001", "topic": "Gazette", "statement": "Blocked in May", "conflicts_with": "Blocked in June", "kind": "dates",
         "handling": "The row says May", **_BODY},
    ],
}  # fmt: skip


class TinyDataset:
    """The dataset on disk; `edit` and `write` change it, `package` brings datapackage.json up to date."""

    def __init__(self, root: Path, rows: dict[str, list[dict]] = ROWS, country: str = "ruritania", edition: int = 2016, **described: str):
        self.root, self.country, self.edition = root, country, edition
        self.folder = root / "data" / country / str(edition)
        self.folder.mkdir(parents=True)
        self.rows = {name: [dict(row) for row in table] for name, table in rows.items()}
        for name in self.rows:
            self.write(name)
        self.describe(**described)
        self.package()

    def write(self, table: str) -> None:
        """Write one table from `rows`."""
        with (self.folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, schemas()[table].columns, lineterminator="\n")
            writer.writeheader()
            writer.writerows(self.rows[table])

    def edit(self, table: str, row: int, **cells) -> None:
        """Change cells of one row (0 is the first) and write the table."""
        self.rows[table][row].update(cells)
        self.write(table)

    def describe(self, **replaced: str) -> None:
        """Write report.yml, with lines replaced: `describe(iso3="rur")`."""
        text = REPORT.format(country=self.country, edition=self.edition, tables="\n".join(f"  {name}: complete" for name in self.rows))
        lines = [
            f"{key}: {replaced[key]}" if (key := line.split(":")[0]) in replaced else line for line in text.splitlines()
        ]
        (self.folder / "report.yml").write_text("\n".join(lines) + "\n", encoding="utf-8")

    def package(self) -> None:
        write_package(self.country, self.edition)


def make_root(root: Path, project: Path) -> None:
    """A project folder of its own with the real schemas and the real index."""
    shutil.copytree(project / "data" / "schemas", root / "data" / "schemas")
    shutil.copytree(project / "data" / "index", root / "data" / "index")
