"""Data to sentences: every figure that a page states in words comes from here, with the grammar of none, one and many."""

from netfreedom.prose.say import read_next, say
from netfreedom.prose.words import absent, chapter, counted, in_words, listed, more_means, notes, scale_runs, series_source, short_names, source_line

__all__ = ["absent", "chapter", "counted", "in_words", "listed", "more_means", "notes", "read_next", "say", "scale_runs", "series_source", "short_names", "source_line"]
