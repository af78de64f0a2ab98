"""Who did what to whom, learned: a linear scorer over spans, off unless asked for.

It is trained on reports of another time and place (MUC-4: Latin America, about 1990) and does not help on today's: the
rules decide there.
"""

from __future__ import annotations

from belligraph.extract.roles.scorer import Filler, RoleScorer, scorer

__all__ = ["Filler", "RoleScorer", "scorer"]
