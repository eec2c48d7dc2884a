"""Every rule of the grammar reads its examples and not its near misses."""

from __future__ import annotations

import pytest

from seriatim.lang.base import Rule
from seriatim.lang.en.timex.rules import RULES
from seriatim.temporal.algebra import Meaning
from seriatim.temporal.frames.anchors import Genre
from seriatim.temporal.tagging.negative_rules import doubtful
from seriatim.temporal.tagging.search import levels, search
from seriatim.temporal.tagging.tokens import runs
from seriatim.temporal.timexes import timex

# What these read is taken up by a rule of a later level: a number is no expression yet.
PARTS_OF_OTHERS = {rule.id for rule in RULES if rule.id.startswith(("number.", "year."))}
SPOKEN = {"date.weekday-small"}  # read in messages alone
# Negative rules hold for all that these read; conventions of a corpus may read it all the same.
EXCLUDED = {
    "duration.one-unit",
    "duration.nth-unit",
    "duration.unit-number",
    "duration.number-old",
    "duration.years-of-age",
}
GENRE: Genre = "news"


def passed(text: str) -> set[str]:
    """The rules of every level that read something in the text, whatever comes of it."""
    found: set[str] = set()
    for run in runs(text):
        items = run
        for level in levels():
            items = level.read(items)
            found |= {item.meaning.rule for item in items if item.meaning is not None}
    return found


def named(text: str) -> set[str]:
    """The rules of the expressions that are read in the text, with those of their parts."""
    kept = [each.meaning for each in search(text) if not doubtful(each, text, GENRE)]
    return {rule for meaning in kept for rule in _rules(meaning)}


def _rules(meaning: Meaning) -> set[str]:
    return {meaning.rule} | {part.meaning.rule for part in meaning.parts}


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_a_rule_reads_its_examples(rule: Rule) -> None:
    assert rule.examples
    for example in rule.examples:
        text = f"It happened {example}, they said."
        if rule.id in PARTS_OF_OTHERS:
            assert rule.id in passed(text), text
        else:
            assert rule.id in {each.meaning.rule for each in search(text)}, text


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_a_rule_passes_over_its_near_misses(rule: Rule) -> None:
    assert rule.near_misses
    read = passed if rule.id in PARTS_OF_OTHERS else named
    for text in rule.near_misses:
        assert rule.id not in read(text), text


REFERENCES = [rule for rule in RULES if rule.id.startswith("reference.")]


@pytest.mark.parametrize("rule", REFERENCES, ids=[rule.id for rule in REFERENCES])
def test_a_word_that_refers(rule: Rule) -> None:
    found = search(f"It happened {rule.examples[0]}, they said.")
    assert [each.meaning.reference for each in found] == [rule.value]


VALUED = [r for r in RULES if r.value and r not in REFERENCES and r.id not in EXCLUDED]


@pytest.mark.parametrize("rule", VALUED, ids=[rule.id for rule in VALUED])
def test_the_value_of_an_example(rule: Rule) -> None:
    example = rule.examples[0]
    spoken = rule.id in SPOKEN
    text = f"{example} #lamp" if spoken else f"It happened {example}, they said."
    assert rule.value in {found.value for found in timex(text, "1911-03-15")}


def test_ids_are_unique() -> None:
    ids = [rule.id for rule in RULES]
    assert len(ids) == len(set(ids))
