"""Sentences of the chapter on all countries: the scale and its break, places, ranges, regions, changes, statuses."""

from __future__ import annotations

import pandas as pd

from netfreedom.analysis.countries import LAST_OLD_EDITION, PANEL_FROM, Panel, Range
from netfreedom.analysis.focus import Focus
from netfreedom.analysis.world import Standing
from netfreedom.analysis.signs import signed
from netfreedom.prose.scores import moved, ordinal
from netfreedom.prose.words import capital, counted, in_words, listed, the
from netfreedom.vocabulary import CATEGORIES, FIRST_INVERTED_EDITION, STATUSES

PLACE_MOVES_FROM = 20  # points of percent from which on a title does not call a place steady
_SCALE = "on this page 0 is most free and 100 least free, whichever way an edition prints it"


def lead(focus: Focus, ranking: pd.DataFrame, path: pd.DataFrame) -> str:
    """Where the country stands in the edition; how the edition's countries are spread where no country is in focus."""
    if not focus.iso3:
        counts = ranking["status"].value_counts()
        said = listed(f"{counts.get(status, 0)} {status}" for status in STATUSES)
        return (f"The {focus.edition} edition rates **{len(ranking)} countries**: {said}. Their median total is "
                f"**{ranking['total'].median():g} of 100** ({_SCALE}).")
    if not focus.rated:
        return f"The {focus.edition} edition does not rate {the(focus.name)}. {rated_when(focus.name, path)}"
    own = ranking.set_index("iso3").loc[focus.iso3]
    place = f"**{from_nearer_end(own)} of {len(ranking)} countries**; {freer_share(own['percentile'])}."
    if focus.edition < FIRST_INVERTED_EDITION:
        return f"In the {focus.edition} edition {the(focus.name)} has **{own['total']} of 100 points** ({_SCALE}) and is {place}"
    return (f"In the {focus.edition} edition {the(focus.name)} has **{100 - own['total']} of 100 points** as printed, where 100 is most free; "
            f"on the scale of this page ({_SCALE}) these are {own['total']}. That is {place}")


def rated_when(name: str, path: pd.DataFrame) -> str:
    """Which editions rate a country."""
    editions = list(path["edition"])
    if len(editions) == 1:
        return f"Only the {editions[0]} edition rates {the(name)}."
    return f"{counted(len(editions), 'edition').capitalize()} rate {the(name)}, from {editions[0]} to {editions[-1]}."


def scale_note(months: dict[int, int], editions: pd.DataFrame) -> str:
    """What is not alike in the editions: the direction, the method, the time that they cover."""
    odd = listed(f"{count} months in {edition}" for edition, count in months.items() if not 11 <= count <= 13)
    unstated = listed(str(edition) for edition in editions.loc[editions["coverage"] == "not_stated", "edition"])
    assumed = sorted(editions.loc[editions["coverage"] == "assumed", "edition"])
    parts = [
        f"From {FIRST_INVERTED_EDITION} on the reports count freedom instead of restriction and follow a revised method. This page counts "
        f"all of them as 0 = most free, and leaves a gap between {LAST_OLD_EDITION} and {FIRST_INVERTED_EDITION}: what changes there "
        "may come from the country or from the measuring.",
        f"An edition covers about a year, but {odd}." if odd else "",
        f"The source does not state what {unstated} covers." if unstated else "",
        f"From {assumed[0]} to {assumed[-1]} the months covered are assumed from the pattern." if assumed else "",
    ]
    return " ".join(part for part in parts if part)


def paths_title(focus: Focus, gap: tuple[str, int, int, int] | None) -> str:
    """The neighbour once level with the focus and now far from it; the question where there is none."""
    if not focus.iso3:
        return "How did every country's total move over the editions?"
    if gap is None:
        return f"How did {the(focus.name)} move beside its neighbours?" if focus.peers else f"How did {the(focus.name)} move over the editions?"
    peer, level, latest, points = gap
    return f"Level in {level}, {in_words(abs(points))} points apart in {latest}: {the(focus.names[peer])} and {the(focus.name)}"


def paths_sentence(focus: Focus, path: pd.DataFrame) -> str:
    """From where to where the country went on either side of the break; says so where there is only one edition."""
    if not focus.iso3:
        return "Pick a country above the chart to see its path among all others."
    if len(path) < 2:
        return f"{rated_when(focus.name, path)} A path needs two."
    parts = []
    for rows in (path[path["edition"] <= LAST_OLD_EDITION], path[path["edition"] > LAST_OLD_EDITION]):
        if len(rows) > 1:
            first, last = rows.iloc[0], rows.iloc[-1]
            doubt = " (a third party's figure)" if last["less_trusted"] else ""
            parts.append(f"had {first['total']} in both {first['edition']} and {last['edition']}{doubt}" if first["total"] == last["total"] else
                         f"went from {first['total']} in {first['edition']} to {last['total']} in {last['edition']}{doubt}")
    totals = path.set_index("edition")["total"]
    over = ""
    if {LAST_OLD_EDITION, FIRST_INVERTED_EDITION} <= set(totals.index):
        over = (f" From {LAST_OLD_EDITION} to {FIRST_INVERTED_EDITION}, over the inverted scale and the revised method, it "
                f"{moved(int(totals[FIRST_INVERTED_EDITION] - totals[LAST_OLD_EDITION]))}.")
    own = the(focus.name)
    went = f"{own} {listed(parts, last='and then').replace(' and then went ', ' and then ' if parts[0].startswith('went') else ' and then went ')}" if parts else f"{own} was rated once on either side of the break"
    return f"Counted with 0 as most free, {went}.{over}"


def rank_title(focus: Focus, place: Standing | None) -> str:
    """The focus's place in the edition; without one how the statuses share the countries."""
    if place is None:
        return f"Who is freest, who least free in {focus.edition}?"
    at = _end(place.rank_from_least_free, place.freer + 1, place.tied)
    return f"{capital(the(focus.name))} is {at} of {place.countries} countries in {focus.edition}"


def from_nearer_end(row) -> str:
    """A country's place (a row of `analysis.countries.ranking`) from the end that it is nearer to: `the 16th least free`, `the 9th freest`."""
    return _end(int(row["rank"]), int(row["from_freest"]), int(row["tied"]))


def _end(from_least: int, from_freest: int, tied: int) -> str:
    rank, end = (from_freest, "freest") if from_freest < from_least else (from_least, "least free")
    if rank == 1:
        return f"one of the {in_words(tied + 1)} {end}" if tied else f"the {end}"
    return f"the {ordinal(rank)} {end}"


def freer_share(percentile: float) -> str:
    """How many of an edition's countries are freer, as a clause."""
    return f"{percentile:g} percent of them are freer" if percentile else "none of them is freer"


def rank_sentence(focus: Focus, ranking: pd.DataFrame, place: Standing | None) -> str:
    """Who stands at both ends, what the focus's percentile means, and where its neighbours are."""
    total = ranking["total"]
    freest, least = ([the(name) for name in ranking.loc[total == end, "country"]] for end in (total.min(), total.max()))
    ends = (f"Of the {len(ranking)} countries {listed(freest)} {'is' if len(freest) == 1 else 'are'} the freest ({total.min()} points) and "
            f"{listed(least)} the least free ({total.max()}).")
    own = ""
    if place is not None:
        tied = listed(the(focus.names[code]) for code in place.tied_iso3) or "no other country"
        tie = f"{tied} {'have' if place.tied > 1 else 'has'} the same total"
        freer = f"{capital(counted(place.freer, 'country is', 'countries are'))} freer" if place.freer else "No country is freer"
        own = f" {freer} than {the(focus.name)}, {in_words(place.less_free).replace('no', 'none')} less free, and {tie}."
    rated = ranking[ranking["iso3"].isin(focus.peers)].sort_values("rank")
    places = listed(f"{the(row['country'])}{'' if number else ' is'} {from_nearer_end(row)}" for number, (_, row) in enumerate(rated.iterrows()))
    beside = f" Of those compared with it, {places}." if places else ""
    doubtful = int(ranking["less_trusted"].sum())
    doubt = f" {doubtful} of the {len(ranking)} totals of this edition come from a third party's list and are drawn hollow." if doubtful else ""
    return (f"{ends}{own}{beside}{doubt} The percentage in the table says how many of the edition's countries are freer. "
            "The countries assessed are a selection, not the world.")


def by_edition_title(focus: Focus, path: pd.DataFrame) -> str:
    """Between which percentages of the countries were freer than the focus in all editions; what the table of editions holds without one."""
    if not focus.iso3:
        return "How many countries had which status in each edition"
    low, high = path["percentile"].min(), path["percentile"].max()
    if len(path) < 2 or high - low > PLACE_MOVES_FROM:
        return f"How did the place of {the(focus.name)} move among the countries assessed?"
    base = f"of the countries assessed are freer than {the(focus.name)}, in every edition that rates it"
    if high == 0:
        return f"No country is freer than {the(focus.name)}, in any edition that rates it"
    if low == 0:
        return f"At most {high:.0f} percent {base}"
    return f"{low:.0f} percent {base}" if f"{low:.0f}" == f"{high:.0f}" else f"Between {low:.0f} and {high:.0f} percent {base}"


def by_edition_sentence(focus: Focus, path: pd.DataFrame) -> str:
    """The focus's place in the first and the last edition that rate it, with how many countries each rates."""
    if not focus.iso3 or path.empty:
        return ""
    ends = [path.iloc[0], path.iloc[-1]] if len(path) > 1 else [path.iloc[0]]
    said = listed(f"{row['percentile']:g} percent of {row['countries']} countries in {row['edition']}" for row in ends)
    return f"Freer than {the(focus.name)}: {said}. The countries assessed are not the same in every edition."


def panel_sentence(focus: Focus, panel: Panel, counts: dict[int, int]) -> str:
    """How the number of countries grew and, among those that every edition rates, how the focus's rank moved."""
    grown = (f"The number of countries grew from {counts[min(counts)]} in {min(counts)} to {max(counts.values())} at most, "
             "so that a rank means something else in each edition.")
    if not focus.iso3:
        return f"{grown} {len(panel.iso3)} countries are rated in every edition from {panel.editions[0]} to {panel.editions[-1]}."
    if len(panel.ranks) < 2:
        return f"{grown} There are not two editions from {PANEL_FROM} on in which {the(focus.name)} could be ranked among the same countries."
    first, last = panel.editions[0], panel.editions[-1]
    shown = [edition for edition in sorted({first, focus.edition, LAST_OLD_EDITION, last}) if edition in panel.ranks]
    free = sum(panel.from_freest.values()) < sum(panel.ranks.values())
    places = panel.from_freest if free else panel.ranks
    ranks = listed(f"{places[edition]} in {edition}" for edition in shown)
    return (f"{grown} Among the {len(panel.iso3)} countries that every edition from {first} to {last} rates, the rank of "
            f"{the(focus.name)} from the {'freest' if free else 'least free'} was {ranks}.")


def range_sentence(names: list[str], ranges: list[Range], edition: int, last: int) -> str:
    """The range of the same countries in the first edition that rates all, in the edition and in the last trusted one."""
    names = [the(name) for name in names]
    found = {item.edition: item for item in ranges if item.edition <= last}
    if len(names) < 2 or not found:
        return f"No edition rates all of {listed(names)}." if len(names) > 1 else ""
    shown = sorted({min(found), max(found)} | ({edition} & set(found)))
    said = listed(f"{found[year].points} points in {year} ({found[year].lowest} to {found[year].highest})" for year in shown)
    return f"The totals of {listed(names)} lie within {said}. A range says nothing of the countries that no edition rates."


def region_name(region: str) -> str:
    """A region as it stands within a sentence."""
    return f"the {region}" if region.startswith(("Americas", "Middle East")) else region


def regions_title(rows: pd.DataFrame) -> str:
    """Regions whose median country got less free on both sides of the break; the question where there is none."""
    sides = _medians(rows)
    worse = [region for region in sides[0].index if all(side.loc[region].iloc[-1] > side.loc[region].iloc[0] for side in sides)]
    spans = " and again ".join(f"from {side.columns[0]} to {side.columns[-1]}" for side in sides)
    if not worse:
        return "How did the regions move on either side of the revised method?"
    return f"{capital(listed(map(region_name, worse)))}: the median country got less free {spans}"


def regions_sentence(rows: pd.DataFrame, focus: Focus) -> str:
    """In how many regions the median got less free on either side of the break, the largest step, and who is in the rows."""
    sides = _medians(rows)
    steps = [side.iloc[:, -1] - side.iloc[:, 0] for side in sides]
    counts = listed(f"in {in_words(int((step > 0).sum())).replace('no', 'none')} of {in_words(len(step))} regions from {side.columns[0]} to {side.columns[-1]}"
                    for side, step in zip(sides, steps, strict=True))
    side, step = max(zip(sides, steps, strict=True), key=lambda pair: pair[1].abs().max())
    region = step.abs().idxmax()
    first, last = side.loc[region].iloc[0], side.loc[region].iloc[-1]
    largest = (f" The largest step is that of {region_name(region)}, from {first:g} to {last:g} between {side.columns[0]} and {side.columns[-1]}."
               if first != last else "")
    absent = f" {capital(the(focus.name))} is not among them." if focus.iso3 and focus.iso3 not in set(rows["iso3"]) else ""
    return (f"The median total (0 is most free) got less free {counts}.{largest} Only the {rows['iso3'].nunique()} countries that every "
            f"edition drawn rates are in.{absent} A later edition, whose totals are a third party's, is left out. The regions are this book's own grouping.")


def _medians(rows: pd.DataFrame) -> list[pd.DataFrame]:
    """Regions × editions on either side of the break; one table where all editions lie on one side."""
    medians = rows.groupby(["region", "edition"])["median"].first().unstack()
    sides = [medians.loc[:, :LAST_OLD_EDITION], medians.loc[:, FIRST_INVERTED_EDITION:]]
    return [side for side in sides if len(side.columns)]


def pair_title(focus: Focus, changes: pd.DataFrame) -> str:
    """How many countries got less free in the step to the edition; the question where it leads over the break or is none."""
    step = _step(focus, changes, "all")
    if step is None or step["worse"] <= step["better"] or step["since"] <= LAST_OLD_EDITION < step["until"]:
        return "How did countries change between two editions?"
    return f"{step['worse']} of {step['countries']} countries got less free from {step['since']} to {step['until']}, {step['better']} freer"


def pair_sentence(focus: Focus, changes: pd.DataFrame, last: int) -> str:
    """The step to the edition, for all countries and for the focus; `last` is the last edition of Freedom House's own totals."""
    step, own = _step(focus, changes, "all"), _step(focus, changes, "own")
    if step is None:
        return "No earlier edition is there to compare with: choose any two others."
    said = (f"Of {step['countries']} countries in both editions, {step['worse']} got less free from {step['since']} to {step['until']}, "
            f"{step['better']} freer; {step['same']} kept their total.")
    if own is not None:
        said += f" {capital(the(focus.name))} {moved(int(own['total']))}."
    if step["until"] > last:
        said += f" The totals of {step['until']} come from a third party's list."
    if step["since"] <= LAST_OLD_EDITION < step["until"]:
        said += " This step leads over the inverted scale and the revised method."
    return f"{said} A point is one judgement, and editions do not cover equal times; no test of significance is made."


def sums_sentence(focus: Focus, changes: pd.DataFrame) -> str:
    """Which categories the step to the edition moved, summed over all countries; nothing where there is no step or a sub-score is missing."""
    step = _step(focus, changes, "all")
    titles = {category.key: category.title for category in CATEGORIES}
    if step is None or step[list(titles)].isna().any():
        return ""
    sums = listed(f"{title} {signed(int(step[key]))}" for key, title in titles.items())
    return (f"Points summed over the {step['countries']} countries, from {step['since']} to {step['until']} (plus = less free): {sums}. "
            "Other editions chosen above change the chart and its table, not this sentence.")


def _step(focus: Focus, changes: pd.DataFrame, who: str) -> pd.Series | None:
    rows = changes[(changes["until"] == focus.edition) & (changes["who"] == who)]
    return rows.sort_values("since").iloc[-1] if len(rows) else None


def status_title(changes: pd.DataFrame) -> str:
    """How many changes of status there were, and how many of them led down; the question where neither side has more."""
    worse = int(changes["worse"].sum())
    if changes.empty or 2 * worse == len(changes):
        return "Which countries changed their status?"
    many, towards = (worse, "less free") if 2 * worse > len(changes) else (len(changes) - worse, "freer")
    return f"{many} of {len(changes)} changes of status were towards {towards}"


def status_sentence(focus: Focus, changes: pd.DataFrame, path: pd.DataFrame) -> str:
    """The focus's own changes of status, and that a status is a band of totals."""
    over = int(changes["over_break"].sum())
    broken = f"{capital(in_words(over))} of the changes {'leads' if over == 1 else 'lead'} over the inverted scale and the revised method. " if over else ""
    doubtful = int(changes["less_trusted"].sum())
    doubt = f"{capital(in_words(doubtful))} {'rests on a total' if doubtful == 1 else 'rest on totals'} from a third party's list. " if doubtful else ""
    note = f"{broken}{doubt}A status is a band of totals: one point can change it, and ten may not."
    if not focus.iso3:
        return note
    own = changes[changes["iso3"] == focus.iso3]
    if own.empty:
        statuses = path["status"].unique()
        always = f"{capital(the(focus.name))} has been {statuses[0]} in every edition that rates it."
        kept = always if len(statuses) == 1 else f"Between consecutive editions {the(focus.name)} did not change its status."
        return f"{kept} {note}"
    steps = listed(f"from {row.status_before} to {row.status_after} in {row.until}" for row in own.itertuples())
    return f"{capital(the(focus.name))} changed {counted(len(own), 'time').replace('one time', 'once')}: {steps}. {note}"
