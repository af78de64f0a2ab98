"""Fixtures that read a text and tell its claims in a flat, readable form."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from belligraph.extract import RuleExtractor
from belligraph.model.article import Article
from belligraph.model.sheet import ConceptObject, DateObject, FactSheet, Quantity, QuantityObject, Ref

PUBLISHED = date(2024, 5, 15)
"""A Wednesday."""


def _value(sheet: FactSheet, value: object) -> str:
    if isinstance(value, Ref):
        named = {a.id: a.name for a in sheet.actors} | {p.id: p.name for p in sheet.places}
        return named.get(value.ref, value.ref)
    if isinstance(value, ConceptObject):
        return value.concept
    if isinstance(value, DateObject):
        return value.date or f"? {value.words}"
    if isinstance(value, QuantityObject):
        return _amount(value.quantity)
    return str(value)


def _amount(quantity: Quantity) -> str:
    sign = "~" if quantity.approximate else ""
    if quantity.value is not None:
        return f"{sign}{quantity.value:g}"
    low = "" if quantity.min is None else f"{quantity.min:g}"
    high = "" if quantity.max is None else f"{quantity.max:g}"
    return f"{sign}{low}..{high}"


def _lines(sheet: FactSheet) -> list[str]:
    names = {a.id: a.name for a in sheet.actors}
    lines = []
    for claim in sheet.claims:
        speakers = ", ".join(names[s] for s in claim.attributed_to)
        tail = f" [{speakers}]" if speakers else ""
        tail += f" ({claim.modality})" if claim.modality != "certain" else ""
        subject = names.get(claim.subject, claim.subject)
        lines.append(f"{subject} {claim.property} {_value(sheet, claim.object)}{tail}")
    return lines


@pytest.fixture
def sheet_of() -> Callable[[str], FactSheet]:
    """The sheet of a text published on Wednesday, 15 May 2024."""
    return lambda text: RuleExtractor().extract(Article(text, published=PUBLISHED))


@pytest.fixture
def told(sheet_of: Callable[[str], FactSheet]) -> Callable[[str], list[str]]:
    """The claims of a text as lines: `subject property value [speakers] (modality unless certain)`."""
    return lambda text: _lines(sheet_of(text))


@pytest.fixture
def lines() -> Callable[[FactSheet], list[str]]:
    """The claims of a sheet as such lines."""
    return _lines


@pytest.fixture
def shared() -> Path:
    """The folder of shared material beside the checkout."""
    folder = Path(__file__).resolve().parents[3] / "shared"
    if not (folder / "articles" / "seed.txt").is_file():
        pytest.skip("the shared articles are not beside this checkout")
    return folder
