"""Peak memory of a command with all its children: proportional set size, so that pages shared between processes count once."""

from __future__ import annotations

import subprocess
import time

import psutil

EVERY = 0.05  # seconds


def peak(words: list[str], **popen) -> float:
    """Megabytes at the highest moment."""
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **popen)
    own, highest = psutil.Process(process.pid), 0
    while process.poll() is None:
        highest = max(highest, _size([own, *_children(own)]))
        time.sleep(EVERY)
    return highest / 1e6


def _children(process: psutil.Process) -> list[psutil.Process]:
    try:
        return process.children(recursive=True)
    except psutil.Error:
        return []


def _size(processes: list[psutil.Process]) -> int:
    total = 0
    for process in processes:
        try:
            total += process.memory_full_info().pss
        except (psutil.Error, OSError):
            continue
    return total
