"""Other people's gazetteers, installed: every row here was made up in the form that the publishers document."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from belligraph.errors import InputError
from belligraph.link.build import open_index
from belligraph.link.dumps import Shape, shape_of
from belligraph.link.install import install_gazetteer, read_places, read_record
from belligraph.link.matcher import Matcher, Verdict
from belligraph.link.table import GAZETTEER_SUFFIX, Entry, layers, read_table
from belligraph.link.ucdp import UcdpActors, read_ucdp_actors, write_table

TODAY = "2026-01-31"


def geonames(this: int, name: str, kind: str, code: str, **other: str) -> str:
    """A row in the order of GeoNames' readme: 19 cells between tabs."""
    cells = {
        "id": str(this), "name": name, "ascii": name, "others": "", "latitude": "33.5", "longitude": "44.25", "kind": kind,
        "code": code, "country": "IQ", "cc2": "", "admin1": "07", "admin2": "", "admin3": "", "admin4": "",
        "population": "0", "elevation": "", "dem": "35", "timezone": "Asia/Baghdad", "day": "2020-01-01",
    } | other  # fmt: skip
    return "\t".join(cells.values())


ROWS = [
    geonames(990000001, "Qaryat Kessford", "P", "PPL", others="Kessford,كسفورد", population="420"),
    geonames(990000002, "Kessford Air Base", "S", "AIRB"),
    geonames(990000003, "Kessford Road", "R", "RD"),
    geonames(990000004, "Old Kessford", "P", "PPLH"),
    geonames(990000005, "Nahr Kessford", "H", "STM"),
]


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    path = tmp_path / "XX.txt"
    path.write_text("\n".join(ROWS) + "\n", "utf-8")
    return path


@pytest.fixture(autouse=True)
def no_gazetteer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only what is installed: making the index of all the world's towns takes seconds."""
    monkeypatch.setattr("belligraph.link.build.read_gazetteer", lambda: iter(()))


def matcher(folder: Path) -> Matcher:
    return Matcher(open_index(layers(None, folder / "authority"), folder / "cache"))


def test_a_geonames_dump_makes_a_village_and_a_base_known(dump: Path, tmp_path: Path) -> None:
    record = install_gazetteer(dump, shape_of(dump), tmp_path / "authority", TODAY)
    # the road and the village that is there no longer are nothing that reports are matched with
    assert record.rows == 3
    match = (own := matcher(tmp_path)).place("Kessford", "settlement", own.context(["Kessford", "Iraq"]))
    assert match.best is not None
    assert (match.best.entity.key, match.best.entity.population) == ("gn-990000001", 420)
    base = own.place("Kessford Air Base", "facility", own.context(["Kessford Air Base", "Iraq"]))
    assert base.best is not None
    assert (base.best.entity.type, base.verdict) == ("MilitaryBase", Verdict.ACCEPTED)
    assert own.index.identifiers(base.best.entity.id)[0][:2] == ("geonames", "990000002")


def test_the_record_tells_source_licence_and_digest_and_the_index_tells_them_on(dump: Path, tmp_path: Path) -> None:
    install_gazetteer(dump, Shape.GEONAMES, tmp_path / "authority", TODAY)
    record = read_record(tmp_path / "authority" / f"XX{GAZETTEER_SUFFIX}")
    assert (record.file, record.installed, len(record.sha256)) == ("XX.txt", TODAY, 64)
    assert record.licence.startswith("CC BY 4.0")
    assert any("XX.txt" in told and "CC BY 4.0" in told for told in matcher(tmp_path).index.rights)
    own = install_gazetteer(dump, Shape.GEONAMES, tmp_path / "authority", TODAY, licence="by contract")
    assert own.licence == "by contract"


def test_a_zipped_dump_is_read_as_it_is(dump: Path, tmp_path: Path) -> None:
    packed = tmp_path / "XX.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(dump, "XX.txt")
        archive.writestr("readme.txt", "made up")
    assert shape_of(packed) is Shape.GEONAMES
    assert install_gazetteer(packed, Shape.GEONAMES, tmp_path / "authority", TODAY).rows == 3


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (geonames(990000009, "Kess", "P", "PPL", latitude="north"), "the latitude is 'north', and no number"),
        (geonames(990000009, "Kess", "P", "PPL", longitude="181"), "the longitude is 181, beyond 180 degrees"),
        (geonames(990000009, "Kess", "P", "PPL", country="IRQ"), "the country is 'IRQ'"),
        (geonames(990000009, "Kess", "P", "PPL", population="many"), "the population is 'many'"),
        (geonames(0, "Kess", "P", "PPL"), "the id is '0'"),
        (geonames(990000009, " ", "P", "PPL"), "no name"),
        ("990000009\tKess\tcut short", "3 cells between tabs"),
    ],
)
def test_a_faulty_row_is_named_by_its_line_and_nothing_is_installed(dump: Path, tmp_path: Path, row: str, told: str) -> None:
    dump.write_text("\n".join([*ROWS, row]), "utf-8")
    with pytest.raises(InputError) as caught:
        install_gazetteer(dump, Shape.GEONAMES, tmp_path / "authority", TODAY)
    assert f"XX.txt:6: {told}" in str(caught.value)
    assert list((tmp_path / "authority").iterdir()) == []


def test_a_place_that_is_known_already_stays_one_and_gets_the_names(tmp_path: Path) -> None:
    own = matcher(tmp_path)
    baghdad = own.index.by_key("baghdad")
    assert baghdad is not None
    value = next(value for scheme, value, _, _ in own.index.identifiers(baghdad.id) if scheme == "geonames")
    dump = tmp_path / "IQ.txt"
    dump.write_text(geonames(int(value), "Baghdad", "P", "PPLC", others="Kessopolis") + "\n", "utf-8")
    install_gazetteer(dump, Shape.GEONAMES, tmp_path / "authority", TODAY)
    assert [known.key for known, _ in matcher(tmp_path).index.named("kessopolis")] == ["baghdad"]


def test_alternate_names_go_to_the_places_they_name(dump: Path, tmp_path: Path) -> None:
    install_gazetteer(dump, Shape.GEONAMES, tmp_path / "authority", TODAY)
    names = tmp_path / "alternateNamesV2.txt"
    rows = [
        ("1", "990000001", "en", "Kess Crossing", "1", "", "", "", "", ""),
        ("2", "990000001", "de", "Kessfurt", "", "", "", "", "", ""),
        ("3", "990000001", "en", "Kess of Old", "", "", "", "1", "", ""),
        ("4", "990000099", "en", "Nowhere Known", "", "", "", "", "", ""),
    ]
    names.write_text("".join("\t".join(row) + "\n" for row in rows), "utf-8")
    assert shape_of(names) is Shape.GEONAMES_NAMES
    assert install_gazetteer(names, Shape.GEONAMES_NAMES, tmp_path / "authority", TODAY).rows == 2
    index = matcher(tmp_path).index
    assert [known.key for known, _ in index.named("kess crossing")] == ["gn-990000001"]
    assert index.named("kessfurt") == index.named("kess of old") == index.named("nowhere known") == ()


WOF = """id,parent_id,name,placetype,country,repo,latitude,longitude,is_current,is_deprecated,is_superseded,superseded_by
990000011,1,Kessford Valley,region,IQ,made-up,33.5,44.25,1,0,0,
990000012,990000011,Kessford,locality,IQ,made-up,33.5,44.25,-1,0,0,
990000013,990000011,Lost Kessford,locality,IQ,made-up,33.5,44.25,0,1,0,
990000014,990000011,Former Kessford,locality,IQ,made-up,33.5,44.25,1,0,1,990000012
"""


def test_places_of_whos_on_first_keep_its_ids_and_what_is_gone_stays_out(tmp_path: Path) -> None:
    table = tmp_path / "wof.csv"
    table.write_text(WOF, "utf-8")
    assert shape_of(table) is Shape.WHOS_ON_FIRST
    assert install_gazetteer(table, Shape.WHOS_ON_FIRST, tmp_path / "authority", TODAY).rows == 2
    found = matcher(tmp_path).index.by_identifier("wof", "990000012")
    assert found is not None
    assert (found.key, found.type, found.country) == ("wof-990000012", "City", "IQ")


def test_a_meta_table_of_whos_on_first_is_the_same(tmp_path: Path) -> None:
    table = tmp_path / "meta.csv"
    table.write_text(
        "wof_country,iso,lastmodified,name,id,placetype,geom_latitude,geom_longitude,superseded_by,deprecated\n"
        'IQ,IQ,1,"Kessford, Upper",990000021,locality,33.5,44.25,,\n',
        "utf-8",
    )
    install_gazetteer(table, shape_of(table), tmp_path / "authority", TODAY)
    place = next(read_places(tmp_path / "authority" / f"meta{GAZETTEER_SUFFIX}"))
    assert (place.name, place.country, place.scheme) == ("Kessford, Upper", "IQ", "wof")


@pytest.mark.parametrize("text", ["", "name\tkind\n", "a,b\n1,2\n"])
def test_a_file_of_no_known_shape_says_which_there_are(tmp_path: Path, text: str) -> None:
    path = tmp_path / "what.txt"
    path.write_text(text, "utf-8")
    with pytest.raises(InputError, match="UCDP"):
        shape_of(path)


def test_installing_needs_no_more_memory_for_more_rows(tmp_path: Path) -> None:
    import tracemalloc

    peaks = []
    for count in (1_000, 20_000):
        dump = tmp_path / f"N{count}.txt"
        with dump.open("w", encoding="utf-8") as out:
            out.writelines(geonames(991000000 + n, f"Kess {n}", "P", "PPL") + "\n" for n in range(count))
        tracemalloc.start()
        install_gazetteer(dump, Shape.GEONAMES, tmp_path / "authority", TODAY)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 1.5 * peaks[0] + 100_000


UCDP = """ActorId,NameData,NameOrig,NameOrigFull,NameOrigFullEng,NameChange,NewName,NewNameFullEng,Org,Location
990001,Government of Northland,,,,0,,,4,Iraq
990002,EF,EF,Jabhat al-Jamr,Ember Front,0,,,1,Iraq
990003,Kessites,,,,0,,,3,Iraq
990004,Hamas,Hamas,,,0,,,1,Israel
990005,Front of the South,,,,0,,,1,Iraq
990006,Front of the South,,,,0,,,1,Iran
"""
KNOWN = [
    Entry("hamas", "Hamas", "ArmedGroup", "PS", identifiers=(("wikidata", "Q38799"),), source="WD: a list"),
    Entry("iraq", "Iraq", "Country", "IQ"),
]


def ucdp(tmp_path: Path, text: str = UCDP) -> UcdpActors:
    path = tmp_path / "actors.csv"
    path.write_text(text, "utf-8")
    assert shape_of(path) is Shape.UCDP_ACTORS
    return read_ucdp_actors(path, KNOWN, {"iraq": "IQ"})


def test_an_armed_group_of_ucdp_has_its_full_name_and_its_short_one_only_as_a_weak_one(tmp_path: Path) -> None:
    group = next(e for e in ucdp(tmp_path).entries if e.key == "ucdp-990002")
    assert (group.label, group.type, group.country) == ("Ember Front", "ArmedGroup", "IQ")
    assert group.aliases == ("Jabhat al-Jamr",)
    assert group.weak_aliases == ("EF",)
    assert group.identifiers == (("ucdp", "990002"),)
    assert "CC BY 4.0" in group.source


def test_peoples_are_left_out_and_told(tmp_path: Path) -> None:
    actors = ucdp(tmp_path)
    assert actors.left_out == 1
    assert "ucdp-990003" not in {e.key for e in actors.entries}


def test_a_group_that_is_known_keeps_its_row_and_gets_the_id(tmp_path: Path) -> None:
    actors = ucdp(tmp_path)
    assert actors.joined == ("hamas",)
    hamas = next(e for e in actors.entries if e.key == "hamas")
    assert hamas.identifiers == (("wikidata", "Q38799"), ("ucdp", "990004"))
    assert hamas.source.startswith("WD: a list || UC: UCDP actors actors.csv")


def test_a_name_that_two_have_is_no_firm_name_of_either(tmp_path: Path) -> None:
    fronts = [e for e in ucdp(tmp_path).entries if "Front of the South" in e.weak_aliases]
    assert {e.label for e in fronts} == {"Front of the South (UCDP 990005)", "Front of the South (UCDP 990006)"}


def test_what_is_written_is_an_authority_file_without_a_fault(tmp_path: Path) -> None:
    entries = ucdp(tmp_path).entries
    (tmp_path / "authority").mkdir()
    write_table(entries, tmp_path / "authority" / "ucdp.csv")
    assert [e.identifiers for e in read_table(tmp_path / "authority" / "ucdp.csv")] == [e.identifiers for e in entries]
    own = matcher(tmp_path)
    match = own.actor("Ember Front", "armed_group", own.context(["Iraq"]))
    assert (match.verdict, match.best and match.best.entity.key) == (Verdict.ACCEPTED, "ucdp-990002")


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("x,Ember Front,,,,0,,,1,Iraq", "ActorId is 'x'"),
        ("990009,,,,,0,,,1,Iraq", "NameData is ''"),
        ("990009,Ember Front,,,,0,,,9,Iraq", "Org is '9'"),
        ("990009,Ember Front", "more or fewer cells"),
    ],
)
def test_a_faulty_actor_is_named_by_its_line(tmp_path: Path, row: str, told: str) -> None:
    with pytest.raises(InputError) as caught:
        ucdp(tmp_path, f"{UCDP}{row}\n")
    assert "actors.csv:8" in str(caught.value)
    assert told in str(caught.value)
