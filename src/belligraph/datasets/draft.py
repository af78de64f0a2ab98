"""What one row says, drafted triple by triple: its event, its claims and what they are about.

All claims of a row have the row as their evidence and one source chain: the dataset, which cites what the row names as its
source. No dataset's column is special here; the dataset's own module says which cell goes where.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date
from urllib.parse import quote

from belligraph.datasets.protocol import MappedRow
from belligraph.iri import DatasetIris, is_absolute
from belligraph.ntriples import Term, Triple, boolean, integer, iri, literal
from belligraph.ntriples import date as day_term
from belligraph.vocab import BG, DCTERMS, GEO, PROV, RDF, RDFS, SCHEMA, SEM, SKOS, concept_iri

__all__ = ["RowDraft", "concept"]

_A, _LABEL, _DATASET, _EVIDENCE, _PRECISION = (
    iri(RDF.type), iri(RDFS.label), iri(BG.inDataset), iri(BG.evidence), iri(BG.precision),
)  # fmt: skip
_ROW, _ROW_ID, _DESCRIPTION = iri(BG.DatasetRow), iri(BG.rowId), iri(DCTERMS.description)
_CLAIM, _SUBJECT, _PREDICATE, _OBJECT = iri(BG.Claim), iri(RDF.subject), iri(RDF.predicate), iri(RDF.object)
_MODALITY, _COLUMN, _WORDS = iri(BG.modality), iri(BG.column), iri(BG.words)
_ATTRIBUTED, _ATTRIBUTION, _AGENT, _CITES = (
    iri(PROV.qualifiedAttribution), iri(PROV.Attribution), iri(PROV.agent), iri(BG.cites),
)  # fmt: skip
_A_SOURCE, _URL = iri(PROV.Agent), iri(SCHEMA.url)
_EVENT, _CATEGORY, _CODE = iri(BG.Event), iri(BG.category), iri(BG.categoryCode)
_ACTOR, _UNIDENTIFIED, _KIND, _NOTATION = iri(BG.Actor), iri(BG.UnidentifiedActor), iri(BG.actorKind), iri(SKOS.notation)
_PLACE, _PLACE_KIND, _WITHIN = iri(SEM.Place), iri(BG.placeKind), iri(GEO.sfWithin)
_HAS_GEOMETRY, _GEOMETRY, _WKT = iri(GEO.hasGeometry), iri(GEO.Geometry), iri(GEO.asWKT)
_HAS_PLACE, _HAS_TIME, _TIME, _EDTF = iri(SEM.hasPlace), iri(SEM.hasTime), iri(SEM.Time), iri(BG.edtf)
_EARLIEST, _LATEST = iri(SEM.hasEarliestBeginTimeStamp), iri(SEM.hasLatestEndTimeStamp)
_QUANTITY, _VALUE, _MIN, _MAX, _COUNT_OF = iri(BG.Quantity), iri(BG.value), iri(BG.min), iri(BG.max), iri(BG.countOf)
_EXACT = (iri(BG.approximate), boolean(False))
_KILLED = iri(BG.killed)


def concept(scheme: str, name: str) -> Term:
    """The term of a concept."""
    return Term(f"<{concept_iri(scheme, name)}>")


class RowDraft:
    """One row in the making."""

    def __init__(self, row_id: str, iris: DatasetIris, modality: Term) -> None:
        self._row_id, self._iris, self._modality = row_id, iris, modality
        self._dataset = Term(f"<{iris.dataset}>")
        self._row = Term(f"<{iris.of_row('row', row_id)}>")
        self._event = Term(f"<{iris.of_row('event', row_id)}>")
        self._claims = iris.of_row("claim", row_id)
        self._chain = iris.of_row("attribution", row_id)
        self._shared: dict[str, tuple[Triple, ...]] = {}
        self._count = 0
        self.triples: list[Triple] = [
            (self._row, _A, _ROW),
            (self._row, _DATASET, self._dataset),
            (self._row, _ROW_ID, literal(row_id)),
        ]

    def done(self) -> MappedRow:
        """The row as it stands."""
        return MappedRow(self._row_id, tuple(dict.fromkeys(self.triples)), self._shared, self._count)

    def note(self, predicate: Term, value: Term) -> None:
        """Adds something that the row itself has."""
        self.triples.append((self._row, predicate, value))

    def describe(self, text: str) -> None:
        """Adds the words in which the dataset tells of the event."""
        if text:
            self.note(_DESCRIPTION, literal(text))

    def event(self, label: str, classes: Sequence[Term], categories: Sequence[Term], code: str) -> None:
        """Adds the event, as far as it is no matter of claims."""
        this = self._event
        self.triples += [(this, _A, kind) for kind in (_EVENT, *classes)]
        self.triples += [(this, _LABEL, literal(label)), (this, _DATASET, self._dataset), (this, _EVIDENCE, self._row)]
        self.triples += [(this, _CATEGORY, category) for category in categories]
        self.triples.append((this, _CODE, literal(code)))

    def sources(self, cited: Sequence[str]) -> None:
        """Adds the source chain of all claims: the dataset, and what it cites, nearest first; empty names do not count."""
        former = Term(f"<{self._chain}/1>")
        self.triples += [(former, _A, _ATTRIBUTION), (former, _AGENT, self._dataset)]
        for step, name in enumerate((name for name in cited if name), 2):
            source = Term(f"<{self._iris.of_row('source', self._row_id)}/{step - 1}>")
            link = Term(f"<{self._chain}/{step}>")
            self.triples += [
                (former, _CITES, link),
                (link, _A, _ATTRIBUTION),
                (link, _AGENT, source),
                (source, _A, _A_SOURCE),
                (source, _LABEL, literal(name)),
            ]
            if name.startswith(("http://", "https://")) and is_absolute(name):
                self.triples.append((source, _URL, Term(f"<{name}>")))
            former = link

    def actor(self, name: str, kind: str, code: str = "", *, unidentified: bool = False) -> Term:
        """An actor of the dataset. One that is known by a description only is the row's own: it is nobody else's."""
        described = [(_A, _ACTOR), (_LABEL, literal(name)), (_KIND, concept("actor-kind", kind)), (_DATASET, self._dataset)]
        if code:
            described.append((_NOTATION, literal(code)))
        if unidentified:
            node = Term(f"<{self._iris.of_row('actor', self._row_id)}/{_digest(name)}>")
            self.triples += [(node, p, o) for p, o in (*described, (_A, _UNIDENTIFIED))]
            return node
        return self._share(self._iris.actor(_digest(name, kind, code)), described)

    def area(self, name: str, kind: str, within: Term | None, code: str = "") -> Term:
        """An administrative area of the dataset, within a larger one."""
        described = [
            (_A, _PLACE), (_LABEL, literal(name)), (_PLACE_KIND, concept("place-kind", kind)), (_DATASET, self._dataset),
        ]  # fmt: skip
        if code:
            described.append((_NOTATION, literal(code)))
        if within is not None:
            described.append((_WITHIN, within))
        return self._share(self._iris.area(_digest(name, code, within or "")), described)

    def claim(self, name: str, predicate: Term, obj: Term, *columns: str, words: str = "") -> None:
        """Adds a claim about the event; `name` tells it from the row's others, `columns` are what it was read from."""
        this = Term(f"<{self._claims}/{name}>")
        self.triples += (
            (this, _A, _CLAIM),
            (this, _SUBJECT, self._event),
            (this, _PREDICATE, predicate),
            (this, _OBJECT, obj),
            (this, _MODALITY, self._modality),
            (this, _EVIDENCE, self._row),
            (this, _ATTRIBUTED, Term(f"<{self._chain}/1>")),
        )
        self.triples += [(this, _COLUMN, literal(column)) for column in columns]
        if words:
            self.triples.append((this, _WORDS, literal(words)))
        self._count += 1

    def place(
        self, name: str, point: str | None, precision: Term | None, within: Term | None, *columns: str, kind: str = ""
    ) -> None:
        """Adds the claim of where it happened; its place is the row's own, in the areas that rows share."""
        this = Term(f"<{self._iris.of_row('place', self._row_id)}>")
        self.triples += [(this, _A, _PLACE), (this, _LABEL, literal(name)), (this, _DATASET, self._dataset)]
        if kind:
            self.triples.append((this, _PLACE_KIND, concept("place-kind", kind)))
        if point is not None:
            shape = Term(f"{this[:-1]}/geometry>")
            wkt = Term(f'"{point}"^^<{GEO.wktLiteral}>')
            self.triples += [(this, _HAS_GEOMETRY, shape), (shape, _A, _GEOMETRY), (shape, _WKT, wkt)]
        if precision is not None:
            self.triples.append((this, _PRECISION, precision))
        if within is not None:
            self.triples.append((this, _WITHIN, within))
        self.claim("place", _HAS_PLACE, this, *columns)

    def time(self, edtf: str, first: date, last: date, words: str, precision: Term | None, *columns: str) -> None:
        """Adds the claim of when it happened: the EDTF date, and the first and last day that it allows."""
        this = Term(f"<{self._claims}/time/time>")
        self.triples += [
            (this, _A, _TIME),
            (this, _EDTF, literal(edtf)),
            (this, _EARLIEST, day_term(first.isoformat())),
            (this, _LATEST, day_term(last.isoformat())),
            (this, _WORDS, literal(words)),
        ]
        if precision is not None:
            self.triples.append((this, _PRECISION, precision))
        self.claim("time", _HAS_TIME, this, *columns)

    def killed(
        self, name: str, value: int, words: str, *columns: str, low: int | None = None, high: int | None = None, of: str = ""
    ) -> None:
        """Adds a claim of how many were killed; `of` says who is counted, where it is not everybody."""
        this = Term(f"<{self._claims}/{name}/quantity>")
        self.triples += [
            (this, _A, _QUANTITY),
            (this, _WORDS, literal(words)),
            (this, _VALUE, integer(value)),
            (this, *_EXACT),
        ]
        if low is not None:
            self.triples.append((this, _MIN, integer(low)))
        if high is not None:
            self.triples.append((this, _MAX, integer(high)))
        if of:
            self.triples.append((this, _COUNT_OF, literal(of)))
        self.claim(name, _KILLED, this, *columns)

    def _share(self, node: str, described: Sequence[tuple[Term, Term]]) -> Term:
        this = Term(f"<{node}>")
        if node not in self._shared:
            self._shared[node] = tuple((this, p, o) for p, o in described)
        return this


def _digest(*parts: str) -> str:
    # quoted, so that no two lists of parts read the same when they are joined
    return hashlib.sha256("|".join([quote(part) for part in parts]).encode()).hexdigest()[:16]
