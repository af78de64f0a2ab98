from dataclasses import replace

import pytest
import rdflib

from belligraph.incidents import Derived, derive, digest
from belligraph.incidents.digest import Statement
from belligraph.incidents.findings import find
from belligraph.incidents.sponsorships import support_of
from belligraph.incidents.weighing import contradict, contradictions, stand
from belligraph.iri import Iris
from belligraph.mapping import map_sheet
from belligraph.model.article import Article
from belligraph.model.reports import ArticleReport
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


def standing(*claims: Claim) -> list[str]:
    return [c.id for c in stand(claims)]


def derived(article: Article, sheet: FactSheet, iris: Iris) -> list[Derived]:
    told = ArticleReport(article.key, article.publisher, article.published, sheet)
    return list(derive([digest(told, iris)], iris))


def test_several_and_eight_both_stand() -> None:
    assert standing(figure("several", least=2), figure("eight", value=8)) == ["several", "eight"]


def test_three_and_eight_contradict_and_neither_stands() -> None:
    assert standing(figure("three", value=3), figure("eight", value=8)) == []


def test_a_rounded_figure_contradicts_no_other() -> None:
    assert not contradict(figure("about-sixty", value=60, approximate=True), figure("62", value=62))


def test_rival_figures_and_a_figure_and_its_denial_contradict_each_other() -> None:
    three, eight, several = figure("three", value=3), figure("eight", value=8), figure("several", least=2)
    nobody = claim("nobody", Property.KILLED, QuantityObject(Quantity("anyone", False, min=1)), Modality.DENIED)
    found = {(a.id, b.id) for a, b in contradictions((three, eight, several, nobody))}
    assert found == {("three", "eight"), ("three", "nobody"), ("eight", "nobody"), ("several", "nobody")}


def test_figures_of_different_events_do_not_contradict() -> None:
    other = replace(figure("eight", value=8), subject="another")
    assert list(contradictions((figure("three", value=3), other))) == []


def test_a_denied_statement_does_not_stand() -> None:
    said = claim("said", Property.ATTACKER, Ref("raiders"))
    denied = claim("denied", Property.ATTACKER, Ref("raiders"), Modality.DENIED)
    assert standing(said, denied) == []


def test_who_denies_that_anyone_was_killed_denies_three_to_five(sheet: FactSheet) -> None:
    assert "c4" in {c.id for c in sheet.claims}
    assert "c4" not in {c.id for c in stand(sheet.claims)}


def test_a_hedged_statement_alone_does_not_stand_but_supports_a_flat_one() -> None:
    flat = claim("flat", Property.ATTACKER, Ref("raiders"))
    hedged = claim("hedged", Property.ATTACKER, Ref("raiders"), Modality.PROBABLE)
    assert standing(hedged) == []
    assert standing(hedged, flat) == ["hedged", "flat"]


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
    return "".join(d.incidents.ntriples() + d.findings.ntriples() for d in derived(article, sheet, iris)).splitlines()


def incidents_in(chunks: list[Derived]) -> list[str]:
    return [s for chunk in chunks for s, _, o in chunk.incidents.triples if o == f"<{BG}Incident>"]


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
    (subject_line,) = [x for x in lines if f"#predicate> <{BG}attacker>" in x and "/finding/" in x]
    finding = subject_line.split(" ")[0]
    about = [x for x in lines if x.startswith(f"{finding} ")]
    assert any(x.endswith(f"<{iris.article(article.key).claim('c1')}> .") and "wasDerivedFrom" in x for x in about)
    assert any("conformsTo" in x and "policy#uncontradicted" in x for x in about)


def test_a_series_is_never_an_incident(article: Article, sheet: FactSheet, iris: Iris) -> None:
    series = replace(sheet, events=(replace(sheet.events[0], series=True),))
    assert incidents_in(derived(article, series, iris)) == []


def test_a_deployment_is_never_an_incident(article: Article, sheet: FactSheet, iris: Iris) -> None:
    moved = replace(sheet, events=(replace(sheet.events[0], type=EventType.DEPLOYMENT),))
    assert incidents_in(derived(article, moved, iris)) == []


def test_contradictions_stand_in_the_findings_graph_both_ways(lines: list[str], article: Article, iris: Iris) -> None:
    toll, denial = (f"<{iris.article(article.key).claim(name)}>" for name in ("c4", "c6"))
    found = {line for line in lines if f"<{BG}contradicts>" in line}
    assert found == {f"{toll} <{BG}contradicts> {denial} .", f"{denial} <{BG}contradicts> {toll} ."}


def test_a_sponsor_is_asserted_plainly_and_in_its_qualified_form(article: Article, sheet: FactSheet, iris: Iris) -> None:
    backed = replace(claim("b1", Property.SPONSORED_BY, Ref("governor")), subject="raiders")
    sheet = replace(sheet, claims=(backed,))
    graph = rdflib.Graph()
    for part in (map_sheet(article, sheet, iris), *(d.findings for d in derived(article, sheet, iris))):
        graph.parse(data=part.ntriples(), format="nt")
    minted, bg = iris.article(article.key), rdflib.Namespace(BG)
    raiders, governor = rdflib.URIRef(minted.actor("raiders")), rdflib.URIRef(minted.actor("governor"))
    assert (raiders, bg.sponsoredBy, governor) in graph
    sponsorship = graph.value(raiders, bg.qualifiedSponsorship)
    assert graph.value(sponsorship, bg.sponsor) == governor
    assert graph.value(sponsorship, rdflib.PROV.wasDerivedFrom) == rdflib.URIRef(minted.claim("b1"))


@pytest.mark.parametrize(
    ("quote", "kinds"),
    [
        ("an Iran-backed militia", ["backs"]),
        ("rebels funded and trained by the ministry", ["funds", "trains"]),
        ("a group that the ministry arms", ["arms"]),
        ("groups affiliated with the corps", ["backs"]),
        ("the northern militia", []),
    ],
)
def test_the_kind_of_support_is_what_the_words_name(quote: str, kinds: list[str]) -> None:
    assert support_of([quote]) == kinds


def test_an_answer_that_another_calls_retaliation_is_one_motive_with_one_count_of_origins(iris: Iris) -> None:
    raid = Ref("https://example.org/raid")
    told = [
        Statement(claim("https://example.org/c1", Property.RESPONDS_TO, raid), ("Northwire",)),
        Statement(claim("https://example.org/c2", Property.RETALIATES_FOR, raid), ("Northwire",)),
        Statement(claim("https://example.org/c3", Property.RETALIATES_FOR, raid), ("Southwire",)),
    ]
    triples = set(find("https://example.org/strike", told, lambda _: None, iris))
    counts = [t[0] for t in triples if "independentOrigins" in str(t[1])]
    assert len(counts) == len(set(counts))
