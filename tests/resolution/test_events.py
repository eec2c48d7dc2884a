"""One event in many documents: what is put together, what never is, and the same in whatever order documents come."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from seriatim import resolution
from seriatim.model import Claim, Document, Reading, When
from seriatim.resolution import Resolved
from seriatim.resolution.constraints import AppliedDecisions, LinkConstraints
from seriatim.temporal import edtf
from tests.pipeline.reading import resolved


def listing(found: Resolved) -> list[str]:
    """The events that more than one document tells."""
    return [
        f"{e.when.edtf} {e.summary}: {', '.join(c.document for c in e.claims)}"
        for e in found.events
        if len({c.document for c in e.claims}) > 1
    ]


def test_one_happening_in_other_words_is_one_event() -> None:
    found = resolved(
        "The Corran bridge collapsed on 4 May 1908.",
        "On 4 May 1908 the bridge at Corran collapsed.",
        "The mill burned on 4 May 1908.",
    )
    assert listing(found) == ["1908-05-04 The Corran bridge collapsed on 4 May 1908: d1, d2"]


def test_a_noun_and_a_verb_of_one_family() -> None:
    found = resolved(
        "Ada Quill sold the Corran mill to Ben Moor on 4 May 1908.",
        "The sale of the Corran mill to Ben Moor by Ada Quill took place on 4 May 1908.",
    )
    assert len([e for e in found.events if len(e.claims) > 1]) == 1


def test_dates_that_exclude_each_other_stay_apart() -> None:
    assert (
        listing(
            resolved(
                "The Corran bridge collapsed on 4 May 1908.",
                "The Corran bridge collapsed on 6 May 1908.",
            )
        )
        == []
    )


def test_the_narrower_date_is_the_event_s_where_both_agree() -> None:
    found = resolved(
        "Ada Quill sued Ben Moor over the Corran mill in May 1908.",
        "Ada Quill sued Ben Moor over the Corran mill on 6 May 1908.",
    )
    assert listing(found) == [
        "1908-05-06 Ada Quill sued Ben Moor over the Corran mill in May 1908: d1, d2"
    ]


def test_other_people_do_other_things() -> None:
    assert (
        listing(resolved("Ada Quill resigned on 6 May 1908.", "Ben Moor resigned on 6 May 1908."))
        == []
    )


def test_what_is_less_likely_is_asked_about_with_reasons() -> None:
    found = resolved("Ada Quill spoke in Lowick.", "Ada Quill spoke to Ben Moor in Osterby.")
    assert listing(found) == []
    assert [d.claims for d in found.doubts if "same word for the event (+2.5)" in d.because] == [
        ("d1-c1", "d2-c1")
    ]


WORDS = ("sold", "sale", "left", "resigned", "met", "burned", "said", "held")
DATES = (
    "unknown",
    "1908",
    "1908-05",
    "1908-05-04",
    "1908-05-06",
    "1908-05-04/1908-05-09",
    "../1908-05-05",
    "1908-05-05T10:00",
    "1909",
)
SENTENCES = (
    "The Corran mill {} at Osterby",
    "Quill {} the bonds",
    "Moor {} the mill of Corran",
    "nobody {} anything",
)
claims = st.lists(
    st.tuples(
        st.integers(0, 4),
        st.sampled_from(SENTENCES),
        st.sampled_from(WORDS),
        st.sampled_from(DATES),
    ),
    min_size=2,
    max_size=14,
)


@cache
def _document(n: int, text: str) -> Document:
    return Document(f"d{n}", f"page{n}.txt", "", text, f"{n:064}", published="1908-06-01")


def readings(told: list[tuple[int, str, str, str]]) -> list[Reading]:
    """Documents whose every line is a claim."""
    out = []
    for n in sorted({d for d, *_ in told}):
        lines = [(s.format(word), word, date) for d, s, word, date in told if d == n]
        document = _document(n, "\n".join(line for line, _, _ in lines))
        found: list[Claim] = []
        start = 0
        for line, word, date in lines:
            at = start + line.index(word)
            found.append(
                Claim(
                    f"d{n}-c{len(found)}",
                    f"d{n}",
                    0,
                    (start, start + len(line)),
                    line,
                    (at, at + len(word)),
                    "act",
                    line,
                    When(date),
                )
            )
            start += len(line) + 1
        out.append(Reading(document, (), claims=tuple(found)))
    return out


@settings(max_examples=150, deadline=None)
@given(claims)
def test_no_two_claims_of_an_event_exclude_each_other(
    told: list[tuple[int, str, str, str]],
) -> None:
    for event in resolution.resolve(readings(told), {}).events:
        for one in event.claims:
            assert all(
                edtf.interval(one.when.edtf).meets(edtf.interval(other.when.edtf))
                for other in event.claims
            )


@settings(max_examples=150, deadline=None)
@given(claims, st.randoms())
def test_the_same_events_in_whatever_order_documents_come(
    told: list[tuple[int, str, str, str]], random: object
) -> None:
    straight = readings(told)
    shuffled = list(straight)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = resolution.resolve(straight, {}), resolution.resolve(shuffled, {})
    sets = [{frozenset(c.id for c in e.claims) for e in found.events} for found in (one, other)]
    assert sets[0] == sets[1]
    assert {frozenset(d.claims) for d in one.doubts} == {frozenset(d.claims) for d in other.doubts}
    assert {
        (frozenset(c.id for c in e.claims), e.corroboration.independent) for e in one.events
    } == {(frozenset(c.id for c in e.claims), e.corroboration.independent) for e in other.events}


@st.composite
def decided_claims(draw: st.DrawFn) -> tuple[list[Reading], AppliedDecisions]:
    """Claims of documents, of which some in one document are read as one event, and what people said of them: merges and partings, in any order."""
    told = readings(draw(claims))
    ids = [c.id for r in told for c in r.claims]
    same = [
        replace(
            r,
            claims=tuple(
                replace(c, same_as=r.claims[0].id) if i and draw(st.booleans()) else c
                for i, c in enumerate(r.claims)
            ),
        )
        for r in told
    ]
    some = st.lists(st.sampled_from(ids), min_size=2, max_size=4, unique=True)
    decision = st.tuples(st.booleans(), some if len(ids) > 1 else st.just(ids))
    constraints = constrained(draw(st.lists(decision, max_size=5)))
    return same, AppliedDecisions(events=constraints.resolved())


def constrained(decided: Sequence[tuple[bool, list[str]]]) -> LinkConstraints:
    """The constraints of decisions: whether the ids are linked, and the ids."""
    constraints = LinkConstraints()
    for linked, ids in decided:
        if linked:
            constraints.must_link(ids)
        else:
            constraints.cannot_link([[i] for i in ids])
    return constraints


@settings(max_examples=150, deadline=None)
@given(decided_claims(), st.randoms())
def test_constraints_hold_whatever_the_order_of_documents(
    told: tuple[list[Reading], AppliedDecisions], random: object
) -> None:
    straight, decided = told
    shuffled = list(straight)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = (resolution.resolve(order, {}, decided) for order in (straight, shuffled))
    assert event_sets(one) == event_sets(other)
    assert doubted(one) == doubted(other)
    linked, separated = decided.events.must_link, sorted(decided.events.cannot_link)
    assert [len(ids) for ids in events_of(one, linked)] == [1] * len(linked)
    assert [len(ids) for ids in events_of(one, separated)] == [2] * len(separated)
    asked = events_of(one, map(tuple, doubted(one)))
    assert [ids for ids in events_of(one, separated) if ids in asked] == []


def events_of(found: Resolved, groups: Iterable[tuple[str, ...]]) -> list[set[str]]:
    """The events of each group of claims."""
    event_of = {c.id: e.id for e in found.events for c in e.claims}
    return [{event_of[i] for i in ids} for ids in groups]


def doubted(found: Resolved) -> set[frozenset[str]]:
    """The claims of each possible duplicate event."""
    return {frozenset(d.claims) for d in found.doubts if d.claims}


def event_sets(found: Resolved) -> set[frozenset[str]]:
    """The claims of each event."""
    return {frozenset(c.id for c in e.claims) for e in found.events}


said = st.lists(
    st.tuples(st.booleans(), st.lists(st.integers(0, 5), min_size=2, max_size=3, unique=True)),
    max_size=8,
)


@given(said)
def test_the_last_decision_wins(
    words: list[tuple[bool, list[int]]],
) -> None:
    decided = [(linked, [f"c{n}" for n in numbers]) for linked, numbers in words]
    found = constrained(decided).resolved()
    linked_with = {i: set(group) for group in found.must_link for i in group}
    assert [p for p in found.cannot_link if p[1] in linked_with.get(p[0], ())] == []
    for linked, ids in decided[-1:]:
        pairs = set(combinations(sorted(ids), 2))
        assert set(ids) <= linked_with.get(ids[0], set()) if linked else pairs <= found.cannot_link


def test_one_document_more_changes_nothing_that_it_does_not_touch() -> None:
    before = resolved(
        "The Corran bridge collapsed on 4 May 1908.",
        "On 4 May 1908 the bridge at Corran collapsed.",
    )
    after = resolved(
        "The Corran bridge collapsed on 4 May 1908.",
        "On 4 May 1908 the bridge at Corran collapsed.",
        "Ada Quill wed Ben Moor in 1911.",
    )
    assert [replace(e, id="") for e in after.events[: len(before.events)]] == [
        replace(e, id="") for e in before.events
    ]
