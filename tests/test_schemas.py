"""The schemas are complete enough to be the only place where columns and vocabularies are defined."""

import json

import pytest
from frictionless import Package, Schema

from netfreedom.data.package import as_text, dataset_package, index_package
from netfreedom.data.schemas import OWN_KEY, index_schemas, schemas
from netfreedom.vocabulary import CATEGORIES, CONTROLS, DIRECTIONS, STATUSES

COMMON = ["section", "also_in", "question", "footnotes", "evidence", "note"]
ALL = [*schemas().values(), *index_schemas().values()]


@pytest.mark.parametrize("schema", ALL, ids=lambda schema: schema.name)
def test_every_schema_is_a_valid_table_schema(schema):
    assert Schema.from_descriptor(schema.descriptor).to_dict()


@pytest.mark.parametrize("schema", ALL, ids=lambda schema: schema.name)
def test_every_column_has_title_and_description(schema):
    for field in schema.fields:
        assert field.title and field.description.endswith("."), field.name


@pytest.mark.parametrize("schema", ALL, ids=lambda schema: schema.name)
def test_every_value_of_a_vocabulary_has_definition_and_example(schema):
    for field in schema.fields:
        for value in field.values:
            assert value["definition"].endswith(".") and value["example"], (field.name, value)
        if "enum" in field.constraints:
            assert [value["value"] for value in field.values] == field.constraints["enum"], field.name
        definitions = [value["definition"] for value in field.values]
        assert len(set(definitions)) == len(definitions), field.name


@pytest.mark.parametrize("schema", schemas().values(), ids=lambda schema: schema.name)
def test_fact_tables_begin_with_an_id_and_end_with_the_common_columns(schema):
    if schema.name in OWN_KEY:
        assert not schema.holds_facts
    else:
        assert schema.columns[0] == "id" and schema.columns[-6:] == COMMON


def test_id_prefixes_are_different_in_every_table():
    patterns = [schema.field("id").constraints["pattern"] for schema in schemas().values() if schema.holds_facts]
    assert len(set(patterns)) == len(patterns)


@pytest.mark.parametrize("tables", [schemas(), index_schemas()], ids=["dataset", "index"])
def test_references_lead_to_tables_that_exist(tables):
    for schema in tables.values():
        for field in schema.fields:
            assert field.references is None or field.references in tables
            is_key = any(key["fields"] == [field.name] for key in schema.foreign_keys)
            assert is_key or field.references is None or field.list, field.name
        for key in schema.foreign_keys:
            assert key["reference"]["resource"] in {"", *tables}


def test_schemas_and_code_name_the_same_rules():
    scores = schemas()["scores"]
    assert scores.field("status").vocabulary == STATUSES
    assert scores.field("direction").vocabulary == DIRECTIONS
    assert index_schemas()["controls"].field("control").vocabulary == tuple(control.key for control in CONTROLS)
    for category in CATEGORIES:
        assert scores.field(category.key).constraints["maximum"] == category.maximum


def test_package_leaves_out_keys_to_absent_tables_and_fixes_the_dialect(tiny_dataset):
    resources = {resource["name"]: resource for resource in dataset_package("ruritania", 2016)["resources"]}
    assert "systems" not in resources
    keys = resources["restrictions"]["schema"]["foreignKeys"]
    assert [key["reference"]["resource"] for key in keys] == ["events"]
    (tiny_dataset.folder / "events.csv").unlink()
    resources = {resource["name"]: resource for resource in dataset_package("ruritania", 2016)["resources"]}
    assert "foreignKeys" not in resources["restrictions"]["schema"]
    assert resources["scores"]["dialect"] == {"header": True, "headerRows": [1], "delimiter": ","}


def test_plain_frictionless_passes_good_data_and_refuses_semicolons(tiny_dataset):
    path = tiny_dataset.folder / "datapackage.json"
    assert Package(str(path)).validate().valid
    scores = tiny_dataset.folder / "scores.csv"
    scores.write_text(scores.read_text().replace(",", ";"))
    assert not Package(str(path)).validate().valid


def test_committed_packages_are_those_that_the_code_writes(project):
    assert (project / "data/index/datapackage.json").read_text(encoding="utf-8") == as_text(index_package())
    committed = (project / "data/kazakhstan/2016/datapackage.json").read_text(encoding="utf-8")
    assert committed == as_text(dataset_package("kazakhstan", 2016))
    assert json.loads(committed)["resources"]


def test_plain_frictionless_passes_the_committed_packages(project):
    for name in ("kazakhstan/2016", "index"):
        report = Package(str(project / "data" / name / "datapackage.json")).validate()
        assert report.valid, report.flatten(["taskNumber", "rowNumber", "message"])[:5]
