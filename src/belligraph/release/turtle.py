"""Turtle that reads well: subjects grouped in a sensible order, prefixes, one base, the same bytes for the same triples.

Source: https://www.w3.org/TR/turtle/ section 6.5 (grammar). A local name is written only where it needs no escape; what has
no prefix but lies under the base is written relative to it. Literals keep their lexical form; whole numbers and truth values
are written short.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from belligraph.ntriples import Term, Triple
from belligraph.vocab import PREFIXES, RDF

__all__ = ["TurtleWriter", "in_reading_order"]

# PN_LOCAL without escapes, percent-encoding, colons and dots: always safe, and all that our terms need
_LOCAL = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*")
# what may follow the base as a relative reference: a plain path, no scheme, no dot segments
_RELATIVE = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_/-]*(?:#[A-Za-z0-9_-]+)?")
_SHORT_LITERAL = re.compile(r'"([+-]?[0-9]+|true|false)"\^\^<http://www\.w3\.org/2001/XMLSchema#(integer|boolean)>')
_TYPED_LITERAL = re.compile(r'(".*")\^\^(<[^>]+>)', re.S)
_TYPE = f"<{RDF.type}>"
_DIGITS = re.compile(r"(\d+)")
# the order in which a reader wants to meet what an article speaks of
_RANKS = {"actor": 2, "place": 3, "event": 4, "claim": 5, "passage": 6}


class TurtleWriter:
    """Writes triples and named graphs as Turtle and TriG under one base and one prefix map.

    `header` comes first, once; the other methods give blocks that can be joined in any number.
    """

    in_graph_tail = "}\n\n"

    def __init__(self, base: str, prefixes: Mapping[str, str] = PREFIXES) -> None:
        self._base = base
        self._names = {iri: prefix for prefix, iri in prefixes.items()}
        lines = [f"@base <{base}> .\n"]
        lines += [f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in sorted(prefixes.items())]
        self.header = "".join(lines) + "\n"
        self._written: dict[Term, str] = {}

    def document(self, triples: Iterable[Triple]) -> str:
        """A whole Turtle document; the triples may come in any order."""
        return self.header + self.block(in_reading_order(triples))

    def block(self, triples: Iterable[Triple], indent: str = "") -> str:
        """The triples grouped by subject, subjects and predicates in the order of their first appearance, types first."""
        return "".join([self._subject(s, p, indent) for s, p in self._grouped(triples).items()])

    def _grouped(self, triples: Iterable[Triple]) -> dict[Term, dict[Term, list[Term]]]:
        subjects: dict[Term, dict[Term, list[Term]]] = {}
        for subject, predicate, obj in triples:
            predicates = subjects.get(subject)
            if predicates is None:
                predicates = subjects[subject] = {}
            objects = predicates.get(predicate)
            if objects is None:
                predicates[predicate] = [obj]
            elif obj not in objects:
                objects.append(obj)
        # article texts and quotes are as many as claims: keep what repeats, not what is met once
        self._written = {t: w for t, w in self._written.items() if t[0] == "<" and w[0] != "<"}
        return subjects

    def graph(self, graph_iri: str, triples: Iterable[Triple]) -> str:
        """A TriG block for one named graph."""
        return f"{self.in_graph_head(graph_iri)}{self.block(triples, '  ')}{self.in_graph_tail}"

    def in_graph_head(self, graph_iri: str) -> str:
        """What makes blocks that are written already one of TriG, with `in_graph_tail` behind them.

        They stay as they are, not indented: a literal may hold line breaks.
        """
        return f"{self.term(Term(f'<{graph_iri}>'))} {{\n"

    def term(self, term: Term) -> str:
        """One term as Turtle writes it."""
        written = self._written.get(term)
        if written is None:
            written = self._written[term] = self._iri(term) if term[0] == "<" else self._literal(term)
        return written

    def _subject(self, subject: Term, predicates: dict[Term, list[Term]], indent: str) -> str:
        types = predicates.get(Term(_TYPE))
        rows = [f"a {', '.join([self.term(t) for t in types])}"] if types else []
        inner = f",\n{indent}    " + "  "
        for predicate, objects in predicates.items():
            if predicate == _TYPE:
                continue
            written = [self.term(o) for o in objects]
            joined = ", ".join(written) if sum(map(len, written)) < 90 else inner.join(written)
            rows.append(f"{self.term(predicate)} {joined}")
        body = f" ;\n{indent}    ".join(rows)
        return f"{indent}{self.term(subject)}\n{indent}    {body} .\n\n"

    def _iri(self, term: Term) -> str:
        iri = term[1:-1]
        cut = max(iri.rfind("#"), iri.rfind("/")) + 1
        prefix = self._names.get(iri[:cut])
        if prefix is not None and _LOCAL.fullmatch(iri, cut):
            return f"{prefix}:{iri[cut:]}"
        if iri.startswith(self._base) and _RELATIVE.fullmatch(iri, len(self._base)):
            return f"<{iri[len(self._base) :]}>"
        return term

    def _literal(self, term: Term) -> str:
        if short := _SHORT_LITERAL.fullmatch(term):
            return short[1]
        if typed := _TYPED_LITERAL.fullmatch(term):
            return f"{typed[1]}^^{self.term(Term(typed[2]))}"
        if "\\n" in term and term[-1] == '"':
            return _long_string(term)
        return term


def _long_string(term: Term) -> str:
    # line breaks stand as such; everything else stays escaped as N-Triples has it (an escaped backslash is no line break)
    parts = re.split(r"(\\\\|\\n)", term[1:-1])
    return '"""' + "".join(["\n" if part == "\\n" else part for part in parts]) + '"""'


def in_reading_order(triples: Iterable[Triple]) -> list[Triple]:
    """The triples sorted for a reader: the article first, then actors, places, events, claims, passages, and the rest.

    Numbers in names sort by value (c2 before c10). The order depends on nothing but the triples.
    """
    ranks: dict[Term, tuple[object, ...]] = {}
    ordered = sorted(set(triples))
    for subject in {s for s, _, _ in ordered}:
        ranks[subject] = _rank(subject)
    ordered.sort(key=lambda t: ranks[t[0]])
    return ordered


def _rank(subject: Term) -> tuple[object, ...]:
    # …/id/article/KEY[/claim/c1[/quantity]]: by article, then by kind, then naturally
    before, found, after = subject.partition("/id/article/")
    if not found:
        return (1, subject, 0, ())
    key, _, path = after[:-1].partition("/")
    kind = path.partition("/")[0]
    natural = tuple((0, int(p), "") if p.isdigit() else (1, 0, p) for p in _DIGITS.split(path))
    return (0, f"{before}{key}", _RANKS.get(kind, 1 if path else 0), natural)
