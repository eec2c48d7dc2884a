"""The lines that matter most, and why each is there."""

from __future__ import annotations

from seriatim.cli.key_events import render
from seriatim.model import Actor, Chronology, Claim, Corroboration, Event, EventActor, When
from seriatim.query.key_events import key_events


def event(
    n: int, summary: str, when: str, *actors: str, kind: str = "act", independent: int = 1
) -> Event:
    claim = Claim(f"d1-c{n}", "d1", 0, (n, n + 1), "x", (n, n + 1), kind, summary)
    return Event(
        f"e{n}",
        kind,
        summary,
        When(when),
        (claim,),
        actors=tuple(EventActor(a, "agent") for a in actors),
        corroboration=Corroboration(independent, independent),
    )


ACTORS = (Actor("a1", "Ada Quill", "person"), Actor("a2", "Ben Moor", "person"))
EVENTS = (
    event(1, "Ada Quill bought the mill", "1908-05-04", "a1"),
    event(2, "Ada Quill said so", "1908-05-05", "a1", kind="statement"),
    event(3, "the bridge collapsed", "1908-05-06", independent=4),
    event(4, "Ada Quill left", "1908-06", "a1"),
    event(5, "somebody sang", "unknown"),
    event(6, "Ada Quill sold the mill", "1908-07-04", "a1", "a2"),
)
CASE = Chronology("A", (), ACTORS, EVENTS)


def test_the_lines_that_matter_most_in_their_order_with_reasons() -> None:
    assert [
        f"{line.entry.id}: {'; '.join(line.because)}" for line in key_events(CASE, EVENTS, 3)
    ] == [
        "e1: names Ada Quill; the first event about Ada Quill; dated to the day",
        "e3: reported by 4 documents, 4 of them independent; dated to the day",
        "e6: names Ada Quill, Ben Moor; the last event about Ada Quill; dated to the day",
    ]


def test_all_lines_where_there_are_fewer_and_only_those_that_were_chosen() -> None:
    assert [line.entry.id for line in key_events(CASE, EVENTS, 99)] == [e.id for e in EVENTS]
    assert [line.entry.id for line in key_events(CASE, EVENTS[3:5], 1)] == ["e4"]


def test_the_listing_says_why_each_line_is_there() -> None:
    assert render(CASE, key_events(CASE, EVENTS[2:3], 1)).splitlines() == [
        "6 May 1908                e3  the bridge collapsed",
        "                              d1",
        "                              reported by 4 documents, 4 of them independent",
        "                              because: reported by 4 documents, 4 of them independent; dated to the day",
    ]
