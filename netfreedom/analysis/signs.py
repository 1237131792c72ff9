"""A change of points as it is printed."""

from __future__ import annotations

import pandas as pd


def signed(change: int) -> str:
    """`+2`, `−1`, `0`; `not published` where it is missing."""
    if pd.isna(change):
        return "not published"
    return f"{change:+d}".replace("-", "−") if change else "0"
