"""The shared script keeps to itself, and pages opened from disk have nothing to ask for."""

from types import SimpleNamespace

import pytest

from netfreedom.book.assets import POLICY, settle_theme
from netfreedom.figures.scripts import SCRIPTS, STATIC, STYLE, figure_scripts, vega_script


def test_the_policy_evaluates_no_text_and_connects_to_nothing():
    assert "eval" not in POLICY
    assert "connect-src 'none'" in POLICY
    assert "http" not in POLICY


def test_the_search_page_fetches_no_pages_and_the_mode_is_said():
    config = SimpleNamespace(html_context={}, html_show_search_summary=True)
    settle_theme(None, config)
    assert config.html_context == {"default_mode": "auto"}
    assert config.html_show_search_summary is False


def test_our_files_name_no_other_machine():
    for name in (*SCRIPTS, STYLE):
        assert "://" not in (STATIC / name).read_text(encoding="utf-8"), name


@pytest.mark.browser
def test_the_scripts_leave_only_their_own_names_behind(tmp_path):
    from playwright.sync_api import sync_playwright

    scripts = "".join(f"<script>{script}</script>" for script in (vega_script(), *figure_scripts().values()))
    count = "<script>window.before = new Set(Object.keys(window))</script>"
    (tmp_path / "page.html").write_text(f"<!doctype html><meta charset=utf-8>{count}{scripts}", encoding="utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-quic"])
        page = browser.new_page()
        page.goto((tmp_path / "page.html").as_uri())
        added = page.evaluate("Object.keys(window).filter(name => !window.before.has(name) && name !== 'before').sort()")
        browser.close()
    assert added == ["netfreedom", "netfreedomControls", "netfreedomTables", "netfreedomVega"]
