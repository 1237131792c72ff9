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
    from netfreedom.data.paths import dataset_folder
    from netfreedom.evidence import account
    from netfreedom.evidence import verify as verification_of
    from netfreedom.report import read

    data, text = load(country, edition), read(report)
    result = verification_of(data, text)
    if result.rows and not result.matched:
        raise InputError(Problem(str(report), message=f"no row matches: this is not the report of {country} {edition}, or cannot be read"))
    print(result.to_json() if as_json else account(result))
    result.save(dataset_folder(country, edition))
    if not result.ok:
        raise typer.Exit(1)


Jobs = Annotated[int | None, typer.Option("--jobs", "-j", min=1, help="Notebooks at a time; one per core if not given.", show_default=False)]


@app.command()
def build(
    country: Annotated[str, typer.Argument(help="Folder of the country under data/.")],
    edition: Annotated[int, typer.Argument(help="Edition of the report.")],
    jobs: Jobs = None,
) -> None:
    """Check the data, execute the notebooks and build the book; a failed build leaves the last good book.

    Examples:

      netfreedom build kazakhstan 2016
    """
    from netfreedom.book.whole import build_book
    from netfreedom.run.progress import show

    index, executed = build_book(country, edition, jobs, show)
    _say_left_out(executed)
    print(f"The book is at {index}")


@app.command()
def run(
    country: Annotated[str, typer.Argument(help="Folder of the country under data/.")],
    edition: Annotated[int, typer.Argument(help="Edition of the report.")],
    jobs: Jobs = None,
) -> None:
    """Execute the notebooks of a dataset into pages/, without building the book.

    Examples:

      netfreedom run kazakhstan 2016 && jupyter-book build .
    """
    from netfreedom.book.whole import make_pages
    from netfreedom.run.progress import show

    _say_left_out(make_pages(country, edition, jobs, show))


def _say_left_out(executed) -> None:
    for chapter, missing in executed.left_out:
        print(f"{chapter.name} is left out: not coded: {', '.join(missing)}")


def _dataset(country: str | None, edition: int | None) -> tuple[str | None, int | None]:
    """Country and edition are given together or not at all."""
    if country is not None and edition is None:
        raise typer.BadParameter("name the edition too, such as: kazakhstan 2016", param_hint="EDITION")
    return country, edition


def main() -> None:
    """Run the command line; what is wrong with the input is printed as one line per problem."""
    try:
        app()
    except KeyboardInterrupt:
        print("Interrupted: the last good book is as it was.", file=sys.stderr)
        sys.exit(130)
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
