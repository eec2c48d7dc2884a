"""Citations, paragraph numbers and footers: every rule on its examples and near misses."""

from __future__ import annotations

import pytest

from seriatim.lang.base import NumberRule
from seriatim.lang.en.timex.numbers_not_dates import NUMBER_RULES
from seriatim.temporal.tagging.search import search
from seriatim.temporal.timexes import find

RULES = [pytest.param(rule, id=rule.id) for rule in NUMBER_RULES]


@pytest.mark.parametrize("rule", RULES)
def test_nothing_is_read_in_the_examples(rule: NumberRule) -> None:
    for text in rule.examples:
        spans = [m.span() for m in rule.pattern.finditer(text)]
        assert spans, text
        read = [found.span for found in find(text, "1912-05-03")]
        assert not any(a < end and start < b for a, b in read for start, end in spans), text


@pytest.mark.parametrize("rule", RULES)
def test_near_misses_are_left_to_the_grammar(rule: NumberRule) -> None:
    for text in rule.near_misses:
        assert rule.pattern.search(text) is None, text


def test_a_date_beside_a_citation_is_read() -> None:
    (found,) = search("On 3 May 1871 (see 940 A.2d 1173) he left.")
    assert (found.meaning.date.year, found.meaning.date.month) == (1871, 5)
