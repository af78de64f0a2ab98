"""What a release says of itself: `manifest.json`, with counts, the content's hash and every distribution's checksum."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from belligraph.errors import PublicationError
from belligraph.model.release import Distribution, Release

__all__ = [
    "JSONLD_FILE",
    "MANIFEST_FILE",
    "NQUADS_FILE",
    "TRIG_FILE",
    "TURTLE12_FILE",
    "TURTLE_FILE",
    "read_manifest",
    "write_manifest",
]

MANIFEST_FILE = "manifest.json"
NQUADS_FILE = "release.nq"
TURTLE_FILE = "release.ttl"
TURTLE12_FILE = "release.rdf12.ttl"
TRIG_FILE = "release.trig"
JSONLD_FILE = "release.jsonld"


def write_manifest(release: Release) -> None:
    """Writes the manifest into the release's folder, last of all: a release without one is none."""
    content: dict[str, Any] = asdict(release)
    del content["folder"]
    (release.folder / MANIFEST_FILE).write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", "utf-8")


def read_manifest(folder: Path) -> Release:
    """The release in that folder.

    Raises:
        PublicationError: there is no manifest, or it is not one of ours.
    """
    path = folder / MANIFEST_FILE
    try:
        content = json.loads(path.read_text("utf-8"))
        distributions = tuple(Distribution(**d) for d in content.pop("distributions"))
        return Release(folder=folder, distributions=distributions, **content)
    except OSError as error:
        raise PublicationError(f"the release's manifest cannot be read: {error.strerror}", where=str(path)) from error
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise PublicationError(
            f"not the manifest of a release: {error}",
            where=str(path),
            remedy="Publish again; the articles and sheets are kept.",
        ) from error
