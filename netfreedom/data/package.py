"""datapackage.json: the dataset as any Frictionless client reads it, schemas included."""

from __future__ import annotations

import json
from pathlib import Path

from netfreedom.data.meta import Meta, coder_named, read_meta
from netfreedom.data.paths import dataset_folder, index_folder
from netfreedom.data.schemas import Schema, index_schemas, schemas

FILE = "datapackage.json"

_LICENCE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0 for the selection, coding and wording; facts and scores are those of their sources",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}
# Without a fixed dialect a file with semicolons passes for a table of one column.
_DIALECT = {"header": True, "headerRows": [1], "delimiter": ","}


def dataset_package(country: str, edition: int) -> dict:
    """The descriptor of a report's dataset: the tables that are there, their schemas and the keys between them."""
    folder = dataset_folder(country, edition)
    meta = read_meta(folder / "report.yml")
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": f"netfreedom-{country}-{edition}",
        "title": f"{meta.title}, coded as data",
        "description": _description(meta),
        "version": "1.0.0",
        "licenses": [_LICENCE],
        "sources": [_source(meta)],
        "resources": _resources(folder, schemas()),
    }


def index_package() -> dict:
    """The descriptor of the index of all countries and editions."""
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "netfreedom-index",
        "title": "Freedom on the Net: scores of all countries and editions, with context",
        "description": "Scores as published, with the direction of the scale by edition; the source of each row stands in it.",
        "version": "1.0.0",
        "licenses": [_LICENCE],
        "sources": [{"title": "See the table sources"}],
        "resources": _resources(index_folder(), index_schemas()),
    }


def as_text(package: dict) -> str:
    """The descriptor as it is written to the file."""
    return json.dumps(package, ensure_ascii=False, indent=1) + "\n"


def write_package(country: str | None = None, edition: int | None = None) -> Path:
    """Write the descriptor of a dataset, or of the index where none is named."""
    if country is None:
        path, package = index_folder() / FILE, index_package()
    else:
        path, package = dataset_folder(country, edition) / FILE, dataset_package(country, edition)
    path.write_text(as_text(package), encoding="utf-8", newline="\n")
    return path


def _resources(folder: Path, all_schemas: dict[str, Schema]) -> list[dict]:
    there = [schema for schema in all_schemas.values() if (folder / f"{schema.name}.csv").is_file()]
    names = {schema.name for schema in there}
    return [
        {
            "name": schema.name,
            "type": "table",
            "path": f"{schema.name}.csv",
            "title": schema.title,
            "description": schema.description,
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "dialect": _DIALECT,
            "schema": _inlined(schema, names),
        }
        for schema in there
    ]


def _inlined(schema: Schema, there: set[str]) -> dict:
    """The schema without keys to tables that the folder does not hold."""
    keys = [key for key in schema.foreign_keys if key["reference"]["resource"] in there | {""}]
    descriptor = {key: value for key, value in schema.descriptor.items() if key not in ("order", "foreignKeys")}
    return descriptor | ({"foreignKeys": keys} if keys else {})


def _description(meta: Meta) -> str:
    whole = "the whole report" if meta.extent == "full" else "an excerpt of the report"
    return (f"Facts of {meta.title} ({meta.publisher}), covering {meta.coverage_start} to {meta.coverage_end}, coded in"
            f" our own words from {whole} by {coder_named(meta.coder)} on {meta.coded_on}.")


def _source(meta: Meta) -> dict:
    return {"title": f"{meta.title}, {meta.publisher}"} | ({"path": meta.url} if meta.url else {})
