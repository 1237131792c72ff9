"""Words that all chapters share: numbers, lists, links, which way a scale runs, where figures come from."""

from __future__ import annotations

import re
from collections.abc import Iterable

from netfreedom.vocabulary import FIRST_INVERTED_EDITION, ZERO_IS_FREE

# Countries that a sentence names with "the", beside those that call themselves a kingdom, states, islands and the like.
_WITH_ARTICLE = ("Bahamas", "Gambia", "Maldives", "Netherlands", "Philippines", "Seychelles")
_KINDS_OF_STATE = ("Emirates", "Islands", "Kingdom", "Republic", "States")

# The report as the subject of what it leaves out.
_LEFT_OUT = re.compile(r"\b([Tt])he report (?=(?:names|makes|describes|mentions|states|gives|prints|was read for [a-z ]+ and names) (?:no|none|nobody|nothing)\b|does not )")

_NUMBER_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def in_words(number: int) -> str:
    """Numbers up to twelve as words (0 is `no`), larger ones as figures with a comma in the thousands."""
    return _NUMBER_WORDS[number] if 0 <= number <= 12 else f"{number:,}"


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: `no laws`, `one law`, `14 laws`."""
    return f"{in_words(number)} {one if number == 1 else many or one + 's'}"


def listed(items: Iterable[str], last: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`; nothing for no items."""
    items = [str(item) for item in items]
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} {last} {items[-1]}" if items else ""


def of_them(number: int, total: int) -> str:
    """A part of several things: `none of them`, `two of them`, `both of them`, `all of them`."""
    if number in (0, total):
        return f"{'none' if not number else 'both' if total == 2 else 'all'} of them"
    return f"{in_words(number)} of them"


def noted(rows) -> str:
    """How many rows (of any table with footnotes) have a note: `with a note`, `without a note`, `two of them with a note`."""
    number = int(rows["footnotes"].map(len).gt(0).sum())
    if len(rows) == 1:
        return "with a note" if number else "without a note"
    return f"{of_them(number, len(rows))} with a note"


def all_of(number: int, many: str) -> str:
    """All of several things: `both rows`, `all three rows`."""
    return f"{'both' if number == 2 else f'all {in_words(number)}'} {many}"


def the(country: str) -> str:
    """A country as it stands within a sentence: `Kazakhstan`, `the Philippines`, `the Gambia`."""
    bare = country.removeprefix("The ")
    return f"the {bare}" if bare in _WITH_ARTICLE or bare.split()[-1] in _KINDS_OF_STATE else country


def possessive(country: str) -> str:
    """`Kazakhstan's`, `the Philippines'`."""
    named = the(country)
    return f"{named}'" if named != country and named.endswith("s") else f"{named}'s"


def as_read(report, sentence: str) -> str:
    """A sentence on what the report leaves out, said of the excerpt where only that was read: the rest may hold it."""
    return _LEFT_OUT.sub(r"\1he excerpt read here ", sentence) if report.meta.extent == "excerpt" else sentence


def absent(report, table: str) -> str:
    """What stands where a table has no rows: the report names none, or nobody has read it for that."""
    if report.coded(table):
        return as_read(report, "The report names none.")
    return f"{capital(table.replace('_', ' '))} are not coded for this report."


def short_names(names: dict[str, str]) -> str:
    """What short names stand for, a line under the chart or table that uses them; nothing for none."""
    return f"Short names: {'; '.join(f'{short} = {full}' for short, full in names.items())}." if names else ""


def capital(sentence: str) -> str:
    """The sentence with a capital first letter, the rest as it is."""
    return sentence[:1].upper() + sentence[1:]


def notes(numbers: Iterable[int]) -> str:
    """Links to the report's notes, as they follow a sentence; nothing where there are none."""
    return "".join(f" {{note}}`{number}`" for number in numbers)


def notes_or_none(numbers: Iterable[int], known: bool = True) -> str:
    """Links to the notes as they follow a line of a list; `(no note)` where there are none and the report's notes are `known`."""
    return notes(numbers) or (" (no note)" if known else "")


def chapter(text: str, name: str, anchor: str = "") -> str:
    """A link to a chapter of the same book; plain text where the book lacks it."""
    return f"{{chapter}}`{text} <{name}{'#' + anchor if anchor else ''}>`"


def glossary(text: str, part: str = "") -> str:
    """A link to the book's glossary, or to one part of it (its heading in lower case, joined by hyphens)."""
    return chapter(text, "/about/glossary", part)


def scale_runs(direction: str) -> str:
    """Which way the scale runs."""
    return "0 is most free, 100 least free" if direction == ZERO_IS_FREE else "100 is most free, 0 least free"


def more_means(direction: str) -> str:
    """What more points stand for."""
    return "less free" if direction == ZERO_IS_FREE else "freer"


def counted_as(direction: str, editions: Iterable[int]) -> str:
    """That older editions are turned round here; nothing where all of them print in this direction."""
    if direction == ZERO_IS_FREE or min(editions, default=FIRST_INVERTED_EDITION) >= FIRST_INVERTED_EDITION:
        return ""
    return f"editions before {FIRST_INVERTED_EDITION} turned to this scale"


def series_source(index, iso3: str, names: Iterable[str]) -> str:
    """Publisher and title behind series of a country, as the index names them."""
    rows = index.series[(index.series["iso3"] == iso3) & index.series["series"].isin(list(names))]
    known = index.sources.set_index("id").loc[list(dict.fromkeys(key for keys in rows["source"] for key in keys))]
    return "; ".join(f"{row.publisher}, {row.title}" for row in known.itertuples())


def source_line(report) -> str:
    """The report as the source of a chart; marked where only an excerpt of it was read."""
    return f"{report.meta.publisher}, {report.meta.title}{' (excerpt)' if report.meta.extent == 'excerpt' else ''}"
