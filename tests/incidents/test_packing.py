"""What is packed comes back equal, whatever of a sheet it holds."""

from __future__ import annotations

import pytest

from belligraph.incidents.digest import EventRef, Statement
from belligraph.incidents.packing import packer, unpack
from belligraph.incidents.reports import Party, Report, Spot, Window
from belligraph.model.sheet import (
    ActorKind,
    Claim,
    ConceptObject,
    DateObject,
    EventType,
    Evidence,
    Modality,
    Object,
    PlaceKind,
    Property,
    Quantity,
    QuantityObject,
    Ref,
    Speech,
    TextObject,
)

QUANTITY = Quantity("at least three", approximate=False, min=3.0, of="soldiers", excludes="e2")


@pytest.mark.parametrize(
    "obj",
    [
        Ref("a"),
        ConceptObject("other", "a slingshot"),
        QuantityObject(QUANTITY),
        DateObject(None, "last year"),
        TextObject("why"),
    ],
)
def test_a_statement_comes_back_equal(obj: Object) -> None:
    said = (Modality.DENIED, Speech.DIRECT, ("two_officials", "wire"), (Evidence(3, 9, "Rebels"),), "reportedly")
    statement = Statement(Claim("c1", "e1", Property.KILLED, obj, *said), ("outlet wire",), EventRef("k/e1", "https://a/e1"))
    assert unpack(packer(Statement, EventRef)([statement, statement])) == [statement, statement]


def test_a_report_comes_back_equal() -> None:
    report = Report(
        ref="k/e1",
        article="k",
        type=EventType.STRIKE,
        label="a strike",
        is_headline=False,
        is_hypothetical=True,
        window=Window(1, 2, dated=True, late=True),
        published=None,
        spots=(Spot("“mirefield”", "Mirefield", PlaceKind.SETTLEMENT, ("veska",), "veska", 1.5, None),),
        attackers=(Party(None, frozenset({"gunmen"}), ActorKind.UNKNOWN, None),),
        instruments=frozenset({"rocket"}),
        killed=((3.0, float("inf")),),
        answers=("k/e0",),
    )
    assert unpack(packer(Report, Window, Spot, Party)(report)) == report
