"""Reads the SELECT of a SHACL-SPARQL constraint, as far as `screen.py` can answer it; the rest of SPARQL is refused.

Source: https://www.w3.org/TR/sparql11-query/#grammar.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from belligraph.ntriples import Term, literal
from belligraph.validate.query_tree import (
    Bind,
    Call,
    Element,
    Exists,
    Expression,
    Filter,
    Group,
    NotScreened,
    Optional,
    Pattern,
    SubSelect,
    Union,
)
from belligraph.vocab import RDF

__all__ = ["parse_select"]

XSD = "http://www.w3.org/2001/XMLSchema#"
_TOKEN = re.compile(
    r"""\s+ | \#[^\n]* | (?P<token>
        <[^<>"{}|^`\\\s]*> | "(?:[^"\\\n])*" | [?$]\w+ | [A-Za-z][\w-]*:[\w-]* | :[\w-]*
        | [0-9]+ (?:\.[0-9]+)? (?:[eE][0-9]+)? | [A-Za-z]\w* | && | \|\| | != | <= | >= | [{}().;,*+/=<>!-] )""",
    re.VERBOSE,
)
_MORE_OF_A_NAME = re.compile(r"\.*[\w:%\\-]")  # a local name of more than letters, digits and hyphens
_LEVELS = (("||",), ("&&",), ("=", "!=", "<", ">", "<=", ">=", "IN", "NOT"), ("+", "-"), ("*", "/"))


def parse_select(select: str) -> SubSelect:
    """The tree of a query.

    Raises:
        NotScreened: the query has something that is not read here.
    """
    parser = _Parser(list(_tokens(select)))
    while parser.taken("PREFIX"):
        prefix, namespace = parser.next(), parser.next()
        parser.prefixes[prefix.removesuffix(":")] = namespace[1:-1]
    query = parser.select(top=True)
    if parser.peek():
        raise NotScreened(parser.peek())
    return query


def _tokens(text: str) -> Iterator[str]:
    at = 0
    while at < len(text):
        found = _TOKEN.match(text, at)
        if found is None:
            raise NotScreened(text[at : at + 20])
        at = found.end()
        if token := found["token"]:
            if ":" in token and token[0] not in '<"' and _MORE_OF_A_NAME.match(text, at):
                raise NotScreened(text[found.start() : at + 20])
            yield token


class _Parser:
    def __init__(self, tokens: list[str]) -> None:
        self.prefixes: dict[str, str] = {}
        self._tokens = tokens
        self._at = 0
        self._fresh = 0
        self._scopes: list[tuple[int, set[str]]] = []

    def peek(self) -> str:
        """The next token; nothing at the end."""
        return self._tokens[self._at] if self._at < len(self._tokens) else ""

    def next(self) -> str:
        self._at += 1
        return self._tokens[self._at - 1] if self._at <= len(self._tokens) else ""

    def taken(self, word: str) -> bool:
        """Whether the next token is the word, which then is passed."""
        if self.peek().upper() != word:
            return False
        self._at += 1
        return True

    def expect(self, word: str) -> None:
        if not self.taken(word):
            raise NotScreened(f"{self.peek()} where {word} is expected")

    def select(self, *, top: bool = False) -> SubSelect:
        self.expect("SELECT")
        self.taken("DISTINCT")
        variables, computed = [], []
        while self.peek()[:1] in {"?", "$", "("}:
            if self.taken("("):
                self.expression()  # whatever it is: nothing is told of its value
                self.expect("AS")
                computed.append(self.next()[1:])
                self.expect(")")
            else:
                variables.append(self.next()[1:])
        self.taken("WHERE")
        group = self.group() if top else self.inner({*variables, *computed})
        grouped = []
        if self.taken("GROUP"):
            self.expect("BY")
            while self.peek()[:1] in {"?", "$"}:
                grouped.append(self.next()[1:])
        if not variables or ((computed or grouped) and set(grouped) != set(variables)):
            raise NotScreened("aggregates of all solutions, or of other variables than the query has")
        return SubSelect(frozenset(map(self.named, computed)), group)

    def inner(self, handed_out: set[str]) -> Group:
        """The group of a sub-query, in a scope of its own."""
        self._fresh += 1
        self._scopes.append((self._fresh, handed_out))
        group = self.group()
        self._scopes.pop()
        return group

    def named(self, name: str) -> str:
        """A variable's name in the whole query: one that a sub-query keeps to itself is no other's."""
        for number, handed_out in reversed(self._scopes):
            if name not in handed_out:
                return f"?{name} of {number}"
        return f"?{name}"

    def variable(self) -> str:
        token = self.next()
        if token[:1] not in {"?", "$"}:
            raise NotScreened(token)
        return self.named(token[1:])

    def group(self) -> Group:
        self.expect("{")
        if self.peek().upper() == "SELECT":
            inner = self.select()
            self.expect("}")
            return (inner,)
        elements: list[Element] = []
        while not self.taken("}"):
            if self.taken("FILTER"):
                elements.append(self.filter())
            elif self.taken("OPTIONAL"):
                elements.append(Optional(self.group()))
            elif self.taken("BIND"):
                self.expect("(")
                expression = self.expression()
                self.expect("AS")
                elements.append(Bind(expression, self.variable()))
                self.expect(")")
            elif self.peek() == "{":
                groups = [self.group()]
                while self.taken("UNION"):
                    groups.append(self.group())
                elements.append(Union(tuple(groups)))
            else:
                elements += self.triples()
            self.taken(".")
        return tuple(elements)

    def filter(self) -> Filter | Exists:
        if self.taken("NOT"):
            self.expect("EXISTS")
            return Exists(self.group(), negated=True)
        if self.taken("EXISTS"):
            return Exists(self.group(), negated=False)
        return Filter(self.primary())

    def triples(self) -> Iterator[Pattern]:
        subject = self.node()
        while True:
            path = [self.step()]
            while self.taken("/"):
                path.append(self.step())
            while True:
                yield from self.along(subject, path, self.node())
                if not self.taken(","):
                    break
            if not self.taken(";"):
                return

    def step(self) -> tuple[str, str]:
        predicate = f"<{RDF.type}>" if self.peek() == "a" and self.next() else self.node()
        return predicate, self.next() if self.peek() in {"*", "+"} else ""

    def along(self, subject: str, path: list[tuple[str, str]], obj: str) -> Iterator[Pattern]:
        """A path as patterns from node to node."""
        for predicate, repeat in path[:-1]:
            self._fresh += 1
            between = f"?path {self._fresh}"  # no query can have this name
            yield Pattern(subject, predicate, between, repeat)
            subject = between
        yield Pattern(subject, path[-1][0], obj, path[-1][1])

    def node(self) -> str:
        """A variable or a term."""
        token = self.next()
        if token[:1] in {"?", "$"}:
            return self.named(token[1:])
        if token[:1] == "<" and token[-1] == ">":
            return token
        if token[:1] == '"':
            return literal(token[1:-1])
        if token[:1].isdigit():
            kind = "double" if "e" in token.lower() else "decimal" if "." in token else "integer"
            return Term(f'"{token}"^^<{XSD}{kind}>')
        prefix, colon, local = token.partition(":")
        if not colon or prefix not in self.prefixes:
            raise NotScreened(token)
        return f"<{self.prefixes[prefix]}{local}>"

    def expression(self, level: int = 0) -> Expression:
        if level == len(_LEVELS):
            return self.primary()
        found = self.expression(level + 1)
        while (operator := self.peek().upper()) in _LEVELS[level]:
            self.next()
            if operator == "NOT":
                self.expect("IN")
                operator = "NOT IN"
            if operator.endswith("IN"):
                found = Call(operator, (found, *self.arguments()))
            else:
                found = Call(operator, (found, self.expression(level + 1)))
        return found

    def primary(self) -> Expression:
        if self.taken("!"):
            return Call("!", (self.primary(),))
        if self.taken("("):
            inner = self.expression()
            self.expect(")")
            return inner
        if self.peek().isalpha():
            return Call(self.next().upper(), self.arguments())
        return self.node()

    def arguments(self) -> tuple[Expression, ...]:
        self.expect("(")
        found: list[Expression] = []
        while not self.taken(")"):
            if found:
                self.expect(",")
            found.append(self.expression())
        return tuple(found)
