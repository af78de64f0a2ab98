"""YAML with comments: the same sheet comes back, whatever the article says."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from belligraph.model.article import Article
from belligraph.model.sheet import Actor, ActorKind, Evidence, FactSheet, SheetArticle
from belligraph.sheets import loads_yaml
from belligraph.sheets.commented import dumps_commented


def test_a_commented_sheet_is_read_back(sheet: FactSheet, article: Article) -> None:
    assert loads_yaml(dumps_commented(sheet, article.text)) == sheet


def test_a_claim_is_told_in_words_above_its_entry(sheet: FactSheet, article: Article) -> None:
    written = dumps_commented(sheet, article.text)
    told = (
        "# shelling of the port of Mirefield | killed | 3 to 5 guards (“between three and five”) | says Radio Delta, citing"
    )
    assert told in written
    assert "#     Raiders shelled the port of Mirefield on Monday, ⟪killing between three and five guards⟫, Radio" in written


def test_an_empty_sheet_is_read_back(article: Article) -> None:
    empty = FactSheet(SheetArticle(article.text_sha256))
    assert loads_yaml(dumps_commented(empty, article.text)) == empty


@given(words=st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=40))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_words_of_the_article_never_leave_their_comment(sheet: FactSheet, article: Article, words: str) -> None:
    text = f"{article.text}{words}\nid: evil"
    start = len(article.text)
    actor = Actor("a", f"x {words}", ActorKind.PERSON, (Evidence(start, start + len(words), words),))
    changed = replace(sheet, actors=(*sheet.actors, actor))
    assert loads_yaml(dumps_commented(changed, text)) == changed
