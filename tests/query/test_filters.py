"""The FILTER language: which events its words choose, and what it says of words that can't be meant."""

from __future__ import annotations

import contextlib
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seriatim.model import (
    Actor,
    Certainty,
    Chronology,
    Claim,
    Event,
    EventActor,
    Source,
    Status,
    When,
)
from seriatim.query import filters
from seriatim.query.filters import Facts
from seriatim.temporal import edtf

DOCS = Path(__file__).parents[2] / "docs" / "filters.md"


def event(
    name: str,
    kind: str,
    edtf: str,
    *actors: str,
    certainty: Certainty = "certain",
    source: str = "",
    latest: str | None = None,
    status: Status = "proposed",
) -> Event:
    sources = (Source(source, (0, 1)),) if source else ()
    claim = Claim(
        f"{name}-c",
        "d1",
        0,
        (0, len(name)),
        name,
        (0, 1),
        kind,
        name,
        sources=sources,
        certainty=certainty,
    )
    return Event(
        name,
        kind,
        f"{name} happened",
        When(edtf, latest=latest),
        (claim,),
        actors=tuple(EventActor(a, "agent") for a in actors),
        status=status,
    )


CHRONOLOGY = Chronology(
    "Harbour",
    (),
    actors=(
        Actor("a1", "Jane Roe", "person", aliases=("the Heron",), groups=("north",)),
        Actor("a2", "Adam Quill", "person"),
        Actor("a3", "Quill, Roe and Sons", "organization"),
    ),
    events=(
        event("dinner", "meeting", "1911-04-02", "a1", "a2"),
        event(
            "visit",
            "meeting",
            "1911",
            "a2",
            certainty="possible",
            source="Adam Quill",
            status="disputed",
        ),
        event("letter", "message", "1912-01", "a1", source="a clerk of the Quill house"),
        event("sale", "payment", "unknown", "a3", status="rejected"),
        event("storm", "accident", "unknown", latest="1910-12-31"),
    ),
    groups={"traders": ("a3",)},
)


def chosen(text: str) -> str:
    return " ".join(e.id for e in filters.select(CHRONOLOGY, filters.parse(text)))


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("", "dinner visit letter sale storm"),
        ("kind:meeting", "dinner visit"),
        ("kind:Meeting,message", "dinner visit letter"),
        ("-kind:meeting", "letter sale storm"),
        ("kind:meeting -certainty:possible", "dinner"),
        ('actor:"Jane Roe"', "dinner letter"),
        ('actor:"Quill, Roe and Sons"', "sale"),
        ("actor:Roe", "dinner letter sale"),
        ("actor:heron,a3", "dinner letter sale"),
        ("group:north", "dinner letter"),
        ("group:TRADERS,north", "dinner letter sale"),
        ("source:quill", "visit letter"),
        ("certainty:possible", "visit"),
        ("since:1911-05", "visit letter"),
        ("until:1911-03", "visit storm"),
        ("since:1911-05 until:1911-12", "visit"),
        ("dated:no", "sale storm"),
        ("dated:yes,no", "dinner visit letter sale storm"),
        ("status:rejected", "sale"),
        ("-status:rejected", "dinner visit letter storm"),
        ("status:disputed,Rejected", "visit sale"),
        ("status:proposed dated:yes", "dinner letter"),
        ("ORM", "storm"),
        ("-storm dated:no", "sale"),
        ('text:"letter  happened"', "letter"),
        ("text:“letter happened”", "letter"),
    ],
)
def test_words_choose_events(text: str, events: str) -> None:
    assert chosen(text) == events


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "kind:meating",
            "kind:meating: no event has the kind 'meating'; known: accident, meeting, message, payment. Did you mean 'meeting'?",
        ),
        (
            "knid:meeting",
            "knid:meeting: there is no field 'knid'; known: actor, certainty, dated, during, group, kind, since, source, status, text, until. Did you mean 'kind'?",
        ),
        (
            'actor:"Jane Row"',
            "actor:\"Jane Row\": nobody is named 'Jane Row'; known: Adam Quill, Jane Roe, Quill, Roe and Sons. Did you mean 'Jane Roe'?",
        ),
        (
            "group:nort",
            "group:nort: there is no group 'nort'; known: north, traders. Did you mean 'north'?",
        ),
        (
            "certainty:maybe",
            "certainty:maybe: 'maybe' is not a value of certainty; known: certain, possible, probable",
        ),
        ("dated:perhaps", "dated:perhaps: 'perhaps' is not a value of dated; known: no, yes"),
        (
            "status:disputd",
            "status:disputd: 'disputd' is not a value of status; known: accepted, disputed, proposed, rejected. Did you mean 'disputed'?",
        ),
        (
            "since:April",
            "since:April: 'April' is not a date; write a year, month or day, such as 2016, 2016-04 or 2016-04-27",
        ),
        ("until:1911,1912", "until:1911,1912: until takes one date"),
        ("kind:", "kind:: a value is missing after the colon"),
        ('kind:"meeting', "'kind:\"meeting': a quotation mark is not closed"),
    ],
)
def test_a_wrong_word_is_named(text: str, message: str) -> None:
    with pytest.raises(filters.FilterError, match=f"^{re.escape(message)}$"):
        filters.select(CHRONOLOGY, filters.parse(text))


@pytest.mark.parametrize(
    ("words", "filter_"),
    [
        (["actor:Jane Roe", "kind:meeting"], 'actor:"Jane Roe" kind:meeting'),
        (["actor:Jane kind:meeting"], "actor:Jane kind:meeting"),
        (['actor:"Jane Roe" storm'], 'actor:"Jane Roe" text:storm'),
        (["the storm"], "text:the text:storm"),
    ],
)
def test_a_shell_takes_the_quotation_marks(words: list[str], filter_: str) -> None:
    assert str(filters.parse_words(words)) == filter_


values = (
    st.text(st.characters(exclude_characters='"“”', codec="utf-8"), min_size=1)
    .map(lambda t: " ".join(t.split()))
    .filter(bool)
)
terms = st.builds(
    filters.Term,
    st.sampled_from(["kind", "actor", "group", "text", "source"]),
    st.lists(values, min_size=1).map(tuple),
    st.booleans(),
)


@given(st.lists(terms).map(lambda ts: filters.Filter(tuple(ts))))
def test_a_filter_reads_as_it_is_written(wanted: filters.Filter) -> None:
    assert filters.parse(str(wanted)) == wanted


@given(st.text())
def test_any_text_is_a_filter_or_a_filter_error(text: str) -> None:
    with contextlib.suppress(filters.FilterError):
        assert set(filters.select(CHRONOLOGY, filters.parse(text))) <= set(CHRONOLOGY.events)


@given(st.sampled_from(["kind:meeting", "actor:Roe", "dated:no", "since:1911-05", "storm"]))
def test_a_minus_chooses_the_rest(word: str) -> None:
    assert sorted(f"{chosen(word)} {chosen('-' + word)}".split()) == sorted(chosen("").split())


def test_every_field_is_documented() -> None:
    documented = set(re.findall(r"^\| `(\w+):`", DOCS.read_text(encoding="utf-8"), re.MULTILINE))
    assert documented == set(filters.FIELDS)


@pytest.mark.parametrize(
    ("asked", "start", "end", "inside"),
    [
        ("during:1911", "1911-03", "1911-03", True),
        ("during:1911", "1911-03", None, False),
        ("since:1911", "1911-03", None, True),
        ("since:1911 until:1912", "1910-12-31", "1911-05", False),
        ("until:1911", None, "1911-05", True),
        ("until:1911-04", "1911-04", "1911-05", False),
    ],
)
def test_what_certainly_lies_in_the_period(
    asked: str, start: str | None, end: str | None, *, inside: bool
) -> None:
    begun = edtf.interval(start).start if start else None
    ended = edtf.interval(end).end if end else None
    lies = filters.period(filters.parse(asked))
    assert lies is not None
    assert lies(Facts("act", (), (), True, begun, ended, True)) is inside


def test_a_filter_without_a_period_has_none() -> None:
    assert filters.period(filters.parse("kind:meeting -during:1911")) is None
