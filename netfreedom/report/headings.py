"""The headings that Freedom on the Net reports share over their editions."""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate

from netfreedom.report.text import normalize
from netfreedom.vocabulary import CATEGORIES

KEY_DEVELOPMENTS = "Key Developments"
SCORE_BOX = "Score box"

# Level 1 stands for itself; level 2 belongs to the level 1 heading before it, here as in a report. Several spellings were used over the editions.
KNOWN = {
    "Introduction": 1,
    "Key Developments": 1,
    "Editor's Note": 1,
    "Overview": 1,
    "Obstacles to Access": 1,
    "Availability and Ease of Access": 2,
    "Restrictions on Connectivity": 2,
    "ICT Market": 2,
    "Regulatory Bodies": 2,
    "Limits on Content": 1,
    "Blocking and Filtering": 2,
    "Content Removal": 2,
    "Media, Diversity, and Content Manipulation": 2,
    "Media, Diversity, and Online Manipulation": 2,
    "Digital Activism": 2,
    "Violations of User Rights": 1,
    "Legal Environment": 2,
    "Prosecutions and Detentions for Online Activities": 2,
    "Prosecutions and Arrests for Online Activities": 2,
    "Surveillance, Privacy, and Anonymity": 2,
    "Intimidation and Violence": 2,
    "Technical Attacks": 2,
}

_SMALL_WORDS = {"a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "over", "the", "to", "with", "v."}


@cache
def heading_key(text: str) -> str:
    """A heading's letters and digits only, so that commas, quotes, case and numbering do not matter."""
    text = normalize(text).replace("&", "and")
    text = re.sub(r"^[A-Z]\.\s+", "", text)  # "A. Obstacles to Access" from 2019
    return re.sub(r"[\W_]+", " ", text).strip().casefold()


_PARTS = dict(zip(map(heading_key, KNOWN), accumulate((title if level == 1 else "" for title, level in KNOWN.items()), lambda above, own: own or above), strict=True))
_KNOWN_KEYS = {heading_key(heading): (heading, level) for heading, level in KNOWN.items()}
_QUESTION = re.compile(r"^([ABC])\s?([1-9])\.?(?=\s|$)")


def known_heading(line: str) -> tuple[str, int] | None:
    """Heading as printed and its level, when the line is one of the headings that all reports share."""
    printed = re.sub(r"\s+", " ", line).strip()
    key = heading_key(printed)
    if key in _KNOWN_KEYS:
        return printed, _KNOWN_KEYS[key][1]
    # The period is printed behind the title: "Key Developments: June 2015 – May 2016".
    if re.match(r"key developments\b", key) and re.search(r"\d{4}", key) and len(printed) < 80:
        return KEY_DEVELOPMENTS, 1
    question = _QUESTION.match(printed)
    if question and len(printed) < 40:
        return f"{question.group(1)}{question.group(2)}", 2
    return None


def part_of(heading: str) -> str:
    """The heading of the first level under which a known one stands: `Limits on Content` for `Content Removal` and for `B4`; "" for others."""
    known = known_heading(heading)
    if known is None:
        return ""
    question = _QUESTION.match(known[0])
    if question:
        return next(category.title for category in CATEGORIES if category.letter == question.group(1))
    return _PARTS.get(heading_key(known[0]), "")


def looks_like_heading(text: str) -> bool:
    """Whether a line that stands alone is written as a title: few words, capitals, no full stop."""
    words = text.split()
    if not 1 <= len(words) <= 9 or len(text) > 80 or re.search(r"[.!?:;,\d”\"]\s*$", text) or text[0] in "“\"'‘(":
        return False
    if text.isupper():
        return False
    return all(word in _SMALL_WORDS or word[0].isupper() for word in words) and words[0][0].isupper()
