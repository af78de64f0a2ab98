"""YAML as people write fact sheets: YAML 1.2's core schema, no aliases, no tags, no repeated keys.

Under the core schema (YAML 1.2.2 section 10.3) a date and the words `no` and `yes` are strings, as in JSON.
PyYAML resolves scalars by YAML 1.1; the loader here has the core schema's rules instead.
"""

from __future__ import annotations

import math
import re
from typing import Any

import yaml

from belligraph.errors import SheetError
from belligraph.sheets.faults import Fault, Lines, Path, sheet_error

__all__ = ["dump_yaml", "parse_yaml"]

_DEEPEST = 50
"""A fact sheet nests six deep."""

_TAG = "tag:yaml.org,2002:"
_INTEGER = re.compile(r"(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)\Z")
_FLOAT = re.compile(
    r"(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))\Z"
)
_CORE_SCHEMA = (
    ("null", re.compile(r"(?:~|null|Null|NULL|)\Z"), ["~", "n", "N", ""]),
    ("bool", re.compile(r"(?:true|True|TRUE|false|False|FALSE)\Z"), list("tTfF")),
    ("int", _INTEGER, list("-+0123456789")),
    ("float", _FLOAT, list("-+0123456789.")),
)

# libyaml where PyYAML was built with it: ten times as fast, and it refuses deep nesting by itself
_SafeLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_SafeDumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


class _CoreLoader(_SafeLoader):  # type: ignore[misc]
    yaml_implicit_resolvers: dict[str, list[Any]] = {}  # noqa: RUF012 - filled below, as PyYAML wants it


class _Dumper(_SafeDumper):  # type: ignore[misc]
    """Quotes what either version of YAML would take for something other than a string."""

    def ignore_aliases(self, data: object) -> bool:
        """Whether a repeated value is written out again: always, since sheets have no aliases."""
        return True


for _name, _pattern, _first in _CORE_SCHEMA:
    _CoreLoader.add_implicit_resolver(_TAG + _name, _pattern, _first)
    _Dumper.add_implicit_resolver(_TAG + _name, _pattern, _first)


def parse_yaml(text: str, where: str) -> tuple[object, Lines]:
    """The value of one YAML document and the line of every value in it.

    Raises:
        SheetError: not YAML, more than one document, nested too deeply, or with aliases, tags, repeated keys, keys that
            are no strings.
    """
    try:
        loader = _CoreLoader(text)
        try:
            root = loader.get_single_node()
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = f"{where}:{mark.line + 1}" if mark else where
        column = f" (column {mark.column + 1})" if mark else ""
        raise SheetError(
            f"not YAML: {error.problem or error.context}{column}", where=place, remedy="Mend it there."
        ) from error
    except yaml.reader.ReaderError as error:
        raise SheetError(f"not YAML: {error.reason} at character {error.position}", where=where) from error
    except (yaml.YAMLError, RecursionError, UnicodeEncodeError, ValueError) as error:
        raise SheetError(f"not YAML: {error}", where=where, remedy="Check it with a YAML editor.") from error
    converter = _Converter()
    value = converter.value(root, ()) if root is not None else None
    if converter.faults:
        raise sheet_error(converter.faults, where)
    return value, converter.lines


def dump_yaml(value: object) -> str:
    """The YAML of strings, numbers, truth values, None, lists and dictionaries; reading it gives the same back."""
    written = yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, default_flow_style=False, width=120)
    return str(written)


class _Converter:
    """Nodes to values. Not PyYAML's own constructor: that one knows neither repeated keys nor lines, and follows aliases."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self.lines: dict[Path, int] = {}
        self._seen: set[int] = set()

    def value(self, node: yaml.Node, at: Path, line: int | None = None) -> object:
        """The value of a node; a member's `line` is that of its key."""
        here = self.lines[at] = line or node.start_mark.line + 1
        # an alias is the very node of its anchor
        if id(node) in self._seen:
            # … whose line is not the alias's own: the nearest known one is that of its key or its list
            return self._fault(at, line or self.lines[at[:-1]], "aliases (*) are not read; write the value out")
        self._seen.add(id(node))
        if len(at) > _DEEPEST:
            return self._fault(at[:1], here, "nested too deeply; no fact sheet nests so")
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node, at, here)
        if isinstance(node, yaml.SequenceNode) and node.tag == _TAG + "seq":
            return [self.value(each, (*at, i)) for i, each in enumerate(node.value)]
        if isinstance(node, yaml.MappingNode) and node.tag == _TAG + "map":
            return self._mapping(node, at)
        return self._fault(at, here, f"the tag {node.tag!r} is not read; leave it out")

    def _mapping(self, node: yaml.MappingNode, at: Path) -> dict[str, object]:
        members: dict[str, object] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            if not isinstance(key_node, yaml.ScalarNode) or key_node.tag != _TAG + "str":
                self._fault(at, line, "a key here is not a string")
                continue
            key = key_node.value
            if key in members:
                self._fault((*at, key), line, f"the key {key!r} is given twice; keep one of them")
                continue
            members[key] = self.value(value_node, (*at, key), line)
        return members

    def _scalar(self, node: yaml.ScalarNode, at: Path, line: int) -> object:
        text: str = node.value
        match node.tag.removeprefix(_TAG):
            case "str":
                return text
            case "null" if text in {"", "~", "null", "Null", "NULL"}:
                return None
            case "bool" if text.lower() in {"true", "false"}:
                return text.lower() == "true"
            case "int" if _INTEGER.match(text) and len(text) < 400:
                return int(text, 0) if text[:2] in {"0o", "0x"} else int(text)
            case "float" if _FLOAT.match(text):
                number = float(text.lower().replace(".inf", "inf").replace(".nan", "nan"))
                return (
                    number if math.isfinite(number) else self._fault(at, line, f"{text} is no number that counts anything")
                )
        return self._fault(at, line, f"{text[:40]!r} with the tag {node.tag!r} is not read; leave the tag out")

    def _fault(self, at: Path, line: int, message: str) -> object:
        self.faults.append(Fault(at, message, line=line))
        return None
