"""Who backs whom and who speaks for whom: "Iran-backed", "the proxy of", "affiliated with", "Pentagon spokeswoman"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from belligraph.extract.actors import ActorRef, actor_of, backer_of, owner_of, state_ref
from belligraph.extract.lexicon import NameKind, lexicon
from belligraph.extract.offices import find_office
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import ACTORS, Phrase, PhraseKind
from belligraph.model.sheet import ActorKind, Property

__all__ = ["Relation", "find_relations", "launcher_of", "owner_behind"]


_RUN = frozenset({PhraseKind.BODY, PhraseKind.MEDIA})


@dataclass(frozen=True, slots=True)
class Relation:
    """One actor backed by, or acting for, another; the span is of the normalised text."""

    property: Property
    subject: ActorRef
    other: ActorRef
    start: int
    end: int


def find_relations(parsed: Parsed) -> list[Relation]:
    """The relations between actors that a sentence tells."""
    found: list[Relation] = []
    for phrase in parsed.phrases:
        found += _backed(parsed, phrase)
        found += _backed_after(parsed, phrase)
        if (office := find_office(parsed, phrase)) is not None:
            found.append(Relation(Property.ACTS_FOR, *office))
        if phrase.kind in _RUN and (holder := _holder(parsed, phrase)) is not None:
            body = actor_of(parsed, phrase)  # "the Houthi-run news agency"
            found.append(Relation(Property.ACTS_FOR, body, holder, min(body.start, holder.start), body.end))
    return found


def launcher_of(parsed: Parsed, phrase: Phrase) -> Phrase | None:
    """Who launched a weapon, by the clause behind it: "drones that were launched by X", "missiles fired by X"."""
    k = phrase.last
    while parsed.lower(k) in {"and", ","} and (joined := parsed.phrase_at.get(k + 1)) is not None and joined.concepts:
        k = joined.last
    named = parsed.phrase_at.get(k + 1)
    if parsed.lower(k) in {"that", "which"} and named is not None and parsed.lower(named.last) in {"launched", "fired"}:
        return named if phrase.concepts and named.kind in ACTORS else None
    while parsed.lower(k) in {"that", "which", "were", "was", "had", "been"}:
        k += 1
    if parsed.lower(k) not in {"launched", "fired"} or parsed.lower(k + 1) != "by" or not phrase.concepts:
        return None
    launcher = parsed.phrase_at.get(k + 2)
    if launcher is not None and launcher.possessed:
        launcher = parsed.phrase_at.get(launcher.last + 1)  # "launched by Freedonia's rebels"
    return launcher if launcher is not None and launcher.kind in ACTORS else None


def owner_behind(parsed: Parsed, phrase: Phrase) -> ActorRef | None:
    """Whose an aircraft or a weapon is by the words behind it: "a jet of the Freedonian army", "drones belonging to X"."""
    k = phrase.last
    if parsed.lower(k) == "belonging" and parsed.lower(k + 1) == "to":
        k += 1
    elif parsed.lower(k) != "of":
        return None
    owner = parsed.phrase_at.get(k + 1)
    if owner is not None and owner.possessed:
        owner = parsed.phrase_at.get(owner.last + 1) or owner  # "of Freedonia's army"
    return actor_of(parsed, owner) if owner is not None and owner.kind in ACTORS else None


def _backed(parsed: Parsed, phrase: Phrase) -> list[Relation]:
    backer = backer_of(parsed, phrase)
    if backer is None:
        return []
    sponsor, token = backer
    subject = _who_is_backed(parsed, phrase, token)
    if subject is None or subject.key == sponsor.key:
        return []
    return [Relation(Property.SPONSORED_BY, subject, sponsor, parsed.start(token), max(subject.end, parsed.end(token + 1)))]


def _who_is_backed(parsed: Parsed, phrase: Phrase, token: int) -> ActorRef | None:
    group = next((n for n in phrase.names if n.first > token and n.name.kind is NameKind.GROUP), None)
    if phrase.kind in {PhraseKind.GROUP, PhraseKind.FORCE}:
        return actor_of(parsed, phrase)
    if group is not None:
        return state_ref(parsed, group)
    held = _holder(parsed, phrase)
    if held is not None:
        return held
    owner = owner_of(parsed, phrase)
    return owner if owner is not None and owner.kind is ActorKind.ARMED_GROUP else None


def _holder(parsed: Parsed, phrase: Phrase) -> ActorRef | None:
    """The group in "Houthi-controlled"."""
    for i in range(phrase.core, phrase.last):
        stem, _, rest = parsed.tokens[i].text.rpartition("-")
        if rest.lower() in {"controlled", "held", "run"}:
            for form, name in lexicon().names.get(stem.lower(), ()):
                if form == (stem,) and name.kind is NameKind.GROUP:
                    start = parsed.start(i)
                    return ActorRef(
                        name.canonical.lower(), stem, ActorKind.ARMED_GROUP, True, start, start + len(stem), name.canonical
                    )
    return None


def _backed_after(parsed: Parsed, phrase: Phrase) -> list[Relation]:
    """ "X, the proxy of Y", "X, backed by Y", "groups affiliated with Y"."""
    if phrase.kind is not PhraseKind.GROUP and not (phrase.kind is PhraseKind.FORCE and not phrase.names):
        return []
    k = phrase.last
    behind = parsed.phrase_at.get(k + 1) if parsed.lower(k) == "behind" else None
    if behind is not None and behind.kind is PhraseKind.EVENT:
        k = behind.last  # "the groups behind the attacks are funded by"
    if parsed.lower(k) == ",":
        k += 1
    while (
        parsed.lower(k) in {"which", "who", "that", "is", "are", "was", "were", "a", "an", "the", "and"} or k in parsed.taken
    ):
        k += 1
    backed = lexicon().words["support.backed"]
    while parsed.lower(k) in backed and parsed.lower(k + 1) in {",", "and"}:
        k += 2 + (parsed.lower(k + 1) == "," and parsed.lower(k + 2) == "and")  # "funded, trained and sponsored by"
    word, joint = parsed.lower(k), parsed.lower(k + 1)
    if not (
        (word in {"proxy", "proxies", "affiliate", "affiliates"} and joint in {"of", "for"})
        or (word in backed and joint == "by")
        or (word in {"affiliated", "aligned", "allied", "linked", "tied"} and joint in {"with", "to"})
    ):
        return []
    if word in {"proxy", "proxies", "affiliate", "affiliates"} and phrase.first <= k < phrase.last:
        return []
    other = parsed.phrase_at.get(k + 2)
    if other is not None and other.possessed and (next_one := parsed.phrase_at.get(other.last + 1)) is not None:
        other = next_one
    if other is None or other.kind not in ACTORS | {PhraseKind.BODY} or not other.names:
        return []
    subject, sponsor = actor_of(parsed, phrase), actor_of(parsed, other)
    stated = {"is", "are", "was", "were"} & {parsed.lower(j) for j in range(phrase.last, k)}
    if not phrase.names and phrase.kind is PhraseKind.GROUP and not stated:
        end = parsed.end(other.last)
        name = parsed.view.normal[parsed.start(phrase.core) : end]
        subject = ActorRef(subject.key, name, ActorKind.ARMED_GROUP, False, subject.start, end)
    named = parsed.phrase_at.get(phrase.first - 2) if parsed.lower(phrase.first - 1) == "," else None
    told = named is not None and named.kind is PhraseKind.NAME and phrase.determiner in {"a", "an"} and not phrase.names
    if named is not None and told and named.last == phrase.first - 1 and not parsed.text(named.core, named.last).islower():
        # "the Red Front, a militia allied with the Blues"
        subject = replace(actor_of(parsed, named), kind=ActorKind.ARMED_GROUP, identified=True)
    if subject.key == sponsor.key:
        return []
    return [Relation(Property.SPONSORED_BY, subject, sponsor, parsed.start(phrase.first), parsed.end(other.last))]
