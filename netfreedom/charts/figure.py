"""`figure()`: an Altair chart together with everything a reader needs who cannot see it or wants to check it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import altair as alt
import pandas as pd

from netfreedom.charts.controls import checked_controls
from netfreedom.charts.fitting import fitted
from netfreedom.charts.identity import identity_of, in_runner
from netfreedom.figures.kinds import CHART_MIME


@dataclass(frozen=True, repr=False)
class Figure:
    """A chart with its identity; the last line of a notebook cell."""

    spec: dict

    @property
    def identity(self) -> dict:
        """Id, title, subtitle, description, source, table … as they travel in the notebook."""
        return self.spec["usermeta"]["netfreedom"]

    def __repr__(self) -> str:
        return f"{self.identity['title']}. {self.identity['description']}"

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        bundle = {CHART_MIME: self.spec, "text/plain": repr(self)}
        if not in_runner():  # JupyterLab draws no Vega-Lite 6 by itself
            from netfreedom.figures.standalone import standalone_html

            bundle["text/html"] = standalone_html(self.identity, self.spec)
        return bundle


def figure(
    chart: alt.TopLevelMixin,
    *,
    id: str,
    title: str,
    description: str,
    source: str,
    table: pd.DataFrame | None = None,
    tables: Sequence[str] = (),
    subtitle: str = "",
    links: Mapping[str, str] | None = None,
    controls: Sequence[Mapping] | None = None,
    linked_table: bool = False,
    verification: str = "",
) -> Figure:
    """A chart for the book.

    Parameters
    ----------
    chart : single, layered or vertically concatenated chart; it takes the page's width.
    id : lower-case words joined by hyphens, unique on the page; the anchor is `#fig-<id>`, the file `<id>.csv`.
    title : the finding, or the question where the data bear no finding.
    description : what the chart shows, in sentences, for those who do not see it.
    source : for example "Freedom House, Freedom on the Net 2016, Kazakhstan".
    table : the figures behind the chart. A cell is a value, a tuple of note numbers, or what `with_notes`,
        `to_chapter`, `to_address` and `together` make; columns that begin with `_` are not shown; `_When`
        sorts the column `When`, where words would be sorted by their letters.
    tables : tables of the dataset that the chart rests on; the book adds how many of their rows match the report.
    subtitle : unit, base and direction of the scale.
    links : maps a column of `table` to the column that holds its address.
    controls : form controls bound to the chart's parameters, see `netfreedom.charts.controls`.
    linked_table : the table stands open, so that a reader sees how controls and brush narrow it.
    verification : a line on how the figures were checked, in place of the one made from `tables`.
    """
    identity = identity_of(
        "figure", id=id, title=title, description=description, source=source, subtitle=subtitle or "", table=table,
        links=links, tables=tables, verification=verification,
    )  # fmt: skip
    identity["controls"] = checked_controls(controls or (), identity["table"])
    identity["linked_table"] = linked_table
    spec = fitted(chart.to_dict())
    spec["usermeta"] = {**spec.get("usermeta", {}), "netfreedom": identity}
    # a round trip through JSON meets what a browser could not read here, not on the page
    return Figure(json.loads(json.dumps(spec, allow_nan=False)))
