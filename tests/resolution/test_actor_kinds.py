"""Whether an actor is a person, a body or a thing: what the words of all documents show goes before what one of them was taken for."""

from __future__ import annotations

import pytest

from seriatim.model import Claim, Document, Mention, MentionKind, Participant, Passage, Reading
from seriatim.resolution import actors


def reading(n: int, text: str, *named: tuple[str, str, MentionKind]) -> Reading:
    """A document with mentions (words, name, kind), found from left to right, all of which take part in one claim."""
    mentions, at = [], 0
    for i, (words, name, kind) in enumerate(named):
        at = text.index(words, at)
        mentions.append(Mention(f"d{n}-m{i}", f"d{n}", 0, (at, at + len(words)), words, name, kind))
        at += len(words)
    taking_part = tuple(Participant(m.id, "agent") for m in mentions)
    claim = Claim(
        f"d{n}-c1",
        f"d{n}",
        0,
        (0, len(text)),
        text,
        (0, 1),
        "other",
        text,
        participants=taking_part,
    )
    passage = Passage(f"d{n}", 0, "paragraph", ((0, len(text)),))
    return Reading(
        Document(f"d{n}", f"{n}.txt", "", text, str(n)), (passage,), (), tuple(mentions), (claim,)
    )


def told(*readings: Reading) -> list[str]:
    """Kind and name of each actor, and how else it is called."""
    return [f"{a.kind}: {', '.join((a.name, *a.aliases))}" for a in actors.resolve(readings, {})[0]]


def test_a_given_name_makes_a_person_of_what_was_taken_for_a_body() -> None:
    assert told(
        reading(1, "Greta Holm declined.", ("Greta Holm", "Greta Holm", "organization"))
    ) == ["person: Greta Holm"]


def test_so_does_its_last_word_as_a_name_elsewhere() -> None:
    one = reading(
        1, "Venantius Corrado declined.", ("Venantius Corrado", "Venantius Corrado", "organization")
    )
    other = reading(2, "Later Corrado left.", ("Corrado", "Corrado", "other"))
    assert told(one) == ["organization: Venantius Corrado"]
    assert told(one, other) == ["person: Venantius Corrado, Corrado"]


@pytest.mark.parametrize("name", ["Lowick Council", "Corran Bank", "Moor Trust"])
def test_a_body_by_its_noun_stays_a_body(name: str) -> None:
    assert told(reading(1, f"{name} declined.", (name, name, "organization"))) == [
        f"organization: {name}"
    ]


def test_he_and_it() -> None:
    he = reading(
        1,
        "Corrado left. He sang.",
        ("Corrado", "Corrado", "organization"),
        ("He", "Corrado", "pronoun"),
    )
    it = reading(
        1,
        "Corrado left. It sank.",
        ("Corrado", "Corrado", "organization"),
        ("It", "Corrado", "pronoun"),
    )
    assert (told(he), told(it)) == (["person: Corrado"], ["organization: Corrado"])


def test_a_ship_is_no_person() -> None:
    assert told(
        reading(1, "They sank the steamer Petronella.", ("Petronella", "Petronella", "person"))
    ) == ["other: Petronella"]


def test_an_office_is_a_role() -> None:
    assert told(reading(1, "Then the Emperor left.", ("Emperor", "Emperor", "other"))) == [
        "role: Emperor"
    ]


def test_a_surname_behind_the_full_name_is_that_persons_whatever_it_was_taken_for() -> None:
    text = "Greta Holm came. Holm asked the council."
    assert told(
        reading(1, text, ("Greta Holm", "Greta Holm", "person"), ("Holm", "Holm", "organization"))
    ) == ["person: Greta Holm, Holm"]


def test_a_town_is_nobodys_surname() -> None:
    text = "Greta Lowick came. Lowick asked the council."
    assert (
        len(
            told(
                reading(
                    1,
                    text,
                    ("Greta Lowick", "Greta Lowick", "person"),
                    ("Lowick", "Lowick", "place"),
                )
            )
        )
        == 2
    )


def test_a_body_of_another_document_is_not_taken_for_its_founder() -> None:
    one = reading(1, "Greta Holm came.", ("Greta Holm", "Greta Holm", "person"))
    assert len(told(one, reading(2, "Holm makes soap.", ("Holm", "Holm", "organization")))) == 2
    assert len(told(one, reading(2, "Holm made soap.", ("Holm", "Holm", "other")))) == 1


def test_a_surname_that_a_person_is_called_by_elsewhere_is_that_persons() -> None:
    one = reading(
        1,
        "Greta Holm came. Holm sang.",
        ("Greta Holm", "Greta Holm", "person"),
        ("Holm", "Greta Holm", "person"),
    )
    assert told(one, reading(2, "Holm left.", ("Holm", "Holm", "organization"))) == [
        "person: Greta Holm, Holm"
    ]


def test_of_two_of_one_surname_neither_is_meant() -> None:
    text = "Greta Holm met Karl Holm. Holm asked the council."
    named: tuple[tuple[str, str, MentionKind], ...] = (
        ("Greta Holm", "Greta Holm", "person"),
        ("Karl Holm", "Karl Holm", "person"),
        ("Holm", "Holm", "organization"),
    )
    assert len(told(reading(1, text, *named))) == 3
