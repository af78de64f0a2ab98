"""The attackers, targets and weapons of old wires without capitals, by the role rules instead of the news rules.

The news rules know who is who by capitals. Old wires have none: there their attackers and targets are mostly wrong (MUC-4's
development documents: one in five right), so they make way; dates, places and figures stay. News of today in small letters
names states and weapons that the news rules know, and stays theirs.
"""

from __future__ import annotations

from bisect import bisect

from belligraph.extract.actors import ActorRef
from belligraph.extract.events import Draft
from belligraph.extract.lexicon import NameKind, lexicon
from belligraph.extract.mentions import Mention, Slot
from belligraph.extract.names import find_names
from belligraph.extract.parse import Parsed
from belligraph.extract.roles.candidates import Sentence, read_sentences
from belligraph.extract.roles.chunks import Kind
from belligraph.extract.roles.relations import Relation
from belligraph.extract.roles.rules import RoleRules, Span
from belligraph.extract.roles.words import home_names, words
from belligraph.model.sheet import ActorKind, ConceptObject, EventType, Property

__all__ = ["is_old_wire", "recast"]

# so large a part of the words names foreign states or groups, or weapons of the air, in news of today: in all releases
# and reports of 2023 that were tried, and in one of a hundred of MUC-4's training and development documents
_FOREIGN = 0.02
_NO_ARMS_OF_TODAY = frozenset(["aircraft", "warship"])

_ROLES = frozenset({Property.ATTACKER, Property.TARGET, Property.INSTRUMENT})
_PROPERTIES = {
    "PerpInd": Property.ATTACKER,
    "PerpOrg": Property.ATTACKER,
    "Target": Property.TARGET,
    "Victim": Property.TARGET,
    "Weapon": Property.INSTRUMENT,
}


def is_old_wire(parsed: list[Parsed], *, in_capitals: bool = False) -> bool:
    """Whether a text in letters of one kind is such as the role rules were written from: it tells of few other lands.

    One in capitals must tell of those lands, too.
    """
    arms = lexicon().air - _NO_ARMS_OF_TODAY
    length = foreign = home = 0
    for p in parsed:
        length += len(p.tokens)
        known = {k.name.canonical for k in find_names(p.tokens).values() if k.name.kind is not NameKind.BODY}
        foreign += len(known - home_names()) + len({c for phrase in p.phrases for c in phrase.concepts} & arms)
        home += len(known & home_names() - {"United States"})
    if in_capitals:
        return foreign < home
    return foreign < _FOREIGN * length or foreign <= home


def recast(text: str, parsed: list[Parsed], drafts: list[Draft]) -> None:
    """Take attackers, targets and weapons from the drafts of attacks and strikes, and add those that the role rules find.

    What one word tells ("killed") becomes one event, or joins the draft whose mention begins with that word. Who is blamed,
    or claims responsibility, joins an event of the same sentence, else the last one before, else the first. Nothing is added
    that stands in no relation to such a word. `text` is the normalised text.
    """
    force = [d for d in drafts if d.type.is_force]
    for draft in force:
        draft.slots = [(s, n) for s, n in draft.slots if s.property not in _ROLES]
    hosts = {m.start: d for d in force for m in d.mentions}
    begins = [p.sentence.start for p in parsed]
    sentences = read_sentences(text)
    told: dict[tuple[int, int], Draft] = {}
    placed = []
    for span, relation in RoleRules().told(sentences):
        sentence, trigger = sentences[span.sentence], relation.trigger
        start, end = sentence.starts[trigger], sentence.ends[trigger]
        p = parsed[bisect(begins, start) - 1] if begins else None
        if p is None or not p.sentence.start <= start < p.sentence.end:  # page furniture
            continue
        number, key = p.sentence.number, (span.sentence, trigger)
        placed.append((key, number, _slot(sentence, span, relation, start, end), relation.event == "blame"))
        if relation.event != "blame" and key not in told:
            mention = Mention(number, start, end, sentence.words[trigger], trigger, EventType.ATTACK, False, False)
            told[key] = hosts.get(start) or _new(drafts, mention)
    keys = sorted(told)
    for key, number, slot, is_blame in placed:
        host = _blamed_for(keys, key) if is_blame else key
        if host is not None:
            told[host].slots.append((slot, number))


def _blamed_for(keys: list[tuple[int, int]], key: tuple[int, int]) -> tuple[int, int] | None:
    """The event that a sentence blames somebody for: the first of its own sentence, else the last before, else the first."""
    k = bisect(keys, (key[0], -1))
    if k < len(keys) and keys[k][0] == key[0]:
        return keys[k]
    return keys[max(k - 1, 0)] if keys else None


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
