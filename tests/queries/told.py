"""Small reports of our own words with their sheets, and a store of what they say to put the questions to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

import pyoxigraph as ox

from belligraph.assets import competency_folder
from belligraph.incidents import derive, derive_alone, digest
from belligraph.iri import Iris
from belligraph.mapping import map_sheet
from belligraph.model.article import Article
from belligraph.model.graph import NamedGraph
from belligraph.model.reports import ArticleReport
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
    Object,
    Place,
    PlaceKind,
    Property,
    Quantity,
    QuantityObject,
    Ref,
    SheetArticle,
    Speech,
    TextObject,
)
from belligraph.questions import read_questions
from belligraph.sheets import check

Row = dict[str, str]
IRIS = Iris("https://data.example/war/")
QUESTIONS = {q.name: q for q in read_questions(competency_folder())}
SEED_DAY = date(2023, 11, 21)  # the day of the seed article, which came undated


@dataclass
class Report:
    """A report and its sheet under construction: each statement quotes the report's own words."""

    text: str
    published: date | None = None
    publisher: str | None = None
    actors: list[Actor] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)

    def span(self, quote: str) -> Evidence:
        start = self.text.index(quote)
        return Evidence(start, start + len(quote), quote)

    def actor(self, key: str, name: str, kind: str = "armed_group", *, known: bool = True) -> Report:
        self.actors.append(Actor(key, name, ActorKind(kind), (self.span(name),), known))
        return self

    def place(self, key: str, name: str, kind: str = "settlement", within: str | None = None) -> Report:
        self.places.append(Place(key, name, PlaceKind(kind), (self.span(name),), within))
        return self

    def event(self, key: str, label: str, kind: str = "attack", *, series: bool = False, quote: str = "") -> Report:
        self.events.append(Event(key, EventType(kind), label, (self.span(quote or self.text.split("\n")[0]),), series))
        return self

    def says(
        self, subject: str, prop: str, obj: Object | str, quote: str, *by: str, modality: str = "certain", hedge: str = ""
    ) -> Report:
        speech = Speech.INDIRECT if by else Speech.NARRATION
        thing = Ref(obj) if isinstance(obj, str) else obj
        self.claims.append(
            Claim(
                f"c{len(self.claims) + 1}", subject, Property(prop), thing, Modality(modality), speech, by,
                (self.span(quote),), hedge or None,
            )
        )  # fmt: skip
        return self

    @property
    def article(self) -> Article:
        return Article(self.text, published=self.published, publisher=self.publisher)

    @property
    def sheet(self) -> FactSheet:
        about = SheetArticle(self.article.text_sha256, published=self.published)
        return FactSheet(about, tuple(self.actors), tuple(self.places), tuple(self.events), tuple(self.claims))

    def event_iri(self, event: str) -> str:
        return IRIS.article(self.article.key).event(event)

    def claim(self, number: int) -> str:
        return IRIS.article(self.article.key).claim(f"c{number}")


def number(words: str, value: float | None = None, **more: float | bool | str) -> QuantityObject:
    return QuantityObject(Quantity(words, bool(more.pop("approximate", False)), value, **more))  # type: ignore[arg-type]


def concept(name: str, words: str | None = None) -> ConceptObject:
    return ConceptObject(name, words)


def day(edtf: str | None, words: str) -> DateObject:
    return DateObject(edtf, words)


def aim(text: str) -> TextObject:
    return TextObject(text)


class Corpus:
    """A store as a release has it: every triple in the default graph and in its named graph."""

    def __init__(self, pairs: Iterable[tuple[Article, FactSheet]], *, together: bool = False) -> None:
        """`together`: incidents are grouped across the articles as in a release; else each article is left to itself."""
        self.store = ox.Store()
        graphs: list[NamedGraph] = []
        digests = []
        for article, sheet in pairs:
            assert [f.message for f in check(sheet, article.text)] == []
            graphs.append(map_sheet(article, sheet, IRIS))
            if together:
                digests.append(digest(ArticleReport(article.key, article.publisher, article.published, sheet), IRIS))
            else:
                alone = derive_alone(article, sheet, IRIS)
                graphs += (alone.incidents, alone.findings)
        for derived in derive(digests, IRIS) if together else ():
            graphs += (derived.incidents, derived.findings)
        self.add(line for graph in graphs for line in graph.nquads().splitlines())

    def add(self, nquads: Iterable[str]) -> None:
        text = "\n".join(nquads)
        self.store.load(input=text.encode(), format=ox.RdfFormat.N_QUADS)
        self._fill_default_graph()

    def incident(self, event: str) -> str:
        """The incident that an event is a report of."""
        reported = ox.NamedNode("https://w3id.org/belligraph/ns#reportedAs")
        (quad,) = self.store.quads_for_pattern(None, reported, ox.NamedNode(event), ox.DefaultGraph())
        assert isinstance(quad.subject, ox.NamedNode)
        return quad.subject.value

    def group(self, *events: str) -> None:
        """Makes one incident of those of several events: all their reports, the first one's label."""
        kept, *others = (ox.NamedNode(self.incident(event)) for event in events)
        label = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
        for quad in list(self.store):
            if quad.subject not in others and quad.object not in others:
                continue
            self.store.remove(quad)
            if quad.predicate == label:
                continue
            subject = kept if quad.subject in others else quad.subject
            obj = kept if quad.object in others else quad.object
            self.store.add(ox.Quad(subject, quad.predicate, obj, quad.graph_name))

    def ask(self, name: str, **values: str) -> list[Row]:
        question = QUESTIONS[name]
        solutions = self.store.query(question.with_values(values))
        assert isinstance(solutions, ox.QuerySolutions)
        names = tuple(v.value for v in solutions.variables)
        assert names == question.columns  # the header says what comes
        return [{n: v.value for n, v in zip(names, row, strict=True) if v is not None} for row in solutions]

    def _fill_default_graph(self) -> None:
        default = ox.DefaultGraph()
        for quad in list(self.store):
            self.store.add(ox.Quad(quad.subject, quad.predicate, quad.object, default))


def columns(rows: Iterable[Row], *names: str) -> list[tuple[str, ...]]:
    """Those columns of the rows, sorted; what is unbound is empty."""
    return sorted({tuple(row.get(n, "") for n in names) for row in rows})
