"""Aims in the speaker's own words: "strikes meant to degrade the group's capabilities", "in order to free hostages"."""

from __future__ import annotations

from collections.abc import Iterator

from belligraph.extract.lexicon import lexicon, word_set
from belligraph.extract.mentions import Mention, Slot
from belligraph.extract.parse import Parsed
from belligraph.model.sheet import EventType, Property, TextObject

__all__ = ["clause_end", "find_aims", "is_pointing"]

_MEANT = word_set("intended meant designed aimed")
_DONE = word_set("taken conducted launched made ordered authorized undertaken necessary out")
_AIMING = word_set("aims aim aimed seeks sought")
_EFFORTS = word_set("effort attempt bid move efforts")
_COPULAS = word_set("is are was were be been being")
_DEEDS = word_set("action actions strike strikes operation operations response")
# what an aim says by itself; after other verbs a bare "to" may only go on with the sentence
_PURSUING = word_set("""protect defend prevent disrupt degrade stop neutralize neutralise eliminate counter weaken halt
pressure demonstrate ensure support free rescue restore secure dismantle reduce end bolster strengthen provide reassure
safeguard limit curb remove liberate recover enforce uphold make send show""")
_CUES = _PURSUING | _MEANT | _AIMING | _EFFORTS | {"order"}
_MARKERS = _MEANT | _AIMING | _EFFORTS | {"order", "to"}
_CLEAR = word_set("clear message signal resolve")
_NO_AIM = word_set("""ability abilities capability capabilities right need readiness commitment threat efforts attempts means
order ready prepared able continue continued going want wants wanted plan plans vowed needed expected likely used failed
measures steps hesitate committed""")
_STOPS = word_set("amid as after while until which because when if but where")
_FAR = 20
_FAR_STATED = 40


def find_aims(parsed: Parsed, mentions: list[Mention]) -> list[tuple[Slot, Mention | None]]:
    """The aims of a sentence with their mention; None: the event that "this action" points back to."""
    found: list[tuple[Slot, Mention | None]] = []
    if not parsed.has(_CUES):
        return found
    seen: list[Mention | None] = []
    for marker, verb, points_back in _markers(parsed):
        host = None if points_back else _host(parsed, mentions, marker)
        if (host is None and not points_back) or host in seen or _is_concept(parsed, verb):
            continue
        start, end = parsed.start(verb), clause_end(parsed, parsed.end(verb + 1))
        begin = parsed.start(marker) if host is None else min(host.start, parsed.start(marker))
        text = parsed.view.evidence(start, end).quote
        found.append((Slot(Property.PURPOSE, TextObject(text), begin, end), host))
        seen.append(host)
    return found


def clause_end(parsed: Parsed, position: int) -> int:
    """Where the clause ends that goes on at a position: before "amid", a quotation mark, or ", a spokesman said"."""
    end = position
    for k, token in enumerate(parsed.tokens):
        if token.start < position:
            continue
        if token.text in '.;"' or token.lower in _STOPS:
            break
        if token.text == "," and (parsed.lower(k + 1).endswith("ing") or _tells_on(parsed, k)):
            break
        if token.lower == "and" and parsed.lower(k + 1) in {"will", "would", "have"}:
            break
        end = token.end
    while end > position and parsed.view.normal[end - 1] in " ,":
        end -= 1
    return end


def _markers(parsed: Parsed) -> Iterator[tuple[int, int, bool]]:
    """Where words of an aim begin, where its verb stands, and whether "this action" has the aim."""
    for i in parsed.at(_MARKERS):
        word, after = parsed.lower(i), parsed.lower(i + 1)
        if word == "order" and parsed.lower(i - 1) == "in" and after == "to":
            yield i - 1, i + 2, False
        elif word in _EFFORTS and after == "to" and parsed.lower(i - 1) in {"a", "an"} and parsed.lower(i - 2) == "in":
            yield i - 2, i + 2, False
        elif word in _MEANT and parsed.lower(i - 1) in _COPULAS and after in {"to", "at"}:
            if after == "to" or parsed.lower(i + 2).endswith("ing"):
                yield i, i + 2, is_pointing(parsed, i)
        elif word in _AIMING and _is_deed(parsed, i - 1):
            quoted = after == '"'
            if parsed.lower(i + 1 + quoted) == "to":
                yield i, i + 2 + quoted, is_pointing(parsed, i)
        elif word == "to" and _pursues(parsed, i + 1):
            done = parsed.lower(i - 1) in _DONE and bool(_COPULAS & {parsed.lower(k) for k in range(i - 4, i - 1)})
            today = parsed.lower(i - 1) in {"action", "actions"} and parsed.lower(i - 2) in {"'s", "this", "these"}
            if done or today:
                yield i - 1, i + 1, today or is_pointing(parsed, i)
            elif parsed.lower(i - 1) not in _NO_AIM and not parsed.lower(i - 1).endswith("ed"):
                yield i, i + 1, False


def _pursues(parsed: Parsed, k: int) -> bool:
    word = parsed.lower(k)
    if word in {"make", "send", "show"}:
        return bool(_CLEAR & {parsed.lower(j) for j in range(k + 1, k + 6)})
    return word in _PURSUING


def _is_deed(parsed: Parsed, k: int) -> bool:
    """Whether the subject that ends at k is an event, or what points back to one."""
    phrase = parsed.phrase_at.get(k)
    return phrase is not None and phrase.head in _DEEDS


def is_pointing(parsed: Parsed, end: int) -> bool:
    """Whether a sentence begins with "this action", "these actions" before the token at `end`: the event told last."""
    head = {parsed.lower(k) for k in range(min(4, end))}
    return bool(head & {"action", "actions"}) and bool(head & {"this", "these", "the"})


def _host(parsed: Parsed, mentions: list[Mention], marker: int) -> Mention | None:
    """The event of the clause: the mention told last before the aim, nothing but its own words between."""
    host = next((m for m in reversed(mentions) if m.token < marker), None)
    plain = parsed.lower(marker) == "in"
    if host is None or host.type is EventType.OTHER or marker - host.token > (_FAR_STATED if plain else _FAR):
        return None
    if parsed.lower(marker - 2) == "it" and parsed.lower(marker) in _MEANT and parsed.lower(marker - 3) in {"that", ","}:
        return host  # "struck a depot, adding that it was designed to"
    between = [k for k in range(host.token + 1, marker) if (parsed.lower(k), parsed.lower(k + 1)) != ("as", "part")]
    if parsed.lower(marker) == "to" and any(k in parsed.verbs for k in between):
        return None  # "downed drones launched by rebels to protect a base"
    return None if any(parsed.lower(k) in _STOPS or parsed.lower(k) in {";", "that", "who"} for k in between) else host


def _is_concept(parsed: Parsed, verb: int) -> bool:
    """Whether a concept of the vocabulary says the same: "to deter", "protect shipping"."""
    start = parsed.start(verb - 1) if verb else parsed.start(verb)
    words = parsed.view.normal[start : clause_end(parsed, parsed.end(verb + 1))].lower()
    return any(p in words for name, phrases in lexicon().phrases.items() if name.startswith("purposes.") for p in phrases)


def _tells_on(parsed: Parsed, comma: int) -> bool:
    """Whether somebody tells the clause before a comma: ", a spokesman said"."""
    for k in range(comma + 1, min(comma + 12, len(parsed.tokens))):
        if lexicon().is_in(parsed.lower(k), "speech.said"):
            return True
        if parsed.tokens[k].text in ",.;":
            return False
    return False
