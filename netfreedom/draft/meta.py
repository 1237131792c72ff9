"""Which report it is: country, edition and period out of the text and the index, and report.yml as a draft."""

from __future__ import annotations

import calendar
import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from netfreedom.data.from_index import PUBLISHER, country_row
from netfreedom.data.index import Index, country_names
from netfreedom.data.meta import spelled
from netfreedom.draft.dating import Period, coverage_period
from netfreedom.errors import InputError, Problem
from netfreedom.report.model import ReportText
from netfreedom.vocabulary import direction_of

NO_CODE = "XXX"  # stands for a country that the index does not know


@dataclass(frozen=True)
class Identity:
    """Country and period of a report; `remarks` tells what was not printed and where it came from instead."""

    country: str
    name: str
    iso3: str
    edition: int
    period: Period
    coverage: tuple[date, date]
    remarks: tuple[str, ...]


def identify(report: ReportText, index: Index, country: str, edition: int, file: str) -> Identity:
    """Country and edition held against what the text prints of them.

    Raises InputError where the text is another country's or another edition's report, or where neither the index nor the
    text knows the country.
    """
    printed = report.score_box.get("country", "")
    remarks: list[str] = []
    try:
        row = country_row(index, country, edition)
        name, iso3 = row.country, row.iso3
    except InputError:
        if slug(printed) != country:
            raise
        name, iso3 = printed or spelled(country), NO_CODE
        remarks.append(f"The index does not know {name}: iso3 stands on {NO_CODE}, put the code in report.yml")
    others = {slug(other): other for other in country_names(index).values()}
    if printed and slug(printed) != slug(name) and slug(printed) in others:
        raise InputError(Problem(file, None, "country", country, f"the score box of this text is that of {others[slug(printed)]}"))
    if slug(printed) != slug(name) and not any(re.search(rf"\b{re.escape(word)}", passage.text) for passage in report.passages for word in {name, spelled(country)}):
        raise InputError(Problem(file, None, "country", country, f"the text does not name {name} once: is this its report?"))
    period = coverage_period(report.coverage)
    expected = _documented_end(index, edition)
    if period.edtf and expected is not None and period.last[0] != expected:
        raise InputError(Problem(file, None, "edition", str(edition), f"the text covers {report.coverage}, which is not the period of that edition"))
    confirmed = period.edtf and (expected is not None or edition - period.last[0] in (0, 1))
    rated = [year for year in report.score_box.get("editions", []) if year > 2000]
    if not confirmed and (period.edtf or (rated and edition not in rated)):
        printed_years = f"covers {report.coverage}" if period.edtf else f"is that of the edition {max(rated)}"
        raise InputError(Problem(file, None, "edition", str(edition), f"the text {printed_years}: is this the report of that edition?"))
    return Identity(country, name, iso3, edition, period, _coverage(period, index, edition, remarks), tuple(remarks))


def meta_text(identity: Identity, report: ReportText, tables: list[str], complete: bool, today: date) -> str:
    """report.yml, each line that was not read from the report with a remark behind it."""
    start, end = identity.coverage
    rows = "\n".join(f"  {table}: partial" for table in tables)
    assumed = "" if identity.period.edtf else "  # not printed in the text: look it up"
    return f"""\
# A draft, read from the report by a program. Hold every line against the report.
country: {identity.country}
iso3: {identity.iso3}
edition: {identity.edition}
title: "Freedom on the Net {identity.edition}: {identity.name}"
publisher: {PUBLISHER}
published: {identity.edition}  # add the month, such as {identity.edition}-11
language: en
url:  # where the report can be read
coverage_start: {start}{assumed}
coverage_end: {end}{assumed}
direction: {direction_of(identity.edition)}
layout: {report.layout}
extent: {"full" if complete else "excerpt"}
peers: []
tables:
{rows}
coder: netfreedom draft  # who confirmed the rows
coded_on: {today.isoformat()}
"""


def slug(name: str) -> str:
    """A country's name as its folder is called: "Côte d'Ivoire" → cote-divoire."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower().replace("'", "")
    return "-".join(re.findall(r"[a-z]+", plain))


def _documented_end(index: Index, edition: int) -> int | None:
    """The year in which an edition's period ends; None where the index does not hold it."""
    rows = index.editions.set_index("edition")
    if edition not in rows.index or rows.loc[edition]["coverage"] == "not_stated":
        return None
    return rows.loc[edition]["coverage_end"].year


def _coverage(period: Period, index: Index, edition: int, remarks: list[str]) -> tuple[date, date]:
    if period.edtf:
        (year, month), (last_year, last_month) = period.first, period.last
        return date(year, month, 1), date(last_year, last_month, calendar.monthrange(last_year, last_month)[1])
    rows = index.editions.set_index("edition")
    if edition in rows.index and rows.loc[edition]["coverage"] != "not_stated":
        remarks.append("The text prints no coverage period: report.yml has that of the edition from the index")
        return rows.loc[edition]["coverage_start"].date(), rows.loc[edition]["coverage_end"].date()
    remarks.append(f"The text prints no coverage period, and the index has none: report.yml assumes June {edition - 1} to May {edition}")
    return date(edition - 1, 6, 1), date(edition, 5, 31)
