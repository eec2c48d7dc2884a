"""The cost of merging the claims of many documents into events.

usage: python benchmarks/identities.py [CLAIMS]        (200,000 by default)

Invented documents of ten claims each; one to six claims report each event, in one of three
wordings, a tenth of them without a date.  Prints CPU-seconds for all documents, for one document
more (also with ordering and checks, as in the build of a case), and how many links between claims
were found.
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
from seriatim.store.memory import paused_collection
from seriatim.temporal import edtf, network

CLAIMS_A_DOCUMENT = 10
Line = tuple[int, str, str, str, str, str]  # event, who, verb, thing, place, date
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
    """0; prints the figures."""
    count = int(arguments[0]) if arguments else 200_000
    made, event_of = readings(count)
    with paused_collection():  # as in a build
        found, seconds = timed(made[:-1])
        print(
            f"{count} claims in {len(made) - 1} documents: {len(found.events)} events, "
            f"{seconds:.1f} CPU-seconds"
        )
        found, seconds = timed(made)
        more = cpu(lambda: checked(made, found))
        print(
            f"with one document more: {seconds:.1f} CPU-seconds; "
            f"ordered and checked: {more:.1f} more"
        )
    joined = sum(len(e.claims) - 1 for e in found.events)
    right = sum(len(e.claims) - len({event_of[c.id] for c in e.claims}) for e in found.events)
    wanted = count - len(set(event_of.values()))
    print(
        f"links: {joined} made, {joined - right} wrong, {wanted} there; {len(found.doubts)} doubts"
    )
    return 0


def timed(made: list[Reading]) -> tuple[Resolved, float]:
    """The resolved events and actors, and the CPU-seconds that it took."""
    started = time.process_time()
    return resolution.resolve(made, {}), time.process_time() - started


def checked(made: list[Reading], found: Resolved) -> Chronology:
    """The ordered and checked chronology of resolved events."""
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
    """The CPU-seconds of one call."""
    started = time.process_time()
    work()
    return time.process_time() - started


def readings(count: int) -> tuple[list[Reading], dict[str, str]]:
    """The generated documents, and the number of the event that each claim reports."""
    draw = random.Random(7)
    names = [
        "".join(map(draw.choice, ("BCDFGHKLMNPRSTVW", "aeiou", "lmnrst", "abcdefgh"))) + f"{n}x"
        for n in range(4000)
    ]
    lines: list[Line] = []
    number = 0
    while len(lines) < count:
        number += 1
        day = edtf.day(draw.randrange(-20_000, -9_000))
        parts = (
            draw.choice(names),
            draw.choice(VERBS),
            f"the {draw.choice(names).lower()} {draw.choice(names).lower()}",
            draw.choice(names),
        )
        lines += [
            (number, *parts, day if draw.random() < 0.9 else edtf.UNKNOWN)
            for _ in range(draw.choice((1, 1, 2, 3, 6)))
        ]
    draw.shuffle(lines)
    documents: defaultdict[int, list[Line]] = defaultdict(list)
    for place, line in enumerate(lines[:count]):
        documents[place // CLAIMS_A_DOCUMENT].append(line)
    event_of: dict[str, str] = {}
    return [_reading(n, part, draw, event_of) for n, part in documents.items()], event_of


def _reading(
    n: int,
    lines: list[Line],
    draw: random.Random,
    event_of: dict[str, str],
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
        event_of[claim.id] = str(number)
    document = Document(f"d{n}", f"page{n}.txt", "", text, f"{n:064x}", published="1950-01-01")
    passage = Passage(document.id, 0, "paragraph", ((0, len(text)),))
    return Reading(document, (passage,), mentions=tuple(mentions), claims=tuple(claims))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
