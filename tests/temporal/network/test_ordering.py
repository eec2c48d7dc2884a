"""Bounds, links and conflicts of a chronology, from documents to listing."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from seriatim import pipeline, readers
from seriatim.model import (
    Chronology,
    Claim,
    Distance,
    Document,
    Event,
    Passage,
    Reading,
    Relation,
    When,
)
from seriatim.temporal import edtf, network
from seriatim.temporal.network.ordering import Ordered

LIST = """The mill

- May 2, 1911: Brandt buys the field.
- June 11, 1911: The masons arrive.
- July 8, 1912: The board meets.
- July 10, 1911: Two days later, Kerr resigns.
- August 1, 1911: Brandt opens the mill.
"""


def chronology(text: str) -> Chronology:
    taken = readers.read_bytes(text.encode(), "document.txt", published="1913-01-01")
    return pipeline.assemble(
        [pipeline.read(d, p, model=False) for d, p in taken.documents], title="test"
    )


def made(
    dates: Sequence[str], relations: Sequence[tuple[int, str, int, Distance | None]]
) -> Ordered:
    """Events e0, e1, … with the dates, each told in a passage of its own, and relations between them."""
    text = "x" * (10 * len(dates))
    passages = tuple(
        Passage("d1", i, "paragraph", ((10 * i, 10 * i + 9),)) for i in range(len(dates))
    )
    claims = tuple(
        Claim(
            f"c{i}",
            "d1",
            i,
            (10 * i, 10 * i + 9),
            "x" * 9,
            (10 * i + 5, 10 * i + 6),
            "act",
            "x",
            When(d, basis="stated", span=(10 * i, 10 * i + 3)),
        )
        for i, d in enumerate(dates)
    )
    told = tuple(
        Relation("d1", f"c{a}", name, f"c{b}", (10 * a + 7, 10 * a + 8), distance)
        for a, name, b, distance in relations
    )  # type: ignore[arg-type]
    reading = Reading(Document("d1", "d", "d", text, "0"), passages, claims=claims, relations=told)
    return network.solve(
        [reading], [Event(f"e{i}", "act", "x", c.when, (c,)) for i, c in enumerate(claims)]
    )


def bounds(ordered: Ordered) -> list[str]:
    return [f"{e.when.earliest or '..'} to {e.when.latest or '..'}" for e in ordered.events]


def test_an_event_without_a_date_has_the_bounds_that_its_links_imply() -> None:
    ordered = made(
        ["1911-05-02", "unknown", "1911-05-20"],
        [(1, "after", 0, Distance(2, 2, "day")), (2, "after", 1, None)],
    )
    assert bounds(ordered) == [
        "1911-05-02 to 1911-05-02",
        "1911-05-04 to 1911-05-04",
        "1911-05-20 to 1911-05-20",
    ]
    assert [e.when.edtf for e in ordered.events] == ["1911-05-02", "unknown", "1911-05-20"]


def test_hours_leave_the_next_day_open() -> None:
    assert (
        bounds(made(["1911-05-02", "unknown"], [(1, "after", 0, Distance(1, 24, "hour"))]))[1]
        == "1911-05-02 to 1911-05-03"
    )


def test_a_month_is_narrowed_by_what_comes_after_it() -> None:
    assert (
        bounds(made(["1911-05", "1911-05-09"], [(1, "after", 0, Distance(1, 1, "day"))]))[0]
        == "1911-05-08 to 1911-05-08"
    )


def test_a_conflict_is_two_dates_and_the_words_between() -> None:
    (conflict,) = made(
        ["1911-05-02", "1912-05-04"], [(1, "after", 0, Distance(2, 2, "day"))]
    ).conflicts
    assert conflict.events == ("e0", "e1")
    assert set(conflict.claims) == {"c0", "c1"}
    assert [(claim, p.edtf) for claim, p in conflict.repairs] == [
        ("c1", "1911-05-04"),
        ("c0", "1912-05-02"),
    ]


def test_what_is_in_conflict_bounds_nothing_else() -> None:
    ordered = made(
        ["1911-05-02", "1912-05-04", "unknown"],
        [(1, "after", 0, Distance(2, 2, "day")), (2, "after", 1, None)],
    )
    assert bounds(ordered)[2] == ".. to .."


def test_about_a_date_speaks_against_nobody() -> None:
    assert (
        made(["1911-05-02", "1912-05-04~"], [(1, "after", 0, Distance(2, 2, "day"))]).conflicts
        == ()
    )


def test_the_slip_that_also_fits_the_list_comes_first() -> None:
    (conflict,) = chronology(LIST).conflicts
    assert (conflict.repairs[0][1].edtf, conflict.repairs[0][1].slip) == ("1911-07-08", "year-1")


def test_the_clock_is_a_layer_of_its_own() -> None:
    met = "The mayor met the engineer at 9:37 a.m. on 5 May 1911. {} hours later, at 1:15 p.m. on 5 May 1911, the engineer resigned."
    assert chronology(met.format("Four")).conflicts == ()
    (conflict,) = chronology(met.format("Less than two")).conflicts
    assert len(conflict.events) == len(conflict.claims) == 2


def test_the_order_of_a_list_is_implied_and_never_looks_stated() -> None:
    links = chronology(LIST.replace("1912", "1911")).links
    assert [(k.basis, k.span is not None) for k in links] == [
        ("stated", True),
        ("implied", False),
        ("implied", False),
        ("implied", False),
    ]


def test_the_same_document_gives_the_same_order() -> None:
    assert chronology(LIST) == chronology(LIST)


@settings(max_examples=50)
@given(st.lists(st.integers(0, 400), min_size=2, max_size=7), st.data())
def test_bounds_hold_the_truth_where_every_statement_is_true(
    days: list[int], data: st.DataObject
) -> None:
    start = edtf.days_from_civil(1911, 1)
    values = [
        data.draw(
            st.sampled_from([edtf.day(start + d), edtf.day(start + d)[:7], "1911/1912", "unknown"])
        )
        for d in days
    ]
    pairs = data.draw(
        st.lists(
            st.tuples(st.integers(0, len(days) - 1), st.integers(0, len(days) - 1)), max_size=6
        )
    )
    relations = [
        (a, "after", b, Distance(days[a] - days[b], days[a] - days[b], "day"))
        for a, b in pairs
        if a != b and days[a] >= days[b]
    ]
    ordered = made(values, relations)
    assert ordered.conflicts == ()
    for event, day in zip(ordered.events, days, strict=True):
        truth = edtf.day(start + day)
        assert event.when.earliest is None or event.when.earliest <= truth
        assert event.when.latest is None or truth <= event.when.latest
