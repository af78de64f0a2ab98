"""The traps of linking, each as an article would set it. What is right is what the words mean, not what a run gave."""

from __future__ import annotations

import csv
import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from belligraph.errors import EnvironmentProblem, InputError
from belligraph.link.build import build_index, open_index
from belligraph.link.decisions import Verdicts, read_verdicts
from belligraph.link.index import Index
from belligraph.link.matcher import Context, Matcher, Verdict
from belligraph.link.mentions import link_sheet
from belligraph.link.table import COLUMNS, layers, read_table
from belligraph.model.sheet import Actor, ActorKind, Evidence, FactSheet, Place, PlaceKind, SheetArticle

HERE = (Evidence(0, 1, "x"),)
ARTICLE = "0123456789abcdef"


@pytest.fixture(scope="module")
def matcher() -> Iterator[Matcher]:
    index = open_index(layers())
    yield Matcher(index)
    index.close()


def actor(matcher: Matcher, name: str, kind: str, *others: str) -> str | None:
    """The key of the accepted entity; `others` are names in the same article."""
    match = matcher.actor(name, kind, matcher.context([name, *others]))
    return match.best.entity.key if match.best and match.verdict is Verdict.ACCEPTED else None


def place(matcher: Matcher, name: str, kind: str, *others: str) -> str | None:
    match = matcher.place(name, kind, matcher.context([name, *others]))
    return match.best.entity.key if match.best and match.verdict is Verdict.ACCEPTED else None


def test_the_pentagon_that_speaks_is_the_department(matcher: Matcher) -> None:
    assert actor(matcher, "Pentagon", "government_body", "U.S.") == "united-states-department-of-defense"
    assert actor(matcher, "the Pentagon", "government_body") == "united-states-department-of-defense"


def test_the_pentagon_where_a_plane_hit_is_the_building(matcher: Matcher) -> None:
    assert place(matcher, "The Pentagon", "facility", "U.S.") == "the-pentagon-building"


def test_the_white_house_that_speaks_is_no_building(matcher: Matcher) -> None:
    assert actor(matcher, "White House", "government_body", "U.S.") is None


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Hezbollah", "hezbollah"),
        ("Hizballah", "hezbollah"),
        ("Lebanese Hezbollah", "hezbollah"),
        ("Kataib Hezbollah", "kataib-hezbollah"),
        ("Kata’ib Hizballah", "kataib-hezbollah"),
        ("Harakat Hezbollah al-Nujaba", "harakat-hezbollah-al-nujaba"),
        ("Hezbollah Movement in Iraq", "hezbollah-movement-in-iraq"),
        ("Saudi Hezbollah", None),
        ("Turkish Hezbollah", None),
        ("Iraqi Hezbollah", None),
    ],
)
def test_each_hezbollah_is_its_own(matcher: Matcher, name: str, key: str | None) -> None:
    kind = "organisation" if key == "hezbollah-movement-in-iraq" else "armed_group"
    assert actor(matcher, name, kind, "Iraq", "Lebanon") == key


def test_gaza_is_the_strip_or_the_city_by_its_kind_and_undecided_without(matcher: Matcher) -> None:
    around = ("State of Palestine", "Israel")
    assert place(matcher, "Gaza", "region", *around) == "gaza-strip"
    assert place(matcher, "Gaza", "settlement", *around) == "gaza-city"
    assert matcher.place("Gaza", "other", matcher.context(around)).verdict is Verdict.REVIEW


def test_conoco_the_company_is_not_the_base(matcher: Matcher) -> None:
    assert actor(matcher, "Conoco", "organisation", "Syria") is None
    assert actor(matcher, "ConocoPhillips", "organisation", "Syria") is None
    assert place(matcher, "Conoco", "facility", "Syria") == "mission-support-site-conoco"


@pytest.mark.parametrize(
    "name", ["local forces", "coalition forces", "two U.S. officials", "militia", "Iran-backed militia"]
)
@pytest.mark.parametrize("kind", ["armed_force", "armed_group", "person", "unknown"])
def test_nobody_in_particular_is_nobody(matcher: Matcher, name: str, kind: str) -> None:
    assert actor(matcher, name, kind, "U.S.", "Iraq", "Syria") is None


@pytest.mark.parametrize(
    "name", ["Quotes delayed at least 15 minutes", "FactSet", "Refinitiv Lipper", "Market data provided by Factset"]
)
def test_the_stock_quote_footer_is_nobody(matcher: Matcher, name: str) -> None:
    assert actor(matcher, name, "organisation", "U.S.") is None


def test_a_name_of_groups_in_two_countries_needs_the_country(matcher: Matcher) -> None:
    # a Lebanese group of the 1990s was Ansar Allah, too
    assert actor(matcher, "Ansar Allah", "armed_group", "Yemen") == "houthis"
    assert actor(matcher, "Ansar Allah", "armed_group", "Lebanon") is None


def test_congo_is_two_countries_until_the_name_says_which(matcher: Matcher) -> None:
    assert actor(matcher, "Congo", "state") is None
    assert actor(matcher, "DR Congo", "state") == "congo-kinshasa"
    assert actor(matcher, "Republic of the Congo", "state") == "congo-brazzaville"


def test_a_base_is_not_the_town_beside_it(matcher: Matcher) -> None:
    assert place(matcher, "Kirkuk", "facility", "Iraq") is None
    assert place(matcher, "Kirkuk", "settlement", "Iraq") == "kirkuk"
    assert place(matcher, "Kirkuk Air Base", "facility", "Iraq") == "kirkuk-air-base"


@pytest.mark.parametrize(
    "name", ["Ain al-Asad", "Ain al-Asad air base", "Al-Asad airbase", "Ayn al-Asad", "ain al-assad", "Al Asad Airbase"]
)
def test_one_base_in_many_spellings(matcher: Matcher, name: str) -> None:
    assert place(matcher, name, "facility", "Iraq") == "ain-al-asad-airbase"


def test_what_looks_alike_is_shown_and_never_accepted(matcher: Matcher) -> None:
    assert matcher.actor("Kataeb Hezbolah", "armed_group", Context()).verdict is Verdict.NIL
    assert "kataib-hezbollah" in {known.key for known, _ in matcher.similar("Kataeb Hezbolah")}
    assert not matcher.similar("ayn al basha")


def test_a_town_of_a_name_that_many_have_is_the_one_in_the_country_of_the_article(matcher: Matcher) -> None:
    tripoli = matcher.place("Tripoli", "settlement", matcher.context(["Libya"])).best
    assert tripoli is not None
    assert tripoli.entity.country == "LY"
    lebanese = matcher.place("Tripoli", "settlement", matcher.context(["Lebanon", "Beirut"])).best
    assert lebanese is not None
    assert lebanese.entity.country == "LB"


def test_nil_says_why(matcher: Matcher) -> None:
    assert "nothing is known" in matcher.actor("Ember Front", "armed_group", Context()).reason
    assert "is no armed_group" in matcher.actor("Reuters", "armed_group", Context()).reason


def sheet(*actors: Actor, places: tuple[Place, ...] = (), furniture: tuple[Evidence, ...] = ()) -> FactSheet:
    return FactSheet(SheetArticle("0" * 64, furniture=furniture), actors, places)


def test_an_unidentified_actor_is_never_linked_whatever_it_is_called(matcher: Matcher) -> None:
    hamas = Actor("h", "Hamas", ActorKind.ARMED_GROUP, HERE, identified=False)
    linked = link_sheet(ARTICLE, sheet(hamas), None, matcher)
    assert linked.actors == {}
    assert linked.mentions[0].reasons == ("known only by a description",)


def test_a_name_on_page_furniture_is_not_linked(matcher: Matcher) -> None:
    reuters = Actor("r", "Reuters", ActorKind.MEDIA, HERE)
    assert link_sheet(ARTICLE, sheet(reuters), None, matcher).actors["r"].key == "reuters"
    assert link_sheet(ARTICLE, sheet(reuters, furniture=HERE), None, matcher).actors == {}


def test_who_no_authority_knows_has_an_entity_of_the_name_and_no_identifier(matcher: Matcher) -> None:
    front = Actor("f", "Ember Front", ActorKind.ARMED_GROUP, HERE)
    linked = link_sheet(ARTICLE, sheet(front), None, matcher)
    assert linked.actors["f"].key == "named-ember-front"
    assert matcher.index.by_key("named-ember-front") is None


def test_a_description_of_a_place_is_no_name(matcher: Matcher) -> None:
    area = Place("a", "an area controlled by rebels", PlaceKind.REGION, HERE)
    assert link_sheet(ARTICLE, sheet(places=(area,)), None, matcher).places == {}


def test_a_no_blocks_and_a_yes_decides(tmp_path: Path, matcher: Matcher) -> None:
    path = tmp_path / "entities.tsv"
    lines = [
        f"2024-05-09\tAda\tno\t{ARTICLE}/r\treuters\tanother desk",
        f"2024-05-10\tAda\tyes\t{ARTICLE}/r\treuters",
        f"2024-05-09\tAda\tyes\t{ARTICLE}/w\twhite-house",
    ]
    path.write_text("\n".join(lines), "utf-8")
    verdicts = read_verdicts(path)
    actors = Actor("r", "Reuters", ActorKind.MEDIA, HERE), Actor("w", "White House", ActorKind.GOVERNMENT_BODY, HERE)
    linked = link_sheet(ARTICLE, sheet(*actors), None, matcher, verdicts)
    assert set(linked.actors) == {"w"}
    assert [m.reviewer for m in linked.mentions if m.id == "w"] == ["Ada, 2024-05-09"]


@pytest.mark.parametrize("line", ["x", f"2024-05-09\tAda\tsame\t{ARTICLE}/r\treuters", "2024-05-09\tAda\tyes\t?\treuters"])
def test_a_line_that_is_no_decision_is_told(tmp_path: Path, line: str) -> None:
    (tmp_path / "entities.tsv").write_text(line, "utf-8")
    with pytest.raises(InputError, match=r"entities\.tsv:1"):
        read_verdicts(tmp_path / "entities.tsv")
    assert read_verdicts(tmp_path / "none.tsv") == Verdicts()


# ---------------------------------------------------------------- authority files


def table(path: Path, *rows: dict[str, str]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows(rows)
    return path


FRONT = {"key": "ember-front", "label": "Ember Front", "type": "ArmedGroup", "country": "XN"}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"key": "Ember Front"}, "is no key"),
        ({"type": "ArmdGroup"}, "did you mean ArmedGroup"),
        ({"country": "Northland"}, "no country code"),
        ({"valid_from": "soon"}, "write YYYY-MM-DD"),
        ({"valid_from": "2024-02-01", "valid_until": "2023-01-01"}, "before it is valid"),
        ({"identifiers": "wikidata:796", "source": "a list"}, "is not what an identifier of wikidata looks like"),
        ({"identifiers": "wikidata:Q796"}, "no source for wikidata:Q796"),
        ({"identifiers": "wikdata:Q796", "source": "a list"}, "unknown scheme"),
        ({"identifiers": "wikidata:Q1|wikidata:Q2", "source": "a list"}, "two identifiers of wikidata"),
    ],
)
def test_the_linter_names_each_fault_with_its_line(tmp_path: Path, change: dict[str, str], told: str) -> None:
    path = table(tmp_path / "own.csv", FRONT | change)
    with pytest.raises(InputError) as caught:
        build_index([path], tmp_path)
    assert told in str(caught.value)
    assert "own.csv:2" in str(caught.value)


def test_one_identifier_on_two_entities_is_told(tmp_path: Path) -> None:
    named = {"identifiers": "wikidata:Q5", "source": "a list"}
    path = table(tmp_path / "own.csv", FRONT | named, FRONT | named | {"key": "other", "label": "Other"})
    with pytest.raises(InputError, match="is on 'other' and on 'ember-front'"):
        build_index([path], tmp_path)


def test_a_file_that_is_no_table_is_told(tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text("name,kind\nx,y\n", "utf-8")
    with pytest.raises(InputError, match="no column 'key'"):
        list(read_table(tmp_path / "own.csv"))


def test_the_authority_that_comes_with_belligraph_has_no_fault_and_a_source_for_each_identifier() -> None:
    entries = [entry for path in layers() for entry in read_table(path)]
    assert len(entries) > 300
    assert all(entry.source for entry in entries if entry.identifiers)


def test_a_nearer_layer_takes_the_place_of_one_behind(tmp_path: Path, matcher: Matcher) -> None:
    row = {"key": "hamas", "label": "Hamas", "type": "PoliticalParty", "country": "PS"}
    table(tmp_path / "authority" / "own.csv", row, FRONT)
    files = layers(tmp_path)
    entries = {entry.key: entry for path in reversed(files) for entry in read_table(path)}
    assert entries["hamas"].type == "PoliticalParty"
    assert entries["hamas"].identifiers == ()
    assert "ember-front" in entries


def test_an_index_is_built_once_and_opened_read_only(matcher: Matcher) -> None:
    assert build_index(layers(), matcher.index.path.parent) == matcher.index.path
    again = Index(matcher.index.path)
    with pytest.raises(sqlite3.OperationalError):
        again._database.execute("DELETE FROM entity")
    again.close()


def test_a_cache_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file", "utf-8")
    with pytest.raises(EnvironmentProblem, match="XDG_CACHE_HOME"):
        build_index(layers(), tmp_path / "cache")


def test_a_name_means_something_else_before_it_is_valid(matcher: Matcher) -> None:
    known = matcher.index.by_key("hamas")
    assert known is not None
    assert matcher.actor("Hamas", "armed_group", Context(published=date(2024, 1, 1))).verdict is Verdict.ACCEPTED
