"""Floors: figures that an evaluation may not fall below. A floor is never lowered without saying why."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from belligraph.errors import InputError
from belligraph.evaluate.scores import METRICS, Scores
from belligraph.model.sheet import Property

__all__ = ["Floors", "read_floors"]


@dataclass(frozen=True, slots=True)
class Floors:
    """The least F1 of each metric, the most false claims per article, the least share of true quotes."""

    f1: dict[str, float]
    most_false_per_article: float | None = None
    quote_validity: float | None = None

    def broken(self, scores: Scores) -> tuple[str, ...]:
        """What the scores fall short of, one line each."""
        found = [
            f"{name}: F1 {scores.tallies[name].f1:.4f} is below the floor of {floor}"
            for name, floor in self.f1.items()
            if scores.tallies[name].f1 < floor
        ]
        most = self.most_false_per_article
        if most is not None and scores.false_per_article > most:
            found.append(f"false claims per article: {scores.false_per_article:.2f} is above {most}")
        if self.quote_validity is not None and scores.quote_validity < self.quote_validity:
            found.append(f"quote validity: {scores.quote_validity:.4f} is below {self.quote_validity}")
        return tuple(found)


def read_floors(path: Path, section: str = "sheets") -> Floors:
    """The floors of a TOML file: a table `[sheets.f1]` of metrics, and beside it `most_false_per_article`, `quote_validity`.

    Raises:
        InputError: no such file, not TOML, a metric that there is none of.
    """
    try:
        raw = tomllib.loads(path.read_text("utf-8")).get(section, {})
    except (OSError, ValueError) as error:
        raise InputError(f"cannot be read: {error}", where=str(path), remedy="Give a TOML file of floors.") from error
    f1 = {str(k): float(v) for k, v in raw.get("f1", {}).items()}
    known = {*METRICS, *Property}
    for name in f1:
        if name not in known:
            raise InputError(f"{name!r} is no metric", where=str(path), remedy=f"Metrics: {', '.join(METRICS)}.")
    return Floors(f1, raw.get("most_false_per_article"), raw.get("quote_validity"))
