"""Positions, frames and tables of the public-sphere chapter."""

from __future__ import annotations

import altair as alt
import pandas as pd

from netfreedom.analysis.legal_changes import plain
from netfreedom.analysis.public_sphere import TOLD, UNTOLD, by_question, spans
from netfreedom.analysis.timeline import LASTED, when
from netfreedom.charts.cells import to_chapter, with_notes
from netfreedom.charts.parts import wrapped
from netfreedom.charts.surveillance import over
from netfreedom.charts.theme import BLUE, GREY

TIMELINE = "03-timeline"
COLOURS = {TOLD: BLUE, UNTOLD: GREY}
SHAPES = {TOLD: "circle", UNTOLD: "square"}
LINE = 104  # pixels of a campaign: date, three lines of what it was, the mark, two lines of what came of it
WIDTH = 43  # letters of a line, on a phone
_MARK, _RESULT, _OVER = 0.53, 0.63, 37  # places within a line; pixels by which two lines of what it was begin above the mark


def campaign_frame(campaigns: pd.DataFrame, related: bool = False) -> pd.DataFrame:
    """The dated campaigns from the top: columns what (lines), result (lines), told, x, x2, middle, lasted, what_y, y, result_y.

    `related`: a list of related events follows, which may hold an outcome.
    """
    rows = spans(campaigns)
    none = "outcome not told with it; see related events" if related else "outcome not told"
    line = pd.Series(range(len(rows)), dtype=float)
    what = [f"{when(row.date, row.date_kind, row.date_text)}\u00a0· {row.title}" for row in rows.itertuples()]
    what = [wrapped(text[:1].upper() + text[1:], WIDTH) for text in what]
    return pd.DataFrame({
        "what": what, "result": [wrapped(f"→ {text or none}", WIDTH) for text in rows["result"]],
        "told": rows["told"], "x": rows["x"], "x2": rows["x2"], "middle": rows["x"] + (rows["x2"] - rows["x"]) / 2, "lasted": rows["date_kind"] == LASTED,
        "what_y": line + _MARK - [over(text, _OVER) / LINE for text in what], "y": line + _MARK, "result_y": line + _RESULT,
    }).astype({"what": "str", "result": "str", "told": "str"})  # fmt: skip


def shapes(frame: pd.DataFrame) -> alt.Scale:
    """Shapes of what is told and not, as far as they occur."""
    present = [word for word in SHAPES if word in set(frame["told"])]
    return alt.Scale(domain=present, range=[SHAPES[word] for word in present])


def event_table(rows: pd.DataFrame) -> pd.DataFrame:
    """Campaigns or what stands around them: when, what, what came of it; each leads to the timeline."""
    return pd.DataFrame({
        "When": [to_chapter(when(row.date, row.date_kind, row.date_text), TIMELINE, row.id) for row in rows.itertuples()],
        "What": [with_notes(*pair) for pair in zip(rows["title"], rows["footnotes"], strict=True)],
        "What came of it": [text or "not told with it" for text in rows["result"]],
        "Our remark": rows["note"],
    })  # fmt: skip


def around_table(rows: pd.DataFrame) -> pd.DataFrame:
    """The same with the kind of happening, which is no campaign."""
    shown = event_table(rows)
    shown.insert(2, "Kind", rows["kind"].map(plain).to_numpy())
    return shown


def question_table(findings: pd.DataFrame, titles: dict[str, str]) -> pd.DataFrame:
    """Each question with the number of findings on it and how many of them have a note."""
    counts = by_question(findings)
    return pd.DataFrame({
        "Question": [titles.get(code, code) for code in counts["question"]], "Judgements in the report": counts["findings"],
        "of them with a note": counts["noted"],
    })  # fmt: skip
