"""A small article of our own and its fact sheet; every offset is looked up in the text."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

TEXT = (
    "Rebels fired two rockets at the Karsa air base in northern Velda on Monday, the army said. "
    "“We lost nobody,” Col. Amin Rado, a spokesman for the army, told Velda Radio. "
    "At least eight soldiers were reportedly hurt. The strike came in response to a raid in May.\n"
    "MORE: WEATHER FOR THE WEEKEND\n"
)
SHARED = Path(__file__).resolve().parents[3] / "shared"


def passage(quote: str) -> dict[str, Any]:
    start = TEXT.index(quote)
    return {"start": start, "end": start + len(quote), "quote": quote}


def claim(number: int, subject: str, prop: str, obj: dict[str, Any], quote: str, *speakers: str) -> dict[str, Any]:
    return {
        "id": f"c{number}",
        "subject": subject,
        "property": prop,
        "object": obj,
        "modality": "certain",
        "speech": "indirect" if speakers else "narration",
        "attributed_to": list(speakers),
        "evidence": [passage(quote)],
    }


@pytest.fixture
def text() -> str:
    """The article's text."""
    return TEXT


@pytest.fixture
def data() -> dict[str, Any]:
    """A faultless sheet of the article as JSON data, with every kind of object in it."""
    fired, hurt = "Rebels fired two rockets at the Karsa air base", "At least eight soldiers were reportedly hurt"
    sheet: dict[str, Any] = {
        "sheet": "1",
        "article": {
            "url": "https://news.example.org/karsa",
            "published": "2023-11-21",
            "language": "en",
            "text_sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
            "furniture": [passage("MORE: WEATHER FOR THE WEEKEND")],
        },
        "extractor": {"name": "hand", "version": "1"},
        "actors": [
            {"id": "rebels", "name": "Rebels", "kind": "armed_group", "identified": False, "evidence": [passage("Rebels")]},
            {"id": "army", "name": "the army", "kind": "armed_force", "evidence": [passage("the army")]},
            {"id": "rado", "name": "Col. Amin Rado", "kind": "person", "evidence": [passage("Col. Amin Rado")]},
            {"id": "radio", "name": "Velda Radio", "kind": "media", "evidence": [passage("Velda Radio")]},
            {"id": "soldiers", "name": "soldiers", "kind": "armed_force", "evidence": [passage("soldiers")]},
        ],
        "places": [
            {
                "id": "karsa", "name": "Karsa air base", "kind": "facility", "within": "velda",
                "evidence": [passage("Karsa air base")],
            },
            {"id": "velda", "name": "Velda", "kind": "country", "evidence": [passage("Velda")]},
        ],
        "events": [
            {"id": "attack", "type": "attack", "label": "rockets on Karsa", "evidence": [passage(fired)]},
            {"id": "raids", "type": "attack", "series": True, "label": "raids", "evidence": [passage("a raid in May")]},
        ],
        "claims": [
            claim(1, "attack", "attacker", {"ref": "rebels"}, fired, "army"),
            claim(2, "attack", "instrument", {"concept": "rocket", "words": "two rockets"}, "two rockets", "army"),
            claim(3, "attack", "place", {"ref": "karsa"}, fired, "army"),
            claim(4, "attack", "date", {"date": "2023-11-20", "words": "on Monday"}, "on Monday", "army"),
            claim(
                5, "attack", "injured",
                {"quantity": {"words": "At least eight", "min": 8, "approximate": False, "of": "soldiers"}}, hurt,
            ),
            claim(6, "attack", "killed", {"quantity": {"words": "nobody", "value": 0, "approximate": False}},
                  "We lost nobody", "radio", "rado"),
            claim(7, "rado", "acts_for", {"ref": "army"}, "Col. Amin Rado, a spokesman for the army"),
            claim(8, "attack", "responds_to", {"ref": "raids"}, "in response to a raid in May"),
            claim(9, "raids", "date", {"date": None, "words": "in May"}, "in May"),
            claim(10, "attack", "purpose", {"text": "an answer to a raid"}, "in response to a raid in May"),
            claim(11, "raids", "size", {"quantity": {"words": "a raid", "value": 1, "approximate": True}}, "a raid"),
        ],
    }  # fmt: skip
    sheet["claims"][4] |= {"modality": "unspecified", "hedge": "reportedly"}
    sheet["claims"][5] |= {"speech": "direct"}
    return sheet


@pytest.fixture
def written(data: dict[str, Any]) -> Callable[[], str]:
    """Writes the sheet, as it is when called, with one line for each value."""
    return lambda: json.dumps(data, indent=1, ensure_ascii=False)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of the gold sheets and their articles."""
    if not (SHARED / "gold").is_dir():
        pytest.skip("the gold sheets are not beside this checkout (shared/gold)")
    return SHARED
