"""The predicate of each property of the fact sheet: one table for mapping and for what is derived."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from belligraph.model.sheet import Property
from belligraph.vocab import BG, SEM

__all__ = ["PREDICATES"]

PREDICATES: Mapping[Property, str] = MappingProxyType(
    {
        Property.ATTACKER: BG.attacker,
        Property.TARGET: BG.target,
        Property.FORCE: BG.force,
        Property.INSTRUMENT: BG.instrument,
        Property.PLACE: SEM.hasPlace,
        Property.DATE: SEM.hasTime,
        Property.OUTCOME: BG.outcome,
        Property.KILLED: BG.killed,
        Property.INJURED: BG.injured,
        Property.DAMAGE: BG.damage,
        Property.SIZE: BG.size,
        Property.LINKED_TO: BG.linkedTo,
        Property.MOTIVATED_BY: BG.motivatedBy,
        Property.RESPONDS_TO: BG.respondsTo,
        Property.RETALIATES_FOR: BG.retaliatesFor,
        Property.PURPOSE: BG.purpose,
        Property.SPONSORED_BY: BG.sponsoredBy,
        Property.ACTS_FOR: BG.actsFor,
        Property.CLAIMS_RESPONSIBILITY: BG.claimsResponsibility,
    }
)
