"""Executed notebooks, and countries' first pages, by job key, so that an unchanged job is not done again."""

from __future__ import annotations

import os
import time
from pathlib import Path

KEPT_DAYS = 60


class Cache:
    """A folder of executed notebooks, or of what else `suffix` says, named by key; a half-written entry can never be read."""

    def __init__(self, folder: Path, suffix: str = ".ipynb"):
        self.folder, self.suffix = folder, suffix

    def has(self, key: str) -> bool:
        """Whether there is an entry; marks it as used."""
        try:
            os.utime(self._path(key))
        except FileNotFoundError:
            return False
        return True

    def get(self, key: str) -> bytes:
        """What was kept; FileNotFoundError where there is none."""
        return self._path(key).read_bytes()

    def put(self, key: str, content: bytes) -> None:
        """Keep an executed notebook, or what else the folder holds."""
        self.folder.mkdir(parents=True, exist_ok=True)
        write_whole(self._path(key), content)

    def prune(self, days: float = KEPT_DAYS) -> None:
        """Forget what no build has used for so many days."""
        oldest = time.time() - days * 24 * 60 * 60
        for path in self.folder.glob(f"*{self.suffix}"):
            if path.stat().st_mtime < oldest:
                path.unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        return self.folder / f"{key}{self.suffix}"


def write_whole(target: Path, content: bytes) -> None:
    """Write a file so that readers see the old content or the new, never a part (a full disk leaves the old)."""
    beside = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        beside.write_bytes(content)
        os.replace(beside, target)
    finally:
        beside.unlink(missing_ok=True)
