"""Sentences that tell a proceeding against somebody → draft rows of `cases`."""

from __future__ import annotations

import re

from netfreedom.draft.candidates import Candidate, place_in
from netfreedom.draft.kinds import first_of
from netfreedom.draft.restrictions import targets_in

_STAGES = (
    ("acquitted", r"\bacquitted\b"), ("dismissed", r"\b(?:case|charges|suit|lawsuit)\b[^.]{0,30}\b(?:dismissed|dropped|closed)\b|\brejected\b"),
    ("convicted", r"\b(?:sentenced|given (?:\w+ ){1,4}in (?:prison|jail)|received (?:an? )?(?:\w+[- ])?(?:\w+ )?(?:months?|years?|sentence)|convicted|found guilty|fined|jailed|imprisoned|ordered to pay)\b|\b(?:upheld|confirmed|reduced)\b[^.]{0,40}\b(?:sentence|conviction)|\b\w+-(?:year|month) (?:prison )?sentence\b"), ("released", r"\breleased\b|\bpardoned\b"),
    ("tried", r"\b(?:trial|hearing|tried|court)\b"), ("charged", r"\bcharg(?:ed|es)\b|\bindicted\b|\bprosecuted\b|\bsued\b"),
    ("detained", r"\b(?:arrested|detained|detention|custody|held since|picked up by|rounded up)\b"), ("investigated", r"\binvestigat\w*|\bcriminal case\b"),
)  # fmt: skip
_SANCTIONS = (
    ("suspended", r"\bsuspended (?:sentence|prison|term)\b|\bprobation\b"), ("restricted_freedom", r"\brestrict(?:ed|ion of) freedom\b|\bhouse arrest\b|\blimited freedom\b"),
    ("administrative_arrest", r"\badministrative (?:arrest|detention|imprisonment)\b"), ("damages", r"\bdamages\b|\bcompensation\b|\bordered to pay\b"),
    ("prison", r"\b(?:prison|jail(?:ed)?|imprison\w*|behind bars|penal colony)\b"), ("fine", r"\bfine[ds]?\b"), ("ban", r"\bbanned from\b|\bprohibition of\b|\bban on\b"),
)  # fmt: skip
_ROLES = (
    ("editor", r"\beditor\b"), ("journalist", r"\b(?:journalists?|reporters?|correspondent)\b"), ("blogger", r"\bbloggers?\b"), ("activist", r"\b(?:activists?|human rights defender|critics?)\b"),
    ("politician", r"\b(?:politician|lawmaker|opposition leader|candidate|member of parliament)\b"), ("artist", r"\b(?:artist|singer|rapper|poet|writer|cartoonist|musician)\b"),
    ("group_administrator", r"\badministrator of\b|\bgroup admin\w*"), ("social_media_user", r"\b(?:Facebook|Twitter|VKontakte|Instagram|social media|internet|YouTube|TikTok) users?\b|\buser\b"),
)  # fmt: skip
_PERSON_WORDS = re.compile(r"\b(?:(?:[Hh]is|[Hh]er|[Tt]heir) (?:trial|case|appeal|sentence|conviction|arrest|detention)|[Hh]e|[Ss]he|[Tt]hey|activists?|journalists?|bloggers?|editor|users?|man|woman|person|people|students?|resident|defendants?|individuals?|critics?|accused|detained|administrators?|owners?|members?|lawyers?|women|men|protesters?|reporters?|teachers?|politicians?|singers?|rappers?|writers?|poets?|officials?)\b")
_PERSON = re.compile(r"(?<![\w.])[A-ZÀ-Þ][\w’'-]+(?: (?:(?:al|el|ul|ur)-[A-ZÀ-Þ][\w’'-]+|(?:(?:al|el|bin|bint|ibn|de|la|da|van|von|U) )?[A-ZÀ-Þ][\w’'-]+)){1,4}(?![\w.]\w)")
# What stands before a name, and in front of what no person stands.
_TITLE = re.compile(
    r"^(?:(?:Blogger|Journalist|Activist|Reporter|Editor|Lawyer|Artist|Singer|Rapper|Writer|Poet|Student|Politician|Judge|Justice|President|Minister|Prime|Senator|Governor|Mayor|User|Columnist|Cartoonist|Comedian|Former"
    r"|Mr|Ms|Dr|Professor|General|Colonel|Captain|Police|Facebook|Twitter|YouTube|Instagram|TikTok|Telegram|WhatsApp) )+"
)
_PLACE_BEFORE = re.compile(r"\b(?:in|at|near|from|by|of) (?:the )?$")
_NO_PERSON = re.compile(
    r"\b(?:Court|Code|Law|Act|Article|Ministry|Committee|Council|Party|Service|University|Human|Rights|News|Radio|Press|Agency|Office|State|Republic|National|Supreme|District"
    r"|North|South|East|West|Western|Eastern|Magazine|Northern|Southern|Central|United|Facebook|Twitter|YouTube|WhatsApp|January|February|March|April|May|June|July|August|September|October|November|December|The|In|On|Criminal)\b"
)
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12, "fifteen": 15, "eighteen": 18, "twenty": 20}
_COUNT = r"(?P<number>\d+|" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + r")"
_TERM = re.compile(rf"\b{_COUNT}(?P<half>[- ]and[- ]a[- ]half)?[- ](?P<unit>years?|months?|weeks?|days?)\b(?![- ]old)(?:,? and {_COUNT.replace('number', 'more')} months?\b)?", re.IGNORECASE)
_SUM = re.compile(r"(?P<currency>US\s?\$|\$|€|£|[A-Z]{3} ?)(?P<number>\d[\d,]*(?:\.\d+)?)(?P<scale> million| billion| thousand)?")
_CURRENCY = {"$": "USD", "US$": "USD", "€": "EUR", "£": "GBP"}
_CROWD = re.compile(r"\b(?:(?P<word>dozens|hundreds|thousands|several|many|scores)(?: of)?|(?:at least |more than |over |nearly |about )?(?P<number>\d{1,4}|two|three|four|five|six|seven|eight|nine|ten))\s+(?:\w+ ){0,3}?(?:people|persons|users|activists|journalists|bloggers|individuals|students|protesters|members|critics)\b", re.IGNORECASE)
_CROWD_LEAST = {"dozens": 24, "hundreds": 200, "thousands": 2000, "scores": 40}


def case_row(candidate: Candidate, questions: dict[str, str]) -> dict[str, str] | None:
    """A row where the sentence tells a stage of a proceeding against somebody; None else. Unnamed people stay unnamed."""
    text = candidate.sentence
    stage = first_of(_STAGES, text, "")
    if candidate.guess.kind not in ("prosecution", "arrest") or not stage:
        return None
    person, crowd = person_in(text), _CROWD.search(text)
    if not person and not _PERSON_WORDS.search(text):
        return None
    sanction = first_of(_SANCTIONS, text, "") if stage in ("convicted", "detained", "tried") else ""
    term, months = _term(text) if sanction in ("prison", "suspended", "restricted_freedom", "administrative_arrest") else ("", "")
    amount, currency = _sum(text) if sanction in ("fine", "damages") else ("", "")
    day = candidate.mention.date if candidate.mention and "/" not in candidate.mention.date else ""
    article = re.search(r"\b[Aa]rticle (\d[\d.()a-z]*)", text)
    remark = "decide person, proceeding, charge and dates" + (f"; term read from {months}" if term else "") + ("" if person else "; the sentence prints no name")
    return {
        "person": person or "not named", "part_of": "", "persons_min": str(_least(crowd, person)), "persons_text": crowd["word"].lower() if crowd and crowd["word"] else "",
        "role": first_of(_ROLES, text, "other"), "place": place_in(text), "platform": ";".join(name for name, _ in targets_in(text)[:2]), "about": "",
        "proceeding": _proceeding(text, sanction), "charge": "", "law_id": "", "article": article.group(1).rstrip(".") if article else "",
        "arrested": day if stage == "detained" else "", "custody": "yes" if re.search(r"\bin custody\b|\bpre-?trial\b|\bdetained\b|\barrested\b", text) and stage == "detained" else "not_stated",
        "decided": day if stage in ("convicted", "acquitted", "dismissed") else "", "stage": stage, "sanction": sanction, "term": term, "amount": amount, "currency": currency,
        "other_sanction": "", "event_id": candidate.id, **candidate.common(questions, remark),
    }  # fmt: skip


def person_in(text: str) -> str:
    """The first name of a person in a sentence (two words or more with capitals), or nothing."""
    for match in _PERSON.finditer(text):
        name = _TITLE.sub("", re.sub(r"[’']s?$", "", match.group()))
        if _PLACE_BEFORE.search(text[: match.start()]) and not re.search(r"\b(?:case|trial|arrest|detention|conviction|sentencing|prosecution|release) of $", text[: match.start()]):
            continue
        if not _NO_PERSON.search(name) and 2 <= len(name.split()) <= 5:
            return name
    return ""


def _least(crowd: re.Match | None, person: str) -> int:
    if person or not crowd:
        return 1
    if crowd["word"]:
        return _CROWD_LEAST.get(crowd["word"].lower(), 2)
    return max(1, _count(crowd["number"]))


def _term(text: str) -> tuple[str, str]:
    """An ISO 8601 duration in months or days, and the printed words that it was read from."""
    match = _TERM.search(text)
    if not match:
        return "", ""
    number, unit = _count(match["number"]), match["unit"].lower().rstrip("s")
    months = number * 12 + (6 if match["half"] else _count(match["more"]) if match["more"] else 0) if unit == "year" else number
    return {"year": f"P{months}M", "month": f"P{number}M", "week": f"P{number}W", "day": f"P{number}D"}[unit], match.group()


def _sum(text: str) -> tuple[str, str]:
    match = _SUM.search(text)
    if not match:
        return "", ""
    scale = {"million": 10**6, "billion": 10**9, "thousand": 10**3}.get((match["scale"] or "").strip(), 1)
    number = float(match["number"].replace(",", "")) * scale
    sign = match["currency"].replace(" ", "")
    return f"{number:g}" if number < 10**6 else f"{number:.0f}", _CURRENCY.get(sign, sign)


def _proceeding(text: str, sanction: str) -> str:
    if sanction == "administrative_arrest" or re.search(r"\badministrative\b", text):
        return "administrative"
    if re.search(r"\bcivil\b", text) or sanction == "damages":
        return "civil"
    return "criminal" if re.search(r"\bcriminal\b|\bprison\b|\bjail\w*|\bimprison\w*", text) else ""


def _count(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word.lower()]
