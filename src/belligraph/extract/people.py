"""Unknown names that are told to be a person's: "Jane Doe, a spokeswoman", "the army's spokesman, John Doe, said"."""

from __future__ import annotations

from belligraph.extract.lexicon import word_set
from belligraph.extract.phrase import Phrase, PhraseKind
from belligraph.extract.tokens import Token

__all__ = ["name_people"]

# what one person may be called besides an office
_ONE = word_set(
    """fighter militant operative rebel gunman terrorist bomber insurgent soldier officer policeman airman sailor trooper
    marine resident journalist teacher driver farmer student nurse worker fisherman"""
)
_SOMEWHERE = word_set("in at near outside inside around on over from")
_ENDS = word_set(', . ; who ) " - – —')
_ARTICLES = frozenset(["a", "an", "the"])
_OF = word_set("of for")
_REACHING = word_set("of for in at with to from near on and")
_LONGEST_NAME = 5
_FAR = 14


def name_people(tokens: list[Token], phrases: list[Phrase], phrase_at: dict[int, Phrase]) -> None:
    """Class as a person each unknown name beside which an office or a trade of one person is told between commas."""
    for phrase in phrases:
        if phrase.kind is PhraseKind.NAME and _may_be_person(tokens, phrase):
            behind = phrase_at.get(phrase.last + 1)
            if _is(tokens, phrase.last, ",") and behind is not None and behind.kind is PhraseKind.FACILITY:
                inside = phrase.first > 0 and tokens[phrase.first - 1].lower in {"in", "near", "of"}
                if behind.determiner in {"a", "an"} and behind.first == phrase.last + 1 and not inside:
                    phrase.kind, phrase.head = PhraseKind.FACILITY, behind.head  # "Tower 22, a small base"
                continue
            if (_is(tokens, phrase.last, ",") and behind is not None and _is_told(tokens, phrase, behind, phrase_at)) or (
                _is(tokens, phrase.first - 1, ",") and _holds_office(tokens, phrase, phrase_at)
            ):
                phrase.kind = PhraseKind.PERSON


def _may_be_person(tokens: list[Token], phrase: Phrase) -> bool:
    words = tokens[phrase.core : phrase.last]
    plain = phrase.determiner is None and phrase.figure is None and phrase.possessor is None and not phrase.possessed
    named = all(
        w.is_capital or w.text.isdigit() or w.text in '".' or w.lower in {"al", "bin", "abu", "van", "de"} or "-" in w.text
        for w in words
    )
    return plain and named and not phrase.concepts and not phrase.names and len(words) <= _LONGEST_NAME


def _is_told(tokens: list[Token], name: Phrase, office: Phrase, phrase_at: dict[int, Phrase]) -> bool:
    """Whether what follows the comma tells one person's part and ends: ", a rebel commander in the north, …"."""
    if office.first != name.last + 1 or not _is_of_one(office):
        return False
    before = tokens[name.first - 1].lower if name.first else ""
    if before in _SOMEWHERE and (name.last - name.core == 1 or before != "on"):
        return False  # "In Mirefield, the governor said"
    bare = office.determiner is None and office.possessor is None
    k = _behind(tokens, office, phrase_at)
    if bare and k == office.last:
        return office.core < office.last - 1 and _is(tokens, k, ",")  # "Ana Ruiz, Army spokeswoman, said"
    return k >= len(tokens) or tokens[k].lower in _ENDS


def _holds_office(tokens: list[Token], name: Phrase, phrase_at: dict[int, Phrase]) -> bool:
    """Whether the office stands before: "a spokesman for the group, John Doe, said"."""
    if name.last < len(tokens) and tokens[name.last].lower not in _ENDS:
        return False
    before = phrase_at.get(name.first - 2)
    if before is None or before.last != name.first - 1:
        return False
    if before.kind is PhraseKind.OFFICIAL:
        return _is_of_one(before) and before.determiner in {*_ARTICLES, None}
    k = before.possessor.first if before.possessor is not None else before.first
    office = phrase_at.get(k - 2)
    if office is None or office.last != k - 1 or not _is(tokens, k - 1, *_OF):
        return False
    return office.kind is PhraseKind.OFFICIAL and _is_of_one(office) and name.last - name.core > 1


def _is_of_one(office: Phrase) -> bool:
    if office.figure is not None and office.determiner is None:
        return False
    return (office.kind is PhraseKind.OFFICIAL and not office.is_plural) or office.head in _ONE


def _behind(tokens: list[Token], office: Phrase, phrase_at: dict[int, Phrase]) -> int:
    """The token behind an office and what it is the office of: "the head of the army in the north"."""
    k = office.last
    while k < min(office.last + _FAR, len(tokens)):
        if tokens[k].lower == "'s" or tokens[k].lower in _REACHING:
            k += 1
        elif (part := phrase_at.get(k)) is not None and k > office.last:
            k = part.last
        else:
            break
    return k


def _is(tokens: list[Token], k: int, *words: str) -> bool:
    return 0 <= k < len(tokens) and tokens[k].lower in words
