"""How good extracted fact sheets are: against gold sheets made by reading, and against MUC-4's role fillers."""

from __future__ import annotations

from belligraph.evaluate.ceaf import CeafScores, Fillers, score_fillers
from belligraph.evaluate.floors import Floors, read_floors
from belligraph.evaluate.folders import SheetFolder, read_sheets, texts_of
from belligraph.evaluate.muc4 import MucDocument, fillers_of, read_muc4
from belligraph.evaluate.scores import Scores, score_sheets
from belligraph.evaluate.tally import Tally

__all__ = [
    "CeafScores",
    "Fillers",
    "Floors",
    "MucDocument",
    "Scores",
    "SheetFolder",
    "Tally",
    "fillers_of",
    "read_floors",
    "read_muc4",
    "read_sheets",
    "score_fillers",
    "score_sheets",
    "texts_of",
]
