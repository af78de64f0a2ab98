"""What the publisher asserts, as pages show it."""

from __future__ import annotations

import builtins
from dataclasses import dataclass

from belligraph.ntriples import Term, value_of
from belligraph.release.reading import Description, local_name
from belligraph.vocab import BG, DCTERMS, PROV, RDF

__all__ = ["FindingView", "findings_of"]


@dataclass(frozen=True, slots=True)
class FindingView:
    """What the publisher asserts."""

    iri: str
    subject: str
    subject_text: str
    property: str
    object_iri: str | None
    object_text: str
    policy: str
    rests_on: tuple[str, ...]

    @builtins.property  # a field of ours has the shorter name
    def statement(self) -> str:
        """What it says, the same for each policy that says so: figures and days are told by their words."""
        own = self.object_iri is None or self.object_iri.endswith(("/quantity", "/time"))
        return f"{self.subject} {self.property} {self.object_text if own else self.object_iri}"


def findings_of(told: Description) -> list[FindingView]:
    """The findings of a description, by property and object."""
    views = []
    for iri in told.of_class(BG.Finding):
        subject = told.value(iri, RDF.subject) or ""
        obj = next(iter(told.terms(iri, RDF.object)), Term('""'))
        node = obj[1:-1] if obj[0] == "<" else ""
        text = told.label(node) or told.value(node, BG.edtf) or _figure(told, node)
        views.append(
            FindingView(
                iri,
                subject,
                told.label(subject) or local_name(subject),
                local_name(told.value(iri, RDF.predicate) or ""),
                node if node and "#" not in node else None,
                text or (local_name(node) if node else value_of(obj)),
                local_name(told.value(iri, DCTERMS.conformsTo) or ""),
                tuple(told.iris(iri, PROV.wasDerivedFrom)),
            )
        )
    return sorted(views, key=lambda v: (v.property, v.object_text, v.iri))


def _figure(told: Description, node: str) -> str | None:
    """The words of a figure, and whom it counts where they leave that open: "no casualties (own soldiers)"."""
    words, whom = told.value(node, BG.words), told.value(node, BG.countOf)
    return words if words is None or whom is None or whom.casefold() in words.casefold() else f"{words} ({whom})"
