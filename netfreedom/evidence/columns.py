"""Which columns of a table the report must bear out, and in what form they are printed there."""

from __future__ import annotations

# Numbers, to be found in the passage in digits or words.
NUMBERS = {
    "indicators": ("value", "value_max"),
    "laws": ("deadline_hours",),
    "penalties": ("fine_max",),
    "cases": ("persons_min", "amount"),
    "removal_requests": ("requests", "items", "complied_percent", "restricted"),
    "providers": ("state_owned_percent", "market_share_percent", "speed_mbps_max", "price_min", "price_max"),
}
# ISO 8601 lengths of time.
DURATIONS = {"penalties": ("term_max",), "cases": ("term",)}
# Dates without printed words beside them: their year, month and day must be printed.
DATES = {
    "indicators": ("as_of",),
    "laws": ("adopted", "in_force"),
    "powers": ("since", "until"),
    "cases": ("arrested", "decided"),
    "removal_requests": ("period",),
    "systems": ("since",),
    "providers": ("as_of",),
    "findings": ("since",),
}
# Printed words kept as such.
WORDS = {"indicators": ("value_text",), "cases": ("persons_text",)}
