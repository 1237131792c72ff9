"""A report's text or PDF as sections, passages, notes and score box: what checking and drafting both read."""

from netfreedom.report.model import Citation, Note, Passage, ReportText, Section, Sentence
from netfreedom.report.reader import read, read_text
from netfreedom.report.text import normalize

__all__ = ["Citation", "Note", "Passage", "ReportText", "Section", "Sentence", "normalize", "read", "read_text"]
