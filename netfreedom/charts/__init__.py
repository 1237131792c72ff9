"""Charts and tables of the book: `figure()` and `table()`, in one theme that is enabled by importing this package."""

from netfreedom.charts import theme
from netfreedom.charts.cells import to_address, to_chapter, together, with_notes
from netfreedom.charts.figure import Figure, figure
from netfreedom.charts.table import DataTable, table

__all__ = ["DataTable", "Figure", "figure", "table", "theme", "to_address", "to_chapter", "together", "with_notes"]
