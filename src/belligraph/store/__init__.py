"""The database of a release: built once, then only read, each query in a process of its own.

build.py      filling a fresh database
guard.py      what a query is, and whether we run it
pool.py       queries, deadlines, refusals; answers whole or in chunks
lanes.py      which worker for whom: quick queries and heavy ones
process.py    one worker as the pool sees it
requests.py   what goes through the pipe between the two; pipe.py how
worker.py     the process that answers
isolation.py  what that process takes from itself first
"""

from __future__ import annotations

from belligraph.store.build import StoreBuilder
from belligraph.store.guard import QueryForm
from belligraph.store.pool import Answer, AnswerStream, QueryPool
from belligraph.store.requests import Request

__all__ = ["Answer", "AnswerStream", "QueryForm", "QueryPool", "Request", "StoreBuilder"]
