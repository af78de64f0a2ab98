import pytest

from belligraph.formats import RdfFormat, ResultsFormat, negotiate

OFFERED = [(f.media_type, f) for f in (ResultsFormat.JSON, ResultsFormat.XML, ResultsFormat.CSV)]


@pytest.mark.parametrize(
    ("accept", "wanted"),
    [
        (None, ResultsFormat.JSON),
        ("", ResultsFormat.JSON),
        ("*/*", ResultsFormat.JSON),
        ("text/*", ResultsFormat.CSV),
        ("application/sparql-results+xml;q=0.9, application/sparql-results+json;q=0.1", ResultsFormat.XML),
        ("*/*, application/sparql-results+json;q=0", ResultsFormat.XML),
        ("text/*;q=0.9, text/csv;q=0.1, application/sparql-results+xml;q=0.5", ResultsFormat.XML),
        ("image/png", None),
        ("APPLICATION/SPARQL-RESULTS+XML ; charset=utf-8 ; q=1 , */* ; q=0.1", ResultsFormat.XML),
        (";;q=,,", ResultsFormat.JSON),
    ],
)
def test_the_accept_header_decides_by_weight_and_specificity(accept: str | None, wanted: ResultsFormat | None) -> None:
    """RFC 9110 section 12.5.1."""
    assert negotiate(accept, OFFERED) is wanted


@pytest.mark.parametrize(
    ("accept", "wanted"),
    [
        (None, "1.1"),
        ("*/*", "1.1"),
        ("text/turtle", "1.1"),
        ("text/turtle; charset=utf-8", "1.1"),
        ("text/turtle;version=1.2", "1.2"),
        ('text/turtle ; version="1.2" ; q=0.5', "1.2"),
        ("text/turtle, text/turtle;version=1.2", "1.2"),
        ("text/turtle, text/turtle;version=1.2;q=0.9", "1.1"),
        ("text/turtle;version=1.1", "1.1"),
    ],
)
def test_a_version_of_a_format_is_for_those_who_name_it(accept: str | None, wanted: str) -> None:
    """RDF 1.2 Turtle; who does not ask for it may not be able to read it."""
    assert negotiate(accept, [("text/turtle", "1.1"), ("text/turtle;version=1.2", "1.2")]) == wanted


def test_formats_are_found_by_name() -> None:
    assert RdfFormat.named("trig").media_type == "application/trig"
    assert ResultsFormat.named("tsv").media_type == "text/tab-separated-values"
