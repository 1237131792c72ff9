"""A footnote's text → a draft row of `sources`: author, title, publisher, language, dates, address, kind.

A draft is a proposal for a coder. It follows the order in which the reports print a source (author, “title,” [in Language]
publisher, date, address) and leaves a field empty rather than guess.
"""

from __future__ import annotations

import re

from netfreedom.data.check_draft import MARK
from netfreedom.draft.languages import maybe_foreign, seen_language, told_language
from netfreedom.report.notes import addresses

FIELDS = ("author", "title", "publisher", "language", "published", "accessed", "url", "kind")

_MONTHS = (
    "january february march april may june july august september october november december".split()
)
_MONTH = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
_DATE = re.compile(
    rf"\b(?:(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}}),?\s+(?P<year>\d{{4}})|(?P<day2>\d{{1,2}})\s+(?P<month2>{_MONTH}),?\s+(?P<year2>\d{{4}})"
    rf"|(?P<month3>{_MONTH}),?\s+(?P<year3>\d{{4}}))\b"
)
_ACCESSED = re.compile(rf"\b(?:last\s+)?(?:accessed|visited|retrieved)\s+(?:on\s+)?(?P<date>{_DATE.pattern.replace('?P<', '?P<a_')})", re.IGNORECASE)
_BARE_YEAR = re.compile(r"(?:^|,)\s*((?:19|20)\d\d)\s*(?=[,.]|$)|\(((?:19|20)\d\d)\)")
_DOI = re.compile(r"\bdoi(?:\.org/|:\s?)(10\.\d{4,}/\S+)", re.IGNORECASE)
_EMPTY_BRACKETS = re.compile(r"[\[(]\s*,?\s*[\])]")
_PERIOD = re.compile(rf"{_MONTH}(?:\s+\d{{4}})?\s*(?:to|through|[-–—])\s*$")  # "July to December 2013": what it covers, not when it came out
_TRANSLATION = re.compile(r"[\s,]*(?:\[(?P<square>[^\]]+)\]|\((?P<round>[^)]{6,})\))")  # right behind the title
_TITLE = re.compile(r"[“”\"„«]{1,2}\s*(?P<title>\S.*?)\s*(?:,|(?<!\.)\.)?\s*[”“\"»](?=\s|,|;|\.|$|\[)[,.]?")
_PART_BREAK = re.compile(r";\s*(?=[“\"„«]|[A-Z][^;]{0,60},\s*[“\"])")

# "See: …", "For more, see …": what stands in front of a source and is no part of it.
_POINTS_TO = re.compile(r"^(?:for (?:more|details|example)[^,]{0,25}, )?see(?: also| for example|,? e\.g\.)?[:,]? (?=[“”\"„A-ZА-ЯЁ])", re.IGNORECASE)
# A body's own series ("Freedom on the Net 2015", "World Report") stands where else the publisher does.
_SERIES = re.compile(r"\b(?:19|20)\d\d$|\b(?:report|survey|index|ranking|database|statistics|profile)s?$", re.IGNORECASE)
_BODIES = re.compile(
    r"\b(?:union|international|foundation|ministry|minister|government|committee|center|centre|institute|university|agency|association|council"
    r"|organi[sz]ation|network|transparency|report|group|press|service|security|house|telecom\w*|company|bank|office|parliament"
    r"|court|freedom|watch|google|facebook|twitter|microsoft|yahoo|wikileaks|assembly|congress|senate|tribunal|secretariat|board|gazette|official|website|media|lab|team|data|tweet|article|law|reporters|borders|initiative|project|society|foundation|forum|fund|alliance|commission|federation|amnesty"
    r"|rights|voices|department|authority|research|consulting|technologies|mobile|wireless|front|monitor|observatory|journalists|bank|nations)\b|\.\w{2,3}$",
    re.IGNORECASE,
)
_PERSON = re.compile(r"^(?:[A-ZÀ-ÞА-ЯЁ][\w’'.\-]*)(?:\s(?:(?:al|bin|de|van|von|der|el)\s)?[A-ZÀ-ÞА-ЯЁ][\w’'.\-]*){1,3}(?:,? and .+)?$")
_IBID = re.compile(r"\W*(?:ibid|op\. ?cit|(?:see )?(?:supra )?(?:note|footnote) \d)", re.IGNORECASE)
_RULE_OR_FORM = re.compile(r"\b(?:law|act|code|decree|circular|constitution|regulations?|bill|article (?!19\b)|data|statistics|report|index|interview|response|v\.)(?=\W|$)", re.IGNORECASE)
_FORM = re.compile(r"^(?:press release|interview|map visuali[sz]ation|video|blog(?: post)?|report|statement|pdf|op-?ed|(?:press|media|public) statement|(?:news|media) release|posted on|urgent action|(?:issue|policy) brief|working paper|fact ?sheet|submission|open letter)$", re.IGNORECASE)
_SAID = re.compile(r"(?P<name>[A-ZÀ-ÞА-ЯЁ][\w’'.\-]*(?: [A-ZÀ-ÞА-ЯЁ][\w’'.\-]*){1,3}),? .*\b(?:said|speaking|spoke|statement|remarks) (?:at|to|in|during)\b")
# "Statistics of the Ministry of …", "… submitted to the … portal": an untitled note names its body behind a preposition.
_BODY_BEHIND = re.compile(r"(?:of|by|from) the (?P<body>(?:Ministry|Government|Office|Committee|Department|Agency|Authority|Commission|Parliament|Bureau)\b[^,;]*)"
                          r"|(?:on|to|from|at|via) the (?P<site>[\w-]+(?:\.[\w-]+)*\.\w{2,4}) (?:portal|website|site)\b")
_NO_PUBLISHER = re.compile(r"(?:adopted|signed|approved|republished|available|archived|accessed|via|translated|quoted|cited|article|section|chapter|paragraph|para|pp?|no|vol)\b", re.IGNORECASE)

# The first rule that fits names the kind: what the source is comes before who publishes it.
_KINDS = (
    ("interview", r"\b(?:email|e-mail|phone|telephone|skype|personal|author)\b.*\binterview|^interviews? with|\bsaid at the\b|conversation with|,\s*interview\b"),
    ("transparency_report", r"transparency report|government removal requests|requests for user information"),
    ("leak", r"wikileaks|leaked (?:emails|documents) archive"),
    ("social_media", r"^(?:tweet|facebook, post|facebook post|post by)\b|\bpost by\b|https?://(?:www\.)?(?:facebook|twitter|vk|instagram)\.com/\S+"),
    ("blog", r"\(blog\)|livejournal user|\bblogspot\.|wordpress\.com"),
    ("legal_text", r"^[“”\"]?(?:law (?:of|on|no)\b|article \d|decree|rules of|constitution|resolution|(?:criminal|civil|administrative) code)"
                   r"|закон\b|кодекс|governmental decree|о национальной безопасности|\[(?:the )?law (?:on|of)\b"),
    ("statistics", r"statistic|percentage of|subscriptions, \d{4}|key ict indicators|net index|average connection speed|internet users by"),
    ("official", r"\bofficial (?:response|website)|\bgov\.|ministry|prime minister|president(?:ial)? administration|parliament\b"),
    ("company", r"press release|about page"),
    ("ngo", r"foundation|adil ?soz|human rights watch|amnesty|reporters without|rsf\b|committee to protect|article 19|freedom house|access now"),
    ("research", r"\bbudde\b|\bakamai\b|citizen lab|university|journal of|working paper|renesys|opennet initiative"),
)  # fmt: skip

# These words tell what a source is; any other kind is a guess.
_SAYS_ITS_KIND = re.compile(r"\binterview\b|\btweet\b|\bpost by\b|\btransparency report\b|\(blog\)|\bpress release\b|\bwikileaks\b", re.IGNORECASE)
_TOLD_BY_PUBLISHER = {"interview", "social_media", "official", "company", "ngo"}


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
    title = _TITLE.search(rest)
    before, after = (rest[: title.start()], rest[title.end() :]) if title else ("", rest)
    row["title"] = re.sub(r",(?=[’']$)", "", title["title"].strip(" ,“”\"")) if title else ""
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
    if row["author"] and title and not publishers:
        body, row["author"] = named, ""  # "Access Now, “…,” blog": where no one else is named, who stands in front publishes
    row["publisher"] = publishers[0] if publishers else body
    if body and publishers:
        row["author"] = body
    if blogger := re.match(r"(\w+) user (\S+)$", row["publisher"]):
        row["publisher"], row["author"] = blogger.groups()
    _read_speaker(row, named)
    _read_post(row)
    row["language"] = told or seen_language(row["title"], rest) or "en"
    row["kind"] = _kind(text, title.group() if title else "", row)
    return row


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
        before = re.sub(r"(?:\b(?:posted|published|updated|on)\s*)+$", "", text[: match.start()].rstrip())
        return edtf_date(match), before + "," + text[match.end() :]
    if match := _BARE_YEAR.search(text):
        return match.group(1) or match.group(2), text[: match.start()] + "," + text[match.end() :]
    return "", text


def _pieces(text: str) -> list[str]:
    """Comma-divided pieces of what follows a title, years' ranges and empty ones left out."""
    pieces = [_tidy(piece) for piece in re.split(r",|;", text)]
    return [piece for piece in pieces if re.search(r"[^\W\d]", piece) and not re.fullmatch(r"\d{4}[-–]\d{4}", piece)]


def _split_untitled(row: dict, pieces: list[str]) -> tuple[str, list[str]]:
    """A note without a quoted title: the first piece names it; a press release or post keeps its publisher's name."""
    first, others = pieces[0], pieces[1:]
    if others and (_FORM.match(others[0]) or others[0].lower().startswith("post by")):
        row["title"] = others[0]
        return first, []
    if re.search(r"transparency report", first, re.IGNORECASE):
        row["title"] = first
        return re.split(r"\s+transparency", first, flags=re.IGNORECASE)[0], []
    if others and re.match(r"[A-ZÀ-ÞА-ЯЁ\d]", others[0]) and not _NO_PUBLISHER.match(others[0]) and _BODIES.search(first) and not _RULE_OR_FORM.search(first) and (not _BODIES.search(others[0]) or re.search(r"\bCourt\b", first)):
        row["title"] = others[0]  # "Article 19, Impunity in …": a title in italics behind the body that publishes it
        return first, []
    row["title"] = first
    if not others and (found := _BODY_BEHIND.search(first)):
        if found["site"]:
            return "", [found["site"]]
        row["title"] = _tidy(first[: found.start()])
        return "", [_tidy(found["body"])]
    return "", others


def _tidy(text: str) -> str:
    return re.sub(r"\bet al$", "et al.", re.sub(r"\s+", " ", text).strip(" ,.;:—–“”\""))


def _kind(text: str, title: str, row: dict) -> str:
    """The first kind whose rule fits; a ministry in a headline does not make the news official."""
    for kind, pattern in _KINDS:
        searched = text.replace(title, " ") if title and kind in _TOLD_BY_PUBLISHER else text
        if re.search(pattern, searched, re.IGNORECASE):
            return kind
    return "news" if row["publisher"] else ""


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
    if row["kind"] and not (_SAYS_ITS_KIND.search(text) and row["kind"] in ("interview", "social_media", "transparency_report", "blog", "company", "leak")):
        unsure.append("kind")
    if row["publisher"] and (not _TITLE.search(text) or text.startswith(row["publisher"])):
        unsure.append("publisher")
    if row["language"] != "en" and not told_language(text)[0] or (row["language"] == "en" and maybe_foreign(row["title"])):
        unsure.append("language")
    return f"{MARK} guessed {' and '.join(unsure)}; decide" if unsure else ""
