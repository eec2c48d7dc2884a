"""Every rule of the grammar reads its own example, and says what it promises."""

from __future__ import annotations

from typing import Any

import pytest

from seriatim.lang.en.timex.rules import RULES
from seriatim.temporal.tagging.search import search
from seriatim.temporal.timexes import timex

# What these read is taken up by a rule of a later level: a number is no expression yet.
PARTS_OF_OTHERS = {rule.name for rule in RULES if rule.name.startswith(("number.", "year."))}
SPOKEN = {
    "duration.one-unit",
    "duration.nth-unit",
    "duration.unit-number",
    "date.weekday-small",
    "duration.number-old",
    "duration.years-of-age",
}


@pytest.mark.parametrize("rule", RULES, ids=[rule.name for rule in RULES])
def test_a_rule_reads_its_example(rule: Any) -> None:
    text = f"It happened {rule.example}, they said."
    found = list(search(text))
    assert found, text
    named = {each.meaning["rule"] for each in found}
    assert rule.name in named or rule.name in PARTS_OF_OTHERS, (text, named)


REFERENCES = [rule for rule in RULES if rule.name.startswith("reference.")]


@pytest.mark.parametrize("rule", REFERENCES, ids=[rule.name for rule in REFERENCES])
def test_a_word_that_refers(rule: Any) -> None:
    assert [each.meaning["ref"] for each in search(f"It happened {rule.example}, they said.")] == [
        rule.value
    ]


VALUED = [rule for rule in RULES if rule.value and rule not in REFERENCES]


@pytest.mark.parametrize("rule", VALUED, ids=[rule.name for rule in VALUED])
def test_the_value_of_an_example(rule: Any) -> None:
    text = (
        f"It happened {rule.example}, they said."
        if rule.name not in SPOKEN
        else f"{rule.example} #lamp"
    )
    assert rule.value in {found.value for found in timex(text, "1911-03-15")}


def test_names_are_unique() -> None:
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))
