"""Finding a row's printed words in a normalized text: the same way in which drafts are compared."""

from netfreedom.report.words import find_all, stands

__all__ = ["find_all", "stands"]
