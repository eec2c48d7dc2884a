"""Where the narrative stands: what moves the reference time, and what does not."""

import pytest

from seriatim.model import When
from seriatim.temporal.algebra import Clock
from seriatim.temporal.frames.anchors import point
from seriatim.temporal.frames.reference_time import ReferenceTime
from tests.pipeline.reading import lines


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a new date of a main clause moves it
        (
            "On 3 May 1911 Ada Quill sold the mill. On 9 May she left. Two days later Ben Moor died.",
            ["1911-05-03", "1911-05-09", "1911-05-11"],
        ),
        # a flashback in the pluperfect leaves it where it was
        (
            """On 9 May 1911 Ada Quill sold the mill. She had bought it on 3 May 1909.
            Two days later Ben Moor died.""",
            ["1911-05-09", "1909-05-03", "1911-05-11"],
        ),
        # a report dates what is said, and not the narrative
        (
            """On 9 May 1911 Ada Quill said that Ben Moor had sold the mill on 3 May 1911.
            Two days later she left.""",
            ["1911-05-03", "1911-05-11"],
        ),
        # what would have happened moves nothing
        (
            """On 9 May 1911 Ada Quill sold the mill. She would have left on 3 June 1911.
            Two days later Ben Moor died.""",
            ["1911-05-09", "1911-05-11"],
        ),
        # an hour without a day is of the day that the narrative has reached
        (
            "On 3 May 1911 Ada Quill left at 11 p.m. At half past eleven Ben Moor died.",
            ["1911-05-03T23:00", "1911-05-03T23:30"],
        ),
        # midnight passes
        (
            "At 11 p.m. on 3 May 1911 Ada Quill left. At 1 a.m. the next day Ben Moor died.",
            ["1911-05-03T23:00", "1911-05-04"],
        ),
        # a date without a year, before a verb that is past by its form alone
        (
            "At 11 p.m. on 3 May 1911 Ada Quill left. At 1 a.m. on 4 May Ben Moor died.",
            ["1911-05-03T23:00", "1911-05-04T01:00"],
        ),
        (
            "On 3 May 1911 Ada Quill left. On 4 May the clerk fled.",
            ["1911-05-03", "1911-05-04"],
        ),
        # what is still to come is of the year after
        (
            "On 3 May 1911 Ada Quill left. The clerk will leave on 4 May.",
            ["1911-05-03", "1912-05-04"],
        ),
    ],
)
def test_what_moves_the_reference_time(text: str, expected: list[str]) -> None:
    assert [line.split()[0] for line in lines(text)] == expected


def _started(value: str) -> ReferenceTime:
    reference = ReferenceTime()
    reference.begin_passage(0, When())
    reference.begin_sentence()
    reference.name(value)
    reference.move_to(When(value))
    return reference


def test_a_distance_counts_from_the_reference_time() -> None:
    assert _started("1911-05-03").anchors() == ["1911-05-03"]


def test_a_date_of_the_sentence_precedes_the_reference_time() -> None:
    reference = _started("1911-05-03")
    reference.date_in_sentence(When("1911-05-09"))
    assert reference.anchors() == ["1911-05-09"]
    reference.begin_sentence()
    assert reference.anchors() == ["1911-05-03"]


def test_a_flashback_is_a_second_anchor_until_the_narrative_moves_on() -> None:
    reference = _started("1911-05-03")
    reference.flash_back(When("1909-03-02"))
    assert reference.anchors() == ["1911-05-03", "1909-03-02"]
    reference.move_to(When("1911-05-09"))
    assert reference.anchors() == ["1911-05-09"]


def test_a_quoted_day_does_not_move_the_reference_time() -> None:
    reference = _started("1911-05-03")
    reference.quote(When("1911-04-02"))
    assert reference.current.value == "1911-05-03"


def test_nothing_counts_from_an_unknown_time() -> None:
    reference = _started("1911-05-03")
    reference.move_to_unknown()
    assert reference.anchors() == []
    assert reference.unknown


def test_a_clock_holds_within_its_passage() -> None:
    reference = _started("1911-05-03T23:00")
    assert reference.base == "1911-05-03T23:00"
    reference.begin_passage(1, When())
    assert reference.base == "1911-05-03"


def test_the_same_day_is_the_day_named_last() -> None:
    reference = _started("1911-05-03")
    reference.name("1911-05-07")
    assert reference.same("day") == ["1911-05-07"]
    assert reference.same("year") == ["1911-05-03"]


def _running(*values: str) -> ReferenceTime:
    reference = ReferenceTime()
    reference.begin_words()
    for at, value in enumerate(values):
        named = point(value)
        assert named is not None
        reference.run_to(named)
        if named.day is not None:
            reference.name_day(named, at, sure=True, quoted=False)
    return reference


def test_a_year_does_not_turn_the_running_time_back_within_it() -> None:
    assert _running("1911-05-03", "1911").running == point("1911-05-03")
    assert _running("1911-05-03", "1912").running == point("1912")
    assert _running("1911-05-03", "1911-04").running == point("1911-04")


def test_a_later_month_leaves_the_day_named_last() -> None:
    reference = _running("1911-05-03", "1911-06")
    assert reference.last_day == point("1911-05-03")
    assert reference.naming.moved_on
    assert not _running("1911-05-03", "1911-04").naming.moved_on
    assert not _running("1911-05-03", "1911-06", "1911-06-02").naming.moved_on


def test_a_heading_ends_the_clock_and_the_next_passage_has_named_no_day() -> None:
    reference = _running("1911-05-03")
    reference.keep_clock(Clock(23, 0), reference.last_day)
    assert reference.clocks.last == (point("1911-05-03"), 23, 0)
    assert reference.clocks.to_24
    reference.begin_heading()
    reference.begin_words()
    assert reference.clocks.last is None
    assert (reference.naming.here, reference.naming.passages_since) == (False, 1)


def test_the_two_readings_of_a_document_have_a_reference_time_each() -> None:
    assert _running("1911-05-03").current.value == "unknown"
    assert _started("1911-05-03").running is None
