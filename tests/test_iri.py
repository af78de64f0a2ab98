import pytest

from belligraph.errors import UsageError
from belligraph.iri import Iris, is_absolute


def test_a_claim_lies_under_its_article(iris: Iris) -> None:
    assert iris.article("ab12").claim("c3") == "https://data.example/war/id/article/ab12/claim/c3"


def test_a_passage_is_named_by_its_offsets(iris: Iris) -> None:
    assert iris.article("ab12").passage(662, 676) == "https://data.example/war/id/article/ab12/passage/662-676"


@pytest.mark.parametrize(
    "base",
    [
        "data.example/",
        "https://data.example",
        "ftp://data.example/",
        "https://data.example/?a=/",
        "https://da ta.example/",
        "https:///x/",
        "",
    ],
)
def test_a_base_that_is_no_http_iri_with_a_final_slash_is_refused(base: str) -> None:
    with pytest.raises(UsageError, match="base IRI"):
        Iris(base)


@pytest.mark.parametrize("value", ["news", "/a/b", "http:", "http://a b/", "http://a/<b>", "http://a/`"])
def test_what_is_no_absolute_iri_is_told_apart(value: str) -> None:
    assert not is_absolute(value)


def test_an_iri_with_letters_beyond_ascii_is_absolute() -> None:
    assert is_absolute("https://beispiel.example/übersicht")
