from dataclasses import replace

import pytest

from belligraph.incidents import derive
from belligraph.incidents.weighing import contradict, stand
from belligraph.iri import Iris
from belligraph.mapping import map_sheet
from belligraph.model.article import Article
from belligraph.model.sheet import (
    Claim,
    ConceptObject,
    DateObject,
    EventType,
    Evidence,
    FactSheet,
    Modality,
    Object,
    Property,
    Quantity,
    QuantityObject,
    Ref,
    Speech,
)

BG = "https://w3id.org/belligraph/ns#"


def claim(name: str, prop: Property, obj: Object, modality: Modality = Modality.CERTAIN) -> Claim:
    return Claim(name, "shelling", prop, obj, modality, Speech.NARRATION, (), (Evidence(0, 7, "Raiders"),))


def figure(name: str, *, value: float | None = None, least: float | None = None, approximate: bool = False) -> Claim:
    return claim(name, Property.KILLED, QuantityObject(Quantity("words", approximate, value=value, min=least)))


def standing(sheet: FactSheet, *claims: Claim) -> list[str]:
    return [c.id for c in stand(replace(sheet, claims=claims))]


def test_several_and_eight_both_stand(sheet: FactSheet) -> None:
    assert standing(sheet, figure("several", least=2), figure("eight", value=8)) == ["several", "eight"]


def test_three_and_eight_contradict_and_neither_stands(sheet: FactSheet) -> None:
    assert standing(sheet, figure("three", value=3), figure("eight", value=8)) == []


def test_a_rounded_figure_contradicts_no_other() -> None:
    assert not contradict(figure("about-sixty", value=60, approximate=True), figure("62", value=62))


def test_a_denied_statement_does_not_stand(sheet: FactSheet) -> None:
    said = claim("said", Property.ATTACKER, Ref("raiders"))
    denied = claim("denied", Property.ATTACKER, Ref("raiders"), Modality.DENIED)
    assert standing(sheet, said, denied) == []


def test_who_denies_that_anyone_was_killed_denies_three_to_five(sheet: FactSheet) -> None:
    assert "c4" in {c.id for c in sheet.claims}
    assert "c4" not in {c.id for c in stand(sheet)}


def test_a_hedged_statement_alone_does_not_stand_but_supports_a_flat_one(sheet: FactSheet) -> None:
    flat = claim("flat", Property.ATTACKER, Ref("raiders"))
    hedged = claim("hedged", Property.ATTACKER, Ref("raiders"), Modality.PROBABLE)
    assert standing(sheet, hedged) == []
    assert standing(sheet, hedged, flat) == ["hedged", "flat"]


@pytest.mark.parametrize(
    ("prop", "one", "other"),
    [
        (Property.DATE, DateObject("2023-11-20"), DateObject("2023-11-21")),
        (Property.DAMAGE, ConceptObject("none"), ConceptObject("major")),
        (Property.OUTCOME, ConceptObject("thwarted"), ConceptObject("accomplished")),
    ],
)
def test_what_an_event_has_only_one_of_contradicts(prop: Property, one: Object, other: Object) -> None:
    assert contradict(claim("a", prop, one), claim("b", prop, other))


def test_two_targets_and_two_weapons_do_not_contradict() -> None:
    assert not contradict(claim("a", Property.TARGET, Ref("guards")), claim("b", Property.TARGET, Ref("governor")))
    rocket, drone = ConceptObject("rocket"), ConceptObject("drone")
    assert not contradict(claim("a", Property.INSTRUMENT, rocket), claim("b", Property.INSTRUMENT, drone))


@pytest.fixture
def lines(article: Article, sheet: FactSheet, iris: Iris) -> list[str]:
    derived = derive(article.key, sheet, map_sheet(article, sheet, iris), iris)
    return (derived.incidents.ntriples() + derived.findings.ntriples()).splitlines()


def test_the_attack_is_one_incident_that_points_at_the_reported_event(
    lines: list[str], article: Article, iris: Iris
) -> None:
    incident = f"<{iris.incident(article.key + '-shelling')}>"
    event = f"<{iris.article(article.key).event('shelling')}>"
    assert f"{incident} <{BG}reportedAs> {event} ." in lines
    assert sum(f"<{BG}Incident>" in line for line in lines) == 1


def test_every_plain_triple_about_the_incident_has_a_finding_with_claims_and_policy(
    lines: list[str], article: Article, iris: Iris
) -> None:
    incident = f"<{iris.incident(article.key + '-shelling')}>"
    plain = {tuple(x.split(" ")[1:3]) for x in lines if x.startswith(f"{incident} <{BG}attacker>")}
    assert plain == {(f"<{BG}attacker>", f"<{iris.article(article.key).actor('raiders')}>")}
    (subject_line,) = [x for x in lines if f"#predicate> <{BG}attacker>" in x]
    finding = subject_line.split(" ")[0]
    about = [x for x in lines if x.startswith(f"{finding} ")]
    assert any(x.endswith(f"<{iris.article(article.key).claim('c1')}> .") and "wasDerivedFrom" in x for x in about)
    assert any("conformsTo" in x and "policy#uncontradicted" in x for x in about)


def test_a_series_is_never_an_incident(article: Article, sheet: FactSheet, iris: Iris) -> None:
    series = replace(sheet, events=(replace(sheet.events[0], series=True),))
    assert derive(article.key, series, map_sheet(article, series, iris), iris).incidents.triples == ()


def test_a_deployment_is_never_an_incident(article: Article, sheet: FactSheet, iris: Iris) -> None:
    moved = replace(sheet, events=(replace(sheet.events[0], type=EventType.DEPLOYMENT),))
    assert derive(article.key, moved, map_sheet(article, moved, iris), iris).incidents.triples == ()
