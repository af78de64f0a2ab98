"""MUC-4 documents with their role fillers, and the fillers that a fact sheet gives.

The form is that of GRIT's edition: one JSON object a line with `docid`, `doctext` and `extracts`; these hold by role a list
of entities, each a list of `[mention, offset]`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from belligraph.errors import InputError
from belligraph.evaluate.ceaf import Fillers
from belligraph.model.sheet import ActorKind, ConceptObject, FactSheet, Property, Ref

__all__ = ["MUC_ROLES", "MucDocument", "fillers_of", "read_muc4"]

MUC_ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")

_ORGANISED = frozenset({ActorKind.ARMED_GROUP, ActorKind.ORGANISATION, ActorKind.ARMED_FORCE, ActorKind.STATE})
_PEOPLE = frozenset({ActorKind.PERSON, ActorKind.CIVILIANS})


@dataclass(frozen=True, slots=True)
class MucDocument:
    """One document: its text, in small letters, and the entities that fill each role."""

    docid: str
    text: str
    fillers: Fillers


def read_muc4(path: Path) -> Iterator[MucDocument]:
    """The documents of a file, in order.

    Raises:
        InputError: no such file, or a line that is no such document.
    """
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, ValueError) as error:
        raise InputError(f"cannot be read: {error}", where=str(path)) from error
    for number, line in enumerate(lines, 1):
        try:
            raw = json.loads(line)
            fillers = {
                role: tuple(tuple(str(mention[0]) for mention in entity) for entity in raw["extracts"][role])
                for role in MUC_ROLES
            }
            yield MucDocument(str(raw["docid"]), str(raw["doctext"]), fillers)
        except (ValueError, KeyError, TypeError, IndexError) as error:
            raise InputError(f"is no MUC-4 document: {error}", where=f"{path}:{number}") from error


def fillers_of(sheet: FactSheet) -> Fillers:
    """The role fillers that a sheet's attacks and strikes give: one mention for each actor or weapon, the first."""
    actors = {a.id: a for a in sheet.actors}
    force = {e.id for e in sheet.events if e.type.is_force}
    found: dict[str, dict[str, None]] = {role: {} for role in MUC_ROLES}
    for claim in sheet.claims:
        if claim.subject not in force:
            continue
        value = claim.object
        if claim.property is Property.INSTRUMENT and isinstance(value, ConceptObject):
            found["Weapon"].setdefault(value.words or value.concept)
        elif claim.property in {Property.ATTACKER, Property.TARGET} and isinstance(value, Ref):
            actor = actors[value.ref]
            if claim.property is Property.ATTACKER:
                role = "PerpOrg" if actor.identified and actor.kind in _ORGANISED else "PerpInd"
            else:
                role = "Victim" if actor.kind in _PEOPLE else "Target"
            found[role].setdefault(actor.name)
    return {role: tuple((name,) for name in names) for role, names in found.items()}
