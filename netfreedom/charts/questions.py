"""What the charts of the 21 questions are drawn from; more = freer."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from netfreedom.charts.parts import wrapped

LINE = 48  # pixels of a question: three lines of its words, and air
_LETTERS = 30
FREER, LESS_FREE = "more points (freer)", "fewer points (less free)"


def label(question: str, title: str) -> str:
    """A question as an axis prints it: its code and its words, broken into lines."""
    return wrapped(f"{question} {title}", _LETTERS)


@dataclass(frozen=True)
class Heat:
    """`tiles`: label, edition, score, share, said (points of maximum); `order` of the labels; `table`: a row per question."""

    tiles: pd.DataFrame
    order: list[str]
    table: pd.DataFrame


def heat(answers: pd.DataFrame) -> Heat:
    """One country's answers (`analysis.questions.answers`) as tiles, a row per question, a column per edition."""
    labels = [label(row.question, row.title) for row in answers.itertuples()]
    tiles = answers[["edition", "share"]].assign(label=pd.Series(labels, dtype="str"), said=[f"{row.score}/{row.max}" for row in answers.itertuples()])
    wide = answers.pivot(index=["question", "title", "max"], columns="edition", values="score")
    wide.columns = [str(column) for column in wide.columns]
    return Heat(tiles, list(dict.fromkeys(labels)), wide.astype(object).where(wide.notna(), None).reset_index().rename(columns={"title": "asks", "max": "of"}))


@dataclass(frozen=True)
class Beside:
    """`rows`: label, own, median, lowest, highest (percent of the question's points), words; `order`; `table`."""

    rows: pd.DataFrame
    order: list[str]
    table: pd.DataFrame


def beside(compared: pd.DataFrame, country: str) -> Beside:
    """`analysis.questions.beside_region` as shares of each question's points."""
    labels = [label(row.question, row.title) for row in compared.itertuples()]
    shares = {name: (100 * compared[name] / compared["max"]).astype(float) for name in ("own", "median", "lowest", "highest")}
    words = [f"{row.own} of {row.max}, median {row.median:g}" for row in compared.itertuples()]
    rows = pd.DataFrame({"label": pd.Series(labels, dtype="str"), **shares, "words": pd.Series(words, dtype="str")})
    table = compared[["question", "title", "max", "own", "median", "lowest", "highest", "countries"]].rename(columns={
        "title": "asks", "max": "of", "own": country, "median": "median of the others", "lowest": "lowest", "highest": "highest", "countries": "other countries",
    })
    return Beside(rows, labels, table)


def net_bars(moves: pd.DataFrame) -> pd.DataFrame:
    """`analysis.questions.net_moves` as bars on both sides of zero: label, countries (negative: less free), said."""
    labels = pd.Series([label(row.question, row.title) for row in moves.itertuples()], dtype="str")
    sides = [pd.DataFrame({"label": labels, "countries": sign * moves[name], "said": said})
             for name, sign, said in (("less_free", -1, LESS_FREE), ("freer", 1, FREER))]
    return pd.concat(sides, ignore_index=True)


def net_table(moves: pd.DataFrame) -> pd.DataFrame:
    """The same counts in words."""
    return moves.rename(columns={"title": "asks", "max": "of", "freer": FREER, "less_free": LESS_FREE, "same": "the same points"})


def moves_table(moves: pd.DataFrame, editions: list[int]) -> pd.DataFrame:
    """The questions that moved (`analysis.questions.moves`): code, words, maximum, the points of all editions, change."""
    return moves.loc[moves["moved"], ["question", "title", "max", "points", "change"]].rename(columns={
        "title": "asks", "max": "of", "points": f"points in {', '.join(map(str, editions))}", "change": "change (plus = freer)",
    })
