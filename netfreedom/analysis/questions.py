"""The answers to the 21 questions, which editions since the revised method print: one country's, its region's, all countries'.

Points count freedom here, as the reports print them: more = freer.
"""

from __future__ import annotations

import pandas as pd

from netfreedom.analysis.focus import Focus


def published(questions: pd.DataFrame, iso3: str = "") -> list[int]:
    """Editions that print answers, of one country where one is named."""
    rows = questions[questions["iso3"] == iso3] if iso3 else questions
    return sorted(int(edition) for edition in rows["edition"].unique())


def nearest(editions: list[int], edition: int) -> int | None:
    """The edition itself or the published one nearest to it (the earlier of two); None where there is none."""
    return min(editions, key=lambda year: (abs(year - edition), year), default=None)


def answers(questions: pd.DataFrame, checklist: pd.DataFrame, iso3: str) -> pd.DataFrame:
    """A country's answers: question, title, category, max, edition, score, share (percent of the question's points)."""
    rows = questions[questions["iso3"] == iso3].merge(checklist[["question", "title", "category", "max"]], on="question")
    rows = rows.assign(share=(100 * rows["score"] / rows["max"]).astype(float))
    rows = rows[["question", "title", "category", "max", "edition", "score", "share"]].astype({"edition": int, "score": int, "max": int})
    return rows.sort_values(["question", "edition"], ignore_index=True)


def moves(answers: pd.DataFrame) -> pd.DataFrame:
    """Per question of one country's `answers`: question, title, max, points (of all editions, `1, 1, 2`), last, change (last minus first), moved (in any step)."""
    rows = []
    for question, own in answers.groupby("question", sort=True):
        scores = own["score"].to_list()
        rows.append((question, own["title"].iloc[0], int(own["max"].iloc[0]), ", ".join(map(str, scores)), scores[-1], scores[-1] - scores[0], len(set(scores)) > 1))
    return pd.DataFrame(rows, columns=["question", "title", "max", "points", "last", "change", "moved"])


def unmoved_counts(questions: pd.DataFrame) -> pd.Series:
    """How many answers never moved (index iso3), of the countries that every edition with answers rates."""
    wide = questions.pivot(index=["iso3", "question"], columns="edition", values="score").dropna()
    same = wide.nunique(axis="columns").eq(1)
    whole = same.groupby(level="iso3").size() == questions["question"].nunique()
    return same.groupby(level="iso3").sum()[whole]


def beside_region(questions: pd.DataFrame, checklist: pd.DataFrame, countries: pd.DataFrame, focus: Focus, edition: int) -> pd.DataFrame:
    """The focus beside the other countries of its region in an edition.

    Columns question, title, category, max, own, median, lowest, highest (points; more = freer), countries (others that are rated),
    gap (own minus median, percent of the question's points). No rows where the focus or the region lacks answers.
    """
    region = set(countries.loc[countries["region"] == focus.region, "iso3"]) - {focus.iso3}
    rows = questions[questions["edition"] == edition]
    own = rows[rows["iso3"] == focus.iso3].set_index("question")["score"].rename("own")
    others = rows[rows["iso3"].isin(region)].groupby("question")["score"].agg(median="median", lowest="min", highest="max", countries="size")
    joined = checklist.set_index("question")[["title", "category", "max"]].join(own, how="inner").join(others, how="inner").reset_index()
    gap = 100 * (joined["own"] - joined["median"]) / joined["max"]
    return joined.assign(gap=gap.astype(float)).sort_values("question", ignore_index=True)


def net_moves(questions: pd.DataFrame, checklist: pd.DataFrame) -> pd.DataFrame:
    """How all countries' answers moved from the first edition with answers to the last.

    Columns question, title, max, freer, less_free, same (countries), countries (rated in both editions).
    """
    editions = published(questions)
    wide = questions.pivot(index=["iso3", "question"], columns="edition", values="score")[[editions[0], editions[-1]]].dropna()
    change = (wide[editions[-1]] - wide[editions[0]]).groupby(level="question")
    counts = pd.DataFrame({
        "freer": change.apply(lambda steps: int((steps > 0).sum())), "less_free": change.apply(lambda steps: int((steps < 0).sum())),
        "same": change.apply(lambda steps: int((steps == 0).sum())), "countries": change.size(),
    })
    return checklist.set_index("question")[["title", "max"]].join(counts).reset_index().sort_values("question", ignore_index=True)
