"""Candidates for the name of a place: how well each one fits the name, the kind of place, and the rest of the article."""

from __future__ import annotations

from collections.abc import Sequence

from belligraph.link.candidates import Candidate, Mark, name_mark
from belligraph.link.context import NAMED, Context, division_of, prominence, stands_with
from belligraph.link.index import Index, Known, Name
from belligraph.link.table import PLACE_TYPES
from belligraph.model.naming import normalise

__all__ = ["place_candidates"]

_KINDS = {
    "facility": {"MilitaryBase", "Airport", "Facility", "OilField", "ArchaeologicalSite"},
    "settlement": {"City", "ArchaeologicalSite"},
    "region": {"AdminArea", "Region"},
    "country": {"Country"},
    "water": {"WaterBody"},
    "other": PLACE_TYPES | {"Country"},
}
# the prior of what is known for itself, and of the world's best-known town of a name
_PRIOR = 0.20
# people from whom on a place needs no country beside it
_FAMOUS = 1_000_000
# 180,000 people
_OF_NOTE = 0.9
# the share of its people from which on a province is less known than the town it is named after
_CHIEF = 1 / 3


def place_candidates(
    name: str, kind: str, found: Sequence[tuple[Known, Name]], context: Context, index: Index
) -> list[Candidate]:
    """A candidate for each place found by that name; `kind` is a kind of place, `other` if nobody knows."""
    norm = normalise(name)
    fit = [k for k, _ in found if k.type in _KINDS[kind]]
    # where the rest of the article lies in the division of one of them, the others are far
    settled = frozenset(k.country for k in fit if _supported(k, norm, context))
    home = bool(settled) or any(_at_home(k, norm, context) for k in fit)
    # an odd name of one town gives way to the ordinary name of another; those of authority files were weighed by people
    shared = 0.30 if any(s is Name.LABEL for _, s in found) else 0.40
    return [
        Candidate(
            known,
            (
                name_mark(known, strength, 0.50, 0.40 if known.curated else shared),
                _type(known, kind),
                _coherence(known, norm, context, index, settled, home),
                _prior(known, strength, found, fit),
            ),
        )
        for known, strength in found
    ]


def _type(known: Known, kind: str) -> Mark:
    if known.type in _KINDS[kind]:
        return Mark("type", 0.10 if kind == "other" else 0.15, f"{known.type} can be a {kind}")
    if known.type == "Place":
        return Mark("type", 0.10, f"a place that may be a {kind}")
    return Mark("type", -0.5, f"{known.type} is no {kind}")


def _supported(known: Known, norm: str, context: Context) -> bool:
    division = division_of(known)
    return bool(division) and context.support(division, norm) >= NAMED


def _at_home(known: Known, norm: str, context: Context) -> bool:
    """Whether it is a city of note in a country that the article names."""
    return known.type == "City" and prominence(known) >= _OF_NOTE and context.support(known.country, norm) >= NAMED


def _coherence(known: Known, norm: str, context: Context, index: Index, settled: frozenset[str], home: bool) -> Mark:
    if known.type in {"Country", "Region", "WaterBody"} and (known.type == "Country" or not known.country):
        return Mark("coherence", 0.15, "no matter of one country")
    if not known.country:
        return Mark("coherence", 0.05, "no country to compare")
    if above := stands_with(norm, known, context, index):
        return Mark("coherence", 0.30, f"the article says {above.label} beside it")
    if _supported(known, norm, context):
        division = division_of(known)
        value = round(0.15 + 0.15 * min(1.0, context.support(division, norm)), 3)
        return Mark("coherence", value, f"other places of the article lie in {division}")
    widely = _is_state(known) or (known.capital and known.country in settled)
    if context.support(known.country, norm) >= NAMED:
        far = settled and not widely
        return Mark("coherence", 0.05 if far else 0.15, f"the article names {known.country}")
    if _is_famous(known) and (widely or not home):
        return Mark("coherence", 0.10, "known the world over: news says no more of it")
    if not context.knows_more(norm):
        return Mark("coherence", 0.05, "no country to compare")
    return Mark("coherence", -0.10, f"the article does not name {known.country}")


def _is_state(known: Known) -> bool:
    return known.type == "AdminArea" and known.division.count(".") == 1


def _is_famous(known: Known) -> bool:
    return known.capital or known.population >= _FAMOUS


def _prior(known: Known, strength: Name, found: Sequence[tuple[Known, Name]], fit: Sequence[Known]) -> Mark:
    if known.curated:
        return Mark("prior", _PRIOR, "in an authority file")
    if known.type == "AdminArea":
        return _of_division(known, strength, found)
    if known.type != "City":
        if known.type in {"Region", "WaterBody"} and not known.country:
            return Mark("prior", _PRIOR, "a continent or a sea")
        return Mark("prior", _PRIOR / 2, "in a gazetteer")
    if known.capital:
        return Mark("prior", _PRIOR, f"the capital of {known.country}")
    rivals = (k for k in fit if (k.type == "City" and not k.curated) or (_is_state(k) and k.division != known.division))
    people = sum(k.population for k in rivals)
    share = known.population / people if people else 0.0
    value = round(_PRIOR * share * prominence(known), 3)
    return Mark("prior", value, f"{known.population:,} people, {share:.0%} of those in places so named")


def _of_division(known: Known, strength: Name, found: Sequence[tuple[Known, Name]]) -> Mark:
    """A state is known for itself; a county, or what is named after its chief town, only if its name says what it is."""
    towns = [(k, s) for k, s in found if k.type == "City"]
    own = [(k, s) for k, s in towns if k.division and known.division.startswith(k.division)]
    if not _is_state(known):
        if own:
            return Mark("prior", -_PRIOR, "a county or district of the name of a town in it")
        if strength is Name.WEAK or any(k.type != known.type or _is_state(k) for k, _ in found):
            return Mark("prior", -_PRIOR / 2, "a county or district, and not so called for short")
        return Mark("prior", _PRIOR / 2, "a county or district")
    chief = max((k.population for k, _ in own), default=0)
    share = chief / known.population if known.population else 0.0
    aside = own and strength is not Name.LABEL and any(s is Name.LABEL for _, s in own)
    if share >= _CHIEF or aside or any(k.capital for k, _ in own):
        return Mark("prior", -_PRIOR / 2, f"its town of that name has {share:.0%} of its people")
    if any(k.capital and k.country == known.country for k, _ in towns):
        return Mark("prior", _PRIOR / 2, f"the capital of {known.country} has that name, too")
    return Mark("prior", round(_PRIOR * (1 - share), 3), "a state or a province")
