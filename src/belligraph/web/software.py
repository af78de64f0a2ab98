"""Which software answers: part of each tag of what it makes, so that no browser keeps what an older one made."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version

from belligraph import __version__
from belligraph.assets import package_folder

__all__ = ["fingerprint"]

# what pages and documents are made of: modules, templates, the style sheet, queries
_MADE_OF = {".py", ".html", ".css", ".rq"}


@cache
def fingerprint() -> str:
    """A name for this state of the software, the same in every process that runs it.

    The version alone would not do: a checkout changes without one.
    """
    folder = package_folder()
    content = hashlib.sha256(f"{__version__} {version('pyoxigraph')}".encode())
    for path in sorted(path for path in folder.rglob("*") if path.suffix in _MADE_OF):
        content.update(f"\0{path.relative_to(folder).as_posix()}\0".encode())
        content.update(path.read_bytes())
    return content.hexdigest()[:16]
