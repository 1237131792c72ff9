"""A report's text → draft tables that a coder corrects."""

from netfreedom.draft.comparison import Comparison, compare
from netfreedom.draft.drafting import Draft, draft_report
from netfreedom.draft.writing import write

__all__ = ["Comparison", "Draft", "compare", "draft_report", "write"]
