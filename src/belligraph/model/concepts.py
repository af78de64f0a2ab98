"""The closed vocabularies: which concepts a claim's property may have as its object.

The names are those of the fact sheet; the ontology's SKOS schemes hold the same ones, with their definitions.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from belligraph.model.sheet import Property

__all__ = ["CONCEPTS", "OTHER"]

OTHER = "other"
"""The instrument that no name covers; the claim's `words` say what it is."""

CONCEPTS: Mapping[Property, tuple[str, ...]] = MappingProxyType(
    {
        Property.INSTRUMENT: (
            "ballistic-missile", "cruise-missile", "anti-ship-missile", "missile", "rocket", "drone", "drone-boat",
            "mortar", "artillery", "small-arms", "bomb", "ied", "suicide-bomb", "car-bomb", "fighter-jet", "gunship",
            "aircraft", "warship", OTHER,
        ),
        Property.OUTCOME: ("accomplished", "attempted", "thwarted", "threatened", "planned"),
        Property.DAMAGE: ("none", "minor", "major", "destroyed", "unspecified"),
        Property.PURPOSE: ("self-defense", "deterrence", "solidarity", "advise-and-assist", "protect-shipping"),
    }
)  # fmt: skip
"""Every property that takes concepts, with its concepts in the order of the guide."""
