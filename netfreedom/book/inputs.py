"""Whether a book is what its inputs make: decided by hashes, with the standard library alone."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain
from pathlib import Path

from netfreedom.run.cache import write_whole
from netfreedom.run.versions import PACKAGE, versions

RECORD = "build.json"
CONFIG = "_config.yml"
EXECUTED = ("notebooks", "data")
SOURCES = (CONFIG, "index.md", "about", *EXECUTED)


def fingerprint(root: Path, wanted: dict) -> str:
    """Hash of everything that a book depends on: what is wanted, all sources, the package's code, the installed libraries."""
    return _hash([wanted, versions(), sorted(_installed())], _sources(root), _code())


def executed_from(root: Path, wanted: dict) -> str:
    """The same for the book's notebooks alone: prose and configuration do not reach them."""
    files = (pair for pair in _sources(root, EXECUTED) if "commentary" not in pair[1].parts)
    return _hash([wanted, versions()], files, _code())


def program(root: Path) -> str:
    """Hash of what makes pages out of their sources: the package's code, the installed libraries, the book's configuration."""
    return _hash([versions(), sorted(_installed())], [(root, root / CONFIG)], _code())


def _hash(words: list, *files: Iterable[tuple[Path, Path]]) -> str:
    digest = hashlib.sha256(json.dumps(words, sort_keys=True).encode())
    for base, path in chain(*files):
        stat = path.stat()
        digest.update(path.relative_to(base).as_posix().encode() + b"\0" + _content_hash(path, stat.st_size, stat.st_mtime_ns))
    return digest.hexdigest()


@cache
def _content_hash(path: Path, size: int, changed: int) -> bytes:
    """Hash of a file as it is; size and date tell when it has to be read again."""
    return hashlib.sha256(path.read_bytes()).digest()


def is_current(record: Path, out: Path, inputs: str) -> bool:
    """Whether the record says that the book in `out` was made from these inputs, and the book is still whole."""
    kept = recorded(record)
    return kept.get("inputs") == inputs and kept.get("book") == extent(out)


def recorded(record: Path) -> dict:
    """What the last build kept; empty where there was none or the file is damaged."""
    try:
        kept = json.loads(record.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return kept if isinstance(kept, dict) else {}


def extent(out: Path) -> list[int]:
    """Number of files of a book and their size in bytes."""
    sizes = [path.stat().st_size for path in out.rglob("*") if path.is_file()]
    return [len(sizes), sum(sizes)]


def write_record(record: Path, out: Path, inputs: str, told: dict) -> None:
    """Keep beside the book what it was made from, and what the build told of itself."""
    content = {"inputs": inputs, "book": extent(out), "versions": versions(), **told}
    write_whole(record, (json.dumps(content, indent=1, ensure_ascii=False) + "\n").encode())


def _sources(root: Path, sources: Iterable[str] = SOURCES) -> Iterator[tuple[Path, Path]]:
    for source in sources:
        path = root / source
        files = sorted(path.rglob("*")) if path.is_dir() else [path]
        yield from ((root, file) for file in files if file.is_file() and not _passed_over(file.relative_to(root)))


def _code() -> Iterator[tuple[Path, Path]]:
    yield from ((PACKAGE, file) for file in sorted(PACKAGE.rglob("*")) if file.is_file() and "__pycache__" not in file.parts)


def _passed_over(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts) or path.name.endswith(".passages.md")


def _installed() -> Iterator[str]:
    """Names and versions of the installed libraries, as the names of their folders have them."""
    for folder in sys.path:
        if folder and Path(folder).is_dir():
            yield from (path.name for path in Path(folder).glob("*.dist-info"))
