"""Articles that a publisher took back: a record of when and why stays, so that their address says so instead of nothing."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from belligraph.errors import PublicationError

__all__ = ["Withdrawal", "read_withdrawal"]


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """That an article was withdrawn."""

    key: str
    date: str
    """YYYY-MM-DD, UTC."""
    reason: str

    def content(self) -> bytes:
        """The record as it is kept."""
        return (json.dumps(asdict(self), indent=2, ensure_ascii=False) + "\n").encode()


def read_withdrawal(path: Path) -> Withdrawal | None:
    """The record at that path, or None when there is none.

    Raises:
        PublicationError: it was changed into something else, or cannot be read.
    """
    try:
        return Withdrawal(**json.loads(path.read_text("utf-8")))
    except FileNotFoundError:
        return None
    except OSError as error:
        raise PublicationError(f"cannot be read: {error.strerror}", where=str(path)) from error
    except (ValueError, TypeError) as error:
        raise PublicationError(f"not the record of a withdrawal: {error}", where=str(path)) from error
