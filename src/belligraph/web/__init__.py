"""A release over HTTP, read-only: SPARQL, downloads, the documents behind our IRIs, and pages for people.

app.py          create_app
site.py         what every route knows; shelf.py holds the live release and the former ones
permalinks.py   every address again under /release/N/
reconcile.py    the reconciliation service
sparql.py       the endpoint; protocol.py reads its requests, description.py says what it is; remembered.py keeps answers
graphs.py       the Graph Store Protocol, for reading
negotiation.py  which representation; answers.py sends it, whole or in chunks
resources.py    303s from things to documents; documents.py collects what there is to say, by the queries of lookup.py;
                renderings.py writes it down for programs
views.py        pages of things; asserted.py tells the findings, rivals.py puts claims side by side, highlights.py marks
                an article's words
listings.py     what there is; vocabulary.py the ontology; releases.py the releases and what changed in them
downloads.py    the dumps; /healthz
catalog.py      VoID, DCAT, sitemap, robots; linksets.py the links to other datasets
memento.py      time travel
pages.py        pages, with templates/ and static/
problems.py     errors as answers
headers.py      CORS, CSP, gzip on everything; software.py is in each tag
observing.py    log and metrics
server.py       waitress
"""

from __future__ import annotations

from belligraph.web.app import create_app
from belligraph.web.observing import LogForm, log_to_stderr
from belligraph.web.server import serve
from belligraph.web.shelf import Shelf
from belligraph.web.site import Site, shelf_of, site_of

__all__ = ["LogForm", "Shelf", "Site", "create_app", "log_to_stderr", "serve", "shelf_of", "site_of"]
