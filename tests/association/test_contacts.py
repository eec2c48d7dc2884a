"""Who met whom: pairs, and paths that respect time."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seriatim.association.contacts import (
    NEVER,
    Columns,
    contacts,
    earliest_arrival,
    pairs,
    paths,
    static,
)
from tests.association.network import chronology


def told(*lines: str) -> str:
    """Every pair: how many contacts, how many only denied or planned."""
    return "; ".join(
        f"{p.first}-{p.second} {len(p.contacts)}/{len(p.only_denied)}"
        for p in pairs(chronology(*lines).events)
    )


def ways(source: str, *lines: str) -> str:
    """Every path from a source, with ``?`` where its order is not sure."""
    return " ".join(
        "-".join(p.actors) + ("" if p.sure else "?")
        for p in paths(contacts(chronology(*lines).events), source).values()
    )


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["meeting 1911-03-02 ada,ben,cora"], "ada-ben 1/0; ada-cora 1/0; ben-cora 1/0"),
        (["message 1911-03-02 ada,ben,cora"], "ada-ben 1/0; ada-cora 1/0"),
        (
            [
                "meeting 1911 ben,ada",
                "call unknown ada,ben",
                "meeting 1911 ada,ben -",
                "meeting 1912 ada,ben planned",
            ],
            "ada-ben 2/2",
        ),
        (["meeting 1911 ada"], ""),
    ],
)
def test_pairs(lines: list[str], expected: str) -> None:
    assert told(*lines) == expected


def test_undated_contacts_come_last_and_others_in_the_order_of_time() -> None:
    (pair,) = pairs(
        chronology("call unknown ada,ben", "meeting 1912 ada,ben", "meeting 1911-03 ada,ben").events
    )
    assert [c.event.id for c in pair.contacts] == ["e3", "e2", "e1"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["meeting 1911-03-02 ada,ben", "meeting 1911-03-05 ben,cora"], "ada-ben ada-ben-cora"),
        (["meeting 1911-03-05 ada,ben", "meeting 1911-03-02 ben,cora"], "ada-ben"),
        (["meeting 1911-03-05 ada,ben", "meeting 1911-03-05 ben,cora"], "ada-ben ada-ben-cora?"),
        (
            ["meeting 1911-03-05T10:00 ada,ben", "meeting 1911-03-05T11:00 ben,cora"],
            "ada-ben ada-ben-cora",
        ),
        (["meeting 1911-03 ada,ben", "meeting 1911 ben,cora"], "ada-ben ada-ben-cora?"),
        (["meeting 1911-03 ada,ben", "meeting unknown ben,cora"], "ada-ben ada-ben-cora?"),
        (["meeting unknown ada,ben", "meeting 1911-04-01/.. ben,cora"], "ada-ben ada-ben-cora?"),
        (["message 1911-03-02 ben,ada", "meeting 1911-03-05 ben,cora"], ""),
        (
            [
                "message 1911-03-02 ada,ben",
                "meeting 1911-03-05 ben,cora",
                "meeting 1911-03-05 ben,dan -",
            ],
            "ada-ben ada-ben-cora",
        ),
        (
            [
                "meeting 1911 ada,ben",
                "meeting 1912-05 ben,dan",
                "meeting 1912-02 ben,cora",
                "meeting 1912-03 cora,dan",
            ],
            "ada-ben ada-ben-cora ada-ben-cora-dan",
        ),
    ],
)
def test_paths_respect_time(lines: list[str], expected: str) -> None:
    assert ways("ada", *lines) == expected


def test_static_reach_ignores_time() -> None:
    found = contacts(chronology("meeting 1911-03-05 ada,ben", "meeting 1911-03-02 ben,cora").events)
    assert static(found, "ada") == {"ben", "cora"}
    assert set(paths(found, "ada")) == {"ben"}


@st.composite
def networks(draw: st.DrawFn) -> list[tuple[int, int, int, int, bool]]:
    found = []
    for _ in range(draw(st.integers(1, 5))):
        a, b = draw(st.permutations(range(4)))[:2]
        start = draw(st.integers(0, 6))
        found.append((a, b, start, start + draw(st.integers(1, 3)), draw(st.booleans())))
    return found


def reached(sequence: Sequence[tuple[int, int, int, int, bool]]) -> tuple[set[int], int]:
    """The actors that a sequence of contacts leads to from the first actor, and when."""
    at, time = {0}, -NEVER
    for a, b, start, end, one_way in sequence:
        onward = {y for x, y in ((a, b), (b, a))[: 1 if one_way else 2] if x in at}
        at, time = (onward, end) if time <= start else (set[int](), time)
    return at, time


@given(networks())
def test_the_earliest_arrival_is_that_of_the_best_sequence_of_contacts(
    rows: list[tuple[int, int, int, int, bool]],
) -> None:
    best = {0: -NEVER}
    sequences = (s for length in range(1, len(rows) + 1) for s in permutations(rows, length))
    for sequence in sequences:
        at, time = reached(sequence)
        for actor in at:
            best[actor] = min(best.get(actor, NEVER), time)
    first, second, starts, ends, one_way = np.array(rows, dtype=np.int64).T
    arrival, by = earliest_arrival(
        Columns(first, second, starts, ends, one_way.astype(np.bool_)), 0, 4
    )
    assert arrival == [best.get(actor, NEVER) for actor in range(4)]
    assert [i >= 0 for i in by] == [actor in best and actor > 0 for actor in range(4)]


@given(networks())
def test_every_sure_path_is_a_chain_in_time(rows: list[tuple[int, int, int, int, bool]]) -> None:
    names = ["ada", "ben", "cora", "dan"]
    lines = [
        f"{'message' if way else 'meeting'} {1900 + start}/{1900 + end} {names[a]},{names[b]}"
        for a, b, start, end, way in rows
    ]
    found = contacts(chronology(*lines).events)
    for target, path in paths(found, "ada").items():
        assert (path.actors[0], path.actors[-1]) == ("ada", target)
        for (a, b), contact in zip(
            zip(path.actors, path.actors[1:], strict=False), path.contacts, strict=True
        ):
            assert (a, b) == (contact.first, contact.second) or (
                not contact.one_way and (b, a) == (contact.first, contact.second)
            )
        steps = list(zip(path.contacts, path.contacts[1:], strict=False))
        assert not path.sure or all(c.end <= d.start for c, d in steps)
        latest = -NEVER
        for contact in path.contacts:
            latest = max(latest, contact.start)
            assert latest < contact.end
    assert set(paths(found, "ada")) <= static(found, "ada")
