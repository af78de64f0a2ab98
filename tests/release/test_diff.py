"""What changed between two releases, by reading two sheets of one report (tests/conftest.py)."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pyoxigraph
import pytest

from belligraph.config import Config
from belligraph.errors import InputError, UsageError
from belligraph.model.article import Article
from belligraph.model.sheet import Claim, ConceptObject, FactSheet
from belligraph.pipeline import publish
from belligraph.pipeline.withdrawing import reinstate, withdraw
from belligraph.release.changed import Changes
from belligraph.release.changes import as_atom, as_turtle, read_changes, turtle_prefixes
from belligraph.release.diff import compare
from belligraph.release.publication import Publication
from belligraph.release.turtle import TurtleWriter
from belligraph.sheets import dumps_json

BASE = "https://data.example/war/"


class Desk:
    """A publication of one report, published again with each sheet that is given."""

    def __init__(self, folder: Path, article: Article) -> None:
        self.folder, self.article = folder, article
        record = {"text": article.text, "publisher": article.publisher, "published": "2024-05-07", "title": article.title}
        (folder / "report.json").write_text(json.dumps(record), "utf-8")
        self.publication = Publication(folder / "publication")

    def publish(self, sheet: FactSheet) -> Changes:
        (self.folder / "sheet.json").write_text(dumps_json(sheet), "utf-8")
        inputs = [self.folder / "report.json", self.folder / "sheet.json"]
        release = publish(inputs, self.publication.folder, config=Config(base_iri=BASE)).release
        changes = read_changes(release.folder)
        assert changes is not None
        return changes


@pytest.fixture
def desk(tmp_path: Path, article: Article) -> Desk:
    return Desk(tmp_path, article)


def with_claims(sheet: FactSheet, *claims: Claim) -> FactSheet:
    return replace(sheet, claims=claims)


def test_of_the_first_release_the_articles_are_told_and_no_claim_one_by_one(desk: Desk, sheet: FactSheet) -> None:
    changes = desk.publish(sheet)
    assert (changes.old, changes.new, len(changes.articles_added)) == (None, 1, 1)
    assert changes.claims == ()
    assert changes.findings == ()


def test_a_corrected_claim_tells_what_is_other(desk: Desk, sheet: FactSheet) -> None:
    desk.publish(sheet)
    instrument = next(c for c in sheet.claims if isinstance(c.object, ConceptObject))
    other = replace(instrument, object=ConceptObject("mortar", "shelled"))
    changes = desk.publish(with_claims(sheet, *(other if c is instrument else c for c in sheet.claims)))
    (change,) = changes.claims
    assert (change.kind, change.fields) == ("corrected", (("object", "artillery", "mortar"),))
    assert change.claim.endswith(f"/claim/{instrument.id}")
    assert changes.counts["findings added"] == changes.counts["findings removed"] == 1


def test_added_and_removed_claims_are_told(desk: Desk, sheet: FactSheet) -> None:
    kept, dropped = sheet.claims[:-1], sheet.claims[-1]
    desk.publish(with_claims(sheet, *kept))
    added = desk.publish(sheet)
    assert [(c.kind, c.claim.rsplit("/", 1)[1]) for c in added.claims] == [("added", dropped.id)]
    removed = desk.publish(with_claims(sheet, *kept))
    assert [(c.kind, c.claim.rsplit("/", 1)[1]) for c in removed.claims] == [("removed", dropped.id)]


def test_a_claim_that_only_has_another_id_is_no_change(desk: Desk, sheet: FactSheet) -> None:
    desk.publish(sheet)
    renumbered = [replace(c, id=f"c{n}") for n, c in enumerate(sheet.claims, 11)]
    changes = desk.publish(with_claims(sheet, *renumbered))
    assert changes.claims == ()


def test_the_kept_changes_are_those_that_a_comparison_gives(desk: Desk, sheet: FactSheet) -> None:
    desk.publish(sheet)
    kept = desk.publish(with_claims(sheet, *sheet.claims[1:]))
    newer, older = desk.publication.all_releases()
    assert compare(older, newer) == kept


def test_a_release_compared_with_itself_has_no_change(desk: Desk, sheet: FactSheet) -> None:
    desk.publish(sheet)
    release = desk.publication.live()
    assert not any(compare(release, release).counts.values())


def test_the_changelog_is_turtle_and_atom(desk: Desk, sheet: FactSheet) -> None:
    desk.publish(sheet)
    changes = desk.publish(with_claims(sheet, *sheet.claims[1:]))
    release = desk.publication.live()
    turtle = TurtleWriter(BASE, turtle_prefixes()).document(as_turtle(changes, release))
    quads = list(pyoxigraph.parse(turtle.encode(), format=pyoxigraph.RdfFormat.TURTLE))
    subjects = [q for q in quads if q.predicate.value == "http://purl.org/vocab/changeset/schema#subjectOfChange"]
    assert len(subjects) == sum(changes.counts.values())
    feed = ElementTree.fromstring(as_atom([(r, read_changes(r.folder)) for r in desk.publication.all_releases()], BASE))
    atom = "{http://www.w3.org/2005/Atom}"
    titles = [e.findtext(f"{atom}title") for e in feed.findall(f"{atom}entry")]
    assert titles == ["Release 2", "Release 1"]
    assert "claims removed 1" in (feed.find(f"{atom}entry").findtext(f"{atom}summary") or "")  # type: ignore[union-attr]


def test_a_withdrawn_article_takes_its_claims_incidents_and_findings_with_it(
    desk: Desk, sheet: FactSheet, article: Article, tmp_path: Path
) -> None:
    desk.publish(sheet)
    other = {"text": "Rebels attacked the town of Kesh on Monday, police said.", "published": "2024-05-07"}
    (tmp_path / "other.json").write_text(json.dumps(other), "utf-8")
    publish([tmp_path / "other.json"], desk.publication.folder)
    release = withdraw([article.key], desk.publication.folder, "the desk retracted it").release
    dump = (release.folder / "release.nq").read_text("utf-8")
    assert article.key not in dump
    assert "shelling of the port" not in dump
    assert release.articles == 1
    changes = read_changes(release.folder)
    assert changes is not None
    assert changes.articles_removed == (f"{BASE}id/article/{article.key}",)
    assert changes.counts["claims removed"] == len(sheet.claims)
    assert changes.counts["findings removed"] > 0
    former = desk.publication.releases / str(release.number - 1) / "release.nq"
    assert article.key in former.read_text("utf-8")


def test_a_withdrawn_article_stays_withdrawn_until_that_is_taken_back(
    desk: Desk, sheet: FactSheet, article: Article
) -> None:
    desk.publish(sheet)
    before = desk.publication.live().content_sha256
    assert withdraw([article.key], desk.publication.folder, "retracted").release.articles == 0
    with pytest.raises(InputError, match=r"withdrawn.*retracted"):
        desk.publish(sheet)
    assert reinstate([article.key], desk.publication.folder).release.content_sha256 == before
    assert desk.publication.withdrawal(article.key) is None


def test_only_an_article_that_is_there_can_be_withdrawn(desk: Desk, sheet: FactSheet, article: Article) -> None:
    desk.publish(sheet)
    with pytest.raises(UsageError, match="no article 'ffff'"):
        withdraw([article.key, "ffff"], desk.publication.folder, "x")
    with pytest.raises(UsageError, match="reason"):
        withdraw([article.key], desk.publication.folder, " ")
    assert desk.publication.live().articles == 1


def test_a_rollback_is_a_switch_of_the_pointer_and_the_next_release_has_a_new_number(desk: Desk, sheet: FactSheet) -> None:
    desk.publish(sheet)
    desk.publish(with_claims(sheet, *sheet.claims[1:]))
    assert desk.publication.make_live(1).number == desk.publication.live().number == 1
    assert desk.publish(with_claims(sheet, *sheet.claims[1:])).new == 3
