"""Reports of about 300 words, of sentences of our own with names and numbers drawn for each: for timing, not for scoring."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

from belligraph.model.article import Article

__all__ = ["fuzzed", "reports"]

_STATES = ("U.S.", "Israeli", "Russian", "Ukrainian", "Turkish", "Saudi", "French", "Iranian", "Syrian", "Iraqi")
_GROUPS = ("Houthi rebels", "Hezbollah fighters", "Hamas militants", "Islamic State militants", "Taliban fighters")
_PLACES = ("Yemen", "Syria", "Iraq", "southern Lebanon", "the Red Sea", "Gaza", "eastern Ukraine", "Somalia")
_TARGETS = (
    "an air base",
    "a fuel depot",
    "two radar sites",
    "a convoy of trucks",
    "a power plant",
    "the merchant ship Amber Star",
)
_WEAPONS = ("ballistic missiles", "drones", "rockets", "cruise missiles", "mortar shells", "artillery")
_SENTENCES = (
    "{state} forces struck {target} in {place} on {day}, killing {few} people and wounding at least {many}, officials said.",
    "{group} fired {weapon} at {target} in {place}, the {state} military said in a statement.",
    "A {state} defense official, who spoke on condition of anonymity, said {many} attacks had been reported since October.",
    '"We will respond to every attack," Defense Minister Ada Stone told reporters, adding that there were no injuries.',
    "The strike was in response to {weapon} launched by {group} from {place} earlier this week.",
    "{state} air defenses shot down {many} {weapon} overnight, according to the {state} Defense Ministry.",
    "About {many} soldiers are stationed in {place}, where {group} have attacked them more than {few} times.",
    "The group claimed responsibility for the attack, saying that it was in solidarity with the people of Gaza.",
    "Residents described hours of explosions, and a hospital director said {few} children were among the dead.",
    "Iran-backed {group} have denied that they used {weapon} against {target}.",
    "The ship continued toward {place} with only minor damage, the company that owns it reported.",
    "It was not clear who was behind the attack, which police called the deadliest in more than two years.",
)


def reports(count: int, words: int = 300, seed: int = 1) -> Iterator[Article]:
    """That many articles, the same for the same seed, each of about so many words."""
    rng = random.Random(seed)
    for n in range(count):
        lines = [f"Report {n}: {rng.choice(_GROUPS)} attack {rng.choice(_TARGETS)}"]
        length = 0
        while length < words:
            values = {
                "state": rng.choice(_STATES),
                "group": rng.choice(_GROUPS),
                "place": rng.choice(_PLACES),
                "target": rng.choice(_TARGETS),
                "weapon": rng.choice(_WEAPONS),
                "day": rng.choice(("Monday", "Tuesday", "Saturday")),
                "few": rng.choice(("two", "three", "11")),
                "many": rng.randint(12, 90),
            }
            line = rng.choice(_SENTENCES).format(**values)
            length += len(line.split())
            lines.append(line)
        published = date(2024, 1, 1) + timedelta(days=n % 365)
        yield Article("\n\n".join(lines) + "\n", publisher="Example Desk", published=published)


_PIECES = (
    " ", " ", " ", "\n", "\n\n", "\u00a0", ".", ",", "\u201c", "\u201d", '"', "\u2019s", "'s", "(", ")", "-", "—",
    "\u00ad", "\u200b", "\ufeff", "0", "7", "1,000", "½", "٣", "İ", "ﬁ", "ß", "😀", "\U0001d7d8", "\x00", "\r\n",
    "\u2028", "$", "%", "no ", "not ", "by ", "of ", "in ", "on ", "at ", "and ", "to ", "that ", "killed ",
    "killing ", "struck ", "fired ", "attack ", "strikes ", "said ", "U.S. ", "Iran-backed ", "Houthi ", "Gen. ",
    "Pentagon ", "drones ", "missiles ", "at least ", "more than ", "between ", "times ", "Tuesday ", "October 17 ",
    "2023-11-21", "last week ", "since ", "in response to ", "responsibility for ", "according to ",
)  # fmt: skip


def fuzzed(count: int, seed: int = 1) -> Iterator[str]:
    """That many texts that nobody would write: words of reports, marks and rare characters in any order."""
    rng = random.Random(seed)
    words = " ".join(_SENTENCES).split()
    for _ in range(count):
        pieces = [rng.choice(words) + " " if rng.random() < 0.5 else rng.choice(_PIECES) for _ in range(rng.randint(0, 160))]
        yield "".join(pieces)
