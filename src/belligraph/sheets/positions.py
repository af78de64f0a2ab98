"""On which line of a JSON text each value begins: a second pass, run only when somebody must be told."""

from __future__ import annotations

import json
import re
from bisect import bisect_right

from belligraph.sheets.faults import Lines, Path

__all__ = ["json_lines"]

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]:,]|[^\s{}\[\]:,"]+', re.S)


def json_lines(text: str) -> Lines:
    """The line of every value of a text that is JSON; for a member of an object, that of its key."""
    line_ends = [match.start() for match in re.finditer("\n", text)]
    lines: dict[Path, int] = {}
    path: list[str | int] = []
    in_object: list[bool] = []
    key_expected = False
    for match in _TOKEN.finditer(text):
        token = match[0]
        line = bisect_right(line_ends, match.start()) + 1
        if key_expected and token[0] == '"':
            path[-1] = str(json.loads(token))
            lines[tuple(path)] = line
            key_expected = False
        elif token in "{[":
            lines.setdefault(tuple(path), line)
            in_object.append(token == "{")
            path.append(0 if token == "[" else "")
            key_expected = token == "{"
        elif token in "}]":
            in_object.pop()
            path.pop()
            key_expected = False
        elif token == ",":
            last = path[-1]
            if isinstance(last, int):
                path[-1] = last + 1
            key_expected = in_object[-1]
        elif token != ":":
            lines.setdefault(tuple(path), line)
    return lines
