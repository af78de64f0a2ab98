"""What falls from drones and missiles that were shot down: "falling debris damaged a house", told of the shooting down."""

from __future__ import annotations

from belligraph.extract.downings import intercepts
from belligraph.extract.drafts import Draft
from belligraph.extract.lexicon import lexicon, word_set
from belligraph.extract.mentions import Mention, PlaceRef
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import Phrase, PhraseKind
from belligraph.extract.places import place_of
from belligraph.extract.sameness import near
from belligraph.extract.tolls import Toll, is_nothing, new_toll
from belligraph.extract.verbs import is_passive
from belligraph.extract.whereabouts import set_places
from belligraph.model.sheet import ConceptObject, EventType, PlaceKind, Property

__all__ = ["DEBRIS", "FALLING", "does_debris", "host_of_debris", "struck_by_debris"]

DEBRIS = word_set("debris wreckage fragments")
FALLING = word_set("fell falls hit struck landed crashed")
_FALLEN_ON = word_set("on onto into at")
_OPENING = word_set(', but and that " where when while as after :')
_FLYING = word_set("falling flying burning")
_ENDING = word_set("; but while after before when as said says")
_THINGS = frozenset({PhraseKind.THING, PhraseKind.FACILITY})
# how many sentences back the weapons may have been shot down
_REACH = 3


def does_debris(parsed: Parsed, i: int) -> bool:
    """Whether debris did what the word at i tells: "debris from a drone hit a shop", "was hurt by falling debris"."""
    for k in parsed.at(DEBRIS):
        told = parsed.phrase_at.get(k)
        first = told.first if told is not None else k
        first -= parsed.lower(first - 1) in _FLYING
        if k < i:
            before = parsed.lower(first - 1)
            leads = before in _OPENING or not before or first - 1 in parsed.taken or lexicon().is_in(before, "speech.said")
            if leads and not any(parsed.lower(j) in _ENDING for j in range(k, i)):
                return True
            continue
        by = "by" in {parsed.lower(first - 1), parsed.lower(first - 2)} and is_passive(parsed.tokens, i)
        if by and not any(j in parsed.verbs for j in range(i + 1, first)):
            return True
    return False


def struck_by_debris(parsed: Parsed, i: int) -> list[Toll]:
    """ "Debris fell on a house": the house is a target, of whose damage nothing is told; i is the verb."""
    if not parsed.has(DEBRIS) or not does_debris(parsed, i):
        return []
    found: list[Toll] = []
    for item in parsed.complements(i + 1):
        phrase = item.phrase
        if item.is_inner or phrase.kind not in _THINGS or (item.preposition or "on") not in _FALLEN_ON:
            break
        value = ConceptObject("unspecified")
        found.append(new_toll(parsed, Property.TARGET, value, i, phrase.last, i, phrase))
    return found


def host_of_debris(parsed: Parsed, toll: Toll, told: list[Draft], drafts: list[Draft]) -> Draft | None:
    """The shooting down from which the debris came that did what is told; a new event where none was told.

    None where no debris did it.
    """
    if not parsed.has(DEBRIS) or not (does_debris(parsed, toll.token) or _spared(parsed, toll)):
        return None
    number = parsed.sentence.number
    mention = _mention(parsed)
    places = [v for v in mention.values(Property.PLACE) if isinstance(v, PlaceRef)] or _told_in(parsed, mention.token)
    for draft in reversed(told):
        if draft.mentions[-1].sentence < number - _REACH:
            break
        mine = draft.places()
        apart = mine and places and not any(_may_be_at(a, b) for a in mine for b in places)
        if not apart and (intercepts(draft.mentions) or draft.mentions[0].word in DEBRIS):
            return draft
    if is_nothing(toll):
        return None
    own = Draft(EventType.STRIKE, False)
    own.add(mention)
    drafts.append(own)
    told.append(own)
    return own


def _told_in(parsed: Parsed, k: int) -> list[PlaceRef]:
    """The place told behind the debris, whichever of its tolls stands before it."""
    behind = (p for p in parsed.phrases if p.first > k and parsed.lower(p.first - 1) in {"in", "near", "of"})
    return [place for p in behind if (place := place_of(parsed, p)) is not None][:1]


def _may_be_at(one: PlaceRef, other: PlaceRef) -> bool:
    """Whether what was shot down at one place may fall on the other: nothing over a sea falls on a town."""
    return near(one, other) or (one.kind != other.kind and PlaceKind.WATER not in {one.kind, other.kind})


def _mention(parsed: Parsed) -> Mention:
    k = parsed.at(DEBRIS)[0]
    phrase: Phrase | None = parsed.phrase_at.get(k)
    start, end = parsed.start(phrase.first if phrase is not None else k), parsed.end(k + 1)
    sentence = parsed.sentence
    mention = Mention(
        sentence.number, start, end, parsed.lower(k), k, EventType.STRIKE, True, sentence.headline, phrase=phrase
    )
    set_places(parsed, [mention])
    return mention


def _spared(parsed: Parsed, toll: Toll) -> bool:
    """ "Debris damaged a house, but nobody was hurt"."""
    return is_nothing(toll) and any(does_debris(parsed, k) for k in parsed.verbs if k < toll.token)
