"""What changed in the rows of a dataset, told by rows of our own (tests/conftest.py)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pyoxigraph
import pytest

from belligraph.config import Config
from belligraph.pipeline import publish
from belligraph.pipeline.datasets import import_dataset
from belligraph.release import row_diff
from belligraph.release.changed import Changes
from belligraph.release.changes import as_atom, as_text, as_turtle, read_changes, turtle_prefixes
from belligraph.release.diff import compare
from belligraph.release.publication import Publication
from belligraph.release.turtle import TurtleWriter

Write = Callable[..., Path]
BASE = "https://data.example/war/"
UCDP = f"{BASE}id/dataset/ucdp"


class Shelf:
    """A publication of one dataset, published again with each file that is given."""

    def __init__(self, folder: Path, ucdp: Write) -> None:
        self.publication, self._ucdp = Publication(folder), ucdp

    def publish(self, version: str, *rows: dict[str, str]) -> Changes:
        import_dataset("ucdp", self._ucdp(*rows), self.publication.folder, version=version, config=Config(base_iri=BASE))
        changes = read_changes(publish([], self.publication.folder).release.folder)
        assert changes is not None
        return changes


@pytest.fixture
def shelf(tmp_path: Path, ucdp: Write) -> Shelf:
    return Shelf(tmp_path / "publication", ucdp)


def test_a_dataset_of_the_first_release_is_told_with_the_number_of_its_rows(shelf: Shelf) -> None:
    changes = shelf.publish("23.1", {}, {"id": "990002"})
    (dataset,) = changes.datasets
    assert (dataset.kind, dataset.dataset, dataset.label) == ("added", UCDP, "UCDP GED 23.1")
    assert (dataset.rows_added, dataset.rows) == (2, ())


def test_rows_that_came_went_and_are_other_are_told_apart(shelf: Shelf) -> None:
    shelf.publish("23.1", {}, {"id": "990002"}, {"id": "990003"})
    changes = shelf.publish("24.1", {"id": "990004"}, {"id": "990003"}, {"best": "8"})
    (dataset,) = changes.datasets
    assert {(r.kind, r.row) for r in dataset.rows} == {
        ("added", f"{UCDP}/row/990004"), ("removed", f"{UCDP}/row/990002"), ("corrected", f"{UCDP}/row/990001"),
    }  # fmt: skip
    assert (dataset.rows_added, dataset.rows_removed, dataset.rows_corrected) == (1, 1, 1)
    assert dataset.fields == (("name", "UCDP GED 23.1", "UCDP GED 24.1"),)


def test_a_corrected_row_tells_the_claims_that_are_other_and_no_more(shelf: Shelf) -> None:
    shelf.publish("23.1", {}, {"id": "990002"})
    (claim,) = shelf.publish("24.1", {"best": "8"}, {"id": "990002"}).claims
    assert (claim.kind, claim.article, claim.row) == ("corrected", "", f"{UCDP}/row/990001")
    assert ("figures", "7", "8") in claim.fields
    assert not [name for name, _, _ in claim.fields if name in {"source", "subject"}]


def test_a_newer_name_alone_corrects_no_row(shelf: Shelf) -> None:
    shelf.publish("23.1", {})
    changes = shelf.publish("24.1", {})
    (dataset,) = changes.datasets
    assert (dataset.kind, dataset.rows, changes.claims) == ("corrected", (), ())


def test_an_actor_of_another_name_corrects_the_rows_that_name_it(shelf: Shelf) -> None:
    shelf.publish("23.1", {}, {"id": "990002", "side_b": "River Column", "side_b_new_id": "79"})
    changes = shelf.publish(
        "23.1", {"side_b": "Ember Front (North)"}, {"id": "990002", "side_b": "River Column", "side_b_new_id": "79"}
    )
    assert {r.row for d in changes.datasets for r in d.rows} == {f"{UCDP}/row/990001"}
    before, after = "Ember Front", "Ember Front (North)"
    assert any(("object", before, after) in c.fields for c in changes.claims)


def test_a_dataset_that_is_gone_is_told(shelf: Shelf) -> None:
    shelf.publish("23.1", {}, {"id": "990002"})
    for path in (shelf.publication.datasets / "ucdp").iterdir():
        path.unlink()
    changes = read_changes(publish([], shelf.publication.folder).release.folder)
    assert changes is not None
    assert [(d.kind, d.label, d.rows_removed) for d in changes.datasets] == [("removed", "UCDP GED 23.1", 2)]
    assert changes.claims == ()


def test_more_rows_than_are_named_are_counted(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(row_diff, "MAX_ROWS", 3)
    shelf.publish("23.1", {})
    changes = shelf.publish("23.1", {"best": "8"}, *({"id": str(n)} for n in range(5)))
    (dataset,) = changes.datasets
    assert (dataset.rows_added, dataset.rows_corrected, len(dataset.rows)) == (5, 1, 3)


def test_kept_changes_are_those_of_a_comparison_and_the_same_in_every_form(shelf: Shelf) -> None:
    shelf.publish("23.1", {}, {"id": "990002"})
    kept = shelf.publish("24.1", {"best": "8"}, {"id": "990003"})
    newer, older = shelf.publication.all_releases()
    assert compare(older, newer) == kept
    assert not any(compare(newer, newer).counts.values())
    turtle = TurtleWriter(BASE, turtle_prefixes()).document(as_turtle(kept, newer))
    quads = list(pyoxigraph.parse(turtle.encode(), format=pyoxigraph.RdfFormat.TURTLE))
    changed = {str(q.object)[1:-1] for q in quads if str(q.predicate).endswith("schema#subjectOfChange>")}
    assert {UCDP, *(f"{UCDP}/row/{n}" for n in ("990001", "990002", "990003"))} <= changed
    text = "\n".join(as_text(kept))
    assert f"- row {UCDP}/row/990002" in text
    assert "UCDP GED 24.1: rows added 1, removed 1, corrected 1" in text
    assert "UCDP GED 24.1: rows added 1, removed 1, corrected 1" in as_atom([(newer, kept)], BASE)
