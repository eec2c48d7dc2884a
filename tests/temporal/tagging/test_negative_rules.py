"""Every negative rule keeps its examples from being read, and leaves its near misses alone."""

from __future__ import annotations

import pytest

from seriatim.lang.base import NegativeRule
from seriatim.lang.en.timex.negatives import NEGATIVE_RULES
from seriatim.temporal.tagging import negative_rules
from seriatim.temporal.tagging.search import search

RULES = [pytest.param(rule, id=rule.id) for rule in NEGATIVE_RULES]


def held(text: str) -> list[set[str]]:
    """The negative rules that hold for each expression that the grammar finds."""
    return [set(negative_rules.negative_rules(found, text, "news")) for found in search(text)]


@pytest.mark.parametrize("rule", RULES)
def test_a_negative_rule_holds_for_its_examples(rule: NegativeRule) -> None:
    assert rule.examples
    for text in rule.examples:
        assert any(rule.id in ids for ids in held(text)), (text, held(text))


@pytest.mark.parametrize("rule", RULES)
def test_a_negative_rule_leaves_its_near_misses_alone(rule: NegativeRule) -> None:
    assert rule.near_misses
    for text in rule.near_misses:
        found = held(text)
        assert set() in found, (text, found)
        assert all(rule.id not in ids for ids in found), (text, found)


def test_every_negative_rule_has_a_test_of_the_text() -> None:
    assert {rule.id for rule in NEGATIVE_RULES} == set(negative_rules._RULES)
