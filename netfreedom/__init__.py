"""Freedom on the Net country reports as checked data, and the book made from them."""

import importlib

_FROM = {"country_name": "netfreedom.data.index", "country_names": "netfreedom.data.index", "load_index": "netfreedom.data.index",
         "load": "netfreedom.data.load"}

__all__ = ["country_name", "country_names", "load", "load_index"]


def __getattr__(name: str):
    """Fetch a name on first use: a build with nothing to do must not wait for pandas."""
    if name not in _FROM:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(_FROM[name]), name)
