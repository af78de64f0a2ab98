"""Each constraint is broken once, on the small report of conftest, and caught by exactly the shape it names.

Every mutant is judged by the engine and by pySHACL, the reference, and both must say the same.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
import rdflib

from belligraph.assets import shapes_folder
from belligraph.errors import ShapesError
from belligraph.incidents import bundle, derive, digest
from belligraph.iri import Iris
from belligraph.mapping import map_sheet
from belligraph.model.article import Article
from belligraph.model.graph import NamedGraph
from belligraph.model.report import Report, Severity
from belligraph.model.reports import ArticleReport
from belligraph.model.sheet import Evidence, FactSheet
from belligraph.ntriples import Term, Triple, integer, iri, literal
from belligraph.sheets import read_sheet
from belligraph.sources import read_articles
from belligraph.validate import Validator
from belligraph.validate.conformance import FAULTS
from belligraph.validate.core import COMPONENTS
from belligraph.validate.reference import validate_graph
from belligraph.validate.shapes import CORE, load_shapes
from belligraph.vocab import BG, DCTERMS, GEO, OA, OWL, PROV, RDF, RDFS, SCHEMA, SEM, SKOS, concept_iri

SHAPES = "https://w3id.org/belligraph/shapes#"
Triples = list[Triple]
Change = Callable[["Mutable"], None]


class Mutable:
    """A valid graph that a test breaks; short names for its nodes."""

    def __init__(self, triples: Triples, article: str, iris: Iris) -> None:
        self.triples = triples
        self.article = iri(article)
        self.base = article
        self.iris = iris

    def node(self, path: str) -> Term:
        return iri(f"{self.base}/{path}")

    @property
    def incident(self) -> Term:
        return iri(self.iris.incident(f"{self.base.rsplit('/', 1)[1]}-shelling"))

    @property
    def finding(self) -> Term:
        """The finding that names the attacker."""
        return next(s for s, p, o in self.triples if p == iri(RDF.predicate) and o == iri(BG.attacker) and "/finding/" in s)

    def drop(self, subject: Term, predicate: str) -> None:
        kept = [t for t in self.triples if t[0] != subject or t[1] != iri(predicate)]
        assert len(kept) < len(self.triples), "nothing to drop"
        self.triples = kept

    def add(self, subject: Term, predicate: str, obj: Term) -> None:
        assert (subject, iri(predicate), obj) not in self.triples
        self.triples.append((subject, iri(predicate), obj))

    def put(self, subject: Term, predicate: str, obj: Term) -> None:
        self.drop(subject, predicate)
        self.add(subject, predicate, obj)


def graphs_of(article: Article, sheet: FactSheet, iris: Iris) -> list[NamedGraph]:
    told = ArticleReport(article.key, article.publisher, article.published, sheet)
    derived = [graph for d in derive([digest(told, iris)], iris) for graph in (d.incidents, d.findings)]
    return [map_sheet(article, sheet, iris), *derived, bundle(iris)]


@pytest.fixture(scope="module")
def validator() -> Validator:
    return Validator(shapes_folder())


@pytest.fixture
def valid(article: Article, sheet: FactSheet, iris: Iris) -> Mutable:
    from dataclasses import replace

    furnished = replace(sheet, article=replace(sheet.article, furniture=(Evidence(0, 24, article.text[:24]),)))
    triples = [t for g in graphs_of(article, furnished, iris) for t in g.triples]
    return Mutable(triples, iris.article(article.key).article, iris)


def by_engine(validator: Validator, triples: Triples) -> Report:
    return validator.validate([NamedGraph.of("https://data.example/war/graph/x", triples)])


def by_reference(triples: Triples) -> Report:
    data = "".join(f"{s} {p} {o} .\n" for s, p, o in triples)
    return validate_graph(rdflib.Graph().parse(data=data, format="nt"), shapes_folder())


def told(report: Report) -> list[tuple[str, str, str | None, str | None, str]]:
    rows = {(r.shape, r.focus_node, r.path, r.value, r.severity.value) for r in report.results}
    return sorted(rows, key=str)


def steps(*changes: Change) -> Change:
    """One change that is several."""

    def change(g: Mutable) -> None:
        for step in changes:
            step(g)

    return change


def grouping(g: Mutable) -> Term:
    return iri(f"{g.incident[1:-1]}/grouping/1")


def feature(g: Mutable) -> Term:
    return iri(f"{grouping(g)[1:-1]}#time")


def grouped(g: Mutable) -> None:
    """The incident as one of two reports, with the evidence for it."""
    other = g.node("event/again")
    g.triples += [(other, p, o) for s, p, o in g.triples if s == g.node("event/shelling") and p != iri(RDF.type)]
    g.triples += [(other, iri(RDF.type), iri(BG.Event))]
    g.add(g.incident, BG.reportedAs, other)
    g.add(g.incident, BG.groupedBy, grouping(g))
    g.add(grouping(g), RDF.type, iri(BG.Grouping))
    g.add(grouping(g), BG.groups, other)
    g.add(grouping(g), BG.groups, g.node("event/shelling"))
    g.add(grouping(g), BG.score, integer(1))
    g.add(grouping(g), BG.feature, feature(g))
    g.add(feature(g), RDF.type, iri(BG.MatchFeature))
    g.add(feature(g), BG.aspect, iri(concept_iri("aspect", "time")))
    g.add(feature(g), BG.points, integer(2))
    g.add(feature(g), BG.words, literal("the same day"))


def entity(g: Mutable) -> Term:
    return iri(g.iris.actor("raiders"))


def mention(g: Mutable) -> Term:
    return iri(f"{entity(g)[1:-1]}/mention/1")


def link(g: Mutable) -> Term:
    return iri(g.iris.link("wikidata", "actor-raiders"))


def linked(g: Mutable) -> None:
    """The raiders as an entity with a mention and a link; the identifier is of the right form, and of nobody."""
    g.add(entity(g), RDF.type, iri(BG.Entity))
    g.add(entity(g), RDFS.label, literal("Raiders"))
    g.add(entity(g), BG.mentionedAs, g.node("actor/raiders"))
    g.add(mention(g), RDF.type, iri(BG.Mention))
    g.add(mention(g), BG.ofEntity, entity(g))
    g.add(mention(g), BG.mention, g.node("actor/raiders"))
    g.add(mention(g), BG.score, integer(1))
    g.add(mention(g), BG.words, literal("a name of its own"))
    add_link(g, link(g), "http://www.wikidata.org/entity/Q99999999")


def add_link(g: Mutable, record: Term, target: str) -> None:
    g.add(record, RDF.type, iri(BG.Link))
    g.add(record, RDF.subject, entity(g))
    g.add(record, RDF.predicate, iri(SKOS.closeMatch))
    g.add(record, RDF.object, iri(target))
    g.add(record, BG.method, iri(concept_iri("link-method", "curated")))
    g.add(record, BG.score, integer(1))
    g.add(record, BG.authorityVersion, literal("1"))


CLAIM, FIGURE, TIME = "claim/c1", "claim/c4/quantity", "claim/c3/time"
OTHER = iri("http://other.example/")
MUTANTS: dict[str, tuple[str, Change]] = {
    "no text": ("Article-text", lambda g: g.drop(g.article, SCHEMA.articleBody)),
    "two texts": ("Article-text", lambda g: g.add(g.article, SCHEMA.articleBody, literal("x"))),
    "a digest that is none": ("Article-digest", lambda g: g.put(g.article, BG.textSha256, literal("abc"))),
    "two digests": ("Article-digest", lambda g: g.add(g.article, BG.textSha256, literal("a" * 64))),
    "no headline": ("Article-headline", lambda g: g.drop(g.article, SCHEMA.headline)),
    "two headlines": ("Article-oneHeadline", lambda g: g.add(g.article, SCHEMA.headline, literal("x"))),
    "no date": ("Article-date", lambda g: g.drop(g.article, SCHEMA.datePublished)),
    "a date that is text": ("Article-oneDate", lambda g: g.put(g.article, SCHEMA.datePublished, literal("today"))),
    "a claim without subject": ("Claim-subject", lambda g: g.drop(g.node("claim/c8"), RDF.subject)),
    "a claim about two things": (
        "Claim-subject",
        lambda g: g.add(g.node("claim/c8"), RDF.subject, g.incident),
    ),
    "a claim without predicate": ("Claim-predicate", lambda g: g.drop(g.node("claim/c8"), RDF.predicate)),
    "a predicate that is none of ours": (
        "Claim-predicate",
        lambda g: g.put(g.node("claim/c8"), RDF.predicate, OTHER),
    ),
    "a claim without object": ("Claim-object", lambda g: g.drop(g.node("claim/c8"), RDF.object)),
    "no modality": ("Claim-modality", lambda g: g.drop(g.node(CLAIM), BG.modality)),
    "an unknown modality": ("Claim-modality", lambda g: g.put(g.node(CLAIM), BG.modality, OTHER)),
    "two modalities": (
        "Claim-modality",
        lambda g: g.add(g.node(CLAIM), BG.modality, iri(concept_iri("modality", "denied"))),
    ),
    "no kind of speech": ("Claim-speech", lambda g: g.drop(g.node(CLAIM), BG.speech)),
    "no evidence": ("Claim-evidence", lambda g: g.drop(g.node(CLAIM), BG.evidence)),
    "evidence that is no passage": ("Claim-evidence", lambda g: g.put(g.node(CLAIM), BG.evidence, OTHER)),
    "no attribution": ("Claim-attribution", lambda g: g.drop(g.node(CLAIM), PROV.qualifiedAttribution)),
    "two attributions": (
        "Claim-attribution",
        lambda g: g.add(g.node(CLAIM), PROV.qualifiedAttribution, g.node("claim/c2/attribution/1")),
    ),
    "a claim of two articles": ("Claim-article", lambda g: g.add(g.node(CLAIM), BG.inArticle, OTHER)),
    "two hedges": (
        "Claim-hedge",
        steps(
            lambda g: g.add(g.node(CLAIM), BG.hedge, literal("port")),
            lambda g: g.add(g.node(CLAIM), BG.hedge, literal("Monday")),
        ),
    ),
    "a hedge that is not in the text": ("Claim-hedgeInText", lambda g: g.add(g.node(CLAIM), BG.hedge, literal("perhaps"))),
    "a place that is attacked by somebody": (
        "Claim-eventSubject",
        lambda g: g.put(g.node("claim/c8"), RDF.subject, g.node("place/port")),
    ),
    "an event that is sponsored": (
        "Claim-actorSubject",
        steps(
            lambda g: g.put(g.node("claim/c8"), RDF.predicate, iri(BG.sponsoredBy)),
            lambda g: g.put(g.node("claim/c8"), RDF.object, g.node("actor/guards")),
        ),
    ),
    "a target that is a place": (
        "Claim-actorObject",
        steps(
            lambda g: g.put(g.node("claim/c8"), RDF.predicate, iri(BG.target)),
            lambda g: g.put(g.node("claim/c8"), RDF.object, g.node("place/port")),
        ),
    ),
    "an answer to an actor": (
        "Claim-eventObject",
        steps(
            lambda g: g.put(g.node("claim/c8"), RDF.predicate, iri(BG.respondsTo)),
            lambda g: g.put(g.node("claim/c8"), RDF.object, g.node("actor/guards")),
        ),
    ),
    "deaths that are a place": (
        "Claim-quantityObject",
        steps(
            lambda g: g.put(g.node("claim/c8"), RDF.predicate, iri(BG.killed)),
            lambda g: g.put(g.node("claim/c8"), RDF.object, g.node("place/port")),
        ),
    ),
    "a place that is an actor": (
        "Claim-placeAndTimeObject",
        steps(
            lambda g: g.put(g.node("claim/c8"), RDF.predicate, iri(SEM.hasPlace)),
            lambda g: g.put(g.node("claim/c8"), RDF.object, g.node("actor/guards")),
        ),
    ),
    "a passage of nothing": (
        "Passage-source",
        lambda g: g.drop(g.node(passage_of(g, "claim/c6")), OA.hasSource),
    ),
    "a passage without a position": ("Passage-selector", lambda g: drop_position(g)),
    "a quote without words": ("Quote-exact", lambda g: g.drop(quote_of(g), OA.exact)),
    "a quote of no length": ("Quote-exact", lambda g: g.put(quote_of(g), OA.exact, literal(""))),
    "two prefixes": ("Quote-prefix", lambda g: g.add(quote_of(g), OA.prefix, literal("x"))),
    "two suffixes": ("Quote-suffix", lambda g: g.add(quote_of(g), OA.suffix, literal("x"))),
    "a position without start": ("Position-start", lambda g: g.drop(position_of(g), OA.start)),
    "a position that ends before it starts": (
        "Position-start",
        lambda g: g.put(position_of(g), OA.start, integer(10_000)),
    ),
    "a position without end": ("Position-end", lambda g: g.drop(position_of(g), OA.end)),
    "a quote that is not the text at its offsets": (
        "Passage-quoteAtOffsets",
        lambda g: g.put(quote_of(g), OA.exact, literal("somebody denied")),
    ),
    "evidence on furniture": (
        "Passage-notFurniture",
        lambda g: g.add(g.article, BG.furniture, g.node(passage_of(g, "claim/c6"))),
    ),
    "an attribution to nobody": ("Attribution-agent", lambda g: g.drop(g.node("claim/c4/attribution/2"), PROV.agent)),
    "a source that cites two": (
        "Attribution-cites",
        lambda g: g.add(g.node("claim/c4/attribution/1"), BG.cites, g.node("claim/c2/attribution/2")),
    ),
    "a source that is a place": (
        "Attribution-speaker",
        lambda g: g.put(g.node("claim/c4/attribution/2"), PROV.agent, g.node("place/port")),
    ),
    "a chain that leads back": (
        "Attribution-noLoop",
        lambda g: g.add(g.node("claim/c4/attribution/2"), BG.cites, g.node("claim/c4/attribution/1")),
    ),
    "a nameless actor": ("Actor-label", lambda g: g.drop(g.node("actor/guards"), RDFS.label)),
    "an actor of no kind": ("Actor-kind", lambda g: g.drop(g.node("actor/guards"), BG.actorKind)),
    "an actor of a kind of place": (
        "Actor-kind",
        lambda g: g.put(g.node("actor/guards"), BG.actorKind, iri(concept_iri("place-kind", "water"))),
    ),
    "an actor of no article": ("Actor-article", lambda g: g.drop(g.node("actor/guards"), BG.inArticle)),
    "an actor without a passage": ("Actor-evidence", lambda g: g.drop(g.node("actor/guards"), BG.evidence)),
    "an actor that sponsors itself": (
        "Actor-notItsOwnSponsor",
        steps(
            lambda g: g.put(g.node("claim/c8"), RDF.subject, g.node("actor/guards")),
            lambda g: g.put(g.node("claim/c8"), RDF.predicate, iri(BG.sponsoredBy)),
            lambda g: g.put(g.node("claim/c8"), RDF.object, g.node("actor/guards")),
        ),
    ),
    "a nameless incident": ("Event-label", lambda g: g.drop(g.incident, RDFS.label)),
    "an event of an unknown type": (
        "ReportedEvent-type",
        lambda g: g.put(g.node("event/shelling"), BG.eventType, OTHER),
    ),
    "an event of no article": ("ReportedEvent-article", lambda g: g.drop(g.node("event/shelling"), BG.inArticle)),
    "an event without a passage": ("ReportedEvent-evidence", lambda g: g.drop(g.node("event/shelling"), BG.evidence)),
    "a series that is an attack": (
        "Event-seriesIsNoAttack",
        lambda g: g.add(g.incident, RDF.type, iri(BG.EventSeries)),
    ),
    "a series that is an incident": ("Incident-noSeries-reportedAs", lambda g: series_as_incident(g)),
    "an answer before what it answers": ("Event-answerNotBefore", lambda g: answer_before(g)),
    "a time that ends before it begins": (
        "Time-earliest",
        lambda g: g.put(g.node(TIME), SEM.hasEarliestBeginTimeStamp, day("2024-06-01")),
    ),
    "a time with two ends": (
        "Time-latest",
        lambda g: g.add(g.node(TIME), SEM.hasLatestEndTimeStamp, day("2024-05-08")),
    ),
    "a nameless place": ("Place-label", lambda g: g.drop(g.node("place/port"), RDFS.label)),
    "a place of no kind": ("Place-kind", lambda g: g.drop(g.node("place/port"), BG.placeKind)),
    "a place of no article": ("Place-article", lambda g: g.drop(g.node("place/port"), BG.inArticle)),
    "a place within an actor": (
        "Place-within",
        lambda g: g.put(g.node("place/port"), GEO.sfWithin, g.node("actor/guards")),
    ),
    "a figure without words": ("Quantity-words", lambda g: g.drop(g.node(FIGURE), BG.words)),
    "a figure below zero": (
        "Quantity-value",
        steps(lambda g: g.drop(g.node(FIGURE), BG.min), lambda g: g.add(g.node(FIGURE), BG.value, integer(-1))),
    ),
    "half a person": (
        "Quantity-max",
        lambda g: g.put(g.node(FIGURE), BG.max, Term('"5.5"^^<http://www.w3.org/2001/XMLSchema#decimal>')),
    ),
    "a minimum above its maximum": ("Quantity-min", lambda g: g.put(g.node(FIGURE), BG.min, integer(9))),
    "a figure that does not say whether it is rounded": (
        "Quantity-approximate",
        lambda g: g.drop(g.node(FIGURE), BG.approximate),
    ),
    "a figure that leaves out an actor": (
        "Quantity-excludes",
        lambda g: g.add(g.node(FIGURE), BG.excludes, g.node("actor/guards")),
    ),
    "a figure without a number": (
        "Quantity-number",
        steps(lambda g: g.drop(g.node(FIGURE), BG.min), lambda g: g.drop(g.node(FIGURE), BG.max)),
    ),
    "an incident that nobody reports": ("Incident-reportedAs", lambda g: g.drop(g.incident, BG.reportedAs)),
    "a finding about nothing": ("Finding-subject", lambda g: g.drop(g.finding, RDF.subject)),
    "a finding that says nothing": ("Finding-predicate", lambda g: g.drop(g.finding, RDF.predicate)),
    "a finding without object": ("Finding-object", lambda g: g.drop(g.finding, RDF.object)),
    "a finding that rests on nothing": ("Finding-claims", lambda g: g.drop(g.finding, PROV.wasDerivedFrom)),
    "a finding without a policy": ("Finding-policy", lambda g: g.drop(g.finding, DCTERMS.conformsTo)),
    "a finding that is not asserted": ("Finding-isAsserted", lambda g: g.drop(g.incident, BG.attacker)),
    "a weapon that is no instrument": (
        "Claim-conceptObject",
        lambda g: g.put(g.node("claim/c5"), RDF.object, iri(concept_iri("damage", "none"))),
    ),
    "a purpose that is a place": (
        "Claim-motiveObject",
        steps(
            lambda g: g.put(g.node("claim/c8"), RDF.predicate, iri(BG.purpose)),
            lambda g: g.put(g.node("claim/c8"), RDF.object, g.node("place/port")),
        ),
    ),
    "an unidentified actor with an identity": (
        "UnidentifiedActor-sameAs",
        lambda g: g.add(g.node("actor/guards"), OWL.sameAs, OTHER),
    ),
    "an unidentified actor with an exact match": (
        "UnidentifiedActor-exactMatch",
        lambda g: g.add(g.node("actor/guards"), SKOS.exactMatch, OTHER),
    ),
    "an unidentified actor with a close match": (
        "UnidentifiedActor-closeMatch",
        lambda g: g.add(g.node("actor/guards"), SKOS.closeMatch, OTHER),
    ),
    "an attack without parties": ("Attack-parties", lambda g: nobody_attacks(g)),
    "parts that exceed the whole": ("Quantity-partsWithinWhole", lambda g: add_series(g, 40, (25, 20))),
    "a sponsorship without a sponsor": ("Sponsorship-sponsor", lambda g: g.drop(sponsorship(g), BG.sponsor)),
    "a sponsorship of an unknown kind": ("Sponsorship-support", lambda g: g.add(sponsorship(g), BG.support, OTHER)),
    "a sponsorship that rests on nothing": (
        "Sponsorship-claims",
        lambda g: g.drop(sponsorship(g), PROV.wasDerivedFrom),
    ),
    "a sponsorship that is not asserted": (
        "Sponsorship-asserted",
        lambda g: g.put(sponsorship(g), BG.sponsor, g.node("actor/radio")),
    ),
    "a contradiction between a figure and a weapon": (
        "Contradiction-sameMatter",
        lambda g: g.add(g.node("claim/c4"), BG.contradicts, g.node("claim/c5")),
    ),
    "a contradiction between figures that can both hold": (
        "Contradiction-disjoint",
        lambda g: several(g),
    ),
    "a grouping of no incident": (
        "Grouping-incident",
        steps(grouped, lambda g: g.drop(g.incident, BG.groupedBy)),
    ),
    "a grouping of one report": ("Grouping-groups", steps(grouped, lambda g: g.drop(grouping(g), BG.groups))),
    "a grouping without a score": ("Grouping-score", steps(grouped, lambda g: g.drop(grouping(g), BG.score))),
    "evidence about nothing": ("MatchFeature-aspect", steps(grouped, lambda g: g.drop(feature(g), BG.aspect))),
    "evidence that weighs nothing": ("MatchFeature-points", steps(grouped, lambda g: g.drop(feature(g), BG.points))),
    "evidence without a reason": ("MatchFeature-words", steps(grouped, lambda g: g.drop(feature(g), BG.words))),
    "a nameless entity": ("Entity-label", steps(linked, lambda g: g.drop(entity(g), RDFS.label))),
    "an entity that nobody names": ("Entity-mentionedAs", steps(linked, lambda g: g.drop(entity(g), BG.mentionedAs))),
    "an entity for nobody in particular": (
        "Entity-mentionedAs",
        steps(linked, lambda g: g.add(entity(g), BG.mentionedAs, g.node("actor/guards"))),
    ),
    "a mention of no entity": ("Mention-entity", steps(linked, lambda g: g.drop(mention(g), BG.ofEntity))),
    "a mention of no name": ("Mention-mention", steps(linked, lambda g: g.drop(mention(g), BG.mention))),
    "a mention without a score": ("Mention-score", steps(linked, lambda g: g.drop(mention(g), BG.score))),
    "a mention without a reason": ("Mention-words", steps(linked, lambda g: g.drop(mention(g), BG.words))),
    "a link from nobody in particular": (
        "Link-subject",
        steps(linked, lambda g: g.put(link(g), RDF.subject, g.node("actor/guards"))),
    ),
    "a link by a predicate that is none": (
        "Link-predicate",
        steps(linked, lambda g: g.put(link(g), RDF.predicate, iri(BG.target))),
    ),
    "a link to what is no identifier": ("Link-object", steps(linked, lambda g: g.put(link(g), RDF.object, OTHER))),
    "a link that came from nowhere": ("Link-method", steps(linked, lambda g: g.drop(link(g), BG.method))),
    "a link without a score": ("Link-score", steps(linked, lambda g: g.drop(link(g), BG.score))),
    "a link of no authority": ("Link-version", steps(linked, lambda g: g.drop(link(g), BG.authorityVersion))),
    "two things in one dataset for one entity": (
        "Link-oneOfAScheme",
        steps(
            linked,
            lambda g: add_link(g, iri(g.iris.link("wikidata", "two")), "http://www.wikidata.org/entity/Q99999998"),
        ),
    ),
    "a finding of no origin": ("Finding-origins", lambda g: g.put(g.finding, BG.independentOrigins, integer(0))),
    "an assertion without a finding": (
        "Finding-behindEveryAssertion",
        lambda g: g.add(g.incident, BG.target, g.node("actor/guards")),
    ),
}
# what cannot be broken alone: the mutant breaks these too, and nothing else
ALSO = {
    "two texts": {"Passage-quoteAtOffsets"},
    "a quote of no length": {"Passage-quoteAtOffsets"},
    "a position that ends before it starts": {"Passage-quoteAtOffsets"},
    "a claim of two articles": {"Claim-article"},
    "a finding about nothing": {"Finding-behindEveryAssertion"},
    "a finding that says nothing": {"Finding-behindEveryAssertion"},
    "a finding without object": {"Finding-behindEveryAssertion"},
    "a finding that rests on nothing": {"Finding-behindEveryAssertion"},
}


def day(text: str) -> Term:
    return Term(f'"{text}"^^<http://www.w3.org/2001/XMLSchema#date>')


def passage_of(g: Mutable, owner: str) -> str:
    (passage,) = [o for s, p, o in g.triples if s == g.node(owner) and p == iri(BG.evidence)]
    return passage[1:-1].removeprefix(f"{g.base}/")


def quote_of(g: Mutable) -> Term:
    return g.node(f"{passage_of(g, 'claim/c6')}#quote")


def position_of(g: Mutable) -> Term:
    return g.node(f"{passage_of(g, 'claim/c6')}#position")


def drop_position(g: Mutable) -> None:
    triple = (g.node(passage_of(g, "claim/c6")), iri(OA.hasSelector), position_of(g))
    g.triples.remove(triple)


def series_as_incident(g: Mutable) -> None:
    event = g.node("event/shelling")
    g.triples.remove((event, iri(RDF.type), iri(BG.Attack)))
    g.add(event, RDF.type, iri(BG.EventSeries))


def nobody_attacks(g: Mutable) -> None:
    """The claims about the attacker become claims about who is injured by nobody's hand: no party is left."""
    kept = {s for s, p, o in g.triples if p == iri(RDF.predicate) and o in {iri(BG.attacker), iri(BG.target)}}
    plain = {iri(BG.attacker), iri(BG.target)}
    g.triples = [t for t in g.triples if t[0] not in kept and t[1] not in plain]
    g.triples = [t for t in g.triples if t[2] not in kept]


def sponsorship(g: Mutable) -> Term:
    return next(s for s, p, o in g.triples if p == iri(RDF.type) and o == iri(BG.Sponsorship))


def several(g: Mutable) -> None:
    """The denial becomes a claim of four dead, which three to five allow, and which is still said to contradict them."""
    g.put(g.node("claim/c6"), BG.modality, iri(concept_iri("modality", "probable")))
    g.drop(g.node("claim/c6/quantity"), BG.min)
    g.add(g.node("claim/c6/quantity"), BG.value, integer(4))


def add_series(g: Mutable, whole: int, parts: tuple[int, ...]) -> None:
    """Series against the guards: one of all attacks and, told behind it, one for each part, which has a place."""
    event = g.node("event/shelling")
    for number, size in enumerate((whole, *parts)):
        series = g.node(f"event/series_{number}")
        g.triples += [(series, p, o) for s, p, o in g.triples if s == event and p != iri(RDF.type)]
        g.triples += [(series, iri(RDF.type), iri(kind)) for kind in (BG.Event, BG.EventSeries)]
        said = [(BG.target, g.node("actor/guards")), (BG.size, g.node(f"claim/s{number}_1/quantity"))]
        said += [(SEM.hasPlace, g.node("place/port"))] if number else []
        for n, (predicate, obj) in enumerate(said):
            new = g.node(f"claim/s{number}_{n}")
            g.triples += [(new, p, o) for s, p, o in g.triples if s == g.node("claim/c3")]
            g.put(new, RDF.subject, series)
            g.put(new, RDF.predicate, iri(predicate))
            g.put(new, RDF.object, obj)
            # the whole is told first, its parts behind it
            g.put(new, BG.evidence, g.node(passage_of(g, "claim/c6" if number else "claim/c5")))
        quantity = g.node(f"claim/s{number}_1/quantity")
        g.add(quantity, RDF.type, iri(BG.Quantity))
        g.add(quantity, BG.words, literal(str(size)))
        g.add(quantity, BG.value, integer(size))
        g.add(quantity, BG.approximate, Term('"false"^^<http://www.w3.org/2001/XMLSchema#boolean>'))


def answer_before(g: Mutable) -> None:
    """A second event of the same article, dated by the same source before the shelling, that answers it."""
    reply, event = g.node("event/reply"), g.node("event/shelling")
    g.triples += [(reply, p, o) for s, p, o in g.triples if s == event]
    for name, predicate, obj in (
        ("n1", SEM.hasTime, g.node("claim/n1/time")),
        ("n2", BG.respondsTo, event),
        ("n3", BG.target, g.node("actor/raiders")),
    ):
        new = g.node(f"claim/{name}")
        g.triples += [(new, p, o) for s, p, o in g.triples if s == g.node("claim/c3")]
        g.put(new, RDF.subject, reply)
        g.put(new, RDF.predicate, iri(predicate))
        g.put(new, RDF.object, obj)
    g.add(g.node("claim/n1/time"), RDF.type, iri(SEM.Time))
    g.add(g.node("claim/n1/time"), SEM.hasLatestEndTimeStamp, day("2024-05-01"))


def test_the_valid_graph_has_no_result_in_either_engine(validator: Validator, valid: Mutable) -> None:
    assert by_engine(validator, valid.triples) == Report()
    assert by_reference(valid.triples) == Report()


@pytest.mark.parametrize("name", sorted(MUTANTS))
def test_a_broken_constraint_is_caught_by_its_shape_and_no_other(name: str, validator: Validator, valid: Mutable) -> None:
    shape, change = MUTANTS[name]
    change(valid)
    caught = {result.shape.removeprefix(SHAPES) for result in by_engine(validator, valid.triples).results}
    assert caught == {shape} | ALSO.get(name, set())


@pytest.mark.parametrize("name", sorted(MUTANTS))
def test_the_engine_and_the_reference_say_the_same(name: str, validator: Validator, valid: Mutable) -> None:
    MUTANTS[name][1](valid)
    assert told(by_engine(validator, valid.triples)) == told(by_reference(valid.triples))


def test_every_shape_that_judges_has_a_mutant() -> None:
    judging = set()
    for shape in load_shapes(shapes_folder()):
        judging |= {p.iri for p in shape.properties}
        if shape.constraints or shape.sparql:
            judging.add(shape.iri)
    # those about rows of datasets are broken in test_dataset_shapes.py
    elsewhere = {str(s) for s in rdflib.Graph().parse(shapes_folder() / "dataset.ttl").subjects()}
    assert {iri_.removeprefix(SHAPES) for iri_ in judging - elsewhere} == {shape for shape, _ in MUTANTS.values()}


def test_every_component_that_may_be_used_is_judged() -> None:
    assert set(COMPONENTS) == set(CORE)
    assert {*FAULTS, "minCount", "maxCount"} == set(CORE)


def test_offsets_count_code_points_in_both_engines(validator: Validator, iris: Iris) -> None:
    text = "\N{ROCKET}\N{ROCKET} Rebels attacked."
    from belligraph.model.sheet import Actor, ActorKind, SheetArticle

    article = Article(text, title="t")
    sheet = FactSheet(
        SheetArticle(article.text_sha256), actors=(Actor("a", "Rebels", ActorKind.ARMED_GROUP, (Evidence(3, 9, "Rebels"),)),)
    )
    triples = list(map_sheet(article, sheet, iris).triples)
    for report in (by_engine(validator, triples), by_reference(triples)):
        assert [r.severity for r in report.results] == [Severity.WARNING]  # only the missing date


def test_messages_name_the_words_and_the_place(validator: Validator, valid: Mutable) -> None:
    valid.put(quote_of(valid), OA.exact, literal("somebody denied"))
    (result,) = by_engine(validator, valid.triples).results
    start, end = (int(x) for x in passage_of(valid, "claim/c6").rsplit("/", 1)[1].split("-"))
    assert result.message == f"“somebody denied” is not at characters {start}–{end} of the article."


def test_a_term_that_the_engine_does_not_know_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text(
        "@prefix sh: <http://www.w3.org/ns/shacl#> . <http://a/S> a sh:NodeShape ; sh:targetClass <http://a/C> ;"
        " sh:property <http://a/P> . <http://a/P> sh:path <http://a/p> ; sh:uniqueLang true ."
    )
    with pytest.raises(ShapesError, match="uniqueLang"):
        load_shapes(tmp_path)


def test_shapes_that_are_no_turtle_are_refused_with_their_file(tmp_path: Path) -> None:
    (tmp_path / "broken.ttl").write_text("this is not Turtle")
    with pytest.raises(ShapesError, match=r"broken\.ttl"):
        load_shapes(tmp_path)


def test_a_folder_without_shapes_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ShapesError, match="no shapes"):
        load_shapes(tmp_path)


def test_every_shape_has_a_name_a_message_and_a_severity() -> None:
    graph = rdflib.Graph()
    for path in shapes_folder().glob("*.ttl"):
        graph.parse(path)
    sh = rdflib.Namespace("http://www.w3.org/ns/shacl#")
    kinds = (sh.NodeShape, sh.PropertyShape)
    for shape in {s for kind in kinds for s in graph.subjects(rdflib.RDF.type, kind)}:
        assert graph.value(shape, sh.name), shape
        judges = set(graph.predicates(shape)) & {sh[c] for c in CORE} or graph.value(shape, sh.sparql)
        if judges:
            assert graph.value(shape, sh.severity), shape
            assert graph.value(shape, sh.message) or graph.value(graph.value(shape, sh.sparql), sh.message), shape


def test_the_gold_sheets_conform(shared: Path, validator: Validator, iris: Iris) -> None:
    golds = sorted((shared / "gold").glob("*.json"))
    assert golds
    for path in golds:
        sheet = read_sheet(path)
        source = next(p for s in (".json", ".txt") if (p := (shared / "articles" / path.stem).with_suffix(s)).exists())
        (located,) = read_articles(source, max_bytes=10_000_000)
        report = validator.validate(graphs_of(located.article, sheet, iris))
        assert report.violations == (), path.name


@pytest.mark.parametrize(
    "body",
    [
        "SELECT $this WHERE { $this a ?x MINUS { $this a bg:Actor } }",
        "SELECT $this WHERE { VALUES ?x { 1 } $this a ?y }",
        "SELECT $this WHERE { SERVICE <http://127.0.0.1/> { $this a ?y } }",
        "SELECT $this WHERE { $this a ?y . { SELECT ?y WHERE { ?z a ?y } } }",
        "SELECT $this WHERE { $this a ?y . { SELECT * WHERE { ?z a ?y } } }",
        "SELECT $this WHERE { ?z a ?y . FILTER(?z = $this) }",
        "SELECT $this WHERE { $this a ?y . GRAPH $shapesGraph { $currentShape ?p ?o } }",
    ],
)
def test_a_query_that_shacl_forbids_or_the_engine_cannot_bind_is_refused(tmp_path: Path, body: str) -> None:
    prefixes = (shapes_folder() / "prefixes.ttl").read_text("utf-8")
    (tmp_path / "shape.ttl").write_text(
        f"{prefixes}\n:S sh:targetClass :C ; sh:sparql [ sh:prefixes :prefixes ; sh:select '''{body}''' ] .", "utf-8"
    )
    with pytest.raises(ShapesError):
        Validator(tmp_path)
