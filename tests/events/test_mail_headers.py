"""A mail is an event of type message: from one person, to others, at a given minute."""

from seriatim import pipeline
from seriatim.readers import read_bytes

MAIL = b"""\
From: Ada Quill <ada@example.org>
To: Ben Moor <ben@example.org>, "Fenn, Cyrus" <fenn@example.org>
Cc: board@example.org
Date: Fri, 3 May 1912 23:12:00 -0500
Subject: The lamp

The lamp failed on 2 May 1912.
"""


def test_the_header_is_one_claim_of_a_message() -> None:
    document, passages = read_bytes(MAIL, "a.eml").documents[0]
    reading = pipeline.read(document, passages, model=False)
    names = {m.id: m.name for m in reading.mentions}
    first, *rest = reading.claims
    assert [(names[p.mention], p.role) for p in first.participants] == [
        ("Ada Quill", "agent"), ("Ben Moor", "recipient"), ("Cyrus Fenn", "recipient"), ("board@example.org", "recipient"),
    ]  # fmt: skip
    assert (first.kind, first.when.edtf, first.when.text) == (
        "message",
        "1912-05-03T23:12",
        "Fri, 03 May 1912 23:12:00 -0500",
    )
    assert first.summary == "Ada Quill to Ben Moor, Cyrus Fenn, board@example.org: The lamp"
    assert document.text[slice(*first.span)] == first.quote
    assert document.text[slice(*first.predicate)] == "From"
    assert all(document.text[slice(*m.span)] == m.text for m in reading.mentions)
    assert [c.when.edtf for c in rest] == ["1912-05-02"]
