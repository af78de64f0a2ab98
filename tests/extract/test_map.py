"""The map of the package names each of its modules once."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import belligraph.extract


def test_map_of_the_package_names_each_module_once() -> None:
    told = belligraph.extract.__doc__ or ""
    listed = re.findall(r"^ {4}(.+)$", told, re.MULTILINE)
    named = Counter(word for line in listed for word in re.findall(r"\b[a-z]+\b", re.sub(r"\(.*?\)", "", line)))
    modules = {path.stem for path in Path(belligraph.extract.__file__).parent.glob("*.py")} - {"__init__"}
    assert named == Counter(modules)
