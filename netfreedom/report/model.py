"""What a reader of a report works with: sections, passages, sentences and notes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from netfreedom.report.headings import heading_key
from netfreedom.report.text import split_sentences


@dataclass(frozen=True)
class Citation:
    """A note number printed in a passage: `passage.text[start:end]`."""

    number: int
    start: int
    end: int


@dataclass(frozen=True)
class Sentence:
    """One sentence without its note marks, and the notes that it carries."""

    text: str
    notes: tuple[int, ...] = ()


@dataclass
class Passage:
    """A paragraph, a bullet or a line of the score box, whole over line and page breaks.

    `text` is as printed (line-break hyphens joined, note marks kept), `plain` is the same without the note marks.
    """

    id: str
    section: str
    text: str
    kind: str = "paragraph"  # paragraph | bullet | box | heading
    citations: list[Citation] = field(default_factory=list)
    line: int = 0

    @property
    def notes(self) -> list[int]:
        """Numbers of the notes cited here, in the order in which they are printed."""
        return [citation.number for citation in self.citations]

    @property
    def plain(self) -> str:
        """The text without its note marks."""
        return "".join(text for text, _ in self._pieces())

    @property
    def sentences(self) -> list[Sentence]:
        """The passage's sentences; a note belongs to the sentence that it follows or stands in."""
        plain, marks = "", []
        for text, number in self._pieces():
            plain += text
            if number is not None:
                marks.append((len(plain), number))
        found = []
        for start, end in split_sentences(plain):
            # A mark set right behind the full stop still belongs to the sentence that ends there.
            notes = tuple(number for at, number in marks if start < at <= end)
            found.append(Sentence(plain[start:end].strip(), notes))
        return found

    def _pieces(self):
        """The text between note marks, each with the number that follows it (None at the end)."""
        position = 0
        for citation in self.citations:
            text = self.text[position : citation.start]
            yield (text.rstrip() if text[-1:].isspace() else text), citation.number
            position = citation.end
        yield self.text[position:], None


@dataclass
class Section:
    """A heading and the passages below it, up to the next heading of any level."""

    heading: str
    level: int  # 1: Introduction, the three categories; 2: their subsections
    passages: list[Passage] = field(default_factory=list)
    printed: str = ""

    @property
    def notes(self) -> list[int]:
        """Numbers of the notes cited in the section, in the order in which they are printed."""
        return [number for passage in self.passages for number in passage.notes]


@dataclass
class Note:
    """One footnote: its whole text, and the addresses that stand in it, joined over line breaks."""

    number: int
    text: str
    urls: list[str] = field(default_factory=list)
    line: int = 0

    @property
    def empty(self) -> bool:
        """Whether the report prints a number and nothing behind it."""
        return not re.search(r"\w", self.text)


@dataclass
class ReportText:
    """A report as text: sections of passages, notes by number, score box."""

    sections: list[Section]
    notes: dict[int, Note]
    score_box: dict
    coverage: str = ""
    questions: list[dict] = field(default_factory=list)  # editions from 2019: {question, score, max, previous, change}
    sha256: str = ""
    source: str = ""
    encoding: str = ""  # how a file that is not wholly in UTF-8 was read

    @property
    def layout(self) -> str:
        """`questions` where the pages are headed by the questions' codes (from 2019 on), else `sections`."""
        return "questions" if self.questions else "sections"

    @property
    def passages(self) -> list[Passage]:
        """All passages in reading order."""
        return [passage for section in self.sections for passage in section.passages]

    def section(self, heading: str) -> Section | None:
        """The section with this heading (quotes, case and spacing do not matter), or None."""
        wanted = heading_key(heading)
        return next((found for found in self.sections if heading_key(found.heading) == wanted), None)

    @property
    def uncited(self) -> list[int]:
        """Numbers of the notes for which no mark was found in the text."""
        cited = {number for passage in self.passages for number in passage.notes}
        return [number for number in self.notes if number not in cited]
