"""Who is one and the same, and which claims are of one event."""

from tests.claims.telling import resolved


def test_one_actor_a_name_across_documents() -> None:
    found = resolved("Ada Quill sold the mill. Quill left.", "The board sued Ada Quill.")
    assert [(a.id, a.name, a.kind) for a in found.actors] == [("a1", "Ada Quill", "person"), ("a2", "board", "organization")]
    assert {m.document for m in found.actors[0].mentions} == {"d1", "d2"}


def test_events_are_numbered_in_the_order_of_documents_and_words() -> None:
    found = resolved("Ada Quill sold the mill. Ben Moor left.", "The board sued Ada Quill.")
    assert [(e.id, e.claims[0].document) for e in found.events] == [("e1", "d1"), ("e2", "d1"), ("e3", "d2")]


def test_groups_take_names_and_patterns() -> None:
    found = resolved("Ada Quill met Ben Moor.", groups={"mill": ("*Quill",), "town": ("ben moor", "Ida Moss")})
    assert found.groups == {"mill": ("a1",), "town": ("a2",)}
    assert [a.groups for a in found.actors] == [("mill",), ("town",)]
