"""Asking: when there is an answer, what it counts, and when there is none."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seriatim.association import Coincidence, Length, Question, QuestionError, Refusal, ask, length
from seriatim.association.exact import binomial
from seriatim.association.question import Method
from seriatim.temporal import edtf
from tests.association.lists import events, question

ARRIVALS = "1901-02-03 1902-05-09 1903-01-20 1904-08-11 1905-11-02 1906-04-04 1907-07-28 1908-03-15 1909-10-06 1910-06-19"
FOLLOWING = "1901-02-04 1902-05-11 1903-01-23 1904-08-11 1905-11-05"  # 1, 2, 3, 0 and 3 days after
APART = "1906-09-01 1907-12-24 1909-01-09"


def answer(of: str, after: str = ARRIVALS, **told: object) -> Coincidence:
    found = ask(question(**told), events("complaint", of), events("arrival", after))
    assert isinstance(found, Coincidence)
    return found


def refusal(of: str, after: str = ARRIVALS, **told: object) -> Refusal:
    found = ask(question(**told), events("complaint", of), events("arrival", after))
    assert isinstance(found, Refusal)
    return found


# When there is an answer


def test_both_ends_of_the_window_count() -> None:
    found = answer(FOLLOWING + " " + APART)
    assert (found.effect.seen, len(found.seen.pairs)) == (5, 5)
    assert [p.apart[0] for p in found.seen.pairs] == [1, 2, 3, 0, 3]
    assert found.seen.covered == pytest.approx(40 / 3652)
    assert found.p < 1e-3
    assert found.effect.ratio is not None
    assert found.effect.interval is not None
    assert found.effect.interval[0] < found.effect.ratio < found.effect.interval[1]


def test_what_has_no_place_in_the_period_is_left_out_and_told() -> None:
    of = events(
        "complaint",
        FOLLOWING + " unknown ../1903 1910-12/1911-02 1899 1906-09-01 1907-12-24",
        denied="1906-09-01",
        planned="1907-12-24",
    )
    found = ask(question(), of, events("arrival", ARRIVALS)).seen.of
    told = {
        name: [e.when.edtf for e in getattr(found, name)]
        for name in ("undated", "not_surely_inside", "outside", "not_said_to_have_happened")
    }
    assert told == {
        "undated": ["unknown", "../1903"],
        "not_surely_inside": ["1910-12/1911-02"],
        "outside": ["1899"],
        "not_said_to_have_happened": ["1906-09-01", "1907-12-24"],
    }
    assert " ".join(e.when.edtf for e in found.placed) == FOLLOWING


def test_an_event_does_not_follow_itself() -> None:
    both = events("complaint", FOLLOWING)
    found = ask(question(), both, both)
    assert isinstance(found, Refusal)
    assert (len(found.seen.of.in_both_lists), found.seen.pairs) == (5, ())


def test_an_imprecise_date_counts_by_its_covered_share() -> None:
    found = answer("1901-02 1902-05 1903-01 1904-08 1905-11")
    assert found.effect.seen == pytest.approx(4 / 28 + 4 / 31 + 4 / 31 + 4 / 31 + 4 / 30, abs=2e-3)
    assert all(0 < p.share < 1 for p in found.seen.pairs)


@settings(max_examples=10)
@given(st.lists(st.integers(0, 3651), min_size=5, max_size=9), st.integers(0, 9))
def test_the_first_of_the_month_is_never_taken_for_the_month(days: list[int], within: int) -> None:
    """A month counts what its days count on average."""
    first = edtf.days_from_civil(1901, 1)
    months = " ".join(edtf.day(first + d)[:7] for d in days)
    by_month = ask(
        question(within), events("complaint", months), events("arrival", ARRIVALS)
    ).seen.hits
    every_day = 0.0
    for month in months.split():
        low, high = edtf.first_day(month), edtf.last_day(month)
        assert low is not None
        assert high is not None
        spelled = " ".join(edtf.day(d) for d in range(low, high + 1))
        every_day += ask(
            question(within), events("complaint", spelled), events("arrival", ARRIVALS)
        ).seen.hits / (high - low + 1)
    assert by_month == pytest.approx(every_day)


def test_either_looks_before_as_well() -> None:
    before = "1901-02-01 1902-05-08 1903-01-17 1904-08-10 1905-11-01"
    assert answer(before).effect.seen == 0
    assert answer(before, either=True).effect.seen == 5


def test_a_lag_moves_the_window() -> None:
    assert answer(FOLLOWING, lag=Length(2, "day"), within=1).effect.seen == 3  # 2 and 3 days after


def test_hours_take_a_day_without_hours_by_its_share() -> None:
    after = " ".join(f"{d}T08:00" for d in ARRIVALS.split())
    of = "1901-02-03T10:30 1902-05-09T12:00 1903-01-20T07:59 1904-08-11 1905-11-02"
    found = ask(
        Question(
            "a",
            "b",
            length("3h"),
            made_of="complete",
            made_after="complete",
            period="1901/1910",
            window_fixed=True,
        ),
        events("complaint", of),
        events("arrival", after),
    )
    assert isinstance(found, Coincidence)
    assert found.seen.hits == pytest.approx(1 + 0 + 0 + 4 / 24 + 4 / 24)


def test_the_number_of_questions_goes_into_the_correction() -> None:
    of, after = events("complaint", FOLLOWING), events("arrival", ARRIVALS)
    first, other = question(), question(within=5)
    alone, among = (
        ask(first, of, after, earlier=()),
        ask(first, of, after, earlier=(other, first, other)),
    )
    assert isinstance(alone, Coincidence)
    assert isinstance(among, Coincidence)
    assert (alone.tried, among.tried) == (1, 2)
    assert among.corrected == pytest.approx(2 * alone.p)


def test_a_window_that_was_not_fixed_is_counted_among_all_windows() -> None:
    found, fixed = (
        answer(FOLLOWING + " " + APART, window_fixed=False),
        answer(FOLLOWING + " " + APART),
    )
    assert (found.method, fixed.method) == ("windows", "blocks")
    assert found.best is not None
    assert found.p >= 1e-4


@pytest.mark.parametrize("method", ["blocks", "exact", "strata", "circular", "windows", "waits"])
@pytest.mark.parametrize(
    "of",
    [
        FOLLOWING + " " + APART,
        FOLLOWING + " 1906 1907-12",
        "1901-02 1902-05 1903-01 1904-08 1905-11",
        FOLLOWING + " " + FOLLOWING,
    ],
)
def test_every_method_answers(method: Method, of: str) -> None:
    found = answer(of, method=method)
    assert 0 < found.least <= found.p <= 1
    assert found.chance.weights.sum() == pytest.approx(1)


@pytest.mark.parametrize("method", ["blocks", "exact", "strata", "circular", "waits"])
def test_p_keeps_its_promise(method: Method) -> None:
    """Under a uniform null at most one calendar in twenty is called more than chance (fixed seed, 200 calendars)."""
    rng = np.random.default_rng(11)
    first = edtf.days_from_civil(1901, 1)
    strewn = [
        " ".join(edtf.day(first + int(d)) for d in rng.choice(3652, 40, replace=False))
        for _ in range(400)
    ]
    rejected = sum(
        answer(a, b, method=method).p <= 0.05
        for a, b in zip(strewn[::2], strewn[1::2], strict=True)
    )
    assert rejected <= 16  # of 200: 10 expected, 17 or more in 3 of 100 where p is exact


# When there is none


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ({"made_of": "curated"}, "put together to show something"),
        ({"made_after": "curated"}, "put together to show something"),
        ({"made_of": "unknown"}, "How the lists were made is not known"),
        ({"period": None}, "The period that the lists cover is not known"),
    ],
)
def test_a_list_that_cannot_be_tested_gets_no_p(told: dict[str, object], reason: str) -> None:
    found = refusal(FOLLOWING + " " + APART, **told)
    assert [r for r in found.reasons if reason in r] == list(found.reasons)
    assert found.needed
    assert len(found.seen.pairs) == 5


def test_too_few_events_get_no_p() -> None:
    assert refusal("1901-02-04 1902-05-11 1903-01-23 1904-08-11").reasons == (
        "Fewer than five A have a place in the period.",
    )
    assert refusal(FOLLOWING, "1901-02-03 unknown 1902-05-09 1903 1931").reasons == (
        "Fewer than five B have a place in the period.",
    )


def test_the_tipping_point_is_the_first_that_tips() -> None:
    found = refusal(FOLLOWING, made_of="curated")
    assert found.tipping is not None
    before, after = (
        binomial(5 + m, found.seen.covered).at_least(5) for m in (found.tipping - 1, found.tipping)
    )
    assert before <= 0.05 < after


def test_nothing_seen_has_no_tipping_point() -> None:
    assert refusal(APART, made_of="curated").tipping is None
    assert refusal(FOLLOWING, made_of="curated", within=3000).tipping == 0


def test_warnings_stand_beside_the_answer() -> None:
    wide = answer(FOLLOWING, within=200)
    short = answer(
        "1901-02-04 1901-02-06 1901-03-01 1901-04-01 1901-05-01",
        "1901-02-01 1901-03-05 1901-04-09 1901-05-03 1901-06-01",
        period="1901",
    )
    undated = answer(FOLLOWING + " unknown unknown unknown")
    one = "Both lists come from one document"
    assert [w.split(":")[0] for w in wide.warnings] == ["The windows cover 54% of the period", one]
    assert [w.split(":")[0] for w in short.warnings] == ["Few years can be shifted (1)", one]
    assert [w.split(":")[0] for w in undated.warnings] == [
        "38% of the A that may belong to the period have no date that places them",
        one,
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("3d", "3 days"),
        ("2 weeks", "14 days"),
        ("36h", "36 hours"),
        ("90min", "90 minutes"),
        ("1 day", "1 day"),
        ("0d", "0 days"),
    ],
)
def test_lengths(text: str, said: str) -> None:
    assert str(length(text)) == said


@pytest.mark.parametrize(
    ("told", "message"),
    [
        ({"period": "1901"[:3]}, "'190' is not a period"),
        ({"period": "1901/.."}, "has an open end"),
        ({"lag": Length(3, "hour")}, "the lag is in hours and the window in days"),
        ({"either": True, "method": "waits"}, "leave out either"),
        ({"method": "magic"}, "'magic' is not a method; known: blocks, exact"),
    ],
)
def test_a_question_that_cannot_be_meant_is_refused(told: dict[str, object], message: str) -> None:
    with pytest.raises(QuestionError, match=message):
        question(**told)


def test_a_calendar_that_would_not_fit_is_refused() -> None:
    asked = Question("a", "b", length("90min"), period="1500/1999")
    with pytest.raises(
        QuestionError,
        match="there are 262,974,240 minutes: ask in longer units or a shorter period",
    ):
        ask(asked, (), ())


def test_a_length_that_is_none_names_what_would_do() -> None:
    with pytest.raises(
        QuestionError, match="'soon' is not a length of time: write 3d, 2w, 36h or 90min"
    ):
        length("soon")
