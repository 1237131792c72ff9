"""What a fork server loads once, so that each kernel forked from it need not: what kernels and chapters import.

Importing this module is all that it does. It leaves out `netfreedom.charts`, which changes Altair's theme, and
`vl_convert`: a kernel forked with it loaded hangs.
"""

from __future__ import annotations

import importlib
import os
import pkgutil
import sys

from netfreedom.run.processes import loading

with loading():
    import altair
    import pandas

    import netfreedom.analysis
    import netfreedom.data.frames
    import netfreedom.data.load
    import netfreedom.run.failing_row  # noqa: F401

# As Python set it, without the folder that the server began in: a forked process is given the search path of the runner.
SEARCH_PATH = tuple(path for path in sys.path if path)

# Those that a kernel loads only while it starts are named, too.
KERNEL = (
    "ipykernel.kernelapp", "ipykernel.ipkernel", "ipykernel.zmqshell", "ipykernel.debugger", "IPython.core.completerlib",
    "IPython.core.oinspect", "IPython.extensions.storemagic", "sqlite3", "tornado.platform.asyncio",
)  # fmt: skip
os.environ["PYDEVD_DISABLE_FILE_VALIDATION"] = "1"  # else the debugger that ipykernel loads warns on the terminal
with loading():
    for name in KERNEL:
        importlib.import_module(name)
    for module in pkgutil.iter_modules(netfreedom.analysis.__path__, "netfreedom.analysis."):
        importlib.import_module(module.name)

# What pandas sets by itself where it is first imported in a kernel; repr and Altair's names of views depend on it.
pandas.set_option("display.max_columns", 20, "display.encoding", "UTF-8")
with loading():
    altair.Chart(pandas.DataFrame({"x": [0]})).mark_point().encode(x="x:Q").to_dict()  # reads the schema of Vega-Lite
