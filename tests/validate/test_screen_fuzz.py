"""Queries put together by chance, on graphs made by chance: the screen passes over no solution that the database finds.

The dice are seeded. What is left to the database is no failure, but the screen has to read enough of them for this to tell.
"""

from __future__ import annotations

from random import Random

import pytest

from belligraph.ntriples import Term, Triple
from belligraph.validate.data import DataGraph
from belligraph.validate.screen import screen

from .test_screen import LITERALS, NODES, PREDICATES, THIS, has_a_solution, select

VARIABLES = ("$this", "?value", "?x", "?y")
READ = VARIABLES[1:]  # $this in an expression is refused before
QUERIES_A_SEED = 60


class Dice:
    """Parts of queries, and graphs."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)

    def one(self, *choices: str) -> str:
        return self._random.choice(choices)

    def graph(self) -> list[Triple]:
        objects = [*NODES, *self._random.sample(LITERALS, 3)] if self._random.random() < 0.4 else NODES
        choice = self._random.choice
        wanted = range(self._random.randint(3, 9))
        return list(dict.fromkeys((choice(NODES), choice(PREDICATES), choice(objects)) for _ in wanted))

    def pattern(self) -> str:
        path = self.one(":p", ":q", "a", ":p*", ":q+", ":p/:q", ":p/:q*")
        return f"{self.one(*VARIABLES, ':a', ':b')} {path} {self.one(*VARIABLES, *VARIABLES, ':a', ':C', '1')} ."

    def expression(self, depth: int = 0) -> str:
        variable = self.one(*READ)
        simple = (
            f"{variable} IN (:a, :this)",
            f"{variable} NOT IN (:b, :C)",
            f"{variable} {self.one('=', '!=', '<', '>=')} {self.one(*READ, ':a', '2')}",
            f"{variable} + 1 {self.one('=', '>')} {self.one(*READ, '2')}",
            f"BOUND({variable})",
            f'STRSTARTS(STR({variable}), "http://a.example/a")',
            f'CONTAINS({variable}, "a")',
        )
        if depth == 2 or self._random.random() < 0.6:
            return self.one(*simple)
        if self._random.random() < 0.4:
            return f"!({self.expression(depth + 1)})"
        return f"({self.expression(depth + 1)} {self.one('&&', '||')} {self.expression(depth + 1)})"

    def group(self, depth: int = 0) -> str:
        return " ".join(self.element(depth) for _ in range(self._random.randint(1, 3)))

    def element(self, depth: int) -> str:
        kinds = ["pattern"] * 3 + ["filter"] * 2
        if depth < 2:
            kinds += ["EXISTS", "NOT EXISTS", "UNION", "OPTIONAL", "SELECT", "COUNT", "BIND"]
        handed_out = self.one("?value", "?x ?y", "?x")
        match self.one(*kinds):
            case "filter":
                return f"FILTER({self.expression()})"
            case "EXISTS" | "NOT EXISTS" as word:
                return f"FILTER {word} {{ {self.group(depth + 1)} }}"
            case "UNION":
                return f"{{ {self.group(depth + 1)} }} UNION {{ {self.group(depth + 1)} }}"
            case "OPTIONAL":
                return f"OPTIONAL {{ {self.group(depth + 1)} }}"
            case "SELECT":
                return f"{{ SELECT $this {handed_out} WHERE {{ {self.group(depth + 1)} }} }}"
            case "COUNT":
                select = f"SELECT $this {handed_out} (COUNT(?w) AS ?n) WHERE {{ {self.group(depth + 1)} }}"
                return f"{{ {select} GROUP BY $this {handed_out} }}"
            case "BIND":
                return f"BIND({self.one('?x', 'IF(?x = :a, :b, :a)', ':a', 'STR(?x)', '1')} AS {self.one('?w', '?y')})"
            case _:
                return self.pattern()


@pytest.mark.parametrize("seed", range(25))
def test_no_solution_is_passed_over(seed: int) -> None:
    dice = Dice(seed)
    read = 0
    for _ in range(QUERIES_A_SEED):
        query = select(f"{dice.pattern()} {dice.group()}")
        may_have_a_result = screen(query)
        if may_have_a_result is None:
            continue
        for triples in (dice.graph() for _ in range(4)):
            try:
                found = has_a_solution(query, triples, Term(THIS))
            except SyntaxError:  # such as a BIND of what has a value already: no shapes with it are loaded
                break
            read += 1
            assert may_have_a_result(DataGraph(triples), THIS) or not found, (query, triples)
    assert read >= QUERIES_A_SEED / 2
