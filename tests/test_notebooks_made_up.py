"""Each chapter read on small made-up countries: one of everything, none, not coded, no dates, another name, another scale.

What is read is every word that a page would show: sentences, titles, subtitles, descriptions, cells of tables, labels in charts.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from made_up import VARIANTS, made_up, outputs
from tiny_dataset import make_root

from netfreedom.figures.kinds import CHART_MIME, TABLE_MIME
from netfreedom.data.check import check
from netfreedom.run.notebooks import chapters

PROJECT = Path(__file__).resolve().parents[1]
CHAPTERS = chapters(PROJECT / "notebooks")
OF_A_COUNTRY = [chapter for chapter in CHAPTERS if not chapter.across]
SCALES = ("ladder", "what-if")  # charts of the scale itself, on which one total is enough
FEWEST_VALUES = 5

NOUNS = (
    "address", "association", "attack", "body", "campaign", "case", "category", "claim", "country", "date", "demand", "edition", "entry", "event",
    "figure", "group", "happening", "hour", "individual", "instrument", "judgement", "law", "month", "note", "office", "outlet", "penalty",
    "person", "place", "point", "power", "proceeding", "provider", "publisher", "question", "report", "request", "restriction", "row", "rule",
    "section", "sentence", "series", "service", "site", "source", "system", "year",
)  # fmt: skip
MANY = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?<!\d)(?:[2-9]|[1-9]\d{1,2}))"


def plural(noun: str) -> str:
    irregular = {"person": "people", "series": "series", "case": "cases"}
    return irregular.get(noun) or (f"{noun[:-1]}ies" if re.search("[^aeo]y$", noun) else f"{noun}es" if noun.endswith("ss") else f"{noun}s")


SINGULAR, PLURAL = "|".join(noun for noun in NOUNS if noun != "series"), "|".join(plural(noun) for noun in NOUNS if noun != "series")
WRONG = {
    "a missing value": r"\b(?:nan|NaN|NaT|inf)\b|<NA>|(?<![.!?:] )(?<!^)(?<!\*\*)\bNone\b(?! of)",
    "a count of nothing": r"\b(?:0|no|none) of (?:0|no|none)\b|\bof (?:0|no) (?:[a-z]+ )?(?:" + PLURAL + r")\b",
    "one of many": rf"\b(?:[Oo]ne|(?<![\d.,–-])1) (?:[a-z]+ )?(?:{PLURAL})\b(?! of)",
    "many of one": rf"\b{MANY} (?:{SINGULAR})\b(?! to\b)",
    "verb of many after one": r"(?<!\w by )\b[Oo]ne (?!by\b)(?:[a-z]+ )?(?:are|were|have|lie|stand|fall|do)\b",
    "one of one": r"\b(?:[Oo]ne|1) of (?:one|1)\b|\b[Oo]f one\b",
    "all of all": r"\b(?:[Tt]wo of two|[Ss]ix of six)\b",
    "doubled blanks or marks": r"[^\s]  +[^\s]| [,;.](?=\s|$)|\.\.(?!\.)|,,|;\.|:\.|\(\s*\)|“”|\*\*\*\*",
    "a small letter after a full stop": r"(?<!\d)(?<!e\.g)(?<!i\.e)[a-z)]\. [a-z]",
    "an end of a code": r"\b(?:[a-z]{1,2}\d{3})\b(?! \(name not coded\))",
    "a figure as the computer writes it": r"\b\d+\.0\b|np\.|Timestamp|\bTrue\b|\bFalse\b",
}  # fmt: skip
ROLE = re.compile(r"\{(?:note|chapter)\}`([^`<]*?) ?(?:<[^`]*)?`")


@pytest.fixture(params=OF_A_COUNTRY, ids=lambda chapter: chapter.name, scope="module")
def chapter(request):
    return request.param


@pytest.fixture(params=VARIANTS, scope="module")
def variant(request):
    return request.param


@pytest.fixture(scope="module")
def page(chapter, variant, tmp_path_factory) -> list[tuple[str, list[str], dict]]:
    """The chapter as it is shown: kind of the cell, its tags, and its text or MIME bundle."""
    root = tmp_path_factory.mktemp(f"{chapter.name}-{variant}")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NETFREEDOM_ROOT", str(root))
        patch.delenv("NETFREEDOM_TABLES", raising=False)
        make_root(root, PROJECT)
        dataset = made_up(root, variant, chapter)
        patch.setenv("NETFREEDOM_RUNNER", "1")
        patch.setenv("NETFREEDOM_TABLES", ",".join(chapter.tables))
        return list(outputs(chapter, dataset.country, dataset.edition))


def prose(bundle: dict) -> Iterator[str]:
    """What stands in sentences and titles; all countries may stand in a table of countries."""
    yield from list(said({"text/markdown": bundle["text/markdown"]})) if "text/markdown" in bundle else ()
    identity = bundle.get(TABLE_MIME) or bundle.get(CHART_MIME, {}).get("usermeta", {}).get("netfreedom", {})
    yield from (identity[part] for part in ("title", "subtitle", "description") if part in identity)


def said(bundle: dict) -> Iterator[str]:
    """Every text that a cell's output shows to readers, without the marks of links."""
    if "text/markdown" in bundle:
        yield from ROLE.sub(r"\1", bundle["text/markdown"]).split("\n")
    identity = bundle.get(TABLE_MIME) or bundle.get(CHART_MIME, {}).get("usermeta", {}).get("netfreedom")
    if identity:
        yield from (identity[part] for part in ("title", "subtitle", "description", "source"))
        shown = [number for number, column in enumerate(identity["table"]["columns"] if identity["table"] else ()) if not column.startswith("_")]
        for row in identity["table"]["rows"] if identity["table"] else ():
            yield from (text for number in shown for text in texts(row[number]))
    for rows in bundle.get(CHART_MIME, {}).get("datasets", {}).values():
        yield from (value for row in rows for key, value in row.items() if key in ("label", "text", "name", "head", "what", "when", "says") and isinstance(value, str))


def texts(cell) -> Iterator[str]:
    if isinstance(cell, dict):
        yield from (text for part in cell.get("parts", ()) for text in texts(part))
        yield cell.get("text", "")
    elif cell is not None:
        yield str(cell)


def test_reads_well(page):
    wrong = {
        (what, text) for _, _, bundle in page if isinstance(bundle, dict) for text in said(bundle)
        for what, pattern in WRONG.items() if re.search(pattern, text)
    }  # fmt: skip
    assert wrong == set()
    sentences = [text for _, _, bundle in page if isinstance(bundle, dict) for text in prose(bundle)]
    assert [text for text in sentences if "Kazakh" in text] == []
    assert [text for text in sentences if text.lstrip("-* ")[:1].islower()] == []


def test_no_part_of_the_page_is_silent(page):
    """Between two headings something is said or shown; what to read next, the last cell, does not count."""
    shown, heading, silent = True, "", []
    for kind, _, content in page[:-1]:
        if kind == "markdown" and content.startswith("#"):
            silent += [] if shown else [heading]
            shown, heading = False, content.splitlines()[0]
        elif kind == "code":
            shown = shown or any(text.strip() for text in said(content))
    assert silent + ([] if shown else [heading]) == []


def test_no_button_without_anything_to_show(page):
    """A cell whose code a reader can open shows a chart, a table or a sentence (cells that only prepare one show nothing at all)."""
    empty = [bundle for _, tags, bundle in page if "hide-input" in tags and bundle and not any(text.strip() for text in said(bundle))]
    assert empty == []


def test_charts_and_tables_have_something_in_them(page):
    for _, _, bundle in page:
        if isinstance(bundle, dict) and TABLE_MIME in bundle:
            assert bundle[TABLE_MIME]["table"]["rows"], bundle[TABLE_MIME]["title"]
        if isinstance(bundle, dict) and CHART_MIME in bundle:
            identity = bundle[CHART_MIME]["usermeta"]["netfreedom"]
            assert identity["table"]["rows"], identity["title"]
            values = sum(map(len, bundle[CHART_MIME]["datasets"].values()))
            assert values >= FEWEST_VALUES or identity["id"] in SCALES, identity["title"]


@pytest.mark.parametrize("name", VARIANTS)
def test_made_up_datasets_are_valid(name, own_root):
    dataset = made_up(own_root, name, OF_A_COUNTRY[0])
    assert [str(problem) for problem in check(dataset.country, dataset.edition)] == []


# What a page says in place of tables that are not coded, by chapter; the rest of a chapter's tables only lend names and links.
UNCODED = {
    "01-overview": ("What tightened and what eased control is not coded", "Indicators are not coded"),
    "04-restrictions": (),
    "05-legal-changes": ("Powers are not coded", "Penalties are not coded"),
    "06-prosecutions": ("a law, not coded",),
    "07-content-removal": ("asked to remove is not coded", "Laws are not coded"),
    "08-access": ("Providers are not coded", "Events are not coded"),
    "09-powers": ("Actors are not coded", "(name not coded)"),
    "10-surveillance": ("Laws are not coded", "Events are not coded", "Findings are not coded"),
    "11-public-sphere": ("Events are not coded",),
    "12-evidence": ("Contradictions of the report were not coded",),
    "13-cross-checks": ("removal requests and restrictions is not coded",),
}


@pytest.mark.parametrize("variant", ["not-coded"], indirect=True)
def test_what_is_not_coded_is_said_to_be(page, chapter):
    told = "\n".join(text for _, _, bundle in page if isinstance(bundle, dict) for text in said(bundle))
    assert [words for words in UNCODED.get(chapter.name, ()) if words not in told] == []
    assert "names none" not in told  # what is coded here has a row


@pytest.mark.parametrize("variant", ["none"], indirect=True)
def test_what_is_coded_and_empty_is_not_called_uncoded(page):
    assert not re.search("not coded", "\n".join(text for _, _, bundle in page if isinstance(bundle, dict) for text in said(bundle)))


@pytest.mark.parametrize(("variant", "chapter", "words"), [
    ("improved", "02-scores", "it improved by one point"),
    ("unchanged", "01-overview", "total did not change between the 2015 and the 2016 edition: **32 of 100**"),
    ("one", "02-scores", "There is no earlier score here."),
    ("total-only", "02-scores", "No points by category are known here"),
    ("inverted", "02-scores", "Côte d'Ivoire's total went from 50 to **48 of 100** between the 2021 and the 2022 edition (100 is most free"),
    ("the", "02-scores", "The Philippines' total went from 27 to **26 of 100**"),
    ("the", "01-overview", "online than the Philippines"),
    ("open", "05-legal-changes", "One rule began in the period covered, June 2015 – May 2016, or may have: it tightens."),
    ("undated", "03-timeline", "which has no date"),
    ("six-not-coded", "04-restrictions", "Events are not coded"),
], indirect=["variant"])  # fmt: skip
def test_words_of(variant, chapter, words, tmp_path, monkeypatch):
    found = next(one for one in CHAPTERS if one.name == chapter)
    monkeypatch.setenv("NETFREEDOM_ROOT", str(tmp_path))
    monkeypatch.delenv("NETFREEDOM_TABLES", raising=False)
    make_root(tmp_path, PROJECT)
    dataset = made_up(tmp_path, variant, found)
    monkeypatch.setenv("NETFREEDOM_RUNNER", "1")
    assert words in "\n".join(text for _, _, bundle in outputs(found, dataset.country, dataset.edition) if isinstance(bundle, dict) for text in said(bundle))
