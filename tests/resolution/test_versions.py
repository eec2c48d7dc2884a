"""Versions that differ stay side by side; copies and hearsay count once, and it is said why."""

from __future__ import annotations

from seriatim import resolution
from seriatim.analysis import analyse
from seriatim.model import Claim, Event, Participant, Quantity, Reading
from seriatim.pipeline import claims
from seriatim.readers import read_bytes
from seriatim.resolution import versions
from seriatim.temporal import timexes


def events(*texts: tuple[str, str]) -> list[Event]:
    """The events that several documents tell, each with its date of publication."""
    readings = []
    for n, (published, text) in enumerate(texts, 1):
        document, passages = read_bytes(
            text.encode(), f"page{n}.txt", published=published, first=n
        ).documents[0]
        found = claims.read(
            document,
            list(analyse(document, passages)),
            timexes.read(document, passages),
            model=False,
        )
        readings.append(Reading(document, passages, (), found.mentions, found.claims))
    return [
        e
        for e in resolution.resolve(readings, {}).events
        if len({c.document for c in e.claims}) > 1
    ]


def differences(*texts: tuple[str, str]) -> list[str]:
    """Their differences."""
    return [
        f"{d.aspect}, {d.kind}: {' | '.join(said for said, _ in d.sides)}"
        for e in events(*texts)
        for d in e.differences
    ]


FLOOD = "The Corran flood of 4 May 1908 destroyed {} houses in Lowick."


def test_a_later_number_is_an_update() -> None:
    told = differences(
        ("1908-05-05", FLOOD.format("at least 72")), ("1908-05-09", FLOOD.format("at least 100"))
    )
    assert told == ["how many, update: at least 72 houses | at least 100 houses"]


def test_two_numbers_of_one_day_are_a_contradiction() -> None:
    told = differences(("1908-05-05", FLOOD.format("72")), ("1908-05-05", FLOOD.format("100")))
    assert told == ["how many, contradiction: 100 houses | 72 houses"]


def test_numbers_that_can_both_be_right() -> None:
    told = differences(
        ("1908-05-05", FLOOD.format("at least 72")), ("1908-05-05", FLOOD.format("100"))
    )
    assert told == ["how many, finer: 100 houses | at least 72 houses"]


def test_a_finer_date_is_no_contradiction() -> None:
    told = differences(
        ("1908-06-05", "Ada Quill sued Ben Moor in May 1908."),
        ("1908-06-05", "Ada Quill sued Ben Moor on 4 May 1908."),
    )
    assert told == ["when, finer: 1908-05 | 1908-05-04"]


def test_buyer_and_seller_are_no_two_versions() -> None:
    told = (
        ("1908-05-12", "Ada Quill sold the Lowick mill to Ben Moor on 11 May 1908."),
        ("1908-05-12", "On 11 May 1908 Ben Moor bought the Lowick mill from Ada Quill."),
    )
    assert len(events(*told)) == 1
    assert differences(*told) == []


def test_who_whether_and_where() -> None:
    places = {"m1": "Ada Quill", "m2": "Ben Moor"}
    one = Claim(
        "d1-c1",
        "d1",
        0,
        (0, 4),
        "left",
        (0, 4),
        "act",
        "left",
        place="Osterby",
        participants=(Participant("m1", "agent"),),
    )
    other = Claim(
        "d2-c1",
        "d2",
        0,
        (0, 4),
        "left",
        (0, 4),
        "act",
        "left",
        place="Lowick",
        participants=(Participant("m2", "agent"),),
        polarity="-",
    )
    found = versions.differences([one, other], {"d1": "1908", "d2": "1908"}, places)
    assert [(d.aspect, d.kind, d.sides) for d in found] == [
        ("who", "contradiction", (("Ada Quill", ("d1-c1",)), ("Ben Moor", ("d2-c1",)))),
        ("where", "contradiction", (("Lowick", ("d2-c1",)), ("Osterby", ("d1-c1",)))),
        (
            "whether",
            "contradiction",
            (("it did not happen", ("d2-c1",)), ("it happened", ("d1-c1",))),
        ),
    ]


def test_capitals_and_a_fuller_name_are_no_other_version() -> None:
    names = {"m1": "Osterby Navy", "m2": "Navy"}
    one = Claim(
        "d1-c1",
        "d1",
        0,
        (0, 4),
        "sank",
        (0, 4),
        "act",
        "sank",
        participants=(Participant("m1", "agent"),),
        quantities=(Quantity((0, 9), "12 Vessels"),),
    )
    other = Claim(
        "d2-c1",
        "d2",
        0,
        (0, 4),
        "sank",
        (0, 4),
        "act",
        "sank",
        participants=(Participant("m2", "agent"),),
        quantities=(Quantity((0, 9), "12 vessels"),),
    )
    assert versions.differences([one, other], {"d1": "1908", "d2": "1908"}, names) == ()


STORY = "The Corran bridge collapsed on the morning of 4 May 1908 under the weight of a train that carried slate from the quarries."


def test_a_reprint_counts_once_and_it_is_said_why() -> None:
    told = events(
        ("1908-05-05", STORY),
        ("1908-05-06", STORY.replace("slate", "grey slate")),
        ("1908-05-06", "On 4 May 1908 the bridge at Corran collapsed."),
    )
    assert [
        (e.corroboration.independent, e.corroboration.documents, e.corroboration.because)
        for e in told
    ][:1] == [(2, 3, ("page2.txt repeats the wording of page1.txt",))]


def test_one_agency_counts_once() -> None:
    told = events(
        ("1908-05-05", "OSTERBY (Reuters) - On 4 May 1908 the bridge at Corran collapsed."),
        ("1908-05-06", "The Corran bridge collapsed on 4 May 1908.\n\nReuters"),
    )
    assert [e.corroboration.because for e in told] == [
        ("page1.txt and page2.txt both credit Reuters",)
    ]
    assert [e.corroboration.independent for e in told] == [1]


def test_one_witness_counts_once() -> None:
    told = events(
        ("1908-05-05", "Ada Quill said that the Corran bridge collapsed on 4 May 1908."),
        ("1908-05-06", "According to Ada Quill, on 4 May 1908 the bridge at Corran collapsed."),
    )
    assert [e.corroboration.independent for e in told if "collapsed" in e.summary] == [1]
    assert [e.corroboration.because for e in told if "collapsed" in e.summary] == [
        ("page1.txt and page2.txt both rely on Ada Quill",)
    ]
