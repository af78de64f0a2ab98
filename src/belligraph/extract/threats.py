"""Attacks only threatened or planned: "an imminent threat to ships", "continue to threaten", "loaded to be fired"."""

from __future__ import annotations

from functools import cache

from belligraph.extract.fill import add_actor, add_attacker, add_concepts, add_place, add_target, fill_complements
from belligraph.extract.lexicon import lexicon, word_set
from belligraph.extract.mentions import Mention, Slot
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import ACTORS, Phrase, PhraseKind
from belligraph.extract.places import PLACE_PREPOSITIONS
from belligraph.model.sheet import ConceptObject, EventType, Property

__all__ = ["find_plans", "find_threats"]

_THREATS = frozenset(["threat", "threats"])
_POSE = word_set("posed poses posing pose presented presents presenting represented")


def find_threats(parsed: Parsed, concepts_before: tuple[str, ...]) -> list[Mention]:
    """Attacks that are only threatened: "presented an imminent threat to U.S. and coalition forces".

    `concepts_before` are the weapons told last, which "this system" and "they" point back to.
    """
    found: list[Mention] = []
    for i in parsed.at(_POSE):
        phrase = parsed.phrase_at.get(i + 1)
        if phrase is None:
            continue
        while phrase.head not in {"threat", "threats"} and (second := _behind_joint(parsed, phrase.last)) is not None:
            phrase = second  # "a clear and imminent threat", "a direct, immediate, and grave threat"
        last = phrase.last
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
        for subject in parsed.subjects(i):
            if subject.kind is PhraseKind.GROUP:
                add_attacker(parsed, mention, subject)
        _instruments(parsed, mention, i, concepts_before)
        _threatened(parsed, mention, last + 1)
        found.append(mention)
    return found


def _behind_joint(parsed: Parsed, k: int) -> Phrase | None:
    """The phrase behind the comma or "and" at k."""
    while parsed.lower(k) in {",", "and"}:
        k += 1
    return parsed.phrase_at.get(k)


def _instruments(parsed: Parsed, mention: Mention, i: int, concepts_before: tuple[str, ...]) -> None:
    armed = [p for p in parsed.phrases if p.last <= i and p.concepts][-1:]
    speaking = lexicon().is_in(parsed.lower(i - 1), "speech.said")
    subjects = armed if parsed.lower(i - 1) == "," or speaking else parsed.subjects(i)
    if parsed.lower(i - 1) in {"they", "it"}:
        subjects = armed
        if not armed:
            words = parsed.view.evidence(parsed.start(i - 1), parsed.end(i)).quote
            mention.slots += [
                Slot(Property.INSTRUMENT, ConceptObject(c, words), parsed.start(i - 1), mention.end) for c in concepts_before
            ]
    for subject in subjects:
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
        if not add_target(parsed, mention, item.phrase) and item.phrase.is_plural:
            add_actor(parsed, mention, Property.TARGET, item.phrase)  # "to our partners and allies"
        k = item.phrase.last
        if (parsed.lower(k), parsed.lower(k + 1)) == ("and", "to"):
            _threatened(parsed, mention, k + 2)  # "a threat to merchant vessels and to navy ships"


def find_plans(parsed: Parsed) -> list[Mention]:
    """What was only to come, and what endangers without a blow being told.

    "Missiles prepared to launch", "continue to threaten shipping", "reckless behavior by X endangers mariners",
    "in response to the threats in the Red Sea".
    """
    lex = lexicon()
    found: list[Mention] = []
    for i in parsed.at(_plan_cues()):
        word, phrase = parsed.lower(i), parsed.phrase_at.get(i)
        mention = None
        if word in lex.words["threats.ready"]:
            mention = _planned(parsed, i)
        elif word in lex.words["threats.endanger"] and parsed.lower(i - 1) in {"were", "was", "are", "is"}:
            mention = _menacing(parsed, i)
        elif word in lex.words["threats.endanger"] and parsed.lower(i - 1) == "to":
            mention = _continued(parsed, i)
        elif phrase is not None and i == phrase.last - 1 and word in lex.words["threats.conduct"]:
            mention = _conduct(parsed, phrase)
        elif phrase is not None and i == phrase.last - 1 and word in _THREATS:
            mention = _answered(parsed, phrase)
        if mention is not None:
            found.append(mention)
    return found


@cache
def _plan_cues() -> frozenset[str]:
    return lexicon().union("threats.ready", "threats.endanger", "threats.conduct") | _THREATS


def _new(parsed: Parsed, first: int, last: int, i: int, *, series: bool) -> Mention:
    sentence = parsed.sentence
    start, end = parsed.start(first), parsed.end(last)
    mention = Mention(sentence.number, start, end, "threat", i, EventType.ATTACK, True, sentence.headline)
    mention.is_separate, mention.is_series = True, series
    return mention


def _outcome(parsed: Parsed, mention: Mention, concept: str, first: int, last: int) -> None:
    words = parsed.view.evidence(parsed.start(first), parsed.end(last)).quote
    start, end = min(mention.start, parsed.start(first)), max(mention.end, parsed.end(last))
    mention.slots.append(Slot(Property.OUTCOME, ConceptObject(concept, words), start, end))


def _planned(parsed: Parsed, i: int) -> Mention | None:
    """ "Missiles that were prepared to launch against ships", "loaded to be fired"."""
    k = i + 1
    while parsed.lower(k) in {"to", "be", "for"}:
        k += 1
    if k == i + 1 or not lexicon().is_in(parsed.lower(k), "verbs.launch") or parsed.lower(k) in {"use", "used", "using"}:
        return None
    subjects = parsed.subjects(i)
    before = parsed.phrase_at.get(i - 1)
    relative = parsed.lower(i - 1) in {"were", "was", "are", "is", "been"} and parsed.lower(i - 2) in {"that", "which"}
    if relative and not any(p.concepts or p.kind in ACTORS for p in subjects):
        subjects = [p for p in parsed.phrases if p.last < i and p.concepts][-1:]
    weapons = [p for p in subjects if p.concepts] or ([before] if before is not None and before.concepts else [])
    actors = [p for p in subjects if p.kind in ACTORS]
    following = parsed.phrase_at.get(k + 1)
    armed = following if following is not None and following.concepts else None
    if not weapons and not (actors and armed is not None):
        return None
    first = weapons[0].first if weapons else actors[0].first
    mention = _new(parsed, first, k + 1, i, series=False)
    _outcome(parsed, mention, "planned", i, k + 1)
    for weapon in [*weapons, *([armed] if armed is not None else [])]:
        words = parsed.view.evidence(parsed.start(weapon.first), parsed.end(weapon.last)).quote
        end = max(mention.end, parsed.end(weapon.last))
        mention.slots += [Slot(Property.INSTRUMENT, ConceptObject(c, words), mention.start, end) for c in weapon.concepts]
    for actor in actors:
        add_attacker(parsed, mention, actor)
    fill_complements(parsed, mention, parsed.complements(k + 1), direct=False, weapon_first=True)
    return mention


def _menacing(parsed: Parsed, i: int) -> Mention | None:
    """ "Missiles that were threatening ships in the gulf"."""
    weapons = [p for p in parsed.subjects(i) if p.is_weapon]
    if not weapons or not parsed.lower(i).endswith("ing"):
        return None
    mention = _new(parsed, i, i + 1, i, series=False)
    _outcome(parsed, mention, "threatened", i, i + 1)
    for weapon in weapons:
        add_concepts(parsed, mention, weapon)
    _endangered(parsed, mention, i + 1)
    return mention if mention.actors(Property.TARGET) else None


def _continued(parsed: Parsed, i: int) -> Mention | None:
    """ "The militants continue to threaten shipping lanes in the strait"."""
    verb = i - 2
    if parsed.lower(verb) not in {"continue", "continues", "continued", "continuing"}:
        return None
    subjects = [p for p in parsed.subjects(verb) if p.kind in ACTORS and (p.names or p.kind is PhraseKind.GROUP)]
    if not subjects:
        return None
    mention = _new(parsed, subjects[0].first, i + 1, i, series=True)
    for subject in subjects:
        add_attacker(parsed, mention, subject)
    if parsed.lower(i).startswith(("threat", "menac")):
        _outcome(parsed, mention, "threatened", verb, i + 1)
    _endangered(parsed, mention, i + 1)
    return mention if mention.actors(Property.TARGET) else None


def _conduct(parsed: Parsed, phrase: Phrase) -> Mention | None:
    """ "Malign behavior by X … endangers the lives of mariners across the sea"."""
    lex = lexicon()
    doer = phrase.possessor
    k = phrase.last
    if parsed.lower(k) in {"by", "of"} and (named := parsed.phrase_at.get(k + 1)) is not None:
        doer, k = named, named.last
    if doer is None or doer.kind not in ACTORS:
        return None
    verbs = [j for j in range(k, len(parsed.tokens)) if lex.is_in(parsed.lower(j), "threats.endanger")]
    if not verbs:
        return None
    mention = _new(parsed, phrase.first, k, phrase.last - 1, series=True)
    add_attacker(parsed, mention, doer)
    for j in verbs:
        _endangered(parsed, mention, j + 1)
    for j in range(verbs[-1], len(parsed.tokens)):
        if parsed.lower(j) in {"disrupt", "disrupts", "disrupting"}:
            _endangered(parsed, mention, j + 1, places_only=True)
    return mention if mention.actors(Property.TARGET) else None


def _endangered(parsed: Parsed, mention: Mention, i: int, *, places_only: bool = False) -> None:
    """Who and what follows a verb of endangering, and where."""
    lives = False
    for item in parsed.complements(i):
        phrase = item.phrase
        plain = item.preposition is None and not places_only and phrase.kind is not PhraseKind.OTHER
        lives = item.preposition == "of" and (lives or parsed.lower(phrase.first - 2) in {"lives", "safety", "life"})
        if plain or lives:
            add_target(parsed, mention, phrase)
        elif item.preposition in PLACE_PREPOSITIONS or (item.preposition is None and phrase.kind is PhraseKind.PLACE):
            add_place(parsed, mention, phrase)


def _answered(parsed: Parsed, phrase: Phrase) -> Mention | None:
    """ "In response to the threats in the gulf": threats that force answered."""
    before = [parsed.lower(k) for k in range(max(phrase.first - 2, 0), phrase.first)]
    if before not in (["response", "to"], ["responding", "to"], ["retaliation", "for"]):
        return None
    if parsed.lower(phrase.last) not in {"in", "from", "by", "against", "to"}:
        return None
    mention = _new(parsed, phrase.first, phrase.last, phrase.last - 1, series=phrase.head == "threats")
    _outcome(parsed, mention, "threatened", phrase.last - 1, phrase.last)
    for item in parsed.complements(phrase.last):
        if item.preposition in {"from", "by"}:
            add_attacker(parsed, mention, item.phrase)
        elif item.preposition in {"against", "to"}:
            add_target(parsed, mention, item.phrase)
        elif item.preposition in PLACE_PREPOSITIONS:
            add_place(parsed, mention, item.phrase)
    return mention
