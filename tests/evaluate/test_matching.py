"""The matching is the best there is: compared with trying every one on small sets."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from belligraph.evaluate.matching import best_matching


def test_the_greater_sum_wins_over_the_greatest_single_weight() -> None:
    assert best_matching({(0, 0): 5.0, (0, 1): 4.0, (1, 0): 4.0}) == {0: 1, 1: 0}


def test_no_weight_joins_nothing() -> None:
    assert best_matching({(0, 0): 0.0, (1, 1): -1.0}) == {}
    assert best_matching({}) == {}


@given(st.lists(st.lists(st.integers(0, 9), min_size=4, max_size=4), min_size=1, max_size=4))
def test_no_other_matching_weighs_more(rows: list[list[int]]) -> None:
    weights = {(i, j): float(w) for i, row in enumerate(rows) for j, w in enumerate(row)}
    found = best_matching(weights)
    assert len(set(found.values())) == len(found)
    best = max(sum(rows[i][j] for i, j in enumerate(p)) for p in permutations(range(4), len(rows)))
    assert sum(weights[pair] for pair in found.items()) == pytest.approx(best)
