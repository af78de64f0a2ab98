"""Who backs an armed group, told by a verb: "Freedonia arms the rebels", "provides weapons to", "Backed by Freedonia, …"."""

from __future__ import annotations

from collections.abc import Iterator

from belligraph.extract.actors import actor_of, state_ref
from belligraph.extract.governments import government_in
from belligraph.extract.lexicon import NameKind, lexicon, word_set
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import ACTORS, Phrase, PhraseKind
from belligraph.extract.relations import Relation
from belligraph.extract.subjects import accused
from belligraph.model.sheet import Property

__all__ = ["find_backers"]

_BACKING = word_set("backs fund funds arms trains sponsors finances supports")
_PROVIDING = word_set("provides provide provided supplies supplied supply gives gave sends funnels funneled")
_RECEIVING = word_set("receives receive received gets got")
_ARMING = word_set("arming funding backing training equipping financing sponsoring supplying directing")
_CUES = _BACKING | _PROVIDING | _RECEIVING | _ARMING
_HELP = word_set(
    "money weapons weaponry arms funding funds training aid support missiles drones rockets munitions equipment"
)
_BACKERS = ACTORS | {PhraseKind.BODY}
_PROXIES = word_set("proxy proxies")
_LISTING = word_set("and , as well")
_LISTED = _BACKING | frozenset([",", "and", "directs", "equips", "arm", "fund", "train"])
_POINTING = frozenset(["these", "those"])
_FAR = 10


def find_backers(parsed: Parsed) -> list[Relation]:
    """The backers of armed groups that a sentence tells by a verb or by "proxies"."""
    found: list[Relation] = []
    if lexicon().is_in(parsed.lower(0), "support.backed") and parsed.lower(1) == "by":
        found += _fronted(parsed)
    for i in parsed.at(_CUES):
        word = parsed.lower(i)
        if i in parsed.verbs and word in _BACKING:
            found += _relations(parsed, _named(parsed, parsed.subjects(i)), _groups(parsed, _behind_list(parsed, i)))
        elif word in _PROVIDING and i not in parsed.phrase_at and (to := _help_to(parsed, i)) is not None:
            found += _relations(parsed, _named(parsed, parsed.subjects(i)), _groups(parsed, to + 1))
        elif word in _ARMING and parsed.lower(i - 1) == "of" and (whom := accused(parsed, i - 1)) is not None:
            found += _relations(parsed, [whom], [p for p in _listed(parsed, i + 1) if p.kind is PhraseKind.GROUP])
        elif word in _RECEIVING and (given := _help_from(parsed, i)) is not None:
            found += _relations(parsed, [given], [p for p in parsed.subjects(i) if p.kind is PhraseKind.GROUP])
    for phrase in parsed.phrases if parsed.has(_BACKING | _PROXIES) else ():
        found += _within(parsed, phrase)
        found += _proxies(parsed, phrase)
    return found


def _within(parsed: Parsed, phrase: Phrase) -> list[Relation]:
    """ "Freedonia backs Hamas", read as one phrase."""
    for k in range(phrase.core + 1, phrase.last - 1):
        if parsed.lower(k) in _BACKING:
            state = next((n for n in phrase.names if n.last == k and n.name.kind is NameKind.COUNTRY), None)
            group = next((n for n in phrase.names if n.first == k + 1 and n.name.kind is NameKind.GROUP), None)
            if state is not None and group is not None:
                subject, sponsor = state_ref(parsed, group), state_ref(parsed, state)
                return [Relation(Property.SPONSORED_BY, subject, sponsor, sponsor.start, subject.end)]
    return []


def _proxies(parsed: Parsed, phrase: Phrase) -> list[Relation]:
    """ "Freedonia's proxies", "Freedonian proxies": those of a state, whoever they are."""
    if phrase.kind is not PhraseKind.GROUP or phrase.head not in _PROXIES:
        return []
    names = [*(phrase.possessor.names if phrase.possessor is not None else ()), *phrase.names]
    state = next((n for n in names if n.name.kind in {NameKind.COUNTRY, NameKind.DEMONYM}), None)
    if state is None:
        return []
    subject, sponsor = actor_of(parsed, phrase), state_ref(parsed, state)
    if subject.key == sponsor.key:
        return []
    return [Relation(Property.SPONSORED_BY, subject, sponsor, min(sponsor.start, subject.start), subject.end)]


def _relations(parsed: Parsed, backers: list[Phrase], groups: list[Phrase]) -> list[Relation]:
    found = []
    for backer in backers:
        for group in groups:
            subject, sponsor = actor_of(parsed, group), government_in(parsed, backer) or actor_of(parsed, backer)
            if subject.key != sponsor.key:
                first, last = min(backer.first, group.first), max(backer.last, group.last)
                span = parsed.start(first), parsed.end(last)
                found.append(Relation(Property.SPONSORED_BY, subject, sponsor, *span))
    return found


def _named(parsed: Parsed, phrases: list[Phrase]) -> list[Phrase]:
    return [p for p in phrases if (p.kind in _BACKERS and p.names) or government_in(parsed, p) is not None]


def _groups(parsed: Parsed, k: int) -> list[Phrase]:
    """The named armed groups of the list that begins at k: "Hezbollah, as well as Hamas"."""
    return [p for p in _listed(parsed, k) if p.kind is PhraseKind.GROUP and (p.names or p.determiner in _POINTING)]


def _behind_list(parsed: Parsed, i: int) -> int:
    """Whom the last of several verbs is about: "funds, arms and directs these groups"."""
    k = i + 1
    while parsed.lower(k) in _LISTED:
        k += 1
    return k


def _listed(parsed: Parsed, k: int) -> Iterator[Phrase]:
    while (phrase := parsed.phrase_at.get(k)) is not None:
        yield phrase
        k = phrase.last
        while parsed.lower(k) in _LISTING:
            k += 1
        if k == phrase.last:
            return


def _help_to(parsed: Parsed, i: int) -> int | None:
    """The "to" in "provides money and weapons to"; None if nothing that helps a fight is given."""
    to = next((k for k in range(i + 1, i + _FAR) if parsed.lower(k) == "to"), None)
    return to if to is not None and _HELP & {parsed.lower(k) for k in range(i + 1, to)} else None


def _help_from(parsed: Parsed, i: int) -> Phrase | None:
    """The giver in "has received lethal aid from Freedonia"."""
    joint = next((k for k in range(i + 1, i + _FAR) if parsed.lower(k) == "from"), None)
    if joint is None or not _HELP & {parsed.lower(k) for k in range(i + 1, joint)}:
        return None
    giver = parsed.phrase_at.get(joint + 1)
    if giver is not None and giver.possessed and (owned := parsed.phrase_at.get(giver.last + 1)) is not None:
        giver = owned if owned.names else giver
    return giver if giver is not None and giver.kind in _BACKERS and giver.names else None


def _fronted(parsed: Parsed) -> list[Relation]:
    """ "Backed by Freedonia, the rebels hold the north"."""
    backer = parsed.phrase_at.get(2)
    if backer is None or backer.kind not in _BACKERS or parsed.lower(backer.last) != ",":
        return []
    return _relations(parsed, _named(parsed, [backer]), _groups(parsed, backer.last + 1)[:1])
