"""Article files: text to the letter, metadata by the rule, and a plain refusal of everything else."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path

import pytest

from belligraph.errors import ArticleError
from belligraph.model.article import Article
from belligraph.sources import ArticleMetadata, LocatedArticle, read_articles

FLAGS = ArticleMetadata(title="By flag", publisher="Velda Post", published=date(2023, 11, 21), language="en")


def put(folder: Path, name: str, content: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return path


def articles(path: Path, flags: ArticleMetadata | None = None, max_bytes: int = 10_000) -> list[LocatedArticle]:
    return list(read_articles(path, defaults=flags, max_bytes=max_bytes))


def refusal(path: Path, max_bytes: int = 10_000) -> str:
    with pytest.raises(ArticleError) as refused:
        articles(path, max_bytes=max_bytes)
    assert refused.value.where is not None
    assert refused.value.where.startswith(str(path))
    assert refused.value.remedy
    return str(refused.value)


@pytest.mark.parametrize("name", ["a.txt", "a.TXT", "a", "a.md"])
def test_text_is_kept_to_the_letter(tmp_path: Path, name: str) -> None:
    text = "  Line one.\r\nLine\u00a0two.\rLine three.\u2028“Four”\t\n\n"
    (found,) = articles(put(tmp_path, name, text))
    assert found.article == Article(text)
    assert found.where == str(tmp_path / name)


def test_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    (found,) = articles(put(tmp_path, "a.txt", b"\xef\xbb\xbfRebels \xef\xbb\xbffired."))
    assert found.article.text == "Rebels \ufefffired."


def test_flags_are_all_that_is_known_of_a_text(tmp_path: Path) -> None:
    (found,) = articles(put(tmp_path, "a.txt", "Rebels fired."), FLAGS)
    assert found.article == Article(
        "Rebels fired.", title="By flag", publisher="Velda Post", published=date(2023, 11, 21), language="en"
    )


def test_json_wins_over_flags_which_fill_what_it_does_not_say(tmp_path: Path) -> None:
    record = {"text": "Rebels fired.", "title": "By file", "publisher": None, "language": " ", "licence": "CC BY 4.0",
              "url": "https://news.example.org/a", "published": "2024-02-29"}  # fmt: skip
    (found,) = articles(put(tmp_path, "a.json", json.dumps(record)), FLAGS)
    assert found.article == Article(
        "Rebels fired.", "https://news.example.org/a", "By file", "Velda Post", date(2024, 2, 29), "en", "CC BY 4.0"
    )


def test_json_lines_are_articles_with_their_line_numbers(tmp_path: Path) -> None:
    path = put(tmp_path, "a.jsonl", '{"text": "One."}\r\n\n  \n{"text": "Two.\\n", "title": "T"}')
    found = articles(path, FLAGS)
    assert [(each.line, each.article.text, each.article.title) for each in found] == [
        (1, "One.", "By flag"),
        (4, "Two.\n", "T"),
    ]
    assert found[1].where == f"{path}:4"


def test_json_lines_are_read_one_by_one(tmp_path: Path) -> None:
    reading = read_articles(put(tmp_path, "a.ndjson", '{"text": "One."}\n{broken'), max_bytes=1000)
    assert next(reading).article.text == "One."
    with pytest.raises(ArticleError, match=r"a\.ndjson:2: not JSON"):
        next(reading)


def test_long_file_of_short_lines_is_within_the_limit(tmp_path: Path) -> None:
    path = put(tmp_path, "a.jsonl", '{"text": "One."}\n' * 1000)
    assert len(articles(path, max_bytes=16)) == 1000


def test_faulty_lines_can_be_handed_over_while_reading_goes_on(tmp_path: Path) -> None:
    long = json.dumps({"text": "x" * 200_000})
    path = put(
        tmp_path, "a.jsonl", f'{{"text": 3}}\n{{"text": "Two."}}\n{long}\n{{"text": "Four."}}\n\xff'.encode("latin-1")
    )
    refused: list[ArticleError] = []
    found = list(read_articles(path, max_bytes=100, on_error=refused.append))
    assert [(each.line, each.article.text) for each in found] == [(2, "Two."), (4, "Four.")]
    assert [error.where for error in refused] == [f"{path}:1", f"{path}:3", f"{path}:5"]
    assert f"the line has {len(long):,} bytes; the limit is 100" in str(refused[1])


@pytest.mark.parametrize("name", ["a.txt", "a.json", "a.jsonl", "a.html"])
def test_file_that_is_not_there_is_refused(tmp_path: Path, name: str) -> None:
    assert "no such file" in refusal(tmp_path / name)


@pytest.mark.parametrize("name", ["a", "a.json", "a.jsonl", "a.html"])
def test_folder_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    assert "folder" in refusal(tmp_path / name)


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl"])
def test_file_that_may_not_be_read_is_refused(tmp_path: Path, name: str) -> None:
    path = put(tmp_path, name, "x")
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read every file (root)")
    assert "may not read" in refusal(path)


def test_refused_permission_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, mode: str) -> None:
        raise PermissionError(13, "Permission denied", str(path), mode)

    path = put(tmp_path, "a.txt", "x")
    monkeypatch.setattr(Path, "open", refuse)
    assert "you may not read this file. Check its permissions" in refusal(path)


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.txt", "", "empty"),
        ("a.txt", "\ufeff", "empty"),
        ("a.txt", " \n\u00a0\t", "only white space"),
        ("a.json", "", "empty"),
        ("a.html", " ", "only white space"),
        ("a.jsonl", "\n\n", "no article in the file"),
        ("a.jsonl", "", "no article in the file"),
        ("a.txt", b"Rebels\0fired", "NUL byte at byte offset 6"),
        ("a.txt", "Rébels ".encode() + b"\xe9", "byte 0xe9 at byte offset 8"),
        ("a.txt", "Rebels".encode("utf-16"), "not UTF-8|NUL"),
        ("a.txt", b"\xed\xa0\x80", "byte 0xed at byte offset 0"),
        ("a.json", '{"text": "a"', "a.json:1: not JSON"),
        ("a.json", '{"text": "a",\n "title": b}', "a.json:2: not JSON: Expecting value (column 11)"),
        ("a.json", '[{"text": "a"}]', "this is a list, not a JSON object"),
        ("a.json", '"text"', "this is a string, not a JSON object"),
        ("a.json", "{}", "the key 'text' is missing"),
        ("a.json", '{"text": "a", "publishd": "2023-11-21"}', "unknown key 'publishd'. Did you mean 'published'?"),
        ("a.json", '{"text": "a", "qqq": 1}', "The keys are: text, title"),
        ("a.json", '{"text": null}', "'text' is null, not a string"),
        ("a.json", '{"text": ["a"]}', "'text' is a list, not a string"),
        ("a.json", '{"text": ""}', "empty"),
        ("a.json", '{"text": "a\\u0000"}', "a NUL at character 1"),
        ("a.json", '{"text": "a\\ud800b"}', "half a character"),
        ("a.json", '{"text": "a", "text": "b"}', "the key 'text' is given twice"),
        ("a.json", '{"text": NaN}', "NaN is not JSON"),
        ("a.json", "[" * 5000, "nested too deeply"),
        ("a.json", '{"text": "a", "title": 3}', "'title' is a number, not a string"),
        ("a.json", '{"text": "a", "published": "2023-02-30"}', "'published': '2023-02-30' is no day of the calendar"),
        ("a.json", '{"text": "a", "published": "21/11/2023"}', "Write YYYY-MM-DD"),
        ("a.json", '{"text": "a", "published": "2023-11-21T10:00:00Z"}', "Write YYYY-MM-DD"),
        ("a.json", '{"text": "a", "published": "٢٠٢٣-١١-٢١"}', "Write YYYY-MM-DD"),
        ("a.json", '{"text": "a", "url": "news.example.org"}', "not an absolute http or https address"),
        ("a.json", '{"text": "a", "language": "en_US"}', "'en_US' is not a language tag"),
        ("a.json", '{"sheet": "1", "claims": []}', "this is a fact sheet, not an article"),
        ("a.jsonl", '{"text": "a"}\n{"sheet": "1", "claims": []}', "a.jsonl:2: this is a fact sheet"),
        ("a.jsonl", '{"text": "a"}\n{"text": "b", "published": "soon"}', "a.jsonl:2: 'published': 'soon' is not a date"),
        ("a.jsonl", '{"text": "a"}\n{"text": "b",}', "a.jsonl:2: not JSON"),
        ("a.jsonl", '{"text": "a"}\n3', "a.jsonl:2: this is a number"),
        ("a.yaml", "text: a", "YAML is read as a fact sheet"),
    ],
)
def test_what_is_no_article_is_refused(tmp_path: Path, name: str, content: bytes | str, told: str) -> None:
    message = refusal(put(tmp_path, name, content))
    assert any(each in message for each in told.split("|")), message


@pytest.mark.parametrize("name", ["a.txt", "a.json", "a.html"])
def test_file_past_the_limit_is_refused_with_size_and_limit(tmp_path: Path, name: str) -> None:
    message = refusal(put(tmp_path, name, "x" * 12_345))
    assert "12,345 bytes; the limit is 10,000" in message


def test_file_at_the_limit_is_read(tmp_path: Path) -> None:
    (found,) = articles(put(tmp_path, "a.txt", "x" * 10_000))
    assert len(found.article.text) == 10_000


def test_too_long_a_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(1 << 40)  # a sparse terabyte: reading it would not end
    assert "1,099,511,627,776 bytes" in refusal(path)


def test_shared_articles_are_read_as_received() -> None:
    folder = Path(__file__).resolve().parents[3] / "shared" / "articles"
    if not folder.is_dir():
        pytest.skip("the real articles are not beside this checkout (shared/articles)")
    found = [each for path in sorted(folder.iterdir()) for each in articles(path)]
    assert len(found) == 19
    for each in found:
        raw = each.path.read_bytes().decode("utf-8")
        assert each.article.text == (json.loads(raw)["text"] if each.path.suffix == ".json" else raw)
