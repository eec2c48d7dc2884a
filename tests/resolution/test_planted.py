"""Forty planted articles: one line an event, independent documents counted, versions side by side, two people of one name apart."""

from __future__ import annotations

from functools import cache

from seriatim import resolution
from seriatim.analysis import analyse
from seriatim.model import Event, Reading
from seriatim.pipeline import claims
from seriatim.readers import read_bytes
from seriatim.resolution import Resolved
from seriatim.temporal import timexes
from tests.resolution.planted import FLOOD, SUPPORT, articles


@cache
def read() -> tuple[Reading, ...]:
    """The articles, read."""
    readings = []
    for n, article in enumerate(articles(), 1):
        document, passages = read_bytes(
            article.text.encode(), f"page{n}.txt", published=article.published, first=n
        ).documents[0]
        found = claims.read(
            document,
            list(analyse(document, passages)),
            timexes.read(document, passages),
            model=False,
        )
        readings.append(Reading(document, passages, (), found.mentions, found.claims))
    return tuple(readings)


@cache
def found() -> Resolved:
    """The articles, read and resolved."""
    return resolution.resolve(read(), {})


def events() -> dict[int, Event]:
    """The event with the most documents for each planted one."""
    planted = {f"d{n}": article.event for n, article in enumerate(articles(), 1)}
    best: dict[int, Event] = {}
    for event in found().events:
        assert len({planted[c.document] for c in event.claims}) == 1, (
            f"two planted events in one line: {event.summary}"
        )
        number = planted[event.claims[0].document]
        if (
            number not in best
            or event.corroboration.documents > best[number].corroboration.documents
        ):
            best[number] = event
    return best


def test_every_event_is_one_line_with_its_independent_documents() -> None:
    assert {
        n: (e.corroboration.independent, e.corroboration.documents)
        for n, e in sorted(events().items())
    } == SUPPORT


def test_the_three_versions_stand_side_by_side() -> None:
    told = [d for d in events()[FLOOD].differences if d.aspect == "how many"]
    assert [(d.kind, [said for said, _ in d.sides]) for d in told] == [
        ("contradiction", ["40 houses", "at least 72 houses", "at least 100 houses"])
    ]


def test_two_people_of_one_name_are_two() -> None:
    hales = [a for a in found().actors if a.name == "John Hale"]
    assert [sorted({m.document for m in a.mentions}) for a in hales] == [
        ["d22", "d23"],
        ["d24", "d25"],
    ]


def test_the_same_actors_and_doubts_about_them_in_whatever_order_documents_come() -> None:
    seen = []
    for order in (read(), read()[::-1], read()[1::2] + read()[::2]):
        made = resolution.resolve(order, {})
        actors = {frozenset(m.id for m in a.mentions) for a in made.actors}
        seen.append(
            (
                actors,
                {(frozenset(d.mentions), d.score, d.because) for d in made.doubts if d.mentions},
            )
        )
    assert seen[0][1]
    assert seen[0] == seen[1] == seen[2]
