"""All countries over all editions, on one scale (0 = most free): paths, ranks, regions, changes, statuses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from netfreedom.analysis.focus import Focus
from netfreedom.analysis.world import SUB_SCORES, edition_scores
from netfreedom.data.index import on_one_scale
from netfreedom.vocabulary import FIRST_INVERTED_EDITION, STATUSES, ZERO_IS_FREE

LAST_OLD_EDITION = FIRST_INVERTED_EDITION - 1
LESS_TRUSTED = "third_party"  # typed by a third party; nothing of Freedom House's own to hold it against
PANEL_FROM = 2014  # the first edition with the 65 countries that later ones kept, nearly without exception
BEFORE, AFTER = f"to {LAST_OLD_EDITION}", f"from {FIRST_INVERTED_EDITION}"
FAR_APART = 10  # points from which on two countries are told to have parted


def paths(scores: pd.DataFrame, names: dict[str, str]) -> pd.DataFrame:
    """Every country's totals over the editions.

    Columns iso3, country, edition, total (0 = most free), status, stretch (before or after the break of the scale: a line
    must not join the two), less_trusted; ordered by country and edition.
    """
    rows = on_one_scale(scores, ZERO_IS_FREE)
    rows = rows.assign(
        country=rows["iso3"].map(names), stretch=[stretch(edition) for edition in rows["edition"]],
        less_trusted=rows["trust"] == LESS_TRUSTED,
    )
    columns = ["iso3", "country", "edition", "total", "status", "stretch", "less_trusted"]
    return rows[columns].astype({"edition": int, "total": int}).sort_values(["country", "edition"], ignore_index=True)


def stretch(edition: int) -> str:
    """On which side of the break an edition lies."""
    return BEFORE if edition <= LAST_OLD_EDITION else AFTER


def crosses_break(before: int, after: int) -> bool:
    """Whether a step leads over the edition in which the scale was inverted and the method revised."""
    return stretch(before) != stretch(after)


def trusted_editions(scores: pd.DataFrame) -> list[int]:
    """Editions without a total from a third party."""
    doubtful = set(scores.loc[scores["trust"] == LESS_TRUSTED, "edition"])
    return sorted(int(edition) for edition in set(scores["edition"]) - doubtful)


def ranking(scores: pd.DataFrame, names: dict[str, str], edition: int) -> pd.DataFrame:
    """The countries of an edition, the freest first.

    Columns iso3, country, access, content, rights, total (0 = most free), status, rank (1 = least free; equal totals share
    the better place), from_freest (the same from the other end), tied (others with the same total), countries (how many are
    ranked), percentile (percent of them that are freer), place (1, 2 … from the freest, without ties), less_trusted.
    """
    rows = edition_scores(scores, edition)
    ranked = rows.assign(
        country=rows["iso3"].map(names), rank=rows["total"].rank(method="min", ascending=False).astype(int), countries=len(rows),
        from_freest=rows["total"].rank(method="min").astype(int), tied=rows.groupby("total")["iso3"].transform("size") - 1,
        percentile=(100 * (rows["total"].rank(method="min") - 1) / len(rows)).astype(float).round(1),
    ).sort_values(["total", "country"], ignore_index=True)
    columns = ["iso3", "country", *SUB_SCORES, "total", "status", "rank", "from_freest", "tied", "countries", "percentile"]
    return ranked[columns].assign(place=range(1, len(ranked) + 1), less_trusted=ranked["trust"] == LESS_TRUSTED)


def rank_path(scores: pd.DataFrame, iso3: str) -> pd.DataFrame:
    """A country's place in every edition that rates it.

    Columns edition, total (0 = most free), status, rank (from the least free), countries, percentile, less_trusted.
    """
    rows = on_one_scale(scores, ZERO_IS_FREE)
    by_edition = rows.groupby("edition")["total"]
    rows = rows.assign(
        rank=by_edition.rank(method="min", ascending=False).astype(int), countries=by_edition.transform("size").astype(int),
        percentile=(100 * (by_edition.rank(method="min") - 1) / by_edition.transform("size")).astype(float).round(1),
        less_trusted=rows["trust"] == LESS_TRUSTED,
    )
    columns = ["edition", "total", "status", "rank", "countries", "percentile", "less_trusted"]
    return rows.loc[rows["iso3"] == iso3, columns].sort_values("edition", ignore_index=True)


def edition_counts(scores: pd.DataFrame) -> pd.DataFrame:
    """Columns edition, countries, one per status, median (total, 0 = most free), lowest, highest; a row per edition."""
    totals = on_one_scale(scores, ZERO_IS_FREE).groupby("edition")["total"].agg(countries="size", median="median", lowest="min", highest="max")
    statuses = scores.groupby(["edition", "status"]).size().unstack(fill_value=0).reindex(columns=list(STATUSES), fill_value=0)
    return pd.concat([totals["countries"], statuses, totals[["median", "lowest", "highest"]]], axis="columns").reset_index()


@dataclass(frozen=True)
class Panel:
    """The countries that every one of `editions` rates; `ranks` are a country's places among them, from the least free, and
    `from_freest` the same places from the other end."""

    editions: tuple[int, ...]
    iso3: tuple[str, ...]
    ranks: dict[int, int]
    from_freest: dict[int, int]


def fixed_panel(scores: pd.DataFrame, iso3: str = "") -> Panel:
    """The countries rated in all the editions since the 65 (without those of a third party), and one country's rank among them.

    With a country: those of the editions that rate it. `ranks` is empty without one and where only one such edition rates it.
    """
    editions = [edition for edition in trusted_editions(scores) if edition >= PANEL_FROM]
    if iso3:
        own = set(scores.loc[scores["iso3"] == iso3, "edition"])
        editions = [edition for edition in editions if edition in own]
    rows = on_one_scale(scores[scores["edition"].isin(editions)], ZERO_IS_FREE)
    totals = rows.pivot(index="iso3", columns="edition", values="total").dropna()
    ranked = list(totals.columns) if iso3 and len(editions) > 1 else []
    ranks = {int(edition): int((totals[edition] > totals.loc[iso3, edition]).sum()) + 1 for edition in ranked}
    from_freest = {int(edition): int((totals[edition] < totals.loc[iso3, edition]).sum()) + 1 for edition in ranked}
    return Panel(tuple(editions), tuple(totals.index), ranks, from_freest)


def region_paths(scores: pd.DataFrame, countries: pd.DataFrame) -> pd.DataFrame:
    """Totals of the countries that are rated in every edition of the fixed panel, by region.

    Columns region, iso3, country, edition, total (0 = most free), stretch, median (of the region's countries in the edition).
    """
    panel = fixed_panel(scores)
    rows = scores[scores["edition"].isin(panel.editions) & scores["iso3"].isin(panel.iso3)]
    named = paths(rows, dict(zip(countries["iso3"], countries["country"], strict=True)))
    regions = dict(zip(countries["iso3"], countries["region"], strict=True))
    named = named.assign(region=named["iso3"].map(regions))
    named["median"] = named.groupby(["region", "edition"])["total"].transform("median").astype(float)
    return named[["region", "iso3", "country", "edition", "total", "stretch", "median"]]


@dataclass(frozen=True)
class Range:
    """How far the totals of some countries lie apart in an edition (points, 0 = most free)."""

    edition: int
    countries: int
    lowest: int
    highest: int

    @property
    def points(self) -> int:
        return self.highest - self.lowest


def ranges(scores: pd.DataFrame, codes: Sequence[str]) -> list[Range]:
    """The range of the same countries in every edition that rates all of them, in the order of editions."""
    rows = on_one_scale(scores[scores["iso3"].isin(codes)], ZERO_IS_FREE)
    wide = rows.pivot(index="edition", columns="iso3", values="total").reindex(columns=sorted(set(codes))).dropna()
    return [Range(int(edition), len(wide.columns), int(totals.min()), int(totals.max())) for edition, totals in wide.iterrows()]


def pair_changes(scores: pd.DataFrame, iso3: str = "") -> pd.DataFrame:
    """The change between any two editions, summed up.

    One row per pair and, with a country, a second one for the country itself: since, until, who (`own` or `all`), countries
    (rated in both), worse, better, same (countries by total; empty for one's own row), access, content, rights, total
    (summed change, for `own` its change; plus = less free; empty where one of the countries has no sub-score).
    """
    columns = [*SUB_SCORES, "total"]
    tables = {int(edition): edition_scores(scores, edition).set_index("iso3")[columns].astype("Float64") for edition in scores["edition"].unique()}
    rows = []
    for since in sorted(tables):
        for until in sorted(edition for edition in tables if edition > since):
            changes = tables[until].subtract(tables[since]).dropna(subset="total")
            total = changes["total"]
            counts = (len(changes), int((total > 0).sum()), int((total < 0).sum()), int((total == 0).sum()))
            if iso3 in changes.index:
                rows.append((since, until, "own", 1, None, None, None, *changes.loc[iso3]))
            if len(changes):
                rows.append((since, until, "all", *counts, *changes.sum(skipna=False)))
    frame = pd.DataFrame(rows, columns=["since", "until", "who", "countries", "worse", "better", "same", *columns])
    return frame.astype({name: "Int64" for name in frame.columns if name != "who"})


def status_changes(scores: pd.DataFrame, names: dict[str, str]) -> pd.DataFrame:
    """Every change of the published status between two consecutive editions.

    Columns iso3, country, since, until, status_before, status_after, change (of the total, plus = less free), worse, over_break
    (the step leads over the inverted scale), less_trusted; ordered by step and country.
    """
    editions = sorted(int(edition) for edition in scores["edition"].unique())
    rows = paths(scores, names).set_index(["edition", "iso3"])
    found = []
    for since, until in zip(editions, editions[1:]):
        before, after = rows.loc[since], rows.loc[until]
        for iso3 in sorted(set(before.index) & set(after.index), key=names.get):
            old, new = before.loc[iso3], after.loc[iso3]
            if old["status"] != new["status"]:
                worse = STATUSES.index(new["status"]) > STATUSES.index(old["status"])
                found.append((iso3, names[iso3], since, until, old["status"], new["status"], int(new["total"] - old["total"]),
                              worse, crosses_break(since, until), bool(new["less_trusted"])))
    return pd.DataFrame(found, columns=["iso3", "country", "since", "until", "status_before", "status_after", "change", "worse",
                                        "over_break", "less_trusted"])


def coverage_months(editions: pd.DataFrame) -> dict[int, int]:
    """Months that each edition's coverage period lasts, where the source documents the period; takes the index's editions."""
    known = editions[editions["coverage"] == "documented"].dropna(subset=["coverage_start", "coverage_end"])
    months = ((known["coverage_end"] - known["coverage_start"]).dt.days / 30.44).round().astype(int)
    return dict(zip(known["edition"].astype(int), months, strict=True))


def widest_gap(rows: pd.DataFrame, focus: Focus) -> tuple[str, int, int, int] | None:
    """The neighbour that once had the same total as the focus and is now farthest from it; takes the rows of `paths`.

    Gives its ISO code, the latest edition in which they were level, the latest edition of both and the gap then (own minus the
    neighbour's total); None where no such neighbour is ten or more points away.
    """
    totals = rows.pivot(index="edition", columns="iso3", values="total")
    found = []
    for peer in focus.peers:
        if focus.iso3 not in totals or peer not in totals:
            continue
        gaps = (totals[focus.iso3] - totals[peer]).dropna().astype(int)
        level = gaps[gaps == 0]
        if len(level) and abs(gaps.iloc[-1]) >= FAR_APART:
            found.append((peer, int(level.index[-1]), int(gaps.index[-1]), int(gaps.iloc[-1])))
    return max(found, key=lambda gap: abs(gap[3]), default=None)
