"""The Table Schemas: the one place where columns, types, vocabularies and keys are defined."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from netfreedom.data.paths import data_folder, index_folder, shown
from netfreedom.errors import InputError, Problem

# Tables with a key of their own; all others hold facts and share the columns section … note.
OWN_KEY = ("scores", "question_scores", "sources")


@dataclass(frozen=True)
class Field:
    """A column; the last five properties are ours, beside those of the Table Schema standard."""

    name: str
    type: str
    title: str
    description: str
    constraints: dict
    list: bool
    edtf: bool
    references: str | None
    allowed: str | None
    values: tuple[dict, ...]

    @property
    def vocabulary(self) -> tuple[str, ...]:
        """The values that the column may take; empty where it has no closed vocabulary."""
        closed = "enum" in self.constraints or (self.list and self.values)
        return tuple(str(value["value"]) for value in self.values) if closed else ()

    @property
    def says(self) -> str:
        """What is allowed, in words."""
        if self.vocabulary:
            return "allowed: " + ", ".join(self.vocabulary) + (" (several with ; between)" if self.list else "")
        if self.allowed:
            return f"allowed: {self.allowed}"
        bounds = [f"{word} {self.constraints[key]}" for word, key in
                  (("from", "minimum"), ("to", "maximum"), ("at most", "maxLength")) if key in self.constraints]
        kind = {"integer": "a whole number", "number": "a number", "date": "a day such as 2016-05-31"}.get(self.type, "text")
        characters = ["characters"] if "maxLength" in self.constraints else []
        return "allowed: " + " ".join([kind, *bounds, *characters])


@dataclass(frozen=True)
class Schema:
    """One table: its fields in the order of the columns, its keys, and the descriptor as written."""

    name: str
    order: int
    title: str
    description: str
    fields: tuple[Field, ...]
    primary_key: tuple[str, ...]
    foreign_keys: tuple[dict, ...]
    descriptor: dict

    @property
    def columns(self) -> list[str]:
        return [field.name for field in self.fields]

    @property
    def holds_facts(self) -> bool:
        return "evidence" in self.columns

    def field(self, name: str) -> Field:
        return next(field for field in self.fields if field.name == name)


def schemas() -> dict[str, Schema]:
    """Schemas of the tables of a dataset by name, in the order of the data dictionary."""
    return _read_folder(data_folder() / "schemas")


def index_schemas() -> dict[str, Schema]:
    """Schemas of the tables of the index."""
    return _read_folder(index_folder() / "schemas")


def _read_folder(folder: Path) -> dict[str, Schema]:
    files = sorted(folder.glob("*.json"))
    if not files:
        raise InputError(Problem(shown(folder), message="holds no Table Schemas (*.json)"))
    return dict(_read_files(tuple((str(path), path.stat().st_mtime_ns) for path in files)))


@lru_cache(maxsize=8)
def _read_files(files: tuple[tuple[str, int], ...]) -> tuple[tuple[str, Schema], ...]:
    read = [_schema(Path(path)) for path, _ in files]
    return tuple((schema.name, schema) for schema in sorted(read, key=lambda schema: (schema.order, schema.name)))


def _schema(path: Path) -> Schema:
    try:
        descriptor = json.loads(path.read_text(encoding="utf-8"))
        return Schema(
            name=path.stem,
            order=descriptor.get("order", 999),
            title=descriptor["title"],
            description=descriptor["description"],
            fields=tuple(_field(field) for field in descriptor["fields"]),
            primary_key=tuple(descriptor.get("primaryKey", ())),
            foreign_keys=tuple(descriptor.get("foreignKeys", ())),
            descriptor=descriptor,
        )
    except (ValueError, KeyError) as error:
        raise InputError(Problem(shown(path), message=f"is not a Table Schema: {error}")) from error


def _field(descriptor: dict) -> Field:
    return Field(
        name=descriptor["name"],
        type=descriptor["type"],
        title=descriptor["title"],
        description=descriptor["description"],
        constraints=descriptor.get("constraints", {}),
        list=descriptor.get("list", False),
        edtf=descriptor.get("edtf", False),
        references=descriptor.get("references"),
        allowed=descriptor.get("allowed"),
        values=tuple(descriptor.get("values", ())),
    )
