"""Whom somebody acts for by office: "Pentagon spokeswoman Jane Doe", "John Doe, head of the fleet", "an army official"."""

from __future__ import annotations

from belligraph.extract.actors import ActorRef, actor_of, state_ref
from belligraph.extract.classes import person_start
from belligraph.extract.lexicon import NameKind, lexicon, word_set
from belligraph.extract.names import Known
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import Phrase, PhraseKind
from belligraph.model.sheet import ActorKind

__all__ = ["Office", "find_office", "named_holder", "office_before"]

_SPEAKING = word_set("spokesman spokeswoman spokesperson spokespeople spokesmen")
_HIGH = word_set("minister president secretary premier")
_OFFICES = _SPEAKING | word_set(
    """secretary official officials commander commanders leader leaders chief head officer officers minister member members
    director director-general commissioner-general coordinator undersecretary"""
)
_BEHIND = word_set("of for with from in at inside within")
_KINDS_BEHIND = frozenset({PhraseKind.BODY, PhraseKind.FORCE, PhraseKind.GROUP})
_FORCES = word_set("army navy military police command corps brigade battalion regiment force forces guard guards patrol")
# forces that a state's name before "'s" makes an actor of its own
_STANDING = word_set("military army navy corps brigade battalion regiment command fleet division police")
_DEFENSES = word_set("defense defence defenses defences")
_RANKS = word_set("senior top former chief acting deputy high-ranking local")
_ENDS = frozenset([".", ",", '"', ";", "", "said"])
_VAGUE = word_set("group groups movement organization organisation agency government unit")

Office = tuple[ActorRef, ActorRef, int, int]
"""Who acts, for whom, and the span of the normalised text that says it."""


def find_office(parsed: Parsed, phrase: Phrase) -> Office | None:
    """The office that a phrase tells, with its holder; None if it tells none, or not whose it is."""
    if phrase.kind is PhraseKind.PERSON:
        return _titled(parsed, phrase) or _apposed(parsed, phrase)
    if phrase.kind is PhraseKind.OFFICIAL:
        return _unnamed(parsed, phrase)
    if phrase.kind is PhraseKind.THING:
        return _of_navy(parsed, phrase)
    return _standing(parsed, phrase)


def _titled(parsed: Parsed, phrase: Phrase) -> Office | None:
    """ "Pentagon spokesman John Doe", "the Sylvanian defense minister Jane Roe"."""
    own = person_start(parsed.tokens, phrase)
    if own == phrase.core:
        return None
    person = actor_of(parsed, phrase)
    employer = _within(parsed, phrase, own)
    if employer is None:
        return None
    return person, employer, min(person.start, employer.start), person.end


def _apposed(parsed: Parsed, phrase: Phrase) -> Office | None:
    """ "Gen. X, commander of Y", "X, a Y spokesman", "the spokesman for Y, X"."""
    person = actor_of(parsed, phrase)
    after = parsed.phrase_at.get(phrase.last + 1)
    if parsed.lower(phrase.last) == "," and after is not None and after.head in _OFFICES and after.first == phrase.last + 1:
        found = _employer(parsed, after)
        return (person, found[0], person.start, found[1]) if found is not None else None
    office = office_before(parsed, phrase)
    found = _employer(parsed, office) if office is not None and office.head in _OFFICES else None
    if office is None or found is None:
        return None
    start = office.possessor.first if office.possessor is not None else office.first
    return person, found[0], parsed.start(start), person.end


def office_before(parsed: Parsed, phrase: Phrase) -> Phrase | None:
    """The office before the comma that a person's name follows: "a spokesman for the rebels, John Doe"."""
    told = parsed.phrase_at.get(phrase.first - 2) if parsed.lower(phrase.first - 1) == "," else None
    if told is None or told.last != phrase.first - 1:
        return None
    if told.kind is not PhraseKind.OFFICIAL:
        first = told.possessor.first if told.possessor is not None else told.first
        office = parsed.phrase_at.get(first - 2) if parsed.lower(first - 1) in _BEHIND else None
        told = office if office is not None and office.last == first - 1 else told
    return told if told.kind is PhraseKind.OFFICIAL and not told.is_plural else None


def named_holder(parsed: Parsed, phrase: Phrase) -> ActorRef | None:
    """The person named behind an office: "killed a rebel leader, John Doe"."""
    if phrase.kind is not PhraseKind.OFFICIAL or phrase.figure is not None:
        return None
    people = (p for p in parsed.phrases if p.kind is PhraseKind.PERSON and p.first > phrase.last)
    person = next((p for p in people if office_before(parsed, p) is phrase), None)
    return actor_of(parsed, person) if person is not None else None


def _unnamed(parsed: Parsed, phrase: Phrase) -> Office | None:
    """ "A Pentagon official", "two officials of the ministry": nobody whose name is told beside."""
    if phrase.head not in _OFFICES or (phrase.determiner is None and phrase.figure is None and not phrase.is_plural):
        return None
    if _is_named_beside(parsed, phrase):
        return None
    found = _employer(parsed, phrase)
    if found is None or not (found[0].identified or _has_name(found[0])):
        return None
    ref = actor_of(parsed, phrase)
    return ref, found[0], ref.start, max(ref.end, found[1])


def _has_name(body: ActorRef) -> bool:
    """Whether capitals make a body's words its name: "the Interior Ministry", not "the military"."""
    return body.kind is ActorKind.GOVERNMENT_BODY and all(w[:1].isupper() or w in {"of", "and"} for w in body.name.split())


def _is_named_beside(parsed: Parsed, phrase: Phrase) -> bool:
    """Whether the office is that of somebody named before or behind it."""
    if phrase.is_plural:
        return False
    first = phrase.possessor.first if phrase.possessor is not None else phrase.first
    before = parsed.phrase_at.get(first - 2) if parsed.lower(first - 1) == "," else None
    if before is not None and before.kind is PhraseKind.PERSON and before.last == first - 1:
        return True
    return any(
        p.kind is PhraseKind.PERSON and p.first > phrase.last and office_before(parsed, p) is phrase for p in parsed.phrases
    )


def _employer(parsed: Parsed, office: Phrase) -> tuple[ActorRef, int] | None:
    """Whose an office is, by the words before its head or those behind "of", and where these end."""
    inner = _within(parsed, office, office.last)
    if inner is not None:
        return inner, parsed.end(office.last)
    if (body := _behind_comma(parsed, office)) is not None:
        return actor_of(parsed, body), parsed.end(body.last)
    if parsed.lower(office.last) not in _BEHIND:
        return None
    body = parsed.phrase_at.get(office.last + 1)
    if body is not None and body.possessed and (owned := parsed.phrase_at.get(body.last + 1)) is not None:
        body = owned if owned.kind in _KINDS_BEHIND else body
    if body is None:
        return None
    if body.kind is PhraseKind.STATE and office.head in _HIGH | {"leader"} and parsed.lower(office.last) == "of":
        return actor_of(parsed, body), parsed.end(body.last)
    if body.kind is PhraseKind.PERSON and office.head in _SPEAKING:
        return actor_of(parsed, body), parsed.end(body.last)
    if body.kind in _KINDS_BEHIND and not body.possessed and not _says_little(body):
        return actor_of(parsed, body), parsed.end(body.last)
    if body.kind is PhraseKind.NAME and parsed.lower(body.core) in {"ministry", "department"}:
        return actor_of(parsed, body), parsed.end(body.last)
    return None


def _behind_comma(parsed: Parsed, office: Phrase) -> Phrase | None:
    """The command in "Gen. John Doe, commander, U.S. Central Command", "…, deputy director of operations, U.S. Navy"."""
    k = office.last
    if parsed.lower(k) == "of" and parsed.lower(k + 1) == "operations":
        k += 2
    body = parsed.phrase_at.get(k + 1) if parsed.lower(k) == "," and office.determiner is None else None
    ends = body is not None and parsed.lower(body.last) in _ENDS and parsed.lower(office.first - 1) == ","
    return body if ends and body is not None and body.kind in _KINDS_BEHIND and body.entity is not None else None


def _says_little(body: Phrase) -> bool:
    """Whether words such as "the group" say nothing of who it is."""
    return not body.names and body.resolved is None and (body.head in _VAGUE or body.is_plural) and body.possessor is None


def _within(parsed: Parsed, phrase: Phrase, end: int) -> ActorRef | None:
    """Whose an office is, by its own words up to `end`: "Pentagon", "the Sylvanian army", "Freedonia's foreign minister"."""
    words = {parsed.lower(k) for k in range(phrase.core, end)}
    if not words & _OFFICES and not words & lexicon().titles["of_state"]:
        return None
    names = [n for n in phrase.names if n.last <= end]
    holder = phrase.possessor
    if (known := _body(names)) is not None:
        return state_ref(parsed, known)
    states = {NameKind.COUNTRY, NameKind.DEMONYM}
    state = next((n for n in names if n.name.kind in states), None)
    if holder is not None and holder.kind is PhraseKind.GROUP and holder.names:
        return actor_of(parsed, holder)  # "the rebels' military spokesman"
    if (force := _inner_force(parsed, phrase, end)) is not None:
        return force
    if holder is not None and holder.kind in _KINDS_BEHIND and not _says_little(holder):
        return actor_of(parsed, holder)
    if state is None and holder is not None and holder.kind is PhraseKind.STATE:
        state = next((n for n in holder.names if n.name.kind in states), None)
    return state_ref(parsed, state) if state is not None and words & (_HIGH | lexicon().titles["of_state"]) else None


def _body(names: list[Known]) -> Known | None:
    """The last body or group named: "White House National Security Council spokesman"."""
    return next((n for n in reversed(names) if n.name.kind in {NameKind.BODY, NameKind.GROUP}), None)


def _inner_force(parsed: Parsed, phrase: Phrase, end: int) -> ActorRef | None:
    """The force or ministry in "Sylvanian army spokesman", "Freedonia's air force chief", "Foreign Ministry official"."""
    heads = lexicon().heads
    last = next((k for k in range(end - 1, phrase.core - 1, -1) if _is_body(heads, parsed, k)), None)
    if last is None or not any(parsed.lower(k) in _OFFICES for k in range(last + 1, end)):
        return None
    kind = PhraseKind.BODY if heads[parsed.lower(last)] == "body" else PhraseKind.FORCE
    core = next((n.first for n in phrase.names if n.last <= last), phrase.core)
    while core < last and parsed.lower(core) in _RANKS:
        core += 1  # "a senior Sylvanian military official"
    inner = Phrase(phrase.first, last + 1, kind, core, parsed.lower(last))
    inner.names = [n for n in phrase.names if n.last <= last + 1]
    inner.possessor = phrase.possessor
    ref = actor_of(parsed, inner)
    told = bool(inner.names) or inner.possessor is not None or parsed.tokens[last].is_capital
    return ref if told or any(parsed.lower(k) in _SPEAKING for k in range(last + 1, end)) else None


def _is_body(heads: dict[str, str], parsed: Parsed, k: int) -> bool:
    word = parsed.lower(k)
    return (heads.get(word) == "force" and word in _FORCES) or heads.get(word) == "body"


def _of_navy(parsed: Parsed, phrase: Phrase) -> Office | None:
    """ "HMS Kestrel, a Royal Navy frigate", "the Royal Navy's HMS Kestrel"."""
    if phrase.head != "ship" or phrase.names:
        return None
    ship, holder = actor_of(parsed, phrase), phrase.possessor
    if holder is not None and holder.kind is PhraseKind.FORCE and holder.entity is not None:
        return ship, actor_of(parsed, holder), parsed.start(holder.first), ship.end
    told = parsed.phrase_at.get(phrase.last + 1) if parsed.lower(phrase.last) == "," else None
    if told is None or told.kind is not PhraseKind.THING or told.determiner not in {"a", "an", "the"}:
        return None
    known = next((n for n in told.names if n.name.kind is NameKind.BODY), None)
    return None if known is None else (ship, state_ref(parsed, known), ship.start, parsed.end(told.last))


def _standing(parsed: Parsed, phrase: Phrase) -> Office | None:
    """ "Freedonia's military", "Sylvania's 3rd Corps", "the Sylvanian army's air defenses": a force and whose it is."""
    holder = phrase.possessor
    if holder is None or phrase.shared is not None or phrase.figure is not None:
        return None
    of_state = holder.kind is PhraseKind.STATE and holder.entity is not None
    fleet = phrase.head == "fleet" and parsed.tokens[phrase.last - 1].is_capital
    ministry = phrase.kind is PhraseKind.BODY and phrase.head == "ministry"
    wing = phrase.kind is PhraseKind.GROUP and phrase.head in {"wing", "arm"} and holder.kind is PhraseKind.GROUP
    if phrase.kind is not PhraseKind.FORCE and not fleet and not ministry and not wing:
        return None
    air_force = phrase.head == "force" and parsed.lower(phrase.last - 2) == "air"
    known = phrase.entity is not None
    named = known or ministry or phrase.head in _STANDING or air_force
    of_force = holder.kind is PhraseKind.FORCE and phrase.head in _DEFENSES and bool(holder.names)
    if (of_state and named) or of_force or (wing and holder.names):
        force, owner = actor_of(parsed, phrase), actor_of(parsed, holder)
        if force.key != owner.key:
            return force, owner, min(owner.start, force.start), force.end
    return None
