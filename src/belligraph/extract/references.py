"""Whom words point back to across sentences: "the militants", and the "it" or "they" at a sentence's start."""

from __future__ import annotations

from itertools import pairwise

from belligraph.extract.classes import SHIP_PREFIXES, VESSELS, names_ship
from belligraph.extract.lexicon import NameKind, lexicon, word_set
from belligraph.extract.names import Known
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import ACTORS, Phrase, PhraseKind

__all__ = ["resolve_descriptions", "resolve_pronouns"]

_RECALL = 3
# how many words may stand before whom a sentence is about: "In January, the rebels …"
_OPENING = 5
_DESCRIBED = word_set("group militia faction movement organization organisation")
_DESCRIPTIONS = word_set("group militants rebels movement militia insurgents fighters terrorists")


def resolve_pronouns(sentences: list[Parsed]) -> None:
    """Let "it" and "they" stand for the subject of the sentence before: its first state, force or group.

    Not one that a preposition governs: "In Freedonia, officials said" speaks of nobody who attacks.
    """
    for before, parsed in pairwise(sentences):
        first = next((p for p in before.phrases if _may_be_meant(p)), None)
        if first is not None and before.lower(first.first - 1) not in lexicon().words["stop.prepositions"]:
            parsed.antecedent = (before, first)
        thing = next((p for p in before.phrases if p.is_weapon_or_vessel), None)
        parsed.thing = (before, thing) if thing is not None else None


def _may_be_meant(phrase: Phrase) -> bool:
    """Whether "it" may mean a phrase: a state, force, group or ministry, but not "its forces", which points back itself."""
    body = phrase.kind is PhraseKind.BODY and phrase.possessor is not None and bool(phrase.possessor.names)
    return (phrase.kind in ACTORS or body) and not phrase.possessed and phrase.determiner not in {"no", "its", "their"}


def resolve_descriptions(sentences: list[Parsed]) -> None:
    """Let "the group" and "the militants" stand for the armed group named last, if that was a few sentences ago at most."""
    last: tuple[int, Known] | None = None
    lead: tuple[int, Known] | None = None
    called: dict[str, Known] = {}  # "Houthi rebels" are "the rebels" from then on
    ships: dict[str, str] = {}
    for parsed in sentences:
        _name_ships(parsed, ships)
        number = parsed.sentence.number
        led = lead if lead is not None and number - lead[0] == 1 else None
        lead = _lead(parsed, number)
        for phrase in parsed.phrases:
            groups = [n for n in phrase.names if n.name.kind is NameKind.GROUP]
            if not groups and (named := _named_behind(parsed, phrase)) is not None:
                phrase.resolved = named
                continue
            if groups:
                last = (number, groups[0])
                if phrase.head in _DESCRIPTIONS and phrase.kind is PhraseKind.GROUP:
                    called[phrase.head] = groups[0]
            elif last is not None and number - last[0] <= _RECALL and _points_back(phrase):
                # "The group" that opens a sentence is what the sentence before was about
                meant = led[1] if led is not None and phrase.first == 0 else last[1]
                phrase.resolved = called.get(phrase.head, meant)


def _named_behind(parsed: Parsed, phrase: Phrase) -> Known | None:
    """The group whose name follows what it is: "an Iran-aligned faction, Harakat al-Nujaba, fired"."""
    if phrase.kind is not PhraseKind.GROUP or phrase.determiner not in {"a", "an"} or parsed.lower(phrase.last) != ",":
        return None
    name = parsed.phrase_at.get(phrase.last + 1)
    known = name.entity if name is not None and parsed.lower(name.last) == "," and name.first == phrase.last + 1 else None
    single = not phrase.is_plural and phrase.head in _DESCRIBED
    return known if single and known is not None and known.name.kind is NameKind.GROUP else None


def _lead(parsed: Parsed, number: int) -> tuple[int, Known] | None:
    """The armed group that a sentence begins with."""
    first = next((p for p in parsed.phrases if p.kind in ACTORS), None)
    if first is None or first.possessed or first.kind is not PhraseKind.GROUP or first.first > _OPENING:
        return None
    group = next((n for n in first.names if n.name.kind is NameKind.GROUP), None)
    return (number, group) if group is not None and parsed.lower(first.first - 1) in {"", ","} else None


def _name_ships(parsed: Parsed, ships: dict[str, str]) -> None:
    """Let "the Stone" be the USS Stone that the text has named before."""
    for phrase in parsed.phrases if ships or parsed.has(SHIP_PREFIXES | VESSELS) else ():
        at = next((k for k in range(phrase.core, phrase.last - 1) if names_ship(parsed.tokens, k)), None)
        if at is not None and phrase.head == "ship":
            ships[parsed.lower(phrase.last - 1)] = parsed.text(at, phrase.last)
        elif phrase.kind is PhraseKind.NAME and phrase.determiner == "the" and phrase.core == phrase.last - 1:
            meant = ships.get(parsed.lower(phrase.core))
            if meant is not None and parsed.tokens[phrase.core].is_capital:
                phrase.kind, phrase.head, phrase.meant = PhraseKind.THING, "ship", meant


def _points_back(phrase: Phrase) -> bool:
    is_group = phrase.kind is PhraseKind.GROUP and phrase.head in _DESCRIPTIONS
    return (
        is_group
        and phrase.determiner == "the"
        and phrase.figure is None
        and not phrase.names
        and phrase.possessor is None
        and phrase.core == phrase.last - 1  # "the Iran-backed militia" says more than "the militia": it may be another
    )
