"""The ontology as it stands, for the tests that judge it."""

from __future__ import annotations

import pytest

from belligraph.assets import ontology_folder
from belligraph.ontology.modules import Ontology, load_ontology


@pytest.fixture(scope="session")
def ontology() -> Ontology:
    return load_ontology(ontology_folder())
