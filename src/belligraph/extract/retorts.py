"""Force that is announced as an answer: "vowed to retaliate", "will pay a heavy price", "will be legitimate targets"."""

from __future__ import annotations

from belligraph.extract.fill import add_attacker, add_target, fill_complements
from belligraph.extract.kinds import event_type
from belligraph.extract.lexicon import word_set
from belligraph.extract.mentions import Mention, Slot
from belligraph.extract.nouns import PROMPTING
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import ACTORS, Phrase, PhraseKind
from belligraph.extract.pronouns import add_pronoun
from belligraph.model.sheet import ConceptObject, EventType, Property

__all__ = ["find_retorts"]

_WILL = word_set("will would shall")
_VOWING = word_set("vowed vows vowing threatened threatens threatening pledged promised warned swore")
_ANSWERING = word_set("retaliate avenge respond")
_DEEDS = word_set("killing killings assassination attack attacks strike strikes raid raids bombing")
_REVENGE = word_set("revenge retaliation vengeance reprisals retribution")
_FREQUENT = word_set("frequent regular repeated constant")
_BEING = word_set("be become are remain")
_CUES = _ANSWERING | _REVENGE | _BEING | word_set("pay target targets action")
_NEAR = 4


def find_retorts(parsed: Parsed) -> list[Mention]:
    """The attacks that a sentence threatens by words of answering; each is an event of its own."""
    found: list[Mention] = []
    for i in parsed.at(_CUES):
        word = parsed.lower(i)
        mention = None
        if word in _ANSWERING:
            mention = _retaliating(parsed, i)
        elif word == "pay" and any(parsed.lower(k) == "price" for k in range(i + 2, i + 6)):
            mention = _paying(parsed, i)
        elif word in _REVENGE and _VOWING & {parsed.lower(i - 1), parsed.lower(i - 2)}:
            mention = _revenge(parsed, i)
        elif word in {"target", "targets"} and parsed.lower(i - 1) in _FREQUENT and parsed.lower(i + 1) in {"for", "of"}:
            mention = _frequented(parsed, i)
        elif word == "action" and parsed.lower(i - 1) == "take" and parsed.lower(i + 1) == "against":
            mention = _acting(parsed, i)
        elif word in _BEING and any(parsed.lower(k) == "legitimate" for k in range(i + 1, i + 3)):
            mention = _exposed(parsed, i)
        if mention is not None:
            found.append(mention)
    return found


def _retaliating(parsed: Parsed, i: int) -> Mention | None:
    """ "The group vowed to retaliate", "Freedonia would avenge the raid", "prompting rebels to retaliate"."""
    before = [parsed.lower(k) for k in range(max(i - _NEAR, 0), i)]
    if any(parsed.lower(k) in {"whether", "if"} for k in range(max(i - 2 * _NEAR, 0), i)):
        return None  # "declined to say whether the army would retaliate"
    prompted = parsed.lower(i) == "retaliate" and before[-1:] == ["to"] and bool(set(before) & PROMPTING)
    promised = before[-1:] == ["to"] and bool(set(before) & _VOWING)
    deed = next((k + 1 for k in (i + 1, i + 2) if parsed.lower(k) == "to"), None)
    named = parsed.phrase_at.get(deed) if deed is not None else None
    # "would respond swiftly to the killing"
    promised = promised or (named is not None and named.head in _DEEDS and before[-1:] in (["will"], ["would"]))
    if not (prompted or promised) and (parsed.lower(i) == "respond" or not set(before[-2:]) & _WILL):
        return None
    mention = _threat(parsed, i, i + 1)
    if prompted:
        mention.slots.clear()  # "prompting rebels to retaliate": they did
    for subject in parsed.subjects(i):
        if subject.kind in ACTORS:
            add_attacker(parsed, mention, subject)
    if not mention.actors(Property.ATTACKER):
        add_pronoun(parsed, mention, i - 1)
    if parsed.lower(i) == "retaliate":
        fill_complements(parsed, mention, parsed.complements(i + 1), direct=False)
    return mention if mention.actors(Property.ATTACKER) else None


def _revenge(parsed: Parsed, i: int) -> Mention | None:
    """ "The group vowed revenge against Freedonia"."""
    verb = i - 1 if parsed.lower(i - 1) in _VOWING else i - 2
    mention = _threat(parsed, verb, i + 1)
    for subject in parsed.subjects(verb):
        if subject.kind in ACTORS:
            add_attacker(parsed, mention, subject)
    fill_complements(parsed, mention, parsed.complements(i + 1), direct=False)
    return mention if mention.actors(Property.ATTACKER) or mention.actors(Property.TARGET) else None


def _frequented(parsed: Parsed, i: int) -> Mention | None:
    """ "The base has been a frequent target for militias": a series."""
    phrase, by = parsed.phrase_at.get(i), parsed.phrase_at.get(i + 2)
    if phrase is None or by is None or by.kind not in ACTORS:
        return None
    sentence = parsed.sentence
    start, end = parsed.start(phrase.first), parsed.end(by.last)
    mention = Mention(sentence.number, start, end, "attacked", i, EventType.ATTACK, False, sentence.headline)
    mention.is_series = True
    add_attacker(parsed, mention, by)
    for subject in parsed.subjects(phrase.first - 1):
        add_target(parsed, mention, subject)
    mention.type = event_type(mention)
    return mention if mention.actors(Property.TARGET) else None


def _acting(parsed: Parsed, i: int) -> Mention | None:
    """ "The group threatened to take action against ships"."""
    verb = next((k for k in range(i - 2, max(i - 5, -1), -1) if parsed.lower(k) in _VOWING), None)
    if verb is None:
        return None
    mention = _threat(parsed, verb, i + 1)
    for subject in parsed.subjects(verb):
        if subject.kind in ACTORS:
            add_attacker(parsed, mention, subject)
    fill_complements(parsed, mention, parsed.complements(i + 1), direct=False)
    return mention if mention.actors(Property.TARGET) else None


def _paying(parsed: Parsed, i: int) -> Mention | None:
    """ "The rebels will pay a heavy price"."""
    made = parsed.phrase_at.get(i - 1)
    makes = made is not None and parsed.lower(made.first - 1) == "make" and parsed.lower(made.first - 2) in _WILL
    will = next((k for k in range(i - 1, max(i - _NEAR - 3, -1), -1) if parsed.lower(k) in _WILL), None)
    if not makes and will is None:
        return None
    price = next(k for k in range(i + 2, i + 6) if parsed.lower(k) == "price")
    # "will have to prepare to pay": who will
    whom = [made] if makes and made is not None else parsed.subjects(i if will is None or will > i - 3 else will)
    return _aimed_at(parsed, i, price + 1, whom)


def _exposed(parsed: Parsed, i: int) -> Mention | None:
    """ "The ships will become a legitimate target"."""
    target = next((k for k in range(i + 1, i + 5) if parsed.lower(k) in {"target", "targets"}), None)
    return (
        _aimed_at(parsed, i, target + 1, parsed.subjects(i)) if target is not None and parsed.lower(i - 1) in _WILL else None
    )


def _aimed_at(parsed: Parsed, i: int, last: int, whom: list[Phrase]) -> Mention | None:
    mention = _threat(parsed, i, last)
    for subject in whom:
        if subject.kind in ACTORS or subject.kind is PhraseKind.THING:
            add_target(parsed, mention, subject)
    return mention if mention.actors(Property.TARGET) else None


def _threat(parsed: Parsed, i: int, last: int) -> Mention:
    sentence = parsed.sentence
    start, end = parsed.start(i), parsed.end(last)
    mention = Mention(sentence.number, start, end, "retaliation", i, EventType.ATTACK, False, sentence.headline)
    mention.is_separate = True
    words = parsed.view.evidence(start, end).quote
    mention.slots.append(Slot(Property.OUTCOME, ConceptObject("threatened", words), start, end))
    return mention
