"""A fact sheet against its article and against itself: all that the schema cannot say.

The rules are those of the guide to fact sheets: quotes stand where the sheet says, references lead to the right kind of
thing, concepts are of the property's vocabulary, dates are days of the calendar, bounds are in order.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256
from itertools import pairwise
from types import MappingProxyType

from belligraph.inputs import nearest
from belligraph.model.concepts import CONCEPTS, OTHER
from belligraph.model.edtf import parse_edtf
from belligraph.model.sheet import (
    Actor,
    Claim,
    ConceptObject,
    DateObject,
    Event,
    EventType,
    Evidence,
    FactSheet,
    Place,
    Property,
    Quantity,
    QuantityObject,
    Ref,
)  # fmt: skip
from belligraph.sheets.faults import Fault, Path
from belligraph.sheets.passages import explain_furniture, explain_quote, overlaps, stands

__all__ = ["OBJECT_KINDS", "SUBJECT_KINDS", "check"]

_ON_ACTORS = {Property.SPONSORED_BY, Property.ACTS_FOR, Property.CLAIMS_RESPONSIBILITY}

SUBJECT_KINDS: Mapping[Property, str] = MappingProxyType(
    {prop: "actor" if prop in _ON_ACTORS else "event" for prop in Property}
)
"""The kind of thing that each property is said of."""

OBJECT_KINDS: Mapping[Property, tuple[str, ...]] = MappingProxyType(
    {
        Property.ATTACKER: ("actor",),
        Property.TARGET: ("actor",),
        Property.FORCE: ("actor",),
        Property.INSTRUMENT: ("concept",),
        Property.PLACE: ("place",),
        Property.DATE: ("date",),
        Property.OUTCOME: ("concept",),
        Property.KILLED: ("quantity",),
        Property.INJURED: ("quantity",),
        Property.DAMAGE: ("concept",),
        Property.SIZE: ("quantity",),
        Property.LINKED_TO: ("event",),
        Property.MOTIVATED_BY: ("event",),
        Property.RESPONDS_TO: ("event",),
        Property.RETALIATES_FOR: ("event",),
        Property.PURPOSE: ("concept", "text"),
        Property.SPONSORED_BY: ("actor",),
        Property.ACTS_FOR: ("actor",),
        Property.CLAIMS_RESPONSIBILITY: ("event",),
    }
)
"""The kinds of object that each property takes: of thing, or of value."""

_WITH_ARTICLE = {"actor": "an actor", "place": "a place", "event": "an event"}
_VALUES = {"concept", "quantity", "date", "text"}


def check(sheet: FactSheet, text: str) -> tuple[Fault, ...]:
    """Everything that is wrong with a sheet of the article with that text, in the order of the sheet; empty if nothing is.

    The faults have no lines: `LocatedSheet.check` gives them.
    """
    checker = _Checker(sheet, text)
    checker.article()
    checker.entities()
    for i, claim in enumerate(sheet.claims):
        checker.claim(claim, ("claims", i))
    return tuple(checker.faults)


class _Checker:
    def __init__(self, sheet: FactSheet, text: str) -> None:
        self.sheet = sheet
        self.text = text
        self.faults: list[Fault] = []
        self.furniture = sheet.article.furniture
        self.kinds: dict[str, str] = {}
        self.claim_ids: set[str] = set()
        self.deployments = {event.id for event in sheet.events if event.type is EventType.DEPLOYMENT}
        self.sized = self.deployments | {event.id for event in sheet.events if event.series}
        self._lowered: str | None = None

    def fault(self, at: Path, message: str, entity: str | None = None) -> None:
        self.faults.append(Fault(at, message, entity))

    def article(self) -> None:
        actual = sha256(self.text.encode("utf-8")).hexdigest()
        stated = self.sheet.article.text_sha256
        if stated != actual:
            self.fault(
                ("article", "text_sha256"),
                f"the sheet is of another text: its hash is {stated[:12]}…, the article's is {actual}",
            )
        for i, part in enumerate(self.furniture):
            if not stands(part, self.text):
                self.fault(("article", "furniture", i), explain_quote(part, self.text))

    def entities(self) -> None:
        self.named("actors", "actor", self.sheet.actors)
        self.named("places", "place", self.sheet.places)
        self.named("events", "event", self.sheet.events)
        self.containment()

    def named(self, section: str, kind: str, entities: Iterable[Actor | Place | Event]) -> None:
        for i, entity in enumerate(entities):
            if entity.id in self.kinds:
                self.fault((section, i, "id"), f"the id {entity.id!r} is used twice; give this one another", entity.id)
            self.kinds.setdefault(entity.id, kind)
            self.spans(entity.evidence, (section, i), entity.id)

    def containment(self) -> None:
        within = {place.id: place.within for place in self.sheet.places}
        for i, place in enumerate(self.sheet.places):
            if place.within is None:
                continue
            at: Path = ("places", i, "within")
            if place.within not in within:
                self.fault(at, f"within takes a place; {self.described(place.within)}", place.id)
                continue
            passed = [place.id]
            outer: str | None = place.within
            while outer is not None and outer not in passed:
                passed.append(outer)
                outer = within.get(outer)
            if outer == place.id:
                self.fault(at, f"the place lies within itself: {' in '.join([*passed, outer])}", place.id)

    def spans(self, evidence: tuple[Evidence, ...], at: Path, entity: str) -> None:
        for i, span in enumerate(evidence):
            if not stands(span, self.text):
                self.fault((*at, "evidence", i), explain_quote(span, self.text), entity)
            elif self.furniture and (part := overlaps(span, self.furniture)):
                self.fault((*at, "evidence", i), explain_furniture(span, part), entity)

    def claim(self, claim: Claim, at: Path) -> None:
        if claim.id in self.claim_ids:
            self.fault((*at, "id"), f"the id {claim.id!r} is used twice; give this one another", claim.id)
        self.claim_ids.add(claim.id)
        self.subject(claim, at)
        self.object(claim, at)
        if claim.hedge and claim.hedge not in self.text:
            self.fault((*at, "hedge"), f"the hedge {claim.hedge!r} is not in the article; give its words verbatim", claim.id)
        self.chain(claim, at)
        self.spans(claim.evidence, at, claim.id)

    def subject(self, claim: Claim, at: Path) -> None:
        prop, wanted = claim.property, SUBJECT_KINDS[claim.property]
        if self.kinds.get(claim.subject) != wanted:
            message = f"{prop} is said of {_WITH_ARTICLE[wanted]}; {self.described(claim.subject)}"
            self.fault((*at, "subject"), message, claim.id)
        elif prop is Property.FORCE and claim.subject not in self.deployments:
            message = f"force is said of a deployment; {claim.subject!r} is none (its forces are attacker or target)"
            self.fault((*at, "subject"), message, claim.id)
        elif prop is Property.SIZE and claim.subject not in self.sized:
            message = f"size is said of a series or a deployment; {claim.subject!r} is neither"
            self.fault((*at, "subject"), message, claim.id)

    def object(self, claim: Claim, at: Path) -> None:
        value, wanted, at = claim.object, OBJECT_KINDS[claim.property], (*at, "object")
        if isinstance(value, Ref):
            if wanted[0] in _VALUES:
                self.fault(at, f"{claim.property} takes a {' or a '.join(wanted)}, not a ref", claim.id)
            elif self.kinds.get(value.ref) not in wanted:
                message = f"{claim.property} takes {_WITH_ARTICLE[wanted[0]]}; {self.described(value.ref)}"
                self.fault((*at, "ref"), message, claim.id)
            elif value.ref == claim.subject:
                self.fault((*at, "ref"), f"{claim.property} cannot lead from {value.ref!r} to itself", claim.id)
            return
        kind = _kind_of_value(claim)
        if kind not in wanted:
            wanted_words = " or ".join(_WITH_ARTICLE.get(each, f"a {each}") for each in wanted)
            self.fault(at, f"{claim.property} takes {wanted_words}, not a {kind}", claim.id)
        elif isinstance(value, QuantityObject):
            self.quantity(value.quantity, claim, (*at, "quantity"))
        elif isinstance(value, ConceptObject):
            self.concept(value, claim, at)
        elif isinstance(value, DateObject):
            self.date(value, claim, at)

    def concept(self, value: ConceptObject, claim: Claim, at: Path) -> None:
        known = CONCEPTS[claim.property]
        if value.concept not in known:
            guess = nearest(value.concept, known)
            remedy = f"did you mean {guess!r}?" if guess else f"it is one of {', '.join(known)}"
            self.fault((*at, "concept"), f"{value.concept!r} is no {claim.property}; {remedy}", claim.id)
        elif value.concept == OTHER and not value.words:
            self.fault(at, "'other' says nothing without words; give the article's words for it", claim.id)

    def date(self, value: DateObject, claim: Claim, at: Path) -> None:
        if value.date is None:
            if not value.words:
                self.fault(at, "a date that cannot be resolved needs the article's words for it", claim.id)
            return
        try:
            if not value.date.isascii():
                raise ValueError(f"{value.date!r} is not written with the digits 0-9")
            parse_edtf(value.date)
        except ValueError as error:
            self.fault((*at, "date"), str(error), claim.id)

    def quantity(self, quantity: Quantity, claim: Claim, at: Path) -> None:
        if quantity.words not in self.text and quantity.words.lower() not in self.lowered:
            self.fault((*at, "words"), f"the words {quantity.words!r} are not in the article", claim.id)
        bounds = [
            (name, number)
            for name, number in (("min", quantity.min), ("value", quantity.value), ("max", quantity.max))
            if number is not None
        ]
        for name, number in bounds:
            if number != int(number):
                message = f"{number} is not a whole number; {claim.property} counts people or events"
                self.fault((*at, name), message, claim.id)
        for (low_name, low), (high_name, high) in pairwise(bounds):
            if low > high:
                self.fault((*at, low_name), f"{low_name} ({low}) is more than {high_name} ({high})", claim.id)
        if quantity.excludes is not None:
            if self.kinds.get(quantity.excludes) != "event":
                self.fault((*at, "excludes"), f"excludes takes an event; {self.described(quantity.excludes)}", claim.id)
            elif quantity.excludes == claim.subject:
                self.fault((*at, "excludes"), "a number of an event cannot exclude the event itself", claim.id)

    def chain(self, claim: Claim, at: Path) -> None:
        speakers = claim.attributed_to
        for i, speaker in enumerate(speakers):
            if self.kinds.get(speaker) != "actor":
                message = f"a claim is attributed to actors; {self.described(speaker)}"
                self.fault((*at, "attributed_to", i), message, claim.id)
            elif speaker in speakers[:i]:
                message = f"{speaker!r} stands twice in one chain of speakers; nobody cites himself"
                self.fault((*at, "attributed_to", i), message, claim.id)

    @property
    def lowered(self) -> str:
        if self._lowered is None:
            self._lowered = self.text.lower()
        return self._lowered

    def described(self, entity: str) -> str:
        """What an id stands for, or that it stands for nothing."""
        kind = self.kinds.get(entity)
        if kind is not None:
            return f"{entity!r} is {_WITH_ARTICLE[kind]}"
        guess = nearest(entity, self.kinds)
        return f"{entity!r} is no id of this sheet" + (f", did you mean {guess!r}?" if guess else "")


def _kind_of_value(claim: Claim) -> str:
    match claim.object:
        case ConceptObject():
            return "concept"
        case QuantityObject():
            return "quantity"
        case DateObject():
            return "date"
        case _:
            return "text"
