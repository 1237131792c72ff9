"""Finding printed words in a normalized text."""

from __future__ import annotations

import re
from functools import lru_cache

from netfreedom.report.text import normalize


def stands(words: str, text: str) -> bool:
    """Whether words stand in a normalized text as whole words and whole numbers."""
    return bool(find_all(_normal(words), text))


@lru_cache(maxsize=65536)
def find_all(words: str, text: str) -> tuple[tuple[int, int], ...]:
    """Where normalized words stand in a normalized text, as whole words and whole numbers."""
    if not words or words not in text:
        return ()
    before = r"(?<!\w)(?<!\d[.,])" if words[0].isdigit() else r"(?<!\w)" if words[0].isalnum() else ""
    after = r"(?!\w)(?![.,]\d)" if words[-1].isdigit() else r"(?!\w)" if words[-1].isalnum() else ""
    return tuple(match.span() for match in re.finditer(before + re.escape(words) + after, text))


_normal = lru_cache(maxsize=8192)(normalize)
