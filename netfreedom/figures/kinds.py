"""By what a figure is known among the outputs of a notebook."""

from __future__ import annotations

import re

CHART_MIME = "application/vnd.vegalite.v6+json"
TABLE_MIME = "application/vnd.netfreedom.table+json"
IDENTIFIER = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
