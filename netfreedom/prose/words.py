"""Words that all chapters share: numbers, lists, links, which way a scale runs, where figures come from."""

from __future__ import annotations

from collections.abc import Iterable

from netfreedom.vocabulary import ZERO_IS_FREE

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


def capital(sentence: str) -> str:
    """The sentence with a capital first letter, the rest as it is."""
    return sentence[:1].upper() + sentence[1:]


def notes(numbers: Iterable[int]) -> str:
    """Links to the report's notes, as they follow a sentence; nothing where there are none."""
    return "".join(f" {{note}}`{number}`" for number in numbers)


def chapter(text: str, name: str, anchor: str = "") -> str:
    """A link to a chapter of the same book; plain text where the book lacks it."""
    return f"{{chapter}}`{text} <{name}{'#' + anchor if anchor else ''}>`"


def scale_runs(direction: str) -> str:
    """Which way the scale runs."""
    return "0 is most free, 100 least free" if direction == ZERO_IS_FREE else "100 is most free, 0 least free"


def source_line(report) -> str:
    """The report as the source of a chart."""
    return f"{report.meta.publisher}, {report.meta.title}"
