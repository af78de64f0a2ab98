"""pySHACL, the reference judge: slow and complete. For RDF files that are not ours, and to hold the engine against."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from belligraph.errors import InputError, ShapesError
from belligraph.model.report import Report, Severity, Violation

if TYPE_CHECKING:
    import rdflib

__all__ = ["validate_file", "validate_graph"]

SH = "http://www.w3.org/ns/shacl#"


def validate_file(path: Path, shapes_folder: Path) -> Report:
    """The report on an RDF file, whose format its name tells (.ttl .nt .nq .trig .jsonld .rdf); graphs are flattened.

    Raises:
        InputError: the file cannot be read or is not the RDF that its name says.
    """
    import rdflib

    dataset = rdflib.Dataset(default_union=True)
    try:
        dataset.parse(path)
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", where=str(path)) from error
    except Exception as error:  # rdflib's parsers share no base class
        raise InputError(f"not the RDF that its name says: {error}", where=str(path)) from error
    flat = rdflib.Graph()
    for triple in dataset.triples((None, None, None)):
        flat.add(triple)
    return validate_graph(flat, shapes_folder)


def validate_graph(data: rdflib.Graph, shapes_folder: Path) -> Report:
    """The report on an rdflib graph.

    Raises:
        ShapesError: pySHACL refuses the shapes.
    """
    import pyshacl
    import rdflib

    # pySHACL alters the shapes graph that it is given (its issue 314): each run gets one of its own
    shapes = rdflib.Graph()
    for triple in _parsed(tuple(path.read_bytes() for path in sorted(shapes_folder.glob("*.ttl")))):
        shapes.add(triple)
    _, results, _ = pyshacl.validate(data, shacl_graph=shapes)
    if not isinstance(results, rdflib.Graph):  # pySHACL gives the failure in place of the graph
        raise ShapesError(f"pySHACL cannot judge by these shapes: {results}", where=str(shapes_folder))
    sh = rdflib.Namespace(SH)

    def said(result: rdflib.term.Node, name: str) -> str | None:
        value = results.value(result, sh[name])
        if isinstance(value, rdflib.BNode):
            inverse = results.value(value, sh.inversePath) or shapes.value(value, sh.inversePath)
            return f"^{inverse}" if inverse is not None else str(value)
        return None if value is None else str(value)

    found = [
        Violation(
            focus_node=said(result, "focusNode") or "",
            shape=said(result, "sourceShape") or "",
            message=said(result, "resultMessage") or "",
            severity=Severity((said(result, "resultSeverity") or f"{SH}Violation").removeprefix(SH)),
            path=said(result, "resultPath"),
            value=said(result, "value"),
        )
        for result in results.subjects(rdflib.RDF.type, sh.ValidationResult)
    ]
    return Report(tuple(sorted(found, key=lambda result: result.sort_key)))


@cache
def _parsed(files: tuple[bytes, ...]) -> tuple[tuple[rdflib.term.Node, rdflib.term.Node, rdflib.term.Node], ...]:
    """The triples of Turtle files, parsed once for each content."""
    import rdflib

    graph = rdflib.Graph()
    for content in files:
        graph.parse(data=content, format="turtle")
    return tuple(graph)
