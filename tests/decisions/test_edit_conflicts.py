"""Who must look again before a judgement is taken."""

from __future__ import annotations

from typing import Any

from seriatim.decisions.edit_conflicts import edit_conflicts
from seriatim.model import Decision, Selector


def about(start: Any, end: Any, document: Any = "a" * 64) -> Any:
    return Selector(document, "x" * (end - start), "", "", start, end)


def judgement(
    identity: Any, act: str = "date", *selectors: Any, target: str = "event", **more: Any
) -> Any:
    return Decision(
        identity, act, "Ada", "1917-01-16T00:00:00Z", target=target, selectors=selectors, **more
    )


FIRST = judgement("1", "date", about(10, 20))
NEW = judgement("", "reject", about(15, 18))


def test_what_stood_before_was_seen() -> None:
    assert edit_conflicts([FIRST], "1", [NEW]) == ()


def test_what_was_decided_about_the_same_words_since_stands_in_the_way() -> None:
    second = judgement("2", "accept", about(12, 17))
    assert edit_conflicts([FIRST, second], "1", [NEW]) == (second,)
    assert edit_conflicts([FIRST, second], "2", [NEW]) == ()


def test_who_knew_of_nothing_must_see_everything() -> None:
    assert edit_conflicts([FIRST], "0" * 64, [NEW]) == (FIRST,)


def test_other_words_documents_and_actors_are_in_nobodys_way() -> None:
    others = [
        judgement("2", "accept", about(20, 30)),
        judgement("3", "accept", about(10, 20, "b" * 64)),
        judgement("4", "name", about(10, 20), target="actor", value="Ada"),
        judgement("5", "published", target="document", document="a" * 64, value="1917"),
        judgement("6", "comment", about(10, 20), why="look here"),
        judgement("7", "ask", target="case", value="a question"),
    ]
    assert edit_conflicts([FIRST, *others], "1", [NEW]) == ()


def test_an_undo_is_about_what_it_undoes() -> None:
    undo = judgement("2", "undo", target="judgement", undoes="1")
    again = judgement("3", "undo", target="judgement", undoes="2")
    assert edit_conflicts([FIRST, undo], "1", [NEW]) == (undo,)
    assert edit_conflicts([FIRST, undo, again], "2", [NEW]) == (again,)


def test_two_dates_of_one_document() -> None:
    one = judgement("2", "published", target="document", document="a" * 64, value="1917")
    assert edit_conflicts(
        [FIRST, one],
        "1",
        [judgement("", "published", target="document", document="a" * 64, value="1918")],
    ) == (one,)
    assert (
        edit_conflicts(
            [FIRST, one],
            "1",
            [judgement("", "published", target="document", document="b" * 64, value="1918")],
        )
        == ()
    )
