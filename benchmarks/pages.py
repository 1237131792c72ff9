"""Bytes of a page and time until its first chart is drawn: this book against Altair's own HTML output.

    npm pack vega@6 vega-lite@6.4.1 vega-embed@7      # once, into a folder; unpack each there
    python benchmarks/pages.py --book _build/html --scripts FOLDER --rounds 7

The second page is the first with every figure replaced by what `Chart.to_html()` gives for the same specification, its three
scripts served from this machine. Both are loaded in turn in a fresh browser context, over HTTP, with the first chart in view.
"""

from __future__ import annotations

import argparse
import functools
import http.server
import json
import re
import shutil
import statistics
import tempfile
import threading
from pathlib import Path

import altair as alt
from playwright.sync_api import sync_playwright

FIGURE = re.compile(r'<div class="nf-chart" aria-hidden="true"></div><noscript>.*?</noscript><script type="application/json" class="nf-spec">(.*?)</script>', re.DOTALL)
OWN_SCRIPTS = re.compile(r'<script[^>]*src="[^"]*netfreedom[^"]*"[^>]*></script>')
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
CDN = re.compile(r"https://cdn\.jsdelivr\.net/npm/(vega-embed|vega-lite|vega)@[^\"']+")
DRAWN = {"this book": ".nf-chart svg", "Altair's HTML": "[id^=vis] canvas, [id^=vis] svg"}


class Silent(http.server.SimpleHTTPRequestHandler):
    """Serves files without a line for each."""

    def log_message(self, *words) -> None:
        pass


def stock_page(text: str, depth: int) -> str:
    """The page with Altair's HTML output in the place of the book's figures."""
    count = iter(range(1000))

    def replaced(match: re.Match) -> str:
        spec = json.loads(match[1])
        spec.pop("usermeta", None)
        html = alt.Chart.from_dict(spec).to_html(fullhtml=False, output_div=f"vis{next(count)}")
        return CDN.sub(lambda found: f"{'../' * depth}_stock/{found[1]}.min.js", html)

    return FIGURE.sub(replaced, OWN_SCRIPTS.sub("", POLICY.sub("", text)))


def load(browser, address: str, selector: str) -> tuple[float, int]:
    """Milliseconds from navigation to the first drawn chart, and bytes of page and scripts."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, bypass_csp=True)  # the measuring itself evaluates text
    page, sizes = context.new_page(), []
    page.on("response", lambda response: sizes.append(int(response.headers.get("content-length", 0)))
            if response.url.endswith((".js", ".html")) or ".js?" in response.url else None)
    page.add_init_script("""(() => {
      const look = () => {
        const drawn = document.querySelector(%s);
        if (drawn && drawn.getBoundingClientRect().width > 100) window.firstChart ??= performance.now();
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
      addEventListener('DOMContentLoaded', () => document.querySelector('.nf-chart, [id^=vis]')?.scrollIntoView());
    })()""" % json.dumps(selector))
    page.goto(address)
    page.wait_for_function("window.firstChart !== undefined", timeout=30000)
    took = page.evaluate("window.firstChart")
    context.close()
    return took, sum(sizes)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--book", type=Path, required=True)
    options.add_argument("--scripts", type=Path, required=True, help="folder with the unpacked packages vega, vega-lite, vega-embed")
    options.add_argument("--rounds", type=int, default=7)
    options.add_argument("--chromium", default="/usr/bin/chromium")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "book"
        shutil.copytree(given.book, root)
        (root / "_stock").mkdir()
        for name in ("vega", "vega-lite", "vega-embed"):
            shutil.copy(given.scripts / name / "build" / f"{name}.min.js", root / "_stock")
        pages = [page for page in sorted(root.glob("pages/*/*/[0-9]*.html")) if FIGURE.search(page.read_text(encoding="utf-8"))]
        for page in pages:
            page.with_suffix(".stock.html").write_text(stock_page(page.read_text(encoding="utf-8"), len(page.relative_to(root).parts) - 1))
        handler = functools.partial(Silent, directory=root)
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        print("| page | this book KB | Altair's HTML KB | first chart ms | Altair's ms | ratio |\n|---|---:|---:|---:|---:|---:|")
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=given.chromium, args=["--no-sandbox", "--disable-quic", "--disable-background-networking"])
            for page in pages:
                print(row(browser, server.server_port, root, page, given.rounds), flush=True)
            browser.close()


def row(browser, port: int, root: Path, page: Path, rounds: int) -> str:
    """One page of both kinds, loaded in turn."""
    base = f"http://127.0.0.1:{port}/{page.relative_to(root).as_posix()}"
    addresses = {"this book": base, "Altair's HTML": base.replace(".html", ".stock.html")}
    found = {name: [] for name in addresses}
    for _ in range(rounds):
        for name, address in addresses.items():
            found[name].append(load(browser, address, DRAWN[name]))
    middle = {name: statistics.median(took for took, _ in values) for name, values in found.items()}
    size = {name: max(size for _, size in values) / 1000 for name, values in found.items()}
    own, stock = found
    spread = {name: f"{middle[name]:.0f} ({min(took for took, _ in values):.0f}–{max(took for took, _ in values):.0f})" for name, values in found.items()}
    return f"| {page.stem} | {size[own]:.0f} | {size[stock]:.0f} | {spread[own]} | {spread[stock]} | {middle[own] / middle[stock]:.2f} |"


if __name__ == "__main__":
    main()
