"""Rows of CSV files: what is read, and which fault is told where."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from belligraph.datasets import MAPPERS, file_sha256, read_records
from belligraph.datasets.protocol import Layout
from belligraph.errors import DatasetError

LAYOUT = Layout(required=("id", "notes"))


def written(path: Path, content: bytes) -> Path:
    file = path / "rows.csv"
    file.write_bytes(content)
    return file


def cells(path: Path) -> list[tuple[int, dict[str, str]]]:
    return [(record.line, dict(record.cells)) for record in read_records(path, LAYOUT, "Test")]


def test_a_row_has_the_line_where_it_begins(tmp_path: Path) -> None:
    path = written(tmp_path, b'id,notes\n1,"two\nlines"\n\n2,"a ""quote"", a comma"\n')
    assert cells(path) == [(2, {"id": "1", "notes": "two\nlines"}), (5, {"id": "2", "notes": 'a "quote", a comma'})]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_header_tells_the_delimiter(tmp_path: Path, delimiter: str) -> None:
    path = written(tmp_path, f"id{delimiter}notes\n1{delimiter}x\n".encode())
    assert cells(path) == [(2, {"id": "1", "notes": "x"})]


def test_columns_may_be_in_any_order_and_case_after_a_byte_order_mark(tmp_path: Path) -> None:
    path = written(tmp_path, b"\xef\xbb\xbfNOTES,ID,more\r\nx,1,y\r\n")
    assert cells(path) == [(2, {"notes": "x", "id": "1", "more": "y"})]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"id,notes\n1,caf\xe9\n", r"rows\.csv:2: not UTF-8: the byte 0xe9 at position 6"),
        (b"id,notes\n1,\x00\n", r"rows\.csv:2: binary data"),
        (b"id,notes\n1,a,b\n", r"rows\.csv:2: the row has 3 cells, the header has 2"),
        (b'id,notes\n1,a\n2,"never closed\n3,b\n', r"rows\.csv:3: the row that begins here is not CSV"),
        (b"id,note\n1,a\n", r"rows\.csv:1: the header lacks the column notes \(is it 'note'\?\)"),
        (b"id,notes,id\n1,a,2\n", r"rows\.csv:1: the header names a column twice: id"),
        (b"a,b\n1,2\n", r"rows\.csv:1: these are not the columns of Test"),
        (b"id,notes\n", r"rows\.csv: the file has no rows"),
    ],
)
def test_a_fault_is_told_with_its_line(tmp_path: Path, content: bytes, told: str) -> None:
    with pytest.raises(DatasetError, match=told):
        cells(written(tmp_path, content))


@pytest.mark.parametrize("columns", [57, 60, 62])
def test_gdelt_has_58_or_61_columns_and_no_other_number(gdelt: Callable[..., Path], columns: int) -> None:
    with pytest.raises(DatasetError, match=rf":1: the row has {columns} cells between tabs; GDELT events has 58 or 61"):
        list(read_records(gdelt(columns=columns), MAPPERS["gdelt"].layout, MAPPERS["gdelt"].title))


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"", "empty"), (b" \n\n", "empty"), (b"PK\x03\x04rest", "ZIP archive"), (b"\x1f\x8brest", "gzip archive")],
)
def test_what_is_no_text_is_told_before_it_is_read(tmp_path: Path, content: bytes, told: str) -> None:
    with pytest.raises(DatasetError, match=told):
        file_sha256(written(tmp_path, content))


def test_the_digest_is_that_of_the_bytes(tmp_path: Path) -> None:
    content = b"id,notes\n" + b"1,x\n" * 500_000
    assert file_sha256(written(tmp_path, content)) == hashlib.sha256(content).hexdigest()


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="no such file"):
        file_sha256(tmp_path / "nowhere.csv")
