"""Pages of the last book that stand in the new one as they are: copied, where everything that makes them is the same.

Sphinx keeps what it read and knows which sources have changed. What else a page shows is compared here: the program and its
configuration, the contents and headings of the whole book, and what the page was told of the data. A kept page must also be the
very file that was written: hashes tell.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from jinja2 import FileSystemBytecodeCache

from netfreedom.book.asked import answers, still_so
from netfreedom.book.build import LAST_BOOK
from netfreedom.book.charts import data_folder
from netfreedom.book.inputs import program
from netfreedom.run.cache import write_whole

RECORD = "pages.json"  # among the doctrees


class Reuse:
    """One build's knowledge of the last one."""

    def __init__(self):
        self.last: dict = {}
        self.copied: set[str] = set()
        self.written: set[str] = set()

    def keep_templates(self, app) -> None:
        """Keep the theme's templates as compiled, which takes as long as to write several pages."""
        if app.config[LAST_BOOK] and app.builder.name == "html":
            folder = Path(app.doctreedir) / "templates"
            folder.mkdir(exist_ok=True)
            app.builder.templates.environment.bytecode_cache = FileSystemBytecodeCache(folder)

    def copy(self, app) -> None:
        """Put the last book's pages into the new one, before Sphinx asks which are missing."""
        last, record = app.config[LAST_BOOK], Path(app.doctreedir) / RECORD
        if not last or not record.is_file() or app.builder.name != "html":
            return
        kept = json.loads(record.read_text(encoding="utf-8"))
        index = {app.builder.searchindex_filename: kept["search"]}
        if not _whole(Path(last), index):  # a page that is not fed into the search index must be in it already
            return
        self.last = kept
        for page, entry in kept["pages"].items():
            if page in app.config.external_site_map and _whole(Path(last), entry["files"]):
                _copy(Path(last), Path(app.outdir), entry["files"])
                self.copied.add(page)
        _copy(Path(last), Path(app.outdir), index)

    def outdated(self, app, env) -> list[str]:
        """Pages to write though their sources have not changed."""
        if not self.copied:  # none to take over: Sphinx writes what is missing
            return []
        if self.last["book"] != book_key(app, env):
            self.copied = set()
            return sorted(env.found_docs)
        return [page for page in sorted(env.found_docs) if page not in self.copied or not still_so(page, self.last["pages"][page]["answers"])]

    def note_written(self, app, pagename, templatename, context, doctree) -> None:
        """A page was written in this process."""
        self.written.add(pagename)

    def forget_words(self, app) -> Iterable:
        """Take words out of the search index that no page holds any more, which Sphinx would leave behind."""
        indexer = app.builder.indexer
        for pages_of in (indexer._mapping, indexer._title_mapping) if indexer else ():
            for word in [word for word, pages in pages_of.items() if not pages]:
                del pages_of[word]
        return ()

    def record(self, app, exception) -> None:
        """Keep what each page was made from."""
        if exception is not None or not app.config[LAST_BOOK] or app.builder.name != "html":
            return
        env, out = app.env, Path(app.outdir)
        kept = {page: self.last["pages"][page] for page in self.copied - self.written}
        kept |= {
            page: {"answers": answers(env, page), "files": {file: _hash(out / file) for file in _files(out, page)}}
            for page in sorted(self.written & env.found_docs) if _stands_alone(env, page)
        }
        content = {"book": book_key(app, env), "search": _hash(out / app.builder.searchindex_filename), "pages": kept}
        write_whole(Path(app.doctreedir) / RECORD, json.dumps(content, ensure_ascii=False, indent=1).encode())


def book_key(app, env) -> str:
    """Hash of what every page rests on: program, configuration, contents, headings and targets of the whole book."""
    headings = {
        page: [env.titles[page].pformat(), env.longtitles[page].pformat(), env.tocs[page].pformat(),
               env.toc_secnumbers.get(page), env.toc_fignumbers.get(page)]
        for page in env.found_docs
    }  # fmt: skip
    standard = env.get_domain("std")
    targets = [sorted(map(repr, known.items())) for known in (standard.labels, standard.anonlabels, standard.objects)]
    contents = Path(app.config.external_toc_path).read_text(encoding="utf-8")
    content = [program(Path(app.srcdir)), app.builder.build_info.config_hash, contents, headings, targets]
    return hashlib.sha256(json.dumps(content, sort_keys=True, default=str).encode()).hexdigest()


def _files(out: Path, page: str) -> Iterator[str]:
    """A page's files in the book: the page, its source, the data of its figures."""
    yield f"{page}.html"
    for path in [*(out / "_sources" / page).parent.glob(f"{Path(page).name}.*"), *(out / data_folder(page)).glob("*")]:
        yield path.relative_to(out).as_posix()


def _stands_alone(env, page: str) -> bool:
    """Whether writing the page leaves nothing in the book but its own files: no images, no entries of the general index."""
    images = (pages for pages, _ in env.images.values())
    return not any(page in pages for pages in images) and not env.get_domain("index").entries.get(page)


def _whole(folder: Path, files: dict[str, str]) -> bool:
    return all((folder / file).is_file() and _hash(folder / file) == kept for file, kept in files.items())


def _copy(last: Path, out: Path, files: Iterable[str]) -> None:
    for file in files:
        (out / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(last / file, out / file)  # with its date, by which Sphinx sees that it is not older than its source


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def setup_reuse(app) -> None:
    reuse = Reuse()
    app.add_config_value(LAST_BOOK, "", "")
    app.connect("builder-inited", reuse.keep_templates)
    app.connect("builder-inited", reuse.copy)
    app.connect("env-updated", reuse.outdated)
    app.connect("html-page-context", reuse.note_written)
    app.connect("html-collect-pages", reuse.forget_words)
    app.connect("build-finished", reuse.record)
