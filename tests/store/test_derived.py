"""The derived store: what is kept over something else is what is kept afresh, and what stands beside the events says what they say."""

from __future__ import annotations

import contextlib
import sqlite3
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seriatim.case import listing_index
from seriatim.model import (
    Actor,
    Chronology,
    Claim,
    Document,
    Event,
    EventActor,
    Finding,
    Passage,
    PossibleDuplicate,
    Reading,
    Source,
    When,
)
from seriatim.query import entries, filters, listing
from seriatim.query.search_words import parse
from seriatim.store.derived import Store

NAMES = ("Ada Quill", "Ben Moor", "the Heron", "Quill, Moor and Sons", "Ærø Bank")
DATES = (
    "unknown",
    "1911-05-03",
    "1910",
    "../1909-04",
    "1911-05/..",
    "191X",
    "1911-05-03T08:15",
    "1911-05~",
    "0044",
    "-0043-03-15",
)
TEXTS = (
    "The board met",
    "the  BOARD\nvoted",
    "Straße, a dam broke",
    "letters of Ada Quill",
    "a sale",
)

words = st.sampled_from(TEXTS)
claims = st.builds(
    lambda text, certainty, names: Claim(
        "c",
        "d1",
        0,
        (0, len(text)),
        text,
        (0, 1),
        "act",
        text,
        sources=tuple(Source(n, (0, 1)) for n in names),
        certainty=certainty,
    ),
    words,
    st.sampled_from(("certain", "probable", "possible")),
    st.lists(st.sampled_from(NAMES), max_size=2),
)
events = st.builds(
    lambda kind, text, date, latest, found, place, actors: Event(
        "e",
        kind,
        text,
        When(date, latest=latest),
        tuple(found),
        place,
        tuple(EventActor(a, "agent") for a in actors),
    ),
    st.sampled_from(("meeting", "call", "Act")),
    words,
    st.sampled_from(DATES),
    st.sampled_from((None, "1912")),
    st.lists(claims, min_size=1, max_size=2),
    st.sampled_from((None, "Harwich")),
    st.lists(st.sampled_from(("a1", "a2", "a3")), max_size=2, unique=True),
)
ACTORS = (
    Actor("a1", "Ada Quill", "person", ("the Heron",), ("north",)),
    Actor("a2", "Ben Moor", "person"),
    Actor("a3", "Quill, Moor and Sons", "organization"),
)


@st.composite
def chronologies(draw: st.DrawFn) -> Chronology:
    """Some events over and over, so that they fill several rows; the drawn ones at drawn places."""
    kinds = draw(st.lists(events, min_size=1, max_size=6))
    count = draw(st.integers(0, 200))
    found = tuple(renamed(kinds[(n * n) % len(kinds)], n) for n in range(count))
    readings = tuple(reading(n, draw(words)) for n in range(1, draw(st.integers(1, 4)) + 1))
    findings = tuple(Finding("x", "note", text) for text in draw(st.lists(words, max_size=2)))
    doubts = (PossibleDuplicate(("c0", "c1"), 2.5, ("the same kind (+0.3)",)),) if count > 1 else ()
    return Chronology(
        "Board",
        readings,
        ACTORS,
        found,
        findings=findings,
        doubts=doubts,
        groups={"traders": ("a3",)},
    )


def renamed(event: Event, n: int) -> Event:
    claims = tuple(
        Claim(f"c{n}.{k}", f"d{n % 4 + 1}", *_rest(c)) for k, c in enumerate(event.claims)
    )
    return Event(f"e{n}", event.kind, event.summary, event.when, claims, event.place, event.actors)


def _rest(claim: Claim) -> tuple[Any, ...]:
    return tuple(getattr(claim, name) for name in Claim.__slots__[2:])


def reading(n: int, text: str) -> Reading:
    whole = f"{text}. Report {n} of the board."
    document = Document(
        f"d{n}", "same.txt" if n % 2 else f"box/{n}.txt", "", whole, f"{n:02}{len(text):062x}"
    )
    return Reading(
        document,
        (
            Passage(f"d{n}", 0, "paragraph", ((0, len(text) + 1),)),
            Passage(f"d{n}", 1, "paragraph", ((len(text) + 2, len(whole)),)),
        ),
    )


def kept(store: Store, chronology: Chronology) -> Store:
    """As ``build`` does: the readings one by one, those of documents that are gone dropped, then the chronology."""
    there = store.fingerprints()
    for r in chronology.readings:
        if there.get(r.document.sha256) != r.document.path:
            store.keep_readings(r.document.sha256, r.document.path, (r,))
    store.forget(there.keys() - {r.document.sha256 for r in chronology.readings})
    store.keep_chronology(
        chronology, {"made from": "this"}, listing_index.ListingIndex(chronology, "program")
    )
    return store


def rows(store: Store) -> list[tuple[Any, ...]]:
    with contextlib.closing(sqlite3.connect(store.path)) as c:
        return (
            c.execute("SELECT * FROM nouns ORDER BY kind, number").fetchall()
            + c.execute("SELECT * FROM meta ORDER BY key").fetchall()
        )


terms = st.one_of(
    st.builds(lambda field, value, wanted: filters.Term(field, (value,), wanted), st.sampled_from(["actor", "text", "source"]), st.sampled_from([*NAMES, "Quill", "board", "STRASSE", "a"]), st.booleans()),
    st.builds(lambda value, wanted: filters.Term("kind", (value,), wanted), st.sampled_from(["meeting", "call", "act"]), st.booleans()),
    st.builds(lambda value: filters.Term("group", (value,)), st.sampled_from(["north", "traders"])),
    st.builds(lambda field, value: filters.Term(field, (value,)), st.sampled_from(["since", "until"]), st.sampled_from(["1911", "1911-05-03", "1909-04", "-0043"])),
    st.builds(lambda value, wanted: filters.Term("certainty", (value,), wanted), st.sampled_from(["certain", "possible"]), st.booleans()),
    st.builds(lambda value: filters.Term("dated", (value,)), st.sampled_from(["yes", "no"])),
)  # fmt: skip


def said(listed: Callable[[], str]) -> str:
    """A listing, or why there is none."""
    try:
        return listed()
    except filters.FilterError as error:
        return f"FilterError: {error}"


def selected(chronology: Chronology, wanted: filters.Filter) -> str:
    certainly = filters.period(wanted)
    events = filters.select(chronology, wanted)
    possible = {e.id for e in events if certainly and not certainly(filters.facts(e))}
    return listing.render(chronology, events, entries.folded(chronology.events), possible)


@settings(max_examples=60, deadline=None)
@given(chronologies(), st.lists(st.lists(terms, max_size=3), max_size=8))
def test_the_listing_from_the_store_is_that_of_the_events(
    chronology: Chronology, asked: list[list[filters.Term]]
) -> None:
    with tempfile.TemporaryDirectory() as name:
        store = kept(Store(Path(name, "s")), chronology)
        for wanted in (filters.Filter(tuple(one)) for one in asked):
            assert said(partial(listing_index.listing_of, store, wanted)) == said(
                partial(selected, chronology, wanted)
            )
        store.close()


@settings(max_examples=40, deadline=None)
@given(st.lists(chronologies(), min_size=2, max_size=4))
def test_what_is_kept_over_another_is_what_is_kept_afresh(several: list[Chronology]) -> None:
    with tempfile.TemporaryDirectory() as name:
        used, fresh = Store(Path(name, "used")), Store(Path(name, "fresh"))
        for chronology in several:
            kept(used, chronology)
        kept(fresh, several[-1])
        assert rows(used) == rows(fresh)
        assert used.chronology() == fresh.chronology()
        for asked in ("board", "report", "ada quill", '"the board"', "strasse"):
            assert used.search(parse(asked)) == fresh.search(parse(asked))
        used.close()
        fresh.close()


def test_doubts_are_kept(tmp_path: Path) -> None:
    doubt = PossibleDuplicate(("c1", "c2"), 2.625, ("the same kind (+0.3)",))
    store = kept(Store(tmp_path / "s"), Chronology("Board", (), doubts=(doubt,)))
    assert store.chronology().doubts == (doubt,)


def test_another_program_lists_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    claim = Claim("c", "d1", 0, (0, 1), "x", (0, 1), "act", "The board met")
    chronology = Chronology(
        "Board", (), events=(Event("e1", "act", "The board met", When(), (claim,)),)
    )
    store = kept(Store(tmp_path / "s"), chronology)
    monkeypatch.setattr(listing, "MARGIN", 4)
    store.keep_chronology(chronology, {}, listing_index.ListingIndex(chronology, "program"))
    assert listing_index.listing_of(store, filters.Filter()) != listing.render(
        chronology, chronology.events
    )
    store.keep_chronology(chronology, {}, listing_index.ListingIndex(chronology, "another"))
    assert listing_index.listing_of(store, filters.Filter()) == listing.render(
        chronology, chronology.events
    )


def test_a_store_of_the_first_form_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "s"
    with contextlib.closing(sqlite3.connect(path)) as c:
        c.executescript("""
            CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY);
            INSERT INTO alembic_version VALUES ('0001');
            CREATE TABLE meta (key VARCHAR NOT NULL PRIMARY KEY, value VARCHAR NOT NULL);
            INSERT INTO meta VALUES ('model', 'False'), ('made from', 'x'), ('title', 'Board');
            CREATE TABLE readings (sha256 VARCHAR NOT NULL PRIMARY KEY, fingerprint VARCHAR NOT NULL, blob BLOB NOT NULL);
            CREATE TABLE nouns (kind VARCHAR NOT NULL, number INTEGER NOT NULL, blob BLOB NOT NULL, PRIMARY KEY (kind, number));
            CREATE TABLE passages (number INTEGER NOT NULL PRIMARY KEY, sha256 VARCHAR NOT NULL, document VARCHAR NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL);
            CREATE VIRTUAL TABLE words USING fts5(text, content = '', tokenize = 'unicode61 remove_diacritics 2');
        """)
    store = Store(path)
    assert (store.get("model"), store.get("made from")) == ("False", None)
    chronology = Chronology("Board", (reading(1, "The board met"),))
    assert kept(store, chronology).chronology().title == "Board"


def test_who_reads_sees_one_build_whole(tmp_path: Path) -> None:
    """Another process builds between two questions of a reader: blocks of one build never stand under the name of another."""
    store = kept(
        Store(tmp_path / "derived.sqlite"), Chronology("first", (reading(1, "A mill burned."),))
    )
    store.keep_blocks("1", [("index", b"first")])
    other = Store(store.path)
    with store.snapshot():
        assert store.chronology().title == "first"
        other.forget([r.document.sha256 for r in store.chronology().readings])
        kept(other, Chronology("second", ()))
        other.keep_blocks("2", [("index", b"second")])
        assert (store.chronology().title, len(store.all_readings()), store.block("1", "index")) == (
            "first",
            1,
            b"first",
        )
    assert (store.chronology().title, len(store.all_readings()), store.block("1", "index")) == (
        "second",
        0,
        None,
    )
    assert store.block("2", "index") == b"second"
