"""Which event an expression of time dates."""

from __future__ import annotations

from belligraph.extract.aggregates import rounds_of
from belligraph.extract.clauses import MARKING
from belligraph.extract.dates import DAY, TimeExpression
from belligraph.extract.lexicon import lexicon, word_set
from belligraph.extract.mentions import Mention, Slot
from belligraph.extract.parse import Parsed
from belligraph.model.sheet import DateObject, Property

__all__ = ["assign_dates"]

_BOUNDS = word_set(
    "as after before while when because although though if ; until amid but like since followed follows following"
)
_MEANWHILE = word_set("when as while")
_CAUSES = word_set("retaliation response revenge reprisal")
_RANKING = word_set("most first second third fourth fifth worst latest deadliest")
_SUFFERING = word_set("faced faces suffered came under saw witnessed sustained")
_RELATIVE = word_set("which who whose")
_DONE = word_set("killed died wounded injured carried conducted launched occurred happened took struck hit attacked")
_HARMED = word_set("killed died wounded injured hurt dead")
_STARTING = word_set("so and now then well okay ok also")
_KNOWING = word_set("you we i most many noted mentioned reported previously")
_CALLING = word_set("described called branded termed labeled labelled condemned")
_REACTING = word_set("""condemned denounced criticized decried praised hailed mourned distanced discussed claimed
investigated""")
_DASHES = frozenset(["-", "--", "\u2013", "\u2014"])
_HEAD = 8  # tokens of a dateline
_NEAR = 16
_LASTING = word_set("campaign operations offensive")
_STARTED = word_set("began started erupted broke")
_BEGINNING = word_set("began begun started starting beginning")
_AUXILIARIES = word_set("has have had was were")
_WITH = word_set("with in by")
_CLOCK = word_set("at about approximately around local time gmt utc")
_FAR = 36
_FAR_VAGUE = 14


def assign_dates(parsed: Parsed, mentions: list[Mention]) -> None:
    """Give each expression of time to the nearest trigger of its clause; those of the telling ("said on Friday") to none."""
    for time in parsed.times:
        if time.is_beside:
            continue  # it dates what it stands beside, see `anchored`
        first = next((k for k, t in enumerate(parsed.tokens) if t.start >= time.start), None)
        if first is None:
            continue
        last = next((k for k in range(first, len(parsed.tokens)) if parsed.tokens[k].start >= time.end), len(parsed.tokens))
        if _is_dateline(parsed, first, last):
            continue
        _date_when(parsed, mentions, last, time)
        since = _since(parsed, mentions, first)
        if since is not None:
            _date_since(parsed, mentions, since, time)
            continue
        owned = parsed.lower(last) == "'s"
        mention = _owned(parsed, mentions, last) if owned else _nearest(parsed, mentions, first, last, time)
        if mention is None or _is_taken(mention):
            continue
        if not owned and not _leads_to(parsed, mention, first, last) and _is_of_telling(parsed, first, mention):
            continue
        if (mention.token < first and _names_it(parsed, first)) or _is_of_reaction(parsed, mention, last):
            continue
        if _measures(parsed, mention, first, last):
            continue
        # "since Tuesday's strike": the strike was on Tuesday
        day = time.date.removesuffix("/..") if owned and time.date else time.date
        if day and "/" not in day and _begins(parsed, mention, first):
            day = f"{day}/.."
        _add(parsed, mention, time, day)
        told = _told_by_when(parsed, mentions, mention, last)
        if told is not None:
            _add(parsed, told, time, day)


def _is_dateline(parsed: Parsed, first: int, last: int) -> bool:
    """Whether a day stands in the dateline, where the report was written: "KYIV, May 3 (Wire) - Two people were"."""
    if first > _HEAD or not all(t.is_capital or not t.is_word for t in parsed.tokens[:first]):
        return False
    end = last
    if parsed.lower(last) == "(":
        end = next((k + 1 for k in range(last, last + _HEAD) if parsed.lower(k) == ")"), last)
    return first > 0 and parsed.lower(end) in _DASHES


def _is_of_reaction(parsed: Parsed, mention: Mention, last: int) -> bool:
    """Whether a time dates what is said about an event told before: "hours later, the mayor condemned the attack"."""
    first = mention.phrase.first if mention.phrase is not None and mention.phrase.determiner == "the" else last
    announced = first < last and parsed.lower(first - 1) == "announced" and mention.token + 1 in parsed.taken
    return announced or any(parsed.lower(k) in _REACTING for k in range(last, first))


def _told_by_when(parsed: Parsed, mentions: list[Mention], mention: Mention, last: int) -> Mention | None:
    """The event that "when" or "as" tells of a bare "the attack": "the attack came on Tuesday as gunmen stormed a hotel"."""
    phrase = mention.phrase
    if phrase is None or phrase.determiner != "the" or mention.token > last or mention.actors(Property.ATTACKER):
        return None
    joint = next((k for k in range(last, last + _NEAR // 2) if parsed.lower(k) in {"as", "when"}), None)
    if joint is None or parsed.lower(joint - 1) == "," or any(k in parsed.verbs for k in range(last, joint)):
        return None
    told = next((m for m in mentions if joint < m.token < joint + _NEAR), None)
    return told if told is not None and not _is_taken(told) else None


def _since(parsed: Parsed, mentions: list[Mention], first: int) -> int | None:
    """The "since" of a clause that tells what began at a time: "since the war started in May"."""
    since = next((k for k in range(first - 1, max(first - _NEAR, -1), -1) if parsed.lower(k) == "since"), None)
    if since is None or since in parsed.taken or any(since < m.token < first for m in mentions):
        return None
    return since if any(parsed.lower(k) in _STARTED for k in range(since + 1, first)) else None


def _date_since(parsed: Parsed, mentions: list[Mention], since: int, time: TimeExpression) -> None:
    """Date what has been going on since then, told before "since"."""
    told = next((m for m in reversed(mentions) if m.token < since), None)
    cut = told is None or any(parsed.lower(k) in _BOUNDS for k in range(told.token + 1, since))
    if told is not None and not cut and not _is_taken(told) and time.date and "/" not in time.date:
        _add(parsed, told, time, f"{time.date}/..")


def _add(parsed: Parsed, mention: Mention, time: TimeExpression, day: str | None) -> None:
    words = parsed.view.evidence(time.start, time.end).quote
    start, end = min(mention.start, time.start), max(mention.end, time.end)
    mention.slots.append(Slot(Property.DATE, DateObject(day, words), start, end))


def _date_when(parsed: Parsed, mentions: list[Mention], last: int, time: TimeExpression) -> None:
    """Date what "when" tells right behind a time: "since May 3, when rebels attacked a convoy"."""
    joint = last + (parsed.lower(last) == ",")
    if parsed.lower(joint) != "when" or time.date is None:
        return
    told = next((m for m in mentions if joint < m.token < joint + _NEAR), None)
    if told is not None and not _is_taken(told):
        _add(parsed, told, time, time.date.removesuffix("/.."))


def _begins(parsed: Parsed, mention: Mention, first: int) -> bool:
    """Whether what lasts began then: "began a campaign in January", "attacks that began late in May" go on since."""
    phrase = mention.phrase
    if phrase is None or mention.token > first:
        return False
    if parsed.lower(first - 1) in _BEGINNING:
        return phrase.head in _LASTING or mention.is_series
    return phrase.head in _LASTING and parsed.lower(phrase.first - 1) in _BEGINNING


def _owned(parsed: Parsed, mentions: list[Mention], mark: int) -> Mention | None:
    """Whose day the possessive tells: the event's phrase right behind it ("Tuesday's drone attack"), and nothing else."""
    phrase = parsed.phrase_at.get(mark + 1)
    return next((m for m in mentions if m.phrase is not None and (m.phrase is phrase or m.phrase.first == mark)), None)


def _measures(parsed: Parsed, mention: Mention, first: int, last: int) -> bool:
    """Whether a time only bounds a comparison: "the most serious attack this year", "was the second in recent weeks"."""
    if mention.phrase is None or mention.token > last:
        return False
    counted = range(mention.token + 1, first)
    ranked = [k for k in counted if parsed.lower(k) in _RANKING and parsed.lower(k - 1) == "the"]
    if any(parsed.lower(k - 2) in MARKING or parsed.lower(k - 2) in {",", "of"} for k in ranked):
        return True
    if parsed.lower(first) != "this" and "recent" not in {parsed.lower(k) for k in range(first, last)}:
        return False
    front = {parsed.lower(k) for k in range(mention.phrase.first, mention.token)}
    return bool(front & _RANKING) or any(word.endswith("est") for word in front)


def _is_taken(mention: Mention) -> bool:
    return len(mention.values(Property.DATE)) >= 1


def _nearest(parsed: Parsed, mentions: list[Mention], first: int, last: int, time: TimeExpression) -> Mention | None:
    best, best_distance = None, _FAR_VAGUE if time.is_vague else _FAR
    for mention in mentions:
        distance = first - mention.token if mention.token < first else mention.token - last
        low, high = (mention.token + 1, first) if mention.token < first else (last, mention.token)
        anew = parsed.lower(last) in {"has", "have"} and parsed.lower(first - 1) in {"and", ","}
        if mention.token < first and (anew or _is_aside(parsed, mention, first)):
            continue  # "struck over attacks, and in recent weeks have threatened"
        meanwhile = not any(low <= m.token < high for m in mentions) and (
            mention.token < first or all(m.token > last for m in mentions)
        )
        if mention.token > last and parsed.lower(last) == "," and parsed.lower(last + 1).endswith("ing"):
            continue  # "spoke with him on Monday, reaffirming support as the army strikes"
        if any(_bounds(parsed, k, meanwhile) for k in range(low, high)):
            continue
        split = (first > 0 and parsed.lower(first - 1) in _AUXILIARIES) or _leads_to(parsed, mention, first, last)
        opening = split or (mention.token > last and meanwhile and any(_leads_on(parsed, k) for k in range(low, high)))
        opening = opening or _opens(parsed, first, last)
        if mention.token >= last and best is not None and first > 0 and not split and _closes(parsed, best, first, last):
            continue
        if mention.token >= last and not opening:
            phrase = mention.phrase
            heads = parsed.lower(last) in _WITH and all(m.token > last for m in mentions)
            goes_on = phrase is None and parsed.lower(last) == "and" and mention.token == last + 1 and best is None
            if not goes_on and (phrase is None or phrase.first > last + heads):
                continue
        # no year is one of telling: "In 2022, officials said rebels attacked"
        long_ago = time.date is not None and len(time.date) < DAY and all(not t.is_word for t in parsed.tokens[:first])
        if (
            mention.token > last
            and not long_ago
            and any(_tells(parsed, k) and not _is_inset(parsed, k) for k in range(low, high))
        ):
            continue
        if distance < best_distance:
            best, best_distance = mention, distance
    return best


def _is_aside(parsed: Parsed, mention: Mention, first: int) -> bool:
    """Whether a time stands in a relative clause about something else: "attacked a town, which has grown since 1984"."""
    joint = max((k for k in range(mention.token + 1, first) if parsed.lower(k) in _RELATIVE), default=-1)
    if joint < 0 or parsed.lower(joint - 1) != "," or joint - 1 == mention.token + 1:
        return False
    return not any(parsed.lower(k) == "," for k in range(joint, first))


def _bounds(parsed: Parsed, k: int, meanwhile: bool) -> bool:
    """Whether token k ends the clause of a time: not "when" where all is told behind it, "hurt when rebels struck"."""
    word = parsed.lower(k)
    if k in parsed.taken:
        return False  # "just before 6 p.m. on Monday"
    if word in _CAUSES and parsed.lower(k + 1) in {"for", "to"}:
        return True
    if word == "after" and meanwhile and _leads_on(parsed, k):
        return False
    aside = word == "as" and parsed.lower(k - 1) == ","
    if aside and parsed.lower(k + 1) in _KNOWING:
        return False  # "last night, as you know, forces struck"
    return word in _BOUNDS and not (meanwhile and word in _MEANWHILE and not aside)


def _leads_on(parsed: Parsed, k: int) -> bool:
    """Whether token k leads from those harmed to what harmed them then: "hurt on Monday when", "died on Monday after"."""
    if parsed.lower(k) in _MEANWHILE:
        return True
    before = k - 1
    while before in parsed.taken:
        before -= 1
    return parsed.lower(k) == "after" and before < k - 1 and parsed.lower(before) in _HARMED


def _opens(parsed: Parsed, first: int, last: int) -> bool:
    """Whether a time begins a clause, so that it may date what follows: at the start, behind "but", or before a comma."""
    if all(not t.is_word or t.lower in _STARTING for t in parsed.tokens[:first]) or parsed.lower(first - 1) == "but":
        return True
    if (parsed.lower(first - 2), parsed.lower(first - 1)) == (",", "and"):
        return True
    begin = max((k for k in range(first) if parsed.lower(k) in {",", ";", ":", '"', "but"}), default=-1)
    told = any(k in parsed.verbs or parsed.lower(k) in {"being", "having"} for k in range(begin + 1, first))
    while last in parsed.taken or parsed.lower(last) in _CLOCK:
        last += 1  # "on May 3 at approximately 11 p.m. (Sanaa time), forces struck"
    return parsed.lower(last) == "," and not told


def _leads_to(parsed: Parsed, mention: Mention, first: int, last: int) -> bool:
    """Whether a time stands between a subject and its verb: "X on Monday struck", "X on Monday carried out a strike"."""
    phrase = mention.phrase
    goal = (rounds_of(parsed, phrase) or phrase).first if phrase is not None else mention.token
    if first == 0 or _tells(parsed, first - 1) or not last <= goal <= last + 4:
        return False
    lex, words = lexicon(), [parsed.lower(k) for k in range(last, goal)]
    return (phrase is None or bool(words)) and all(
        w == "out" or w in _AUXILIARIES or w in _SUFFERING or lex.is_in(w, "stop.adverbs", "verbs.support", "verbs.launch")
        for w in words
    )


def _closes(parsed: Parsed, before: Mention, first: int, last: int) -> bool:
    """Whether a time ends the clause of a mention before it: "fired rockets on Monday, in response to a strike"."""
    return before.token < first and parsed.lower(last) == ","


def _tells(parsed: Parsed, k: int) -> bool:
    return k in parsed.verbs and lexicon().is_in(parsed.lower(k), "speech.said")


def _names_it(parsed: Parsed, first: int) -> bool:
    """Whether an event is called something at a time: "in what police described on Sunday as an act of terror"."""
    low = max(first - 4, 0)
    verb = next((k for k in range(first - 1, low, -1) if parsed.lower(k) in _CALLING), None)
    return verb is not None and "what" in {parsed.lower(k) for k in range(max(verb - 8, 0), verb)}


def _is_inset(parsed: Parsed, k: int) -> bool:
    """Whether commas set apart who tells: "On Monday, the army said, rebels attacked"."""
    return parsed.lower(k + 1) == ","


def _is_of_telling(parsed: Parsed, first: int, mention: Mention) -> bool:
    """Whether a verb of saying stands between the trigger and the time, or right before the time.

    Not with a further verb between: "said four were killed on Monday" is of the killing.
    """
    low = mention.token if mention.token < first else max(first - 5, 0)
    telling = [k for k in range(max(low, first - 6), first) if _tells(parsed, k)]
    return bool(telling) and not any(parsed.lower(k) in _DONE for k in range(telling[-1] + 1, first))
