"""The nine key internet controls: which were ticked for a country in which edition, and which rows bear them out."""

from __future__ import annotations

import pandas as pd

from netfreedom.analysis.periods import place_in_period
from netfreedom.analysis.world import edition_scores
from netfreedom.vocabulary import CONTROLS

# Where the rows of a dataset stand that can bear a control out: table → condition on its rows.
_BEARING = {
    "social_media_or_apps_blocked": ("restrictions", lambda rows: rows["target_type"].isin(("social_media", "messenger"))),
    "political_social_religious_content_blocked": (
        "restrictions", lambda rows: rows["measure"].eq("blocked") & rows["target_type"].isin(("news", "blog_host", "media_host", "ngo_site")),
    ),
    "ict_shutdown": ("restrictions", lambda rows: rows["target_type"].eq("network")),
    "progov_commentators_manipulate": ("findings", lambda rows: rows["question"].map(lambda codes: "B5" in codes)),
    "new_law_censorship_or_punishment": (
        "laws", lambda rows: rows["direction"].isin(("tightens", "mixed"))
        & rows["subject"].map(lambda subjects: bool({"blocking", "removal", "speech", "liability", "monitoring"} & set(subjects)))
        & rows["status"].isin(("in_force", "adopted")),
    ),
    "new_law_surveillance_or_anonymity": (
        "laws", lambda rows: rows["direction"].isin(("tightens", "mixed"))
        & rows["subject"].map(lambda subjects: bool({"encryption", "anonymity", "retention", "registration"} & set(subjects)))
        & rows["status"].isin(("in_force", "adopted")),
    ),
    "user_arrested_imprisoned_detained": ("events", lambda rows: rows["kind"].eq("arrest")),
    "user_attacked_or_killed": ("events", lambda rows: rows["kind"].eq("violence")),
    "technical_attacks_on_critics": ("events", lambda rows: rows["kind"].eq("technical_attack")),
}  # fmt: skip
_DATE = {"restrictions": "date", "events": "date", "laws": "in_force", "findings": None}
_TITLE = {"restrictions": "target", "events": "title", "laws": "instrument", "findings": "statement"}


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


def bearing_rows(report) -> pd.DataFrame:
    """Rows of the dataset, within or overlapping the period covered, that bear a control out.

    Columns control, title, table, id, what, footnotes, noted (whether a note stands behind the row); tables that are
    not coded give no rows. The match is by vocabulary, not by judgement: it shows where to look.
    """
    found = []
    for control in CONTROLS:
        table, condition = _BEARING[control.key]
        if not report.coded(table):
            continue
        rows = report.table(table)
        rows = rows[condition(rows)] if len(rows) else rows
        if _DATE[table] and len(rows):
            rows = rows[place_in_period(rows, report.meta, _DATE[table]).isin(("in", "undated") if table == "laws" else ("in",))]
        found += [
            (control.key, control.title, table, row["id"], row[_TITLE[table]], row["footnotes"], bool(row["footnotes"]))
            for _, row in rows.iterrows()
        ]
    return pd.DataFrame(found, columns=["control", "title", "table", "id", "what", "footnotes", "noted"])


def worse_with_fewer(totals: pd.Series, scores: pd.DataFrame, iso3: str, edition: int) -> int:
    """Countries that had fewer controls ticked and yet a total less free."""
    if iso3 not in totals.index:
        return 0
    points = edition_scores(scores, edition).set_index("iso3")["total"]
    fewer = totals[totals < totals[iso3]].index.intersection(points.index)
    return int((points[fewer] > points[iso3]).sum())
