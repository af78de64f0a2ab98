"""Fact sheets by a language model, behind any OpenAI-compatible or Anthropic endpoint; off unless asked for.

The model writes quotes, never offsets: we find each quote in the text ourselves, and what cannot be found is sent back,
at most twice, then left out. So a sheet from here passes the same check as any other.
"""

from __future__ import annotations

from belligraph.extract.llm.batch import BatchResult, extract_all
from belligraph.extract.llm.endpoints import Endpoint, endpoint_for
from belligraph.extract.llm.extractor import LlmExtractor
from belligraph.extract.llm.settings import LlmSettings
from belligraph.extract.llm.usage import Usage

__all__ = ["BatchResult", "Endpoint", "LlmExtractor", "LlmSettings", "Usage", "endpoint_for", "extract_all"]
