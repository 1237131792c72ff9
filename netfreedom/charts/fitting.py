"""What Vega-Lite needs to be told so that a chart fits the page and its time axis the months it was given."""

from __future__ import annotations

from datetime import datetime

PART_FORMS = ("layer", "vconcat")
POSITIONS = ("x", "y")


def fitted(spec: dict) -> dict:
    """The specification as wide as its container, with time axes that end where they were told to."""
    # without a fit Vega adds the axes to the container's width, and the chart stands beyond the page
    return {"autosize": {"type": "fit-x", "contains": "padding"}, **time_bounded(page_wide(spec))}


def page_wide(spec: dict) -> dict:
    """The specification with the container's width, which is possible for single, layered and vertically stacked charts."""
    faceted = any(channel in spec.get("encoding", {}) for channel in ("row", "column", "facet"))
    if faceted or any(form in spec for form in ("hconcat", "concat", "facet", "repeat")):
        raise ValueError("this chart cannot follow the page's width: use a single, layered or vertically concatenated one")
    if "vconcat" in spec:
        return {**spec, "vconcat": [page_wide(part) for part in spec["vconcat"]]}
    return spec if isinstance(spec.get("width"), (int, float)) else {**spec, "width": "container"}


def time_bounded(spec: dict) -> dict:
    """The specification with every domain of two dates as two bounds.

    As a domain Vega-Lite reads the dates twice where a mark has `x2`, once as times and once as text, and warns of the conflict.
    """
    spec = dict(spec)
    if "encoding" in spec:
        bounded = {channel: _bounded(spec["encoding"][channel]) for channel in POSITIONS if channel in spec["encoding"]}
        spec["encoding"] = {**spec["encoding"], **bounded}
    for form in PART_FORMS:
        if form in spec:
            spec[form] = [time_bounded(part) for part in spec[form]]
    return spec


def _bounded(channel: dict) -> dict:
    scale = channel.get("scale")
    domain = scale.get("domain") if isinstance(scale, dict) else None
    if channel.get("type") != "temporal" or not isinstance(domain, list) or len(domain) != 2:
        return channel
    rest = {key: value for key, value in scale.items() if key != "domain"}
    return {**channel, "scale": {**rest, "domainMin": _moment(domain[0]), "domainMax": _moment(domain[1])}}


def _moment(value):
    """A date as Vega-Lite's own parts of a date, in the reader's local time as the data are."""
    if not isinstance(value, str):
        return value
    time = datetime.fromisoformat(value)
    parts = {"year": time.year, "month": time.month, "date": time.day, "hours": time.hour, "minutes": time.minute, "seconds": time.second}
    return {name: part for name, part in parts.items() if part or name == "year"}
