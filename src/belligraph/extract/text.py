"""The article's text made fit for matching, without losing the way back to the text as received.

`View.normal` has plain spaces, straight quotes and plain hyphens, and no invisible characters; `View.evidence` turns a span
of it into a quote of the original. Sentences carry their kind (headline or body), their paragraph, and never hold furniture.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from belligraph.extract.lexicon import lexicon, word_set
from belligraph.model.sheet import Evidence

__all__ = ["MAX_SENTENCE", "Sentence", "View", "count_letters", "is_heading", "normalise", "split"]

# one for one, so that only deletions move offsets
_REPLACED = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u2007\u202f\u2009\u200a\u2002\u2003\u3000\t", " "),
        **dict.fromkeys("\u2018\u2019\u201b\u02bc\u2032\u00b4`", "'"),
        **dict.fromkeys("\u201c\u201d\u201f\u201e\u00ab\u00bb\u2033", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2212", "-"),
        "\r": "\n",
        "\u2028": "\n",
        "\u2029": "\n",
    }
)
_RUN_BY = ("flagged", "owned", "operated", "registered")
_HELPED = ("backed", "supported", "sponsored", "aligned", "affiliated", "funded")
# "a Palauan flagged, Ukrainian owned carrier", written without its hyphens
_FLAGGED = re.compile(rf"(?<=[a-z](?:an|sh|se|ch|ek|ss)) (?=(?:{'|'.join(_RUN_BY)})\b)")
_BACKED = re.compile(
    rf"\b([A-Z][a-z]{{2,}}) (?=(?:{'|'.join(_HELPED)}) "
    r"(?:militia|group|force|rebel|fighter|militant|prox|insurgent|terrorist|faction))"
)
# characters without a width, and the brackets round what an editor put into a quotation: "the [Freedonian] army"
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]|\[(?=[A-Za-z])|(?<=[A-Za-z])\]")

# No sentence of news is longer; a cap keeps the work on a text without full stops linear.
MAX_SENTENCE = 1200

# a heading has fewer words, a headline more
_FEW_WORDS = 5
_HEADING = 8
# shorter words have no capital in a headline: "in", "from"
_SHORT_WORD = 4

_ABBREVIATIONS = word_set(
    """gen brig maj lt col capt cmdr adm sgt sen rep gov mr mrs ms dr st no fla jan feb mar apr jun jul aug sep
    sept oct nov dec u.s u.k u.n d.c inc ltd co vs cpl pfc rev hon prof ret approx"""
)
_STOP = re.compile(r"[.!?…]+[\"')\]]*(?=\s|$)")
# what goes on behind "5 p.m.": "(Sanaa time)", "local time", "Eastern time", a zone, a day
_AFTER_CLOCK = re.compile(
    r"\(|[A-Z][a-z]+(?: [A-Z][a-z]+)?(?: local)? [Tt]ime\b|(?:[ECMP][SD]?T|GMT|UTC)\b"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d"
)
_LAST_WORD = re.compile(r"[\w.]+$")
_NO_LETTERS = bytes(n for n in range(128) if not chr(n).isalpha())
_NO_CAPITALS = bytes(n for n in range(128) if not chr(n).isupper())
# what begins an item of a list
_BULLET = re.compile(r"^(?:[*•·▪●◦]|--?|[–—])\s+(?=\w)")


@dataclass(frozen=True, slots=True)
class View:
    """A text as received and its normalised form; `offsets[i]` is the place in `original` of `normal[i]`."""

    original: str
    normal: str
    offsets: tuple[int, ...] | range
    has_capitals: bool = True
    """False for a text all in small letters, as old wires are: then names are known without their capitals."""

    def evidence(self, start: int, end: int) -> Evidence:
        """The quote of the original for a span of the normalised text; the span must not be empty."""
        first, last = self.offsets[start], self.offsets[end - 1] + 1
        return Evidence(first, last, self.original[first:last])


@dataclass(frozen=True, slots=True)
class Sentence:
    """A span of the normalised text; `number` counts sentences, `paragraph` the blocks between line breaks."""

    start: int
    end: int
    number: int
    paragraph: int
    headline: bool


def normalise(text: str) -> View:
    """The view of a text."""
    mapped = text.translate(_REPLACED)
    capitals = mapped != mapped.lower()
    plain = mapped.isascii() and "[" not in mapped and "]" not in mapped  # told without a look at each letter
    if plain or _INVISIBLE.search(mapped) is None:
        return View(text, _hyphenate(mapped), range(len(text)), capitals)
    kept = tuple(i for i in range(len(mapped)) if not _INVISIBLE.match(mapped, i))
    return View(text, _hyphenate("".join(mapped[i] for i in kept)), kept, capitals)


def _hyphenate(text: str) -> str:
    """The text with the hyphens that "Palauan flagged" and "Iranian backed militias" are written without."""
    if any(f" {word}" in text for word in _RUN_BY):  # the patterns themselves would be tried at each letter
        text = _FLAGGED.sub("-", text)
    return _BACKED.sub(r"\1-", text) if any(f" {word} " in text for word in _HELPED) else text


def split(view: View) -> tuple[tuple[Sentence, ...], tuple[tuple[int, int], ...]]:
    """The sentences of a view, and the spans of page furniture, both in offsets of the normalised text and in order."""
    sentences: list[Sentence] = []
    furniture: list[tuple[int, int]] = []
    lines = _lines(view.normal)
    headline = _headline(view.normal, lines)
    has_begun = False
    for paragraph, (start, end) in enumerate(lines):
        line = view.normal[start:end]
        cut = _furniture(view.normal, start, end, is_headline=paragraph == headline)
        if cut is None and has_begun and _is_other_headline(line):
            cut = end
        has_begun = has_begun or (line[-1] in '.!?"' and len(line.split()) > _FEW_WORDS)
        if cut is not None:
            furniture.append((start, cut))
            start = _skip_space(view.normal, cut, end)
        for first, last in _sentences(view.normal, start, end, view.has_capitals):
            sentences.append(Sentence(first, last, len(sentences), paragraph, paragraph == headline))
    return tuple(sentences), tuple(furniture)


def _lines(text: str) -> list[tuple[int, int]]:
    found, start = [], 0
    for line in text.split("\n"):
        stripped = _BULLET.sub("", line.strip())
        if stripped:
            first = start + line.rindex(stripped)
            found.append((first, first + len(stripped)))
        start += len(line) + 1
    return found


def _headline(text: str, lines: list[tuple[int, int]]) -> int | None:
    """The number of the line that is the article's own headline: its first, short, without a full stop, with text below."""
    if len(lines) < 2:
        return None
    start, end = lines[0]
    line = text[start:end]
    is_title = len(line) <= 160 and line[-1] not in '.:;,"' and lines[1][1] - lines[1][0] > 0
    return 0 if is_title and len(line.split()) >= 3 and _furniture(text, start, end, is_headline=True) is None else None


def _furniture(text: str, start: int, end: int, *, is_headline: bool) -> int | None:
    """Where the furniture ends that begins this line; None if none does."""
    line = text[start:end]
    if match := lexicon().furniture.match(line):
        return start + match.end()
    if is_headline:
        return None
    letters, capitals = count_letters(line)
    # a line in capitals amid the body is another story's headline
    return end if letters >= 20 and len(line.split()) >= 4 and capitals >= 0.9 * letters else None


def count_letters(text: str) -> tuple[int, int]:
    """How many letters a text has, and how many of them are capitals."""
    if text.isascii():  # nearly all news is: twenty times as fast as to ask of each letter
        plain = text.encode("ascii")
        return len(plain.translate(None, _NO_LETTERS)), len(plain.translate(None, _NO_CAPITALS))
    return sum(map(str.isalpha, text)), sum(map(str.isupper, text))


def _is_other_headline(line: str) -> bool:
    """Whether a line of the body is another story's headline: each of its words with a capital, and no stop at its end."""
    if line[-1] in ".!?:;,\"'" or len(line.split()) < _FEW_WORDS:
        return False
    long = [word for word in line.split() if len(word) > _SHORT_WORD and word[0].isalpha()]
    return len(long) >= _FEW_WORDS - 1 and all(word[0].isupper() for word in long)


def is_heading(view: View, sentence: Sentence) -> bool:
    """Whether a short line in the midst of a text, with no stop at its end, only heads what follows: "Attacks on troops"."""
    text = view.normal
    line = text[sentence.start : sentence.end]
    whole = sentence.start > 0 and text[sentence.start - 1] == "\n" and text[sentence.end : sentence.end + 1] == "\n"
    midst = whole and not sentence.headline and sentence.number > 1 and view.has_capitals and line != line.upper()
    return midst and line[-1].isalnum() and len(line.split()) <= _HEADING


def _skip_space(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _sentences(text: str, start: int, end: int, capitals: bool) -> list[tuple[int, int]]:
    found = []
    begin = start
    for stop in _STOP.finditer(text, start, end):
        if stop.end() < end and not _ends(text, stop, end, capitals):
            continue
        found.append((begin, stop.end()))
        begin = _skip_space(text, stop.end(), end)
    if begin < end:
        found.append((begin, end))
    return [piece for whole in found for piece in _capped(text, *whole)]


def _ends(text: str, stop: re.Match[str], end: int, capitals: bool) -> bool:
    """Whether a full stop amid a line ends a sentence: not behind an abbreviation or before a small letter."""
    after = _skip_space(text, stop.end(), end)
    if capitals and after < end and text[after].islower():
        return False
    if stop.group() in {".", "..."}:
        before = _LAST_WORD.search(text, max(stop.start() - 12, 0), stop.start())
        word = before.group().lower() if before else ""
        if word in _ABBREVIATIONS and word not in {"u.s", "u.k", "u.n"}:
            return False
        if len(word) == 1 and word.isalpha():
            return False
        if word in {"a.m", "p.m"}:
            return _AFTER_CLOCK.match(text, after) is None
        if word in {"u.s", "u.k", "u.n"}:
            # "in the U.S. The …" ends; "the U.S. Navy" does not
            return text[after : after + 4] in {"The ", "In a", "It i", "He s", "She "}
    return True


def _capped(text: str, start: int, end: int) -> list[tuple[int, int]]:
    pieces = []
    while end - start > MAX_SENTENCE:
        cut = text.rfind(" ", start + 1, start + MAX_SENTENCE)
        cut = cut if cut > start else start + MAX_SENTENCE
        pieces.append((start, cut))
        start = _skip_space(text, cut, end)
    if start < end:
        pieces.append((start, end))
    return pieces
