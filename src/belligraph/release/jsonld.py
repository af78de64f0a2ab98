"""JSON-LD that reads well: our context's names, ids relative to the publication, one node after the other.

The context stands in the document, so that nothing has to be fetched. A value is written short only where the context brings
back the same term; what does not fit is written in full.
Source: https://www.w3.org/TR/json-ld11/, https://www.w3.org/TR/json-ld11-api/#value-compaction.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from belligraph.assets import ontology_folder
from belligraph.ntriples import Term, Triple, value_of
from belligraph.vocab import RDF, XSD

__all__ = ["JsonLdWriter"]

_RELATIVE = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_/-]*(?:#[A-Za-z0-9_-]+)?")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(?!//)")
_LOCAL = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*(?:#[A-Za-z0-9_-]+)?")
_LITERAL = re.compile(r'".*"(?:@(?P<language>[A-Za-z0-9-]+)|\^\^<(?P<datatype>[^>]*)>)?', re.S)
_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,14}")
_TYPE = Term(f"<{RDF.type}>")
# one encoder for all values: json.dumps with an option would make one for each
_dump = json.JSONEncoder(ensure_ascii=False).encode


@cache
def _context() -> Mapping[str, Any]:
    context: Mapping[str, Any] = json.loads((ontology_folder() / "context.jsonld").read_text("utf-8"))["@context"]
    return context


def _one_or_all(values: list[str]) -> str:
    return values[0] if len(values) == 1 else f"[{', '.join(values)}]"


class JsonLdWriter:
    """Writes named graphs as one document: `head`, then `graph` any number of times joined by `between`, then `tail`."""

    between = ",\n"
    tail = "\n  ]\n}\n"

    def __init__(self, base: str) -> None:
        self._base = base
        context = _context()
        self._prefixes = {term: iri for term, iri in context.items() if isinstance(iri, str) and iri.endswith(("#", "/"))}
        self._terms: dict[str, str] = {}
        self._keys: dict[Term, str] = {}
        self._ids: dict[Term, str] = {}
        self._types: dict[str, str] = {}
        self._schemes: dict[str, str] = {}
        self._hidden: dict[str, set[str]] = {}  # by property: terms that would be taken for a concept's bare name
        for term, definition in context.items():
            short = definition["@id"] if isinstance(definition, Mapping) else definition
            prefix, _, local = short.partition(":") if isinstance(short, str) else ("", "", "")
            if prefix not in self._prefixes or not local or term in self._prefixes:
                continue
            iri = self._prefixes[prefix] + local
            self._terms[iri] = term
            if isinstance(definition, Mapping):
                self._types[iri] = definition.get("@type", "")
                scoped = definition.get("@context", {})
                self._schemes[iri] = scoped.get("@vocab", "")
                self._hidden[iri] = set(context) - set(scoped)
        rows = ",\n".join(f"    {_dump(term)}: {_dump(value)}" for term, value in {**context, "@base": base}.items())
        self.head = f'{{\n  "@context": {{\n{rows}\n  }},\n  "@graph": [\n'

    def graph(self, graph_iri: str, triples: Iterable[Triple]) -> str:
        """One named graph: its nodes in the order of their first appearance, a property a line."""
        nodes: dict[Term, dict[Term, list[Term]]] = {}
        for subject, predicate, obj in triples:
            properties = nodes.get(subject)
            if properties is None:
                properties = nodes[subject] = {}
            objects = properties.get(predicate)
            if objects is None:
                properties[predicate] = [obj]
            elif obj not in objects:
                objects.append(obj)
        self._ids = {}  # most ids of a graph are met in no other
        written = ",\n".join([self._node(subject, properties) for subject, properties in nodes.items()])
        return f'    {{\n      "id": {_dump(self._id(graph_iri))},\n      "@graph": [\n{written}\n      ]\n    }}'

    def _node(self, subject: Term, properties: dict[Term, list[Term]]) -> str:
        rows = [f'"id": {self._written_id(subject)}']
        types = [self._key(t) for t in properties.pop(_TYPE, []) if t[0] == "<"]
        if types:
            rows.append(f'"type": {_one_or_all(types)}')
        for predicate, objects in properties.items():
            rows.append(f"{self._key(predicate)}: {_one_or_all([self._value(predicate, obj) for obj in objects])}")
        inner = ",\n          ".join(rows)
        return f"        {{\n          {inner}\n        }}"

    def _key(self, term: Term) -> str:
        """A property or class, as JSON."""
        written = self._keys.get(term)
        if written is None:
            written = self._keys[term] = _dump(self._name(term[1:-1]))
        return written

    def _written_id(self, term: Term) -> str:
        """An IRI where ids stand, as JSON."""
        written = self._ids.get(term)
        if written is None:
            written = self._ids[term] = _dump(self._id(term[1:-1]))
        return written

    def _value(self, predicate: Term, obj: Term) -> str:
        """An object, as JSON."""
        iri = predicate[1:-1]
        coercion = self._types.get(iri, "")
        if obj[0] == "<":
            return self._written_id(obj) if coercion == "@id" else self._reference(iri, coercion, obj)
        if obj[-1] == '"':
            # N-Triples and JSON escape alike, but for characters by number
            text = obj if "\\u" not in obj and "\\U" not in obj else _dump(value_of(obj))
            return f'{{"@value": {text}}}' if coercion else text
        return _dump(self._literal(coercion, obj))

    def _literal(self, coercion: str, obj: Term) -> object:
        """A literal with a language or a datatype."""
        match = _LITERAL.fullmatch(obj)
        text = value_of(obj)
        if match is None:
            raise ValueError(f"not a term of ours: {obj[:100]!r}")
        language, datatype = match["language"], match["datatype"]
        if language:
            return {"@value": text, "@language": language}
        if not coercion and datatype == XSD.integer and _INTEGER.fullmatch(text):
            return int(text)
        if not coercion and datatype == XSD.boolean and text in {"true", "false"}:
            return text == "true"
        if coercion == self._short(datatype):
            return text
        return {"@value": text, "@type": self._name(datatype)}

    def _reference(self, predicate: str, coercion: str, obj: Term) -> str:
        iri = obj[1:-1]
        scheme = self._schemes.get(predicate)
        if scheme and iri.startswith(scheme) and _LOCAL.fullmatch(iri, len(scheme)):
            name = iri[len(scheme) :]
            if name not in self._hidden[predicate]:
                return _dump(name)
        elif coercion == "@vocab" and not scheme and iri in self._terms:
            return _dump(self._terms[iri])
        return f'{{"@id": {self._written_id(obj)}}}'

    def _id(self, iri: str) -> str:
        """An IRI where ids stand: relative to the base, with a prefix, or whole."""
        if iri.startswith(self._base) and _RELATIVE.fullmatch(iri, len(self._base)):
            return iri[len(self._base) :]
        return self._short(iri)

    def _name(self, iri: str) -> str:
        """An IRI where properties, classes and datatypes stand: a term, with a prefix, or whole."""
        return self._terms.get(iri) or self._short(iri)

    def _short(self, iri: str) -> str:
        for prefix, namespace in self._prefixes.items():
            if iri.startswith(namespace) and _LOCAL.fullmatch(iri, len(namespace)):
                return f"{prefix}:{iri[len(namespace) :]}"
        scheme = _SCHEME.match(iri)
        if scheme and scheme[1] in self._prefixes:
            raise ValueError(f"{iri} cannot be written in JSON-LD: our context has a prefix {scheme[1]!r}")
        return iri
