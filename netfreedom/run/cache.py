"""Executed notebooks by job key, so that an unchanged job is not run again."""

from __future__ import annotations

import os
from pathlib import Path


class Cache:
    """A folder of executed notebooks named by key; a half-written entry can never be read."""

    def __init__(self, folder: Path):
        self.folder = folder

    def get(self, key: str) -> bytes | None:
        try:
            return (self.folder / f"{key}.ipynb").read_bytes()
        except FileNotFoundError:
            return None

    def put(self, key: str, executed: bytes) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        write_whole(self.folder / f"{key}.ipynb", executed)


def write_whole(target: Path, content: bytes) -> None:
    """Write a file so that readers see the old content or the new, never a part (a full disk leaves the old)."""
    beside = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        beside.write_bytes(content)
        os.replace(beside, target)
    finally:
        beside.unlink(missing_ok=True)
