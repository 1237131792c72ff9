"""The command line: each command reads its arguments, calls the package and prints what came of it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from netfreedom.errors import InputError, Problem, UserError

app = typer.Typer(
    help="Country reports on internet freedom as checked data, and the book made from them.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

Country = Annotated[str | None, typer.Argument(help="Folder of the country under data/, such as kazakhstan.", show_default=False)]
Edition = Annotated[int | None, typer.Argument(help="Edition of the report, such as 2016.", show_default=False)]


@app.command()
def check(country: Country = None, edition: Edition = None) -> None:
    """Check a dataset, or the index and all datasets: one line per problem, exit code 1 where there is one.

    Examples:

      netfreedom check

      netfreedom check kazakhstan 2016
    """
    from netfreedom.data.check import check as problems_of

    problems = problems_of(*_dataset(country, edition))
    if problems:
        raise InputError(problems)
    print("No problems found.")


@app.command()
def package(country: Country = None, edition: Edition = None) -> None:
    """Write datapackage.json of a dataset, or of the index and all datasets.

    Run it after you add a table or change report.yml or a schema.

    Examples:

      netfreedom package

      netfreedom package kazakhstan 2016
    """
    from netfreedom.data.package import write_package
    from netfreedom.data.paths import datasets, shown

    country, edition = _dataset(country, edition)
    for chosen in [(country, edition)] if country else [(None, None), *datasets()]:
        print(shown(write_package(*chosen)))


@app.command()
def dictionary(
    write: Annotated[Path | None, typer.Option("--write", help="File to write it to.", show_default=False)] = None,
) -> None:
    """Print the data dictionary, made from the schemas, or write it to a file.

    Examples:

      netfreedom dictionary --write about/data-dictionary.md
    """
    from netfreedom.data.dictionary import dictionary_markdown

    if write is None:
        print(dictionary_markdown(), end="")
    else:
        write.write_text(dictionary_markdown(), encoding="utf-8", newline="\n")
        print(write)


@app.command()
def verify(
    country: Annotated[str, typer.Argument(help="Folder of the country under data/.")],
    edition: Annotated[int, typer.Argument(help="Edition of the report.")],
    report: Annotated[Path, typer.Option("--report", help="The report as text or PDF.", show_default=False)],
    as_json: Annotated[bool, typer.Option("--json", help="Print the whole result as JSON.")] = False,
) -> None:
    """Check every row against the report's text: n of n per table, exit code 1 where a row does not match.

    The result is stored beside the data (verification.json) and shown in the book.

    Examples:

      netfreedom verify kazakhstan 2016 --report kazakhstan-2016.txt

      netfreedom verify kazakhstan 2016 --report kazakhstan-2016.pdf --json
    """
    from netfreedom.data.load import load
    from netfreedom.data.paths import shown
    from netfreedom.evidence.account import account
    from netfreedom.evidence.verification import verify as verification_of
    from netfreedom.report.reader import read

    data = load(country, edition)
    if data.from_index:
        raise InputError(Problem(shown(data.folder), message="there is no dataset whose rows could be verified"))
    try:
        text = read(report)
    except ValueError as error:  # empty, or a damaged PDF
        raise UserError(str(error)) from error
    result = verification_of(data, text)
    if result.rows and not result.matched:
        raise InputError(Problem(str(report), message=f"no row matches: this is not the report of {country} {edition}, or cannot be read"))
    print(result.to_json() if as_json else account(result))
    result.save(data.folder)
    if not result.ok:
        raise typer.Exit(1)


@app.command()
def new(
    country: Annotated[str, typer.Argument(help="Country as in data/index/countries.csv, such as uzbekistan.")],
    edition: Annotated[int, typer.Argument(help="Edition of the report.")],
) -> None:
    """Make the folder of a dataset: report.yml, tables with headers, commentary to write, next steps. Never overwrites.

    Examples:

      netfreedom new uzbekistan 2016
    """
    from netfreedom.data.paths import shown
    from netfreedom.draft.scaffold import NEXT_STEPS, new_dataset

    folder = new_dataset(country, edition)
    print(f"{shown(folder)} is ready. What to do next stands in {shown(folder / NEXT_STEPS)}")


@app.command()
def draft(
    country: Annotated[str, typer.Argument(help="Country as in data/index/countries.csv, such as uzbekistan.")],
    edition: Annotated[int, typer.Argument(help="Edition of the report.")],
    report: Annotated[Path, typer.Option("--report", help="The report as text, as PDF, or as the text of its web page.", show_default=False)],
    against: Annotated[bool, typer.Option("--compare", help="Write nothing: hold the draft against the dataset that is there.")] = False,
) -> None:
    """Draft a dataset from a report; check refuses its rows until a person has decided on each.

    Examples:

      netfreedom draft uzbekistan 2016 --report uzbekistan-2016.pdf

      netfreedom draft kazakhstan 2016 --report kazakhstan-2016.txt --compare
    """
    from netfreedom.data.load import load
    from netfreedom.data.paths import dataset_folder, shown
    from netfreedom.draft import compare, draft_report, write

    if against and load(country, edition).from_index:
        raise InputError(Problem(shown(dataset_folder(country, edition)), message="there is no dataset to compare the draft with"))
    folder = dataset_folder(country, edition)
    drafted = draft_report(country, edition, report)
    if against:
        print("\n".join(compare(drafted, load(country, edition)).lines()))
        return
    write(drafted, folder)
    print(f"{shown(folder)} holds a draft. Rows for a person to decide on:")
    for table, rows in drafted.tables.items():
        print(f"  {table}: {len(rows)}")
    for sentence in drafted.unread:
        print(f"- {sentence}")


Jobs = Annotated[int | None, typer.Option("--jobs", "-j", min=1, help="Notebooks at a time; one per core if not given.", show_default=False)]
All = Annotated[bool, typer.Option("--all", help="All countries of an edition; without --edition, a book for every edition.")]
OneEdition = Annotated[int | None, typer.Option("--edition", help="The edition, with --all.", show_default=False)]
Scheduler = Annotated[str | None, typer.Option("--scheduler", help="Execute on a Dask cluster: address of its scheduler, such as tcp://host:8786.", show_default=False)]
Silent = Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")]
Out = Annotated[Path | None, typer.Option("--out", help="Folder for the book; _build if not given, _build/editions/YEAR with --all.", show_default=False)]


@app.command()
def build(
    country: Country = None, edition: Edition = None, everything: All = False, one_edition: OneEdition = None,
    jobs: Jobs = None, scheduler: Scheduler = None, quiet: Silent = False, out: Out = None,
) -> None:
    """Check the data, execute the notebooks and build the book; a failed build leaves the last good book.

    A country without a dataset gets the chapters that the index of scores can fill.

    Examples:

      netfreedom build kazakhstan 2016

      netfreedom build france 2016 --out france

      netfreedom build --all --edition 2016

      netfreedom build kazakhstan 2016 --scheduler tcp://127.0.0.1:8786
    """
    from netfreedom.book.commands import build_one, orders, stoppable

    with stoppable():
        for order in orders(*_dataset(country, edition), everything, one_edition, out):
            build_one(order, jobs, scheduler, quiet)


@app.command()
def run(
    country: Country = None, edition: Edition = None, everything: All = False, one_edition: OneEdition = None,
    jobs: Jobs = None, scheduler: Scheduler = None, quiet: Silent = False,
) -> None:
    """Execute the notebooks of a dataset into pages/, without building the book.

    Examples:

      netfreedom run kazakhstan 2016 && jupyter-book build .
    """
    from netfreedom.book.commands import orders, run_one, stoppable

    with stoppable():
        for order in orders(*_dataset(country, edition), everything, one_edition):
            run_one(order, jobs, scheduler, quiet)


def _dataset(country: str | None, edition: int | None) -> tuple[str | None, int | None]:
    """Country and edition are given together or not at all."""
    if country is not None and edition is None:
        raise typer.BadParameter("name the edition too, such as: kazakhstan 2016", param_hint="EDITION")
    return country, edition


def main() -> None:
    """Run the command line; what is wrong with the input is printed as one line per problem."""
    try:
        app()
    except InputError as error:
        print(error, file=sys.stderr)
        count = len(error.problems)
        print(f"{count} problem{'s' if count != 1 else ''} found.", file=sys.stderr)
        sys.exit(1)
    except OSError as error:
        print(f"{error.filename or 'The disk'}: {error.strerror or error}", file=sys.stderr)
        sys.exit(1)
    except UserError as error:
        print(error, file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    main()
