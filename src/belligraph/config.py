"""The settings of a publication: from `belligraph.toml`, then the environment, then flags; the last word wins."""

from __future__ import annotations

import json
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from belligraph.errors import PublicationError, UsageError
from belligraph.iri import Iris, is_absolute

__all__ = ["CONFIG_FILE", "Config", "load_config", "write_config"]

CONFIG_FILE = "belligraph.toml"
Setting = str | int | float
ENVIRONMENT_PREFIX = "BELLIGRAPH_"
DEFAULT_BASE = "https://belligraph.example/"  # a name that RFC 2606 keeps from ever being somebody's


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of a publication, each with a default that suits a first try."""

    base_iri: str = DEFAULT_BASE
    """What every IRI that we mint begins with; ends in a slash. Changing it later changes every IRI."""
    title: str = "A Belligraph publication"
    publisher: str = "Unnamed publisher"
    licence: str | None = None
    """The IRI of the licence of the data (claims, incidents, findings), not of the articles."""
    max_article_bytes: int = 5_000_000
    """An article longer than this is refused: a real one has some thousands of characters."""
    query_seconds: float = 10.0
    """A query's deadline; its worker is killed then."""
    query_memory_mb: int = 1024
    """What a query worker may allocate on top of what it holds when it starts, in MiB."""
    query_workers: int = 2
    """Processes that answer queries."""
    max_query_bytes: int = 100_000
    """A longer query is refused."""
    max_answer_bytes: int = 100_000_000
    """A larger answer is refused; it is never cut."""

    def __post_init__(self) -> None:
        Iris(self.base_iri)
        if self.licence is not None and not is_absolute(self.licence):
            raise UsageError(
                f"the licence {self.licence!r} is not an absolute IRI",
                remedy="Use one like https://creativecommons.org/licenses/by/4.0/.",
            )
        for setting in (
            "max_article_bytes",
            "query_seconds",
            "query_memory_mb",
            "query_workers",
            "max_query_bytes",
            "max_answer_bytes",
        ):
            if getattr(self, setting) <= 0:
                raise UsageError(f"{setting} is {getattr(self, setting)}; it must be more than 0")

    @property
    def iris(self) -> Iris:
        """What mints this publication's IRIs."""
        return Iris(self.base_iri)


def load_config(folder: Path, environment: Mapping[str, str] | None = None, **flags: Setting | None) -> Config:
    """The settings of the publication in `folder`; flags that are None do not count.

    Raises:
        UsageError: an unknown setting or a value of the wrong kind.
        PublicationError: the file cannot be read.
    """
    settings = Config()
    path = folder / CONFIG_FILE
    if path.exists():
        settings = _with(settings, _read_toml(path), str(path))
    variables = os.environ if environment is None else environment
    known = {f.name for f in fields(Config)}
    named = {name: variables[variable] for name in known if (variable := ENVIRONMENT_PREFIX + name.upper()) in variables}
    settings = _with(settings, named, "the environment")
    return _with(settings, {k: v for k, v in flags.items() if v is not None}, "the flags")


def write_config(folder: Path, settings: Config) -> None:
    """Writes `belligraph.toml` for a new publication; one that exists is left as it is."""
    path = folder / CONFIG_FILE
    if path.exists():
        return
    lines = [f"{name} = {_toml(getattr(settings, name))}" for name in ("base_iri", "title", "publisher")]
    if settings.licence:
        lines.append(f"licence = {_toml(settings.licence)}")
    path.write_text(
        "# The settings of this publication; see the README for the others.\n" + "\n".join(lines) + "\n", "utf-8"
    )


def _read_toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise PublicationError(f"cannot be read: {error.strerror}", where=str(path)) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"not TOML: {error}", where=str(path)) from error


def _with(settings: Config, values: Mapping[str, Any], where: str) -> Config:
    types = {f.name: f.type for f in fields(Config)}
    changed: dict[str, Any] = {}
    for name, value in values.items():
        if name not in types:
            known = ", ".join(sorted(types))
            raise UsageError(f"unknown setting {name!r}", where=where, remedy=f"The settings are: {known}.")
        changed[name] = _as(str(types[name]), name, value, where)
    try:
        return replace(settings, **changed)
    except UsageError as error:
        raise UsageError(error.problem, where=where, remedy=error.remedy) from error


def _as(kind: str, name: str, value: object, where: str) -> Setting:
    try:
        if kind == "int" and isinstance(value, int | str) and not isinstance(value, bool):
            return int(value)
        if kind == "float" and isinstance(value, int | float | str) and not isinstance(value, bool):
            return float(value)
        if kind in {"str", "str | None"} and isinstance(value, str):
            return value
    except ValueError:
        pass
    raise UsageError(f"{name} is {value!r}, which is no {kind.removesuffix(' | None')}", where=where)


def _toml(text: str) -> str:
    # TOML basic strings escape as JSON strings do
    return json.dumps(text, ensure_ascii=False)
