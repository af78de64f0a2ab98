"""Rows of a CSV file, one at a time: memory does not grow with the file.

Files come with a header (comma, semicolon or tab between the cells, quotes as in RFC 4180) or, as GDELT's, without one and
with tabs. Lines are counted from 1; a row that holds line breaks has the number of its first line.
Source: https://www.rfc-editor.org/rfc/rfc4180.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from belligraph.datasets.protocol import Layout, Record
from belligraph.errors import DatasetError
from belligraph.inputs import BOM, nearest, open_input

__all__ = ["file_sha256", "read_records"]

_ARCHIVES = {b"PK\x03\x04": "a ZIP archive", b"\x1f\x8b": "a gzip archive", b"\xd0\xcf\x11\xe0": "an Excel workbook"}
_CHUNK = 1 << 20


def file_sha256(path: Path) -> str:
    """The SHA-256 of a file's bytes, read piece by piece.

    Raises:
        DatasetError: the file cannot be read, is empty, or is an archive.
    """
    digest = hashlib.sha256()
    with open_input(path, DatasetError) as file:
        first = file.read(_CHUNK)
        if not first.strip():
            raise DatasetError("the file is empty", where=str(path), remedy="Download it again.")
        for mark, kind in _ARCHIVES.items():
            if first.startswith(mark):
                raise DatasetError(f"this is {kind}, not CSV", where=str(path), remedy="Unpack it, or save it as CSV.")
        while first:
            digest.update(first)
            first = file.read(_CHUNK)
    return digest.hexdigest()


def read_records(path: Path, layout: Layout, title: str) -> Iterator[Record]:
    """The rows of the file, in order. Empty lines are passed over.

    Raises:
        DatasetError: not UTF-8, no CSV, no rows, or not the columns of the dataset called `title`.
    """
    with open_input(path, DatasetError) as file:
        rows = _positioned(file, path, layout, title) if layout.positions else _headed(file, path, layout, title)
        count = 0
        for count, record in enumerate(rows, 1):  # noqa: B007 - only whether there was any matters
            yield record
        if not count:
            raise DatasetError("the file has no rows", where=str(path), remedy="Download it again.")


def _headed(file: BinaryIO, path: Path, layout: Layout, title: str) -> Iterator[Record]:
    lines = _lines(file, path)
    header_line = next(lines, "")
    delimiter = max(",;\t", key=header_line.count)
    (header,) = list(csv.reader([header_line], delimiter=delimiter)) or [[]]
    columns = [name.strip().lower() for name in header]
    _check_header(columns, path, layout, title)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    line = 2
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise DatasetError(
                f"the row that begins here is not CSV: {error}",
                where=f"{path}:{line}",
                remedy="Look for a quote mark that is never closed.",
            ) from error
        if cells is None:
            return
        if cells and len(cells) != len(columns):
            raise DatasetError(
                f"the row has {len(cells)} cells, the header has {len(columns)}",
                where=f"{path}:{line}",
                remedy="Look for a delimiter that is not in quotes.",
            )
        if cells:
            yield Record(line, dict(zip(columns, cells, strict=True)))
        line = reader.line_num + 2


def _check_header(columns: list[str], path: Path, layout: Layout, title: str) -> None:
    absent = [column for column in layout.required if column not in columns]
    where = f"{path}:1"
    if len(absent) > len(layout.required) // 2:
        raise DatasetError(
            f"these are not the columns of {title}: the header begins {', '.join(columns[:5])!r}",
            where=where,
            remedy=f"{title} has columns such as {', '.join(layout.required[:5])}.",
        )
    if absent:
        told = ", ".join(f"{c} (is it {n!r}?)" if (n := nearest(c, columns)) else c for c in absent)
        raise DatasetError(f"the header lacks the column {told}", where=where, remedy="Download all columns.")
    doubled = sorted({c for c in columns if columns.count(c) > 1})
    if doubled:
        raise DatasetError(f"the header names a column twice: {', '.join(doubled)}", where=where)


def _positioned(file: BinaryIO, path: Path, layout: Layout, title: str) -> Iterator[Record]:
    counts = " or ".join(str(n) for n in sorted(layout.positions))
    for number, line in enumerate(_lines(file, path), 1):
        text = line.rstrip("\r\n")
        if not text:
            continue
        cells = text.split("\t")
        columns = layout.positions.get(len(cells))
        if columns is None:
            raise DatasetError(
                f"the row has {len(cells)} cells between tabs; {title} has {counts}",
                where=f"{path}:{number}",
                remedy="Give the file as it was published: tabs between the cells, no header.",
            )
        yield Record(number, dict(zip(columns, cells, strict=True)))


def _lines(file: BinaryIO, path: Path) -> Iterator[str]:
    for number, raw in enumerate(file, 1):
        if b"\0" in raw:
            raise DatasetError(
                "binary data: a NUL byte", where=f"{path}:{number}", remedy="Give the file as it was published."
            )
        try:
            yield (raw.removeprefix(BOM) if number == 1 else raw).decode("utf-8")
        except UnicodeDecodeError as error:
            raise DatasetError(
                f"not UTF-8: the byte 0x{raw[error.start]:02x} at position {error.start + 1} of the line",
                where=f"{path}:{number}",
                remedy="Save it as UTF-8 text.",
            ) from error
