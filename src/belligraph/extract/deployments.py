"""Forces stationed or moved: "has 900 troops in Syria", "stationed at a base", "deployed a squadron to the coast"."""

from __future__ import annotations

from dataclasses import replace

from belligraph.extract.actors import ActorRef, actor_of
from belligraph.extract.fill import add_place
from belligraph.extract.lexicon import lexicon, word_set
from belligraph.extract.mentions import Mention, Slot
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import Phrase, PhraseKind
from belligraph.extract.quantities import number_at
from belligraph.extract.tolls import HARM, quantity
from belligraph.extract.verbs import is_passive
from belligraph.model.sheet import ActorKind, DateObject, EventType, Property

__all__ = ["find_deployments"]

_STATIONED = word_set("stationed based deployed positioned operating")
_HAS = word_set("has have maintains keeps maintain keep")
_STILL = word_set("still also currently now already that")
_ARE = word_set("are were")
_REMAIN = word_set("remain remained are were serve")
_SHIPS = word_set("ship ships warship warships destroyer destroyers frigate submarine carrier fleet")
_HOSTING = word_set("host hosts hosted hosting house houses housed housing")
_INTO = word_set("to into")
_AROUND = word_set("in across around throughout near along")


def find_deployments(parsed: Parsed) -> list[Mention]:
    """The deployments that a sentence tells: troops that a state has somewhere, and forces stationed at a place."""
    found: list[Mention] = []
    for phrase in parsed.phrases:
        if phrase.kind is not PhraseKind.FORCE and not (phrase.head == "personnel" and phrase.names):
            continue
        if parsed.lower(phrase.first - 1) in HARM or {parsed.lower(phrase.first - n) for n in (1, 2)} == {"deaths", "of"}:
            continue  # "killed three soldiers stationed in the town"
        if _are_harmed(parsed, phrase):
            continue  # "soldiers stationed in the town were killed"
        k = phrase.last
        while parsed.lower(k) in {"who", "that", "are", "were", "is", "was", "currently", "already", "still"}:
            k += 1
        where = parsed.phrase_at.get(k + 2)
        placed = parsed.lower(k) in {"in", "at", "near"} and k == phrase.last and bool(phrase.names)
        if placed and parsed.lower(phrase.first - 1) in _HOSTING and (site := parsed.phrase_at.get(k + 1)) is not None:
            found += _deployed(parsed, phrase, actor_of(parsed, phrase), site, phrase.first - 1)
        elif (
            parsed.lower(k) in _STATIONED
            and where is not None
            and parsed.lower(k + 1) in {"in", "at", "on", "near", "to", "across"}
        ):
            found += _deployed(parsed, phrase, actor_of(parsed, phrase), where, phrase.first)
        elif phrase.figure is not None and (owner := _owner(parsed, phrase)) is not None:
            where = _where(parsed, phrase)
            if where is not None:
                found += _had(parsed, owner, phrase, where)
    told = {id(s.phrase) for m in found for s in m.slots}
    return found + [m for m in _moved(parsed) if not any(s.phrase is not None and id(s.phrase) in told for s in m.slots)]


def _are_harmed(parsed: Parsed, phrase: Phrase) -> bool:
    hurt = (k for k in parsed.at(HARM) if k >= phrase.last and is_passive(parsed.tokens, k))
    return any(phrase in parsed.subjects(k) for k in hurt)


def _owner(parsed: Parsed, troops: Phrase) -> Phrase | None:
    """Whose counted troops are: of the state that "has" or "maintains" them, or that their own phrase names."""
    k = troops.first - 1
    while parsed.lower(k) in _STILL:
        k -= 1
    owner = parsed.phrase_at.get(k - 1 - (parsed.lower(k - 1) in _STILL))
    if parsed.lower(k) in _HAS and owner is not None and owner.kind in {PhraseKind.STATE, PhraseKind.FORCE}:
        return owner
    return troops if troops.names else None


def _where(parsed: Parsed, troops: Phrase) -> Phrase | None:
    """Where counted troops are told to be: "has 900 troops in X", "900 troops remain in X", "in X, 900 troops are"."""
    k = troops.last
    while parsed.lower(k) in _STILL:
        k += 1
    before = troops.first - 1
    there = parsed.lower(before) in _HAS | _ARE or parsed.lower(before) in _STILL
    if parsed.lower(k) in _REMAIN or (there and k == troops.last):
        k += parsed.lower(k) in _REMAIN
        k += parsed.lower(k) in _STATIONED
        return parsed.phrase_at.get(k + 1) if parsed.lower(k) == "in" else None
    front = parsed.phrase_at.get(1)
    if parsed.lower(0) == "in" and parsed.lower(k) in _ARE and front is not None and front.last + 1 == troops.first:
        return front
    return None


def _when(parsed: Parsed, where: Phrase) -> list[Slot]:
    """The time right behind the place: "sent troops to Freedonia in 2011"."""
    end = parsed.end(where.last)
    time = next((t for t in parsed.times if end <= t.start <= end + 2 and not t.is_beside), None)
    if time is None:
        return []
    words = parsed.view.evidence(time.start, time.end).quote
    return [Slot(Property.DATE, DateObject(time.date, words), parsed.start(where.first), time.end)]


def _moved(parsed: Parsed) -> list[Mention]:
    """ "Deployed a carrier strike group to the gulf", "two frigates were sent to the coast"."""
    found: list[Mention] = []
    for i in parsed.at(lexicon().words["movement.deploy"]):
        if i in parsed.phrase_at:
            continue
        complements = list(parsed.complements(i + 1))
        if is_passive(parsed.tokens, i):
            forces = [p for p in parsed.subjects(i) if _is_force(p)]
        else:
            forces = [c.phrase for c in complements if c.preposition is None and _is_force(c.phrase)]
        places = [c for c in complements if not _is_force(c.phrase)]
        where = next((c.phrase for c in places if c.preposition in _INTO), None)
        where = where or next((c.phrase for c in places if c.preposition in _AROUND), None)
        if not forces or where is None:
            continue
        mention = _deployment(parsed, min(i, forces[0].first), where.last)
        mention.token = i
        mention.slots += _when(parsed, where)
        if not add_place(parsed, mention, where) and not any(p.figure is not None for p in forces):
            continue
        for phrase in forces:
            mention.slots.append(Slot(Property.FORCE, actor_of(parsed, phrase), mention.start, mention.end, phrase=phrase))
        sized = forces[0]
        if sized.figure is not None and sized.kind is PhraseKind.FORCE:
            size = quantity(parsed, sized.figure, parsed.text(sized.core, sized.last))
            mention.slots.append(Slot(Property.SIZE, size, mention.start, mention.end))
        found.append(mention)
    return found


def _is_force(phrase: Phrase) -> bool:
    if phrase.kind is PhraseKind.FORCE:
        return phrase.entity is None or phrase.figure is not None
    return phrase.kind is PhraseKind.THING and (phrase.is_crewed or phrase.head in _SHIPS)


def _deployed(parsed: Parsed, phrase: Phrase, force: ActorRef, where: Phrase, first: int) -> list[Mention]:
    mention = _deployment(parsed, first, where.last)
    if not add_place(parsed, mention, where) and phrase.figure is None:
        return []
    mention.slots.append(Slot(Property.FORCE, force, mention.start, parsed.end(where.last), phrase=phrase))
    if phrase.figure is not None:
        size = quantity(parsed, phrase.figure, parsed.text(phrase.core, phrase.last))
        mention.slots.append(Slot(Property.SIZE, size, mention.start, parsed.end(where.last)))
    return [mention]


def _had(parsed: Parsed, owner: Phrase, troops: Phrase, where: Phrase) -> list[Mention]:
    """ "The U.S. has 900 troops in Syria and 2,500 in Iraq": one deployment for each country."""
    kind = parsed.text(troops.core, troops.last)
    state = actor_of(parsed, owner)
    force = ActorRef(
        state.key if owner is troops else f"force:{state.key} {troops.head.removesuffix('s')}",
        kind if owner is troops else f"{state.name} {kind}",
        ActorKind.ARMED_FORCE,
        True,
        parsed.start(min(owner.first, troops.first)),
        parsed.end(troops.last),
        state.family,
    )
    found: list[Mention] = []
    figure, first, place_phrase = troops.figure, min(owner.first, where.first), where
    while figure is not None:
        mention = _deployment(parsed, first if not found else figure.first, place_phrase.last)
        if not add_place(parsed, mention, place_phrase) and place_phrase.head not in {"country", "region"}:
            break
        start, end = parsed.start(first), parsed.end(max(place_phrase.last, troops.last))
        mention.slots = [replace(s, start=start, end=end) for s in mention.slots]
        mention.slots.append(Slot(Property.FORCE, force, start, end))
        mention.slots.append(Slot(Property.SIZE, quantity(parsed, figure, kind), start, end))
        found.append(mention)
        k = place_phrase.last
        if parsed.lower(k) not in {"and", ",", "while"}:
            break
        k += 2 if parsed.lower(k + 1) in {"and", "while"} else 1
        figure = number_at(parsed.tokens, k)
        at = figure.last + (parsed.lower(figure.last) in _REMAIN) if figure is not None else k
        following = parsed.phrase_at.get(at + 1)
        if following is None or figure is None or parsed.lower(at) != "in":
            break
        place_phrase = following
    return found


def _deployment(parsed: Parsed, first: int, last: int) -> Mention:
    sentence = parsed.sentence
    start, end = parsed.start(first), parsed.end(last)
    return Mention(sentence.number, start, end, "deployment", first, EventType.DEPLOYMENT, True, sentence.headline)
