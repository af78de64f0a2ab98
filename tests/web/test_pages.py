from __future__ import annotations

from html.parser import HTMLParser

import pytest
from flask.testing import FlaskClient

from belligraph.errors import QueryTooLarge
from belligraph.web import pages

BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
KEY = "0123456789abcdef"


class Page(HTMLParser):
    """The elements of a page with their attributes, the cells of its table, and what its text area holds."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.cells: list[str] = []
        self.typed = ""
        self._in: str | None = None
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._in = tag if tag in {"td", "textarea"} else self._in
        if tag == "td":
            self.cells.append("")

    def handle_endtag(self, tag: str) -> None:
        self._in = None if tag == self._in else self._in

    def handle_data(self, data: str) -> None:
        if self._in == "td":
            self.cells[-1] += data
        elif self._in == "textarea":
            self.typed += data

    @property
    def hrefs(self) -> list[str | None]:
        return [attributes.get("href") for tag, attributes in self.elements if tag == "a"]


def results(client: FlaskClient, query: str, **parameters: str) -> Page:
    answer = client.get("/sparql", query_string={"query": query, **parameters}, headers=BROWSER)
    assert (answer.status_code, answer.mimetype) == (200, "text/html")
    return Page(answer.text)


def test_markup_in_results_and_in_the_query_stays_text(client: FlaskClient) -> None:
    query = "SELECT ('</textarea><script>alert(1)</script>' AS ?x) {}"
    page = results(client, query)
    assert page.cells == ["</textarea><script>alert(1)</script>"]
    assert page.typed.strip() == query
    assert not [tag for tag, _ in page.elements if tag == "script"]


def test_only_web_addresses_become_links(client: FlaskClient) -> None:
    values = "<javascript:alert(1)> <data:text/html,x> <http://e/a> <https://e/b> <urn:x:y>"
    page = results(client, f"SELECT ?x {{ VALUES ?x {{ {values} }} }}")
    assert page.cells == ["javascript:alert(1)", "data:text/html,x", "http://e/a", "https://e/b", "urn:x:y"]
    followed = [href for href in page.hrefs if href is not None and ":" in href.partition("?")[0]]
    assert followed[:2] == ["http://e/a", "https://e/b"]
    assert not [href for href in followed if href.startswith(("javascript:", "data:", "urn:"))]


def test_our_own_things_are_linked_to_the_server_that_answers(client: FlaskClient) -> None:
    page = results(client, f"SELECT (<https://data.example/war/id/article/{KEY}/claim/c1> AS ?x) {{}}")
    assert page.cells == [f"id/article/{KEY}/claim/c1"]
    assert f"/id/article/{KEY}/claim/c1" in page.hrefs


def test_an_unbound_variable_is_an_empty_cell_and_columns_keep_their_order(client: FlaskClient) -> None:
    assert results(client, "SELECT ?b ?a ?c { VALUES (?a ?b) { (1 'x') } }").cells == ["x", "1", ""]


def test_a_dataset_stays_with_the_form(client: FlaskClient) -> None:
    graph = "https://data.example/war/graph/incidents"
    page = results(client, "SELECT ?x { ?s ?p ?x }", **{"default-graph-uri": graph})
    assert page.cells == ["a shelling"]
    assert ("input", {"type": "hidden", "name": "default-graph-uri", "value": graph}) in page.elements
    assert any("default-graph-uri=" in (href or "") and "format=csv" in (href or "") for href in page.hrefs)


def test_ask_and_construct_have_pages_too(client: FlaskClient) -> None:
    assert b'<p class="verdict">true</p>' in client.get("/sparql?query=ASK%7B%7D", headers=BROWSER).data
    graph = client.get("/sparql", query_string={"query": "CONSTRUCT { <a:a> <a:b> '<i>' } {}"}, headers=BROWSER)
    assert "&#34;&lt;i&gt;&#34;" in graph.text


def test_a_page_that_would_be_too_large_is_refused_whole(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "MAX_PAGE_BYTES", 10)
    answer = client.get("/sparql", query_string={"query": "SELECT (1 AS ?x) {}"}, headers=BROWSER)
    assert answer.status_code == 503
    assert "format=json" in answer.text
    assert QueryTooLarge.__name__ not in answer.text


def test_an_error_page_shows_the_query_to_be_corrected(client: FlaskClient) -> None:
    query = 'SELECT * { "><script>alert(1)</script>'
    answer = client.get("/sparql", query_string={"query": query}, headers=BROWSER)
    assert answer.status_code == 400
    assert Page(answer.text).typed.strip() == query
    assert "<script" not in answer.text


def test_a_browser_without_a_query_gets_the_form(client: FlaskClient) -> None:
    answer = client.get("/sparql", headers=BROWSER)
    assert (answer.status_code, answer.mimetype) == (200, "text/html")
    asked = client.get("/sparql", query_string={"query": Page(answer.text).typed})
    assert asked.status_code == 200


def test_pages_allow_no_script_and_nothing_from_elsewhere(client: FlaskClient) -> None:
    for address in ("/", "/sparql", "/nowhere", f"/article/{KEY}.html"):
        answer = client.get(address, headers=BROWSER)
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "script-src" not in policy
        page = Page(answer.text)
        assert not {"script", "iframe"} & {tag for tag, _ in page.elements}
        loaded = [a.get("href") or "" for tag, a in page.elements if tag == "link" and a.get("rel") != "alternate"]
        assert all(href.startswith(("/static/", "data:")) for href in loaded)
        assert not [a for _, a in page.elements if "style" in a]  # the policy would drop them


def test_the_stylesheet_is_served(client: FlaskClient) -> None:
    answer = client.get("/static/style.css")
    assert (answer.status_code, answer.mimetype) == (200, "text/css")
    answer.close()


def test_the_front_page_says_what_the_release_is(client: FlaskClient) -> None:
    answer = client.get("/")
    assert (answer.status_code, answer.mimetype) == (200, "text/html")
    for said in ("War &amp; &lt;b&gt;peace&lt;/b&gt;", "Harbour Gazette", "1,234", "2024-05-07", "http://localhost/sparql"):
        assert said in answer.text
    assert "/download/release.nq" in Page(answer.text).hrefs


def test_every_example_on_the_front_page_runs(client: FlaskClient) -> None:
    runs = [href for href in Page(client.get("/").text).hrefs if href and href.startswith("/sparql?")]
    assert len(runs) >= 28
    for href in runs:
        assert client.get(href, headers=BROWSER).status_code == 200


def test_the_front_page_groups_the_questions_and_tells_their_parameters(client: FlaskClient) -> None:
    text = client.get("/").text
    headings = ("Questions to start with", "What an article says", "Across articles")
    start, article, across = (text.index(f"<h3>{heading}</h3>") for heading in headings)
    assert start < text.index("<h4>Who attacked whom, and on whose word</h4>") < article
    assert article < text.index("<h4>Who attacked, and who says so</h4>") < across < text.index("answer-chains.rq")
    assert "<code>?harm</code>: which figures (injured or killed)" in text
