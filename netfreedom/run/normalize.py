"""Take out of an executed notebook what differs from run to run: timings, paths, random cell ids."""

from __future__ import annotations

import json
from collections.abc import Iterable

SEPARATOR = ",\n"


def normalized(executed: bytes, chapter: str) -> bytes:
    """The notebook without timings and paths, its injected cell hidden, cell ids counted from the chapter's name."""
    notebook = json.loads(executed)
    kept = {key: notebook["metadata"][key] for key in ("kernelspec", "netfreedom") if key in notebook["metadata"]}
    notebook["metadata"] = kept
    for number, cell in enumerate(notebook["cells"]):
        tags = list(cell["metadata"].get("tags", ()))
        if "injected-parameters" in tags and "remove-cell" not in tags:
            tags.append("remove-cell")
        cell["metadata"] = {"tags": tags} if tags else {}
        cell["id"] = f"{chapter}-{number:03d}"
        for output in cell.get("outputs", ()):
            output.get("metadata", {}).pop("papermill", None)
    return as_bytes(notebook)


def as_bytes(notebook: dict) -> bytes:
    """A notebook as UTF-8 JSON, always the same for the same content: a line for each cell, so that a change shows where it is."""
    rest = json.dumps({key: value for key, value in notebook.items() if key != "cells"}, ensure_ascii=False, sort_keys=True)
    return joined(map(cell_line, notebook["cells"]), rest[1:])


def cell_line(cell: dict) -> str:
    """A cell as the line that it takes."""
    return json.dumps(cell, ensure_ascii=False, sort_keys=True)


def lines_of(content: bytes) -> tuple[list[str], str]:
    """The cells' lines of what `as_bytes` gave, and what follows them: enough to put a cell in without reading the others."""
    lines = content.decode().split("\n")
    return [line.removesuffix(",") for line in lines[1:-2] if line], lines[-2].removeprefix("], ")


def joined(cells: Iterable[str], rest: str) -> bytes:
    """The notebook of which `lines_of` gives the parts."""
    return f'{{"cells": [\n{SEPARATOR.join(cells)}\n], {rest}\n'.encode()
