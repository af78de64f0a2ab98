"""Where the ontology and the shapes are: in the wheel beside the code, in a checkout at its top."""

from __future__ import annotations

from pathlib import Path

__all__ = ["competency_folder", "demo_folder", "ontology_folder", "package_folder", "queries_folder", "shapes_folder"]

_PACKAGE = Path(__file__).parent


def ontology_folder() -> Path:
    """The folder of the ontology's Turtle files."""
    return _carried("ontology")


def shapes_folder() -> Path:
    """The folder of the SHACL shapes, one Turtle file a subject."""
    return _carried("shapes")


def package_folder() -> Path:
    """The folder of the package itself."""
    return _PACKAGE


def queries_folder() -> Path:
    """The folder of the product's own SPARQL queries."""
    return _PACKAGE / "queries"


def competency_folder() -> Path:
    """The folder of the competency questions: what the data must be able to answer."""
    return queries_folder() / "cq"


def demo_folder() -> Path:
    """The folder of the demo's three reports."""
    return _PACKAGE / "demo"


def _carried(name: str) -> Path:
    installed = _PACKAGE / "carried" / name
    return installed if installed.is_dir() else _PACKAGE.parent.parent / name
