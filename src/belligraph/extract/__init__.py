"""From an article's words to a fact sheet."""

from belligraph.extract.protocol import Extractor
from belligraph.extract.rules import RuleExtractor

__all__ = ["Extractor", "RuleExtractor"]
