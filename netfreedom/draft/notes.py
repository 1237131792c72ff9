"""A footnote's text → a draft row of `sources`: author, title, publisher, language, dates, address, kind.

A draft is a proposal for a coder. It follows the order in which the reports print a source (author, “title,” [in Language]
publisher, date, address) and leaves a field empty rather than guess.
"""

from __future__ import annotations

import re

from netfreedom.report.notes import addresses

FIELDS = ("author", "title", "publisher", "language", "published", "accessed", "url", "kind")

LANGUAGES = {
    "arabic": "ar", "armenian": "hy", "azerbaijani": "az", "azeri": "az", "belarusian": "be", "bengali": "bn", "burmese": "my",
    "chinese": "zh", "english": "en", "estonian": "et", "farsi": "fa", "persian": "fa", "french": "fr", "georgian": "ka",
    "german": "de", "hebrew": "he", "hindi": "hi", "hungarian": "hu", "icelandic": "is", "indonesian": "id", "bahasa indonesia": "id",
    "italian": "it", "japanese": "ja", "kazakh": "kk", "khmer": "km", "korean": "ko", "kyrgyz": "ky", "malay": "ms",
    "portuguese": "pt", "russian": "ru", "sinhala": "si", "spanish": "es", "swahili": "sw", "tagalog": "tl", "filipino": "tl",
    "tamil": "ta", "thai": "th", "turkish": "tr", "ukrainian": "uk", "urdu": "ur", "uzbek": "uz", "vietnamese": "vi",
}  # fmt: skip

_MONTHS = (
    "january february march april may june july august september october november december".split()
)
_MONTH = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
_DATE = re.compile(
    rf"\b(?:(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}}),?\s+(?P<year>\d{{4}})|(?P<day2>\d{{1,2}})\s+(?P<month2>{_MONTH}),?\s+(?P<year2>\d{{4}})"
    rf"|(?P<month3>{_MONTH}),?\s+(?P<year3>\d{{4}}))\b"
)
_ACCESSED = re.compile(rf"\b(?:last\s+)?(?:accessed|visited|retrieved)\s+(?:on\s+)?(?P<date>{_DATE.pattern.replace('?P<', '?P<a_')})", re.IGNORECASE)
_BARE_YEAR = re.compile(r"(?:^|,)\s*((?:19|20)\d\d)\s*(?=[,.]|$)")
_LANGUAGE_TAG = re.compile(r"[\[(]\s*in ([A-Za-z ]+?)\s*[\])]", re.IGNORECASE)
_TRANSLATION = re.compile(r"\[(?!\s*in\s)([^\]]+)\]", re.IGNORECASE)
_TITLE = re.compile(r"[“”\"„«]{1,2}\s*(?P<title>\S.*?)\s*(?:,|(?<!\.)\.)?\s*[”“\"»](?=\s|,|;|\.|$|\[)[,.]?")
_CYRILLIC = re.compile(r"[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі]{3,}")
_PART_BREAK = re.compile(r";\s*(?=[“\"„«]|[A-Z][^;]{0,60},\s*[“\"])")

_BODIES = re.compile(
    r"\b(?:union|international|foundation|ministry|minister|government|committee|center|centre|institute|university|agency|association|council"
    r"|organi[sz]ation|network|transparency|report|group|press|service|security|house|telecom\w*|company|bank|office|parliament"
    r"|court|freedom|watch|google|facebook|twitter|microsoft|yahoo|wikileaks|official|website|media|lab|team|data|tweet|article|law)\b|\.\w{2,3}$",
    re.IGNORECASE,
)
_PERSON = re.compile(r"^(?:[A-ZÀ-ÞА-ЯЁ][\w’'.\-]*)(?:\s(?:(?:al|bin|de|van|von|der|el)\s)?[A-ZÀ-ÞА-ЯЁ][\w’'.\-]*){1,3}(?:,? and .+)?$")
_FORM = re.compile(r"^(?:press release|interview|map visuali[sz]ation|video|blog|report|statement|pdf|op-?ed|press statement|posted on)$", re.IGNORECASE)
_NO_PUBLISHER = re.compile(r"(?:adopted|signed|approved|republished|translated|quoted|cited)\b", re.IGNORECASE)

# The first rule that fits names the kind: what the source is comes before who publishes it.
_KINDS = (
    ("interview", r"\b(?:email|e-mail|phone|telephone|skype|personal|author)\b.*\binterview|^interview with|\bsaid at the\b|conversation with|,\s*interview\b"),
    ("transparency_report", r"transparency report|government removal requests|requests for user information"),
    ("leak", r"wikileaks|leaked (?:emails|documents) archive"),
    ("social_media", r"^(?:tweet|facebook, post|facebook post|post by)\b|\bpost by\b|https?://(?:www\.)?(?:facebook|twitter|vk|instagram)\.com/\S+"),
    ("blog", r"\(blog\)|livejournal user|\bblogspot\.|wordpress\.com"),
    ("legal_text", r"^[“”\"]?(?:law (?:of|on)|article \d|decree|rules of|constitution|resolution|(?:criminal|civil|administrative) code)"
                   r"|закон\b|кодекс|governmental decree|о национальной безопасности|\[(?:the )?law (?:on|of)\b"),
    ("statistics", r"statistic|percentage of|subscriptions, \d{4}|key ict indicators|net index|average connection speed|internet users by"),
    ("official", r"\bofficial (?:response|website)|\bgov\.|ministry|prime minister|president(?:ial)? administration|parliament\b"),
    ("company", r"press release|about page"),
    ("ngo", r"foundation|adil ?soz|human rights watch|amnesty|reporters without|rsf\b|committee to protect|article 19|freedom house|access now"),
    ("research", r"\bbudde\b|\bakamai\b|citizen lab|university|journal of|working paper|renesys|opennet initiative"),
)  # fmt: skip

_TOLD_BY_PUBLISHER = {"interview", "social_media", "official", "company", "ngo"}


def split_parts(text: str) -> list[str]:
    """A note's sources, one text each: a semicolon before a new title divides them."""
    return [part.strip() for part in _PART_BREAK.split(text) if part.strip()]


def draft_note(text: str) -> dict[str, str]:
    """One source's draft: author, title, publisher, language, published, accessed (EDTF), url, kind."""
    row = dict.fromkeys(FIELDS, "")
    text = re.sub(r"\s+", " ", text).strip()
    if not re.search(r"\w", text):
        return row
    found = addresses(text)
    row["url"] = with_scheme(found[0]) if found else ""
    rest = text
    for address in found:
        rest = rest.replace(address, "")
    rest, row["accessed"] = _take_accessed(rest)
    tag = _LANGUAGE_TAG.search(rest)
    rest = _LANGUAGE_TAG.sub(",", rest)
    row["language"] = _language(tag.group(1) if tag else "", text)
    title = _TITLE.search(rest)
    before, after = (rest[: title.start()], rest[title.end() :]) if title else ("", rest)
    row["title"] = re.sub(r",(?=[’']$)", "", title["title"].strip(" ,“”\"")) if title else ""
    row["published"], after = _take_published(after)
    translation = _TRANSLATION.search(after)
    if translation and row["title"]:
        row["title"] += f" [{translation.group(1).strip()}]"
        after = after.replace(translation.group(), ",")
    pieces = _pieces(after)
    named = _tidy(before)
    if not title and pieces:
        named, pieces = _split_untitled(row, pieces)
    if _PERSON.match(named) and not _BODIES.search(named):
        row["author"] = named
    body = named if not row["author"] else ""
    publishers = [piece for piece in pieces if not _FORM.match(piece) and not _NO_PUBLISHER.match(piece)]
    publishers = [piece for piece in publishers if not piece.startswith("in ")]
    row["publisher"] = publishers[0] if publishers else body
    if body and publishers:
        row["author"] = body
    if blogger := re.match(r"(\w+) user (\S+)$", row["publisher"]):
        row["publisher"], row["author"] = blogger.groups()
    row["kind"] = _kind(text, title.group() if title else "", row)
    return row


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
    return text[: match.start()] + "," + text[match.end() :], edtf_date(match, "a_")


def _take_published(text: str) -> tuple[str, str]:
    """The first date that is not one of access, and the text without it."""
    if match := _DATE.search(text):
        before = re.sub(r"(?:\b(?:posted|published|updated|on)\s*)+$", "", text[: match.start()].rstrip())
        return edtf_date(match), before + "," + text[match.end() :]
    if match := _BARE_YEAR.search(text):
        return match.group(1), text[: match.start()] + "," + text[match.end() :]
    return "", text


def _language(tag: str, text: str) -> str:
    if tag.strip().lower() in LANGUAGES:
        return LANGUAGES[tag.strip().lower()]
    printed = _CYRILLIC.search(text)
    if not printed:
        return "en"
    if re.search(r"[әғқңөұүһ]", text, re.IGNORECASE):
        return "kk"
    return "uk" if re.search(r"[їєґ]", text, re.IGNORECASE) else "ru"


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
    row["title"] = first
    return "", others


def _tidy(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip(" ,.;:—–“”\"")


def _kind(text: str, title: str, row: dict) -> str:
    """The first kind whose rule fits; a ministry in a headline does not make the news official."""
    for kind, pattern in _KINDS:
        searched = text.replace(title, " ") if title and kind in _TOLD_BY_PUBLISHER else text
        if re.search(pattern, searched, re.IGNORECASE):
            return kind
    return "news" if row["publisher"] else ""


def draft_sources(notes: dict) -> list[dict]:
    """Draft rows of `sources` for all notes of a report: a row per source; an empty note is one row that says so."""
    rows = []
    for number, note in sorted(notes.items()):
        if note.empty:
            comment = "The report prints this number with nothing behind it."
            rows.append({"footnote": number, "part": 1, **dict.fromkeys(FIELDS, ""), "comment": comment})
            continue
        for part, text in enumerate(split_parts(note.text), 1):
            rows.append({"footnote": number, "part": part, **draft_note(text), "comment": ""})
    return rows
