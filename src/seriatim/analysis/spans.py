"""Windows → tags and spans."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from seriatim.model import Span

if TYPE_CHECKING:
    from numpy import ndarray

_FORBIDDEN = -1e4
_MAY_FOLLOW = ((1, 1, 0, 0, 1), (0, 0, 1, 1, 0), (0, 0, 1, 1, 0), (1, 1, 0, 0, 1), (1, 1, 0, 0, 1))  # O B I E S
_MAY_START, _MAY_END = (1, 1, 0, 0, 1), (1, 0, 0, 1, 1)


def best_tags(emissions: ndarray, moves: ndarray) -> list[list[int]]:
    """The best allowed chain of tags of each row: emissions ``[c, w, 5]``, moves ``[5, 5]`` or ``[c, 5, 5]``."""
    import numpy as np

    allowed = np.where(np.array(_MAY_FOLLOW) > 0, moves, _FORBIDDEN)
    score = emissions[:, 0] + np.where(np.array(_MAY_START) > 0, 0, _FORBIDDEN)
    back = []
    for i in range(1, emissions.shape[1]):
        steps = score[:, :, None] + allowed
        back.append(steps.argmax(1))
        score = steps.max(1) + emissions[:, i]
    tag = (score + np.where(np.array(_MAY_END) > 0, 0, _FORBIDDEN)).argmax(1)
    chain = [tag]
    for pointers in reversed(back):
        tag = np.take_along_axis(pointers, tag[:, None], 1)[:, 0]
        chain.append(tag)
    return [list(map(int, row)) for row in np.stack(chain[::-1], 1)]


def spans_of(tags: Sequence[int]) -> Iterator[Span]:
    """The runs of words that a chain of tags marks."""
    start = 0
    for i, tag in enumerate(tags):
        if tag in (1, 4):
            start = i
        if tag in (3, 4):
            yield (start, i + 1)
