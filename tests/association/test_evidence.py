"""What is missing: for each event what it rests on, weakest first, and no verdict."""

from __future__ import annotations

import pytest

from seriatim.association.evidence import evidence, say, told_by
from tests.association.network import chronology


def missing(*lines: str) -> str:
    told = chronology(*lines)
    return "; ".join(f"{e.event.id}: {', '.join(e.missing)}" for e in evidence(told, told.events))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("meeting 1911-03-02 ada,ben by:ada documents:2", "e1: "),
        ("meeting 1911-03-02 ada,ben by:cora documents:2", "e1: no first hand"),
        ("meeting 1911-03-02 ada,ben by:cora,by:ada documents:2", "e1: no first hand"),
        ("meeting 1911-03-02 ada,ben by:ada", "e1: one source"),
        ("meeting unknown ada,ben by:ada documents:2", "e1: undated"),
        ("meeting 1911 ada,ben by:ada documents:2 hedged", "e1: hedged"),
        ("meeting 1911 ada,ben by:ada documents:2 possible", "e1: hedged"),
        ("meeting 1911 ada,ben by:ada documents:2 wrong", "e1: contradicted"),
        ("meeting 1911 ada,ben by:ada -", "e1: nobody, denied"),
        ("meeting 1911 ada,ben planned", "e1: nobody"),
    ],
)
def test_what_is_missing(line: str, expected: str) -> None:
    assert missing(line) == expected


def test_the_last_of_a_chain_of_sources_is_whose_word_it_is() -> None:
    told = chronology("meeting 1911 ada,ben by:clerk by:ada")
    (support,) = evidence(told, told.events)[0].told
    assert (support.source, support.through, support.hand) == (
        "Ada Quill",
        ("clerk",),
        "first hand",
    )


def test_those_with_most_missing_come_first() -> None:
    strong, weak, weakest = (
        "meeting 1911 ada,ben by:ada documents:2",
        "meeting 1911 ada,ben by:cora",
        "meeting unknown ada,ben hedged",
    )
    told = chronology(strong, weak, weakest)
    assert [e.event.id for e in evidence(told, told.events)] == ["e3", "e2", "e1"]


def test_it_reads_as_a_list_without_a_verdict() -> None:
    told = chronology("meeting 1911-03-02 ada,ben by:cora hedged", "payment 1912 ada,ben -")
    assert say(evidence(told, told.events), {"d1": "diary.txt"}) == (
        "2 March 1911: perhaps a meeting: Ada Quill and Ben Moor (meeting, e1)\n"
        "  told by 1 claim in 1 document\n"
        "    “perhaps a meeting: Ada Quill and Ben Moor” (diary.txt, from Cora Lind; hedged: “perhaps”)\n"
        "  missing: everything rests on one document, or on documents that draw on one another; nobody who took part is named as its source; "
        "no claim tells it without a hedge\n"
        "  could be settled by: calendars of those present, a visitors' book, minutes, a hotel or travel record, found without the help of the first "
        "document, from somebody who took part\n"
        "\n"
        "1912: perhaps a payment: Ada Quill and Ben Moor (payment, e2)\n"
        "  only denied\n"
        "  denied: “perhaps a payment: Ada Quill and Ben Moor” (diary.txt, the document's own words)\n"
        "  missing: no claim says that it happened: it is only planned or denied; somebody denies it\n"
        "  could be settled by: the bank record of either side, the invoice, the receipt, from neither those who tell it nor those who deny it\n"
        "\n"
        "This lists what each event rests on, those with most missing first.  It doesn't say whether they happened.\n"
    )


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("payment 1911 ada,ben", "the bank record of either side"),
        ("payment 1911 -", ""),  # nobody pays nobody: the verb may mean something else
        ("travel 1911 ada in:Leeds", "a passenger list, ticket"),
        ("travel 1911 ada", ""),  # she "came by the text"
        ("travel 1911 - in:Leeds", ""),
        ("attack 1911 -", "reports of police"),  # befalls a place, whoever did it
        ("jousting 1911 ada,ben", ""),
        ("meeting 1911 ada,ben by:ada documents:2", ""),  # nothing is missing
    ],
)
def test_a_record_is_named_only_where_the_kind_of_event_is_certain(
    line: str, expected: str
) -> None:
    told = chronology(line)
    settles = evidence(told, told.events)[0].settles
    assert settles.startswith(expected)
    assert bool(settles) == bool(expected)


def test_what_is_told_by_several_says_how_many_of_them_are_independent() -> None:
    told = chronology("meeting 1911 ada,ben documents:2", "meeting 1911 ada,ben planned")
    one, other = sorted(evidence(told, told.events), key=lambda e: e.event.id)
    assert told_by(one) == "told by 1 claim in 2 documents, 2 of them independent of one another"
    assert told_by(other) == "only planned"
