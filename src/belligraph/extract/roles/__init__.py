"""Who did what to whom in text without capitals: by rules, and by a linear scorer over spans that is off unless asked for.

Both know reports of another time and place best (MUC-4: Latin America, about 1990), and neither helps on today's: the news
rules decide there.
"""

from __future__ import annotations

from belligraph.extract.roles.filler import Filler, RoleFinder
from belligraph.extract.roles.rules import RoleRules
from belligraph.extract.roles.scorer import RoleScorer, scorer

__all__ = ["Filler", "RoleFinder", "RoleRules", "RoleScorer", "scorer"]
