"""Terms as a page shows them: a short name, and where it leads."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rdflib import RDF, SKOS, URIRef
from rdflib.term import Node

from belligraph.ontology.modules import BASE, Ontology
from belligraph.vocab import BG, OWL, PREFIXES, SH

__all__ = ["Link", "Links"]

_NAMES = {
    **PREFIXES,
    "bibo": "http://purl.org/ontology/bibo/",
    "owl": OWL.iri,
    "sh": SH.iri,
    "skos": str(SKOS),
    "vann": "http://purl.org/vocab/vann/",
}


@dataclass(frozen=True, slots=True)
class Link:
    """A term's or a text's short form; `href` where it leads, `note` its language or datatype."""

    text: str
    href: str | None = None
    note: str = ""


class Links:
    """Makes links within the reference's pages, and to the rest of the web."""

    def __init__(self, ontology: Ontology) -> None:
        self._homes: dict[str, str] = {}
        for name, module in ontology.modules.items():
            for subject in module.subjects(RDF.type):
                if isinstance(subject, URIRef) and subject.startswith(BASE):
                    self._homes[str(subject)] = name

    def anchor(self, iri: str) -> str:
        """The id of a term on its page: its local name; of others' terms and of concepts, with their prefix before it."""
        if iri.startswith(BG.iri):
            return iri.removeprefix(BG.iri)
        return self.short(iri).replace("vocab/", "").replace(":", "-").replace("#", "-")

    def link(self, node: Node) -> Link:
        """A term as a link, a literal as its text."""
        if not isinstance(node, URIRef):
            return Link(str(node), note=getattr(node, "language", None) or "")
        iri = str(node)
        home = self._homes.get(iri)
        if home is not None:
            page = f"../ontology/{home}.html"
            return Link(self.short(iri), page if iri == f"{BASE}ontology/{home}" else f"{page}#{self.anchor(iri)}")
        return Link(self.short(iri), iri if iri.startswith(("http://", "https://")) else None)

    def short(self, iri: str) -> str:
        """An IRI with a prefix, if one of ours fits."""
        for prefix, namespace in _NAMES.items():
            if iri.startswith(namespace) and re.fullmatch(r"[\w-]+", iri.removeprefix(namespace)):
                return f"{prefix}:{iri.removeprefix(namespace)}"
        return iri.removeprefix(BASE) if iri.startswith(f"{BASE}vocab/") else iri
