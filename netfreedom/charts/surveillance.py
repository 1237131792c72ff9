"""Positions, frames and tables of the surveillance chapter."""

from __future__ import annotations

from datetime import date

import altair as alt
import pandas as pd

from netfreedom.analysis.legal_changes import plain
from netfreedom.analysis.names import name_of
from netfreedom.analysis.powers import shown_names
from netfreedom.analysis.surveillance import ACKNOWLEDGED, INCIDENT, STATUSES, dated, identity_laws, since_words, stretches, undated
from netfreedom.analysis.timeline import when
from netfreedom.charts.cells import to_chapter, together, with_notes
from netfreedom.charts.parts import wrapped
from netfreedom.charts.theme import BLUE, CRIMSON, OCHRE, VIOLET

LAWS = "05-legal-changes"
COLOURS = dict(zip(STATUSES.values(), (CRIMSON, BLUE, VIOLET, OCHRE), strict=True))
SHAPES = dict(zip(STATUSES.values(), ("circle", "triangle-up", "square", "diamond"), strict=True))
LINE = 58  # pixels of a system: two lines of its name with the date, the mark
TEXT_LINE = 14  # pixels from one line of a name to the next
NAME_WIDTH = 46  # letters of a line of a name, on a phone
_MARK, _OVER = 0.74, 36  # place of the mark within a line; pixels by which a name of two lines begins above it
BY, DENIED = "◁", "✕"
SURE, PERHAPS = 0.75, 0.35  # how strong a bar is drawn


def system_frame(systems: pd.DataFrame) -> pd.DataFrame:
    """The dated systems from the top: columns label (lines), status, x (middle of the date's width), sign (before the mark), label_y, y, href."""
    rows = dated(systems)
    line = pd.Series(range(len(rows)), dtype=float)
    said = [f"{row.name} · {row.when}{', denied' if row.acknowledged == 'denied' else ''}" for row in rows.itertuples(index=False)]
    labels = [wrapped(text, NAME_WIDTH) for text in said]
    return pd.DataFrame({
        "label": labels, "status": rows["status"].map(STATUSES), "x": rows["earliest"] + (rows["latest"] - rows["earliest"]) / 2,
        "sign": [BY * row.by + DENIED * (row.acknowledged == "denied") for row in rows.itertuples(index=False)], "label_y": line + _MARK - [over(label, _OVER) / LINE for label in labels], "y": line + _MARK, "href": "#" + rows["id"],
    }).astype({"label": "str", "status": "str", "sign": "str", "href": "str"})  # fmt: skip


def over(label: str, two_lines: int) -> int:
    """Pixels by which a label begins above its mark, so that its last line ends close to it, however many it has."""
    return two_lines + TEXT_LINE * (label.count("\n") - 1)


def bar_frame(systems: pd.DataFrame, known_until: date) -> pd.DataFrame:
    """The stretches on the lines of `system_frame`: columns x, x2, y, status, strength."""
    rows = dated(systems)
    lines, statuses = {key: place for place, key in enumerate(rows["id"])}, dict(zip(rows["id"], rows["status"].map(STATUSES), strict=True))
    drawn = stretches(systems, known_until)
    return pd.DataFrame({
        "x": drawn["x"], "x2": drawn["x2"], "y": [lines[key] + _MARK for key in drawn["id"]], "status": [statuses[key] for key in drawn["id"]],
        "strength": [SURE if known else PERHAPS for known in drawn["known"]],
    })  # fmt: skip


def shapes(frame: pd.DataFrame) -> alt.Scale:
    """Shapes of the statuses that occur."""
    present = [word for word in SHAPES if word in set(frame["status"])]
    return alt.Scale(domain=present, range=[SHAPES[word] for word in present])


def period_frame(start: date, end: date) -> pd.DataFrame:
    """The coverage period as one stretch, its last day included."""
    return pd.DataFrame({"x": [pd.Timestamp(start)], "x2": [pd.Timestamp(end) + pd.Timedelta(days=1)]})


def undated_table(systems: pd.DataFrame) -> pd.DataFrame:
    """The systems of which no date is told."""
    rows = undated(systems)
    return pd.DataFrame({
        "Status": rows["status"].map(STATUSES), "What": [with_notes(*pair) for pair in zip(rows["name"], rows["footnotes"], strict=True)],
        "Acknowledged": rows["acknowledged"].map(ACKNOWLEDGED),
    })  # fmt: skip


def register(report) -> pd.DataFrame:
    """Every system: what, how real, since when, who runs and supplied it, its rule and our remark. `_id` is its anchor; `_Kind`, `_Status` and `_Acknowledged` to filter by."""
    rows, names = report.systems, shown_names(report.actors)
    laws = dict(zip(report.laws["id"], report.laws["instrument"], strict=True))
    named = {column: [", ".join(name_of(names, actor) for actor in cell) for cell in rows[column]] for column in ("operator", "supplier")}
    status, acknowledged = rows["status"].map(STATUSES), rows["acknowledged"].map(ACKNOWLEDGED)
    rules = [together("Rule:", to_chapter(name_of(laws, law), LAWS, law)) if law else "" for law in rows["law_id"]]
    return pd.DataFrame({
        "_id": rows["id"], "What": [with_notes(*pair) for pair in zip(rows["name"], rows["footnotes"], strict=True)],
        "Status": [real if said == ACKNOWLEDGED["not_stated"] else f"{real}, {said}" for real, said in zip(status, acknowledged, strict=True)],
        "Since": rows["since"].map(since_words),
        "Run by": [f"{by or 'not stated'}{f'; supplied by {of}' if of else ''}" for by, of in zip(named["operator"], named["supplier"], strict=True)],
        "Rule and our remark": [together(rule, f"· {note}" if note else "") if rule else note for rule, note in zip(rules, rows["note"], strict=True)],
        "_Kind": rows["kind"].map(plain), "_Status": status, "_Acknowledged": acknowledged,
    })  # fmt: skip


def identity_table(laws: pd.DataFrame) -> pd.DataFrame:
    """The rules that make users known: since when, what they ask, of whom; each leads to the chapter on laws."""
    rows = identity_laws(laws)
    since = rows["in_force"].where(rows["in_force"] != "", rows["adopted"])
    return pd.DataFrame({
        "Rule": [to_chapter(row.instrument, LAWS, row.id) for row in rows.itertuples()],
        "What it says": [with_notes(*pair) for pair in zip(rows["after"], rows["footnotes"], strict=True)],
        "Since": since.map(since_words), "Binds": [", ".join(binds) for binds in rows["binds"]], "Direction": rows["direction"],
    })  # fmt: skip


def attack_table(told: pd.DataFrame) -> pd.DataFrame:
    """The single attacks among rows of `attacks`: when, what (and how firmly, where it is not plainly stated), whom it hit, who is said to be responsible."""
    rows = told[told["role"] == INCIDENT]
    shown = about_attacks(rows).rename(columns={"Whom it concerns": "Whom it hit"})
    shown.insert(3, "Named as responsible", [", ".join(by) or "nobody" for by in rows["by"]])
    return shown


def other_table(told: pd.DataFrame) -> pd.DataFrame:
    """The rows of `attacks` that are no single attack: when, what, whom it concerns."""
    return about_attacks(told[told["role"] != INCIDENT])


def about_attacks(rows: pd.DataFrame) -> pd.DataFrame:
    """When, what, whom it concerns and our remark; each leads to the timeline."""
    return pd.DataFrame({
        "When": [to_chapter(when(row.date, row.date_kind, row.date_text), "03-timeline", row.id) for row in rows.itertuples()],
        "What": [with_notes(row.title if row.standing == "reported" else f"{row.title} ({row.standing})", row.footnotes) for row in rows.itertuples()],
        "Whom it concerns": ["; ".join(targets) for targets in rows["targets"]], "Our remark": rows["note"].to_numpy(),
    })  # fmt: skip


def findings_table(findings: pd.DataFrame, titles: dict[str, str]) -> pd.DataFrame:
    """Findings as a list: statement, who says it, its notes, our remark; `_Question` holds the titles of their questions, to filter by."""
    return pd.DataFrame({
        "_id": findings["id"],
        "Finding": findings["statement"], "Who says it": findings["attributed_to"], "Notes": [notes or "none" for notes in findings["footnotes"]],
        "Our remark": findings["note"], "_Question": [tuple(titles[code] for code in codes if code in titles) for codes in findings["question"]],
    })  # fmt: skip


def dated_table(systems: pd.DataFrame) -> pd.DataFrame:
    """The dated systems: when, what with its notes, status, whether it is acknowledged."""
    notes = dict(zip(systems["id"], systems["footnotes"], strict=True))
    rows = dated(systems)
    return pd.DataFrame({
        "Since": rows["when"], "What": [with_notes(row.name, notes[row.id]) for row in rows.itertuples(index=False)],
        "Status": rows["status"].map(STATUSES), "Acknowledged": rows["acknowledged"].map(ACKNOWLEDGED),
    })  # fmt: skip
