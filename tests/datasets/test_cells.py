"""Cells as numbers, coordinates and dates."""

from __future__ import annotations

from datetime import date

import pytest

from belligraph.datasets.cells import choice, count, day, point
from belligraph.datasets.protocol import RowFault


@pytest.mark.parametrize(("cell", "number"), [("0", 0), ("12", 12), (" 7 ", 7), ("3.0", 3), ("", None)])
def test_whole_numbers(cell: str, number: int | None) -> None:
    assert count({"n": cell}, "n") == number


@pytest.mark.parametrize("cell", ["-1", "2.5", "1e3", "many", "1,000", "NaN", "٣"])
def test_what_is_no_whole_number_is_a_fault_of_its_column(cell: str) -> None:
    with pytest.raises(RowFault, match=r"n: .* is no whole number from 0"):
        count({"n": cell}, "n")


def test_a_column_that_is_not_there_is_an_empty_cell() -> None:
    assert count({}, "n") is None


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("2024-05-06", date(2024, 5, 6)),
        ("2024-05-06 00:00:00.000", date(2024, 5, 6)),
        ("20240506", date(2024, 5, 6)),
        ("6 May 2024", date(2024, 5, 6)),
        ("06-05-2024", date(2024, 5, 6)),
    ],
)
def test_the_published_forms_of_dates(cell: str, expected: date) -> None:
    assert day({"d": cell}, "d") == expected


@pytest.mark.parametrize("cell", ["", "2024-02-30", "5/6/2024", "6 Mai 2024", "2024", "yesterday", "0000-01-01"])
def test_what_is_no_day_is_a_fault(cell: str) -> None:
    with pytest.raises(RowFault, match=r"^d: "):
        day({"d": cell}, "d")


def test_longitude_comes_first_with_the_digits_of_the_cells() -> None:
    assert point({"lat": "31.50", "lon": "-44.25"}, "lat", "lon") == "POINT(-44.25 31.50)"


def test_no_coordinates_are_no_fault() -> None:
    assert point({"lat": "", "lon": ""}, "lat", "lon") is None


@pytest.mark.parametrize(
    ("latitude", "longitude", "column"),
    [
        ("91", "0", "lat"),
        ("0", "180.5", "lon"),
        ("", "44", "lat"),
        ("31", "", "lon"),
        ("31,5", "44", "lat"),
        ("31", "E", "lon"),
    ],
)
def test_what_is_no_place_on_earth_is_a_fault_of_its_column(latitude: str, longitude: str, column: str) -> None:
    with pytest.raises(RowFault, match=rf"^{column}: "):
        point({"lat": latitude, "lon": longitude}, "lat", "lon")


def test_a_code_is_one_of_the_codebook() -> None:
    assert choice({"p": "2"}, "p", "123") == "2"
    assert choice({"p": ""}, "p", "123") is None
    for cell in ("4", "12", "x"):
        with pytest.raises(RowFault, match="none of the codes"):
            choice({"p": cell}, "p", "123")
