"""The words of the role rules, read once from `lexicons/incidents.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

__all__ = ["group_names", "home_names", "words"]

_FILE = Path(__file__).parents[1] / "lexicons" / "incidents.toml"


@cache
def words(name: str) -> frozenset[str]:
    """The words of one list, such as `people.armed`."""
    table, key = name.split(".")
    return frozenset(_raw()[table][key].split())


@cache
def group_names(key: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """From a name's first word to the whole names as words, longest first; `key` is `names` or `state`."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for part in _raw()["groups"][key].split(","):
        form = tuple(part.split())
        found.setdefault(form[0], []).append(form)
    return {first: tuple(sorted(forms, key=len, reverse=True)) for first, forms in found.items()}


@cache
def home_names() -> frozenset[str]:
    """The canonical names of the states and groups whose wires the role rules were written from."""
    return frozenset(" ".join(part.split()) for part in _raw()["lands"]["names"].split(","))


@cache
def _raw() -> dict[str, dict[str, str]]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))
