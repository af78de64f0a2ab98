"""Which place an article means, by the other places it names. What is right is what a reader of the words would say."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from belligraph.link.build import open_index
from belligraph.link.gazetteer import read_gazetteer
from belligraph.link.index import Known
from belligraph.link.matcher import Matcher, Verdict
from belligraph.link.table import layers


@pytest.fixture(scope="module")
def matcher() -> Iterator[Matcher]:
    index = open_index(layers())
    yield Matcher(index)
    index.close()


def best(matcher: Matcher, name: str, *article: str, kind: str = "other") -> Known | None:
    """What the name most likely stands for; `article` are the names around it, in their order."""
    found = matcher.place(name, kind, matcher.context(article)).best
    return found.entity if found else None


def accepted(matcher: Matcher, name: str, *article: str, kind: str = "other") -> Known | None:
    match = matcher.place(name, kind, matcher.context(article))
    return match.best.entity if match.best and match.verdict is Verdict.ACCEPTED else None


@pytest.mark.parametrize(
    ("name", "division"),
    [("Diyala", "IQ.10"), ("Helmand", "AF.10"), ("Sonora", "MX.26"), ("Bavaria", "DE.02"), ("Queensland", "AU.04")],
)
def test_provinces_and_states_of_all_the_world_are_known(matcher: Matcher, name: str, division: str) -> None:
    country = {"IQ": "Iraq", "AF": "Afghanistan", "MX": "Mexico", "DE": "Germany", "AU": "Australia"}[division[:2]]
    found = accepted(matcher, name, name, country)
    assert found is not None
    assert (found.type, found.country) == ("AdminArea", division[:2])
    assert found.division.count(".") == 1


@pytest.mark.parametrize("name", ["Kandahar province", "the province of Kandahar", "Kandahar Province"])
def test_a_name_that_says_province_is_no_town(matcher: Matcher, name: str) -> None:
    found = best(matcher, name, name, "Afghanistan")
    assert found is not None
    assert (found.type, found.country) == ("AdminArea", "AF")


def test_without_the_word_a_chief_town_is_the_town(matcher: Matcher) -> None:
    found = best(matcher, "Kandahar", "Kandahar", "Afghanistan")
    assert found is not None
    assert found.type == "City"


@pytest.mark.parametrize(
    ("article", "division"),
    [
        (("London", "Ky."), "US.KY"),
        (("London", "Laurel County", "Kentucky"), "US.KY"),
        (("London", "Ontario"), "CA.08"),
        (("London", "England", "Manchester"), "GB.ENG"),
        (("London",), "GB.ENG"),
    ],
)
def test_a_town_lies_where_the_rest_of_the_article_does(matcher: Matcher, article: tuple[str, ...], division: str) -> None:
    found = best(matcher, "London", *article)
    assert found is not None
    assert found.division == division


def test_a_town_beside_its_state_is_sure_although_a_famous_one_bears_its_name(matcher: Matcher) -> None:
    found = accepted(matcher, "Birmingham", "Birmingham", "Alabama")
    assert found is not None
    assert found.division == "US.AL"


def test_a_city_of_note_in_a_named_country_goes_before_a_capital_elsewhere(matcher: Matcher) -> None:
    found = best(matcher, "Tripoli", "Tripoli", "Lebanon")
    assert found is not None
    assert found.country == "LB"


def test_a_name_does_not_vouch_for_itself(matcher: Matcher) -> None:
    alone, twice = (matcher.place("Springfield", "other", matcher.context(["Springfield"] * n)) for n in (1, 9))
    assert alone.verdict is not Verdict.ACCEPTED
    assert [c.score for c in alone.candidates] == [c.score for c in twice.candidates]


def test_villages_of_a_name_do_not_outvote_the_country_that_has_it(matcher: Matcher) -> None:
    context = matcher.context(["Lebanon", "Beirut"])
    assert context.support("LB", "beirut") > context.support("US", "beirut")


def test_a_county_is_the_one_in_the_state_of_the_article(matcher: Matcher) -> None:
    for state, division in (("Iowa", "US.IA"), ("Massachusetts", "US.MA")):
        found = best(matcher, "Plymouth County", "Plymouth County", state)
        assert found is not None
        assert found.division.startswith(f"{division}.")


def test_washington_is_the_capital_or_the_state_by_what_else_is_named(matcher: Matcher) -> None:
    capital = best(matcher, "Washington", "Washington", "U.S.", "Moscow")
    assert capital is not None
    assert (capital.type, capital.capital) == ("City", True)
    state = best(matcher, "Washington", "Washington", "Seattle", "Spokane", "Tacoma")
    assert state is not None
    assert state.type == "AdminArea"


def test_the_capital_is_the_largest_town_of_its_name(matcher: Matcher) -> None:
    capitals = [k for k, _ in matcher.index.named("washington") if k.capital]
    assert [(k.country, k.division) for k in capitals] == [("US", "US.DC")]


def test_an_abbreviation_alone_is_never_accepted(matcher: Matcher) -> None:
    for name in ("Me", "Mo.", "La", "OK", "IN"):
        assert accepted(matcher, name, name) is None


def test_each_division_has_one_id_and_the_code_of_its_country() -> None:
    divisions = [place for place in read_gazetteer() if place.type == "AdminArea"]
    assert len({place.id for place in divisions}) == len(divisions) > 50_000
    assert all(place.division.startswith(f"{place.country}.") for place in divisions)
    assert {place.country for place in divisions} >= {"IQ", "SY", "YE", "UA", "SD", "US"}
