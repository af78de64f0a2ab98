"""What a page calls things of outside datasets."""

from __future__ import annotations

import pytest

from belligraph.link.table import outside_name


@pytest.mark.parametrize(
    ("iri", "name"),
    [
        ("http://www.wikidata.org/entity/Q796", "Wikidata Q796"),
        ("https://sws.geonames.org/99237/", "GeoNames 99237"),
        ("https://en.wikipedia.org/wiki/Islamic_Republic_of_Iran", "“Islamic Republic of Iran” in the English Wikipedia"),
        ("https://en.wikipedia.org/wiki/Iran", "“Iran” in the English Wikipedia"),
        ("https://fr.wikipedia.org/wiki/Alg%C3%A9rie", "“Algérie” in the French Wikipedia"),
        ("https://elsewhere.example/Q796", "https://elsewhere.example/Q796"),
        ("http://www.wikidata.org/entity/P31", "http://www.wikidata.org/entity/P31"),
    ],
)
def test_a_link_goes_by_the_name_of_its_dataset(iri: str, name: str) -> None:
    assert outside_name(iri) == name
