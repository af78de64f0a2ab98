"""Many articles: side by side, kept when done, told when failed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from belligraph.extract.llm import LlmExtractor, extract_all
from belligraph.model.article import Article
from belligraph.sheets import read_sheet

if TYPE_CHECKING:
    from tests.extract.llm.conftest import Stub

EMPTY: dict[str, list[object]] = {"actors": [], "places": [], "events": [], "claims": []}


def articles(count: int) -> list[tuple[str, Article]]:
    return [(f"a{n}", Article(f"Report {n}: nothing happened.")) for n in range(count)]


def test_all_sheets_are_written_and_a_second_run_asks_nothing(stub: Stub, extractor: LlmExtractor, tmp_path: Path) -> None:
    stub.openai(EMPTY)
    first = extract_all(articles(12), extractor, tmp_path / "out", concurrency=4)
    assert (first.written, first.resumed, first.failed) == (12, 0, ())
    assert first.usage.requests == len(stub.asked) == 12
    again = extract_all(articles(12), extractor, tmp_path / "out")
    assert (again.written, again.resumed, len(stub.asked)) == (0, 12, 12)
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == sorted(f"{a.key}.json" for _, a in articles(12))


def test_one_failure_stops_no_other_and_is_tried_again_by_the_next_run(
    stub: Stub, extractor: LlmExtractor, tmp_path: Path
) -> None:
    stub.openai("", refusal="no")
    stub.openai(EMPTY)
    lines: list[str] = []
    first = extract_all(articles(3), extractor, tmp_path, concurrency=1, report=lines.append)
    assert (first.written, len(first.failed)) == (2, 1)
    assert first.failed[0].startswith("a0: the model refuses")
    assert len(lines) == 3
    assert extract_all(articles(3), extractor, tmp_path).written == 1


def test_another_model_or_a_broken_sheet_is_no_sheet_to_keep(
    stub: Stub, extractor: LlmExtractor, tmp_path: Path, report: Article, answer: Callable[[], dict[str, Any]]
) -> None:
    stub.openai(answer())
    extract_all([("r", report)], extractor, tmp_path)
    other = LlmExtractor(extractor.endpoint, "stub-9")
    assert extract_all([("r", report)], other, tmp_path).written == 1
    (tmp_path / f"{report.key}.json").write_text("{", "utf-8")
    assert extract_all([("r", report)], other, tmp_path).written == 1
    assert len(read_sheet(tmp_path / f"{report.key}.json").claims) == 4


def test_the_same_article_twice_is_asked_once(stub: Stub, extractor: LlmExtractor, tmp_path: Path) -> None:
    stub.openai(EMPTY)
    result = extract_all([*articles(1), *articles(1)], extractor, tmp_path)
    assert (result.written, result.resumed) == (1, 1)
