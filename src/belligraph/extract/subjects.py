"""The walk from a verb back to its subject."""

from __future__ import annotations

from belligraph.extract import clauses
from belligraph.extract.antecedents import antecedent
from belligraph.extract.coordination import finding_before, is_passed, listed_before
from belligraph.extract.lexicon import lexicon, word_set
from belligraph.extract.neighbours import doer_before, is_launched, town_before
from belligraph.extract.phrase import ACTORS, Phrase, PhraseKind
from belligraph.extract.words import Words

__all__ = ["accused", "subjects_of"]

_TOGETHER = word_set("along together jointly")
_NAMED_PLACES = frozenset({PhraseKind.PLACE, PhraseKind.NAME})
_SOMEWHERE = frozenset({PhraseKind.STATE, PhraseKind.PLACE})


def subjects_of(words: Words, i: int) -> list[Phrase]:
    """The phrases that are the subject of the verb at i: one, or several joined by "and"; empty if none is found."""
    found = _subject(words, i, 0)
    if found is None:
        return []
    joined = [found]
    while (before := joined[0].first - 1) > 0 and words.lower(before) in {"and", ","}:
        if words.lower(before) == "and" and words.lower(before - 1) == ",":
            before -= 1
        previous = words.phrase_at.get(before - 1)
        verb = words.lower(previous.first - 1) if previous is not None and previous.first - 1 in words.verbs else ""
        if verb and not words.lower(i).endswith("ing") and not lexicon().is_in(verb, "speech.said"):
            break  # "hit two ships and one was sunk": what was hit is no subject
        if previous is not None and words.lower(before) == "," and _is_governed(words, previous):
            break  # "During the transit, the Kestrel and the Heron were attacked"
        if previous is None or previous.last != before or (words.lower(before) == "," and len(joined) < 2):
            break
        joined.insert(0, previous)
    return [*joined, *_companions(words, joined[-1], i)]


def _companions(words: Words, last: Phrase, i: int) -> list[Phrase]:
    """Who else does what the verb at i tells: "the fleet, along with the army and two militias, struck"."""
    k = last.last + (words.lower(last.last) == ",")
    if words.lower(k) == "alongside":
        k += 1
    elif words.lower(k) in _TOGETHER and words.lower(k + 1) == "with":
        k += 2
    else:
        return []
    found: list[Phrase] = []
    while (phrase := words.phrase_at.get(k)) is not None and phrase.first == k and phrase.last <= i:
        found += [phrase] if phrase.kind in ACTORS else []
        k = phrase.last
        while words.lower(k) in {",", "and"}:
            k += 1
    return found


def _is_answered(words: Words, phrase: Phrase, start: int, i: int) -> bool:
    """Whether a participle tells what somebody did that is answered: "in response to rebels targeting a base"."""
    answer = (words.lower(start - 2), words.lower(start - 1)) in {("response", "to"), ("reaction", "to")}
    return answer and phrase.kind in ACTORS and phrase.last == i and words.lower(i).endswith("ing")


def _subject(words: Words, i: int, depth: int) -> Phrase | None:
    lex = lexicon()
    k = i - 1
    steps = 0
    relative = False
    while k >= 0 and steps < 40:
        steps += 1
        word = words.lower(k)
        phrase = words.phrase_at.get(k)
        if phrase is not None:
            before = words.lower(phrase.first - 1)
            if phrase.head in clauses.BEARINGS and phrase.first == phrase.last - 1 and words.lower(phrase.last) == "of":
                k = phrase.first - 1  # "a strike north of the port hit"
                continue
            if phrase.head in clauses.UNITS and phrase.figure is not None and words.lower(phrase.first - 1) != "and":
                k = phrase.first - 1  # "a ship 60 miles south of the port was hit"
                continue
            if relative and phrase.kind is PhraseKind.EVENT:
                return phrase  # "were killed in a raid by rebels that targeted a school"
            if phrase.possessor is not None and phrase.first - 1 == phrase.possessor.last:
                before = words.lower(phrase.possessor.first - 1)
                start = phrase.possessor.first
            else:
                start = phrase.first
            if _is_answered(words, phrase, start, i):
                return phrase
            side = words.phrase_at.get(start - 2) if before == "and" else None
            if side is not None and words.lower(side.first - 1) == "between":
                start, before = side.first, "between"  # "clashes between the army and rebels killed two"
            elif side is not None and side.head == phrase.head == "ship" and words.lower(side.first - 1) == "from":
                start, before = side.first, "from"  # "helicopters from the HMS Kestrel and HMS Heron"
            if phrase.kind in _SOMEWHERE:
                inset = before == "," and words.lower(phrase.last) == ","
                inner = words.phrase_at.get(start - 2) if inset else None
                if inner is not None and words.lower(inner.first - 1) in clauses.PLACING | {"from"}:
                    start, before = inner.first, words.lower(inner.first - 1)  # "in Northtown, Freedonia, attacked"
                while words.lower(start - 1) == "and" and (land := words.phrase_at.get(start - 2)) is not None:
                    start = land.first  # "forces in Freedonia and Sylvania were attacked"
                    before = words.lower(start - 1)
                    before = before if land.kind in _SOMEWHERE or before == "between" else ""
            elif (
                phrase.kind is PhraseKind.NAME
                and before == "and"
                and (town := town_before(words.tokens, words.phrase_at, start)) is not None
            ):
                start = town.first  # "officials in Northtown and Southtown said"
                before = words.lower(start - 1)
            with_it = words.phrase_at.get(start - 2) if before == "and" and _is_arm(phrase) else None
            if with_it is not None and _is_arm(with_it) and words.lower(with_it.first - 1) == "with":
                start, before = with_it.first, "with"  # "militants armed with rifles and grenades"
            hit = words.phrase_at.get(start - 2) if before == "and" else None
            if hit is not None and words.lower(hit.first - 1) in {"on", "against"}:
                event = words.phrase_at.get(hit.first - 2)
                if event is not None and event.kind is PhraseKind.EVENT:
                    start, before = hit.first, "on"  # "strikes on rebels and their allies have killed"
            beside = words.phrase_at.get(start - 2) if before == "alongside" else None
            if beside is not None and beside.kind in ACTORS and phrase.kind in ACTORS:
                return beside  # "the army alongside the militia struck"
            if before == "spent" and words.lower(i).endswith("ing"):
                k = start - 2  # "the Kestrel spent three hours shooting down drones"
                continue
            whole = words.phrase_at.get(start - 2) if before == "of" else None
            if whole is not None and (
                whole.head in clauses.PARTS or (whole.head == "group" and phrase.kind is PhraseKind.GROUP)
            ):
                return phrase
            believed = start - 3  # "gunmen believed to be members of the group attacked"
            if before == "be" and words.lower(start - 2) == "to" and words.lower(believed) in clauses.HELD_TO_BE:
                k = believed - 1
                continue
            host = words.phrase_at.get(start - 2) if before in clauses.HOLDING_IN else None
            if host is not None and host.kind is PhraseKind.FACILITY:
                start, before = host.first, words.lower(host.first - 1)  # "a raid on a base housing troops killed two"
            if before in lex.words["stop.prepositions"] and not (before in clauses.CLAUSE or before == "like"):
                k = start - 2
                while (
                    words.lower(k) in clauses.TRANSPARENT
                    or words.lower(k) in clauses.REDUCED
                    or is_launched(words.tokens, words.phrase_at, k)
                    or (k in words.taken and _is_dated_launch(words, k))
                ):
                    k -= 1
                continue
            if (k != i - 1 or depth == 0) and (told := _before_relative(words, start, i)) is not None:
                return told
            doer = doer_before(words.tokens, words.phrase_at, start)
            if doer is not None and words.lower(doer.first - 1) in lex.words["stop.prepositions"]:
                if words.lower(doer.first - 2) not in clauses.TRANSPARENT | clauses.REDUCED:
                    return phrase
                k = doer.last - 1  # "a vessel belonging to the group fighting the rebels"
                continue
            return doer or phrase
        if word.isdigit() and (words.lower(k - 2), words.lower(k - 1)) == ("out", "of"):
            k -= 3  # "16 drones out of 17 were shot down"
            continue
        if word == ")" and (opened := next((j for j in range(k - 1, max(k - 8, -1), -1) if words.lower(j) == "("), -1)) > 0:
            k = opened - 1
            continue
        begins = word in clauses.BEGINNING and k == i - 1 and words.lower(i).endswith("ing")
        if (
            begins
            or k in words.taken
            or lex.is_in(word, "stop.auxiliaries", "stop.adverbs")
            or word.endswith("ly")
            or word in {'"', "there"}
            or (word == "since" and words.lower(k - 1) in {"has", "have", "had"})
        ):
            k -= 1
            continue
        if words.lower(k + 1) == "being" and lex.is_in(word, "speech.said"):
            k -= 1  # "a ship reported being hit"
            continue
        if word in {"who", "which", "that"}:
            k -= 1
            relative = word != "who"
            if (told := antecedent(words, k, i)) is not None:
                return told
            if words.lower(k) == ",":
                k -= 1
                place = words.phrase_at.get(k)
                if place is not None and place.kind in _NAMED_PLACES and words.lower(place.first - 1) == ",":
                    k = place.first - 2  # "a strike in the capital, Mirefield, that destroyed a mill"
            continue
        if word in {"-", "–", "—"}:
            k = next((j for j in range(k - 1, max(k - 25, -1), -1) if words.lower(j) == word), 0) - 1
            continue
        if word == "," and k == i - 1 and depth < 3 and (verb := listed_before(words, k)) is not None:
            return _subject(words, verb, depth + 1)  # "shot down two drones, sank a boat and hit a depot"
        if word == "," and k < i:
            taken = words.taken | words.phrase_at.keys()
            commas = [j for j in range(k - 1, max(k - 25, -1), -1) if words.lower(j) == "," and j not in taken]
            opening = next((j for j in commas if words.lower(_behind_and(words, j)) in clauses.OPENING), None)
            other = opening if opening is not None else next(iter(commas), None)
            if other is None or (k != i - 1 and not _only_skipped(words, k + 1, i)):
                return None
            k = other - 1
            continue
        if word == "to" and (agent := words.phrase_at.get(k - 1)) is not None:
            owner = agent.possessor.first if agent.possessor is not None else agent.first
            used = words.lower(owner - 1) == "by" and words.lower(owner - 2) in clauses.USED
            if used or words.lower(agent.first - 1) in clauses.CAUSING:
                return agent
        if word in {"of", "for"} and (agent := accused(words, k)) is not None:
            return agent
        if word == "after" and k == i - 1 and words.lower(i).endswith("ing") and depth == 0:
            return _main_actor(words, k)
        by_doing = word == "by" and k == i - 1 and words.lower(i).endswith("ing")
        if (word in {"and", "to", "or"} or by_doing) and depth < 3:
            verb = next(
                (j for j in range(k - 1, max(k - 30, -1), -1) if j in words.verbs and not is_passed(words, j, i)), None
            )
            anew = verb is not None and any(words.lower(j) in clauses.PRONOUNS for j in range(verb + 1, k))
            verb = finding_before(words, verb, i) if verb is not None else None
            return _subject(words, verb, depth + 1) if verb is not None and not anew else None
        return None
    return None


def _behind_and(words: Words, comma: int) -> int:
    """The first token behind a comma and an "and" that may follow it: ", and with the support of the fleet, struck"."""
    return comma + 1 + (words.lower(comma + 1) == "and")


def _main_actor(words: Words, after: int) -> Phrase | None:
    """Who does what "after" and a participle tell: the actor that the main clause begins with."""
    first = next((p for p in words.phrases if p.kind in ACTORS), None)
    verb = next((j for j in range(after) if j in words.verbs), None)
    if first is None or verb is None or first.possessed or first.last > verb:
        return None
    return None if lexicon().is_in(words.lower(first.first - 1), "stop.prepositions") else first


def _before_relative(words: Words, start: int, i: int) -> Phrase | None:
    """Whom the clause that ends with the phrase at `start` describes: "the men who stormed the camp were shot"."""
    lex = lexicon()
    verb = start - 1
    if verb not in words.verbs or lex.is_in(words.lower(verb), "speech.said") or words.lower(i - 1) not in clauses.BEING:
        return None
    k = verb - 1
    while lex.is_in(words.lower(k), "stop.auxiliaries", "stop.adverbs") or words.lower(k).endswith("ly"):
        k -= 1
    described = words.phrase_at.get(k - 1)
    return described if words.lower(k) in {"who", "that", "which"} and described is not None else None


def _is_dated_launch(words: Words, k: int) -> bool:
    """Whether the day at k stands behind a participle: "a missile launched Monday from the coast"."""
    while k in words.taken or words.lower(k) == "on":
        k -= 1
    return is_launched(words.tokens, words.phrase_at, k)


def _is_governed(words: Words, phrase: Phrase) -> bool:
    return words.lower(phrase.first - 1) in lexicon().words["stop.prepositions"]


def _is_arm(phrase: Phrase) -> bool:
    return bool(phrase.concepts) or lexicon().heads.get(phrase.head) == "weapon"


def accused(words: Words, k: int) -> Phrase | None:
    """Whom the words before the "of" or "for" at k accuse: "accused X of", "blamed X for"."""
    while words.lower(k - 1) in clauses.HELD_TO_BE:
        k -= 1
    agent = words.phrase_at.get(k - 1)
    if agent is not None and words.lower(k) in clauses.HELD_TO_BE:
        return agent  # "militants believed to be responsible for firing"
    if agent is not None and words.lower(agent.first - 1) == "in":
        agent = words.phrase_at.get(agent.first - 2)
    return agent if agent is not None and words.lower(agent.first - 1) in clauses.ACCUSING else None


def _only_skipped(words: Words, first: int, last: int) -> bool:
    lex = lexicon()
    return all(
        k in words.taken
        or lex.is_in(words.lower(k), "stop.auxiliaries", "stop.adverbs")
        or (words.lower(k).endswith("ly") and k not in words.phrase_at)
        for k in range(first, last)
    )
