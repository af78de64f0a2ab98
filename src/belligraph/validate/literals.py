"""Literals as the constraints see them: their datatype, whether they are well-formed, how they compare.

Compared are whole and decimal numbers with one another, and days with days; the shapes may ask for no other comparison.
"""

from __future__ import annotations

import re

from belligraph.ntriples import Term, value_of

__all__ = ["COMPARABLE", "comparable", "datatype_of", "is_less", "is_well_formed"]

_XSD = "http://www.w3.org/2001/XMLSchema#"
COMPARABLE = frozenset(f"<{_XSD}{name}>" for name in ("integer", "decimal", "date"))

_LEXICAL = {
    f"<{_XSD}integer>": re.compile(r"[+-]?[0-9]+"),
    f"<{_XSD}boolean>": re.compile(r"true|false|0|1"),
    f"<{_XSD}date>": re.compile(r"-?[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])(Z|[+-][0-9]{2}:[0-9]{2})?"),
    f"<{_XSD}decimal>": re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)"),
}


def is_less(a: Term, b: Term, *, or_equal: bool) -> bool:
    """Whether one term is less than another; terms that cannot be compared are not (so SHACL 4.5.3 counts them)."""
    one, other = comparable(a), comparable(b)
    if one is None or other is None or one[0] != other[0]:
        return False
    return one <= other if or_equal else one < other


def comparable(term: Term) -> tuple[str, float | str] | None:
    """What to compare a literal by: numbers with numbers, days with days (their order is that of their text); else None."""
    datatype = datatype_of(term)
    if datatype is None or not is_well_formed(term, datatype):
        return None
    if datatype in {f"<{_XSD}integer>", f"<{_XSD}decimal>"}:
        return "number", float(value_of(term))
    if datatype == f"<{_XSD}date>":
        return "date", value_of(term)
    return None


def datatype_of(term: Term) -> Term | None:
    """The datatype of a literal as a term; None for an IRI or a blank node."""
    if term[0] != '"':
        return None
    if term[-1] == '"':
        return Term(f"<{_XSD}string>")
    if term[-1] == ">":
        return Term(term[term.rindex('"^^<') + 3 :])
    return Term("<http://www.w3.org/1999/02/22-rdf-syntax-ns#langString>")


def is_well_formed(term: Term, datatype: Term | None) -> bool:
    """Whether a literal's text is one of the datatype; of datatypes that our graphs do not use, any is."""
    lexical = _LEXICAL.get(datatype or "")
    return lexical is None or lexical.fullmatch(value_of(term)) is not None
