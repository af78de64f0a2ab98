"""Findings across articles: what stands, how many origins are behind it, which figure is the best known."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from belligraph.incidents import Line, derive, digest
from belligraph.incidents.counted import cannot_both_hold
from belligraph.incidents.decisions import Decision
from belligraph.incidents.origins import independent, origins_of
from belligraph.iri import Iris
from belligraph.model.reports import ArticleReport
from belligraph.model.sheet import Claim, ConceptObject, Modality, Property, Quantity, Ref
from belligraph.vocab import BG, DCTERMS, PROV, RDF, SEM

from .conftest import claim, figure, tell

IRIS = Iris("https://data.example/war/")
KILLED = Property.KILLED


def findings(told: Iterable[ArticleReport], predicate: str) -> dict[str, list[tuple[str, int, list[str]]]]:
    """Of each policy the findings under a predicate: object, independent origins, claims."""
    about: dict[str, dict[str, list[str]]] = {}
    plain = set()
    for chunk in derive([digest(t, IRIS) for t in told], IRIS):
        for s, p, o in chunk.findings.triples:
            about.setdefault(s, {}).setdefault(p[1:-1], []).append(o)
            plain.add((s, p, o))
    found: dict[str, list[tuple[str, int, list[str]]]] = {}
    for said in about.values():
        if said.get(RDF.predicate) == [f"<{predicate}>"]:
            assert (said[RDF.subject][0], f"<{predicate}>", said[RDF.object][0]) in plain
            policy = said[DCTERMS.conformsTo][0].rsplit("#")[1][:-1]
            origins = int(said[BG.independentOrigins][0].split('"')[1])
            claims = sorted(_short(c) for c in said[PROV.wasDerivedFrom])
            found.setdefault(policy, []).append((_short(said[RDF.object][0]), origins, claims))
    return {policy: sorted(rows) for policy, rows in found.items()}


def contradictions(told: Iterable[ArticleReport]) -> set[tuple[str, str]]:
    return {
        (_short(s), _short(o))
        for chunk in derive([digest(t, IRIS) for t in told], IRIS)
        for s, p, o in chunk.findings.triples
        if p == f"<{BG.contradicts}>"
    }


def _short(term: str) -> str:
    """`1k` for the claim k of the article 1; its figure is called by it too."""
    inner = term[1:-1].removesuffix("/quantity")
    article, found, name = inner.rpartition("/claim/")
    return f"{int(article.rsplit('/', 1)[1], 16)}{name}" if found else inner.rsplit("/", 1)[-1].rsplit("#", 1)[-1]


def test_several_and_eight_both_stand_and_eight_is_the_best_known() -> None:
    told = tell(1, claim("k", KILLED, figure(least=2))), tell(2, claim("k", KILLED, figure(8)))
    found = findings(told, BG.killed)
    assert [row[0] for row in found["uncontradicted"]] == ["1k", "2k"]
    assert [row[0] for row in found["most-specific-compatible"]] == ["2k"]
    assert contradictions(told) == set()


def test_three_and_eight_of_two_articles_contradict_and_no_figure_is_best() -> None:
    told = tell(1, claim("k", KILLED, figure(3))), tell(2, claim("k", KILLED, figure(8)))
    assert findings(told, BG.killed) == {}
    assert contradictions(told) == {("1k", "2k"), ("2k", "1k")}


def test_equal_figures_are_one_finding_that_rests_on_both() -> None:
    told = tell(1, claim("k", KILLED, figure(8))), tell(2, claim("k", KILLED, figure(8)))
    assert findings(told, BG.killed)["two-independent-origins"] == [("1k", 2, ["1k", "2k"])]


def test_two_articles_that_cite_one_agency_are_one_origin() -> None:
    cited = ("wire",)
    told = [tell(n, claim("k", KILLED, figure(8), cited)) for n in (1, 2)]
    found = findings(told, BG.killed)
    assert found["uncontradicted"] == [("1k", 1, ["1k", "2k"])]
    assert "two-independent-origins" not in found


def test_an_agency_and_a_ministry_are_two_origins() -> None:
    told = tell(1, claim("k", KILLED, figure(8), ("wire",))), tell(2, claim("k", KILLED, figure(8), ("ministry",)))
    assert findings(told, BG.killed)["two-independent-origins"] == [("1k", 2, ["1k", "2k"])]


def test_a_denial_in_another_article_keeps_a_statement_from_standing() -> None:
    denial = claim("n", KILLED, figure(least=1), modality=Modality.DENIED)
    told = tell(1, claim("k", KILLED, figure(8))), tell(2, denial)
    assert findings(told, BG.killed) == {}
    assert ("1k", "2n") in contradictions(told)


def test_days_that_cannot_both_be_right_contradict() -> None:
    late, early = tell(1, words="late on Monday"), tell(2, day="2024-05-07", words="early on Tuesday")
    assert ("1d", "2d") in contradictions([late, early])


def test_places_that_cannot_both_be_right_contradict_and_neither_is_asserted() -> None:
    same = [Line("here", "1", (f"{1:016x}/e1", f"{2:016x}/e1"), Decision.SAME, "Ada, 2024-05-09")]
    told = [digest(t, IRIS) for t in (tell(1), tell(2, place="other_base"))]
    triples = [t for chunk in derive(told, IRIS, same) for t in chunk.findings.triples]
    assert {(_short(s), _short(o)) for s, p, o in triples if p == f"<{BG.contradicts}>"} == {("1p", "2p"), ("2p", "1p")}
    assert not [t for t in triples if t[1] == f"<{SEM.hasPlace}>"]


def test_what_one_article_calls_accomplished_and_another_thwarted_contradicts() -> None:
    told = [tell(n, claim("o", Property.OUTCOME, ConceptObject(o))) for n, o in ((1, "accomplished"), (2, "thwarted"))]
    assert ("1o", "2o") in contradictions(told)


def test_dead_soldiers_and_dead_civilians_are_two_figures() -> None:
    told = (
        tell(1, claim("k", KILLED, figure(2, of="soldiers"))),
        tell(2, claim("k", KILLED, figure(5, of="civilians"))),
    )
    assert contradictions(told) == set()
    assert [row[0] for row in findings(told, BG.killed)["most-specific-compatible"]] == ["1k", "2k"]


def test_a_part_cannot_exceed_the_whole() -> None:
    soldiers, people = Quantity("w", False, value=8, of="soldiers"), Quantity("w", False, value=5, of="people")
    assert cannot_both_hold(soldiers, people)
    assert not cannot_both_hold(Quantity("w", False, value=2, of="soldiers"), people)


def people(value: float | None, of: str | None, least: float | None = None) -> Quantity:
    return Quantity("w", False, value=value, min=least, of=of)


@pytest.mark.parametrize(
    ("one", "other", "rivals"),
    [
        # the crew of the ship that was hit, and warships that were not
        (people(None, "crew members", 1), people(0, "on U.S. or coalition vessels"), False),
        (people(None, None, 1), people(0, "on U.S. or coalition vessels"), False),
        (people(None, "crew members", 1), people(0, None), True),
        (people(3, "American soldiers"), people(2, "Iraqi soldiers"), False),
        (people(3, "American soldiers"), people(2, "U.S. troops"), True),
        (people(3, "American soldiers"), people(2, "soldiers"), True),
        (people(2, "American soldiers"), people(3, "soldiers"), False),
        (people(2, "civilians in Sanaa"), people(5, "civilians in Hodeida"), False),
        (people(5, "on U.S. or coalition vessels"), people(3, "Americans"), False),
    ],
)
def test_figures_are_rivals_only_if_they_count_the_same_people(one: Quantity, other: Quantity, rivals: bool) -> None:
    assert cannot_both_hold(one, other) is rivals
    assert cannot_both_hold(other, one) is rivals


def test_that_nobody_was_hurt_on_other_ships_does_not_silence_the_crew() -> None:
    injured = Property.INJURED
    told = (
        tell(1, claim("n", injured, figure(least=1, of="crew members"))),
        tell(2, claim("n", injured, figure(0, of="on U.S. vessels"))),
    )
    assert contradictions(told) == set()
    assert {row[0] for row in findings(told, BG.injured)["uncontradicted"]} == {"1n", "2n"}


def origins(*chain: str, extra: tuple[Claim, ...] = ()) -> tuple[str, ...]:
    told = tell(1, claim("k", KILLED, figure(8), chain), *extra, outlet="Harbour Gazette")
    return origins_of(next(c for c in told.sheet.claims if c.id == "k"), told)


def test_a_spokesman_is_the_same_origin_as_his_ministry() -> None:
    speaks = claim("s", Property.ACTS_FOR, Ref("ministry"), subject="spokesman")
    assert origins("spokesman", extra=(speaks,)) == origins("ministry") == origins("wire", "ministry")


def test_an_outlet_in_its_own_voice_is_the_origin_of_who_cites_it() -> None:
    own = tell(2, claim("k", KILLED, figure(8)), outlet="Northern Wire")
    assert origins_of(own.sheet.claims[-1], own) == origins("wire")


def test_unnamed_officials_of_two_outlets_may_be_the_same_ones() -> None:
    elsewhere = tell(2, claim("k", KILLED, figure(8), ("officials",)))
    assert independent([origins("wire", "officials"), origins_of(elsewhere.sheet.claims[-1], elsewhere)]) == 1


def test_sources_that_share_nothing_count_each() -> None:
    assert independent([("a",), ("b", "x"), ("c", "x"), ("d",)]) == 3
