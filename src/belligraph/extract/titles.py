"""Who speaks by a title alone: a headline's "governor", or "the governor" who is named in the next sentence."""

from __future__ import annotations

from dataclasses import replace

from belligraph.extract.actors import ActorRef
from belligraph.extract.classes import person_start
from belligraph.extract.lexicon import word_set
from belligraph.extract.offices import office_before
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import Phrase, PhraseKind
from belligraph.extract.scopes import Scope
from belligraph.model.sheet import ActorKind

__all__ = ["name_titles", "titles_of"]

_TITLES = word_set("governor mayor minister president chief spokesman spokeswoman spokesperson ambassador commander")
_LOCAL = frozenset(["governor", "mayor"])
_SHORT = {
    **{"gen": "general", "adm": "admiral", "gov": "governor", "col": "colonel", "capt": "captain", "maj": "major"},
    **{"cmdr": "commander", "brig": "brigadier", "sen": "senator", "rep": "representative", "lt": "lieutenant"},
}
_HELD = (
    _TITLES
    | word_set("secretary leader director official premier prosecutor administrator representative")
    | {*_SHORT.values()}
)
# how many sentences later somebody known by a title may be named
_SOON = 2


def name_titles(sentences: list[Parsed], scopes: list[list[Scope]]) -> None:
    """Let those who speak by a title alone be whoever is named with it, in the text of a headline or soon after."""
    _name_in_headlines(sentences, scopes)
    for n, own in enumerate(scopes):
        for k, scope in enumerate(own):
            speaker = scope.chain[0]
            title = _last_word(speaker)
            if speaker.identified or title not in _TITLES:
                continue
            soon = zip(sentences[n + 1 : n + 1 + _SOON], scopes[n + 1 : n + 1 + _SOON], strict=True)
            named = next((s.chain[0] for p, later in soon for s in later if _bears(p, s.chain[0], title)), None)
            named = named or _named_next(sentences[: n + 2], scopes[n + 1 : n + 2], title)
            if named is not None:
                own[k] = replace(scope, chain=(replace(named, start=speaker.start, end=speaker.end), *scope.chain[1:]))


def titles_of(parsed: Parsed, phrase: Phrase) -> list[str]:
    """By which titles a person who is told in full may be meant later: those before the name, or the office beside it."""
    own = [parsed.lower(k) for k in range(phrase.core, person_start(parsed.tokens, phrase))]
    titles = [_SHORT.get(word, word) for word in own]
    after = parsed.phrase_at.get(phrase.last + 1) if parsed.lower(phrase.last) == "," else None
    beside = [office_before(parsed, phrase), after if after is not None and after.kind is PhraseKind.OFFICIAL else None]
    return [t for t in [*titles, *(o.head for o in beside if o is not None)] if t in _HELD]


def _name_in_headlines(sentences: list[Parsed], scopes: list[list[Scope]]) -> None:
    """Let a headline's "governor" be the regional governor who speaks in the text."""
    later = [a for p, own in zip(sentences, scopes, strict=True) if not p.sentence.headline for s in own for a in s.chain]
    for p, own in zip(sentences, scopes, strict=True):
        if not p.sentence.headline:
            continue
        for n, scope in enumerate(own):
            speaker = scope.chain[0]
            heads = [a for a in later if _last_word(a) == _last_word(speaker)]
            if not speaker.identified and heads:
                named = replace(heads[0], start=speaker.start, end=speaker.end)
                own[n] = replace(scope, chain=(named, *scope.chain[1:]))


def _bears(parsed: Parsed, person: ActorRef, title: str) -> bool:
    """Whether a person is named with a title right before the name: "Governor Jane Doe"."""
    if person.kind is not ActorKind.PERSON or not person.identified:
        return False
    words = parsed.view.normal[parsed.sentence.start : parsed.sentence.end].lower()
    return f"{title} {person.name.lower()}" in words


def _named_next(sentences: list[Parsed], following: list[list[Scope]], title: str) -> ActorRef | None:
    """Who goes on in "The governor of Stone said … John Doe said on the radio": told by name alone, for the first time."""
    person = next((s.chain[0] for s in following[0]), None) if following else None
    first = sentences[-1].phrase_at.get(0)
    if (
        title not in _LOCAL
        or person is None
        or first is None
        or not person.identified
        or person.kind is not ActorKind.PERSON
    ):
        return None
    if first.core or first.kind not in {PhraseKind.NAME, PhraseKind.PERSON} or sentences[-1].lower(first.last) == ",":
        return None
    name = person.name.split()
    bare = len(name) > 1 and sentences[-1].text(0, first.last) == person.name
    before = sentences[-1].view.normal[: sentences[-1].sentence.start]
    return person if bare and name[-1] not in before else None


def _last_word(actor: ActorRef) -> str:
    return actor.name.lower().split()[-1] if actor.name.split() else ""
