"""The HTML reference of the ontology and the shapes: `python -m belligraph.ontology.reference` writes it beside the Turtle.

A page a file, complete by construction: whatever a file says of a subject is on its page, in the file's own sections. No
scripts, no styles of its own and nothing from elsewhere, so that it passes the strictest content security policy; it takes
the style sheet of the web pages, `../static/style.css`.

pyLODE 3.2.1 was tried first: its pages bring their style and a script inline, and of a file with several concept schemes it
shows no concept.
"""

from __future__ import annotations

import sys
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from rdflib import Graph

from belligraph.assets import ontology_folder, shapes_folder
from belligraph.ontology.examples import Examples, load_examples
from belligraph.ontology.links import Links
from belligraph.ontology.modules import Ontology, load_ontology
from belligraph.ontology.shape_cards import shape_sections
from belligraph.ontology.term_cards import metadata_rows, term_sections
from belligraph.ontology.turtle_source import read_source

__all__ = ["module_page", "pages", "shapes_page", "write_pages"]


def module_page(name: str, folder: Path, ontology: Ontology, links: Links) -> str:
    """The page of one module of the ontology in that folder."""
    source = read_source((folder / f"{name}.ttl").read_text("utf-8"))
    sections = term_sections(source, ontology, links)
    rows = metadata_rows(name, ontology, links)
    return _render(
        "module.html",
        name=name,
        modules=_in_order(ontology),
        title=rows.title,
        lead=rows.abstract,
        description=rows.description,
        metadata=rows.rows,
        sections=sections,
    )


def shapes_page(path: Path, names: list[str], ontology: Ontology, examples: Examples, links: Links) -> str:
    """The page of one file of shapes; `names` are those of all files."""
    source = read_source(path.read_text("utf-8"))
    return _render(
        "shapes.html",
        name=path.stem,
        names=names,
        modules=_in_order(ontology),
        title=f"Shapes: {path.stem}",
        lead=" ".join(line.lstrip("# ") for line in source.head),
        sections=shape_sections(source, Graph().parse(path), examples, links),
    )


def pages(ontology_files: Path, shape_files: Path) -> dict[Path, str]:
    """Every page by the path where it belongs: beside the Turtle that it shows."""
    ontology = load_ontology(ontology_files)
    names = sorted(path.stem for path in shape_files.glob("*.ttl"))
    links = Links(ontology)
    examples = load_examples(shape_files)
    found = {
        ontology_files / f"{name}.html": module_page(name, ontology_files, ontology, links) for name in ontology.modules
    }
    for name in names:
        found[shape_files / f"{name}.html"] = shapes_page(shape_files / f"{name}.ttl", names, ontology, examples, links)
    return found


def write_pages(ontology_files: Path, shape_files: Path) -> list[Path]:
    """Writes the pages that are new or changed, takes away those of files that are gone, and returns what it touched."""
    wanted = pages(ontology_files, shape_files)
    touched = []
    for path, text in wanted.items():
        if not path.exists() or path.read_text("utf-8") != text:
            path.write_text(text, "utf-8")
            touched.append(path)
    for folder in (ontology_files, shape_files):
        for path in folder.glob("*.html"):
            if path not in wanted:
                path.unlink()
                touched.append(path)
    return touched


def _in_order(ontology: Ontology) -> list[str]:
    """The modules as a reader wants them: core, the closed lists, then the others."""
    first = [name for name in ("core", "vocabularies") if name in ontology.modules]
    return first + sorted(set(ontology.modules) - set(first))


def _render(template: str, **values: object) -> str:
    environment = Environment(
        loader=PackageLoader("belligraph.ontology"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template(template).render(**values)


def _main() -> int:
    for path in write_pages(ontology_folder(), shapes_folder()):
        sys.stderr.write(f"wrote {path}\n")
    return 0


if __name__ == "__main__":
    sys.exit(_main())
