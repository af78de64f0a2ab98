"""A client of any Reconciliation Service 0.2, Wikidata's and others': off unless somebody asks, and polite.

What a service answers is shown to people; nothing of it becomes a link by itself. Answers are kept on disk with their day.
Source: https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/.
"""

from __future__ import annotations

import hashlib
import ipaddress
import json
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

from belligraph import __version__
from belligraph.errors import RemoteServiceError, UsageError
from belligraph.iri import is_absolute

__all__ = ["MAX_BATCH", "MAX_REDIRECTS", "OnlineCandidate", "ReconciliationClient"]

MAX_BATCH = 50
MAX_ANSWER = 5_000_000
MAX_TRIES = 4
MAX_WAIT = 60.0
MAX_REDIRECTS = 3
KEPT_DAYS = 30
_HEADERS = {"User-Agent": f"Belligraph/{__version__}", "Accept": "application/json"}
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class OnlineCandidate:
    """What a service proposes for a name."""

    id: str
    name: str
    score: float
    match: bool
    description: str = ""
    types: tuple[str, ...] = ()


class ReconciliationClient:
    """A service at that address.

    `deadline` is in seconds, for everything that one call asks; `cache` is a folder for answers, or None. `sleep` and `now`
    are there for tests.
    """

    def __init__(
        self,
        endpoint: str,
        cache: Path | None = None,
        deadline: float = 60.0,
        sleep: Callable[[float], None] = time.sleep,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        if urllib.parse.urlsplit(endpoint).scheme not in {"http", "https"} or not is_absolute(endpoint):
            raise UsageError(f"{endpoint!r} is no address of a service", remedy="Give one that begins with https://.")
        self._endpoint, self._cache, self._deadline = endpoint, cache, deadline
        self._sleep, self._now = sleep, now
        self._opener = urllib.request.build_opener(_NoRedirect)

    def manifest(self) -> dict[str, Any]:
        """The service's manifest.

        Raises:
            RemoteServiceError: no answer, or none of a service of version 0.2 or older.
        """
        manifest = self._ask(None, self._now() + self._deadline)
        if not isinstance(manifest, dict) or "name" not in manifest:
            raise RemoteServiceError("the answer is no manifest of a reconciliation service", where=self._endpoint)
        versions = manifest.get("versions", ["0.1"])
        if not {"0.1", "0.2"} & set(versions):
            raise RemoteServiceError(f"the service speaks {', '.join(versions)}, not 0.2", where=self._endpoint)
        return manifest

    def candidates(self, names: Sequence[str], kind: str | None = None, limit: int = 5) -> list[list[OnlineCandidate]]:
        """What the service proposes for each name, in their order.

        Raises:
            RemoteServiceError: no whole answer within the deadline; nothing is made up for what is missing.
        """
        until = self._now() + self._deadline
        found: dict[str, list[OnlineCandidate]] = {}
        missing = []
        for name in dict.fromkeys(names):
            kept = self._kept(name, kind, limit)
            if kept is None:
                missing.append(name)
            else:
                found[name] = kept
        for start in range(0, len(missing), MAX_BATCH):
            batch = missing[start : start + MAX_BATCH]
            for name, proposed in zip(batch, self._batch(batch, kind, limit, until), strict=True):
                found[name] = proposed
                self._keep(name, kind, limit, proposed)
        return [found[name] for name in names]

    def _batch(self, names: Sequence[str], kind: str | None, limit: int, until: float) -> list[list[OnlineCandidate]]:
        queries = {
            f"q{n}": {"query": name, "limit": limit} | ({"type": kind} if kind else {}) for n, name in enumerate(names)
        }
        answer = self._ask(queries, until)
        try:
            return [[_candidate(c) for c in answer[name]["result"]] for name in queries]
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise RemoteServiceError(
                f"the answer is no result of a reconciliation service: {error!r}", where=self._endpoint
            ) from error

    def _ask(self, queries: dict[str, Any] | None, until: float) -> Any:  # noqa: ANN401 - any JSON
        body = None if queries is None else urllib.parse.urlencode({"queries": json.dumps(queries)}).encode()
        problem = "no answer"
        address, redirects = self._endpoint, 0
        attempt = 0
        while attempt < MAX_TRIES:
            left = until - self._now()
            if left <= 0:
                break
            wait = min(2.0**attempt, MAX_WAIT)
            try:
                with self._opener.open(urllib.request.Request(address, body, _HEADERS), timeout=left) as answer:
                    return _parse(answer.read(MAX_ANSWER + 1), address)
            except urllib.error.HTTPError as error:
                with error:
                    problem = f"the service answers {error.code} {error.reason}"
                    if error.code in _REDIRECTS:
                        redirects += 1
                        address = _followed(address, error.code, error.headers.get("Location"), redirects, body is not None)
                        continue
                    if error.code not in {429, 500, 502, 503, 504}:
                        raise RemoteServiceError(problem, where=address) from error
                    wait = _retry_after(error.headers.get("Retry-After")) or wait
            except OSError as error:
                problem = f"no answer: {getattr(error, 'reason', error)}"
            attempt += 1
            if attempt == MAX_TRIES or self._now() + wait >= until:
                break
            self._sleep(wait)
        raise RemoteServiceError(problem, where=address, remedy="Try again later; nothing was changed.")

    def _path(self, name: str, kind: str | None, limit: int) -> Path | None:
        if self._cache is None:
            return None
        digest = hashlib.sha256(json.dumps([self._endpoint, name, kind, limit]).encode()).hexdigest()
        return self._cache / f"{digest[:32]}.json"

    def _kept(self, name: str, kind: str | None, limit: int) -> list[OnlineCandidate] | None:
        path = self._path(name, kind, limit)
        if path is None or not path.exists():
            return None
        try:
            content = json.loads(path.read_text("utf-8"))
            if (date.today() - date.fromisoformat(content["day"])).days > KEPT_DAYS:
                return None
            return [OnlineCandidate(**{**c, "types": tuple(c["types"])}) for c in content["candidates"]]
        except (OSError, ValueError, KeyError, TypeError):
            return None  # a file that was cut short: ask again

    def _keep(self, name: str, kind: str | None, limit: int, candidates: Sequence[OnlineCandidate]) -> None:
        path = self._path(name, kind, limit)
        if path is None:
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        content = {"day": date.today().isoformat(), "service": self._endpoint, "name": name}
        content |= {"candidates": [asdict(c) for c in candidates]}  # type: ignore[dict-item]
        beside = path.with_suffix(".new")
        beside.write_text(json.dumps(content, ensure_ascii=False, indent=1), "utf-8")
        beside.replace(path)


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_arguments: object) -> None:
        """Follows nothing by itself: it would turn a POST into a GET, which loses its questions without a word."""


def _followed(address: str, status: int, location: str | None, redirects: int, has_questions: bool) -> str:
    """Where a redirect leads, if it may be followed with the same questions (RFC 9110 section 15.4).

    Raises:
        RemoteServiceError: it may not: it names nothing, is one too many, leaves the scheme, carries a name and password,
            asks for a GET where there are questions, or leads from a host of the world into a network of one's own.
    """
    target = urllib.parse.urljoin(address, location or "")
    here, there = urllib.parse.urlsplit(address), urllib.parse.urlsplit(target)
    told = f"the service has moved to {there._replace(netloc=there.netloc.rpartition('@')[2]).geturl()}"
    remedy = "Use that address if you trust it."
    if not location or not there.hostname:
        raise RemoteServiceError(f"the service answers {status} and tells no address", where=address)
    if redirects > MAX_REDIRECTS:
        raise RemoteServiceError(f"more than {MAX_REDIRECTS} redirects; the last to {target}", where=address)
    if there.scheme != here.scheme:
        raise RemoteServiceError(f"{told}, from {here.scheme} to {there.scheme}", where=address, remedy=remedy)
    if "@" in there.netloc:
        raise RemoteServiceError(f"{told} with a name and password in the address", where=address, remedy=remedy)
    if status == 303 and has_questions:
        raise RemoteServiceError(f"{told}, to be read without the questions", where=address, remedy=remedy)
    if there.hostname != here.hostname and _is_own(there.hostname):
        raise RemoteServiceError(f"{told}, a host of one's own network", where=address, remedy=remedy)
    return target


def _is_own(host: str) -> bool:
    """Whether it names this machine or a private network."""
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return host == "localhost" or host.endswith((".localhost", ".local", ".internal"))


def _parse(raw: bytes, endpoint: str) -> Any:  # noqa: ANN401
    if len(raw) > MAX_ANSWER:
        raise RemoteServiceError(f"the answer has more than {MAX_ANSWER:,} bytes", where=endpoint)
    try:
        return json.loads(raw)
    except (ValueError, RecursionError) as error:
        start = raw[:60].decode("utf-8", "replace")
        raise RemoteServiceError(f"the answer is not JSON but begins {start!r}", where=endpoint) from error


def _retry_after(value: str | None) -> float | None:
    """Seconds to wait, by a number or by a date (RFC 9110 section 10.2.3)."""
    if value is None:
        return None
    if value.strip().isdigit():
        return min(float(value), MAX_WAIT)
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return None
    return min(max(moment.timestamp() - time.time(), 0.0), MAX_WAIT)


def _candidate(content: dict[str, Any]) -> OnlineCandidate:
    types = tuple(str(t["id"]) if isinstance(t, dict) else str(t) for t in content.get("type") or ())
    return OnlineCandidate(
        id=str(content["id"]),
        name=str(content["name"]),
        score=float(content.get("score") or 0.0),
        match=content.get("match") is True,
        description=str(content.get("description") or ""),
        types=types,
    )
