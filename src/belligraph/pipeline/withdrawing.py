"""Taking an article back, and everything that rests on it: a record stays, the next release is without it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from belligraph.errors import UsageError
from belligraph.pipeline import Published, publish
from belligraph.release.publication import Publication, write_atomically
from belligraph.release.withdrawal import Withdrawal

__all__ = ["reinstate", "withdraw"]


def withdraw(keys: Sequence[str], folder: str | Path, reason: str) -> Published:
    """Withdraws articles and publishes what is left: claims, incidents and findings that rested on them are gone from it.

    Former releases stay as they are. A process killed half-way leaves the live release; the next publish is without them.

    Raises:
        UsageError: an article is not in the publication, or there is no reason.
        PublicationError: as `publish`.
    """
    publication = Publication(Path(folder))
    publication.live()
    if not reason.strip():
        raise UsageError(
            "a withdrawal needs a reason", remedy="Say why with --reason; readers of the article's address see it."
        )
    missing = [key for key in keys if not publication.article_path(key).exists()]
    if missing:
        raise UsageError(
            f"no article {missing[0]!r} in this publication",
            where=str(publication.folder),
            remedy="The key is what follows id/article/ in the article's IRI.",
        )
    today = datetime.now(UTC).date().isoformat()
    with publication.locked():
        for key in keys:
            write_atomically(publication.withdrawn / f"{key}.json", Withdrawal(key, today, reason.strip()).content())
            publication.set_aside(key)
    return publish([], folder)


def reinstate(keys: Sequence[str], folder: str | Path) -> Published:
    """Takes withdrawals back and publishes the articles again, with the sheets that they had.

    Raises:
        UsageError: an article was not withdrawn.
        PublicationError: as `publish`.
    """
    publication = Publication(Path(folder))
    for key in keys:
        if publication.withdrawal(key) is None:
            raise UsageError(f"the article {key!r} was not withdrawn", where=str(publication.folder))
    with publication.locked():
        for key in keys:
            publication.put_back(key)
    return publish([], folder)
