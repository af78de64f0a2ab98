"""Events told in bulk, or not as force: "attacked 66 times", "has 900 troops in Syria", "an imminent threat to"."""

from __future__ import annotations

from dataclasses import replace

from belligraph.extract.actors import ActorRef, actor_of
from belligraph.extract.fill import add_place, add_target
from belligraph.extract.lexicon import lexicon, word_set
from belligraph.extract.mentions import Mention, PlaceRef, Slot
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import Phrase, PhraseKind
from belligraph.extract.places import place_of
from belligraph.extract.quantities import number_at, ordinal_of
from belligraph.extract.tolls import quantity
from belligraph.model.sheet import ActorKind, ConceptObject, EventType, Property, Quantity, QuantityObject

__all__ = ["count_series", "find_deployments", "find_threats"]

_STATIONED = word_set("stationed based deployed positioned operating")
_POSE = word_set("posed poses posing pose presented presents presenting represented")
_HAS = word_set("has have maintains keeps maintain keep")


def count_series(parsed: Parsed, mentions: list[Mention]) -> list[Mention]:
    """Turn mentions told "66 times" or as "the fifth time" into series; the parts that follow are series too."""
    found: list[Mention] = []
    for i in range(len(parsed.tokens)):
        if parsed.lower(i) not in {"times", "time"} or i in parsed.taken:
            continue
        figure = next((f for k in range(max(i - 5, 0), i) if (f := number_at(parsed.tokens, k)) and f.last == i), None)
        host = next((m for m in reversed(mentions) if m.token < i and not m.is_noun), None)
        if parsed.lower(i) == "time" and (number := ordinal_of(parsed.lower(i - 1))) is not None and number > 1:
            later = next((m for m in mentions if i < m.token < i + 10 and not m.is_noun), None)
            if later is not None:
                words = parsed.view.evidence(parsed.start(i - 1), parsed.end(i + 1)).quote
                size = QuantityObject(Quantity(words, False, number))
                _make_series(later, Slot(Property.SIZE, size, parsed.start(i - 1), later.end))
        elif figure is not None and host is not None and parsed.lower(i) == "times":
            size = quantity(parsed, figure, "times")
            if not host.is_series:
                _make_series(host, Slot(Property.SIZE, size, host.start, parsed.end(i + 1)))
            elif (place := _place_after(parsed, i + 1)) is not None:
                found.append(_part(parsed, host, size, parsed.start(figure.first), place))
    return found


def _make_series(mention: Mention, size: Slot) -> None:
    mention.is_series = mention.is_counted = True
    mention.slots.append(size)


def _place_after(parsed: Parsed, i: int) -> PlaceRef | None:
    phrase = parsed.phrase_at.get(i + 1)
    return place_of(parsed, phrase) if parsed.lower(i) == "in" and phrase is not None else None


def _part(parsed: Parsed, whole: Mention, size: QuantityObject, start: int, place: PlaceRef) -> Mention:
    part = replace(
        whole,
        start=start,
        end=place.end,
        slots=[],
        phrase=None,
        is_series=True,
        is_separate=True,
        is_counted=False,
        is_part=True,
    )
    part.token = next(k for k in range(len(parsed.tokens)) if parsed.start(k) >= start)
    part.slots = [s for s in whole.slots if s.property in {Property.TARGET, Property.ATTACKER, Property.DATE}]
    part.slots += [Slot(Property.SIZE, size, start, place.end), Slot(Property.PLACE, place, start, place.end)]
    # a place of the part is none of the whole
    whole.slots = [s for s in whole.slots if not (isinstance(s.value, PlaceRef) and s.value.start >= start)]
    return part


def find_deployments(parsed: Parsed) -> list[Mention]:
    """The deployments that a sentence tells: troops that a state has somewhere, and forces stationed at a place."""
    found: list[Mention] = []
    for phrase in parsed.phrases:
        if phrase.kind is not PhraseKind.FORCE:
            continue
        k = phrase.last
        while parsed.lower(k) in {"who", "that", "are", "were", "is", "was", "currently", "already", "still"}:
            k += 1
        where = parsed.phrase_at.get(k + 2)
        if (
            parsed.lower(k) in _STATIONED
            and where is not None
            and parsed.lower(k + 1) in {"in", "at", "on", "near", "to", "across"}
        ):
            found += _deployed(parsed, phrase, actor_of(parsed, phrase), where, phrase.first)
        elif phrase.figure is not None and parsed.lower(k) == "in" and k == phrase.last:
            owner = parsed.phrase_at.get(phrase.first - 2)
            where = parsed.phrase_at.get(k + 1)
            if (
                parsed.lower(phrase.first - 1) in _HAS
                and owner is not None
                and owner.kind is PhraseKind.STATE
                and where is not None
            ):
                found += _had(parsed, owner, phrase, where)
    return found


def _deployed(parsed: Parsed, phrase: Phrase, force: ActorRef, where: Phrase, first: int) -> list[Mention]:
    mention = _deployment(parsed, first, where.last)
    if not add_place(parsed, mention, where):
        return []
    mention.slots.append(Slot(Property.FORCE, force, mention.start, parsed.end(where.last), phrase=phrase))
    if phrase.figure is not None:
        size = quantity(parsed, phrase.figure, parsed.text(phrase.core, phrase.last))
        mention.slots.append(Slot(Property.SIZE, size, mention.start, parsed.end(where.last)))
    return [mention]


def _had(parsed: Parsed, owner: Phrase, troops: Phrase, where: Phrase) -> list[Mention]:
    """ "The U.S. has 900 troops in Syria and 2,500 in Iraq": one deployment for each country."""
    state = actor_of(parsed, owner)
    kind = parsed.text(troops.core, troops.last)
    force = ActorRef(
        f"force:{state.key} {troops.head.removesuffix('s')}",
        f"{state.name} {kind}",
        ActorKind.ARMED_FORCE,
        True,
        parsed.start(owner.first),
        parsed.end(troops.last),
        state.family,
    )
    found: list[Mention] = []
    figure, first, place_phrase = troops.figure, owner.first, where
    while figure is not None:
        mention = _deployment(parsed, first if not found else figure.first, place_phrase.last)
        if not add_place(parsed, mention, place_phrase):
            break
        start, end = parsed.start(owner.first), parsed.end(place_phrase.last)
        mention.slots = [replace(s, start=start, end=end) for s in mention.slots]
        mention.slots.append(Slot(Property.FORCE, force, start, end))
        mention.slots.append(Slot(Property.SIZE, quantity(parsed, figure, kind), start, end))
        found.append(mention)
        k = place_phrase.last
        if parsed.lower(k) not in {"and", ","}:
            break
        k += 2 if parsed.lower(k + 1) == "and" else 1
        figure = number_at(parsed.tokens, k)
        following = parsed.phrase_at.get(figure.last + 1) if figure is not None else None
        if following is None or figure is None or parsed.lower(figure.last) != "in":
            break
        place_phrase = following
    return found


def _deployment(parsed: Parsed, first: int, last: int) -> Mention:
    sentence = parsed.sentence
    start, end = parsed.start(first), parsed.end(last)
    return Mention(sentence.number, start, end, "deployment", first, EventType.DEPLOYMENT, True, sentence.headline)


def find_threats(parsed: Parsed, concepts_before: tuple[str, ...]) -> list[Mention]:
    """Attacks that are only threatened: "presented an imminent threat to U.S. and coalition forces".

    `concepts_before` are the weapons told last, which "this system" and "they" point back to.
    """
    found: list[Mention] = []
    for i in range(len(parsed.tokens)):
        phrase = parsed.phrase_at.get(i + 1)
        if (i not in parsed.verbs and parsed.lower(i) not in _POSE) or parsed.lower(i) not in _POSE or phrase is None:
            continue
        last = phrase.last
        # "a clear and imminent threat"
        if parsed.lower(last) == "and" and (second := parsed.phrase_at.get(last + 1)) is not None:
            phrase, last = second, second.last
        if phrase.head not in {"threat", "threats"} or parsed.lower(last) != "to":
            continue
        sentence = parsed.sentence
        mention = Mention(
            sentence.number, parsed.start(i), parsed.end(last), "threat", last - 1, EventType.ATTACK, True, sentence.headline
        )
        mention.is_separate = True
        first = parsed.phrase_at[i + 1].first
        words = parsed.view.evidence(parsed.start(first), parsed.end(last)).quote
        mention.slots.append(Slot(Property.OUTCOME, ConceptObject("threatened", words), mention.start, mention.end))
        _instruments(parsed, mention, i, concepts_before)
        _threatened(parsed, mention, last + 1)
        found.append(mention)
    return found


def _instruments(parsed: Parsed, mention: Mention, i: int, concepts_before: tuple[str, ...]) -> None:
    armed = [p for p in parsed.phrases if p.last <= i and p.concepts][-1:]
    speaking = lexicon().is_in(parsed.lower(i - 1), "speech.said")
    subjects = armed if parsed.lower(i - 1) == "," or speaking else parsed.subjects(i)
    for subject in subjects[:1]:
        points_back = subject.head in {"system", "systems", "weapons"} and subject.determiner in {
            "this",
            "these",
            "the",
            "those",
        }
        concepts = subject.concepts or (concepts_before if points_back else ())
        start = parsed.start(subject.first)
        for concept in concepts:
            words = parsed.view.evidence(start, parsed.end(subject.last)).quote
            mention.slots.append(Slot(Property.INSTRUMENT, ConceptObject(concept, words), start, mention.end))


def _threatened(parsed: Parsed, mention: Mention, i: int) -> None:
    """The targets behind "threat to"; a list such as "U.S., coalition, and merchant vessels" is read as one phrase each."""
    for item in parsed.complements(i):
        if item.preposition is not None or item.phrase.kind in {PhraseKind.EVENT, PhraseKind.PLACE, PhraseKind.AREA}:
            break
        add_target(parsed, mention, item.phrase)
