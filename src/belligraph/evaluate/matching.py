"""The best one-to-one matching of two small sets."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping

__all__ = ["best_matching"]


def best_matching(weights: Mapping[tuple[int, int], float]) -> dict[int, int]:
    """Which right item each left item goes to, so that the sum of weights is the greatest; a weight of 0 joins none.

    The Hungarian method with potentials, on each connected part of the graph by itself (Kuhn 1955, Munkres 1957; the
    shortest-path form takes O(n^2 m)).
    """
    found: dict[int, int] = {}
    for lefts, rights in _parts(weights):
        if len(lefts) == 1 or len(rights) == 1:
            pairs = [(weights[i, j], -i, -j) for i in lefts for j in rights if weights.get((i, j), 0.0) > 0]
            _, i, j = max(pairs)
            found[-i] = -j
            continue
        cost = [[-max(weights.get((i, j), 0.0), 0.0) for j in rights] + [0.0] * len(lefts) for i in lefts]
        for a, b in enumerate(_cheapest(cost)):
            if b < len(rights) and weights.get((lefts[a], rights[b]), 0.0) > 0:
                found[lefts[a]] = rights[b]
    return found


def _parts(weights: Mapping[tuple[int, int], float]) -> list[tuple[list[int], list[int]]]:
    """The connected parts: most items of a sheet have one counterpart or none."""
    of_left: dict[int, set[int]] = defaultdict(set)
    of_right: dict[int, set[int]] = defaultdict(set)
    for (i, j), weight in weights.items():
        if weight > 0:
            of_left[i].add(j)
            of_right[j].add(i)
    parts, seen = [], set[int]()
    for start in of_left:
        if start in seen:
            continue
        lefts, rights, todo = {start}, set[int](), [start]
        while todo:
            for j in of_left[todo.pop()] - rights:
                rights.add(j)
                todo += of_right[j] - lefts
                lefts |= of_right[j]
        seen |= lefts
        parts.append((sorted(lefts), sorted(rights)))
    return parts


def _cheapest(cost: list[list[float]]) -> list[int]:
    """The column of each row in the cheapest complete assignment; at least as many columns as rows."""
    rows, columns = len(cost), len(cost[0])
    row_price, column_price = [0.0] * (rows + 1), [0.0] * (columns + 1)
    row_of, came_from = [0] * (columns + 1), [0] * (columns + 1)
    for row in range(1, rows + 1):
        row_of[0], column = row, 0
        slack, done = [math.inf] * (columns + 1), [False] * (columns + 1)
        while row_of[column]:
            done[column] = True
            least, following = math.inf, 0
            for j in range(1, columns + 1):
                if done[j]:
                    continue
                reduced = cost[row_of[column] - 1][j - 1] - row_price[row_of[column]] - column_price[j]
                if reduced < slack[j]:
                    slack[j], came_from[j] = reduced, column
                if slack[j] < least:
                    least, following = slack[j], j
            for j in range(columns + 1):
                if done[j]:
                    row_price[row_of[j]] += least
                    column_price[j] -= least
                else:
                    slack[j] -= least
            column = following
        while column:
            row_of[column] = row_of[came_from[column]]
            column = came_from[column]
    assigned = [0] * rows
    for j in range(1, columns + 1):
        if row_of[j]:
            assigned[row_of[j] - 1] = j - 1
    return assigned
