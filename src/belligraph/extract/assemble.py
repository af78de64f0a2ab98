"""From drafts to the fact sheet: ids, attribution, modality and evidence in offsets of the text as received."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from belligraph.extract.actors import ActorRef, actor_of
from belligraph.extract.attribution import Attribution
from belligraph.extract.denials import Denial
from belligraph.extract.events import Draft
from belligraph.extract.lexicon import lexicon
from belligraph.extract.linking import LinkClaim
from belligraph.extract.mentions import PlaceRef, Slot
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import PhraseKind
from belligraph.extract.registry import Registry
from belligraph.extract.relations import Relation
from belligraph.extract.responsibility import Responsibility
from belligraph.extract.targets import named_again
from belligraph.extract.text import Sentence, View
from belligraph.extract.topics import Topic
from belligraph.model.sheet import (
    Actor,
    ActorKind,
    Claim,
    ConceptObject,
    Event,
    EventType,
    Evidence,
    Modality,
    Object,
    Place,
    Property,
    QuantityObject,
    Ref,
    Speech,
)

__all__ = ["Assembler"]

_NAMED = frozenset(
    {PhraseKind.FORCE, PhraseKind.GROUP, PhraseKind.STATE, PhraseKind.PERSON, PhraseKind.BODY, PhraseKind.MEDIA}
)
_NOUNS = {
    EventType.ATTACK: "attack",
    EventType.STRIKE: "strike",
    EventType.DEPLOYMENT: "deployment",
    EventType.OTHER: "event",
}
_SHORT_OF_FORCE = frozenset(["threatened", "planned", "attempted", "thwarted"])


# what a claim says: its subject, property, object, modality, kind of speech and speakers
_What = tuple[str, Property, Object, Modality, Speech, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Told:
    """Where a claim is made: the sentence that makes it first, with its hedge, and all evidence in the order found."""

    sentence: int
    first: Evidence
    hedge: str | None
    evidence: dict[Evidence, None]


@dataclass(slots=True)
class Assembler:
    """Turns what was read into the parts of a fact sheet; claims come in the order of the text."""

    view: View
    sentences: tuple[Sentence, ...]
    attribution: Attribution
    registry: Registry
    _told: dict[_What, _Told] = field(default_factory=dict)
    _event_ids: dict[int, str] = field(default_factory=dict)
    _events: list[Event] = field(default_factory=list)
    _wars: list[tuple[frozenset[str], str]] = field(default_factory=list)
    _offices: set[tuple[str, str]] = field(default_factory=set)
    """Who acts for whom is told once, however often the office is named."""

    def introduce(self, parsed: list[Parsed]) -> None:
        """Let the registry know how the article first names each actor, before claims name it again."""
        for p in parsed:
            for phrase in p.phrases:
                if phrase.kind in _NAMED:
                    self.registry.introduce(actor_of(p, phrase))

    def add_events(self, drafts: list[Draft], event_of: dict[int, Draft]) -> None:
        """Add events and all their claims; figures may leave out an event of `event_of`."""
        for draft in drafts:
            self._new_event(draft)
        for draft in drafts:
            named_again(draft)
            event_id = self._event_ids[id(draft)]
            for slot, sentence in draft.slots:
                value = slot.value
                if slot.excludes is not None and isinstance(value, QuantityObject):
                    left_out = event_of.get(id(slot.excludes))
                    excludes = self._event_ids.get(id(left_out)) if left_out is not None else None
                    value = QuantityObject(replace(value.quantity, excludes=excludes))
                self._add(event_id, slot.property, value, sentence, slot, slot.modality, slot.hedge)

    def add_link(self, link: LinkClaim) -> None:
        """Add a link; its subject must have been added as an event. A topic becomes an event of type other."""
        other = self._topic(link.other) if isinstance(link.other, Topic) else self._event_ids.get(id(link.other))
        subject = self._topic(link.subject) if isinstance(link.subject, Topic) else self._event_ids.get(id(link.subject))
        if subject is None or other is None:
            return
        slot = Slot(link.property, Ref(other), link.start, link.end)
        self._add(subject, link.property, Ref(other), link.sentence, slot, link.modality, link.hedge)

    def add_relation(self, relation: Relation, sentence: int) -> None:
        """Add a claim between two actors."""
        subject = self.registry.actor(relation.subject)
        if relation.property is Property.ACTS_FOR:
            pair = (subject, self.registry.actor(relation.other))
            if pair in self._offices:
                return
            self._offices.add(pair)
        slot = Slot(relation.property, relation.other, relation.start, relation.end)
        own_voice = relation.property is Property.ACTS_FOR and relation.subject.kind is ActorKind.PERSON
        if own_voice and self._is_title(relation):
            speaks = () if not self.attribution.is_direct(relation.start, relation.end) else None
            self._add(subject, relation.property, relation.other, sentence, slot, None, None, own_voice=True, chain=speaks)
            return
        self._add(subject, relation.property, relation.other, sentence, slot, None, None, own_voice=own_voice)

    def _is_title(self, relation: Relation) -> bool:
        """Whether somebody is only named with a title, "Governor Jane Doe": by whomever, that is the article's word."""
        words = self.view.normal[relation.start : relation.end]
        return relation.subject.identified and "," not in words

    def add_claim(self, claim: Responsibility) -> None:
        """Add a group's claim of responsibility, in its own voice."""
        event = self._event_ids.get(id(claim.draft))
        if event is None:
            return
        actor = self.registry.actor(claim.group)
        slot = Slot(Property.CLAIMS_RESPONSIBILITY, Ref(event), claim.start, claim.end)
        self._add(actor, slot.property, Ref(event), claim.sentence, slot, None, None, speaker=claim.speaker or claim.group)

    def add_denial(self, denial: Denial) -> None:
        """Add that somebody did not do it."""
        event = self._event_ids.get(id(denial.draft))
        if event is not None:
            slot = Slot(Property.ATTACKER, denial.actor, denial.start, denial.end)
            value, speaker = denial.actor, denial.speaker
            self._add(event, slot.property, value, denial.sentence, slot, Modality.DENIED, None, speaker=speaker)

    def add_wars(self, topics: list[Topic]) -> None:
        """Add the wars that the article names, unless a link has told of them already (guide, "Settled cases")."""
        for topic in topics:
            self._topic(topic)

    def events(self) -> tuple[Event, ...]:
        """The events added, in order."""
        return tuple(self._events)

    def claims(self) -> tuple[Claim, ...]:
        """The claims in the order of the text, with ids c1, c2, …"""
        ordered = sorted(self._told.items(), key=lambda item: (item[1].sentence, item[1].first.start, item[1].first.end))
        return tuple(
            Claim(f"c{n}", *what, evidence=tuple(told.evidence), hedge=told.hedge)
            for n, (what, told) in enumerate(ordered, 1)
        )

    def actors_and_places(self) -> tuple[tuple[Actor, ...], tuple[Place, ...]]:
        """All actors and places that the claims use."""
        return self.registry.actors(), self.registry.places()

    def _new_event(self, draft: Draft) -> str:
        label = draft.label or self._label(draft)
        event_id = self.registry.new_id(f"{_NOUNS[draft.type]}_{len(self._events) + 1}")
        spans = {m.extent() for told in draft.mentions for m in (told, *told.also)}
        whole = sorted(s for s in spans if not any(t != s and t[0] <= s[0] and s[1] <= t[1] for t in spans))
        evidence = tuple(self._evidence(start, end) for start, end in whole)
        self._events.append(Event(event_id, draft.type, label, evidence, draft.series))
        self._event_ids[id(draft)] = event_id
        return event_id

    def _topic(self, topic: Topic) -> str:
        known = self._event_ids.get(id(topic)) or self._told_war(topic)
        if known is None:
            known = self.registry.new_id(f"event_{len(self._events) + 1}")
            self._wars.append((topic.names, known))
            self._events.append(Event(known, EventType.OTHER, topic.label, (self._evidence(topic.start, topic.end),)))
            self._event_ids[id(topic)] = known
        return known

    def _told_war(self, topic: Topic) -> str | None:
        """The war already told by other words: "Freedonia's war on Sylvania", "the Freedonia-Sylvania war"."""
        if topic.label in {"war", "conflict"}:
            return self._wars[-1][1] if self._wars else None  # "the war" is the one told last
        return next((event for names, event in self._wars if names & topic.names), None)

    def _label(self, draft: Draft) -> str:
        noun = _NOUNS[draft.type] + ("s" if draft.series and draft.type is not EventType.DEPLOYMENT else "")
        told = [entry for entry in draft.slots if entry[0].property in {Property.ATTACKER, Property.TARGET}]
        denied = [slot for slot, sentence in told if self._is_denied(slot, sentence)]
        # a heading takes no side: whoever is said by some not to have done it is not named in it
        disputed = {s.value.key for s in denied if isinstance(s.value, ActorRef) and s.property is Property.ATTACKER}
        who = next((a.name for a in draft.actors(Property.ATTACKER) if a.key not in disputed), None)
        whom = next((a.name for a in [*draft.actors(Property.TARGET), *draft.actors(Property.FORCE)]), None)
        where = next((p.name for p in draft.places()), None)
        outcomes = {
            slot.value.concept
            for slot, _ in draft.slots
            if slot.property is Property.OUTCOME and isinstance(slot.value, ConceptObject)
        }
        # a heading that says "attack on a convoy" would say that there was one
        parts = [*(outcomes & _SHORT_OF_FORCE if len(outcomes) == 1 else ()), noun]
        parts = ["alleged", *parts] if denied and len(denied) == len(told) else parts
        if draft.type is EventType.DEPLOYMENT:
            parts += [f"of {whom}"] if whom else []
        else:
            parts += [f"by {who}"] if who else []
            parts += [f"on {whom}"] if whom else []
        return " ".join([*parts, *([f"({where})"] if where else [])])

    def _is_denied(self, slot: Slot, sentence: int) -> bool:
        _, doubt = self.attribution.speakers(sentence, slot.end - 1)
        by_verb = doubt is not None and doubt.lower() in lexicon().words["speech.denying"]
        return by_verb or slot.modality is Modality.DENIED

    def _evidence(self, start: int, end: int) -> Evidence:
        text = self.view.normal
        while end > start + 1 and text[end - 1].isspace():
            end -= 1
        return self.view.evidence(start, end)

    def _add(
        self,
        subject: str,
        prop: Property,
        value: ActorRef | PlaceRef | Object,
        sentence: int,
        slot: Slot,
        modality: Modality | None,
        hedge: str | None,
        *,
        own_voice: bool = False,
        chain: tuple[ActorRef, ...] | None = None,
        speaker: ActorRef | None = None,
    ) -> None:
        told, doubt = self.attribution.speakers(sentence, slot.end - 1)
        chain = told if chain is None else chain
        if own_voice and (not chain or subject in {self.registry.actor(ref) for ref in chain[-1:]}):
            chain, doubt = (), None  # nobody tells of his own office
        if speaker is not None:
            chain, doubt = (speaker,), None
        if self.sentences[sentence].headline:
            speech = Speech.HEADLINE
        elif not own_voice and self.attribution.is_direct(*_core(slot)):
            speech = Speech.DIRECT
        else:
            speech = Speech.INDIRECT if chain else Speech.NARRATION
        if doubt is not None and doubt.lower() in lexicon().words["speech.denying"]:
            modality, hedge = Modality.DENIED, None
        elif modality is None and doubt is not None:
            modality, hedge = Modality.PROBABLE, doubt
        speakers = tuple(self.registry.actor(ref) for ref in chain)
        obj = self._object(value)
        if isinstance(obj, Ref) and obj.ref == subject:
            return
        evidence = self._evidence(slot.start, slot.end)
        what = (subject, prop, obj, modality or Modality.CERTAIN, speech, speakers)
        if what not in self._told:
            self._told[what] = _Told(sentence, evidence, hedge, {})
        self._told[what].evidence[evidence] = None

    def _object(self, value: ActorRef | PlaceRef | Object) -> Object:
        if isinstance(value, ActorRef):
            return Ref(self.registry.actor(value))
        if isinstance(value, PlaceRef):
            return Ref(self.registry.place(value))
        return value


def _core(slot: Slot) -> tuple[int, int]:
    """The part of a claim's span that says its value: only that must stand between quotation marks for direct speech."""
    value = slot.value
    if isinstance(value, (ActorRef, PlaceRef)):
        return value.start, value.end
    return slot.end - 1, slot.end
