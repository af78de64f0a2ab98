"""The JSON-LD context is the one that the ontology gives, and no name in it means two things."""

from __future__ import annotations

import json

from rdflib import OWL, RDF, Graph, URIRef

from belligraph.assets import ontology_folder
from belligraph.ontology.context import CONTEXT_FILE, context_text, make_context
from belligraph.ontology.modules import Ontology
from belligraph.vocab import BG


def test_the_committed_context_is_current(ontology: Ontology) -> None:
    committed = (ontology_folder() / CONTEXT_FILE).read_text("utf-8")
    assert committed == context_text(ontology), "run make format-ontology"
    assert json.loads(committed)["@context"] == make_context(ontology)


def test_every_term_of_ours_has_its_local_name(ontology: Ontology) -> None:
    context = make_context(ontology)
    for term in BG.terms:
        definition = context[term]
        assert (definition["@id"] if isinstance(definition, dict) else definition) == f"bg:{term}"


def test_a_new_property_of_ours_takes_a_name_from_others(ontology: Ontology) -> None:
    more = Graph().add((URIRef(f"{BG.iri}headline"), RDF.type, OWL.DatatypeProperty))
    extended = Ontology({**ontology.modules, "core": ontology.modules["core"] + more})
    assert make_context(ontology)["headline"] == "schema:headline"
    assert make_context(extended)["headline"] == "bg:headline"
