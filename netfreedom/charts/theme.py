"""The one look of all charts: colours with fixed meanings, and the Altair theme `netfreedom`."""

from __future__ import annotations

import altair as alt

from netfreedom.analysis.timeline import KIND_GROUPS

# Every colour reaches 3:1 on white and on the dark ground of the book (#14181e), so one set serves both.
BLUE, ORANGE, MAGENTA = "#2f7fc1", "#c8741a", "#b5479a"
GREEN, OCHRE, CRIMSON = "#1f8f7a", "#b8821f", "#c04a68"
VIOLET, OLIVE, GREY = "#8a6fd1", "#7d8a2e", "#7b8794"
PALETTE = (BLUE, ORANGE, GREEN, MAGENTA, VIOLET, OLIVE, CRIMSON, GREY)

INK = "currentColor"  # text and rules take the colour of the page, light or dark
MUTED = GREY
FOCUS = CRIMSON  # the country that the page is about

CATEGORY_COLOURS = {"access": BLUE, "content": ORANGE, "rights": MAGENTA}
STATUS_COLOURS = {"Free": GREEN, "Partly Free": OCHRE, "Not Free": CRIMSON}
DIRECTION_COLOURS = {"tightens": CRIMSON, "mixed": OCHRE, "loosens": GREEN, "neutral": GREY}
COURT_COLOURS = {"no": CRIMSON, "mixed": OCHRE, "yes": GREEN, "not_stated": GREY, "not_applicable": GREY}

# Seventeen kinds cannot have seventeen tellable colours: a kind takes the colour of what it is done to.
GROUP_COLOURS = dict(zip(KIND_GROUPS, (BLUE, VIOLET, CRIMSON, ORANGE, OLIVE, GREEN), strict=True))
KIND_COLOURS = {kind: GROUP_COLOURS[group] for group, kinds in KIND_GROUPS.items() for kind in kinds}

FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif"


def colours(meaning: dict[str, str], only: list[str] | None = None) -> alt.Scale:
    """A colour scale for one of the tables above, in its order; `only` keeps the values that the data hold."""
    values = [value for value in meaning if only is None or value in only]
    return alt.Scale(domain=values, range=[meaning[value] for value in values])


@alt.theme.register("netfreedom", enable=True)
def netfreedom() -> alt.theme.ThemeConfig:
    """Transparent ground, text in the page's own colour, legend on top, where a phone has room for it."""
    text = {"labelColor": INK, "titleColor": INK, "labelFontSize": 12, "titleFontSize": 12, "titleFontWeight": "normal"}
    lines = {"domainColor": GREY, "tickColor": GREY, "gridColor": GREY, "gridOpacity": 0.25}
    return {
        "config": {
            "background": "transparent",
            "font": FONT,
            "axis": {**text, **lines, "labelLimit": 220, "labelOverlap": True, "titlePadding": 8},
            "axisY": {"domain": False, "ticks": False, "labelPadding": 6},
            "axisYBand": {"grid": False},
            "legend": {
                **text, "orient": "top", "title": None, "symbolSize": 90, "labelLimit": 200, "columnPadding": 14,
                "symbolBaseFillColor": GREY, "symbolBaseStrokeColor": GREY,
            },  # fmt: skip
            "header": {"labelColor": INK, "titleColor": INK, "labelFontSize": 12},
            "title": {"color": INK, "subtitleColor": INK, "anchor": "start", "fontSize": 13, "fontWeight": 600},
            "view": {"stroke": None},
            "range": {"category": list(PALETTE)},
            "mark": {"color": BLUE},
            "text": {"color": INK, "fontSize": 12},
            "rule": {"color": GREY},
            "point": {"size": 70, "filled": True},
            "bar": {"cornerRadiusEnd": 2},
        }
    }
