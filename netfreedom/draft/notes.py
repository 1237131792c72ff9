"""A footnote's text → a draft row of `sources`: author, title, publisher, language, dates, address, kind.

A draft is a proposal for a coder. It follows the order in which the reports print a source (author, “title,” [in Language]
publisher, date, address) and leaves a field empty rather than guess.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from netfreedom.data.check_draft import MARK
from netfreedom.draft.languages import maybe_foreign, seen_language, told_language, unknown_language
from netfreedom.draft.source_kinds import kind_of, says_its_kind
from netfreedom.report.notes import addresses

FIELDS = ("author", "title", "publisher", "language", "published", "accessed", "url", "kind")

_MONTHS = (
    "january february march april may june july august september october november december".split()
)
_MONTH = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
_DATE = re.compile(
    rf"\b(?:(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month2>{_MONTH}),?\s+(?P<year2>\d{{4}})"
    rf"|(?P<month3>{_MONTH}),?\s+(?P<year3>\d{{4}}))\b"
)
_ACCESSED = re.compile(rf"\b(?:last\s+)?(?:accessed|visited|retrieved)\s+(?:on\s+)?(?P<date>{_DATE.pattern.replace('?P<', '?P<a_')})", re.IGNORECASE)
# Dates in digits, where only one reading is possible: "16.04.2013", "25/06/2018", "12/25/2015", "2017-12-21".
_IN_DIGITS = re.compile(r"(?<![\d./-])(?:(?P<month4>0?[1-9]|1[0-2])/(?P<day4>1[3-9]|2\d|3[01])/|(?P<day>\d{1,2})\.(?P<month>0?[1-9]|1[0-2])\.|(?P<day2>1[3-9]|2\d|3[01])[/-](?P<month2>0?[1-9]|1[0-2])[/-])(?P<year>(?:19|20)\d\d)(?![\d/-])"
                        r"|(?<![\d./-])(?P<year2>(?:19|20)\d\d)-(?P<month3>0[1-9]|1[0-2])-(?P<day3>[0-3]\d)(?![\d/-])")
_BARE_YEAR = re.compile(r"(?:^|,)\s*((?:19|20)\d\d)\s*(?=[,.]|$)|\(((?:19|20)\d\d)\)")
_DOI = re.compile(r"\bdoi(?:\.org/|:\s?)(10\.\d{4,}/\S+)", re.IGNORECASE)
_EMPTY_BRACKETS = re.compile(r"[\[(]\s*,?\s*[\])]")
_PERIOD = re.compile(rf"{_MONTH}(?:\s+\d{{4}})?\s*(?:to|through|[-–—])\s*$")  # "July to December 2013": what it covers, not when it came out
_TRANSLATION = re.compile(r"[\s,]*(?:\[(?P<square>[^\]]+)\]|\((?P<round>[^)]{6,})\))")  # right behind the title
_TITLE = re.compile(r"[“”\"„«]{1,2}\s*(?P<title>\S.*?)\s*(?:,|(?<!\.)\.)?\s*[”“\"»](?=\s|,|;|\.|$|\[)[,.]?")
_SINGLE_QUOTES = re.compile(r"(?<![\w’])‘(?P<title>[^‘’\s](?:[^‘’]|’(?=\w)|’(?= [a-z])){6,}?),?’(?=[\s,.;]|$)[,.]?")
_PART_BREAK = re.compile(
    r"(?:;\s*(?:and\s+)?(?:see(?:\s+also)?[:,]?\s+|also\s+)?|(?<=\S\S[.\])])\s+see\s+also[:,]?\s+)(?=[“\"„«]|[A-Z][^;“”\"]{0,60},\s*[“\"])", re.IGNORECASE
)

# "See: …", "For more, see …": what stands in front of a source and is no part of it.
_POINTS_TO = re.compile(r"^(?:for (?:more|details|example)[^,]{0,25}, )?see(?: also| for example|,? e\.g\.)?[:,]? (?=[“”\"„A-ZА-ЯЁ])", re.IGNORECASE)
# A body's own series ("Freedom on the Net 2015", "World Report") stands where else the publisher does.
_SERIES = re.compile(r"\b(?:19|20)\d\d$|\b(?:report|survey|index|ranking|database|statistics|profile)s?$", re.IGNORECASE)
_BODIES = re.compile(
    r"\b(?:union|international|foundation|ministry|minister|government|committee|center|centre|institute|university|agency|association|council"
    r"|organi[sz]ation|network|transparency|report|group|press|service|security|house|telecom\w*|company|bank|office|parliament"
    r"|court|freedom|watch|google|facebook|twitter|microsoft|yahoo|wikileaks|assembly|congress|senate|tribunal|secretariat|board|gazette|official|website|media|lab|team|data|tweet|article|law|reporters|borders|initiative|project|society|foundation|forum|fund|alliance|commission|federation|amnesty"
    r"|rights|voices|corte|tribunal|ministerio|minist[èé]r[ei]o?|instituto|comisi[oó]n|comiss[aã]o|consejo|conselho|secretar[ií]a|senado|agencia|agência|autorit[éà]|fundaci[oó]n|fundação|universidade?|université"
    r"|department|authority|research|consulting|technologies|mobile|wireless|front|monitor|observatory|journalists|bank|nations)\b|\.\w{2,3}$",
    re.IGNORECASE,
)
_PERSON = re.compile(r"^(?:[A-ZÀ-ÞА-ЯЁ][\w’'.\-]*)(?:\s(?:(?:al|bin|de|van|von|der|el)\s)?[A-ZÀ-ÞА-ЯЁ][\w’'.\-]*){1,3}(?:,? and .+|,? et al\.)?$")
_STUDY = re.compile(r"(?:(?:world|annual|special|final|interim|country|general|alternative|shadow) )?(?:report|survey|study|submission|review|statement|briefing|guide|index)\b|[^:]{4,60}: ", re.IGNORECASE)
_NAMED_IN_QUOTES = re.compile(r"\b(?:posts?|tweets?|status|comment|statement|video|interview) (?:by|of|from|with) $", re.IGNORECASE)
_IBID = re.compile(r"\W*(?:ibid|op\. ?cit|(?:see )?(?:supra )?(?:note|footnote) \d)", re.IGNORECASE)
_RULE_OR_FORM = re.compile(r"\b(?:law|act|code|decree|circular|constitution|regulations?|rules|order|proclamation|ordinance|bill|article (?!19\b)|data|statistics|report|index|interview|response|v\.)(?=\W|$)", re.IGNORECASE)
_FORM = re.compile(r"^(?:press release|interview|map visuali[sz]ation|video|blog(?: post)?|report|statement|pdf|op-?ed|(?:press|media|public) statement|(?:news|media) release|posted on|urgent action|(?:issue|policy) brief|working paper|fact ?sheet|submission|open letter)$", re.IGNORECASE)
_SAID = re.compile(r"(?P<name>[A-ZÀ-ÞА-ЯЁ][\w’'.\-]*(?: [A-ZÀ-ÞА-ЯЁ][\w’'.\-]*){1,3}),? .*\b(?:said|speaking|spoke|statement|remarks) (?:at|to|in|during)\b")
# "Statistics of the Ministry of …", "… submitted to the … portal": an untitled note names its body behind a preposition.
_BODY_BEHIND = re.compile(r"(?:of|by|from) the (?P<body>(?:Ministry|Government|Office|Committee|Department|Agency|Authority|Commission|Parliament|Bureau)\b[^,;]*)"
                          r"|(?:on|to|from|at|via) the (?P<site>[\w-]+(?:\.[\w-]+)*\.\w{2,4}) (?:portal|website|site)\b")
_NO_PUBLISHER = re.compile(
    r"(?:adopted|signed|approved|republished|available|archived|accessed|via|translated|quoted|cited|(?:last )?(?:updated|modified|revised)|as amended)(?!\w)|(?:articles?(?! 19\b)|arts?|sections?|chapters?|paragraphs?|paras?|pp?|pages?|nos?|vol|volume|issue)\.? ?(?=[\d§]|$|(?-i:[IVX]+\b))",
    re.IGNORECASE,
)

def split_parts(text: str) -> list[str]:
    """A note's sources, one text each: a semicolon before a new title divides them."""
    return [part.strip() for part in _PART_BREAK.split(text) if part.strip()]


def draft_note(text: str) -> dict[str, str]:
    """One source's draft: author, title, publisher, language, published, accessed (EDTF), url, kind."""
    row = dict.fromkeys(FIELDS, "")
    text = _POINTS_TO.sub("", re.sub(r"\s+", " ", text).strip())
    if not re.search(r"\w", text) or _IBID.match(text):
        return row
    found = addresses(text)
    row["url"] = with_scheme(found[0]) if found else ""
    rest = text
    for address in found:
        rest = rest.replace(address, "")
    if doi := _DOI.search(rest):
        row["url"] = row["url"] or f"https://doi.org/{doi[1].rstrip('.,;')}"
        rest = rest.replace(doi.group(), ",")
    rest, row["accessed"] = _take_accessed(rest)
    told, rest = told_language(rest)
    _, rest = unknown_language(rest)
    title = _title_in(rest)
    before, after = (title.before, title.after) if title else ("", rest)
    row["title"] = title.text if title else ""
    row["published"], after = _take_published(after)
    if title and (translation := _TRANSLATION.match(after)):
        row["title"] += f" [{(translation['square'] or translation['round']).strip(' ,')}]"
        after = f",{after[translation.end() :]}"
    after = re.sub(r"\s\[[^\]]*\]", "", after)  # "Resmî Gazete [Official Gazette]"
    pieces = _pieces(after)
    named = _tidy(before)
    if not title and pieces:
        named, pieces = _split_untitled(row, pieces)
    if _PERSON.match(named) and not _BODIES.search(named):
        row["author"] = named
    body = named if not row["author"] else ""
    publishers = [piece for piece in pieces if not _FORM.match(piece) and not _NO_PUBLISHER.match(piece)]
    publishers = [piece for piece in publishers if not piece.startswith("in ")]
    # Behind a form ("press release", "map visualization") stands the series; the body in front publishes.
    if body and title and pieces and (_FORM.match(pieces[0]) or _SERIES.search(pieces[0])):
        publishers = []
    if row["author"] and title and not publishers and not row["author"].endswith("et al."):
        body, row["author"] = named, ""  # "Access Now, “…,” blog": where no one else is named, who stands in front publishes
    row["publisher"] = publishers[0] if publishers else body
    if body and publishers:
        row["author"] = body
    if blogger := re.match(r"(\w+) user (\S+)$", row["publisher"]):
        row["publisher"], row["author"] = blogger.groups()
    _read_speaker(row, named)
    _read_post(row)
    row["language"] = told or seen_language(row["title"], rest) or "en"
    row["kind"] = kind_of(text, title.quoted if title else "", row["publisher"])
    return row


@dataclass(frozen=True)
class _Title:
    """A quoted title: its text, how it is printed, and what stands around it."""

    text: str
    quoted: str
    before: str
    after: str


def _title_in(text: str) -> _Title | None:
    """The quoted title of a note; quotation marks inside it belong to it, and so do the words before "post by “Name”"."""
    match = _TITLE.search(text) or _SINGLE_QUOTES.search(text)
    if not match or _NAMED_IN_QUOTES.search(text[: match.start()]):
        return None
    end = match.end()
    depth = match.group().count("“") - match.group().count("”")
    if match.group()[0] == "“" and match.group().count("“") > 1 and depth > 0:
        closing = re.compile(r"[^“”]*”(?=[\s,;.]|$)[,.]?").match(text, end)
        end = closing.end() if closing else end
    quoted = text[match.start() : end]
    inner = match["title"] if end == match.end() else re.sub(r"[,.]?”[,.]?$", "", quoted[1:])
    words = inner.strip(" ,\"") if end != match.end() else inner.strip(" ,“”\"")
    return _Title(re.sub(r",(?=[’']$)", "", words), quoted, text[: match.start()], text[end:])


def _read_speaker(row: dict, named: str) -> None:
    """An interview has no publisher; one who "said at" an occasion is the author of what the note quotes."""
    if re.match(r"(?:e-?mail|phone|telephone|skype|personal|author\W*s?)?\s*interviews? with\b", row["title"], re.IGNORECASE):
        row["title"] = ", ".join(filter(None, (row["title"], row["publisher"])))
        row["publisher"] = ""
    elif said := _SAID.match(named):
        row["author"], row["publisher"] = said["name"], ""


def _read_post(row: dict) -> None:
    """A post on a network: its author is the one who posts, its publisher the network."""
    if tweet := re.match(r"tweet by (@?\S+)", row["title"], re.IGNORECASE):
        row["author"] = tweet[1]
    elif row["title"].startswith("@") and (on := re.match(r"(\w+) (?:post|status|update|thread|message)\b", row["publisher"])):
        row["author"], row["title"], row["publisher"] = row["title"], on.group(), on[1]
    elif post := re.match(r"(?:facebook )?post by (.+)", row["title"], re.IGNORECASE):
        row["author"], row["title"] = post[1], f"{row['publisher'].split()[0]} post" if row["publisher"] else "post"


def with_scheme(address: str) -> str:
    """An address that opens: `http://` put before one that is printed without it."""
    return address if re.match(r"[a-z]+://", address, re.IGNORECASE) else f"http://{address}"


def edtf_date(match: re.Match, prefix: str = "") -> str:
    """EDTF day or month out of a matched printed date."""
    found = {key: value for key, value in match.groupdict().items() if value}

    def pick(name: str) -> str:
        return next((found[prefix + name + end] for end in ("", "2", "3") if prefix + name + end in found), "")

    month = next(number for number, name in enumerate(_MONTHS, 1) if name.startswith(pick("month").rstrip(".").lower()[:3]))
    day = pick("day")
    return f"{pick('year')}-{month:02d}" + (f"-{int(day):02d}" if day else "")


def _take_accessed(text: str) -> tuple[str, str]:
    match = _ACCESSED.search(text)
    if not match:
        return text, ""
    return _EMPTY_BRACKETS.sub(",", text[: match.start()] + "," + text[match.end() :]), edtf_date(match, "a_")


def _take_published(text: str) -> tuple[str, str]:
    """The first date that is not one of access, and the text without it."""
    match = _DATE.search(text)
    if match and _PERIOD.search(text[: match.start()]):
        return "", text[: _PERIOD.search(text[: match.start()]).start()] + "," + text[match.end() :]
    if match:
        before = re.sub(r"(?:\b(?:(?:last )?(?:posted|published|updated|modified|revised)|on)\s*)+$", "", text[: match.start()].rstrip())
        return edtf_date(match), before + "," + text[match.end() :]
    if match := _IN_DIGITS.search(text):
        found = {re.sub(r"\d$", "", key): int(value) for key, value in match.groupdict().items() if value}
        return f"{found['year']}-{found['month']:02d}-{found['day']:02d}", text[: match.start()] + "," + text[match.end() :]
    if match := _BARE_YEAR.search(text):
        return match.group(1) or match.group(2), text[: match.start()] + "," + text[match.end() :]
    return "", text


def _pieces(text: str) -> list[str]:
    """Comma-divided pieces of what follows a title, years' ranges and empty ones left out."""
    pieces = [_tidy(piece) for piece in re.split(r"[,;](?![^()]*\))", text)]
    pieces = [piece for piece in pieces if re.search(r"[^\W\d]", piece) and not re.fullmatch(r"\d{4}[-–]\d{4}", piece)]
    last = next((place for place, piece in enumerate(pieces[:4]) if place and re.match(r"and [A-Z]", piece)), 0)
    return [", ".join(pieces[: last + 1]), *pieces[last + 1 :]] if last else pieces  # "Ministry of Trade, Industry, and Energy"


def _split_untitled(row: dict, pieces: list[str]) -> tuple[str, list[str]]:
    """A note without a quoted title: the first piece names it; a press release or post keeps its publisher's name."""
    first, others = pieces[0], pieces[1:]
    if others and (_FORM.match(others[0]) or others[0].lower().startswith("post by")):
        row["title"] = others[0]
        return first, []
    if re.search(r"transparency report", first, re.IGNORECASE):
        row["title"] = first
        return re.split(r"\s+transparency", first, flags=re.IGNORECASE)[0], []
    if others and re.match(r"[A-ZÀ-ÞА-ЯЁ\d]", others[0]) and not _NO_PUBLISHER.match(others[0]) and _BODIES.search(first) and not _RULE_OR_FORM.search(first) and (not _BODIES.search(others[0]) or re.search(r"\bCourt\b", first) or _STUDY.match(others[0])):
        row["title"] = others[0]  # "Article 19, Impunity in …": a title in italics behind the body that publishes it
        return first, []
    if len(others) > 1 and _PERSON.match(first) and not _BODIES.search(first) and not _RULE_OR_FORM.search(first) and len(others[0].split()) > 2:
        row["title"] = others[0]  # "Jane Doe, A Title in Italics, Publisher"
        return first, others[1:]
    row["title"] = first
    if not others and (found := _BODY_BEHIND.search(first)):
        if found["site"]:
            return "", [found["site"]]
        row["title"] = _tidy(first[: found.start()])
        return "", [_tidy(found["body"])]
    return "", others


def _tidy(text: str) -> str:
    tidy = re.sub(r"\s+", " ", text).strip(" ,.;:—–“”\"")
    return re.sub(r"\bet al$", "et al.", re.sub(r"(?<=[a-z] [A-Z])$", ".", tidy) if text.rstrip(" ,;").endswith(".") else tidy)


def draft_sources(notes: dict) -> list[dict]:
    """Draft rows of `sources` for all notes of a report: a row per source; an empty note is one row that says so.

    What was guessed is marked in `comment` for a person to confirm.
    """
    rows = []
    for number, note in sorted(notes.items()):
        if note.empty:
            comment = "The report prints this number with nothing behind it."
            rows.append({"footnote": number, "part": 1, **dict.fromkeys(FIELDS, ""), "comment": comment})
            continue
        for part, text in enumerate(split_parts(note.text), 1):
            row = draft_note(text)
            rows.append({"footnote": number, "part": part, **row, "comment": _guessed(text, row)})
    return rows


def _guessed(text: str, row: dict) -> str:
    """The mark for what the note does not say in so many words."""
    if _IBID.match(text):
        return f"{MARK} points to another note; take over its cells"
    unsure = []
    if row["kind"] and not says_its_kind(text, row["kind"]):
        unsure.append("kind")
    if row["publisher"] and (not _TITLE.search(text) or text.startswith(row["publisher"])):
        unsure.append("publisher")
    if row["language"] != "en" and not told_language(text)[0] or (row["language"] == "en" and maybe_foreign(row["title"])):
        unsure.append("language")
    named, _ = unknown_language(text)
    if named and not told_language(text)[0]:
        unsure.append(f"language ('in {named}' is printed)")
    return f"{MARK} guessed {' and '.join(unsure)}; decide" if unsure else ""
