"""The nine key internet controls: which were ticked for a country in which edition, and in which rows to look for them."""

from __future__ import annotations

import re

import pandas as pd

from netfreedom.analysis.legal_changes import rules_in_period
from netfreedom.analysis.periods import place_in_period
from netfreedom.analysis.world import edition_scores
from netfreedom.vocabulary import CONTROLS

_MEASURES_OF_AN_ACT = ("blocked", "banned", "cut_off")
_CENSORSHIP, _WATCHING = {"blocking", "removal", "speech", "liability", "monitoring"}, {"encryption", "anonymity", "retention", "registration"}


def _about(subjects: set[str]):
    return lambda rows: rows["direction"].isin(("tightens", "mixed")) & rows["subject"].map(lambda own: bool(subjects & set(own)))


def _on_question(code: str):
    return lambda rows: rows["question"].map(lambda codes: code in codes)


# Where a reader would look in a dataset for what a tick stands for: table → condition on its rows. Checklist: C7 is
# violence against users, C8 attacks on sites and accounts, B5 steered discussion.
_LOOK = {
    "social_media_or_apps_blocked": ("restrictions", lambda rows: rows["target_type"].isin(("social_media", "messenger"))),
    "political_social_religious_content_blocked": (
        "restrictions", lambda rows: rows["measure"].isin(_MEASURES_OF_AN_ACT) & rows["target_type"].isin(("news", "blog_host", "media_host", "ngo_site")),
    ),
    "ict_shutdown": ("restrictions", lambda rows: rows["target_type"].eq("network") & rows["measure"].eq("cut_off")),
    "progov_commentators_manipulate": ("findings", lambda rows: rows["question"].map(lambda codes: set(codes) == {"B5"})),
    "new_law_censorship_or_punishment": ("laws", _about(_CENSORSHIP)),
    "new_law_surveillance_or_anonymity": ("laws", _about(_WATCHING)),
    "user_arrested_imprisoned_detained": (
        "cases", lambda rows: rows["persons_min"].notna() & rows["part_of"].eq("") & (rows["arrested"].ne("") | rows["sanction"].isin(("prison", "administrative_arrest"))),
    ),
    "user_attacked_or_killed": ("events", lambda rows: rows["kind"].eq("violence") & _on_question("C7")(rows)),
    "technical_attacks_on_critics": ("events", lambda rows: rows["kind"].eq("technical_attack") & ~rows["targets"].map(_only_of_the_state)),
}  # fmt: skip
_CHAPTERS = {"restrictions": "04-restrictions", "events": "03-timeline", "laws": "05-legal-changes", "cases": "06-prosecutions", "findings": "11-public-sphere"}
_TITLE = {"restrictions": "target", "events": "title", "laws": "instrument", "cases": "person", "findings": "statement"}
_STATE_SITE = re.compile(r"\bgov(ernment)?\b", re.IGNORECASE)  # `Invest.gov.kz`, `government websites`


def _only_of_the_state(targets: tuple[str, ...]) -> bool:
    return bool(targets) and all(_STATE_SITE.search(target) for target in targets)


def ticks(controls: pd.DataFrame, iso3: str) -> pd.DataFrame:
    """One row per control and edition: control, title, edition, value (0 no, 1 in the period covered, 2 after it)."""
    rows = controls[controls["iso3"] == iso3]
    titles = {control.key: control.title for control in CONTROLS}
    frame = rows.assign(title=rows["control"].map(titles))[["control", "title", "edition", "value"]]
    order = {control.key: number for number, control in enumerate(CONTROLS)}
    return frame.sort_values(["control", "edition"], key=lambda column: column.map(order) if column.name == "control" else column,
                             ignore_index=True)  # fmt: skip


def totals(controls: pd.DataFrame, edition: int) -> pd.Series:
    """Number of controls ticked by country (index iso3) in an edition; after-period ticks count, as in the printed totals."""
    rows = controls[(controls["edition"] == edition) & (controls["value"] > 0)]
    everyone = controls.loc[controls["edition"] == edition, "iso3"].unique()
    return rows.groupby("iso3").size().reindex(everyone, fill_value=0).sort_values(ascending=False)


def rows_to_look_at(report) -> pd.DataFrame:
    """Rows of the dataset in which a reader can look for what a tick stands for.

    Columns control, title, id, what, chapter, footnotes, place (`in` the period covered, `before`, `after`, `undated`); tables
    that are not coded give no rows. Rules count where they began in the period, or may have. The match is by category, not
    by judgement: a row found here need not be what Freedom House had in mind, and one that it had in mind may be missing.
    """
    found = []
    for control in CONTROLS:
        table, condition = _LOOK[control.key]
        rows = report.table(table) if report.coded(table) else None
        if rows is None or rows.empty:
            continue
        rows = rows[condition(rows).astype(bool)]
        if table == "laws":
            rows = rows[rows["id"].isin(rules_in_period(rows, report.meta.coverage_start, report.meta.coverage_end)["id"])]
        found += [
            (control.key, control.title, row["id"], _named(table, row), _CHAPTERS[table], row["footnotes"], place)
            for (_, row), place in zip(rows.iterrows(), _places(report, table, rows), strict=True)
        ]
    return pd.DataFrame(found, columns=["control", "title", "id", "what", "chapter", "footnotes", "place"])


def _named(table: str, row: pd.Series) -> str:
    return f"{row['target']}: {row['measure'].replace('_', ' ')}" if table == "restrictions" else row[_TITLE[table]]


def _places(report, table: str, rows: pd.DataFrame) -> list[str]:
    meta = report.meta
    if table in ("findings", "laws"):  # undated judgements of the report on its own period; the rules of the period
        return ["in"] * len(rows)
    if table == "cases":
        decided, arrested = place_in_period(rows, meta, "decided"), place_in_period(rows, meta, "arrested")
        return list(decided.where(decided != "undated", arrested))
    return list(place_in_period(rows, meta))


def ticked_without_rows(ticks: pd.DataFrame, rows: pd.DataFrame, report) -> list[tuple[str, int, int]]:
    """Controls ticked for the period of this edition of which no row of a coded table lies in it: title, rows before it, rows after it."""
    ticked = set(ticks.loc[(ticks["edition"] == report.edition) & (ticks["value"] == 1), "control"])
    places = {control: list(own["place"]) for control, own in rows.groupby("control")}
    return [
        (control.title, places.get(control.key, []).count("before"), places.get(control.key, []).count("after"))
        for control in CONTROLS
        if control.key in ticked and report.coded(_LOOK[control.key][0]) and "in" not in places.get(control.key, [])
    ]


def torn_about(report, missing: list[tuple[str, int, int]]) -> pd.DataFrame:
    """Discrepancies on controls without a row in the period: the report says of its period what its details place outside.

    A discrepancy belongs to such a control where it is one of coverage or of summary against body and stands under all the
    headings of a row that was found before or after the period, on one of its questions. Rows of `discrepancies`.
    """
    rows, titles = rows_to_look_at(report), {title for title, *_ in missing}
    if not report.coded("discrepancies") or not titles or rows.empty:
        return report.discrepancies.head(0)
    wanted = set(rows.loc[rows["title"].isin(titles), "id"])
    tables = [report.table(table) for table in dict.fromkeys(_LOOK[control.key][0] for control in CONTROLS if control.title in titles)]
    places = [({row.section, *row.also_in}, set(row.question)) for table in tables for row in table[table["id"].isin(wanted)].itertuples()]
    about = [
        row.kind in ("coverage", "summary_vs_body") and any(headings <= {row.section, *row.also_in} and codes & set(row.question) for headings, codes in places)
        for row in report.discrepancies.itertuples()
    ]  # fmt: skip
    return report.discrepancies[pd.Series(about, index=report.discrepancies.index, dtype=bool)]


def rows_in_period(ticks: pd.DataFrame, rows: pd.DataFrame, edition: int) -> pd.DataFrame:
    """For every control ticked for the period of an edition that has rows in it: columns title, rows, noted (how many with a note); the fewest first."""
    ticked = ticks.loc[(ticks["edition"] == edition) & (ticks["value"] == 1), "control"]
    here = rows[(rows["place"] == "in") & rows["control"].isin(set(ticked))]
    counted = here.assign(noted=here["footnotes"].map(len).gt(0)).groupby("title", sort=False)["noted"].agg(rows="size", noted="sum")
    return counted.reset_index().sort_values(["rows", "noted"], kind="stable", ignore_index=True)


def worse_with_fewer(totals: pd.Series, scores: pd.DataFrame, iso3: str, edition: int) -> int:
    """Countries that had fewer controls ticked and yet a total less free."""
    if iso3 not in totals.index:
        return 0
    points = edition_scores(scores, edition).set_index("iso3")["total"]
    fewer = totals[totals < totals[iso3]].index.intersection(points.index)
    return int((points[fewer] > points[iso3]).sum())
