"""A text in letters of one kind written in both: names have their capitals, so that the rules for news can read it.

Old wires and some releases are written in capitals throughout, some copies in small letters. Known names get the spelling of
the lexicon; unknown ones are told by what stands beside them. Every letter keeps its place.
"""

from __future__ import annotations

import re

from belligraph.extract.lexicon import lexicon, word_set
from belligraph.extract.spelling import MONTHS, SHIPS, Line, Word, abbreviated, vocabulary
from belligraph.extract.text import count_letters

__all__ = ["is_in_capitals", "recase"]

_WORD = re.compile(r"(?:[a-z]\.){2,}(?:-\w+)*|'s(?!\w)|\w+(?:[-/]\w+|'(?!s(?!\w))\w+)*")
_DATELINE = re.compile(r"[A-Z][A-Z ,.'/-]{2,40}(?:\([A-Z ,/]{2,30}\))?\s*(?:-{1,2}|\u2013|\u2014)\s")
_ENUMERAL = re.compile(r"\d+(?:st|nd|rd|th|s|km|kg|lb|mm|m)?")

# so many letters tell that a text is in capitals, and so large a part of them
_FEW_LETTERS = 25
_MOST = 0.9
# a text is one in capitals if more than half of its letters are
_HALF = 0.6
_HEADLINE_WORDS = 4

_WEEKDAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")
_MONTHS = word_set("january february april june july august september october november december")
_MONTH_WORDS = word_set("may march")
_MONTH_FRONTS = word_set("in since of last until early late mid by through and from between this")
_TOLD_US = word_set("told tell let help helped gave give join joined allow allowed for with to against behind of among")
# "IS fighters": elsewhere "is" is a verb
_OF_GROUPS = word_set("fighters militants targets positions members leaders leader commander affiliate group bombers gunmen")
_RUN_BY = word_set("flagged owned operated based backed led registered born held controlled linked allied bound")


def recase(text: str) -> str:
    """The text with its lines in capitals, or all in small letters, written in both; other texts as they are.

    One line in capitals above a text that is not is the text's own headline and is written small too.
    """
    lines = text.split("\n")
    if text == text.lower():
        return "\n".join(_small(line) if line.strip() else line for line in lines)
    whole = is_in_capitals(text)
    first = next((n for n, line in enumerate(lines) if line.strip()), 0)
    for n in range(len(lines)) if whole else [first]:
        is_long = whole or len(lines[n].split()) >= _HEADLINE_WORDS
        if is_long and _share(lines[n]) >= _MOST and lexicon().furniture.match(lines[n].strip()) is None:
            lines[n] = _small(lines[n])
    return "\n".join(lines)


def is_in_capitals(text: str) -> bool:
    """Whether a text is written in capitals, but for a few words."""
    return _share(text) >= _HALF


def _share(text: str) -> float:
    """The part of a text's letters that are capitals; 0 for a few letters."""
    letters, capitals = count_letters(text)
    return capitals / letters if letters >= _FEW_LETTERS else 0.0


def _small(line: str) -> str:
    lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in line)
    head = _DATELINE.match(line)
    begin = head.end() if head is not None else 0
    words = [Word(m.group(), m.start(), m.end()) for m in _WORD.finditer(lowered, begin)]
    chars = list(line[:begin] + lowered[begin:])
    _Caser(lowered, words, chars).write()
    return "".join(chars)


class _Caser(Line):
    """Writes one line."""

    def write(self) -> None:
        """Write all names of the line, and its sentences' beginnings."""
        for i in range(len(self.words)):
            self._write_form(i)
        self._write_known()
        for i in range(len(self.words)):
            if i not in self.named:
                self.write_unknown(i)
        for i in range(len(self.words)):
            if self.begins_sentence(i):
                self.capital(i)

    def _write_form(self, i: int) -> None:
        """Capitals that the word itself tells of: "U.S.", "MQ-9", "FRIDAY", "RPG"."""
        word, start = self.lower(i), self.words[i].start
        if word in {"a.m.", "p.m."}:
            return
        letters = word.split("-")[0]
        short = len(letters) > 1 and letters.isalpha() and not set(letters) & set("aeiouy") and letters not in abbreviated()
        if re.match(r"(?:[a-z]\.){2,}", word):
            self.put(start, letters.upper())
        elif any(c.isdigit() for c in word):
            if word[0].isalpha():
                self.put(start, word[:-1].upper() + ("s" if word.endswith("s") else word[-1:].upper()))
        elif self._is_day_or_month(i) or word in lexicon().words["capitals.peoples"]:
            self.capital(i)
        elif (short and word not in vocabulary()) or (word in SHIPS and word[0] != "s"):
            self.put(start, letters.upper())
        elif self.gap(i).endswith("(") and self.gap(i + 1).startswith(")"):
            # "UNMANNED AERIAL SYSTEMS (UASS)"
            initials = "".join(self.lower(k)[:1] for k in range(max(i - len(word), 0), i))
            plural = word.endswith("s") and initials.endswith(word[:-1]) and not initials.endswith(word)
            plural = plural or (word.endswith("s") and word[:-1] in lexicon().concepts)
            if word not in vocabulary() or plural or initials.endswith(word):
                self.put(start, word[:-1].upper() if plural else word.upper())

    def _is_day_or_month(self, i: int) -> bool:
        word = self.lower(i)
        dated = any(_ENUMERAL.fullmatch(self.lower(k)) is not None for k in (i - 1, i + 1))
        if word in _MONTH_WORDS:
            return dated or self.lower(i - 1) in _MONTH_FRONTS
        return word in _WEEKDAYS | _MONTHS or (word in MONTHS and dated)

    def _write_known(self) -> None:
        names = lexicon().names
        i = 0
        while i < len(self.words):
            found = 1
            for form, _ in names.get(self.lower(i), ()):
                last = i + len(form)
                same = last <= len(self.words) and [w.lower for w in self.words[i:last]] == [p.lower() for p in form]
                if same and not self._is_word(i, form) and all(not self.gap(k).strip() for k in range(i + 1, last)):
                    for k, part in enumerate(form, i):
                        self.put(self.words[k].start, part)
                        self.named.add(k)
                    found = len(form)
                    break
            else:
                self._write_compound(i)
            i += found

    def _is_word(self, i: int, form: tuple[str, ...]) -> bool:
        """Whether a name's only word is an English one here: "told us", "who"."""
        word = self.lower(i)
        if len(form) > 1:
            return False
        if word == "us":
            after = self.lower(i + 1)
            ends = self.gap(i + 1).strip()[:1] in {".", ",", '"', ";"} or lexicon().is_in(after, "stop.prepositions")
            return self.lower(i - 1) in _TOLD_US and (ends or after in {"that", "to", "all", "not"})
        return word == "who" or (word == "is" and self.lower(i + 1) not in _OF_GROUPS)

    def _write_compound(self, i: int) -> None:
        """ "IRAN-BACKED", "BARBADOS-FLAGGED", "ANTI-ISIS": the name within."""
        parts = self.lower(i).split("-")
        at = self.words[i].start
        for n, part in enumerate(parts if len(parts) > 1 else []):
            known = next(
                (form for form, _ in lexicon().names.get(part, ()) if len(form) == 1 and form[0].lower() == part), None
            )
            if known is not None and part not in {"who", "us", "is"}:
                self.put(at, known[0])
            elif part in _MONTHS | _MONTH_WORDS | _WEEKDAYS | lexicon().words["capitals.peoples"] or (
                n == 0 and parts[1] in _RUN_BY and part not in vocabulary()
            ):
                self.put(at, part[:1].upper() + part[1:])
            at += len(part) + 1
