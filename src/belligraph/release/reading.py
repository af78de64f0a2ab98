"""Reading what mapping wrote: claims, speakers and passages out of triples, for pages, tables and comparisons."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from belligraph.ntriples import Term, Triple, value_of
from belligraph.vocab import BG, OA, PROV, RDF, RDFS, SCHEMA, SEM

__all__ = ["ClaimView", "Description", "Passage", "Speaker", "local_name", "parse_ntriples", "read_claims"]

# as the engine writes N-Triples: one space between the terms, nothing of the term before a literal's quote mark
_LINE = re.compile(r"(<[^>]*>|_:\S+) (<[^>]*>) (.+) \.")
# a chain of sources longer than this is a fault of the data; stop instead of going round
_LONGEST_CHAIN = 20
_NAMES = {SEM.hasPlace: "place", SEM.hasTime: "date"}
_TYPE: str = RDF.type
_UNSAID: Mapping[str, list[Term]] = {}
_NOTHING: tuple[Term, ...] = ()
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


def parse_ntriples(text: str) -> Iterator[Triple]:
    """The triples of N-Triples as the engine writes them.

    Raises:
        ValueError: another text.
    """
    for line in text.split("\n"):
        if line:
            match = _LINE.fullmatch(line)
            if match is None:
                raise ValueError(f"not a line of N-Triples: {line[:200]!r}")
            yield Term(match[1]), Term(match[2]), Term(match[3])


@lru_cache(maxsize=1024)
def local_name(iri: str) -> str:
    """What an IRI of a vocabulary is called in words: `…#retaliatesFor` is "retaliates for"."""
    if iri in _NAMES:
        return _NAMES[iri]
    name = iri[max(iri.rfind("#"), iri.rfind("/")) + 1 :]
    return _HUMP.sub(" ", name).lower().replace("-", " ")


class Description:
    """Triples, to be looked into by subject and predicate; the order is that of the triples."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        self.triples = tuple(triples)
        self._terms: dict[str, dict[str, list[Term]]] = {}
        last, said = None, dict[str, list[Term]]()
        for subject, predicate, obj in self.triples:
            if subject != last:  # what is said of one thing mostly stands together
                name = subject[1:-1] if subject[0] == "<" else subject
                last, said = subject, self._terms.setdefault(name, {})
            name = predicate[1:-1]
            if name in said:
                said[name].append(obj)
            else:
                said[name] = [obj]

    def __contains__(self, subject: str) -> bool:
        return subject in self._terms

    @property
    def subjects(self) -> Iterable[str]:
        """All subjects."""
        return self._terms.keys()

    def predicates(self, subject: str) -> dict[str, list[Term]]:
        """What is said of a subject: terms by predicate."""
        return dict(self._terms.get(subject, {}))

    def terms(self, subject: str, predicate: str) -> Sequence[Term]:
        """The objects as terms."""
        return self._terms.get(subject, _UNSAID).get(predicate, _NOTHING)

    def values(self, subject: str, predicate: str) -> list[str]:
        """The objects as IRIs and lexical forms."""
        return [value_of(term) for term in self.terms(subject, predicate)]

    def value(self, subject: str, predicate: str) -> str | None:
        """The first of them."""
        terms = self.terms(subject, predicate)
        return value_of(terms[0]) if terms else None

    def iris(self, subject: str, predicate: str) -> list[str]:
        """The objects that are IRIs."""
        return [term[1:-1] for term in self.terms(subject, predicate) if term[0] == "<"]

    def label(self, iri: str) -> str | None:
        """What a thing is called, if it is told here."""
        return self.value(iri, RDFS.label) or self.value(iri, SCHEMA.name) or self.value(iri, SCHEMA.headline)

    def is_a(self, subject: str, kind: str) -> bool:
        """Whether the subject has that class."""
        return f"<{kind}>" in self.terms(subject, _TYPE)

    def of_class(self, kind: str) -> list[str]:
        """The subjects that have that class."""
        term = f"<{kind}>"
        return [subject for subject, said in self._terms.items() if term in said.get(_TYPE, _NOTHING)]


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of an article: code points, end exclusive."""

    iri: str
    start: int
    end: int
    quote: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says something."""

    iri: str
    name: str
    is_voice: bool
    """Whether it is the article itself."""


@dataclass(frozen=True)
class ClaimView:
    """A claim with everything that it takes to show or compare it."""

    iri: str
    article: str
    subject: str
    subject_label: str
    predicate: str
    obj: Term
    object_text: str
    """A label, a concept's name, or the article's own words."""
    modality: str
    speech: str
    chain: tuple[Speaker, ...]
    """The nearest speaker first."""
    passages: tuple[Passage, ...]
    hedge: str | None = None
    value: str | None = None
    minimum: str | None = None
    maximum: str | None = None
    is_approximate: bool = False
    count_of: str | None = None
    edtf: str | None = None
    contradicts: tuple[str, ...] = ()

    @property
    def property_name(self) -> str:
        """The predicate in words."""
        return local_name(self.predicate)

    @property
    def object_iri(self) -> str | None:
        """The object if it is a thing of its own: an actor, a place, an event."""
        iri = self.obj[1:-1] if self.obj[0] == "<" else None
        return iri if iri is not None and not iri.startswith(self.iri) and "#" not in iri else None

    @property
    def is_denied(self) -> bool:
        """Whether the speaker says that it is not so."""
        return self.modality == "denied"

    @property
    def source(self) -> str:
        """The chain in words: "Radio Delta, citing two officials"."""
        return ", citing ".join(speaker.name for speaker in self.chain)

    @cached_property
    def figures(self) -> str:
        """What the number can be, in short: "8", "3–5", "at least 2"; empty without one."""
        about = "about " if self.is_approximate else ""
        if self.value is not None:
            return f"{about}{self.value}"
        if self.minimum is not None and self.maximum is not None:
            return f"{about}{self.minimum}–{self.maximum}"
        if self.minimum is not None:
            return f"{about}{self.minimum} or more"
        return f"{about}{self.maximum} or fewer" if self.maximum is not None else ""

    @property
    def amount(self) -> str:
        """The number with whom it counts, as far as `object_text` leaves them open: "no casualties" is "0 own soldiers"."""
        whom = "" if not self.count_of or self.count_of.casefold() in self.object_text.casefold() else self.count_of
        figures = "" if self.figures == self.object_text else self.figures
        return f"{figures} {whom}".strip()

    @cached_property
    def content(self) -> tuple[object, ...]:
        """What the claim says, whatever it is called: two claims with the same content are the same claim."""
        named = self.object_text if self.object_iri or self.obj[0] != "<" else self.obj.rsplit("/", 1)[-1]
        return (
            self.subject_label, self.predicate, named, self.object_text, self.value, self.minimum, self.maximum,
            self.is_approximate, self.edtf, self.modality, self.speech, self.hedge,
            tuple(s.name for s in self.chain), tuple((p.start, p.end) for p in self.passages),
        )  # fmt: skip


def read_claims(told: Description) -> list[ClaimView]:
    """The claims of a description, by article, then in the order of the words that they rest on."""
    views = [_claim(told, iri) for iri in told.of_class(BG.Claim)]
    return sorted(views, key=lambda v: (v.article, v.passages[0].start if v.passages else 0, _natural(v.iri)))


def _natural(iri: str) -> tuple[str, int, str]:
    stem, digits = re.fullmatch(r"(.*?)(\d*)", iri, re.S).groups()  # type: ignore[union-attr]
    return stem, int(digits or 0), iri


def _claim(told: Description, iri: str) -> ClaimView:
    subject = told.value(iri, RDF.subject) or ""
    obj = next(iter(told.terms(iri, RDF.object)), Term('""'))
    node = obj[1:-1] if obj[0] == "<" else ""
    words = told.value(node, BG.words) or told.value(iri, BG.words)
    passages = [_passage(told, p) for p in told.iris(iri, BG.evidence)]
    return ClaimView(
        iri=iri,
        article=told.value(iri, BG.inArticle) or "",
        subject=subject,
        subject_label=told.label(subject) or local_name(subject),
        predicate=told.value(iri, RDF.predicate) or "",
        obj=obj,
        object_text=_text(told, obj, node, words),
        modality=local_name(told.value(iri, BG.modality) or ""),
        speech=local_name(told.value(iri, BG.speech) or ""),
        chain=tuple(_chain(told, iri)),
        passages=tuple(sorted((p for p in passages if p is not None), key=lambda p: (p.start, p.end))),
        hedge=told.value(iri, BG.hedge),
        value=told.value(node, BG.value),
        minimum=told.value(node, BG.min),
        maximum=told.value(node, BG.max),
        is_approximate=told.value(node, BG.approximate) == "true",
        count_of=told.value(node, BG.countOf),
        edtf=told.value(node, BG.edtf),
        contradicts=tuple(told.iris(iri, BG.contradicts)),
    )


def _text(told: Description, obj: Term, node: str, words: str | None) -> str:
    if not node:
        return value_of(obj)
    if edtf := told.value(node, BG.edtf):
        return edtf
    if label := told.label(node):
        return label
    return local_name(node) if "#" in node else words or local_name(node)


def _chain(told: Description, claim: str) -> Iterator[Speaker]:
    step = told.value(claim, PROV.qualifiedAttribution)
    for _ in range(_LONGEST_CHAIN):
        if step is None:
            return
        agent = told.value(step, PROV.agent)
        if agent is not None:
            yield Speaker(agent, told.label(agent) or local_name(agent), told.is_a(agent, BG.ArticleVoice))
        step = told.value(step, BG.cites)


def _passage(told: Description, iri: str) -> Passage | None:
    quote = position = None
    for selector in told.iris(iri, OA.hasSelector):
        if told.value(selector, OA.exact) is not None:
            quote = selector
        elif told.value(selector, OA.start) is not None:
            position = selector
    if quote is None or position is None:
        return None
    return Passage(
        iri,
        int(told.value(position, OA.start) or 0),
        int(told.value(position, OA.end) or 0),
        told.value(quote, OA.exact) or "",
        told.value(quote, OA.prefix) or "",
        told.value(quote, OA.suffix) or "",
    )
