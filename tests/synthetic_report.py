"""A small report of an invented country in the layout of the real ones, and the rows that code it.

The text has what makes the real ones hard to read: a score box with statuses broken over lines, words divided at line ends,
notes at the foot of each page, page-end lists of links, page furniture, bullets, note marks printed as digits, addresses
broken over lines, an empty note, a note with two sources, a letter of another alphabet inside a word. Line width and page
length can be chosen: the text that is read must not depend on them.

`write(folder)` writes a whole dataset; what the report says stands in `synthetic_facts`.
"""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

from synthetic_facts import (
    BOX, COUNTRY, COVERAGE, DOUBLE_NOTE, EDITION, EMPTY_NOTE, FACTS, INTRODUCTION, LEADS, NO_ADDRESS_NOTE, OUTLINE, SCORES, Fact,
)  # fmt: skip

SCHEMAS = Path(__file__).parents[1] / "data" / "schemas"


def note_text(number: int) -> str:
    """A note as it is printed: author, “title,” publisher, date, address."""
    if number == EMPTY_NOTE:
        return ""
    if number == NO_ADDRESS_NOTE:
        return "Email interview with a member of the Media Board, March 2015."
    if number == DOUBLE_NOTE:
        return (
            f"“First thing told,” Zenda Herald, May 2, 2015, {address(number)}; “Second thing told,” [in German] Strelsau Gazette, "
            f"May 3, 2015, {address(number, 'b')}."
        )
    return f"Anthony Hope, “Report number {number} from the castle,” [in German] Zenda Herald, May {number % 28 + 1}, 2015, {address(number)}."


def address(number: int, letter: str = "a") -> str:
    """The address printed in a note, some without a scheme, some long."""
    if number % 5 == 0:
        return f"http://www.zenda-herald.example/archive/2015-05/a-long-story-about-the-castle-{number}"
    return f"{'http://' if number % 2 else ''}bit.ly/1Ab{number}{letter}Zq"


def paragraphs() -> list[tuple[str, str]]:
    """The report in order, as (kind, text): kind is heading, paragraph or bullet; `{}` stands where a note is cited."""
    found = [("heading", "Introduction"), *(("paragraph", text) for text in INTRODUCTION)]
    for title, sections in OUTLINE:
        found += [("heading", title), ("paragraph", LEADS[title])]
        for section in sections:
            found.append(("heading", section))
            facts = [fact for fact in FACTS if fact.section == section]
            kind = "bullet" if len(facts) > 1 else "paragraph"
            if kind == "bullet":
                found.append(("paragraph", "Examples reported in the coverage period include the following:"))
            found += [(kind, fact.text()) for fact in facts]
    return found


def note_of(fact: Fact) -> int:
    """The number of the note that a fact's sentence carries."""
    number = 1
    for _, text in paragraphs():
        if text == fact.text():
            return number
        number += text.count("{}")
    raise KeyError(fact.table)


def report_text(width: int = 92, page_lines: int = 26) -> str:
    """The report as text extracted from a PDF, page by page."""
    head = f" Key Developments: {COVERAGE}\n\n•\t Photobox could not be reached \n(see Blocking and Filtering). \n\n" + BOX + "\n"
    return head + "".join(_pages(_lines(width), page_lines, width))


def rows() -> dict[str, list[dict]]:
    """The dataset's rows by table: each fact's row with section, note, and nothing in the columns that it leaves out."""
    found: dict[str, list[dict]] = {"scores": [dict(row) for row in SCORES], "sources": _sources()}
    for fact in FACTS:
        common = {"section": fact.section, "also_in": "", "footnotes": str(note_of(fact)), "note": ""}
        found.setdefault(fact.table, []).append(common | fact.row)
    return found


def write(folder: Path, tables: dict[str, list[dict]] | None = None) -> Path:
    """Write the dataset's CSV files with the columns of the schemas, and report.yml; returns the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for left_over in folder.glob("*.csv"):
        left_over.unlink()
    tables = tables or rows()
    for table, table_rows in tables.items():
        columns = [column["name"] for column in json.loads((SCHEMAS / f"{table}.json").read_text(encoding="utf-8"))["fields"]]
        with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns, restval="", lineterminator="\n")
            writer.writeheader()
            writer.writerows(table_rows)
    coded = "\n".join(f"  {table}: complete" for table in tables)
    (folder / "report.yml").write_text(
        f"country: {COUNTRY}\niso3: RUR\nedition: {EDITION}\ntitle: \"Freedom on the Net {EDITION}: Ruritania\"\npublisher: Freedom House\n"
        f"published: 2015-10\nlanguage: en\nurl: https://example.org/ruritania\ncoverage_start: 2014-06-01\ncoverage_end: 2015-05-31\n"
        f"direction: zero_is_free\nlayout: sections\nextent: full\npeers: []\ntables:\n{coded}\ncoder: tests\ncoded_on: 2026-01-01\n",
        encoding="utf-8",
    )
    return folder


def _sources() -> list[dict]:
    found = []
    for number in range(1, 2 * len(FACTS) + 1):
        urls = re.findall(r"(?:http://|bit\.ly/)\S*[^\s.,;]", note_text(number)) or [""]
        for part, url in enumerate(urls, 1):
            title = re.findall(r"“(.+?),”", note_text(number))
            found.append({
                "footnote": str(number), "part": str(part), "title": title[part - 1] if title else "", "publisher": "", "language": "de",
                "url": url if not url or url.startswith("http") else f"http://{url}",
            })  # fmt: skip
    return found


def _lines(width: int) -> list[tuple[str, list[int]]]:
    """Body lines, each with the notes cited in it; blank lines between passages."""
    found: list[tuple[str, list[int]]] = []
    number = 0
    for kind, text in paragraphs():
        words = []
        for word in text.split(" "):
            if "{}" not in word:
                words.append((word, []))
                continue
            number += 1
            # The print varies: a mark right behind the stop, or alone, so that it may open a line.
            if number % 7 == 0:
                words += [(word.replace("{}", ""), []), (str(number), [number])]
            else:
                words.append((word.replace("{}", str(number)), [number]))
        if kind == "bullet":
            words[0] = (f"•\t {words[0][0]}", words[0][1])
        found += [*_wrap(words, width), ("", [])]
    return found


def _wrap(words: list[tuple[str, list[int]]], width: int) -> list[tuple[str, list[int]]]:
    lines, line, notes = [], "", []
    for word, cited in words:
        if line and len(line) + 1 + len(word) > width:
            room = width - len(line) - 2
            if word.isalpha() and word.islower() and word.isascii() and len(word) > 8 and room >= 4:
                cut = min(room, len(word) - 3)
                line, word = f"{line} {word[:cut]}-", word[cut:]
            lines.append((line + ("" if line.endswith("-") else " "), notes))
            line, notes = "", []
        line, notes = f"{line} {word}" if line else word, notes + cited
    return [*lines, (line + " ", notes)]


def _pages(lines: list[tuple[str, list[int]]], page_lines: int, width: int):
    for start in range(0, len(lines), page_lines):
        page = lines[start : start + page_lines]
        cited = [number for _, notes in page for number in notes]
        body = "\n".join(line for line, _ in page).strip("\n")
        text = f" {body}\n"
        if cited:
            text += "\n" + "".join(_note_block(number, width) for number in cited)
            links = "".join(f"{_linked(number)}\n" for number in cited if note_text(number) and number != NO_ADDRESS_NOTE)
            text += f"\n{links}" if links else ""
        if start // page_lines % 3 == 1:
            text += f"\n\nFREEDOM  \nON THE NET \n{EDITION}\n\nwww.freedomonthenet.org\n\nRURITANIA\n\n"
        yield text


def _note_block(number: int, width: int) -> str:
    if number == EMPTY_NOTE:
        return f"{number} \n\n"
    text, lines = f"{number}  {note_text(number)}", []
    while len(text) > width:
        # Addresses are broken behind a slash, a hyphen or the dot of "bit.", as in print; else the line ends at a blank.
        breaks = [match.end() - 1 for match in re.finditer(r" |://|/(?=\w)|-(?=\w)|bit\.(?=ly)", text[:width])]
        cut = max(place for place in breaks if place > 4)
        lines.append(text[: cut + 1])
        text = text[cut + 1 :]
    return "\n".join([*lines, text + " "]) + "\n"


def _linked(number: int) -> str:
    """A line of the page-end list: the link behind a note's address, now and then a path on the editors' disk."""
    if number % 3 == 0:
        return f"file:///X:/Publications/Country reports/RTF/../../Final/bit.ly/1Wrong{number}"
    return f"http://bit.ly/1Wrong{number}"


def pdf(pages: list[list[str]]) -> bytes:
    """A PDF with these lines on its pages, in a font that every reader has."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>"]
    kids = []
    for page in pages:
        shown = "".join(f"1 0 0 1 60 {760 - 14 * row} Tm ({_escaped(line)}) Tj\n" for row, line in enumerate(page) if line)
        stream = f"BT /F1 11 Tf\n{shown}ET"
        kids.append(len(objects) + 2)
        objects.append(f"<< /Length {len(stream.encode('cp1252'))} >>\nstream\n{stream}\nendstream")
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {len(objects)} 0 R /Resources << /Font << /F1 3 0 R >> >> >>")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] /Count {len(kids)} >>"
    content, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(content))
        content += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(content)}\n%%EOF\n"
    return content + end.encode()


def _escaped(line: str) -> str:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
