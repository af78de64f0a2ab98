"""A linear scorer of role fillers: for each role a sum of weights, one for each feature, read from a JSON file.

Trained by `training/roles.py`. Every weight can be read: a feature is a class of ours or a single word (`features.py`).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from belligraph.extract.roles.features import Described, describe, document_words
from belligraph.extract.roles.filler import Filler
from belligraph.extract.roles.selection import select

__all__ = ["RoleScorer", "RoleWeights", "scorer"]


@dataclass(frozen=True, slots=True)
class RoleWeights:
    """The weights of one role: of candidates, and of documents (whether any of their candidates fills it)."""

    bias: float
    thresholds: tuple[float, float]
    """For the first filler of a document, and for all others."""
    weights: Mapping[str, float]
    document_bias: float
    document_weight: float
    document: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class RoleScorer:
    """Scores spans of a text for roles of its attacks."""

    common: frozenset[str]
    never_last: frozenset[str]
    roles: Mapping[str, RoleWeights]

    def fillers(self, text: str) -> list[Filler]:
        """The role fillers of a text, role by role, the surest first."""
        sentences, found = describe(text, self.common, self.never_last)
        about = document_words(sentences)
        scores = {role: self._scores(weights, found, about) for role, weights in self.roles.items()}
        thresholds = {role: weights.thresholds for role, weights in self.roles.items()}
        chosen = select([d.key for d in found], scores, thresholds)
        fillers = []
        for role, places in chosen.items():
            for i in places:
                c = found[i].candidate
                sentence = sentences[c.sentence]
                start, end = sentence.starts[c.first], sentence.ends[c.last - 1]
                fillers.append(Filler(role, start, end, text[start:end], scores[role][i] - thresholds[role][0]))
        return fillers

    @staticmethod
    def _scores(weights: RoleWeights, found: list[Described], about: frozenset[str]) -> list[float]:
        document = weights.document_bias + sum(weights.document.get(f, 0.0) for f in about)
        base = weights.bias + weights.document_weight * document
        get = weights.weights.get
        return [base + sum(get(f, 0.0) for f in described.features) for described in found]


@cache
def scorer() -> RoleScorer:
    """The scorer with the weights that the package carries."""
    raw = json.loads(files("belligraph.extract.roles").joinpath("weights.json").read_text("utf-8"))
    return RoleScorer(
        frozenset(raw["common"].split()),
        frozenset(raw["never_last"].split()),
        {
            role: RoleWeights(
                values["bias"],
                (values["thresholds"][0], values["thresholds"][1]),
                values["weights"],
                values["document_bias"],
                values["document_weight"],
                values["document"],
            )
            for role, values in raw["roles"].items()
        },
    )
