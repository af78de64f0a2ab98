import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st

from belligraph.ntriples import decimal, integer, iri, literal, value_of

# what UTF-8 can carry: no lone surrogates
TEXT = st.text(st.characters(exclude_categories=["Cs"]))


@given(TEXT)
def test_any_text_survives_as_a_literal(text: str) -> None:
    line = f"<http://a/s> <http://a/p> {literal(text)} ."
    (quad,) = pyoxigraph.parse(line.encode(), format=pyoxigraph.RdfFormat.N_TRIPLES)
    assert quad.object == pyoxigraph.Literal(text)


@given(TEXT)
def test_the_value_of_a_literal_is_its_text(text: str) -> None:
    assert value_of(literal(text)) == text


def test_a_literal_in_a_language_keeps_its_tag() -> None:
    assert literal("base", "en-GB") == '"base"@en-gb'


@pytest.mark.parametrize("value", ["a b", "a<b", 'a"b', "a\nb", "", "a{b}", "a\\b"])
def test_what_no_iri_may_hold_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match="not an IRI"):
        iri(value)


def test_whole_numbers_are_integers_and_others_canonical_decimals() -> None:
    assert decimal(8.0) == integer(8) == '"8"^^<http://www.w3.org/2001/XMLSchema#integer>'
    assert decimal(2.50) == '"2.5"^^<http://www.w3.org/2001/XMLSchema#decimal>'
