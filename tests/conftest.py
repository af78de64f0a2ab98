"""What tests of several stages share: a small report of our own with its sheet, and the shared material if it is at hand."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

import pytest

from belligraph.iri import Iris
from belligraph.model.article import Article
from belligraph.model.sheet import (
    Actor,
    ActorKind,
    Claim,
    ConceptObject,
    DateObject,
    Event,
    EventType,
    Evidence,
    FactSheet,
    Modality,
    Place,
    PlaceKind,
    Property,
    Quantity,
    QuantityObject,
    Ref,
    SheetArticle,
    Speech,
)

Write = Callable[..., Path]

SHARED = Path(__file__).resolve().parents[2] / "shared"

REPORT = (
    "Raiders shell river port\n\n"
    "Raiders shelled the port of Mirefield on Monday, killing between three and five guards, Radio Delta reported, "
    "citing two officials. The governor denied that anyone was killed. The raiders are armed by the Northern League, "
    "he said.\n"
)


@pytest.fixture(scope="session")
def iris() -> Iris:
    return Iris("https://data.example/war/")


@pytest.fixture(scope="session")
def article() -> Article:
    return Article(REPORT, publisher="Harbour Gazette", published=date(2024, 5, 7), title="Raiders shell river port")


def quoted(words: str) -> tuple[Evidence, ...]:
    """The passage of the report that holds these words."""
    start = REPORT.index(words)
    return (Evidence(start, start + len(words), words),)


@pytest.fixture(scope="session")
def sheet(article: Article) -> FactSheet:
    shelled = quoted("Raiders shelled the port of Mirefield on Monday")
    chain = ("radio", "officials")
    return FactSheet(
        SheetArticle(article.text_sha256),
        actors=(
            Actor("raiders", "Raiders", ActorKind.ARMED_GROUP, quoted("Raiders shelled the port")),
            Actor("guards", "guards", ActorKind.ARMED_FORCE, quoted("guards"), identified=False),
            Actor("radio", "Radio Delta", ActorKind.MEDIA, quoted("Radio Delta")),
            Actor("officials", "two officials", ActorKind.PERSON, quoted("two officials"), identified=False),
            Actor("governor", "The governor", ActorKind.PERSON, quoted("The governor")),
            Actor("league", "Northern League", ActorKind.ORGANISATION, quoted("Northern League")),
        ),
        places=(
            Place("port", "the port of Mirefield", PlaceKind.FACILITY, quoted("the port of Mirefield"), within="mirefield"),
            Place("mirefield", "Mirefield", PlaceKind.SETTLEMENT, quoted("Mirefield")),
        ),
        events=(Event("shelling", EventType.ATTACK, "shelling of the port of Mirefield", shelled),),
        claims=(
            Claim("c1", "shelling", Property.ATTACKER, Ref("raiders"), Modality.CERTAIN, Speech.INDIRECT, chain, shelled),
            Claim("c2", "shelling", Property.PLACE, Ref("port"), Modality.CERTAIN, Speech.INDIRECT, chain, shelled),
            Claim(
                "c3", "shelling", Property.DATE, DateObject("2024-05-06", "on Monday"), Modality.CERTAIN, Speech.INDIRECT,
                chain, shelled,
            ),
            Claim(
                "c4", "shelling", Property.KILLED,
                QuantityObject(Quantity("between three and five", False, min=3, max=5, of="guards")),
                Modality.CERTAIN, Speech.INDIRECT, chain, quoted("killing between three and five guards"),
            ),
            Claim(
                "c5", "shelling", Property.INSTRUMENT, ConceptObject("artillery", "shelled"), Modality.CERTAIN,
                Speech.INDIRECT, chain, quoted("Raiders shelled"),
            ),
            Claim(
                "c6", "shelling", Property.KILLED, QuantityObject(Quantity("anyone", False, min=1)), Modality.DENIED,
                Speech.INDIRECT, ("governor",), quoted("The governor denied that anyone was killed"),
            ),
            Claim(
                "c7", "raiders", Property.SPONSORED_BY, Ref("league"), Modality.CERTAIN, Speech.INDIRECT, ("governor",),
                quoted("The raiders are armed by the Northern League"),
            ),
            Claim(
                "c8", "shelling", Property.TARGET, Ref("guards"), Modality.PROBABLE, Speech.INDIRECT, chain,
                quoted("killing between three and five guards"),
            ),
        ),
    )  # fmt: skip


@pytest.fixture
def shared() -> Path:
    """The folder of shared articles and gold sheets beside the checkout."""
    if not SHARED.is_dir():
        pytest.skip("the shared articles and gold sheets are not beside this checkout")
    return SHARED


@pytest.fixture
def seed_text(shared: Path) -> str:
    return (shared / "articles" / "seed.txt").read_bytes().decode()


@pytest.fixture
def seed_gold(shared: Path) -> dict[str, list[dict[str, object]]]:
    """The seed's gold sheet as plain JSON, read without any code of ours."""
    gold: dict[str, list[dict[str, object]]] = json.loads((shared / "gold" / "seed.json").read_text("utf-8"))
    return gold


# rows of our own in the published columns of other people's datasets: no event in them is real

# the 31 columns of ACLED's export and API
ACLED_COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1",
    "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting", "iso", "region",
    "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision", "source", "source_scale",
    "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip
# the 49 columns of UCDP GED since version 20
UCDP_COLUMNS = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id",
    "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a",
    "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources",
    "source_article", "source_office", "source_date", "source_headline",
    "source_original", "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2", "latitude", "longitude",
    "geom_wkt", "priogrid_gid", "country", "country_id", "region", "event_clarity", "date_prec", "date_start", "date_end",
    "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob",
)  # fmt: skip

ACLED_ROW = {
    "event_id_cnty": "MRF17", "event_date": "2024-05-06", "year": "2024", "time_precision": "1",
    "disorder_type": "Political violence", "event_type": "Explosions/Remote violence", "sub_event_type": "Suicide bomb",
    "actor1": "Ember Front", "assoc_actor_1": "", "inter1": "Rebel group", "actor2": "Military Forces of Marefold (2019-)",
    "assoc_actor_2": "River Guard; Port Police", "inter2": "State forces", "interaction": "State forces-Rebel group",
    "civilian_targeting": "", "iso": "901", "region": "Middle Reach", "country": "Marefold", "admin1": "Kess",
    "admin2": "Lower Kess", "admin3": "", "location": "Mirefield", "latitude": "31.5", "longitude": "-44.25",
    "geo_precision": "1", "source": "Harbour Gazette; Radio Delta", "source_scale": "National",
    "notes": "On 6 May 2024, a man blew himself up at the gate of a barracks in Mirefield, said \"officials\".",
    "fatalities": "5", "tags": "", "timestamp": "1715600000",
}  # fmt: skip
UCDP_ROW = {
    "id": "990001", "relid": "MRF-2024-1-1-1", "year": "2024", "active_year": "1", "code_status": "Clear",
    "type_of_violence": "1", "conflict_new_id": "901", "conflict_name": "Marefold: Government", "dyad_new_id": "902",
    "dyad_name": "Government of Marefold - Ember Front", "side_a_new_id": "77", "side_a": "Government of Marefold",
    "side_b_new_id": "78", "side_b": "Ember Front", "number_of_sources": "2",
    "source_article": "Northern Wire,2024-05-07,Raid on a village", "source_office": "Northern Wire",
    "source_date": "2024-05-07", "source_headline": "Raid on a village", "source_original": "army spokesman",
    "where_prec": "4", "where_coordinates": "Kess province", "where_description": "a village in the Kess province",
    "adm_1": "Kess province", "adm_2": "", "latitude": "31.75", "longitude": "44.5", "geom_wkt": "POINT (44.5 31.75)",
    "priogrid_gid": "174329", "country": "Marefold", "country_id": "645", "region": "Middle East", "event_clarity": "1",
    "date_prec": "2", "date_start": "2024-05-03 00:00:00.000", "date_end": "2024-05-06 00:00:00.000", "deaths_a": "1",
    "deaths_b": "4", "deaths_civilians": "0", "deaths_unknown": "2", "best": "7", "high": "12", "low": "5", "gwnoa": "645",
    "gwnob": "",
}  # fmt: skip
# by position, from 1, in the codebook of GDELT 2.0
GDELT_CELLS = {
    1: "1234567890", 2: "20240506", 3: "202405", 4: "2024", 5: "2024.3452", 6: "MRFREB", 7: "EMBER FRONT", 8: "MRF",
    13: "REB", 16: "MRFMIL", 17: "ARMY", 18: "MRF", 23: "MIL", 26: "1", 27: "1952", 28: "195", 29: "19", 30: "4",
    31: "-10.0", 32: "12", 33: "3", 34: "12", 35: "-7.5", 52: "4", 53: "Mirefield, Kess, Marefold", 54: "MF", 55: "MF07",
    56: "12345", 57: "31.5", 58: "-44.25", 59: "-998877", 60: "20240506121500", 61: "https://gazette.example/2024/05/06/raid",
}  # fmt: skip


@pytest.fixture
def acled(tmp_path: Path) -> Write:
    """Writes an ACLED file of rows that differ from the sample as told."""
    return _writer(tmp_path / "acled.csv", ACLED_COLUMNS, ACLED_ROW)


@pytest.fixture
def ucdp(tmp_path: Path) -> Write:
    """Writes a UCDP GED file of rows that differ from the sample as told."""
    return _writer(tmp_path / "ged.csv", UCDP_COLUMNS, UCDP_ROW)


@pytest.fixture
def gdelt(tmp_path: Path) -> Callable[..., Path]:
    """Writes a GDELT 2.0 file of rows whose cells differ from the sample as told, by position from 1."""

    def write(*changes: Mapping[int, str], columns: int = 61) -> Path:
        path = tmp_path / "20240506121500.export.CSV"
        rows = [{**GDELT_CELLS, **change} for change in changes or ({},)]
        lines = ["\t".join(row.get(n, "") for n in range(1, columns + 1)) for row in rows]
        path.write_text("".join(f"{line}\n" for line in lines), "utf-8")
        return path

    return write


def _writer(path: Path, columns: Sequence[str], sample: Mapping[str, str]) -> Write:
    def write(*changes: Mapping[str, str], delimiter: str = ",", without: Sequence[str] = ()) -> Path:
        kept = [column for column in columns if column not in without]
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, kept, delimiter=delimiter, extrasaction="ignore")
            writer.writeheader()
            writer.writerows({**sample, **change} for change in changes or ({},))
        return path

    return write
