"""Names that no lexicon knows, told in a text without capitals by the words beside them.

"GEN. AMARO", "IN TALVERA, SYLVANIA", "AMARO SAID", "M/V TRUE NORTH".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import takewhile

from belligraph.extract.lexicon import lexicon, word_set

__all__ = ["MONTHS", "SHIPS", "Line", "Word", "abbreviated", "vocabulary"]

MONTHS = word_set("jan feb mar apr jun jul aug sept sep oct nov dec")
SHIPS = word_set("m/v mv m/t mt uss hms usns s/s ss")
_CAPITAL_OF = word_set("ministry minister secretary department strait gulf bay isle university")
_PLACE_OF = word_set("state city town village province district port island region neighborhood suburb camp")
_IN = word_set("in at near from outside around to toward towards between")
_VILLAGES = word_set("village town neighborhood neighbourhood district province state")
_OF_SITES = word_set("military air naval army international civilian oil gas power refugee")
_DIRECTIONS = word_set("north south east west")
_NUMBERED = word_set(
    "tower highway route site base camp gate point checkpoint zone sector road hill post outpost block pier"
)
_MOST_NAMES = 3
_APPOSED = word_set("a an the who whose")
_PREFIXES = ("mid-", "pre-", "post-", "non-", "anti-", "pro-", "counter-")
_ARTICLES = ("al-", "el-")
_OPENERS = ('"', "(", ",", ":", ";")


@dataclass(frozen=True, slots=True)
class Word:
    """A word in small letters, and where it stands."""

    lower: str
    start: int
    end: int


class Line:
    """One line of a text: its words, and its letters to be written."""

    def __init__(self, text: str, words: list[Word], chars: list[str]) -> None:
        self.text, self.words, self.chars = text, words, chars
        self.named: set[int] = set()

    def lower(self, i: int) -> str:
        """The word at i; none outside the line."""
        return self.words[i].lower if 0 <= i < len(self.words) else ""

    def gap(self, i: int) -> str:
        """What stands between the word at i and the one before it."""
        before = self.words[i - 1].end if i > 0 else 0
        return self.text[before : self.words[i].start] if i < len(self.words) else "."

    def put(self, start: int, letters: str) -> None:
        """Write letters from a place on."""
        self.chars[start : start + len(letters)] = letters

    def capital(self, i: int) -> None:
        """Give the word at i a capital."""
        if 0 <= i < len(self.words):
            start, end = self.words[i].start, self.words[i].end
            now = "".join(self.chars[start:end])
            self.put(start, now[:1].upper() + now[1:])

    def name(self, i: int) -> None:
        """Write an unknown name: each part of it with a capital, "al-" without."""
        parts = self.lower(i).split("-")
        small = {"al", "el", "ez", "as", "ad", "ash", "ul", "bin", "de"}
        written = [p if n < len(parts) - 1 and p in small else p[:1].upper() + p[1:] for n, p in enumerate(parts)]
        self.put(self.words[i].start, "-".join(written))
        self.named.add(i)

    def write_unknown(self, i: int) -> None:
        """Unknown names, by the words beside them."""
        word, nxt = self.lower(i), self.lower(i + 1)
        lex = lexicon()
        if word in SHIPS:
            self._write_all(self._ship(i + 1))
        elif word in _CAPITAL_OF and nxt == "of" and i + 2 < len(self.words) and not self._is_common(i + 2, bare=False):
            self.capital(i)
            self.name(i + 2)
        elif word in lex.titles["before_name"] or word in abbreviated():
            run = self._run(i + 1)
            if run and self.gap(i + 1).strip() in {"", "."}:
                self.capital(i)
                self._write_all(run)
            elif self.gap(i + 1).strip() == "." and self.lower(i + 1) in lex.titles["before_name"]:
                self.capital(i)  # "LT. GEN. …"
        elif lex.is_in(word, "speech.said"):
            run = self._run(i + 1)
            if run and self.gap(run[-1] + 1).strip()[:1] in {",", "."}:
                self._write_all(run)
        elif word == "of" and self.lower(i - 1) in _PLACE_OF:
            self._write_all(self._run(i + 1))
        elif word in _IN:
            self._write_place(i)
        elif word in lex.words["capitals.sites"] and self.lower(i - 1) not in lex.words["stop.determiners"]:
            self._write_site(i)
        elif word.startswith(_ARTICLES) and not self._is_common(i):
            before = self._run(i - 1) if i and not self.gap(i).strip() else []
            self._write_all(before or [i])
        elif word in _NUMBERED and nxt.isdigit() and self.lower(i - 1) in _IN | {"on"}:
            self.capital(i)  # "at Tower 31"
        else:
            run = self._run(i)
            after = run[-1] + 1 if run else 0
            opens = self.gap(i).strip().endswith(_OPENERS) or i == 0 or self.begins_sentence(i)
            spoken = opens and run and not self.gap(after).strip() and lex.is_in(self.lower(after), "speech.said")
            apposed = len(run) > 1 and self.gap(after).strip() == "," and self.lower(after) in _APPOSED
            if spoken or apposed:
                self._write_all(run)

    def _write_place(self, i: int) -> None:
        """ "IN TALVERA, SYLVANIA", "NEAR DUNMORE PROVINCE", "AT PORT TALVERA."."""
        sides = _DIRECTIONS | lexicon().words["capitals.sides"]
        if self.lower(i + 1) == "the" and self.lower(i + 2) in sides - _DIRECTIONS:
            i += 1  # "in the northern Talvera state"
        side = self.lower(i + 1) if self.lower(i + 1) in sides else ""
        run = self._run(i + 2 if side else i + 1)
        if not run or (side and self.gap(i + 2).strip()):
            return
        after = run[-1] + 1
        ends = bool(self.gap(after).strip()) or after == len(self.words)
        lex = lexicon()
        goes_on = self.lower(after) == "using" or lex.is_in(
            self.lower(after), "stop.prepositions", "stop.conjunctions", "speech.said", "stop.auxiliaries"
        )
        if ends or goes_on or self.lower(after) in lex.words["capitals.lands"] or after in self.named:
            self._write_all([i + 1, *run] if side in _DIRECTIONS else run)
            self._write_list(after)

    def _write_list(self, i: int) -> None:
        """ "…, DUNMORE, EASTBURY AND WESTBURY.": the places that go on behind the first."""
        lex = lexicon()
        while True:
            joined = self.lower(i) == "and"
            run = self._run(i + joined) if joined or self.gap(i).strip() == "," else []
            after = run[-1] + 1 if run else i
            goes_on = self.lower(after) == "and" or lex.is_in(self.lower(after), "stop.prepositions")
            if not run or not (self.gap(after).strip() or goes_on or after == len(self.words)):
                return
            self._write_all(run)
            i = after

    def _write_site(self, i: int) -> None:
        """ "THE TALVERA MILITARY AIRFIELD"."""
        k = i - 1
        while self.lower(k) in _OF_SITES:
            k -= 1
        before = (self.lower(k - 1), self.lower(k - 2))
        stop = lexicon().words["stop.determiners"]
        if self.lower(i) in _VILLAGES and not self._is_common(k) and before[0] not in stop and self.gap(i).strip() == "":
            self._write_all([k])  # "stormed Dunmore village"
        if not self._is_common(k) and (before[0] == "the" or (before[1] == "the" and not self._is_common(k - 1))):
            self._write_all([k] if before[0] == "the" else [k - 1, k])
            for j in range(k + 1, i + 1 if self.lower(i) == "base" else 0):
                self.capital(j)  # "al-Talvera Air Base"

    def _write_all(self, run: list[int]) -> None:
        for k in run:
            self.name(k)

    def _run(self, i: int) -> list[int]:
        """The words from i that may be one unknown name."""
        found: list[int] = []
        for k in range(i, min(i + _MOST_NAMES, len(self.words))):
            initial = len(self.lower(k)) == 1 and self.lower(k).isalpha() and bool(found)
            nickname = found and {self.gap(k).strip(), self.gap(k + 1).strip()} == {'"'}
            called = found and self.gap(k).strip() == '"' == self.gap(k - 1).strip()
            gap = "" if nickname or called else self.gap(k).strip(" .")
            if k in self.named or (found and gap) or (self._is_common(k) and not initial):
                break
            if found and self.gap(k).strip() == "." and len(self.lower(k - 1)) > 1:
                break
            found.append(k)
        return found

    def _ship(self, i: int) -> list[int]:
        lex = lexicon()
        names = takewhile(
            lambda k: (
                not (
                    (self.gap(k).strip() and k > i)
                    or lex.is_in(self.lower(k), "stop.prepositions", "stop.conjunctions", "stop.auxiliaries", "stop.verbs")
                    or lex.is_in(
                        self.lower(k), "speech.said", "verbs.hit", "verbs.intercept", "stop.adverbs", "stop.pronouns"
                    )
                    or (k > i and self.lower(k).endswith(("ed", "ing")))
                )
            ),
            range(i, min(i + _MOST_NAMES, len(self.words))),
        )
        return list(names)

    def _is_common(self, i: int, *, bare: bool = True) -> bool:
        """Whether a word is English, as far as one can tell: in a list of words, or ending as English words do."""
        word = self.lower(i)
        if not word or not word[0].isalpha() or word == "'s":
            return True
        if not bare:
            return lexicon().is_in(word, "stop.prepositions", "stop.determiners", "stop.pronouns", "stop.conjunctions")
        if word in lexicon().words["capitals.names"]:
            return False
        if word.startswith(_PREFIXES):
            return True  # "mid-December"
        return word in vocabulary() or word.endswith(_endings())

    def begins_sentence(self, i: int) -> bool:
        """Whether a sentence begins with the word at i: not behind "GEN." or the like."""
        gap = self.gap(i)
        if i == 0:
            return True
        if not re.search(r"[.!?]['\")\]]*\s+['\"(]*$", gap):
            return False
        before = self.lower(i - 1)
        if gap.lstrip().startswith(".") and (before in abbreviated() or before in MONTHS or len(before) == 1):
            return False
        opening = (self.lower(i), self.lower(i + 1))
        return not before.endswith(".") or opening[0] in {"the", "it", "he", "she"} or opening == ("in", "a")


@cache
def _endings() -> tuple[str, ...]:
    return tuple(lexicon().words["capitals.endings"])


@cache
def abbreviated() -> frozenset[str]:
    """Words that a full stop shortens."""
    return lexicon().words["capitals.abbreviated"]


@cache
def vocabulary() -> frozenset[str]:
    """All English words of the lexicon."""
    lex = lexicon()
    words = set(lex.heads)
    for listed in (*lex.words.values(), *lex.titles.values()):
        words |= listed
    words -= lex.words["capitals.names"]
    for form in (form for forms in lex.concepts.values() for form, _ in forms):
        words |= set(form)
    return frozenset(words)
