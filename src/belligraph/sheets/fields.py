"""The values of a fact sheet's JSON, read one by one: every fault is noted and a placeholder of the right type returned."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, TypeVar

from belligraph.inputs import json_type, nearest
from belligraph.model.metadata import InvalidMetadata
from belligraph.model.sheet import Evidence
from belligraph.sheets.faults import Fault, Path

__all__ = ["LARGEST", "FieldReader", "Keys", "Record"]

LARGEST = 10**15
"""No report counts further, and up to here a float holds every whole number exactly."""

ID = re.compile(r"[a-z][a-z0-9_-]*")
_ID_RULE = "an id is lower-case letters, digits, _ and -, and begins with a letter"
_MISSING: Any = object()
_LONGEST_SHOWN = 60

Member = TypeVar("Member", bound=StrEnum)
Value = TypeVar("Value")
Record = dict[str, Any]


class Keys:
    """The keys of one kind of object, in the schema's order; those with a `?` may be left out."""

    def __init__(self, keys: str) -> None:
        self.known = tuple(key.removesuffix("?") for key in keys.split())
        self.all = frozenset(self.known)
        self.required = frozenset(key for key in keys.split() if not key.endswith("?"))


_EVIDENCE = Keys("start end quote")


class FieldReader:
    """Reads values out of the objects of one sheet and keeps the faults that it meets, in the order of the sheet."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self.entity: str | None = None
        """The id of the claim, actor, place or event being read."""

    def fault(self, at: Path, message: str) -> None:
        """Notes a fault."""
        self.faults.append(Fault(at, message, self.entity))

    def record(self, value: object, at: Path, keys: Keys) -> Record:
        """The object, with its missing and unknown keys noted; an empty one if it is none."""
        if type(value) is not dict:
            self.fault(at, f"this is {json_type(value)}, not an object")
            return {}
        if not keys.required <= value.keys() <= keys.all:
            for key in [key for key in value if key not in keys.all]:
                guess = nearest(str(key), keys.all)
                remedy = f"did you mean {guess!r}?" if guess else f"the keys here are {', '.join(keys.known)}"
                self.fault((*at, key), f"unknown key {key!r}; {remedy}")
            for key in keys.known:
                if key in keys.required and key not in value:
                    self.fault(at, f"the key {key!r} is missing")
        return value

    def items(self, record: Record, key: str, at: Path) -> list[Any]:
        """The list under the key."""
        value = record.get(key, _MISSING)
        if type(value) is not list:
            self._wrong((*at, key), value, "a list")
            return []
        return value

    def string(self, record: Record, key: str, at: Path, *, filled: bool = False) -> str:
        """The string under the key, which may be empty unless it must be `filled`."""
        value = record.get(key, _MISSING)
        if type(value) is not str:
            self._wrong((*at, key), value, "a string")
            return ""
        if filled and not value:
            self.fault((*at, key), "this is empty")
        return str(value)

    def optional(self, record: Record, key: str, at: Path, *, nullable: bool = False) -> str | None:
        """The string under the key, or None if there is none or, where that may be, a null."""
        value = record.get(key)
        if value is None and (nullable or key not in record):
            return None
        return self.string(record, key, at)

    def read(self, record: Record, key: str, at: Path, reader: Callable[[str], Value]) -> Value | None:
        """What the reader makes of the string under the key; None for none and for null.

        The reader raises InvalidMetadata for a text of the wrong form.
        """
        value = self.optional(record, key, at, nullable=True)
        try:
            return None if value is None else reader(value)
        except InvalidMetadata as error:
            if type(record[key]) is str:
                self.fault((*at, key), f"{error.problem}. {error.remedy}")
            return None

    def pattern(self, record: Record, key: str, at: Path, pattern: re.Pattern[str], rule: str) -> str:
        """The string under the key, all of which must match."""
        return self.matching(record.get(key, _MISSING), (*at, key), pattern, rule)

    def id(self, record: Record, key: str, at: Path) -> str:
        """The id under the key."""
        value = record.get(key, _MISSING)
        if type(value) is str and ID.fullmatch(value):
            return value
        return self.matching(value, (*at, key), ID, _ID_RULE)

    def optional_id(self, record: Record, key: str, at: Path) -> str | None:
        """The id under the key, or None if the key is not there."""
        return self.id(record, key, at) if key in record else None

    def ids(self, record: Record, key: str, at: Path) -> tuple[str, ...]:
        """The list of ids under the key."""
        values = self.items(record, key, at)
        return tuple([self.matching(value, (*at, key, i), ID, _ID_RULE) for i, value in enumerate(values)])

    def matching(self, value: object, at: Path, pattern: re.Pattern[str], rule: str) -> str:
        """The value itself, which must be a string all of which matches."""
        if type(value) is not str:
            self._wrong(at, value, "a string")
            return ""
        if not pattern.fullmatch(value):
            self.fault(at, f"{value!r} does not fit: {rule}")
        return value

    def member(self, record: Record, key: str, at: Path, members: Mapping[str, Member]) -> Member:
        """The member of an enumeration that the string under the key names."""
        value = record.get(key, _MISSING)
        if type(value) is str:
            found = members.get(value)
            if found is not None:
                return found
            guess = nearest(value, members)
            remedy = f"did you mean {guess!r}?" if guess else f"it is one of {', '.join(members)}"
            self.fault((*at, key), f"{value!r} is no {key}; {remedy}")
        else:
            self._wrong((*at, key), value, f"one of {', '.join(members)}")
        return next(iter(members.values()))

    def boolean(self, record: Record, key: str, at: Path, default: bool) -> bool:
        """The truth value under the key, or the default if the key is not there."""
        value = record.get(key, default)
        if type(value) is not bool:
            self._wrong((*at, key), value, "true or false")
            return default
        return value

    def number(self, record: Record, key: str, at: Path) -> float | None:
        """The number under the key, 0 or more, or None if the key is not there."""
        if key not in record:
            return None
        value = record[key]
        if type(value) is not int and type(value) is not float:
            self._wrong((*at, key), value, "a number")
            return None
        if not 0 <= value <= LARGEST or not math.isfinite(value):
            rule = "less than 0" if value < 0 else "more than any report could count"
            self.fault((*at, key), f"{value:.6g} is {rule}" if abs(value) <= 1e300 else f"the number is {rule}")
            return None
        return value

    def evidences(self, record: Record, at: Path) -> tuple[Evidence, ...]:
        """The passages under the key `evidence`, at least one."""
        values = self.items(record, "evidence", at)
        if not values and type(record.get("evidence")) is list:
            self.fault((*at, "evidence"), "no evidence; quote at least one passage of the article")
        return self.passages(values, (*at, "evidence"))

    def passages(self, values: list[Any], at: Path) -> tuple[Evidence, ...]:
        """The passages of a list."""
        spans = []
        for i, value in enumerate(values):
            # the good path is the common one by far: a sheet has more passages than anything else
            if type(value) is dict and len(value) == 3:
                start, end, quote = value.get("start"), value.get("end"), value.get("quote")
                if type(start) is int and type(end) is int and type(quote) is str and start >= 0 and end >= 1 and quote:
                    spans.append(Evidence(start, end, quote))
                    continue
            spans.append(self._faulty_passage(value, (*at, i)))
        return tuple(spans)

    def _faulty_passage(self, value: object, at: Path) -> Evidence:
        record = self.record(value, at, _EVIDENCE)
        start, end = self._offset(record, "start", at, 0), self._offset(record, "end", at, 1)
        return Evidence(start, end, self.string(record, "quote", at, filled=True))

    def _offset(self, record: Record, key: str, at: Path, least: int) -> int:
        value = record.get(key, _MISSING)
        if type(value) is not int:
            self._wrong((*at, key), value, "a whole number (a count of characters, written without a point)")
            return least
        if value < least:
            self.fault((*at, key), f"{value} is less than {least}; offsets count characters from the start of the text")
        return value

    def _wrong(self, at: Path, value: object, wanted: str) -> None:
        if value is not _MISSING:  # a missing key is noted with its object
            self.fault(at, f"{_shown(value)} is not {wanted}")


def _shown(value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return json_type(value)
    shown = repr(value)
    return shown if len(shown) <= _LONGEST_SHOWN else f"{shown[:_LONGEST_SHOWN]}…"
