"""How long it takes to put the claims of many documents together: ``python benchmarks/identities.py [CLAIMS]`` (200,000 where none is given).

Invented documents of ten claims each; every happening is told by one to six of them, in one of
three wordings, a tenth of them without a date.  Prints CPU-seconds for all, for one document more
(also with order and checks, as a build of a case makes them), and how well the happenings were
found again.
"""

from __future__ import annotations

import random
import sys
import time
from collections import defaultdict
from collections.abc import Callable

from seriatim import findings, resolution
from seriatim.model import Chronology, Claim, Document, Mention, Participant, Passage, Reading, When
from seriatim.resolution.resolve import Resolved
from seriatim.store.memory import all_stays
from seriatim.temporal import edtf, network

A_DOCUMENT = 10  # claims
WORDINGS = (
    "{who} {word} {thing} in {place}",
    "In {place} {who} {word} {thing}",
    "{thing} in {place}, which {who} {word}",
)
VERBS = (
    "sold", "bought", "burned", "opened", "closed", "sued", "visited", "searched", "raided",
    "blessed", "flooded", "painted", "rented", "named", "left", "mended", "guarded", "surveyed",
)  # fmt: skip


def main(arguments: list[str]) -> int:
    """0."""
    count = int(arguments[0]) if arguments else 200_000
    made, happening = readings(count)
    with all_stays():  # as a build does
        found, seconds = timed(made[:-1])
        print(
            f"{count} claims in {len(made) - 1} documents: {len(found.events)} events, {seconds:.1f} CPU-seconds"
        )
        found, seconds = timed(made)
        print(
            f"with one document more: {seconds:.1f} CPU-seconds; ordered and checked: {cpu(lambda: settled(made, found)):.1f} more"
        )
    joined = sum(len(e.claims) - 1 for e in found.events)
    right = sum(len(e.claims) - len({happening[c.id] for c in e.claims}) for e in found.events)
    wanted = count - len(set(happening.values()))
    print(
        f"links: {joined} made, {joined - right} wrong, {wanted} there; {len(found.doubts)} doubts"
    )
    return 0


def timed(made: list[Reading]) -> tuple[Resolved, float]:
    """What is put together, and CPU-seconds."""
    started = time.process_time()
    return resolution.resolve(made, {}), time.process_time() - started


def settled(made: list[Reading], found: Resolved) -> Chronology:
    """What else a build does with what was put together."""
    ordered = network.solve(made, found.events)
    return findings.check(
        Chronology(
            "",
            tuple(made),
            found.actors,
            ordered.events,
            ordered.links,
            ordered.conflicts,
            doubts=found.doubts,
        )
    )


def cpu(work: Callable[[], object]) -> float:
    """CPU-seconds."""
    started = time.process_time()
    work()
    return time.process_time() - started


def readings(count: int) -> tuple[list[Reading], dict[str, str]]:
    """The documents, and which happening each claim tells."""
    draw = random.Random(7)
    names = [
        f"{draw.choice('BCDFGHKLMNPRSTVW')}{draw.choice('aeiou')}{draw.choice('lmnrst')}{draw.choice('abcdefgh')}{n}x"
        for n in range(4000)
    ]
    told: list[tuple[int, str, str, str, str, str]] = []
    number = 0
    while len(told) < count:
        number += 1
        day = edtf.day(draw.randrange(-20_000, -9_000))
        parts = (
            draw.choice(names),
            draw.choice(VERBS),
            f"the {draw.choice(names).lower()} {draw.choice(names).lower()}",
            draw.choice(names),
        )
        told += [
            (number, *parts, day if draw.random() < 0.9 else edtf.UNKNOWN)
            for _ in range(draw.choice((1, 1, 2, 3, 6)))
        ]
    draw.shuffle(told)
    documents: defaultdict[int, list[tuple[int, str, str, str, str, str]]] = defaultdict(list)
    for place, one in enumerate(told[:count]):
        documents[place // A_DOCUMENT].append(one)
    happening: dict[str, str] = {}
    return [_reading(n, lines, draw, happening) for n, lines in documents.items()], happening


def _reading(
    n: int,
    lines: list[tuple[int, str, str, str, str, str]],
    draw: random.Random,
    happening: dict[str, str],
) -> Reading:
    text, claims, mentions = "", [], []
    for k, (number, who, word, thing, place, date) in enumerate(lines):
        sentence = draw.choice(WORDINGS).format(who=who, word=word, thing=thing, place=place)
        start, at, name = (
            len(text),
            len(text) + sentence.index(word),
            len(text) + sentence.index(who),
        )
        text += sentence + ".\n"
        mentions.append(
            Mention(f"d{n}-m{k}", f"d{n}", 0, (name, name + len(who)), who, who, "person")
        )
        claim = Claim(
            f"d{n}-c{k}",
            f"d{n}",
            0,
            (start, start + len(sentence)),
            sentence,
            (at, at + len(word)),
            "act",
            sentence,
            When(date),
            place,
            (Participant(f"d{n}-m{k}", "agent"),),
        )
        claims.append(claim)
        happening[claim.id] = str(number)
    document = Document(f"d{n}", f"page{n}.txt", "", text, f"{n:064x}", published="1950-01-01")
    passage = Passage(document.id, 0, "paragraph", ((0, len(text)),))
    return Reading(document, (passage,), mentions=tuple(mentions), claims=tuple(claims))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
