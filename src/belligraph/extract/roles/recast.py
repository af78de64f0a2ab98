"""The attackers, targets and weapons of a text without capitals, by the role rules instead of the news rules.

The news rules know who is who by capitals. Old wires have none: there their attackers and targets are mostly wrong (MUC-4's
development documents: one in five right), so they make way; dates, places and figures stay.
"""

from __future__ import annotations

from belligraph.extract.actors import ActorRef
from belligraph.extract.events import Draft
from belligraph.extract.lexicon import lexicon
from belligraph.extract.mentions import Mention, Slot
from belligraph.extract.parse import Parsed
from belligraph.extract.roles.candidates import Sentence, read_sentences
from belligraph.extract.roles.chunks import Kind
from belligraph.extract.roles.relations import Relation
from belligraph.extract.roles.rules import RoleRules, Span
from belligraph.extract.roles.words import words
from belligraph.model.sheet import ActorKind, ConceptObject, EventType, Property

__all__ = ["recast"]

_ROLES = frozenset({Property.ATTACKER, Property.TARGET, Property.INSTRUMENT})
_FORCE = frozenset({EventType.ATTACK, EventType.STRIKE})
_PROPERTIES = {
    "PerpInd": Property.ATTACKER,
    "PerpOrg": Property.ATTACKER,
    "Target": Property.TARGET,
    "Victim": Property.TARGET,
    "Weapon": Property.INSTRUMENT,
}


def recast(text: str, parsed: list[Parsed], drafts: list[Draft]) -> None:
    """Take attackers, targets and weapons from the drafts of attacks and strikes, and add those that the role rules find.

    What one word tells ("killed") becomes one event, or joins the draft whose mention has that word. Nothing is added that
    stands in no relation to such a word. `text` is the normalised text.
    """
    for draft in drafts:
        if draft.type in _FORCE:
            draft.slots = [(s, n) for s, n in draft.slots if s.property not in _ROLES]
    sentences = read_sentences(text)
    told: dict[tuple[int, int], Draft] = {}
    for span in RoleRules().spans(sentences):
        if span.relation is None:
            continue
        sentence, trigger = sentences[span.sentence], span.relation.trigger
        start, end = sentence.starts[trigger], sentence.ends[trigger]
        number = next((p.sentence.number for p in parsed if p.sentence.start <= start < p.sentence.end), None)
        if number is None:  # page furniture
            continue
        key = span.sentence, trigger
        if key not in told:
            mention = Mention(number, start, end, sentence.words[trigger], trigger, EventType.ATTACK, False, False)
            told[key] = _host(drafts, start) or _new(drafts, mention)
        told[key].slots.append((_slot(sentence, span, span.relation, start, end), number))


def _host(drafts: list[Draft], start: int) -> Draft | None:
    """The attack or strike that the news rules read from the same word."""
    return next((d for d in drafts if d.type in _FORCE and any(m.start <= start < m.end for m in d.mentions)), None)


def _new(drafts: list[Draft], mention: Mention) -> Draft:
    draft = Draft(mention.type, series=False)
    draft.add(mention)
    drafts.append(draft)
    return draft


def _slot(sentence: Sentence, span: Span, relation: Relation, start: int, end: int) -> Slot:
    first, last = sentence.starts[span.first], sentence.ends[span.last - 1]
    begin, stop = min(start, first), max(end, last)
    prop = _PROPERTIES[span.role]
    if prop is Property.INSTRUMENT:
        return Slot(prop, ConceptObject(_concept(span.words), span.words), begin, stop)
    named = span.role in {"PerpOrg", "Victim"}
    return Slot(
        prop, ActorRef(f"{span.role}:{span.words}", span.words, _kind(span, relation), named, first, last), begin, stop
    )


def _kind(span: Span, relation: Relation) -> ActorKind:
    if span.role in {"Target", "Victim"}:
        return ActorKind.OBJECT if span.role == "Target" else ActorKind.PERSON
    if relation.chunk.kind in {Kind.STATE, Kind.FORCE}:
        return ActorKind.ARMED_FORCE
    return ActorKind.UNKNOWN if relation.chunk.kind is Kind.PLAIN and span.role == "PerpInd" else ActorKind.ARMED_GROUP


def _concept(weapon: str) -> str:
    """The concept of a weapon's words."""
    tokens = weapon.split()
    for k in range(len(tokens)):
        for form, concept in lexicon().concepts.get(tokens[k], ()):
            if tuple(tokens[k : k + len(form)]) == form:
                return concept
    return next((c for c in ("car-bomb", "small-arms", "bomb") if tokens[-1] in words(f"concepts.{c}")), "other")
