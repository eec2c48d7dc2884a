"""Who is one and the same, and which claims are of one event."""

from tests.pipeline.reading import resolved


def test_one_actor_a_name_across_documents() -> None:
    found = resolved("Ada Quill sold the mill. Quill left.", "The board sued Ada Quill.")
    assert [(a.id, a.name, a.kind) for a in found.actors] == [
        ("a1", "Ada Quill", "person"),
        ("a2", "board", "organization"),
    ]
    assert {m.document for m in found.actors[0].mentions} == {"d1", "d2"}


def test_events_are_numbered_in_the_order_of_documents_and_words() -> None:
    found = resolved("Ada Quill sold the mill. Ben Moor left.", "The board sued Ada Quill.")
    assert [(e.id, e.claims[0].document) for e in found.events] == [
        ("e1", "d1"),
        ("e2", "d1"),
        ("e3", "d2"),
    ]


def test_groups_take_names_and_patterns() -> None:
    found = resolved(
        "Ada Quill met Ben Moor.", groups={"mill": ("*Quill",), "town": ("ben moor", "Ida Moss")}
    )
    assert found.groups == {"mill": ("a1",), "town": ("a2",)}
    assert [a.groups for a in found.actors] == [("mill",), ("town",)]


def test_forms_of_one_name_in_different_documents_are_one_actor() -> None:
    found = resolved(
        "Ada Quill sold the mill. The Osterby Harbour Board sued Ben Moor.",
        "Mrs Quill left Osterby. The OHB met.",
    )
    assert [(a.name, sorted({m.document for m in a.mentions})) for a in found.actors][:2] == [
        ("Ada Quill", ["d1", "d2"]),
        ("Osterby Harbour Board", ["d1", "d2"]),
    ]


def test_a_surname_that_two_people_have_is_left_open() -> None:
    found = resolved(
        "Ada Quill sold the mill.", "Tom Quill bought a boat.", "Mrs Quill left Osterby."
    )
    assert [
        sorted({m.document for m in a.mentions}) for a in found.actors if "Quill" in a.name
    ] == [["d1"], ["d2"], ["d3"]]


def test_an_initial_is_no_article() -> None:
    found = resolved(
        "Ada Quill met Tom Quill.", "A. Quill left Osterby.", "Mrs Quill sold the mill."
    )
    assert [
        (a.name, sorted({m.document for m in a.mentions}))
        for a in found.actors
        if a.name in ("Quill", "A. Quill")
    ] == [
        ("A. Quill", ["d2"]),
        ("Quill", ["d3"]),
    ]
