"""The metrics over a collection of sheets, per property."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from belligraph.evaluate.pairing import LINKS, Pair
from belligraph.evaluate.raw import RawSheet, speaker_of
from belligraph.evaluate.tally import Tally
from belligraph.model.sheet import Property

__all__ = ["METRICS", "Scores", "score_sheets"]

_P = Property
ROLES = (_P.ATTACKER, _P.TARGET, _P.FORCE, _P.INSTRUMENT, _P.PLACE, _P.SPONSORED_BY)
FIGURES = (_P.KILLED, _P.INJURED, _P.SIZE)
REST = (_P.OUTCOME, _P.DAMAGE, _P.PURPOSE, _P.ACTS_FOR, _P.CLAIMS_RESPONSIBILITY)

METRICS: Mapping[str, str] = {
    "events": "type and overlapping evidence",
    "events+series": "and the same flag of series",
    "roles": "attacker, target, force, instrument, place, sponsored_by; heads match",
    "figures": "killed, injured, size; the same interval",
    "figures~": "an overlapping interval",
    "links": "between events; the same property",
    "links~": "any property of links",
    "dates": "the same EDTF, or the same unresolved words",
    "rest": "outcome, damage, purpose, acts_for, claims_responsibility",
    "all claims": "",
    "speaker": "first speaker of matched claims, where either names one",
    "speaker|none": "first speaker or none, of matched claims",
    "modality": "of matched claims",
}
"""Every collective metric and what it counts; each property is a metric too, by its name."""


@dataclass(frozen=True, slots=True)
class Scores:
    """All figures of one evaluation; tallies by metric or property."""

    tallies: Mapping[str, Tally]
    false_claims: int
    """Claims of roles, figures and links that match nothing in the gold, and claims too broken to read."""
    true_quotes: int
    quotes: int
    sheets: int
    """How many gold sheets have a system sheet."""
    gold_sheets: int
    without_text: int = 0
    faults: tuple[str, ...] = ()
    """What was missed and what is false, one line each, by sheet."""

    @property
    def false_per_article(self) -> float:
        """False claims per sheet that the system gave."""
        return self.false_claims / self.sheets if self.sheets else 0.0

    @property
    def quote_validity(self) -> float:
        """The share of evidence that is the text at its offsets."""
        return self.true_quotes / self.quotes if self.quotes else 1.0


@dataclass(slots=True)
class _Sums:
    tallies: dict[str, Tally] = field(default_factory=dict)
    false: int = 0
    true_quotes: int = 0
    quotes: int = 0
    sheets: int = 0
    golds: int = 0
    without_text: int = 0
    faults: list[str] = field(default_factory=list)


def score_sheets(
    pairs: Iterable[tuple[str, dict[str, Any], dict[str, Any] | None, str | None]], *, explain: bool = False
) -> Scores:
    """The scores of system sheets against gold ones, both as read from JSON or YAML.

    Each item is a name, the gold sheet, the system's sheet or None where it gave none, and the article's text or None
    where it is not known (then its quotes are taken as they are, and not counted). With `explain`, `faults` lists every
    miss and every false claim.
    """
    sums = _Sums({name: Tally() for name in (*METRICS, *Property)})
    for name, gold, system, text in pairs:
        one, other = RawSheet(gold, text), RawSheet(system or {}, text)
        pair = Pair(one, other)
        sums.golds += 1
        if system is not None:
            sums.sheets += 1
            if text is None:
                sums.without_text += 1
            else:
                true, every = other.quotes()
                sums.true_quotes, sums.quotes = sums.true_quotes + true, sums.quotes + every
        _count(pair, sums)
        if explain:
            sums.faults += [f"{name}: {line}" for line in _explain(pair)]
    return Scores(
        sums.tallies,
        sums.false,
        sums.true_quotes,
        sums.quotes,
        sums.sheets,
        sums.golds,
        sums.without_text,
        tuple(sums.faults),
    )


def _count(pair: Pair, sums: _Sums) -> None:
    def add(name: str, hit: int, gold: int, system: int) -> None:
        sums.tallies[name] += Tally(hit, gold, system)

    def add_claims(name: str, properties: Iterable[str], found: list[tuple[int, int]]) -> None:
        chosen = frozenset(properties)
        add(
            name,
            sum(pair.gold.claims[a]["property"] in chosen for a, _ in found),
            sum(c["property"] in chosen for c in pair.gold.claims),
            sum(d["property"] in chosen for d in pair.system.claims),
        )

    golds, systems = len(pair.gold.ids("event")), len(pair.system.ids("event"))
    flags = [(pair.gold.things[i].get("series"), pair.system.things[j].get("series")) for i, j in pair.events.items()]
    add("events", len(pair.events), golds, systems)
    add("events+series", sum(bool(one) == bool(other) for one, other in flags), golds, systems)
    strict = pair.claims
    add_claims("roles", ROLES, strict)
    add_claims("figures", FIGURES, strict)
    add_claims("figures~", FIGURES, pair.match_claims(overlapping_figures=True))
    add_claims("links", LINKS, strict)
    add_claims("links~", LINKS, pair.match_claims(any_link=True))
    add_claims("dates", (_P.DATE,), strict)
    add_claims("rest", REST, strict)
    for prop in Property:
        add_claims(prop, (prop,), strict)
    add("all claims", len(strict), len(pair.gold.claims), len(pair.system.claims))
    matched = [(pair.gold.claims[a], pair.system.claims[b]) for a, b in strict]
    right = [c for c, d in matched if pair.same_speaker(c, d)]
    add(
        "speaker",
        sum(speaker_of(c) is not None for c in right),
        sum(speaker_of(c) is not None for c, _ in matched),
        sum(speaker_of(d) is not None for _, d in matched),
    )
    add("speaker|none", len(right), len(matched), len(matched))
    add("modality", sum(c.get("modality") == d.get("modality") for c, d in matched), len(matched), len(matched))
    hit = {b for _, b in strict}
    judged = frozenset((*ROLES, *FIGURES, *LINKS))
    wrong = sum(b not in hit and d["property"] in judged for b, d in enumerate(pair.system.claims))
    sums.false += wrong + pair.system.broken


def _explain(pair: Pair) -> Iterable[str]:
    for i in pair.gold.ids("event"):
        if i not in pair.events:
            yield f"missed event: {pair.gold.things[i].get('type')} {pair.gold.things[i].get('label')}"
    for j in pair.system.ids("event"):
        if j not in pair.events.values():
            yield f"false event: {pair.system.things[j].get('type')} {pair.system.things[j].get('label')}"
    found, hit = {a for a, _ in pair.claims}, {b for _, b in pair.claims}
    yield from (f"missed claim: {_told(pair.gold, c)}" for a, c in enumerate(pair.gold.claims) if a not in found)
    yield from (f"false claim: {_told(pair.system, d)}" for b, d in enumerate(pair.system.claims) if b not in hit)
    for a, b in pair.claims:
        c, d = pair.gold.claims[a], pair.system.claims[b]
        if not pair.same_speaker(c, d):
            yield f"other speaker: {_told(pair.gold, c)}, not {_called(pair.system, speaker_of(d))}"


def _called(sheet: RawSheet, thing: str | None) -> str:
    if thing is None:
        return "the article"
    entry = sheet.things.get(thing, {})
    return str(entry.get("label") or entry.get("name") or thing)


def _told(sheet: RawSheet, claim: dict[str, Any]) -> str:
    obj = claim["object"]
    shown = _called(sheet, obj["ref"]) if "ref" in obj else ", ".join(f"{k} {v}" for k, v in obj.items())
    return f"{_called(sheet, claim['subject'])} | {claim['property']} | {shown} (says {_called(sheet, speaker_of(claim))})"
