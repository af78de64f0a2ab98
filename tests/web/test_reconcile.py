"""What OpenRefine asks, replayed against the service, judged by the specification's own schemas where they are at hand."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from flask.testing import FlaskClient
from referencing import Registry
from referencing.jsonschema import DRAFT7

from belligraph.assets import demo_folder
from belligraph.config import Config
from belligraph.pipeline import publish
from belligraph.web import create_app, site_of

BASE = "https://data.example/war/"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    config = Config(base_iri=BASE, query_workers=1)
    release = publish([demo_folder()], tmp_path_factory.mktemp("demo") / "publication", config=config).release
    app = create_app(release, config)
    yield app.test_client()
    site_of(app).pool.close()


def conforms(shared: Path, schema: str, content: object) -> None:
    path = shared / "checks" / "data" / "reconciliation" / "0.2" / "schemas" / f"{schema}.json"
    if not path.exists():
        pytest.skip("the specification's schemas are not beside this checkout")
    judge = json.loads(path.read_text("utf-8"))
    types = json.loads((path.parent / "type.json").read_text("utf-8"))
    resource = DRAFT7.create_resource(types)
    registry: Any = Registry().with_resources([(types["$id"], resource), ("type.json", resource)])
    jsonschema.Draft7Validator(judge, registry=registry).validate(content)


def asked(client: FlaskClient, **queries: dict[str, Any]) -> Any:  # noqa: ANN401
    answer = client.post("/reconcile", data={"queries": json.dumps(queries)})
    assert answer.status_code == 200
    return answer.get_json()


def test_the_manifest_conforms_and_leads_to_everything(client: FlaskClient, shared: Path) -> None:
    answer = client.get("/reconcile")
    manifest = answer.get_json()
    conforms(shared, "manifest", manifest)
    assert manifest["versions"] == ["0.2"]
    assert manifest["view"]["url"].replace("{{id}}", "actor/iran") == f"{BASE}id/actor/iran"
    for suggest in manifest["suggest"].values():
        assert client.get(suggest["service_path"] + "?prefix=a").status_code == 200


def test_a_batch_by_form_and_by_get_gives_the_same(client: FlaskClient, shared: Path) -> None:
    queries = {"q0": {"query": "Ain al-Asad airbase", "type": "place"}, "q1": {"query": "Kata'ib Hezbollah"}}
    found = asked(client, **queries)
    conforms(shared, "reconciliation-result-batch", found)
    assert client.get("/reconcile", query_string={"queries": json.dumps(queries)}).get_json() == found
    assert [found[q]["result"][0]["id"] for q in queries] == ["place/ain-al-asad-airbase", "actor/kataib-hezbollah"]
    assert all(found[q]["result"][0]["match"] for q in queries)


def test_a_country_is_an_actor_and_a_place_and_the_type_decides(client: FlaskClient) -> None:
    found = asked(client, actor={"query": "Iran", "type": "actor"}, place={"query": "Iraq", "type": "place"})
    assert found["actor"]["result"][0]["id"] == "actor/iran"
    assert found["place"]["result"][0]["id"] == "place/iraq"


def test_a_strict_type_leaves_out_the_others(client: FlaskClient) -> None:
    query = {"query": "Iran", "type": "place", "type_strict": "any"}
    assert asked(client, q=query)["q"]["result"] == []


def test_what_only_looks_alike_is_shown_and_is_no_match(client: FlaskClient) -> None:
    (best, *_) = asked(client, q={"query": "Kataib Hezbolla"})["q"]["result"]
    assert best["id"] == "actor/kataib-hezbollah"
    assert best["match"] is False


def test_nobody_by_that_name_is_an_empty_result(client: FlaskClient) -> None:
    assert asked(client, q={"query": "zzzz"}, e={"query": ""}) == {"q": {"result": []}, "e": {"result": []}}


def test_an_identifier_finds_its_entity(client: FlaskClient) -> None:
    query = {"query": "the base", "properties": [{"pid": "wikidata", "v": "Q4703502"}]}
    assert asked(client, q=query)["q"]["result"][0]["id"] == "place/ain-al-asad-airbase"


def test_limit_counts(client: FlaskClient) -> None:
    assert len(asked(client, q={"query": "Iran", "limit": 1})["q"]["result"]) == 1


@pytest.mark.parametrize(
    "form",
    [
        {"queries": "{"},
        {"queries": "[]"},
        {"queries": '{"q": 1}'},
        {"queries": '{"q": {"query": "x", "limit": "many"}}'},
        {"queries": '{"q": {"query": "x", "properties": [1]}}'},
        {"extend": "{}"},
        {"extend": '{"ids": [], "properties": [{"id": "colour"}]}'},
        {},
        {"queries": json.dumps({f"q{n}": {"query": "x"} for n in range(501)})},
    ],
)
def test_what_is_no_question_is_told(client: FlaskClient, form: dict[str, str]) -> None:
    assert client.post("/reconcile", data=form).status_code == 400


@pytest.mark.parametrize(("what", "schema"), [("entity", "entities"), ("type", "types"), ("property", "properties")])
def test_suggestions_conform(client: FlaskClient, shared: Path, what: str, schema: str) -> None:
    prefix = {"entity": "Ain", "type": "pla", "property": "wiki"}[what]
    found = client.get(f"/reconcile/suggest/{what}", query_string={"prefix": prefix}).get_json()
    conforms(shared, f"suggest-{schema}-response", found)
    assert found["result"]
    flyout = client.get(f"/reconcile/flyout/{what}", query_string={"id": found["result"][0]["id"]}).get_json()
    assert flyout["id"] == found["result"][0]["id"]
    assert flyout["html"].startswith("<p>")


def test_data_extension(client: FlaskClient, shared: Path) -> None:
    proposal = client.get("/reconcile/properties", query_string={"type": "place"}).get_json()
    conforms(shared, "data-extension-property-proposal", proposal)
    question = {"ids": ["place/ain-al-asad-airbase", "place/nowhere"], "properties": [{"id": "wikidata"}, {"id": "country"}]}
    found = client.post("/reconcile", data={"extend": json.dumps(question)}).get_json()
    conforms(shared, "data-extension-response", found)
    assert found["rows"]["place/ain-al-asad-airbase"] == {
        "wikidata": [{"str": "http://www.wikidata.org/entity/Q4703502"}],
        "country": [{"str": "IQ"}],
    }
    assert found["rows"]["place/nowhere"] == {"wikidata": [], "country": []}


def test_a_preview_is_a_page_with_the_label_and_the_iri(client: FlaskClient) -> None:
    answer = client.get("/reconcile/preview", query_string={"id": "actor/iran"})
    assert answer.mimetype == "text/html"
    assert f'href="{BASE}id/actor/iran"' in answer.get_data(as_text=True)
    assert client.get("/reconcile/preview", query_string={"id": "actor/nobody"}).status_code == 404


def test_other_sites_may_ask(client: FlaskClient) -> None:
    preflight = client.options("/reconcile", headers={"Origin": "https://refine.example"})
    assert preflight.headers["Access-Control-Allow-Origin"] == "*"
    assert "POST" in preflight.headers["Access-Control-Allow-Methods"]
    assert client.get("/reconcile").headers["Access-Control-Allow-Origin"] == "*"


def test_a_callback_is_a_name_or_refused(client: FlaskClient) -> None:
    answer = client.get("/reconcile", query_string={"callback": "jsonp_1"})
    assert answer.get_data(as_text=True).startswith("/**/jsonp_1({")
    assert client.get("/reconcile", query_string={"callback": "alert(1)//"}).status_code == 400


def test_a_hundred_queries_are_one_answer(client: FlaskClient) -> None:
    found = asked(client, **{f"q{n}": {"query": "Pentagon" if n % 2 else "nobody at all"} for n in range(100)})
    assert len(found) == 100
    assert found["q1"]["result"][0]["name"] == "United States Department of Defense"
