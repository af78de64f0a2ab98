"""From phrases to actors: what makes two phrases name one actor, what it is called, who owns it and who backs it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from belligraph.extract.capitals import state_of
from belligraph.extract.classes import SHIP_PREFIXES, person_start
from belligraph.extract.lexicon import Name, NameKind, lexicon, word_set
from belligraph.extract.names import Known
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import ACTORS, Phrase, PhraseKind
from belligraph.model.sheet import ActorKind

__all__ = ["ActorRef", "actor_of", "backer_of", "owner_of", "state_ref"]

_BANDS = word_set(
    """militia militias militant militants fighter fighters rebel rebels insurgent insurgents terrorist terrorists
    group groups movement forces faction militiamen insurgency regime"""
)
_BACKED = ("-backed", "-sponsored", "-aligned", "-funded", "-trained", "-supported", "-affiliated", "-allied", "-linked")
_KINDS = {
    PhraseKind.FORCE: ActorKind.ARMED_FORCE,
    PhraseKind.GROUP: ActorKind.ARMED_GROUP,
    PhraseKind.STATE: ActorKind.STATE,
    PhraseKind.PEOPLE: ActorKind.CIVILIANS,
    PhraseKind.OFFICIAL: ActorKind.PERSON,
    PhraseKind.PERSON: ActorKind.PERSON,
    PhraseKind.BODY: ActorKind.GOVERNMENT_BODY,
    PhraseKind.MEDIA: ActorKind.MEDIA,
    PhraseKind.THING: ActorKind.OBJECT,
    PhraseKind.FACILITY: ActorKind.OBJECT,
    PhraseKind.AREA: ActorKind.OBJECT,
    PhraseKind.EVENT: ActorKind.UNKNOWN,
    PhraseKind.OTHER: ActorKind.UNKNOWN,
    PhraseKind.NAME: ActorKind.UNKNOWN,
    PhraseKind.PLACE: ActorKind.UNKNOWN,
}
_CALLED_BY_NUMBER = frozenset({ActorKind.OBJECT, ActorKind.CIVILIANS, ActorKind.PERSON})


@dataclass(frozen=True, slots=True)
class ActorRef:
    """An actor as one phrase names it. Equal keys are one actor; spans are of the normalised text."""

    key: str
    name: str
    kind: ActorKind
    identified: bool
    start: int
    end: int
    family: str | None = None
    """The state or armed group behind it: what two mentions must share to be one event's attacker."""


def state_ref(parsed: Parsed, known: Known, *, first: int | None = None, last: int | None = None) -> ActorRef:
    """The actor that a known name names, with the name's words as evidence."""
    first, last = known.first if first is None else first, known.last if last is None else last
    name = known.name
    kind = name.actor or ActorKind.UNKNOWN
    shown = name.canonical if name.kind is NameKind.DEMONYM else parsed.text(first, last)
    family = name.canonical if name.kind is NameKind.GROUP else name.country
    return ActorRef(name.canonical.lower(), shown, kind, True, parsed.start(first), parsed.end(last), family)


def actor_of(parsed: Parsed, phrase: Phrase) -> ActorRef:
    """The actor that a phrase names, by its own words alone; the registry resolves "the militants" and "its forces"."""
    start, end = parsed.start(phrase.first), parsed.end(phrase.last)
    kind = _KINDS[phrase.kind]
    entity = phrase.entity
    if phrase.shared is not None:
        name = f"{parsed.text(phrase.core, phrase.last)} {parsed.text(phrase.shared.last - 1, phrase.shared.last)}"
        key = (
            f"force:{_names_key(phrase)} {phrase.head.removesuffix('s')}"
            if phrase.kind is PhraseKind.FORCE
            else f"{kind}:{name.lower()}"
        )
        identified = phrase.kind is PhraseKind.FORCE and bool(phrase.names)
        key = key if phrase.names else f"{kind}:{name.lower()}"
        return ActorRef(key, name, kind, identified, start, parsed.end(phrase.shared.last), _family(phrase))
    if phrase.kind is PhraseKind.PERSON:
        first = person_start(parsed.tokens, phrase)
        name = parsed.text(first, phrase.last)
        return ActorRef(f"person:{_surname(name)}", name, kind, True, start, end, _country(phrase))
    if entity is not None and entity.name.kind is NameKind.DEMONYM:
        name = parsed.text(phrase.core, phrase.last)
        return ActorRef(name.lower(), name, ActorKind.UNKNOWN, False, start, end, entity.name.country)
    if entity is not None and entity.name.actor is not None:
        return replace(state_ref(parsed, entity), start=start, end=end)
    if phrase.resolved is not None:
        known = phrase.resolved.name
        return ActorRef(known.canonical.lower(), known.canonical, ActorKind.ARMED_GROUP, True, start, end, known.canonical)
    if phrase.kind is PhraseKind.THING and phrase.head == "ship" and (ship := _ship(parsed, phrase, start, end)) is not None:
        return ship
    group = _group(phrase)
    counted = phrase.figure is not None and phrase.figure.min != 1
    if group is not None and phrase.kind in {PhraseKind.GROUP, PhraseKind.FORCE} and phrase.head in _BANDS and not counted:
        name = parsed.text(group.first, phrase.last)
        return ActorRef(group.name.canonical.lower(), name, ActorKind.ARMED_GROUP, True, start, end, group.name.canonical)
    # a description is called by its whole phrase, numbers too, so that two launchers are not four and two officials not all
    from_number = phrase.figure.first if phrase.figure is not None else phrase.core
    doubted = phrase.kind is PhraseKind.GROUP and parsed.lower(phrase.core) in {"suspected", "alleged"}
    core = phrase.core + (doubted and phrase.last > phrase.core + 1)
    name = parsed.text(from_number if kind in _CALLED_BY_NUMBER else core, phrase.last)
    if phrase.head == "head" and parsed.lower(phrase.last) == "of" and (of := parsed.phrase_at.get(phrase.last + 1)):
        name, end = parsed.text(core, of.last), parsed.end(of.last)  # "the head of a rocket unit"
    owner = _family(phrase)
    holder = phrase.possessor
    wing = phrase.kind is PhraseKind.GROUP and phrase.head in {"wing", "arm"}  # "Hamas' armed wing"
    if (
        (phrase.kind in {PhraseKind.FORCE, PhraseKind.BODY} or wing)
        and not phrase.names
        and holder is not None
        and holder.entity is not None
    ):
        name = parsed.text(holder.core, phrase.last)
        start, owner = parsed.start(holder.first), holder.entity.name.country or holder.entity.name.canonical
        return ActorRef(
            f"{kind}:{owner.lower()} {parsed.text(phrase.core, phrase.last).lower()}", name, kind, True, start, end, owner
        )
    if phrase.kind in {PhraseKind.FORCE, PhraseKind.GROUP} and not phrase.names and parsed.lower(phrase.last) == "loyal":
        whose = parsed.phrase_at.get(phrase.last + 2) if parsed.lower(phrase.last + 1) == "to" else None
        if whose is not None:
            end = parsed.end(whose.last)
            name = parsed.text(core, whose.last)  # "forces loyal to Gen. Doe"
            return ActorRef(f"{kind}:{name.lower()}", name, kind, False, start, end, owner)
    if phrase.kind is PhraseKind.FORCE and phrase.names:
        air = phrase.head == "force" and parsed.lower(phrase.last - 2) == "air"
        key = f"{_names_key(phrase)} {'air force' if air else phrase.head.removesuffix('s')}"
        return ActorRef(f"force:{key}", name, kind, not counted, start, end, owner)
    identified = phrase.kind in {PhraseKind.NAME, PhraseKind.BODY} and bool(phrase.names)
    return ActorRef(f"{kind}:{name.lower()}", name, kind, identified, start, end, owner)


def _ship(parsed: Parsed, phrase: Phrase, start: int, end: int) -> ActorRef | None:
    """A ship by the name behind its prefix: "the destroyer USS Stone", and "the Stone" that points back to it."""
    at = next((k for k in range(phrase.core, phrase.last) if parsed.lower(k) in SHIP_PREFIXES), None)
    called = phrase.meant if at is None else parsed.text(at, phrase.last)
    if called is None:
        return None
    name = called if at is None else parsed.text(phrase.core, phrase.last)
    flag = {"uss": "United States", "usns": "United States", "hms": "United Kingdom"}.get(called.split()[0].lower())
    family = flag if at == phrase.core or at is None else flag or _family(phrase)
    return ActorRef(f"ship:{called.lower()}", name, ActorKind.OBJECT, True, start, end, family)


def owner_of(parsed: Parsed, phrase: Phrase) -> ActorRef | None:
    """The actor whose a thing is: "Houthi missiles", "U.S. military aircraft", "an Iranian-backed militia vehicle"."""
    if phrase.entity is not None and phrase.kind is not PhraseKind.EVENT:
        return None
    heads = lexicon().heads
    for i in range(phrase.last - 2, phrase.core - 1, -1):
        known = next((n for n in phrase.names if n.first <= i < n.last), None)
        if phrase.kind is PhraseKind.EVENT and known is None and heads.get(parsed.lower(i)) == "facility":
            return None  # "the Sylvanian mosque bombing"
        if known is not None:
            return state_ref(parsed, known) if known.name.actor is not None else None
        if (shooter := _shooter(parsed, i)) is not None:
            return shooter
        if heads.get(parsed.lower(i)) in {"group", "force"} and parsed.lower(i) not in {"fighter", "bomber"}:
            known = next((n for n in phrase.names if n.last == i), None)
            if known is None and parsed.lower(i) in {"military", "terrorist", "militant"}:
                continue  # "a major military offensive", "militant sites": whose is not told
            inner = Phrase(
                phrase.first if known is None else known.first,
                i + 1,
                PhraseKind.GROUP if heads[parsed.lower(i)] == "group" else PhraseKind.FORCE,
                phrase.core if known is None else known.first,
                parsed.lower(i),
                names=[n for n in phrase.names if n.last <= i + 1],
            )
            return actor_of(parsed, inner)
    possessor = phrase.possessor
    if possessor is not None and possessor.kind in ACTORS:
        return actor_of(parsed, possessor)
    if possessor is not None and possessor.head in {"enemy", "regime", "government"} and possessor.names:
        return state_ref(parsed, possessor.names[0])
    return None


def backer_of(parsed: Parsed, phrase: Phrase) -> tuple[ActorRef, int] | None:
    """The backer in "Iran-backed", and the token that says it; None if the phrase has none."""
    lex = lexicon()
    for i in range(phrase.core, phrase.last):
        word = parsed.tokens[i].text
        if "-" not in word:
            continue
        suffix = next((s for s in _BACKED if word.lower().endswith(s)), None)
        if suffix is None:
            continue
        stem = word[: -len(suffix)]
        start = parsed.start(i)
        if (state := state_of(stem)) is not None:  # "Tehran-backed"
            return ActorRef(state.lower(), stem, ActorKind.STATE, True, start, start + len(stem), state), i
        for form, name in lex.names.get(stem.lower(), ()):
            if form == (stem,) and name.actor is not None:
                family = name.country or name.canonical
                return ActorRef(
                    name.canonical.lower(), name.canonical, name.actor, True, start, start + len(stem), family
                ), i
    return None


def _shooter(parsed: Parsed, i: int) -> ActorRef | None:
    """Who shot the weapon that is told to be "Freedonia-launched" or "rebel-fired"; None if no name is told."""
    word = parsed.tokens[i].text
    stem, _, shot = word.rpartition("-")
    if shot.lower() not in {"fired", "launched"}:
        return None
    name = next((n for form, n in lexicon().names.get(stem.lower(), ()) if form == (stem,) and n.actor is not None), None)
    if name is None:
        return None
    start, family = parsed.start(i), name.country or name.canonical
    return ActorRef(
        name.canonical.lower(), name.canonical, name.actor or ActorKind.UNKNOWN, True, start, start + len(stem), family
    )


def _surname(name: str) -> str:
    words = [w for w in name.replace('"', " ").split() if w.lower() not in {"jr.", "jr", "sr", "sr.", "ii", "iii", "iv"}]
    return words[-1].lower() if words else name.lower()


def _group(phrase: Phrase) -> Known | None:
    groups = [n for n in phrase.names if n.name.kind is NameKind.GROUP]
    return groups[-1] if groups else None


def _country(phrase: Phrase) -> str | None:
    countries = [n.name.country for n in phrase.names if n.name.country]
    return countries[0] if countries else None


def _family(phrase: Phrase) -> str | None:
    group = _group(phrase)
    return group.name.canonical if group is not None else _country(phrase)


def _names_key(phrase: Phrase) -> str:
    names: list[Name] = [n.name for n in phrase.names]
    return " ".join(dict.fromkeys(n.canonical.lower() for n in names))
