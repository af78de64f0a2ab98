"""Claims in a reader's words: who, what, how many, by whose word."""

from __future__ import annotations

from belligraph.model.sheet import (
    Claim,
    ConceptObject,
    DateObject,
    FactSheet,
    Modality,
    Object,
    Quantity,
    QuantityObject,
    Ref,
    TextObject,
)

__all__ = ["amount", "names_of", "tell", "value_of", "voice_of"]


def names_of(sheet: FactSheet) -> dict[str, str]:
    """What each id of a sheet stands for: an actor's or place's name, an event's label."""
    named = {actor.id: actor.name for actor in sheet.actors} | {place.id: place.name for place in sheet.places}
    return named | {event.id: event.label for event in sheet.events}


def value_of(value: Object, names: dict[str, str]) -> str:
    """A claim's object in words."""
    match value:
        case Ref(ref):
            return names.get(ref, ref)
        case ConceptObject(concept, words):
            return f"{concept} (“{words}”)" if words else concept
        case QuantityObject(quantity):
            return amount(quantity)
        case DateObject(None, words):
            return f"not settled (“{words}”)"
        case DateObject(date, words):
            return f"{date} (“{words}”)" if words else str(date)
        case TextObject(text):
            return f"“{text}”"


def amount(quantity: Quantity) -> str:
    """A figure with its bounds: `about 66`, `at least 2`, `3 to 5`, each with the article's words."""
    low, high = quantity.min, quantity.max
    if quantity.value is not None:
        shown = f"{quantity.value:g}"
    elif low is not None and high is not None:
        shown = f"{low:g} to {high:g}"
    else:
        shown = f"at least {low:g}" if low is not None else f"at most {high:g}" if high is not None else "unknown"
    shown = f"about {shown}" if quantity.approximate else shown
    of = f" {quantity.of}" if quantity.of else ""
    return f"{shown}{of} (“{quantity.words}”)"


def voice_of(claim: Claim, names: dict[str, str]) -> str:
    """Whose word it is: the chain of speakers, or the article itself."""
    chain = [names.get(speaker, speaker) for speaker in claim.attributed_to]
    return ", citing ".join(chain) if chain else "the article"


def tell(claim: Claim, names: dict[str, str]) -> str:
    """A claim on one line: `attack on the port | attacker | Raiders | says Radio Delta | probable: “suspected”`."""
    parts = [names.get(claim.subject, claim.subject), claim.property.value, value_of(claim.object, names)]
    parts.append(f"says {voice_of(claim, names)}")
    if claim.modality is not Modality.CERTAIN:
        parts.append(f"{claim.modality}: “{claim.hedge}”" if claim.hedge else str(claim.modality))
    return " | ".join(parts)
