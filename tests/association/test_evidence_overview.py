"""What a chronology as a whole rests on: documents, sources, the best and the least evidenced, what is missing."""

from __future__ import annotations

from dataclasses import replace

from seriatim.association.evidence_overview import Grounds, grounds
from seriatim.model import Corroboration, Document, Reading
from tests.association.network import chronology


def of(*lines: str) -> Grounds:
    told = chronology(*lines)
    return grounds(told, told.events)


def test_sources_are_counted_by_name_and_those_without_one_are_told() -> None:
    found = of(
        "meeting 1911 ada,ben by:cora",
        "call 1911 ada,ben by:cora by:officials",
        "call 1912 ada,ben",
    )
    assert [(c.name, c.claims, c.documents, c.named) for c in found.cited] == [
        ("Cora Lind", 2, 1, True),
        ("officials", 1, 1, False),
    ]
    assert found.own_words == 1
    assert found.documents == (("d1", 3),)


def test_who_is_named_twice_in_a_chain_counts_once() -> None:
    assert [(c.name, c.claims) for c in of("meeting 1911 ada,ben by:cora by:cora").cited] == [
        ("Cora Lind", 1)
    ]


def test_one_who_is_spelt_in_capitals_is_the_same() -> None:
    found = of(
        "meeting 1911 ada,ben by:ALDER", "call 1911 ada,ben by:ALDER", "call 1912 ada,ben by:Alder"
    )
    assert [(c.name, c.claims) for c in found.cited] == [("Alder", 3)]


def test_the_best_evidenced_lack_least_and_the_least_evidenced_most() -> None:
    found = of(
        "meeting unknown ada,ben hedged",
        "call 1911 ada,ben",
        "call 1912 ada,ben by:ada documents:2",
        "call 1913 ada,ben by:ada documents:3",
        "call 1914 ada,ben -",
    )
    assert [e.event.id for e in found.best(2)] == ["e4", "e3"]
    assert [e.event.id for e in found.best(9)] == ["e4", "e3", "e2", "e1"], (
        "what nobody says happened is not evidenced"
    )
    assert [e.event.id for e in found.least(2, but=found.best(2))] == ["e1", "e2"]
    assert [e.event.id for e in found.least(9)] == ["e1", "e2", "e5"], (
        "where nothing is missing nothing is weak"
    )


def test_events_by_what_is_missing() -> None:
    found = of(
        "meeting unknown ada,ben by:ada documents:2",
        "call 1911 ada,ben -",
        "call 1911 ada,ben by:ada documents:2",
    )
    assert {what: [e.event.id for e in events] for what, events in found.missing().items()} == {
        "nobody": ["e2"],
        "denied": ["e2"],
        "undated": ["e1"],
    }


def test_addresses_of_which_no_document_is_there() -> None:
    found = of(
        "meeting 1911 ada,ben cites:https://harbour.example/papers/Minutes-of-May.pdf?page=2",
        "call 1911 ada,ben cites:https://harbour.example/papers/Minutes-of-May.pdf?page=2 cites:https://harbour.example/diary.html",
        "call 1912 ada,ben cites:https://[half",
    )
    assert [(a.url, a.event, a.claims) for a in found.absent] == [
        ("https://harbour.example/papers/Minutes-of-May.pdf?page=2", "e1", 2),
        ("https://[half", "e3", 1),
    ], "diary.txt is in the case"


def test_documents_that_are_not_independent_and_those_without_a_date() -> None:
    told = chronology("meeting 1911 ada,ben", "call 1911 ada,ben", "call 1912 ada,ben")
    copied = Corroboration(1, 2, ("copy.txt repeats the wording of diary.txt",))
    events = tuple(replace(e, corroboration=copied) if e.id != "e3" else e for e in told.events)
    other = Reading(Document("d2", "copy.txt", "Copy", "", "1" * 64), ())
    found = grounds(replace(told, readings=(*told.readings, other)), events)
    assert found.ties == (("copy.txt repeats the wording of diary.txt", 2),)
    assert found.undated == ("d1",), "a document that tells none of the events is left out"
