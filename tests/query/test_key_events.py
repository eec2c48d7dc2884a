"""The lines that matter most, and why each is there."""

from __future__ import annotations

from seriatim.cli import digests
from seriatim.model import Actor, Chronology, Claim, Corroboration, Event, EventActor, When
from seriatim.query.key_events import digest


def event(
    n: int, summary: str, when: str, *actors: str, kind: str = "act", independent: int = 1
) -> Event:
    claim = Claim(f"d1-c{n}", "d1", 0, (0, 1), "x", (0, 1), kind, summary)
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
    assert [f"{line.event.id}: {'; '.join(line.because)}" for line in digest(CASE, EVENTS, 3)] == [
        "e1: names Ada Quill; the first that is told of Ada Quill; dated to the day",
        "e3: told by 4 documents, 4 of them independent of one another; dated to the day",
        "e6: names Ada Quill, Ben Moor; the last that is told of Ada Quill; dated to the day",
    ]


def test_all_lines_where_there_are_fewer_and_only_those_that_were_chosen() -> None:
    assert [line.event.id for line in digest(CASE, EVENTS, 99)] == [e.id for e in EVENTS]
    assert [line.event.id for line in digest(CASE, EVENTS[3:5], 1)] == ["e4"]


def test_the_listing_says_why_each_line_is_there() -> None:
    assert digests.render(CASE, digest(CASE, EVENTS[2:3], 1)).splitlines() == [
        "6 May 1908                e3  the bridge collapsed",
        "                              d1",
        "                              told by 4 documents, 4 of them independent of one another",
        "                              because: told by 4 documents, 4 of them independent of one another; dated to the",
        "                              day",
    ]
