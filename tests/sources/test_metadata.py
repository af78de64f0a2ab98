"""Metadata from flags and in files: one judge of days, addresses and language tags."""

from __future__ import annotations

from datetime import date

import pyoxigraph
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from belligraph.errors import UsageError
from belligraph.model.metadata import InvalidMetadata, check_language, check_url, parse_day
from belligraph.sources import ArticleMetadata


def test_flags_are_read() -> None:
    metadata = ArticleMetadata.from_flags(
        title="T", url="https://a.example/b", publisher="P", published="2024-02-29", language="ar", licence="CC0"
    )
    assert metadata == ArticleMetadata("T", "https://a.example/b", "P", date(2024, 2, 29), "ar", "CC0")


def test_blank_flags_say_nothing() -> None:
    assert ArticleMetadata.from_flags(title=" ", published="", url=None) == ArticleMetadata()


@pytest.mark.parametrize(
    ("flag", "value"),
    [("published", "2023-02-30"), ("published", "now"), ("url", "/a"), ("language", "?"), ("title", "\udcff")],
)
def test_flag_that_cannot_be_is_named(flag: str, value: str) -> None:
    with pytest.raises(UsageError) as refused:
        ArticleMetadata.from_flags(**{flag: value})
    assert refused.value.where == f"--{flag}"
    assert repr(value) in refused.value.problem


@pytest.mark.parametrize("text", ["2023-2-3", "20230203", "2023-W05-1", "2023-02-03 ", "0000-01-01", "2023-13-01", ""])
def test_days_have_one_form(text: str) -> None:
    with pytest.raises(InvalidMetadata):
        parse_day(text)


@pytest.mark.parametrize("tag", ["en", "en-GB", "zh-Hant-TW", "sr-Latn", "tlh", "de-1996"])
def test_language_tags_are_taken(tag: str) -> None:
    assert check_language(tag) == tag


@pytest.mark.parametrize("tag", ["e", "en_GB", "en-", "-en", "english language", "en\n", "ѐн"])
def test_other_language_names_are_refused(tag: str) -> None:
    with pytest.raises(InvalidMetadata):
        check_language(tag)


@pytest.mark.parametrize(
    "url",
    ["http://a", "HTTPS://A.example:8080/b/c?d=e&f#g", "https://exämple.org/ü?q=“x”", "http://[::1]/a", "http://a/%20b",
     "https://a.example/(b);c=1,2/@d"],
)  # fmt: skip
def test_addresses_are_taken(url: str) -> None:
    assert check_url(url) == url


@pytest.mark.parametrize(
    "url",
    ["", "a", "//a/b", "ftp://a/b", "http:/a", "http://", "http:///b", "https://a b", "https://a/b c", "http://a/%zz", "http://a/<b>",
     "http://a\\b", "http://[::z]/", "http://user:secret@a/", "http://a:port/", "javascript:alert(1)", "http://a/\u202eb\n"],
)  # fmt: skip
def test_other_addresses_are_refused(url: str) -> None:
    with pytest.raises(InvalidMetadata):
        check_url(url)


@settings(max_examples=500, deadline=None)
@given(st.text(st.sampled_from("aZ9.-_~:/?#[]@!$&'()*+,;=%20ü“\ue000 <>\"{}|^`\\\n\u202e\U0001f680"), max_size=12))
def test_every_address_that_we_take_is_an_iri_to_the_store(rest: str) -> None:
    try:
        url = check_url("http://" + rest)
    except InvalidMetadata:
        return
    assert pyoxigraph.NamedNode(url).value == url
