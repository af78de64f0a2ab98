"""What people decide about links: yes, no or unsure. A "no" blocks the pair for ever, whatever a later run scores.

`links/entities.tsv` in a publication, one decision a line, only ever added to:

    date <tab> reviewer <tab> yes|no|unsure <tab> subject <tab> object <tab> note

The subject is a name in an article (ARTICLE-KEY/ID, or its IRI) and the object an entity's key; or the subject is an
entity's key and the object an outside identifier, scheme:value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from belligraph.errors import InputError

__all__ = ["Verdicts", "read_verdicts"]

HEADER = "date\treviewer\tdecision\tsubject\tobject\tnote"
_MENTION = re.compile(r"(?:https?://\S*/id/article/)?([0-9a-f]{16})/(?:(?:actor|place)/)?([A-Za-z0-9_.-]+)")
_ENTITY = re.compile(r"(?:https?://\S*/id/(?:actor|place)/)?([a-z0-9]+(?:-[a-z0-9]+)*)")
_IDENTIFIER = re.compile(r"[a-z]+:\S+")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Verdicts:
    """The decisions that hold, each with who decided and when."""

    yes: dict[tuple[str, str], str] = field(default_factory=dict)
    no: dict[tuple[str, str], str] = field(default_factory=dict)
    where: dict[tuple[str, str], str] = field(default_factory=dict)
    """The file and the line of the last decision on each pair."""

    def of_names(self) -> Iterator[tuple[str, str, str]]:
        """What names of articles were said to stand for: article, id of the name, and the entity's key."""
        for subject, obj in self.yes:
            article, slash, this = subject.partition("/")
            if slash:
                yield article, this, obj

    def entity_of(self, mention: str) -> tuple[str, str] | None:
        """The key of the entity that a person gave to a name of an article, and the person."""
        return next(((obj, who) for (subject, obj), who in self.yes.items() if subject == mention), None)

    def refuses(self, subject: str, obj: str) -> bool:
        """Whether somebody said no to the pair."""
        return (subject, obj) in self.no


def read_verdicts(path: Path) -> Verdicts:
    """The decisions of that file; none if there is no such file. "Unsure" takes a yes back, but never a no.

    Raises:
        InputError: a line that is no decision.
    """
    found = Verdicts()
    try:
        lines = path.read_text("utf-8").splitlines()
    except FileNotFoundError:
        return found
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"cannot be read: {error}", where=str(path)) from error
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#") or line.split("\t")[:3] == HEADER.split("\t")[:3]:
            continue
        pair, decision, who = _parse(line, f"{path}:{number}")
        found.yes.pop(pair, None)
        found.where[pair] = f"{path}:{number}"
        if decision == "no":
            found.no[pair] = who
        elif decision == "yes" and pair not in found.no:
            found.yes[pair] = who
    return found


def _parse(line: str, where: str) -> tuple[tuple[str, str], str, str]:
    cells = [c.strip() for c in line.split("\t")]
    if len(cells) not in {5, 6}:
        raise InputError(f"{len(cells)} columns where there should be 5 or 6", where=where, remedy=f"Write: {HEADER}")
    day, reviewer, decision, subject, obj = cells[:5]
    if not _DAY.fullmatch(day) or not reviewer:
        raise InputError(
            f"no date and reviewer but {day!r}, {reviewer!r}", where=where, remedy="Write YYYY-MM-DD and a name."
        )
    if decision not in {"yes", "no", "unsure"}:
        raise InputError(f"{decision!r} is no decision", where=where, remedy="Write yes, no or unsure.")
    mention, entity = _MENTION.fullmatch(subject), _ENTITY.fullmatch(subject)
    target = _ENTITY.fullmatch(obj)
    if mention is not None and target is not None:
        return (f"{mention[1]}/{mention[2]}", target[1]), decision, f"{reviewer}, {day}"
    if entity is not None and _IDENTIFIER.fullmatch(obj):
        return (entity[1], obj), decision, f"{reviewer}, {day}"
    raise InputError(
        f"{subject!r} and {obj!r} are no pair",
        where=where,
        remedy="Write ARTICLE-KEY/ID and an entity's key, or an entity's key and scheme:value.",
    )
