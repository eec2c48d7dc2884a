"""Two names that may be one actor's: asked about with reasons, not put together; and no more once somebody decided."""

from __future__ import annotations

from seriatim.resolution import Resolved
from tests.pipeline.reading import resolved


def listing(found: Resolved) -> list[str]:
    """The pairs by the words of their mentions, with what speaks for and against it."""
    names = {m.id: a.name for a in found.actors for m in a.mentions}
    return [
        f"{' ~ '.join(names[m] for m in d.mentions)} {d.score:+.1f}: {'; '.join(d.because)}"
        for d in found.doubts
        if d.mentions
    ]


def test_a_surname_that_two_people_have_may_be_either_s() -> None:
    found = resolved(
        "Ada Quill sold the mill to Ben Moor.",
        "Tom Quill bought a boat.",
        "Mrs Quill met Ben Moor.",
    )
    assert listing(found) == [
        "Ada Quill ~ Quill +0.3: one name is the surname of the other (+2.5); the short name fits other actors too (-0.6); mentioned with the same actors (+0.4)",
    ]


def test_one_letter_between_two_documents() -> None:
    found = resolved("Magnus Thoresby leased the quarry.", "Magnus Thoresbey sold the quarry.")
    assert listing(found) == [
        "Magnus Thoresbey ~ Magnus Thoresby +0.2: names differ by one letter (+2.2)"
    ]


def test_two_letters_and_two_first_names_are_two_people() -> None:
    assert (
        listing(
            resolved(
                "Magnus Thoresby leased the quarry.",
                "Magnus Theresbey sold it. Marcus Thoresby left.",
            )
        )
        == []
    )


def test_an_initial() -> None:
    found = resolved(
        "Ada Quill sold the mill.", "A. Quill left Osterby.", "Anna Quill met Ben Moor."
    )
    assert [line.split(":")[0] for line in listing(found)] == []
    found = resolved("Ada Quill sold the mill.", "A. Quill left Osterby.")
    assert listing(found) == [
        "A. Quill ~ Ada Quill +0.5: one name has an initial where the other has a first name (+2.5)"
    ]


def test_namesakes_that_were_told_apart_are_asked_about() -> None:
    found = resolved(
        "John Hale, the mayor, opened the library.", "John Hale, a fisherman, drowned off Kell."
    )
    assert listing(found) == [
        "John Hale ~ John Hale +0.0: same name (+3.0); described in different ways (-1.0)"
    ]


def test_who_stand_side_by_side_are_two() -> None:
    assert (
        listing(
            resolved(
                "Ada Quill met Magnus Thoresby.",
                "Magnus Thoresbey and Magnus Thoresby met Ada Quill. Ben Moor met Ada Quill.",
            )
        )
        == []
    )


def test_a_misprint_in_one_document_is_asked_but_not_two_given_names() -> None:
    told = listing(
        resolved(
            "Hans von Bernsdorf met Ada Quill.\n\nHans von Bernstorf left Lowick with Ada Quill.\n"
        )
    )
    assert [line.split(" +")[0] for line in told] == ["Hans von Bernsdorf ~ Hans von Bernstorf"]
    assert (
        listing(
            resolved("John Thoresby met Ada Quill.\n\nJoan Thoresby left Lowick with Ada Quill.\n")
        )
        == []
    )
