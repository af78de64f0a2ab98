"""HTML pages: the article in them, what they say of it, and their encodings."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from belligraph.errors import ArticleError
from belligraph.model.article import Article
from belligraph.sources import ArticleMetadata, read_articles

FIRST = (
    "A militia fired two rockets at the Karsa air base on Monday, the army said, and eight soldiers were hurt in the café."
)
SECOND = (
    "The base was hit before dawn, and a building was destroyed, a spokeswoman for the army told reporters in the capital."
)
PAGE = f"""<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Militia fires rockets</title>
<link rel="canonical" href="https://news.example.org/2023/11/21/rockets">
<meta property="og:site_name" content="Velda Post">
<meta property="article:published_time" content="2023-11-21T10:00:00Z"></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<article><h1>Militia fires rockets</h1><p>{FIRST}</p><p>{SECOND}</p></article>
<footer>All rights reserved</footer></body></html>"""


def read(folder: Path, page: str | bytes, flags: ArticleMetadata | None = None) -> Article:
    path = folder / "a.html"
    path.write_bytes(page.encode("utf-8") if isinstance(page, str) else page)
    (found,) = read_articles(path, defaults=flags, max_bytes=1_000_000)
    assert (found.path, found.line) == (path, None)
    return found.article


def test_page_gives_the_article_and_what_it_says_of_it(tmp_path: Path) -> None:
    article = read(tmp_path, PAGE)
    assert FIRST in article.text
    assert SECOND in article.text
    assert "World" not in article.text
    assert (article.title, article.url) == ("Militia fires rockets", "https://news.example.org/2023/11/21/rockets")
    assert (article.publisher, article.published, article.language) == ("Velda Post", date(2023, 11, 21), "en-GB")


def test_flags_win_over_what_is_found_in_a_page(tmp_path: Path) -> None:
    flags = ArticleMetadata(title="By flag", published=date(2023, 11, 22), licence="CC0")
    article = read(tmp_path, PAGE, flags)
    assert (article.title, article.published, article.licence) == ("By flag", date(2023, 11, 22), "CC0")
    assert article.publisher == "Velda Post"


def test_page_that_states_no_day_has_none(tmp_path: Path) -> None:
    page = PAGE.replace('<meta property="article:published_time" content="2023-11-21T10:00:00Z">', "")
    page = page.replace("2023/11/21/", "").replace("All rights reserved", "© 2019 Velda Post")
    assert read(tmp_path, page).published is None


@pytest.mark.parametrize(("declared", "codec"), [("windows-1252", "cp1252"), ("iso-8859-1", "cp1252"), ("UTF8", "utf-8")])
def test_page_is_read_in_the_encoding_that_it_declares(tmp_path: Path, declared: str, codec: str) -> None:
    page = PAGE.replace("utf-8", declared).replace("rockets at", "“rockets” at").encode(codec)
    text = read(tmp_path, page).text
    assert FIRST.replace("rockets at", "“rockets” at") in text


def test_page_of_another_encoding_than_it_declares_names_the_byte(tmp_path: Path) -> None:
    page = PAGE.encode("cp1252")
    with pytest.raises(ArticleError, match=f"byte 0xe9 at byte offset {page.index(0xE9)}"):
        read(tmp_path, page)


@pytest.mark.parametrize(
    "page", ["<html><body></body></html>", "<p></p>", "<!-- nothing -->", "<html><script>let a;</script></html>"]
)
def test_page_without_an_article_is_refused(tmp_path: Path, page: str) -> None:
    with pytest.raises(ArticleError, match="no article was found"):
        read(tmp_path, page)


def test_page_nested_without_end_is_read_or_refused(tmp_path: Path) -> None:
    page = "<html><body>" + "<div>" * 50_000 + FIRST + "</div>" * 50_000
    try:
        article = read(tmp_path, page)
    except ArticleError as error:
        assert "page" in error.problem  # noqa: PT017 - either answer will do, any other exception not
    else:
        assert FIRST in article.text


def test_trafilatura_is_imported_for_pages_only() -> None:
    program = "import sys, belligraph.sources; sys.exit('trafilatura' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
