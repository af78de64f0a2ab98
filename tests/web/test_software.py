"""What tells one state of the software from another."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from belligraph.assets import package_folder
from belligraph.web.software import fingerprint

PROGRAM = "from belligraph.web.software import fingerprint; print(fingerprint())"


def fingerprint_of(parent: Path) -> str:
    """That of the package in a folder, told by a process of its own."""
    environment = {"PYTHONPATH": str(parent), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True, env=environment)
    return done.stdout.strip()


MADE_OF = ("web/templates/claim.html", "web/static/style.css", "web/views.py", "queries/pages/thing.rq")


@pytest.mark.parametrize("changed", MADE_OF)
def test_whatever_makes_a_page_is_in_the_fingerprint(tmp_path: Path, changed: str) -> None:
    copy = tmp_path / "belligraph"
    shutil.copytree(package_folder(), copy, ignore=shutil.ignore_patterns("__pycache__", "data", "lexicons"))
    assert fingerprint_of(tmp_path) == fingerprint()
    with (copy / changed).open("a", encoding="utf-8") as file:
        file.write("\n")
    assert fingerprint_of(tmp_path) != fingerprint()
