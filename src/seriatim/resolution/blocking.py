"""Tellings → the pairs that are worth holding against each other: few for each claim, however many claims there are.

Two claims of one event share at least the word for it and somebody who takes part, a day or a rare
word; or a word of the same sense and an actor; or a kind, an actor and a day.  In a block that many
claims share, each is held against those that follow it in time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from seriatim.resolution.claim_features import ClaimFeatures, Rarity
from seriatim.resolution.word_families import is_light
from seriatim.temporal import edtf

FOLLOWING = 12  # tellings of a block, in order of time, that each is held against
RARE = 3  # rare words of a summary that make blocks
Block = tuple[str, ...]


def pairs(tellings: Sequence[ClaimFeatures], rarity: Rarity) -> Iterator[tuple[int, int]]:
    """Places in ``tellings``, the smaller first, none twice; only of different documents, with dates that share a moment."""
    blocks: dict[Block, list[int]] = {}
    for i in sorted(range(len(tellings)), key=lambda i: (_start(tellings[i]), tellings[i].key)):
        one = tellings[i]
        near: set[int] = set()
        for name in _blocks(one, rarity):
            block = blocks.get(name)
            if block is None:
                blocks[name] = [i]
            else:
                near.update(block[-FOLLOWING:])
                block.append(i)
        for j in sorted(near):
            other = tellings[j]
            if other.claim.document != one.claim.document and other.when.meets(one.when):
                yield (i, j) if i < j else (j, i)


def _start(telling: ClaimFeatures) -> float:
    return float("-inf") if telling.when.start is None else telling.when.start


def _blocks(telling: ClaimFeatures, rarity: Rarity) -> Iterator[Block]:
    day = (
        str(telling.when.start // edtf.DAY)
        if telling.when.start is not None and telling.days <= 1
        else ""
    )
    rare = rarity.rarest(telling.own - telling.word, RARE)
    for word in sorted(w for w in telling.word if not is_light(w)):
        for actor in sorted(telling.actors):
            yield ("word, actor", word, actor)
        for other in rare:
            yield ("word, rare word", word, other)
        if day:
            yield ("word, day", word, day)
    for sense in sorted(telling.senses):
        for actor in sorted(telling.actors):
            yield ("sense, actor", sense, actor)
    for actor in sorted(telling.actors):
        if day:
            yield ("kind, actor, day", telling.claim.kind, actor, day)
    if len(rare) == RARE:
        yield ("rare words", *sorted(rare))
