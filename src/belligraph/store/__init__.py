"""The database of a release: built once, then only read, each query in a process of its own.

build.py      filling a fresh database
guard.py      what a query is, and whether we run it
pool.py       workers, deadlines, refusals
requests.py   what goes through the pipe between the two
worker.py     the process that answers
isolation.py  what that process takes from itself first
"""

from __future__ import annotations

from belligraph.store.build import StoreBuilder
from belligraph.store.guard import QueryForm
from belligraph.store.pool import Answer, QueryPool

__all__ = ["Answer", "QueryForm", "QueryPool", "StoreBuilder"]
