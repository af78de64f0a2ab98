"""What people give us, read with care: the bytes of a file within a limit, as UTF-8, as strict JSON.

Every function raises the error class that its caller names, with the place and the remedy: an article's and a fact sheet's
faults differ in nothing but that.
"""

from __future__ import annotations

import difflib
import json
import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, BinaryIO, NoReturn

from belligraph.errors import InputError

__all__ = ["BOM", "decode_utf8", "json_type", "nearest", "open_input", "parse_json", "read_bounded", "too_long"]

BOM = b"\xef\xbb\xbf"
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|.)", re.S)
_SURROGATE_ESCAPE = re.compile(r"\\u[dD][89a-fA-F]")
_LONGEST_WORD = 60  # comparing takes time that grows with the length, and no name is longer
_ENCODING_REMEDY = "Save it as UTF-8 text."


class _RepeatedKeyError(ValueError):
    pass


class _NotJsonError(ValueError):
    pass


def open_input(path: Path, error: type[InputError]) -> BinaryIO:
    """The file, opened for reading bytes.

    Raises:
        InputError: of the class `error`: no such file, a folder, not readable.
    """
    where = str(path)
    try:
        return path.open("rb")
    except FileNotFoundError as cause:
        raise error("there is no such file", where=where, remedy="Check the path.") from cause
    except IsADirectoryError as cause:
        raise error("this is a folder, not a file", where=where, remedy="Name the files in it.") from cause
    except PermissionError as cause:
        raise error("you may not read this file", where=where, remedy="Check its permissions.") from cause
    except (OSError, ValueError) as cause:  # ValueError: a NUL in the path
        raise error(f"cannot be read: {getattr(cause, 'strerror', None) or cause}", where=where) from cause


def read_bounded(path: Path, max_bytes: int, error: type[InputError], setting: str = "max_article_bytes") -> bytes:
    """The bytes of a file that has no more than `max_bytes`; of a longer one, none are read. `setting` names the limit.

    Raises:
        InputError: of the class `error`: no such file, a folder, not readable, too long.
    """
    with open_input(path, error) as file:
        size = os.fstat(file.fileno()).st_size
        try:
            # a pipe has no size: what is read decides
            raw = b"" if size > max_bytes else file.read(max_bytes + 1)
        except OSError as cause:
            raise error(f"cannot be read: {cause.strerror}", where=str(path)) from cause
    if size > max_bytes or len(raw) > max_bytes:
        measured = f"{size:,}" if size > max_bytes else f"more than {max_bytes:,}"
        raise too_long(f"the file has {measured} bytes", max_bytes, str(path), error, setting)
    return raw


def too_long(
    measured: str, max_bytes: int, where: str, error: type[InputError], setting: str = "max_article_bytes"
) -> InputError:
    """The error, of the class `error`, for something longer than the limit."""
    return error(
        f"{measured}; the limit is {max_bytes:,}",
        where=where,
        remedy=f"Split it, or raise {setting}.",
    )


def decode_utf8(raw: bytes, where: str, error: type[InputError]) -> str:
    """The text of the bytes, with nothing altered but a byte order mark taken off the start.

    Raises:
        InputError: of the class `error`: a NUL byte, or bytes that are not UTF-8; tells the offset of the first (from 0).
    """
    nul = raw.find(0)
    if nul >= 0:
        raise error(f"binary data: a NUL byte at byte offset {nul}", where=where, remedy=_ENCODING_REMEDY)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as cause:
        problem = f"not UTF-8: byte 0x{raw[cause.start]:02x} at byte offset {cause.start}"
        raise error(problem, where=where, remedy=_ENCODING_REMEDY) from cause
    return text[1:] if raw.startswith(BOM) else text


def parse_json(text: str, where: str, error: type[InputError], line: int | None = None) -> object:
    """The value of a JSON text (RFC 8259), which must repeat no key and hold no NaN, no Infinity and no lone surrogate.

    `line` is the number of the one line that the text is, for JSON Lines; otherwise lines are counted in the text.

    Raises:
        InputError: of the class `error`, with line and column.
    """

    def fail(problem: str, at: int | None, remedy: str, cause: BaseException | None = None) -> NoReturn:
        place = line if at is None or line is not None else text.count("\n", 0, at) + 1
        column = "" if at is None else f" (column {at - text.rfind(chr(10), 0, at)})"
        raise error(f"{problem}{column}", where=where if place is None else f"{where}:{place}", remedy=remedy) from cause

    if not text.strip():
        fail("there is nothing in it", None, "Give one JSON object.")
    try:
        value: object = json.loads(text, object_pairs_hook=_object, parse_constant=_refuse_constant)
    except json.JSONDecodeError as cause:
        fail(f"not JSON: {cause.msg}", min(cause.pos, len(text)), "Mend the JSON there.", cause)
    except _RepeatedKeyError as cause:
        key = cause.args[0]
        fail(f"the key {key!r} is given twice in one object", _second(text, key), "Keep one of them.", cause)
    except _NotJsonError as cause:
        constant = cause.args[0]
        fail(f"{constant} is not JSON", text.find(constant), "Leave the key out, or write a number.", cause)
    except RecursionError as cause:
        fail("the JSON is nested too deeply to be read", None, "Neither articles nor fact sheets nest so.", cause)
    except ValueError as cause:  # a number of more digits than Python reads (CVE-2020-10735)
        fail("a number has too many digits", None, "Write a number that a report could give.", cause)
    lone = _lone_surrogate(text)
    if lone is not None:
        fail(f"{text[lone : lone + 6]} is half a character (a lone surrogate)", lone, "Write the whole character.")
    return value


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that looks most like this one, or None if none does."""
    if len(word) > _LONGEST_WORD:
        return None
    return next(iter(difflib.get_close_matches(word.lower(), list(known), n=1)), None)


def json_type(value: object) -> str:
    """What a JSON value is, in a reader's words."""
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case str():
            return "a string"
        case int() | float():
            return "a number"
        case list():
            return "a list"
        case _:
            return "an object"


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) != len(pairs):
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                raise _RepeatedKeyError(key)
            seen.add(key)
    return value


def _refuse_constant(constant: str) -> NoReturn:
    raise _NotJsonError(constant)


def _second(text: str, key: str) -> int | None:
    """Where an object first repeats the key."""
    open_objects: list[bool] = []
    # a key is a string before a colon; an object inside the object starts a count of its own
    for match in re.finditer(r'"(?:[^"\\]|\\.)*"(\s*:)?|[{}]', text, re.S):
        token = match[0]
        if token == "{":
            open_objects.append(False)
        elif token == "}":
            open_objects.pop()
        elif match[1] and json.loads(token[: token.rindex('"') + 1]) == key:
            if open_objects[-1]:
                return match.start()
            open_objects[-1] = True
    return None


def _lone_surrogate(text: str) -> int | None:
    """Where the first surrogate escape without its partner stands, in a text known to be JSON."""
    if not _SURROGATE_ESCAPE.search(text):
        return None
    high_at: int | None = None
    high_end = 0
    for match in _ESCAPE.finditer(text):
        code = int(match[1], 16) if match[1] else 0
        is_low = 0xDC00 <= code <= 0xDFFF
        follows = high_at is not None and match.start() == high_end
        if high_at is not None and not (follows and is_low):
            return high_at
        if is_low and not follows:
            return match.start()
        high_at = match.start() if 0xD800 <= code <= 0xDBFF else None
        high_end = match.end()
    return high_at
