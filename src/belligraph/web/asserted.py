"""What the publisher asserts, as pages show it."""

from __future__ import annotations

import builtins
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from belligraph.ntriples import Term, value_of
from belligraph.release.reading import Description, local_name
from belligraph.vocab import BG, DCTERMS, PROV, RDF

__all__ = ["POLICIES", "FindingView", "findings_of", "told_apart"]

POLICIES = {
    "uncontradicted": "somebody says it flatly, and nobody says otherwise.",
    "two-independent-origins": "at least two say it flatly who do not rest on the same source, and nobody says otherwise.",
    "most-specific-compatible": "of figures that can all hold together, it is the narrowest.",
}
"""What each policy asks for, in a reader's words; the ontology defines them."""


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
    told_in: str = ""
    """Whose articles it rests on, where another one reads the same: two militias that nobody held to be one."""

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


def told_apart(findings: Iterable[FindingView], publishers: Mapping[str, str]) -> list[FindingView]:
    """The findings, those that read the same and are not each with whose articles it rests on.

    `publishers`: by the IRIs of claims.
    """
    findings = list(findings)
    statements: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for view in findings:
        statements[view.subject_text, view.property, view.object_text].add(view.statement)
    return [
        replace(view, told_in=" and ".join(sorted({publishers[c] for c in view.rests_on if publishers.get(c)})))
        if len(statements[view.subject_text, view.property, view.object_text]) > 1
        else view
        for view in findings
    ]


def _figure(told: Description, node: str) -> str | None:
    """The words of a figure, and whom it counts where they leave that open: "no casualties (own soldiers)"."""
    words, whom = told.value(node, BG.words), told.value(node, BG.countOf)
    return words if words is None or whom is None or whom.casefold() in words.casefold() else f"{words} ({whom})"
