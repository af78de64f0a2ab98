"""Every IRI that we mint: one class, one base that the publisher configures, no string building elsewhere.

{base}id/article/{key}                      an article; {key} is the start of its text's SHA-256
{base}id/article/{key}/claim/{id}           a claim; {id} is the claim's id in the fact sheet
{base}id/article/{key}/event|actor|place/{id}
{base}id/article/{key}/passage/{start}-{end}    the words at those offsets (code points, end exclusive)
{base}id/article/{key}/voice, …/publisher   the article as a source; who published it
{base}id/incident/{key}                     a happening, however many articles report it
{base}id/finding/{key}                      what this publisher asserts
{base}id/sponsorship/{key}                  who is found to back whom, with the kind of support
{base}id/incident/{key}/grouping/{n}        why two reports are taken for reports of one happening
{base}id/actor/{key}, {base}id/place/{key}  an actor, a place, however many articles speak of it
{base}id/link/{target}/{key}                the record of a link to an outside dataset
{base}id/dataset/{key}                      somebody else's dataset of events; {key} is the publisher's name for it
{base}id/dataset/{key}/row|event|place|source|attribution/{id}    a row, and what it alone speaks of; {id} is the row's own
{base}id/dataset/{key}/claim/{id}/{name}    a claim of a row; {name} tells which of its cells
{base}id/dataset/{key}/actor|area/{hash}    an actor, an administrative area: shared by rows
{base}graph/article/{key}                   the named graph of an article's claims
{base}graph/dataset/{key}                   the named graph of a dataset's rows
{base}graph/incidents, {base}graph/findings, {base}graph/entities, {base}graph/changes
{base}graph/links/{target}                  the links to one outside dataset: wikidata, geonames, …
{base}release/{number}                      a release
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from belligraph.errors import UsageError

__all__ = ["ArticleIris", "DatasetIris", "Iris", "is_absolute"]

_FORBIDDEN = re.compile(r'[\x00-\x20<>"{}|^`\\]')


def is_absolute(value: str) -> bool:
    """Whether the text is an absolute IRI by the characters it may hold and its scheme (RFC 3987, loosely)."""
    return bool(re.match(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s]", value)) and not _FORBIDDEN.search(value)


@dataclass(frozen=True)
class Iris:
    """Mints the IRIs of one publication.

    Raises:
        UsageError: `base` is no absolute http(s) IRI that ends in a slash.
    """

    base: str

    def __post_init__(self) -> None:
        parts = urlsplit(self.base)
        sound = parts.scheme in {"http", "https"} and parts.netloc and not parts.query and not parts.fragment
        if not sound or not self.base.endswith("/") or not is_absolute(self.base):
            raise UsageError(
                f"the base IRI {self.base!r} is not an absolute http(s) IRI that ends in a slash",
                remedy="Set one like https://data.example.org/attacks/ in belligraph.toml or with --base-iri.",
            )

    def article(self, key: str) -> ArticleIris:
        """The IRIs of one article and of what it speaks of."""
        return ArticleIris(f"{self.base}id/article/{key}", f"{self.base}graph/article/{key}")

    def dataset(self, key: str) -> DatasetIris:
        """The IRIs of one dataset and of what its rows speak of."""
        return DatasetIris(f"{self.base}id/dataset/{key}", f"{self.base}graph/dataset/{key}")

    @property
    def dataset_graphs(self) -> str:
        """What the names of all graphs of datasets begin with."""
        return f"{self.base}graph/dataset/"

    def incident(self, key: str) -> str:
        """The IRI of an incident."""
        return f"{self.base}id/incident/{key}"

    def actor(self, key: str) -> str:
        """The IRI of an actor, whatever articles speak of it."""
        return f"{self.base}id/actor/{key}"

    def place(self, key: str) -> str:
        """The IRI of a place, whatever articles speak of it."""
        return f"{self.base}id/place/{key}"

    def link(self, target: str, key: str) -> str:
        """The IRI of the record of a link to something in an outside dataset."""
        return f"{self.base}id/link/{target}/{key}"

    def finding(self, key: str) -> str:
        """The IRI of a finding."""
        return f"{self.base}id/finding/{key}"

    def sponsorship(self, key: str) -> str:
        """The IRI of a sponsorship."""
        return f"{self.base}id/sponsorship/{key}"

    def release(self, number: int) -> str:
        """The IRI of a release; `…#change-1` names what changed in it."""
        return f"{self.base}release/{number}"

    @property
    def entities(self) -> str:
        """What all IRIs of things begin with: the base of Turtle exports."""
        return f"{self.base}id/"

    @property
    def entities_graph(self) -> str:
        """The named graph of the actors and places of all articles."""
        return f"{self.base}graph/entities"

    def links_graph(self, target: str) -> str:
        """The named graph of all links to one outside dataset, such as `wikidata`."""
        return f"{self.base}graph/links/{target}"

    @property
    def incidents_graph(self) -> str:
        """The named graph of all incidents."""
        return f"{self.base}graph/incidents"

    @property
    def changes_graph(self) -> str:
        """The named graph of what changed from release to release."""
        return f"{self.base}graph/changes"

    @property
    def findings_graph(self) -> str:
        """The named graph of all findings and of the plain triples that they assert."""
        return f"{self.base}graph/findings"


@dataclass(frozen=True, slots=True)
class ArticleIris:
    """Mints the IRIs of what one article speaks of; `article` is its own, `graph` that of its named graph."""

    article: str
    graph: str

    @property
    def voice(self) -> str:
        """The IRI of the article's own voice, the source of what it says without naming another."""
        return f"{self.article}/voice"

    @property
    def publisher(self) -> str:
        """The IRI of whoever published the article, as the article names it."""
        return f"{self.article}/publisher"

    def claim(self, claim_id: str) -> str:
        """The IRI of a claim."""
        return f"{self.article}/claim/{claim_id}"

    def event(self, event_id: str) -> str:
        """The IRI of an event as this article tells it."""
        return f"{self.article}/event/{event_id}"

    def actor(self, actor_id: str) -> str:
        """The IRI of an actor as this article knows it."""
        return f"{self.article}/actor/{actor_id}"

    def place(self, place_id: str) -> str:
        """The IRI of a place as this article names it."""
        return f"{self.article}/place/{place_id}"

    def passage(self, start: int, end: int) -> str:
        """The IRI of a passage of the text: code points, end exclusive."""
        return f"{self.article}/passage/{start}-{end}"


@dataclass(frozen=True, slots=True)
class DatasetIris:
    """Mints the IRIs of what one dataset's rows speak of; `dataset` is its own, `graph` that of its named graph."""

    dataset: str
    graph: str

    def of_row(self, kind: str, row_id: str) -> str:
        """The IRI of a row (`kind` is row) or of what it alone speaks of: its event, place, source, claim, …"""
        return f"{self.dataset}/{kind}/{quote(row_id, safe='')}"

    def actor(self, digest: str) -> str:
        """The IRI of an actor that rows share."""
        return f"{self.dataset}/actor/{digest}"

    def area(self, digest: str) -> str:
        """The IRI of an administrative area that rows share."""
        return f"{self.dataset}/area/{digest}"
