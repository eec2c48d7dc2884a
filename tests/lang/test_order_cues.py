"""Every example of an order cue holds it, and no near miss does."""

from __future__ import annotations

import re

import pytest

from seriatim.lang import order_cues
from seriatim.lang.base import OrderCue


@pytest.mark.parametrize("cue", order_cues.ORDER_CUES, ids=lambda cue: cue.id)
def test_examples_and_near_misses(cue: OrderCue) -> None:
    pattern = re.compile(cue.pattern, re.IGNORECASE)
    assert all(map(pattern.search, cue.examples))
    assert not any(map(pattern.search, cue.near_misses))


def test_ids_are_unique() -> None:
    ids = [cue.id for cue in order_cues.ORDER_CUES]
    assert len(set(ids)) == len(ids)
