"""Positions, frames and tables of the prosecutions chapter."""

from __future__ import annotations

from dataclasses import dataclass

import altair as alt
import pandas as pd

from netfreedom.analysis.legal_changes import duration_words, money
from netfreedom.analysis.prosecutions import PANELS, STAGES, Tally, laws_applied, outcome
from netfreedom.charts.cells import to_chapter, together, with_notes
from netfreedom.charts.parts import wrapped
from netfreedom.charts.theme import BLUE, CRIMSON, VIOLET
from netfreedom.dates import words

PANEL_COLOURS = dict(zip(PANELS, (CRIMSON, VIOLET, BLUE), strict=True))
PANEL_SHAPES = dict(zip(PANELS, ("circle", "diamond", "square"), strict=True))
_TITLE, _TEXT, _RULE, _GAP = 16, 14, 14, 16  # pixels of a sentence: its name, a line of its matter, its rule, the space under it
NAME_WIDTH = 44  # letters of a name in a line, in bold
ABOUT_WIDTH = 54  # letters of the matter in a line, on a phone

_PHONE, _LETTER, _DOT = 340, 7, 20  # pixels: the width of a chart on a phone, of a letter of a label, of the dot before it

LAWS = "05-legal-changes"


def panel_frame(panel: pd.DataFrame) -> pd.DataFrame:
    """The sentences of one panel from the top. Columns name, about, months, zero, label, name_y, about_y, y, bottom (pixels), href."""
    rows, top = [], 4
    for row in panel.itertuples():
        name = wrapped(row.person, NAME_WIDTH)
        about = wrapped(f"{row.when}: {row.about}" if row.about else row.when, ABOUT_WIDTH)
        text = top + _TITLE + _TEXT * name.count("\n")
        rule = text + _TEXT * (about.count("\n") + 1) + _RULE / 2
        label = f"{duration_words(row.term)}{', at least one person' if row.vague else ''}"
        rows.append((name, about, row.months, 0.0, label, top + 1, text, rule, rule + _RULE / 2 + _GAP, f"#{row.id}"))
        top = rule + _RULE / 2 + _GAP
    return pd.DataFrame(rows, columns=["name", "about", "months", "zero", "label", "name_y", "about_y", "y", "bottom", "href"])


def panel_height(frame: pd.DataFrame) -> float:
    """The height of a panel in pixels."""
    return float(frame["bottom"].max())


def month_scale(panels: dict[str, pd.DataFrame]) -> alt.Scale:
    """One scale for all panels, with room on a phone for the label behind each term."""
    reach = [row.months / max(1 - (len(row.label) * _LETTER + _DOT) / _PHONE, 0.2) for panel in panels.values() for row in panel.itertuples()]
    return alt.Scale(domain=[0, max(reach, default=12.0)], nice=False)


def month_axis(panels: dict[str, pd.DataFrame]) -> alt.Axis:
    """Months, a mark at each full year; every five years where a term is long."""
    longest = max((float(panel["months"].max()) for panel in panels.values()), default=12.0)
    if longest < 24:
        return alt.Axis(tickMinStep=1, title="months")
    return alt.Axis(values=list(range(0, int(longest) + 1, 12 if longest <= 72 else 60)), title="months")


def sentence_table(passed: pd.DataFrame) -> pd.DataFrame:
    """The sentences, to be read."""
    return pd.DataFrame({
        "Decided": passed["when"],
        "Who": [with_notes(*pair) for pair in zip(passed["person"], passed["footnotes"], strict=True)],
        "Sentence": [PANELS[sanction] for sanction in passed["sanction"]],
        "Term": [duration_words(term) or "not stated" for term in passed["term"]],
        "What it was about": passed["about"],
    })  # fmt: skip


@dataclass(frozen=True)
class Dots:
    """`dots`: person, when, named (1 or 0), x, y, href; `heads`: y, text; `blocks`: y, y2, text, href; `height` in lines."""

    dots: pd.DataFrame
    heads: pd.DataFrame
    blocks: pd.DataFrame
    height: float


ACROSS, ACROSS_PIXELS = 16, 320  # dots in a line, and its length: a phone has room for it


def people_dots(counted: Tally) -> Dots:
    """One dot per individual, by the stage that the graver proceeding had come to; a block per group, of no size."""
    dots, heads, blocks, top = [], [], [], 0.0
    for stage in STAGES:
        here = counted.people[counted.people["stage"] == stage]
        if here.empty:
            continue
        heads.append((top + 0.4, f"{stage} ({len(here)})"))
        for number, row in enumerate(here.itertuples()):
            dots.append((row.person, words(row.date) if row.date else "no date", int(row.named), number % ACROSS + 0.5, top + 1.3 + number // ACROSS, f"#{row.id}"))
        top += 2.0 + (len(here) - 1) // ACROSS
    if len(counted.groups):
        heads.append((top + 0.4, f"groups without an exact number ({len(counted.groups)})"))
        top += 0.8
    for row in counted.groups.itertuples():
        text = wrapped(block_text(row), NAME_WIDTH)
        high = 1.0 + 0.55 * text.count("\n")
        blocks.append((top + 0.15, top + 0.15 + high, top + 0.15 + high / 2 - 0.27 * text.count("\n"), text, f"#{row.id}"))
        top += high + 0.2
    return Dots(
        pd.DataFrame(dots, columns=["person", "when", "named", "x", "y", "href"]), pd.DataFrame(heads, columns=["y", "text"]),
        pd.DataFrame(blocks, columns=["y", "y2", "middle", "text", "href"]), top + 0.2,
    )  # fmt: skip


def block_text(row) -> str:
    """`dozens of activists, at least 21: administrative arrest, up to 15 days`."""
    return f"{row.text[:1].lower()}{row.text[1:]}, at least {row.at_least}: {row.outcome}"


def people_table(counted: Tally) -> pd.DataFrame:
    """Who is counted: the individuals in date order, then the groups."""
    people = pd.DataFrame({
        "Who": counted.people["person"], "Counted as": ["a named person" if named else "a person not named" for named in counted.people["named"]],
        "Stage": counted.people["stage"], "When": [words(text) if text else "no date" for text in counted.people["date"]],
    })  # fmt: skip
    groups = pd.DataFrame({
        "Who": counted.groups["person"], "Counted as": [f"a group: {row.text}, at least {row.at_least}" for row in counted.groups.itertuples()],
        "Stage": counted.groups["stage"], "When": "",
    })  # fmt: skip
    return pd.concat([people, groups], ignore_index=True)


def about_table(passed: pd.DataFrame, mentioned: pd.Series) -> pd.DataFrame:
    """What the speech was about against the sentence: matters that name the same country together, in date order; a column per sanction."""
    order = passed.assign(mentioned=mentioned, _last=mentioned == "").sort_values(["_last", "mentioned"], kind="stable")
    shown = pd.DataFrame({"What it was about": [with_notes(about or "not stated", notes) for about, notes in zip(order["about"], order["footnotes"], strict=True)]})
    if (mentioned != "").any():
        shown["Country"] = order["mentioned"].to_numpy()
    for sanction in [name for name in PANELS if name in set(order["sanction"])]:
        shown[PANELS[sanction]] = [f"{duration_words(row.term) or 'term not stated'}: {row.person}" if row.sanction == sanction else "" for row in order.itertuples()]
    return shown


def law_table(cases: pd.DataFrame, report) -> pd.DataFrame:
    """The laws that were applied: each with a link, its charges, the highest penalties as printed, and what came of it."""
    names = dict(zip(report.laws["id"], report.laws["instrument"], strict=True))
    untold = "not stated" if report.coded("penalties") else "not coded"
    rows = []
    for law in laws_applied(cases).itertuples():
        rows.append({
            "Law": to_chapter(names[law.law_id], LAWS, law.law_id) if law.law_id in names else "a law, not coded" if law.law_id else "no law named",
            "Charged as": "; ".join(law.charges) or "no charge stated",
            "At most, as printed": penalty_words(report.penalties, law.law_id) or untold,
            "What came of it": " · ".join(f"{row.person}: {outcome(row)}" for row in law.rows.itertuples()),
        })  # fmt: skip
    return pd.DataFrame(rows, columns=["Law", "Charged as", "At most, as printed", "What came of it"])


def penalty_words(penalties: pd.DataFrame, law: str) -> str:
    """The highest term and fine that the report prints for a law; nothing where it prints none."""
    own = penalties[(penalties["law_id"] == law) & (law != "")]
    terms = [duration_words(text) for text in own["term_max"] if text]
    fines = [money(row.fine_max, row.currency) for row in own.itertuples() if pd.notna(row.fine_max)]
    return "; ".join(dict.fromkeys([*terms, *fines]))


def register(cases: pd.DataFrame, laws: pd.DataFrame) -> pd.DataFrame:
    """Every proceeding against people in date order; `_id` is its anchor. Names stand as the report prints them."""
    names = dict(zip(laws["id"], laws["instrument"], strict=True))
    rows = cases[cases["persons_min"].notna()]
    return pd.DataFrame({
        "_id": rows["id"],
        "When": [to_chapter(words(row.date) if row.date else "no date", "03-timeline", row.event_id) if row.event_id else (words(row.date) if row.date else "no date")
                 for row in rows.itertuples()],
        "Who": [with_notes(row.person, row.footnotes) for row in rows.itertuples()],
        "What it was about": rows["about"],
        "Proceeding": [_proceeding(row, names) for row in rows.itertuples()],
        "Outcome": [outcome(row) for row in rows.itertuples()],
        "Our remark": rows["note"],
        "_stage": rows["stage"],
    })  # fmt: skip


def _proceeding(row, names: dict[str, str]):
    text = "; ".join(filter(None, (row.proceeding, row.charge, f"article {row.article}" if row.article else ""))) or "none stated"
    return together(text, "·", to_chapter("the law", LAWS, row.law_id)) if row.law_id in names else text


def entities(rows: pd.DataFrame) -> pd.DataFrame:
    """Outlets and associations, which are nobody's conviction. `_id` is the row's anchor."""
    return pd.DataFrame({
        "_id": rows["id"], "When": [words(text) if text else "no date" for text in rows["date"]],
        "Which": [with_notes(*pair) for pair in zip(rows["person"], rows["footnotes"], strict=True)],
        "What it was about": rows["about"], "Court": [proceeding or "kind not stated" for proceeding in rows["proceeding"]],
        "Outcome": [outcome(row) for row in rows.itertuples()],
    })  # fmt: skip
