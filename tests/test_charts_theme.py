"""Colours can be told from the ground, light or dark, and every value has one."""

import json
from pathlib import Path

import altair as alt
import pytest

from netfreedom.charts import theme
from netfreedom.vocabulary import CATEGORIES, STATUSES

SCHEMAS = Path(__file__).resolve().parents[1] / "data" / "schemas"
MEANINGS = (theme.CATEGORY_COLOURS, theme.STATUS_COLOURS, theme.DIRECTION_COLOURS, theme.COURT_COLOURS, theme.KIND_COLOURS)
COLOURS = sorted({*theme.PALETTE, *(colour for meaning in MEANINGS for colour in meaning.values())})


def luminance(colour):
    """Relative luminance as WCAG 2 defines it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("ground", ["#ffffff", "#14181e", "#121212"])
@pytest.mark.parametrize("colour", COLOURS)
def test_a_colour_reaches_three_to_one(colour, ground):
    assert contrast(colour, ground) >= 3


def test_every_value_of_a_vocabulary_has_a_colour():
    def values(table, field):
        schema = json.loads((SCHEMAS / f"{table}.json").read_text(encoding="utf-8"))
        return next(f["constraints"]["enum"] for f in schema["fields"] if f["name"] == field)

    assert set(theme.KIND_COLOURS) == set(values("events", "kind"))
    assert set(theme.DIRECTION_COLOURS) == set(values("laws", "direction"))
    assert set(theme.COURT_COLOURS) == set(values("restrictions", "court_order"))
    assert set(theme.STATUS_COLOURS) == set(STATUSES)
    assert set(theme.CATEGORY_COLOURS) == {category.key for category in CATEGORIES}


def test_importing_the_charts_enables_their_theme():
    assert alt.theme.active == "netfreedom"


def test_a_scale_keeps_the_order_of_its_table_and_the_values_that_occur():
    scale = theme.colours(theme.DIRECTION_COLOURS, only=["loosens", "tightens"]).to_dict()
    assert scale == {"domain": ["tightens", "loosens"], "range": [theme.DIRECTION_COLOURS["tightens"], theme.DIRECTION_COLOURS["loosens"]]}
