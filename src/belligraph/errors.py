"""The tree of errors. Every error of the library is a `BelligraphError` and says what is wrong, where, and what to do.

    BelligraphError
    ├── UsageError                 2   a setting or an argument that cannot be
    ├── InputError                 3   something given to us cannot be read as what it should be
    │   ├── ArticleError               not an article: empty, binary, too long, a date that is none, …
    │   ├── DatasetError               not the dataset that it should be: other columns, a number that is none, …
    │   └── SheetError                 not a fact sheet: carries every fault with its line
    ├── EnvironmentProblem         4   the machine or the folder does not let us
    │   ├── PublicationError           no publication here, no release yet, another publish at work, no permission
    │   ├── ExtractorError             a language model that cannot be reached, refuses, or gives no answer that can be read
    │   ├── ShapesError                shapes that the engine does not know how to judge
    │   ├── RemoteServiceError         a service that was asked gives no whole answer
    │   └── ServerError                the port is taken, …
    └── QueryError                     a SPARQL query that gets no answer (an HTTP status in web/, exit code 3)
        ├── QuerySyntaxError           not SPARQL 1.1
        ├── QueryRefused               SPARQL, but not for us: an update, a SERVICE, too long
        ├── QueryTimeout               past its deadline
        ├── QueryTooLarge              an answer past its limit of memory or bytes
        ├── QueryOverload              no worker free in time
        └── QueryAbandoned             nobody waits for the answer any more

The number is the exit code of the command line.
"""

from __future__ import annotations

from typing import ClassVar

__all__ = [
    "ArticleError",
    "BelligraphError",
    "DatasetError",
    "EnvironmentProblem",
    "ExtractorError",
    "InputError",
    "PublicationError",
    "QueryAbandoned",
    "QueryError",
    "QueryOverload",
    "QueryRefused",
    "QuerySyntaxError",
    "QueryTimeout",
    "QueryTooLarge",
    "RemoteServiceError",
    "ServerError",
    "ShapesError",
    "SheetError",
    "UsageError",
]


class BelligraphError(Exception):
    """Something that the user can mend: `problem` names the value, `where` the place, `remedy` what to do."""

    exit_code: ClassVar[int] = 4

    def __init__(self, problem: str, *, where: str | None = None, remedy: str | None = None) -> None:
        super().__init__(problem, where, remedy)
        self.problem = problem
        self.where = where
        self.remedy = remedy

    def __str__(self) -> str:
        located = f"{self.where}: {self.problem}" if self.where else self.problem
        return f"{located}. {self.remedy}" if self.remedy else located


class UsageError(BelligraphError):
    """A setting, flag or combination of them that cannot be."""

    exit_code = 2


class InputError(BelligraphError):
    """Something given to us cannot be read as what it should be."""

    exit_code = 3


class ArticleError(InputError):
    """An article that cannot be read: empty, binary, too long, not UTF-8, a date that is none."""


class DatasetError(InputError):
    """A file that is not the dataset it should be; `faults` holds one line for each row at fault, with its place."""

    def __init__(
        self, problem: str, *, where: str | None = None, remedy: str | None = None, faults: tuple[str, ...] = ()
    ) -> None:
        super().__init__(problem, where=where, remedy=remedy)
        self.faults = faults


class SheetError(InputError):
    """A fact sheet with faults; `faults` holds one line for each, with the sheet's line number."""

    def __init__(
        self, problem: str, *, where: str | None = None, remedy: str | None = None, faults: tuple[str, ...] = ()
    ) -> None:
        super().__init__(problem, where=where, remedy=remedy)
        self.faults = faults


class EnvironmentProblem(BelligraphError):
    """The machine, the folder or another process does not let us."""

    exit_code = 4


class PublicationError(EnvironmentProblem):
    """A publication folder that cannot be read or written: none there, no release, locked, no permission."""


class ExtractorError(EnvironmentProblem):
    """A language model that cannot be reached, refuses an article, or gives no answer that can be read."""


class ShapesError(EnvironmentProblem):
    """A shapes file that is broken, or that uses terms which the engine does not know: it never passes over them."""


class RemoteServiceError(EnvironmentProblem):
    """A service on the network that gives no answer in time, or one that is none of its kind."""


class ServerError(EnvironmentProblem):
    """The server cannot start: its port is taken, its address is not ours."""


class QueryError(BelligraphError):
    """A SPARQL query that gets no answer."""

    exit_code = 3


class QuerySyntaxError(QueryError):
    """A query that is not SPARQL 1.1."""


class QueryRefused(QueryError):
    """A query that we do not run: an update, a SERVICE call, a text past the limit of length or nesting."""


class QueryTimeout(QueryError):
    """A query past its deadline; its worker was killed."""


class QueryTooLarge(QueryError):
    """A query whose answer or evaluation went past its limit of memory."""


class QueryOverload(QueryError):
    """No worker came free in time; try again later."""


class QueryAbandoned(QueryError):
    """A query whose client left before the answer was there; its worker was freed."""
