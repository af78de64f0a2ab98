"""A release over HTTP, read-only: SPARQL, downloads, the documents behind our IRIs, and pages for people.

app.py          create_app
site.py         what every route knows
reconcile.py    the reconciliation service
sparql.py       the endpoint; protocol.py reads its requests, description.py says what it is
resources.py    303s from things to documents
downloads.py    the dumps; /healthz
pages.py        pages, with templates/ and static/
problems.py     errors as answers
headers.py      CORS, CSP, gzip on everything
server.py       waitress
"""

from __future__ import annotations

from belligraph.web.app import create_app
from belligraph.web.server import serve
from belligraph.web.shelf import Shelf
from belligraph.web.site import Site, shelf_of, site_of

__all__ = ["Shelf", "Site", "create_app", "serve", "shelf_of", "site_of"]
