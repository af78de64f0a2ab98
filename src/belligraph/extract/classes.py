"""What a noun phrase names, by its head or by the name that it is; and where a titled person's own name begins."""

from __future__ import annotations

from belligraph.extract.lexicon import Lexicon, NameKind, lexicon, word_set
from belligraph.extract.names import concepts_of
from belligraph.extract.phrase import Phrase, PhraseKind
from belligraph.extract.tokens import Token
from belligraph.model.sheet import ActorKind

__all__ = ["SHIP_PREFIXES", "VESSELS", "classed", "names_ship", "person_start"]

_BASES = word_set("base camp site fort outpost")
SHIP_PREFIXES = word_set("uss hms m/v mv m/t mt usns")
VESSELS = word_set("tanker freighter destroyer frigate trawler")
_DEFENDING = word_set("systems system battery batteries units unit")
_DEFENSE = word_set("defense defence")
_SHIELDS = word_set("air missile aerial")
_UNDER_FIRE = [[verb, "under"] for verb in ("come", "came", "comes", "coming")]
_FORCEFUL = word_set("combat strike bombing kinetic self-defense self-defence counterterrorism partnered defeat")
_RESULTS = word_set("killed against targeting resulted resulting")
_NEAR = 9
_KIND_OF_HEAD = {
    "force": PhraseKind.FORCE,
    "group": PhraseKind.GROUP,
    "civilians": PhraseKind.PEOPLE,
    "official": PhraseKind.OFFICIAL,
    "body": PhraseKind.BODY,
    "media": PhraseKind.MEDIA,
    "vehicle": PhraseKind.THING,
    "thing": PhraseKind.THING,
    "weapon": PhraseKind.THING,
    "facility": PhraseKind.FACILITY,
    "area": PhraseKind.AREA,
}
_KIND_OF_NAME = {
    NameKind.COUNTRY: PhraseKind.STATE,
    NameKind.DEMONYM: PhraseKind.STATE,
    NameKind.GROUP: PhraseKind.GROUP,
    NameKind.PLACE: PhraseKind.PLACE,
}
_KIND_OF_BODY = {"armed_force": PhraseKind.FORCE, "media": PhraseKind.MEDIA}
_CENTERS = word_set("center centers centre centres node nodes")
_WORKING = word_set(
    """command control operations training communications intelligence logistics detention medical storage supply launch
    shopping community health education cultural business trade youth sports convention recreation distribution"""
)


def names_ship(tokens: list[Token], k: int) -> bool:
    """Whether a ship's name follows the word at k: "USS Stone", "Motor Vessel Stone", "the tanker Stone Bay"."""
    if not tokens[k + 1].is_capital:
        return False
    vessel = tokens[k].lower in VESSELS and not tokens[k].is_capital
    motor = tokens[k].text == "Vessel" and tokens[k - 1].text in {"Motor", "Merchant"}
    return tokens[k].lower in SHIP_PREFIXES or vessel or motor


def classed(lex: Lexicon, tokens: list[Token], phrase: Phrase) -> Phrase:
    """The phrase with its kind and the weapons that it names."""
    phrase.concepts = concepts_of(tokens, phrase.core, phrase.last)
    entity = phrase.entity
    if entity is not None:
        if entity.name.kind is NameKind.DEMONYM and phrase.figure is not None:
            phrase.kind = PhraseKind.PEOPLE  # "four Sylvanians"
            return phrase
        kind = _KIND_OF_NAME.get(entity.name.kind)
        phrase.kind = kind or _KIND_OF_BODY.get(str(entity.name.actor), PhraseKind.BODY)
        return phrase
    if phrase.head == "mission" and any(n.name.actor is ActorKind.ORGANISATION for n in phrase.names):
        phrase.kind = PhraseKind.BODY
        return phrase
    if phrase.last - phrase.core > 1 and any(names_ship(tokens, k) for k in range(phrase.core, phrase.last - 1)):
        phrase.kind, phrase.head = PhraseKind.THING, "ship"
        return phrase
    if lex.is_in(phrase.head, "nouns.attack", "nouns.strike", "nouns.campaign"):
        forceful = phrase.head not in lex.words["nouns.neutral"] or _is_of_force(tokens, phrase)
        phrase.kind = PhraseKind.EVENT if forceful else PhraseKind.OTHER
        return phrase
    if phrase.head in {"group", "groups"} and tokens[phrase.last - 2].lower in {"strike", "ready", "carrier", "task"}:
        phrase.kind = PhraseKind.FORCE
        return phrase
    if phrase.head == "bombers" and tokens[phrase.last - 2].lower == "suicide":
        phrase.kind = PhraseKind.GROUP
        return phrase
    if phrase.head in {"center", "centre"} and any(n.name.kind is NameKind.BODY for n in phrase.names):
        phrase.kind = PhraseKind.BODY
        return phrase
    if phrase.head in _CENTERS and phrase.last - 2 >= phrase.core and tokens[phrase.last - 2].lower in _WORKING:
        phrase.kind = PhraseKind.FACILITY
        return phrase
    if phrase.head in {"wing", "arm"} and tokens[phrase.last - 2].lower in {"media", "political", "information"}:
        phrase.kind = PhraseKind.BODY
        return phrase
    if phrase.head in {"wing", "arm"} and tokens[phrase.last - 2].lower in {"armed", "military", "militant"}:
        phrase.kind = PhraseKind.GROUP
        return phrase
    if phrase.head in {"member", "members"} and tokens[phrase.last - 2].lower == "service":
        phrase.kind = PhraseKind.FORCE
        return phrase
    if phrase.head == "fire" and [t.lower for t in tokens[max(phrase.first - 2, 0) : phrase.first]] in _UNDER_FIRE:
        phrase.kind = PhraseKind.EVENT
        return phrase
    if phrase.head == "fire" and phrase.last - 2 >= phrase.core and _is_fired(lex, tokens, phrase):
        phrase.kind = PhraseKind.EVENT
        return phrase
    if phrase.head in _DEFENDING and phrase.last - 2 >= phrase.core and tokens[phrase.last - 2].lower in _DEFENSE:
        phrase.kind = PhraseKind.FORCE
        return phrase
    if phrase.head in _DEFENSE and phrase.last - 2 >= phrase.core and tokens[phrase.last - 2].lower in _SHIELDS:
        phrase.kind = PhraseKind.FORCE
        return phrase
    if phrase.head == "coalition" and phrase.determiner in {"the", "a"}:
        phrase.kind = PhraseKind.FORCE
        return phrase
    if phrase.head == "partners" and any(n.name.kind in {NameKind.COUNTRY, NameKind.DEMONYM} for n in phrase.names):
        phrase.kind = PhraseKind.FORCE  # "U.S. forces and Iraqi partners"
        return phrase
    if phrase.head in lex.heads:
        phrase.kind = _KIND_OF_HEAD[lex.heads[phrase.head]]
        return phrase
    closed = tokens[phrase.last - 1].text == ")" and phrase.last - 4 >= phrase.core
    last = tokens[phrase.last - 4 if closed else phrase.last - 1]  # "the Northern Liberation Front (NLF)"
    if last.text.isdigit() and phrase.last - phrase.core > 1 and phrase.determiner is None:
        last = tokens[phrase.last - 2]  # "Tower 22"
    if (
        phrase.concepts
        and concepts_of(tokens, max(phrase.core, phrase.last - 2), phrase.last)
        and concepts_of(tokens, phrase.core, phrase.last - 1) != phrase.concepts
    ):
        phrase.kind = PhraseKind.THING
        return phrase
    if last.is_capital and any(
        tokens[k].is_capital and tokens[k].lower in _BASES for k in range(phrase.core, phrase.last - 1)
    ):
        # "Patrol Base Mirefield", "Camp Mirefield"
        phrase.kind = PhraseKind.FACILITY
    elif _person_start(lex, tokens, phrase) is not None:
        phrase.kind = PhraseKind.PERSON
    elif last.is_capital or (last.text.isdigit() and phrase.last - 1 > phrase.core and tokens[phrase.last - 2].is_capital):
        # "Tower 22"; "two F-15 Eagles" are planes
        phrase.kind = PhraseKind.THING if phrase.concepts else PhraseKind.NAME
    elif last.text[0].isalpha() and "-" in last.text and any(c.isupper() for c in last.text):
        # "two F-15 Eagles" are planes
        phrase.kind = PhraseKind.THING if phrase.concepts else PhraseKind.NAME
    return phrase


def _is_of_force(tokens: list[Token], phrase: Phrase) -> bool:
    """Whether a mission or an engagement is told to be one of force: "a combat mission", "a mission that killed two"."""
    front = {t.lower for t in tokens[phrase.first : phrase.last]} & _FORCEFUL
    after = {t.lower for t in tokens[phrase.last : phrase.last + _NEAR]}
    if phrase.head in {"action", "actions"}:
        return bool(front & {"kinetic", "self-defense", "self-defence"})
    return bool(front) or (bool(after & _RESULTS) and not phrase.names)


def _is_fired(lex: Lexicon, tokens: list[Token], phrase: Phrase) -> bool:
    """Whether "fire" is force, by the weapon or the owner before it: "rocket fire", "Sylvanian fire"."""
    known = any(n.last == phrase.last - 1 and n.name.actor is not None for n in phrase.names)
    known = known or tokens[phrase.last - 2].lower in {"tank", "artillery", "naval", "machine-gun", "sniper", "enemy"}
    return known or bool(concepts_of(tokens, phrase.last - 2, phrase.last - 1))


def _person_start(lex: Lexicon, tokens: list[Token], phrase: Phrase) -> int | None:
    """The first token of the person's own name behind a title; None if the phrase is no titled name."""
    titled = None
    for i in range(phrase.core, phrase.last):
        word = tokens[i].lower
        if word in lex.titles["before_name"] and not any(n.first <= i < n.last for n in phrase.names):
            titled = i + 1
    if titled is not None and titled < phrase.last and tokens[titled].text == ".":
        titled += 1
    if titled is not None and titled + 2 < phrase.last and tokens[titled].lower == "of":
        titled += 2
    if titled is None or titled >= phrase.last:
        return None
    rest = tokens[titled : phrase.last]
    return titled if all(t.is_capital or t.text in '".' or "-" in t.text for t in rest) else None


def person_start(tokens: list[Token], phrase: Phrase) -> int:
    """The first token of the person's own name in a titled name."""
    return _person_start(lexicon(), tokens, phrase) or phrase.core
