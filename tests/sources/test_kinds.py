"""Articles and fact sheets are told apart, also where they are broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from belligraph.errors import ArticleError
from belligraph.sources import InputKind, kind_of


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.txt", "{}", InputKind.TEXT),
        ("a", '{"sheet": "1"}', InputKind.TEXT),
        ("a.HTML", "", InputKind.HTML),
        ("a.htm", "", InputKind.HTML),
        ("a.xhtml", "", InputKind.HTML),
        ("a.jsonl", "", InputKind.JSON_LINES),
        ("a.ndjson", "", InputKind.JSON_LINES),
        ("a.yaml", "", InputKind.SHEET),
        ("a.yml", "", InputKind.SHEET),
        ("a.json", '{"text": "a"}', InputKind.JSON),
        ("a.json", '{"text": "the \\"sheet\\": one"}', InputKind.JSON),
        ("a.json", '{"text": "a", "title": "sheet"}', InputKind.JSON),
        ("a.json", '["sheet"]', InputKind.JSON),
        ("a.json", '\ufeff{"article": {}, "sheet": "1"}', InputKind.SHEET),
        ("a.json", '{"sheet": "1", "article": {', InputKind.SHEET),
        ("a.json", '{"text": "a', InputKind.JSON),
        ("a.json", '{"sheet": ' + "[" * 100_000, InputKind.SHEET),
    ],
)
def test_kind_is_told_by_name_and_content(tmp_path: Path, name: str, content: str, kind: InputKind) -> None:
    path = tmp_path / name
    path.write_text(content, "utf-8")
    assert kind_of(path, 1_000_000) is kind
    assert kind.is_article is (kind is not InputKind.SHEET)


def test_kind_of_a_json_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="no such file"):
        kind_of(tmp_path / "a.json", 100)
