"""Names, places and numbers of a sentence: the short words as printed that a row keeps as evidence."""

from __future__ import annotations

import re

from netfreedom.report.text import normalize
from netfreedom.report.words import stands

MOST_WORDS = 4
_NAME = re.compile(
    r"(?<![\w@])(?:[A-ZÀ-ÞА-ЯЁ][\w’'&-]*(?:/[A-Z]\w+)?|[a-z]+[A-Z]\w+)(?:(?:\s(?:of|the|and|for|on|de|al|bin|van))?(?:\s(?:of|the|for|on|de|al|bin|van))?\s[A-ZÀ-ÞА-ЯЁ][\w’'&-]*)*"
)
_DOMAIN = re.compile(r"(?<![\w@.-])(?:[A-Za-z0-9-]+\.)+(?!(?:The|In|On|A|It)\b)[A-Za-z]{2,}\b(?!\.)")
_QUOTED_NAME = re.compile(r"[“\"]([A-Z][^”\".]{2,60})[”\"]")
_NUMBER = re.compile(
    r"(?:US\s?\$|[$€£]|[A-Z]{3}\s?)?(?<![\d.,])\d[\d,]*(?:\.\d+)?(?:\s?(?:percent|per cent|%|million|billion|thousand|Mbps|Gbps|people|users|websites|sites|requests|years?|months?|days?|hours?|cases|accounts|posts|journalists|activists|bloggers))?(?!\d)"
)
_MONTHS = {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}
# Words that stand with a capital where a sentence opens, and are no names.
_PLAIN = {
    "The", "A", "An", "In", "On", "At", "By", "For", "From", "To", "As", "After", "Before", "During", "Since", "While", "When", "Although", "However", "But",
    "And", "Or", "If", "It", "Its", "He", "She", "They", "His", "Her", "Their", "This", "That", "These", "Those", "There", "One", "Two", "Three", "Four",
    "Some", "Several", "Many", "Most", "Both", "All", "Other", "Another", "Separately", "Additionally", "Furthermore", "Moreover", "Meanwhile", "Despite",
    "According", "Under", "Following", "Notably", "Later", "Early", "Earlier", "Late", "Such", "Similarly", "Also", "Between", "Until", "Over", "Within",
    "Authorities", "Users", "Police", "Activists", "Journalists", "Government", "Internet", "Dozens", "Hundreds", "Nearly", "About", "Only", "Previously",
    "Recently", "Finally", "Instead", "Though", "Because", "Once", "Where", "Who", "What", "How", "Not", "No", "More", "Less", "At least", "Few", "Each",
    "Court", "Article", "Online", "Examples", "Charges",
}  # fmt: skip
_LINKS = {"of", "the", "and", "for", "on", "de", "al", "bin", "van"}


class Names:
    """Tells names from words that only open a sentence: a word that the report also prints in small letters is no name there."""

    def __init__(self, whole_text: str):
        words = re.findall(r"[^\W\d_]+", whole_text)
        small: dict[str, int] = {}
        large: dict[str, int] = {}
        for word in words:
            bucket = small if word.islower() else large
            bucket[word.lower()] = bucket.get(word.lower(), 0) + 1
        # More often in small letters than with a capital: a plain word.
        self._plain = {word for word, count in small.items() if count >= large.get(word, 0)}

    def of(self, sentence: str) -> list[str]:
        """Names in a sentence in order of print, each at most four words; months and plain opening words left out."""
        found: list[str] = []
        for match in sorted([*_NAME.finditer(sentence), *_DOMAIN.finditer(sentence)], key=lambda match: (match.start(), -match.end())):
            opens = not re.search(r"[\w,;]\s*[“\"(]?$", sentence[: match.start()])
            # "Telegram and Photobox" are two; "Ministry of Information and Communication" is one.
            parts = [match.group()] if re.search(r" (?:of|for|on) .* and ", match.group()) else match.group().split(" and ")
            for position, part in enumerate(parts):
                name = self._trimmed(part, opens and not position)
                if name and not any(name in other for other in found):
                    found.append(name)
        return found

    def _trimmed(self, name: str, opens: bool) -> str:
        words = re.sub(r"[’']s?$", "", name).split()
        while words and (words[0] in _PLAIN or words[0] in _LINKS or words[0].rstrip(".") in _MONTHS or (opens and words[0].lower() in self._plain)):
            words, opens = words[1:], False
        while words and (words[-1] in _LINKS or words[-1] in _MONTHS):
            words = words[:-1]
        words = words[:MOST_WORDS]
        while words and words[-1] in _LINKS:
            words = words[:-1]
        return "" if not words or (len(words) == 1 and len(words[0]) < 2) else " ".join(words)


def numbers_of(sentence: str) -> list[str]:
    """Numbers with what they count, as printed, years left out."""
    found = [match.group().strip() for match in _NUMBER.finditer(sentence)]
    return [number for number in found if not re.fullmatch(r"(?:19|20)\d\d|\d{1,2}", number)]


def evidence(passage: str, *tokens: str) -> str:
    """The evidence cell: at most five tokens that all stand in the passage, none inside another, none longer than four words.

    Plain words are taken only while there are fewer than two tokens.
    """
    whole, chosen = normalize(passage), []
    for token in tokens:
        token = re.sub(r"\s+", " ", token.replace(";", " ")).strip(" ,.:“”\"'’‘(")
        fits = token and len(token.split()) <= MOST_WORDS and not token.startswith("=") and stands(token, whole)
        plain = token.islower() and len(chosen) > 1  # a plain word helps only where hardly anything else is printed
        if fits and not plain and not any(token.lower() in other.lower() for other in chosen):
            chosen.append(token)
    return ";".join(chosen[:5])


def telling_words(sentence: str) -> list[str]:
    """The two longest plain words of a sentence, by which it is known where it prints hardly a name."""
    words = dict.fromkeys(re.findall(r"(?<![\w-])[a-z]{6,}(?![\w-])", sentence))
    return sorted(words, key=len, reverse=True)[:2]


def quoted_names(sentence: str) -> list[str]:
    """Names of things in quotation marks, at most four words of each."""
    return [" ".join(match.group(1).split()[:MOST_WORDS]).rstrip(",") for match in _QUOTED_NAME.finditer(sentence)]
