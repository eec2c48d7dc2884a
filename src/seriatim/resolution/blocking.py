"""Blocking: claims → the pairs worth comparing, a bounded number for each claim.

Two claims of one event share at least the trigger and an actor, a day or a rare word; or a trigger
of the same sense and an actor; or a type, an actor and a day.  In a large block each claim is
compared with those just before it in time only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from seriatim.resolution.claim_features import ClaimFeatures, Rarity
from seriatim.resolution.word_families import is_light
from seriatim.temporal import edtf

WINDOW = 12  # claims of a block, in order of time, that each is compared with
RARE = 3  # rare words of a headline that make blocks
Block = tuple[str, ...]


def pairs(claims: Sequence[ClaimFeatures], rarity: Rarity) -> Iterator[tuple[int, int]]:
    """Pairs of places in ``claims``, each once: of different documents, with dates that overlap."""
    blocks: dict[Block, list[int]] = {}
    for i in sorted(range(len(claims)), key=lambda i: (_start(claims[i]), claims[i].key)):
        one = claims[i]
        near: set[int] = set()
        for name in _blocks(one, rarity):
            block = blocks.get(name)
            if block is None:
                blocks[name] = [i]
            else:
                near.update(block[-WINDOW:])
                block.append(i)
        for j in sorted(near):
            other = claims[j]
            if other.claim.document != one.claim.document and other.when.meets(one.when):
                yield (i, j) if i < j else (j, i)


def _start(claim: ClaimFeatures) -> float:
    return float("-inf") if claim.when.start is None else claim.when.start


def _blocks(claim: ClaimFeatures, rarity: Rarity) -> Iterator[Block]:
    """The blocks of a claim."""
    day = _day(claim)
    rare = rarity.rarest(claim.own - claim.word, RARE)
    actors = sorted(claim.actors)
    for word in sorted(w for w in claim.word if not is_light(w)):
        yield from (("word+actor", word, actor) for actor in actors)
        yield from (("word+rare", word, other) for other in rare)
        if day:
            yield ("word+day", word, day)
    for sense in sorted(claim.senses):
        yield from (("sense+actor", sense, actor) for actor in actors)
    if day:
        yield from (("type+actor+day", claim.claim.kind, actor, day) for actor in actors)
    if len(rare) == RARE:
        yield ("rare", *sorted(rare))


def _day(claim: ClaimFeatures) -> str:
    """The day of a claim that is dated to a day or less, else nothing."""
    if claim.when.start is None or claim.days > 1:
        return ""
    return str(claim.when.start // edtf.DAY)
