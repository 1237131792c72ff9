"""The figures of the draft in data/README.md are those that the command prints."""

import os
from pathlib import Path

import pytest

from netfreedom.data.load import load
from netfreedom.draft import compare, draft_report

PROJECT = Path(__file__).resolve().parents[1]


@pytest.mark.skipif("NETFREEDOM_REPORT_DIR" not in os.environ, reason="NETFREEDOM_REPORT_DIR does not name the folder of the reports' texts")
def test_the_readme_holds_what_the_comparison_prints():
    report = Path(os.environ["NETFREEDOM_REPORT_DIR"]) / "kazakhstan-2016.txt"
    lines = compare(draft_report("kazakhstan", 2016, report), load("kazakhstan", 2016)).lines()
    text = (PROJECT / "data" / "README.md").read_text(encoding="utf-8")
    assert [line for line in lines if line.strip() and line not in text] == []
