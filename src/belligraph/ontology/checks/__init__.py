"""What a good ontology must fulfil, each check a function that yields faults; none needs the network.

report.py      labels, definitions, deprecation: after ROBOT's report, http://robot.obolibrary.org/report
pitfalls.py    common pitfalls: after OOPS!, https://oops.linkeddata.es/catalogue.jsp
metadata.py    what an ontology says of itself: after FOOPS!, https://foops.linkeddata.es
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from belligraph.ontology.checks import metadata, pitfalls, report
from belligraph.ontology.checks.faults import Fault
from belligraph.ontology.modules import Ontology

__all__ = ["CHECKS", "Fault", "check_ontology"]

CHECKS: Mapping[str, Callable[[Ontology], Iterator[Fault]]] = {**report.CHECKS, **pitfalls.CHECKS, **metadata.CHECKS}
"""Every check by its name."""


def check_ontology(ontology: Ontology) -> list[Fault]:
    """All faults of all checks."""
    return [fault for check in CHECKS.values() for fault in check(ontology)]
