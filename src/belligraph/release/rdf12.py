"""RDF 1.1's reification as RDF 1.2's reifiers, and back: nothing is lost either way.

    <claim> rdf:subject S ; rdf:predicate P ; rdf:object O .     becomes     <claim> rdf:reifies <<( S P O )>> .

What is said of the claim besides stays as it is. A node that has not just one subject, predicate and object, or whose
subject or predicate could not stand there in a triple, is no reifier and stays as it is too, so that the way back is exact.
Sources: https://www.w3.org/TR/rdf12-concepts/#section-triple-terms-reification, https://www.w3.org/TR/rdf12-n-quads/.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from belligraph.ntriples import Term, Triple
from belligraph.release.turtle import TurtleWriter
from belligraph.vocab import RDF

__all__ = ["Turtle12Writer", "from_reifiers", "to_reifiers", "triple_term"]

REIFIES = Term(f"<{RDF.reifies}>")
_SUBJECT, _PREDICATE, _OBJECT = (Term(f"<{iri}>") for iri in (RDF.subject, RDF.predicate, RDF.object))
_PARTS = frozenset({_SUBJECT, _PREDICATE, _OBJECT})
_TRIPLE_TERM = re.compile(r"<<\( (<[^<>]*>|_:\S+) (<[^<>]*>) (.+) \)>>", re.S)


def triple_term(subject: Term, predicate: Term, obj: Term) -> Term:
    """A triple as a term, as N-Triples 1.2 writes it."""
    return Term(f"<<( {subject} {predicate} {obj} )>>")


def to_reifiers(triples: Iterable[Triple]) -> Iterator[Triple]:
    """The same triples in RDF 1.2; the reifying one stands where the first part stood.

    A subject's triples come in a row, as our graphs have them; what of a statement comes later is left as it is.
    """
    for subject, rows in groupby(triples, key=lambda triple: triple[0]):
        same = list(rows)
        parts = [t for t in same if t[1] in _PARTS]
        statement = _statement(parts)
        if statement is None:
            yield from same
            continue
        written = False
        for triple in same:
            if triple[1] not in _PARTS:
                yield triple
            elif not written:
                written = True
                yield subject, REIFIES, statement


def from_reifiers(triples: Iterable[Triple]) -> Iterator[Triple]:
    """The same triples in RDF 1.1; a subject's triples come in a row, as in sorted ones.

    Raises:
        ValueError: a node reifies two statements, or one that holds a statement itself, or reifies one and has parts of its
            own: RDF 1.1 has no words for it.
    """
    seen: set[Term] = set()
    for subject, rows in groupby(triples, key=lambda triple: triple[0]):
        same = list(rows)
        reified = [m for t in same if t[1] == REIFIES and (m := _TRIPLE_TERM.fullmatch(t[2]))]
        has_parts = any(t[1] in _PARTS for t in same)
        if len(reified) > 1 or (reified and has_parts) or ((reified or has_parts) and subject in seen):
            raise ValueError(f"{subject} reifies more than one statement: RDF 1.1 has no words for that")
        if reified:
            seen.add(subject)
        for triple in same:
            match = _TRIPLE_TERM.fullmatch(triple[2])
            if match is None:
                yield triple
            elif triple[1] != REIFIES or match[3].startswith("<<("):
                raise ValueError(f"{subject} holds a statement within a statement: RDF 1.1 has no words for that")
            else:
                yield subject, _SUBJECT, Term(match[1])
                yield subject, _PREDICATE, Term(match[2])
                yield subject, _OBJECT, Term(match[3])


def _statement(parts: list[Triple]) -> Term | None:
    """The triple term of a node's rdf:subject, rdf:predicate and rdf:object, if these make just one triple."""
    if len(parts) != 3 or {t[1] for t in parts} != _PARTS:
        return None
    subject, predicate, obj = (next(t[2] for t in parts if t[1] == p) for p in (_SUBJECT, _PREDICATE, _OBJECT))
    if subject[0] == '"' or predicate[0] != "<":
        return None  # no triple has a literal there
    return triple_term(subject, predicate, obj)


def _reified(predicates: dict[Term, list[Term]]) -> dict[Term, list[Term]] | None:
    """What is said of a subject, with its statement as a triple term; None if it makes none."""
    if not predicates.keys() >= _PARTS:
        return None
    statement = _statement([(Term(""), part, obj) for part in _PARTS for obj in predicates[part]])
    if statement is None:
        return None
    found: dict[Term, list[Term]] = {}
    for predicate, objects in predicates.items():
        if predicate in _PARTS:
            # where its first part stood; a subject may reify something else besides
            if statement not in found.setdefault(REIFIES, []):
                found[REIFIES].append(statement)
        else:
            found.setdefault(predicate, []).extend(objects)
    return found


class Turtle12Writer(TurtleWriter):
    """Turtle 1.2: triple terms are written with the same prefixes and base as everything else."""

    def both(self, triples: Iterable[Triple]) -> tuple[str, str]:
        """The block of these triples as Turtle has it, and the same with reifiers; only what differs is written twice."""
        plain, reified = [], []
        for subject, predicates in self._grouped(triples).items():
            text = self._subject(subject, predicates, "")
            other = _reified(predicates)
            plain.append(text)
            reified.append(text if other is None else self._subject(subject, other, ""))
        return "".join(plain), "".join(reified)

    def term(self, term: Term) -> str:
        """One term as Turtle 1.2 writes it."""
        written = self._written.get(term)
        if written is not None:
            return written
        match = _TRIPLE_TERM.fullmatch(term) if term.startswith("<<(") else None
        if match is None:
            return super().term(term)
        return f"<<( {' '.join(map(self._within, match.groups()))} )>>"

    def _within(self, part: str) -> str:
        # pyoxigraph 0.5.13 reads no """long string""" within a triple term, so a line break stays escaped there
        return part if part.startswith('"') and part.endswith('"') else super().term(Term(part))
