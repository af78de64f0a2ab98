"""CEAF-REE: role-filler entity extraction scored by the best alignment of entities.

Du, Rush and Cardie, "GRIT: Generative Role-filler Transformers for Document-level Role-filler Entity Extraction" (EACL 2021,
https://aclanthology.org/2021.eacl-main.52), section 5.2, after Luo's CEAF (2005). An entity is a set of mentions. The strict
similarity of a gold entity and a system entity is 1 if every mention of the system's is one of the gold's, else 0. Strings
are compared as the authors' own scorer does: in small letters, without marks and articles. On the development documents of
MUC-4 its counts and ours are the same.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from belligraph.evaluate.matching import best_matching
from belligraph.evaluate.tally import Tally

__all__ = ["CeafScores", "Fillers", "normal_mention", "score_fillers"]

Fillers = Mapping[str, tuple[tuple[str, ...], ...]]
"""The entities of one document by role; each entity is all its mentions."""

_MARKS = str.maketrans("", "", string.punctuation)
_ARTICLES = re.compile(r"\b(?:a|an|the)\b")


@dataclass(frozen=True, slots=True)
class CeafScores:
    """Tallies of entities by role; `micro` sums them."""

    roles: Mapping[str, Tally]

    @property
    def micro(self) -> Tally:
        """All roles together."""
        total = Tally()
        for tally in self.roles.values():
            total += tally
        return total


def normal_mention(mention: str) -> str:
    """A mention in small letters, without punctuation marks and articles."""
    return " ".join(_ARTICLES.sub(" ", mention.lower().translate(_MARKS)).split())


def score_fillers(documents: Iterable[tuple[Fillers, Fillers]]) -> CeafScores:
    """The strict scores of pairs of gold and system fillers; roles are those of the gold."""
    roles: dict[str, Tally] = {}
    for gold, system in documents:
        for role, entities in gold.items():
            golds = [{normal_mention(m) for m in entity} for entity in entities if entity]
            systems = [{normal_mention(m) for m in entity} for entity in system.get(role, ()) if entity]
            weights = {(a, b): 1.0 for a, g in enumerate(golds) for b, s in enumerate(systems) if s <= g}
            roles[role] = roles.get(role, Tally()) + Tally(len(best_matching(weights)), len(golds), len(systems))
    return CeafScores(roles)
