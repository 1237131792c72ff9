"""Dated or rule-like sentences of a report → draft rows of `events`, each tied to the sentence that it rests on."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from netfreedom.data.check_draft import MARK
from netfreedom.draft.dating import Mention, Period, carried, dates_in, starting
from netfreedom.draft.kinds import Guess, guess_kind, told_as_done, told_as_not_done
from netfreedom.draft.tokens import Names, evidence, numbers_of, quoted_names, telling_words
from netfreedom.report.model import Passage, ReportText, Section
from netfreedom.report.headings import KEY_DEVELOPMENTS, SCORE_BOX, heading_key
from netfreedom.vocabulary import CATEGORIES

_LEADS = {heading_key(heading) for heading in (KEY_DEVELOPMENTS, "Introduction", "Overview", "Editor's Note")}
_CATEGORIES = {heading_key(category.title) for category in CATEGORIES}
_HEDGED = re.compile(r"\b(?:allegedly|alleged|reportedly|suspect(?:ed)?|believed|appear(?:s|ed)? to|apparent(?:ly)?|speculat\w*|purported\w*|likely)\b", re.IGNORECASE)
_DENIED = re.compile(r"\bden(?:ied|ies|y|ying)\b", re.IGNORECASE)
_CONFIRMED = re.compile(r"\b(?:confirmed|acknowledged|admitted|officially)\b", re.IGNORECASE)
_ANNOUNCED = re.compile(r"\b(?:announced (?:plans|that it (?:would|will)|it (?:would|will))|plans? to|plan(?:ned|ning) to|is expected to|will be|revealed plans|intends? to)\b", re.IGNORECASE)
# The sentence goes on with what the one before it tells, at the same time.
_SEE = re.compile(r"\s*[\[(]see [^)\]]*[)\]]", re.IGNORECASE)  # a pointer to another heading tells nothing itself
_GOES_ON = re.compile(r"\balso\b|\bas well\b|\b(?:around|at) (?:this|that|the same) time\b|\bthe same (?:day|week|month)\b|\bin the process\b", re.IGNORECASE)
_SCORE_CHANGE = re.compile(r"\W*Score change\b", re.IGNORECASE)
# A number that was measured at a date ("penetration stood at 46 percent in 2013") belongs to indicators.
_MEASURED = re.compile(r"\b(?:penetration|subscri(?:ptions|bers)|internet users|speeds?|prices?|costs?|gigabyte|connections?|households|incidents|lines|plans?)\b", re.IGNORECASE)
_AMOUNTED = re.compile(r"\b(?:stood|stands|reached|was|were|had|rose|grew|increased|fell|dropped|declined|averaged|amounted|ranged|costs?|counted|handled|reported|compared (?:to|with)|up from|down from)\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d[\d,.]*\s*(?:percent|per cent|%|million|billion|[KMG]bps)|(?:US)?[$€£]\s?\d|\b[A-Z]{3} \d|\b\d{1,3},\d{3}\b")
_CLAIMED = re.compile(r"\b(?:claim\w*|said|stated|announced|revealed|promis\w*|pledg\w*|fined?|launch\w*|agree\w*)\b", re.IGNORECASE)
# "The constitution of 2013 grants …": the year names the thing; nothing happened in the report.
_NAMED_BY_YEAR = re.compile(r"\b(?:constitution|charter)(?:al reform)? of (?:\w+ )?$", re.IGNORECASE)
# What sums up the year: "Internet freedom declined …".
_VERDICT = re.compile(r"\binternet freedom\b[^.,;]{0,50}\b(?:declin|improv|deteriorat|remain|worsen|continu|stay|weaken|is under)\w*", re.IGNORECASE)
_AS_OF = re.compile(r"\bas of (?:the )?$", re.IGNORECASE)  # the date of a state of things, not of what the passage goes on to tell
_TECHNICAL = re.compile(r"\b(?:cable|power (?:cut|failure|outage)|technical (?:fault|failure|problem|reasons?)|malfunction|maintenance|earthquake|flood)\w*", re.IGNORECASE)
_DELIBERATE = re.compile(r"\b(?:order(?:ed|s)?|authorit\w+|government|regulator|court|officials|prosecutor\w*|ministry)\b", re.IGNORECASE)
_CAUSE_ASKED = ("blocking", "disruption", "shutdown", "technical_attack", "content_removal")
_PLACE = re.compile(
    r"\b(?:in|near|at) (?:the )?(?:(?:city|town|village|region|province|district|state|capital) of )(?P<of>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)"
    r"|\bin (?:the )?(?:[a-z]+ )?(?P<kind>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?) (?:province|region|district|oblast|city|governorate|state)\b"
    r"|\b[Cc]ourt in (?P<court>[A-Z][\w’'-]+)"
    r"|\bin (?P<bracket>[A-Z][\w’'-]+) \((?:[A-Z][a-z]+ )+[A-Z]?\w*\)"
)


@dataclass
class Candidate:
    """A sentence that may be a fact, once per date that it names, with what was read out of it."""

    id: str
    passage: Passage
    heading: str
    sentence: str
    notes: tuple[int, ...]
    mention: Mention | None
    guess: Guess
    names: list[str]
    remarks: list[str] = field(default_factory=list)
    is_event: bool = True  # False: no date and no happening told, kept for the rules and systems that it may name

    @property
    def dating(self) -> dict[str, str]:
        """The three date columns."""
        if self.mention is None:
            return {"date": "", "date_text": "", "date_kind": "undated"}
        return {"date": self.mention.date, "date_text": self.mention.words, "date_kind": self.mention.kind}

    @property
    def label(self) -> str:
        """What the row is called: names and the printed date, never a sentence."""
        what = ", ".join(self.names[:2]) or "no name printed"
        return f"{what}, {self.mention.words}" if self.mention else what

    def common(self, questions: dict[str, str], remark: str) -> dict[str, str]:
        """The columns that all fact tables share; `remark` is what was guessed and is to be decided."""
        tokens = [self.mention.words] if self.mention else []
        return {
            "section": self.heading, "also_in": "", "question": questions.get(heading_key(self.heading), ""),
            "footnotes": ";".join(map(str, dict.fromkeys(self.notes))),
            "evidence": evidence(self.passage.plain, *tokens, *self.names[:4], *quoted_names(self.sentence), *numbers_of(self.sentence)[:2], *telling_words(self.sentence)),
            "note": "; ".join([f"{MARK} {remark}", *self.remarks]),
        }  # fmt: skip


def candidates(report: ReportText, period: Period, edition: int, country: str = "") -> tuple[list[Candidate], list[Passage]]:
    """Candidates in reading order, and the passages of leads that were left out because the body tells the same.

    Those that tell a happening have the id of their row of `events`; the others have none.
    """
    names = Names(" ".join(passage.plain for passage in report.passages))
    leads = _leads(report)
    body = [section for section in report.sections if section not in leads and section.heading != SCORE_BOX and section.passages]
    told = [candidate for section in body for candidate in _of_section(section, names, period, edition, country)]
    # The reason of a changed score sums up as a lead does.
    found = [candidate for candidate in told if not _SCORE_CHANGE.match(candidate.passage.plain)]
    left_out: list[Passage] = []
    for summing_up in [[candidate for candidate in told if candidate not in found], *(_of_section(section, names, period, edition, country) for section in leads)]:
        for candidate in summing_up:
            if body and not (candidate.is_event and _adds(candidate)):
                continue
            if any(_tells_the_same(candidate, other) for other in found if other.passage is not candidate.passage and (other.heading != candidate.heading or _SCORE_CHANGE.match(candidate.passage.plain))):
                if candidate.passage not in left_out:
                    left_out.append(candidate.passage)
            else:
                found.append(candidate)
    for number, candidate in enumerate((candidate for candidate in found if candidate.is_event), 1):
        candidate.id = f"e{number:03d}"
    return found, left_out


def event_row(candidate: Candidate, questions: dict[str, str]) -> dict[str, str]:
    """The row of `events`: kind, cause and standing by the sentence's words, else the neutral value."""
    text, kind = candidate.sentence, candidate.guess.kind
    place = place_in(text)
    word = f"guessed {kind} from '{candidate.guess.word}'" if candidate.guess.word else "no word tells the kind"
    return {
        "id": candidate.id, **candidate.dating, "kind": kind, "cause": _cause(text, kind), "title": f"{kind.replace('_', ' ')}: {candidate.label}"[:120],
        "place": place, "actors": "", "targets": ";".join(name for name in candidate.names[:3] if name != place) if kind in _CAUSE_ASKED else "",
        "standing": standing(text), "result": "", **candidate.common(questions, f"{word}; decide kind, title and standing"),
    }  # fmt: skip


def standing(text: str) -> str:
    """How surely the sentence tells it."""
    for value, pattern in (("disputed", _DENIED), ("announced", _ANNOUNCED), ("alleged", _HEDGED), ("confirmed", _CONFIRMED)):
        if pattern.search(text):
            return value
    return "reported"


def place_in(text: str) -> str:
    """A place that the sentence names as one, else nothing."""
    match = _PLACE.search(text)
    return next(filter(None, match.groupdict().values())) if match else ""


def _cause(text: str, kind: str) -> str:
    if kind not in _CAUSE_ASKED:
        return "not_stated"
    if _TECHNICAL.search(text):
        return "technical"
    if _HEDGED.search(text) or re.search(r"\bpossib(?:le|ly)\b|\bmay have\b", text):
        return "suspected"
    return "deliberate" if _DELIBERATE.search(text) and kind != "disruption" else "not_stated"


def _leads(report: ReportText) -> list[Section]:
    """Sections that sum up what others tell; a category's own text is one only where subsections follow it (not in 2013)."""
    divided = any(section.level == 2 and section.passages for section in report.sections)
    keys = _LEADS | _CATEGORIES if divided else _LEADS
    return [section for section in report.sections if heading_key(section.heading) in keys]


def _of_section(section: Section, names: Names, period: Period, edition: int, country: str):
    if section.heading == SCORE_BOX:
        return
    for passage in section.passages:
        before, last = "", None
        for sentence in passage.sentences:
            told = _SEE.sub("", sentence.text)
            guess = guess_kind(told, section.heading)
            mentions = _distinct(dates_in(told, before, period, edition))
            if guess.kind in ("law", "regulation", "arrest"):
                mentions = [starting(mention) for mention in mentions]
            common = {"passage": passage, "heading": section.heading, "sentence": told, "notes": sentence.notes,
                      "guess": guess, "names": _without_country(names.of(told), country)}
            if told_as_not_done(told) and all(mention.date == period.edtf for mention in mentions):
                yield Candidate("", mention=None, is_event=False, **common)
                continue
            measured = _is_measured(told, guess)
            for mention in mentions:
                named_by_year = guess.kind == "other" and bool(_NAMED_BY_YEAR.search(told[: mention.start]))
                yield Candidate("", mention=mention, is_event=not measured and not named_by_year, remarks=[mention.inferred] if mention.inferred else [], **common)
            goes_on = bool(last and _GOES_ON.search(told))
            if not mentions and (guess.strong or (goes_on and guess.word)) and told_as_done(told):
                yield _undated(last, goes_on, common)
            elif not mentions:
                yield Candidate("", mention=None, is_event=False, **common)
            before += " " + sentence.text
            last = next((mention for mention in reversed(mentions) if not _AS_OF.search(told[: mention.start])), last)


def _is_measured(sentence: str, guess: Guess) -> bool:
    """Whether a sentence only tells how large something was at a date."""
    vague = guess.kind in ("other", "market") or (guess.kind == "statement" and guess.word.lower() == "according to")
    return vague and not guess.strong and all(pattern.search(sentence) for pattern in (_NUMBER, _MEASURED, _AMOUNTED)) and not _CLAIMED.search(sentence)


def _undated(last: Mention | None, goes_on: bool, common: dict) -> Candidate:
    """A sentence without a date: one that goes on with what came before has its month, which is said; else it stays undated."""
    if goes_on and last:
        return Candidate("", mention=carried(last), remarks=["date from the sentence before"], **common)
    return Candidate("", mention=None, remarks=[f"the date before it in the passage is {last.words}"] if last else [], **common)


def _distinct(mentions: list[Mention]) -> list[Mention]:
    return list({mention.date: mention for mention in reversed(mentions)}.values())[::-1]


def _without_country(names: list[str], country: str) -> list[str]:
    return [name for name in names if name.casefold() != country.casefold()]


def _adds(lead: Candidate) -> bool:
    """Whether a sentence of a lead tells a happening of its own: what sums up a year or a state of things does not."""
    exact = lead.mention is not None and len(lead.mention.date) > len("2015~")
    if _SCORE_CHANGE.match(lead.passage.plain):
        return exact and "/" not in lead.mention.date
    if _VERDICT.search(lead.sentence):
        return False
    return (exact and "/" not in lead.mention.date) or (lead.guess.strong and bool(lead.names))


def _tells_the_same(lead: Candidate, other: Candidate) -> bool:
    """Whether a body sentence tells what a lead tells: the same kind or date, and a name in common."""
    shared = {name.casefold() for name in lead.names} & {name.casefold() for name in other.names}
    same_date = lead.mention and other.mention and lead.mention.date == other.mention.date
    return bool((shared and (same_date or lead.guess.kind == other.guess.kind)) or (same_date and lead.guess.kind == other.guess.kind))
