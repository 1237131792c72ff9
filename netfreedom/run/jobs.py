"""A job: one notebook with its parameters and every file that it may read. Light to import, since every worker does."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Job:
    """Inputs of one execution; carries file contents, so that a worker needs only the package."""

    chapter: str
    notebook: bytes
    parameters: dict
    tables: tuple[str, ...]
    files: dict[str, bytes] = field(repr=False)
    code: tuple[str, ...] = ()  # files of the package that the result depends on
    code_version: str = ""  # their hash where the job was made
    folder: str = ""  # of its page under pages/, such as kazakhstan/2016; the result does not depend on it

    @property
    def page(self) -> str:
        """The page's name in the book."""
        return f"pages/{self.folder}/{self.chapter}"

    @property
    def key(self) -> str:
        """Hash of everything that the result depends on (64 hexadecimal digits)."""
        digest = hashlib.sha256()
        for part in (self.chapter, json.dumps(self.parameters, sort_keys=True), ",".join(self.tables), self.code_version):
            digest.update(part.encode() + b"\0")
        digest.update(hashlib.sha256(self.notebook).digest())
        for name in sorted(self.files):
            digest.update(name.encode() + b"\0" + hashlib.sha256(self.files[name]).digest())
        return digest.hexdigest()
