"""A CSV file as the project writes it: UTF-8, header in line 1, comma, LF line ends, columns as in the schema."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from netfreedom.data.paths import shown
from netfreedom.data.schemas import Schema
from netfreedom.errors import InputError, Problem


@dataclass(frozen=True)
class Table:
    """The cells of a file as text. `rows` and `lines` run together: the row's cells, the line on which it starts."""

    file: str
    schema: Schema
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...]

    def records(self):
        """Each row as (line, {column: text})."""
        for line, row in zip(self.lines, self.rows, strict=True):
            yield line, dict(zip(self.schema.columns, row, strict=True))


def read_table(path: Path, schema: Schema) -> Table:
    """Read a file whose form is right; else an `InputError` with a line for each thing that is wrong."""
    file = shown(path)
    text = _text(path, file)
    numbered = numbered_rows(text, file)
    header, lines, rows = numbered[0][1], [line for line, _ in numbered[1:]], [row for _, row in numbered[1:]]
    problems = _header_problems(file, header, schema)
    if not problems:
        problems = [
            Problem(file, line, message=f"the row has {len(row)} cells, the header {len(header)} columns"
                    " (quote a cell that holds a comma)" if row else "the line is empty: remove it")
            for line, row in zip(lines, rows, strict=True) if len(row) != len(header)
        ]
    if problems:
        raise InputError(problems)
    return Table(file, schema, tuple(map(tuple, rows)), tuple(lines))


def _text(path: Path, file: str) -> str:
    content = path.read_bytes()
    if not content.strip():
        raise InputError(Problem(file, message="the file is empty: write the header alone to say that the report names none,"
                                               " or remove the file to say that this is not coded"))
    if content.startswith(b"\xef\xbb\xbf"):
        raise InputError(Problem(file, 1, message="the file begins with a byte order mark: save it as UTF-8 without BOM"))
    if b"\r" in content.replace(b"\r\n", b""):
        raise InputError(Problem(file, message="the file has line ends (CR) of an old system: save it with LF line ends"))
    if b"\r" in content:
        line = content[: content.index(b"\r")].count(b"\n") + 1
        raise InputError(Problem(file, line, message="the file has Windows line ends (CRLF): save it with LF line ends"))
    if b"\0" in content:
        line = content[: content.index(b"\0")].count(b"\n") + 1
        raise InputError(Problem(file, line, message="the file holds a zero byte: save it as UTF-8 text"))
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise InputError(Problem(file, line, message="the line is not UTF-8: save the file as UTF-8")) from error


def numbered_rows(text: str, file: str) -> list[tuple[int, list[str]]]:
    """Each row, the header too, with the line on which it starts; an `InputError` where the text is no CSV."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows, line = [], 1
    try:
        for row in reader:
            rows.append((line, row))
            line = reader.line_num + 1
    except csv.Error as error:
        raise InputError(Problem(file, line, message=f"the row that begins here cannot be read as CSV: {error}")) from error
    return rows


def _header_problems(file: str, header: list[str], schema: Schema) -> list[Problem]:
    columns = schema.columns
    if header == columns:
        return []
    if len(header) == 1 and (";" in header[0] or "\t" in header[0]):
        return [Problem(file, 1, message="the columns are not separated by commas: save the file with commas")]
    problems = [Problem(file, 1, name, message="the column is missing") for name in columns if name not in header]
    problems += [Problem(file, 1, name, message="the table has no such column: remove it or see the data dictionary")
                 for name in header if name not in columns]
    problems += [Problem(file, 1, name, message="the column stands there twice")
                 for name in dict.fromkeys(header) if header.count(name) > 1]
    if not problems:
        place = next(n for n, pair in enumerate(zip(header, columns, strict=True)) if pair[0] != pair[1])
        problems = [Problem(file, 1, header[place], message=f"the columns are in another order: here belongs {columns[place]}"
                            f" (the order is {','.join(columns)})")]
    return problems
