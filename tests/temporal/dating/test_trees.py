"""Trees as arrays give what trees as nodes would, and a price decides."""

from __future__ import annotations

import json

import numpy as np

from seriatim.analysis import boosted_trees as trees
from seriatim.temporal.dating import decide

STUMPS = trees.Trees(
    np.array([0, 0, 0, 1, 0, 0]),
    np.array([0.5, np.inf, np.inf, 2.0, np.inf, np.inf], np.float32),
    np.array([1, 2, 1, 1, 2, 2, 4, 5, 4, 4, 5, 5]),
    np.array([0, -1, 1, 0, -2, 2], np.float32),
    np.array([0, 3]),
    1,
)


def test_each_row_goes_left_where_it_is_no_more_than_the_threshold() -> None:
    rows = np.array([[0.5, 2.0], [0.6, 2.0], [0.6, 2.1]], np.float32)
    scores = np.log(STUMPS.probability(rows) / (1 - STUMPS.probability(rows)))
    assert np.allclose(scores, [-3, -1, 3])


def test_no_rows_give_no_probabilities() -> None:
    assert len(STUMPS.probability(np.zeros((0, 2), np.float32))) == 0


def test_what_is_packed_is_read_again() -> None:
    told = {"heads": {"right": trees.packed(STUMPS)}, "settings": {"price": 1.0}}
    model = trees.read(json.dumps(told))
    rows = np.array([[0.1, 9.0]], np.float32)
    assert model.heads["right"].probability(rows) == STUMPS.probability(rows)
    assert model.settings == {"price": 1.0}


def test_the_price_of_a_false_date_decides_between_a_doubtful_date_and_none() -> None:
    scores = np.array([[0.6, 0.6, 0.3], [0.4, 0.1, 0.0]])  # a date; unknown
    assert decide.best(scores, 0.5) == 0
    assert decide.best(scores, 4.0) == 1


def test_of_equals_the_first_is_taken() -> None:
    assert decide.best(np.array([[0.5, 0.5, 0.1], [0.5, 0.5, 0.1]]), 1.0) == 0
