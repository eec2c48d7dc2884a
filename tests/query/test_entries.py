"""Entries: the main event of a sentence, with the others of that sentence under it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from seriatim.model import Chronology, Claim, Event, EventActor, Source, When
from seriatim.query.entries import entries, stands_alone
from seriatim.query.listing import render


def event(
    n: int,
    summary: str,
    *sentences: int,
    when: str = "1908-05-04",
    source: str = "",
    kind: str = "act",
    polarity: str = "+",
    actors: int = 0,
) -> Event:
    claims = tuple(
        Claim(
            f"d1-c{n}.{s}", "d1", 0, (s * 100, s * 100 + 90), "x", (s * 100 + n, s * 100 + n + 1),
            kind, summary, sources=(Source(source, (0, 1)),) if source else (),
            polarity="-" if polarity == "-" else "+",
        )
        for s in sentences
    )  # fmt: skip
    taking_part = tuple(EventActor(f"a{k}", "agent") for k in range(actors))
    return Event(f"e{n}", kind, summary, When(when), claims, actors=taking_part)


def listed(*events: Event) -> list[str]:
    return [" + ".join(one.summary for one in entry.events) for entry in entries(events)]


def test_events_of_one_sentence_are_one_entry() -> None:
    assert listed(
        event(1, "The miller locked the gate", 1),
        event(2, "went home", 1),
        event(3, "The gate burned", 2),
    ) == ["The miller locked the gate + went home", "The gate burned"]


def test_another_date_source_or_a_denial_is_an_entry_of_its_own() -> None:
    assert listed(
        event(1, "Ada Quill sold the mill", 1),
        event(2, "Ben Moor paid", 1, when="1908-06"),
        event(3, "the roof leaked", 1, source="Ben Moor"),
        event(4, "Ada Quill signed", 1, polarity="-"),
    ) == ["Ada Quill sold the mill", "Ben Moor paid", "the roof leaked", "Ada Quill signed"]


def test_the_main_event_stands_alone_and_says_most() -> None:
    assert listed(
        event(1, "he walked there", 1),
        event(2, "Ada Quill met Ben Moor", 1, kind="meeting", actors=2),
        event(3, "Ben Moor said so", 1, kind="statement", actors=1),
    ) == ["Ada Quill met Ben Moor + he walked there + Ben Moor said so"]


def test_what_several_sentences_tell_is_folded_into_no_other() -> None:
    again = event(2, "the bridge fell", 1, 5)
    assert listed(event(1, "The river rose", 1), again, event(3, "It was dark", 5)) == [
        "the bridge fell + The river rose + It was dark"
    ]
    both = (again, event(4, "the toll house stood", 1, 6))
    assert listed(*both) == ["the bridge fell", "the toll house stood"]


def test_headlines_that_stand_alone_and_that_do_not() -> None:
    alone = ("Ada Quill left", "the board met", "“Peace” was signed")
    leaning = ("he left", "which fell", "3 men", "this ended", "... and", "")
    assert all(map(stands_alone, alone))
    assert not any(map(stands_alone, leaning))


def test_a_listing_has_the_minor_events_under_the_main_one() -> None:
    events = (event(1, "The miller locked the gate", 1), event(2, "went home", 1))
    text = render(Chronology("", (), events=events), events, {"e2": "e1"})
    assert text.splitlines() == [
        "4 May 1908                e1  The miller locked the gate",
        "                              d1",
        "                              + e2  went home",
    ]


@given(st.lists(st.tuples(st.integers(1, 4), st.sampled_from(["1908", "1909"])), max_size=12))
def test_every_event_is_in_exactly_one_entry(told: list[tuple[int, str]]) -> None:
    events = [event(n, f"word {n}", s, when=w) for n, (s, w) in enumerate(told)]
    found = [one.id for entry in entries(events) for one in entry.events]
    assert sorted(found) == sorted(one.id for one in events)
