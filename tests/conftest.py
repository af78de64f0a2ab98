"""What tests of several stages share: a small report of our own with its sheet, and the shared material if it is at hand."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from belligraph.iri import Iris
from belligraph.model.article import Article
from belligraph.model.sheet import (
    Actor,
    ActorKind,
    Claim,
    ConceptObject,
    DateObject,
    Event,
    EventType,
    Evidence,
    FactSheet,
    Modality,
    Place,
    PlaceKind,
    Property,
    Quantity,
    QuantityObject,
    Ref,
    SheetArticle,
    Speech,
)

SHARED = Path(__file__).resolve().parents[2] / "shared"

REPORT = (
    "Raiders shell river port\n\n"
    "Raiders shelled the port of Mirefield on Monday, killing between three and five guards, Radio Delta reported, "
    "citing two officials. The governor denied that anyone was killed. The raiders are armed by the Northern League, "
    "he said.\n"
)


@pytest.fixture(scope="session")
def iris() -> Iris:
    return Iris("https://data.example/war/")


@pytest.fixture(scope="session")
def article() -> Article:
    return Article(REPORT, publisher="Harbour Gazette", published=date(2024, 5, 7), title="Raiders shell river port")


def quoted(words: str) -> tuple[Evidence, ...]:
    """The passage of the report that holds these words."""
    start = REPORT.index(words)
    return (Evidence(start, start + len(words), words),)


@pytest.fixture(scope="session")
def sheet(article: Article) -> FactSheet:
    shelled = quoted("Raiders shelled the port of Mirefield on Monday")
    chain = ("radio", "officials")
    return FactSheet(
        SheetArticle(article.text_sha256),
        actors=(
            Actor("raiders", "Raiders", ActorKind.ARMED_GROUP, quoted("Raiders shelled the port")),
            Actor("guards", "guards", ActorKind.ARMED_FORCE, quoted("guards"), identified=False),
            Actor("radio", "Radio Delta", ActorKind.MEDIA, quoted("Radio Delta")),
            Actor("officials", "two officials", ActorKind.PERSON, quoted("two officials"), identified=False),
            Actor("governor", "The governor", ActorKind.PERSON, quoted("The governor")),
            Actor("league", "Northern League", ActorKind.ORGANISATION, quoted("Northern League")),
        ),
        places=(
            Place("port", "the port of Mirefield", PlaceKind.FACILITY, quoted("the port of Mirefield"), within="mirefield"),
            Place("mirefield", "Mirefield", PlaceKind.SETTLEMENT, quoted("Mirefield")),
        ),
        events=(Event("shelling", EventType.ATTACK, "shelling of the port of Mirefield", shelled),),
        claims=(
            Claim("c1", "shelling", Property.ATTACKER, Ref("raiders"), Modality.CERTAIN, Speech.INDIRECT, chain, shelled),
            Claim("c2", "shelling", Property.PLACE, Ref("port"), Modality.CERTAIN, Speech.INDIRECT, chain, shelled),
            Claim(
                "c3", "shelling", Property.DATE, DateObject("2024-05-06", "on Monday"), Modality.CERTAIN, Speech.INDIRECT,
                chain, shelled,
            ),
            Claim(
                "c4", "shelling", Property.KILLED,
                QuantityObject(Quantity("between three and five", False, min=3, max=5, of="guards")),
                Modality.CERTAIN, Speech.INDIRECT, chain, quoted("killing between three and five guards"),
            ),
            Claim(
                "c5", "shelling", Property.INSTRUMENT, ConceptObject("artillery", "shelled"), Modality.CERTAIN,
                Speech.INDIRECT, chain, quoted("Raiders shelled"),
            ),
            Claim(
                "c6", "shelling", Property.KILLED, QuantityObject(Quantity("anyone", False, min=1)), Modality.DENIED,
                Speech.INDIRECT, ("governor",), quoted("The governor denied that anyone was killed"),
            ),
            Claim(
                "c7", "raiders", Property.SPONSORED_BY, Ref("league"), Modality.CERTAIN, Speech.INDIRECT, ("governor",),
                quoted("The raiders are armed by the Northern League"),
            ),
            Claim(
                "c8", "shelling", Property.TARGET, Ref("guards"), Modality.PROBABLE, Speech.INDIRECT, chain,
                quoted("killing between three and five guards"),
            ),
        ),
    )  # fmt: skip


@pytest.fixture
def shared() -> Path:
    """The folder of shared articles and gold sheets beside the checkout."""
    if not SHARED.is_dir():
        pytest.skip("the shared articles and gold sheets are not beside this checkout")
    return SHARED


@pytest.fixture
def seed_text(shared: Path) -> str:
    return (shared / "articles" / "seed.txt").read_bytes().decode()


@pytest.fixture
def seed_gold(shared: Path) -> dict[str, list[dict[str, object]]]:
    """The seed's gold sheet as plain JSON, read without any code of ours."""
    gold: dict[str, list[dict[str, object]]] = json.loads((shared / "gold" / "seed.json").read_text("utf-8"))
    return gold
