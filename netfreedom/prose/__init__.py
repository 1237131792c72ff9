"""Data to sentences: every figure that a page states in words comes from here, with the grammar of none, one and many."""

from netfreedom.prose.say import say
from netfreedom.prose.words import chapter, counted, in_words, listed, notes, scale_runs, source_line

__all__ = ["chapter", "counted", "in_words", "listed", "notes", "say", "scale_runs", "source_line"]
