"""What changed between two versions of the claims of one article, or of one row of a dataset.

A claim is known by what it says, not by its number: a claim that only got another id is no change. Of two claims with the
same id that say different things, the newer corrects the older.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from belligraph.release.changed import ADDED, CORRECTED, REMOVED, ClaimChange
from belligraph.release.reading import ClaimView, Description, parse_ntriples

__all__ = ["claim_changes", "described"]

_FIELDS = (
    ("subject", "subject_label"), ("property", "property_name"), ("object", "object_text"), ("figures", "figures"),
    ("modality", "modality"), ("speech", "speech"), ("hedge", "hedge"), ("source", "source"), ("words", "quotes"),
)  # fmt: skip


def claim_changes(was: list[ClaimView], now: list[ClaimView], *, article: str = "", row: str = "") -> Iterator[ClaimChange]:
    """What is other in the claims of one article, or of one row of a dataset."""
    same = Counter(c.content for c in was) & Counter(c.content for c in now)
    gone, come = _without(was, same), _without(now, same)
    by_iri = {claim.iri: claim for claim in gone}
    for claim in come:
        former = by_iri.pop(claim.iri, None)
        if former is None:
            yield ClaimChange(ADDED, claim.iri, article, _statement(claim), row=row)
        else:
            fields = tuple((n, _text(former, a), _text(claim, a)) for n, a in _FIELDS if _text(former, a) != _text(claim, a))
            yield ClaimChange(CORRECTED, claim.iri, article, _statement(claim), fields, row)
    for claim in by_iri.values():
        yield ClaimChange(REMOVED, claim.iri, article, _statement(claim), row=row)


def _without(claims: list[ClaimView], same: Counter[tuple[object, ...]]) -> list[ClaimView]:
    left = Counter(same)
    kept = []
    for claim in claims:
        if left[claim.content]:
            left[claim.content] -= 1
        else:
            kept.append(claim)
    return kept


def _text(claim: ClaimView, attribute: str) -> str:
    if attribute == "quotes":
        return " … ".join(p.quote for p in claim.passages)
    return str(getattr(claim, attribute) or "")


def _statement(claim: ClaimView) -> str:
    denied = "not " if claim.is_denied else ""
    return f"{claim.subject_label} · {claim.property_name} · {denied}{claim.object_text} ({claim.source})"


def described(lines: Iterable[bytes]) -> Description:
    """What lines of N-Quads say, whatever their graphs."""
    triples = b"".join(line[: line.rstrip(b" .\n").rfind(b" <")] + b" .\n" for line in lines)
    return Description(parse_ntriples(triples.decode()))
