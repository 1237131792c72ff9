"""The data dictionary: the schemas as a page to read."""

from __future__ import annotations

from netfreedom.data.schemas import Field, Schema, index_schemas, schemas

_TYPES = {"integer": "whole number", "number": "number", "string": "text", "date": "day"}

_HEAD = """\
# Data dictionary

What every table and column of the data means. This page is written from the Table Schemas in `data/schemas/` and
`data/index/schemas/` by `netfreedom dictionary --write about/data-dictionary.md`; correct it there.

A dataset, `data/<country>/<edition>/`, is a folder of CSV files (UTF-8, header in line 1, comma, LF line ends), one fact per
row. A file that is missing says that the table was not coded; a file with a header and no rows says that it was coded and
the report names none. Lists in a cell are separated by `;`.

Dates are EDTF (ISO 8601-2) at the precision that the report gives: `2015-10` is a month, `2015-22` summer, `2011/..` since
2011, `../2016-02` until February 2016, `2015-05~` a part of May 2015. A day is never invented for a month. Durations are ISO
8601: `P90D`, `P36M`, `P20Y`.
"""

_COMMON_HEAD = """\
## Columns that all tables of facts share

Every table but scores, question scores and sources begins with `id` and ends with these.
"""

_INDEX_HEAD = """\
## The index

`data/index/` holds scores of all countries and editions, and figures of other publishers for context.
"""


def dictionary_markdown() -> str:
    """The whole dictionary as Markdown: shared columns once, then each table with its columns and vocabularies."""
    tables, index = schemas(), index_schemas()
    common = _common_columns(tables)
    fact_table = next(schema for schema in tables.values() if schema.holds_facts)
    shared = [fact_table.field(name) for name in common]
    told: dict[tuple, str] = {}
    parts = [_HEAD, _contents(tables, index), _COMMON_HEAD, _columns(shared)]
    parts += [_table(schema, common, "##", told) for schema in tables.values()]
    parts += [_INDEX_HEAD, *[_table(schema, (), "###", told) for schema in index.values()]]
    return "\n".join(part.rstrip("\n") + "\n" for part in parts)


def _common_columns(tables: dict[str, Schema]) -> tuple[str, ...]:
    """Columns that every table of facts has, in their order."""
    fact_tables = [schema.columns for schema in tables.values() if schema.holds_facts]
    return tuple(name for name in fact_tables[0] if name != "id" and all(name in columns for columns in fact_tables))


def _contents(tables: dict[str, Schema], index: dict[str, Schema]) -> str:
    def names(chosen):
        return ", ".join(f"`{name}`" for name in chosen)

    return f"Tables of a dataset: {names(tables)}.\n\nTables of the index: {names(index)}.\n"


def _table(schema: Schema, without: tuple[str, ...], level: str, told: dict[tuple, str]) -> str:
    """One table; a vocabulary that stands in `told` already is only named, so that each is told once."""
    fields = [field for field in schema.fields if not (schema.holds_facts and field.name in without)]
    lines = [f"{level} {schema.title}: `{schema.name}.csv`", "", schema.description, "", _columns(fields)]
    for field in filter(lambda field: field.values, fields):
        vocabulary = tuple((value["value"], value["definition"]) for value in field.values)
        if vocabulary in told:
            lines += ["", f"Values of `{field.name}`: as those of `{told[vocabulary]}`."]
        else:
            told[vocabulary] = f"{schema.name}.{field.name}"
            lines += ["", f"{level}# Values of `{field.name}` in {schema.name}", "", *_vocabulary(field)]
    return "\n".join(lines)


def _columns(fields: list[Field]) -> str:
    rows = [f"| `{field.name}` | {_sentence(field)} |" for field in fields]
    return "\n".join(["| column | meaning |", "|---|---|", *rows])


def _sentence(field: Field) -> str:
    """Description, form and whether it may be empty: two columns stay readable on a phone."""
    if field.edtf:
        form = "EDTF date"
    elif field.references:
        form = f"id of `{field.references}`"
    elif field.vocabulary:
        form = "one of its values" if not field.list else "its values"
    else:
        form = _TYPES[field.type]
    facts = [f"list: {form}" if field.list else form]
    low, high = field.constraints.get("minimum"), field.constraints.get("maximum")
    if low is not None and high is not None:
        facts.append(f"{low} to {high}")
    elif low is not None:
        facts.append(f"from {low}")
    facts.append("required" if field.constraints.get("required") else "may be empty")
    return _cell(f"{field.description} *{', '.join(facts)}*")


def _vocabulary(field: Field) -> list[str]:
    """Each value with definition and example, as a list: it wraps where a table would not."""
    return [f"- `{value['value']}`: {value['definition']} *Example: {value['example'].rstrip('.')}.*" for value in field.values]


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
