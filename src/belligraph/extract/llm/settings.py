"""Which endpoint, model and key: from the environment, never from files or flags, so that no key lands in either."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from urllib.parse import urlsplit

from belligraph.errors import UsageError

__all__ = ["Api", "LlmSettings"]

_PREFIX = "BELLIGRAPH_LLM_"
SECONDS = 120.0
MAX_TOKENS = 16_000
_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


class Api(StrEnum):
    """The two forms of endpoints; most servers of open models speak the first."""

    OPENAI = "openai"
    ANTHROPIC = "anthropic"


_URLS = {Api.OPENAI: "https://api.openai.com/v1", Api.ANTHROPIC: "https://api.anthropic.com"}


@dataclass(frozen=True, slots=True)
class LlmSettings:
    """How to reach a language model. `key` is never shown or written."""

    api: Api
    url: str
    model: str
    key: str | None = field(default=None, repr=False)
    seconds: float = SECONDS
    """How long to wait for an answer."""
    attempts: int = 4
    """How often to ask again when the endpoint is busy, down or slow."""
    max_tokens: int = MAX_TOKENS
    """The longest answer."""
    input_price: float | None = None
    output_price: float | None = None
    """Money for a million tokens; without them no cost is told."""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> LlmSettings:
        """The settings of BELLIGRAPH_LLM_MODEL, _KEY, _API, _URL, _SECONDS, _MAX_TOKENS, _INPUT_PRICE and _OUTPUT_PRICE.

        Raises:
            UsageError: no model, an API that there is none of, an address without https that is not this machine's, a number
                that is none.
        """
        variables = os.environ if environment is None else environment
        values = {k.removeprefix(_PREFIX).lower(): v for k, v in variables.items() if k.startswith(_PREFIX) and v}
        if "model" not in values:
            raise UsageError("no model is set", remedy=f"Set {_PREFIX}MODEL, and {_PREFIX}KEY if the endpoint wants a key.")
        api = values.get("api", Api.OPENAI)
        if api not in list(Api):
            raise UsageError(f"{_PREFIX}API is {api!r}", remedy=f"It is {' or '.join(Api)}.")
        url = values.get("url", _URLS[Api(api)]).rstrip("/")
        _check_url(url)
        seconds, tokens = _number(values, "seconds"), _number(values, "max_tokens")
        return cls(
            Api(api),
            url,
            values["model"],
            values.get("key"),
            seconds=SECONDS if seconds is None else seconds,
            max_tokens=MAX_TOKENS if tokens is None else int(tokens),
            input_price=_number(values, "input_price"),
            output_price=_number(values, "output_price"),
        )


def _check_url(url: str) -> None:
    parts = urlsplit(url)
    if parts.scheme == "https" and parts.hostname:
        return
    if parts.scheme != "http" or parts.hostname not in _LOOPBACK:
        raise UsageError(
            f"{_PREFIX}URL is {url!r}",
            remedy="Use https, so that the key and the articles stay secret; http serves this machine.",
        )


def _number(values: Mapping[str, str], name: str) -> float | None:
    if name not in values:
        return None
    try:
        number = float(values[name])
    except ValueError:
        number = -1.0
    if not 0 <= number < float("inf"):
        raise UsageError(f"{_PREFIX}{name.upper()} is {values[name]!r}, which is no number from 0 on")
    return number
