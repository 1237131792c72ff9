"""The data dictionary says everything that the schemas say, and the committed page is the one that they give."""

from netfreedom.data.dictionary import dictionary_markdown
from netfreedom.data.schemas import index_schemas, schemas


def test_the_committed_page_is_the_generated_one(project):
    page = (project / "about" / "data-dictionary.md").read_text(encoding="utf-8")
    assert page == dictionary_markdown(), "run: netfreedom dictionary --write about/data-dictionary.md"


def test_every_table_column_and_value_is_in_it():
    text = dictionary_markdown()
    for schema in [*schemas().values(), *index_schemas().values()]:
        assert f"{schema.title}: `{schema.name}.csv`" in text
        for field in schema.fields:
            assert f"| `{field.name}` |" in text
            for value in field.values:
                assert f"- `{value['value']}`: {value['definition']}" in text


def test_tables_have_two_columns_so_that_a_phone_can_show_them():
    rows = [line for line in dictionary_markdown().splitlines() if line.startswith("|")]
    assert all(line.replace("\\|", "").count("|") == 3 for line in rows)


def test_a_vocabulary_that_tables_share_is_told_once():
    assert dictionary_markdown().count("It happened at some time in the interval.") == 1
