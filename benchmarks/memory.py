"""Peak memory of a command with all its children: proportional set size, so that pages shared between processes count once."""

from __future__ import annotations

import subprocess
import sys
import time
from dataclasses import dataclass

import psutil

EVERY = 0.05  # seconds
SPHINX = "netfreedom.book.sphinx_child"


@dataclass
class Peak:
    """Megabytes at the highest moment: of everything, of this project's Sphinx process, of all the rest."""

    total: float = 0
    sphinx: float = 0
    rest: float = 0

    def see(self, sphinx: float, rest: float) -> None:
        """One moment's sizes."""
        self.total = max(self.total, sphinx + rest)
        self.sphinx = max(self.sphinx, sphinx)
        self.rest = max(self.rest, rest)


def peak(words: list[str], **popen) -> Peak:
    """Run a command that must succeed and watch it."""
    process = subprocess.Popen([str(word) for word in words], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, **popen)
    own, highest = psutil.Process(process.pid), Peak()
    while process.poll() is None:
        family = [own, *_children(own)]
        pages = [one for one in family if _is_sphinx(one)]
        highest.see(_megabytes(pages), _megabytes([one for one in family if one not in pages]))
        time.sleep(EVERY)
    if process.returncode:
        sys.exit(f"{words}:\n{process.stderr.read()[-2000:]}")
    return highest


def _children(process: psutil.Process) -> list[psutil.Process]:
    try:
        return process.children(recursive=True)
    except psutil.Error:
        return []


def _is_sphinx(process: psutil.Process) -> bool:
    try:
        return SPHINX in process.cmdline()
    except psutil.Error:
        return False


def _megabytes(processes: list[psutil.Process]) -> float:
    total = 0
    for process in processes:
        try:
            total += process.memory_full_info().pss
        except (psutil.Error, OSError):
            continue
    return total / 1e6
