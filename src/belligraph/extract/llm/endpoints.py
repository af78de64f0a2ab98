"""The two forms of endpoints behind one protocol: a conversation in, one JSON answer with its usage out.

Sources: OpenAI API reference, "Chat completions" and "Structured outputs" (https://platform.openai.com/docs/api-reference/chat);
Anthropic API reference, "Messages" and "Tool use" (https://docs.anthropic.com/en/api/messages).
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any, Protocol

from belligraph.errors import ExtractorError
from belligraph.extract.llm.settings import Api, LlmSettings
from belligraph.extract.llm.transport import post_json
from belligraph.extract.llm.usage import Usage

__all__ = ["Endpoint", "Reply", "Stop", "Turn", "endpoint_for"]

_NAME = "fact_sheet"
_ANTHROPIC_VERSION = "2023-06-01"


class Stop(Enum):
    """Why an answer ends."""

    DONE = "done"
    TRUNCATED = "truncated"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer: its text (JSON, if the model did as it was told), why it ended, what it cost."""

    text: str
    stop: Stop
    usage: Usage


@dataclass(frozen=True, slots=True)
class Turn:
    """One exchange that went before: what the model answered, and what we said to that."""

    answer: str
    objection: str


class Endpoint(Protocol):
    """Answers a task about an article by one JSON object of a schema."""

    def ask(self, system: str, task: str, turns: list[Turn], schema: dict[str, Any]) -> Reply:
        """The answer to the task, after the exchanges that went before.

        Raises:
            ExtractorError: the endpoint cannot be reached or refuses the request.
        """


def endpoint_for(settings: LlmSettings, *, sleep: Callable[[float], None] = time.sleep) -> Endpoint:
    """The endpoint that the settings name."""
    return _OpenAi(settings, sleep) if settings.api is Api.OPENAI else _Anthropic(settings, sleep)


@dataclass(frozen=True, slots=True)
class _OpenAi:
    settings: LlmSettings
    sleep: Callable[[float], None]

    def ask(self, system: str, task: str, turns: list[Turn], schema: dict[str, Any]) -> Reply:
        messages = [{"role": "system", "content": system}, {"role": "user", "content": task}]
        for turn in turns:
            messages += [{"role": "assistant", "content": turn.answer}, {"role": "user", "content": turn.objection}]
        body = {
            "model": self.settings.model,
            "messages": messages,
            "max_completion_tokens": self.settings.max_tokens,
            "response_format": {
                "type": "json_schema",
                "json_schema": {"name": _NAME, "schema": schema, "strict": True},
            },
        }
        headers = {"Authorization": f"Bearer {self.settings.key}"} if self.settings.key else {}
        url = f"{self.settings.url}/chat/completions"
        raw = post_json(url, body, headers, seconds=self.settings.seconds, attempts=self.settings.attempts, sleep=self.sleep)
        usage = _usage(raw.get("usage"), "prompt_tokens", "completion_tokens")
        choices = raw.get("choices")
        choice = choices[0] if isinstance(choices, list) and choices and isinstance(choices[0], dict) else None
        message = choice.get("message") if choice is not None else None
        if choice is None or not isinstance(message, dict):
            raise ExtractorError("answered without a message", where=url, remedy="Is this an OpenAI-compatible endpoint?")
        if message.get("refusal") or choice.get("finish_reason") == "content_filter":
            return Reply(str(message.get("refusal") or "the content filter"), Stop.REFUSED, usage)
        stop = Stop.TRUNCATED if choice.get("finish_reason") == "length" else Stop.DONE
        return Reply(str(message.get("content") or ""), stop, usage)


@dataclass(frozen=True, slots=True)
class _Anthropic:
    settings: LlmSettings
    sleep: Callable[[float], None]

    def ask(self, system: str, task: str, turns: list[Turn], schema: dict[str, Any]) -> Reply:
        messages: list[dict[str, Any]] = [{"role": "user", "content": task}]
        for turn in turns:
            messages += [{"role": "assistant", "content": turn.answer or "{}"}, {"role": "user", "content": turn.objection}]
        body = {
            "model": self.settings.model,
            "system": system,
            "messages": messages,
            "max_tokens": self.settings.max_tokens,
            "tools": [{"name": _NAME, "description": "Records the fact sheet of the article.", "input_schema": schema}],
            "tool_choice": {"type": "tool", "name": _NAME},
        }
        headers = {"anthropic-version": _ANTHROPIC_VERSION} | ({"x-api-key": self.settings.key} if self.settings.key else {})
        url = f"{self.settings.url}/v1/messages"
        raw = post_json(url, body, headers, seconds=self.settings.seconds, attempts=self.settings.attempts, sleep=self.sleep)
        usage = _usage(raw.get("usage"), "input_tokens", "output_tokens")
        blocks = raw.get("content")
        if not isinstance(blocks, list):
            raise ExtractorError("answered without content", where=url, remedy="Is this an Anthropic endpoint?")
        found = [b for b in blocks if isinstance(b, dict)]
        text = "".join(str(b.get("text") or "") for b in found if b.get("type") == "text")
        call = next((b.get("input") for b in found if b.get("type") == "tool_use"), None)
        if raw.get("stop_reason") == "refusal":
            return Reply(text or "no reason given", Stop.REFUSED, usage)
        stop = Stop.TRUNCATED if raw.get("stop_reason") == "max_tokens" else Stop.DONE
        return Reply(json.dumps(call, ensure_ascii=False) if call is not None else text, stop, usage)


def _usage(raw: object, sent: str, received: str) -> Usage:
    counts = raw if isinstance(raw, dict) else {}
    given = [counts.get(name) for name in (sent, received)]
    numbers = [n if isinstance(n, int) and not isinstance(n, bool) and n >= 0 else 0 for n in given]
    return Usage(1, *numbers)
