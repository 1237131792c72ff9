"""Freedom on the Net country reports as checked data, and the book made from them."""

from netfreedom.data.index import country_name, country_names, load_index
from netfreedom.data.load import load

__all__ = ["country_name", "country_names", "load", "load_index"]
