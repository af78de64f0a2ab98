"""One JSON request over HTTP, asked again with patience when the endpoint is busy; redirects are never followed."""

from __future__ import annotations

import json
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from http.client import HTTPException
from typing import Any

from belligraph.errors import ExtractorError

__all__ = ["post_json"]

_AGAIN = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 529})
_LONGEST_WAIT = 60.0
_MOST_BYTES = 20_000_000


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A redirect would carry the key to another host."""

    def redirect_request(self, *_: object) -> None:
        return None


_OPENER = urllib.request.build_opener(_NoRedirect)


def post_json(
    url: str,
    body: Mapping[str, Any],
    headers: Mapping[str, str],
    *,
    seconds: float,
    attempts: int,
    sleep: Callable[[float], None] = time.sleep,
) -> dict[str, Any]:
    """The JSON object that the endpoint answers.

    Waits as long as `Retry-After` says, else 1, 2, 4 … seconds, when it is busy (429), fails (5xx) or does not answer.

    Raises:
        ExtractorError: it refuses the request, or is still busy or silent after that many attempts, or answers no JSON.
    """
    data = json.dumps(body, ensure_ascii=False).encode("utf-8")
    problem = ""
    for attempt in range(attempts):
        request = urllib.request.Request(url, data, {"Content-Type": "application/json", **headers}, method="POST")
        wait = float(2**attempt)
        try:
            with _OPENER.open(request, timeout=seconds) as response:
                return _read(response.read(_MOST_BYTES + 1), url)
        except urllib.error.HTTPError as error:
            told = error.read(2000).decode("utf-8", "replace")
            problem = f"answered {error.code}: {_short(told)}"
            if error.code not in _AGAIN:
                raise ExtractorError(problem, where=url, remedy=_remedy(error.code)) from error
            wait = _retry_after(error.headers.get("Retry-After"), wait)
        except (TimeoutError, urllib.error.URLError, HTTPException, OSError) as error:
            problem = f"did not answer: {getattr(error, 'reason', None) or error or type(error).__name__}"
        if attempt + 1 < attempts:
            sleep(min(wait, _LONGEST_WAIT))
    raise ExtractorError(problem, where=url, remedy=f"It was asked {attempts} times; try again later.")


def _read(data: bytes, url: str) -> dict[str, Any]:
    if len(data) > _MOST_BYTES:
        raise ExtractorError(f"answered more than {_MOST_BYTES:,} bytes", where=url)
    try:
        value = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise ExtractorError(
            f"answered no JSON: {error}", where=url, remedy="Is this the address of a model's API?"
        ) from error
    if not isinstance(value, dict):
        raise ExtractorError("answered JSON that is no object", where=url, remedy="Is this the address of a model's API?")
    return value


def _retry_after(value: str | None, default: float) -> float:
    try:
        return max(float(value), 0.0) if value is not None else default
    except ValueError:
        return default


def _remedy(code: int) -> str:
    if code in {401, 403}:
        return "Check BELLIGRAPH_LLM_KEY."
    return (
        "Check BELLIGRAPH_LLM_URL and BELLIGRAPH_LLM_MODEL."
        if code in {300, 301, 302, 307, 308, 404}
        else "Nothing was extracted."
    )


def _short(text: str) -> str:
    plain = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return plain if len(plain) <= 200 else f"{plain[:200]}…"
