"""What a page asks of the data while it is written: each answer is remembered, so that a later build can ask again.

A page whose doctree is kept may still have to be written anew: a note's title or the count of rows that match stands in no notebook.
"""

from __future__ import annotations

import json
from collections.abc import Callable

from netfreedom.book.note_titles import note_title
from netfreedom.book.verified import verified_line

QUESTIONS: dict[str, Callable[..., str]] = {"note": note_title, "verified": verified_line}


def ask(env, question: str, *arguments) -> str:
    """The answer for the page that is being written."""
    answer = QUESTIONS[question](env.docname, *arguments)
    answers(env, env.docname)[json.dumps([question, *arguments])] = answer
    return answer


def answers(env, page: str) -> dict[str, str]:
    """What a page was told, by what it asked."""
    if not hasattr(env, "netfreedom_answers"):
        env.netfreedom_answers = {}
    return env.netfreedom_answers.setdefault(page, {})


def still_so(page: str, told: dict[str, str]) -> bool:
    """Whether a page would be told the same again."""
    return all(QUESTIONS[asked[0]](page, *asked[1:]) == answer for asked, answer in ((json.loads(key), answer) for key, answer in told.items()))
