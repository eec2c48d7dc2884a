"""A chronology of an invented event, made by hand, that shows every kind of date, doubt and disagreement that a page has to draw."""

from __future__ import annotations

import hashlib
from typing import Any

import msgspec

from seriatim.exports import wire
from seriatim.temporal import edtf

REPORT = """Inquiry into the fall of the Orlestone footbridge

Printed by order of the borough, 4 March 1892.

The footbridge over the Tarn at Orlestone was built in 1871 by Messrs Quill and Daughters. It was repaired about 1880, and again in the spring of 1887.

On 3 November 1891 the borough surveyor, Edwin Marsh, wrote to the mayor that the third pier was cracked. The mayor, Josiah Thorne, denied having received the letter.

From 9 November 1891 onwards the bridge was closed to carts. Carts may have crossed it at night, according to the toll keeper, who had it from a carter.

At 6.40 in the evening of 14 November 1891 the third span fell. At 7.05 the first boat reached the bank. Several hours later the constable, Ada Fenn, was told. At least eleven people were in the water.

Marsh met Thorne between 16 and 19 November 1891. The two are said to have agreed to say nothing of the letter.

The inquiry was to sit again in June 1892. The deed of the bridge has not been found.
"""

GAZETTE = """The Orlestone Gazette, 17 November 1891

THE BRIDGE

The span fell on Saturday at a quarter to seven, say those who were on the bank. Mr Thorne told this paper that he had reopened the bridge to carts on 12 November.

Our reporter was told by a clerk that Mr Marsh said in the spring that the pier would not last. <b>The board</b> met on Monday & broke up in anger.

The rope of the ferry had been cut some time before.
"""

MEMOIR = """What I saw at Orlestone, by Ada Fenn, written perhaps in 1913

I was called on the night of 14 November 1891, and I was at the water before seven. Mr Marsh came to me two days later. He said that the mayor had held his letter in his hand on the 5th.

My father had worked on that bridge in the seventies. In the nineteenth century nobody tested a pier.
"""


def document(
    identity: str, path: str, title: str, text: str, published: str | None, basis: Any
) -> wire.Document:
    digest = hashlib.sha256(text.encode()).hexdigest()
    lines, at = [], 0
    for number, line in enumerate(text.splitlines(keepends=True), 1):
        lines.append(wire.Location((at, at + len(line)), line=number))
        at += len(line)
    return wire.Document(identity, path, title, published, basis, "text/plain", digest, text, lines)


DOCUMENTS = [
    document(
        "d1",
        "inquiry.txt",
        "Inquiry into the fall of the Orlestone footbridge",
        REPORT,
        "1892-03-04",
        "dateline",
    ),
    document("d2", "gazette.txt", "The Orlestone Gazette", GAZETTE, "1891-11-17", "given"),
    document("d3", "memoir.txt", "What I saw at Orlestone", MEMOIR, None, "none"),
]
_TEXTS = {d.id: d.text for d in DOCUMENTS}
ACTORS = [
    wire.Actor("a1", "Edwin Marsh", "person", ["Marsh", "Mr Marsh"], ["borough"], []),
    wire.Actor(
        "a2", "Josiah Thorne", "person", ["Thorne", "Mr Thorne", "the mayor"], ["borough"], []
    ),
    wire.Actor("a3", "Ada Fenn", "person", ["the constable"], [], []),
    wire.Actor("a4", "Messrs Quill and Daughters", "organization", [], [], []),
    wire.Actor("a5", "the toll keeper", "role", [], [], []),
    wire.Actor("a6", "the board", "organization", [], ["borough"], []),
]


def find(identity: str, words: str, within: tuple[int, int] | None = None) -> tuple[int, int]:
    text = _TEXTS[identity]
    start = text.index(words, within[0] if within else 0)
    return start, start + len(words)


def when(
    value: str,
    words: str | None,
    span: tuple[int, int] | None = None,
    *,
    basis: Any = None,
    earliest: str | None = None,
    latest: str | None = None,
) -> wire.When:
    left, _, right = value.partition("/")
    if value != edtf.UNKNOWN:
        earliest = earliest or (None if left == ".." else left)
        latest = latest or (None if right == ".." else right or left)
    basis = basis or ("unknown" if value == edtf.UNKNOWN else "stated")
    return wire.When(value, earliest, latest, edtf.precision(value), basis, words, span)


def claim(
    identity: str,
    quote: str,
    predicate: str,
    value: str = "unknown",
    words: str | None = None,
    **more: Any,
) -> wire.Claim:
    document_id, _, _ = identity.partition("-")
    span = find(document_id, quote)
    sources = [
        wire.Source(
            name,
            actor,
            find(document_id, said, None),
            find(document_id, cue) if cue else None,
            None,
        )
        for name, actor, said, cue in more.pop("sources", [])
    ]
    hedges = [find(document_id, h, span) for h in more.pop("hedges", [])]
    basis = more.pop("basis", None)
    at = find(document_id, words, None) if words else None
    defaults: dict[str, Any] = {
        "polarity": "+",
        "certainty": "certain",
        "planned": False,
        "quantities": [],
        "citations": [],
        "place": None,
    }
    told = when(value, words, at, basis=basis)
    return wire.Claim(
        identity,
        document_id,
        span,
        quote,
        find(document_id, predicate, span),
        told,
        sources=sources,
        hedges=hedges,
        **{**defaults, **more},
    )


def event(
    identity: str, kind: str, summary: str, claims: list[wire.Claim], actors: str = "", **more: Any
) -> wire.Event:
    values = [c.when.edtf for c in claims]
    bounds = {k: more.pop(k) for k in ("earliest", "latest") if k in more}
    hull = when(
        edtf.hull(values),
        claims[0].when.text,
        claims[0].when.span,
        basis=claims[0].when.basis,
        **bounds,
    )
    who = [wire.EventActor(a, "agent") for a in actors.split()]
    told = len({c.document for c in claims})
    differ = [
        wire.Difference(aspect, how, [wire.Side(said, ids.split()) for said, ids in sides.items()])
        for aspect, how, sides in more.pop("differ", [])
    ]
    support = wire.Corroboration(told, told)
    return wire.Event(
        identity,
        kind,
        summary,
        hull,
        more.pop("place", None),
        who,
        more.pop("status", "proposed"),
        claims,
        support,
        differ,
    )


def events() -> list[wire.Event]:
    marsh = ("Edwin Marsh", "a1", "Mr Marsh", "said")
    return [
        event(
            "e1",
            "loss",
            "The deed of the bridge has not been found",
            [claim("d1-c1", "The deed of the bridge has not been found.", "found")],
        ),
        event(
            "e2",
            "attack",
            "The rope of the ferry had been cut some time before",
            [claim("d2-c1", "The rope of the ferry had been cut some time before.", "cut")],
            latest="1891-11-14T18:45",
        ),
        event(
            "e3",
            "work",
            "nobody tested a pier",
            [
                claim(
                    "d3-c1",
                    "In the nineteenth century nobody tested a pier.",
                    "tested",
                    "18XX",
                    "In the nineteenth century",
                )
            ],
        ),
        event(
            "e4",
            "work",
            "My father had worked on that bridge",
            [
                claim(
                    "d3-c2",
                    "My father had worked on that bridge in the seventies.",
                    "worked",
                    "187X",
                    "in the seventies",
                )
            ],
            "a3",
        ),
        event(
            "e5",
            "building",
            "The footbridge over the Tarn at Orlestone was built",
            [
                claim(
                    "d1-c2",
                    "The footbridge over the Tarn at Orlestone was built in 1871 by Messrs Quill and Daughters.",
                    "built",
                    "1871",
                    "in 1871",
                )
            ],
            "a4",
            place="Orlestone",
        ),
        event(
            "e6",
            "building",
            "It was repaired",
            [claim("d1-c3", "It was repaired about 1880", "repaired", "1880~", "about 1880")],
        ),
        event(
            "e7",
            "building",
            "again in the spring of 1887",
            [
                claim(
                    "d1-c4",
                    "again in the spring of 1887",
                    "again",
                    "1887-21",
                    "in the spring of 1887",
                    basis="stated",
                )
            ],
        ),
        event(
            "e8",
            "statement",
            "Mr Marsh said in the spring that the pier would not last",
            [
                claim(
                    "d2-c2",
                    "Our reporter was told by a clerk that Mr Marsh said in the spring that the pier would not last.",
                    "said",
                    "1891-21",
                    "in the spring",
                    sources=[("a clerk", None, "a clerk", "told"), marsh],
                    basis="relative",
                )
            ],
            "a1",
        ),
        event(
            "e9",
            "message",
            "the borough surveyor, Edwin Marsh, wrote to the mayor that the third pier was cracked",
            [
                claim(
                    "d1-c5",
                    "On 3 November 1891 the borough surveyor, Edwin Marsh, wrote to the mayor that the third pier was cracked.",
                    "wrote",
                    "1891-11-03",
                    "On 3 November 1891",
                ),
                claim(
                    "d1-c6",
                    "The mayor, Josiah Thorne, denied having received the letter.",
                    "received",
                    "1891-11-03/..",
                    polarity="-",
                    sources=[("Josiah Thorne", "a2", "Josiah Thorne", "denied")],
                    basis="inherited",
                ),
                claim(
                    "d3-c3",
                    "He said that the mayor had held his letter in his hand on the 5th.",
                    "held",
                    "1891-11-05",
                    "on the 5th",
                    sources=[("Edwin Marsh", "a1", "He", "said")],
                    basis="relative",
                ),
            ],
            "a1 a2",
            differ=[
                (
                    "whether",
                    "contradiction",
                    {"it did not happen": "d1-c6", "it happened": "d1-c5 d3-c3"},
                )
            ],
        ),
        event(
            "e10",
            "order",
            "the bridge was closed to carts",
            [
                claim(
                    "d1-c7",
                    "From 9 November 1891 onwards the bridge was closed to carts.",
                    "closed",
                    "1891-11-09/..",
                    "From 9 November 1891 onwards",
                )
            ],
        ),
        event(
            "e11",
            "movement",
            "Carts may have crossed it at night",
            [
                claim(
                    "d1-c8",
                    "Carts may have crossed it at night, according to the toll keeper, who had it from a carter.",
                    "crossed",
                    hedges=["may"],
                    certainty="possible",
                    sources=[
                        ("the toll keeper", "a5", "the toll keeper", "according to"),
                        ("a carter", None, "a carter", "had it from"),
                    ],
                )
            ],
            "a5",
            earliest="1891-11-09",
            latest="1891-11-14T18:45",
        ),
        event(
            "e12",
            "order",
            "he had reopened the bridge to carts on 12 November",
            [
                claim(
                    "d2-c3",
                    "Mr Thorne told this paper that he had reopened the bridge to carts on 12 November.",
                    "reopened",
                    "1891-11-12",
                    "on 12 November",
                    sources=[("Josiah Thorne", "a2", "Mr Thorne", "told")],
                    basis="relative",
                    citations=["https://gazette.example/1891/11/17", "javascript:alert(1)"],
                )
            ],
            "a2",
        ),
        event(
            "e13",
            "accident",
            "the third span fell",
            [
                claim(
                    "d1-c9",
                    "At 6.40 in the evening of 14 November 1891 the third span fell.",
                    "fell",
                    "1891-11-14T18:40",
                    "At 6.40 in the evening of 14 November 1891",
                ),
                claim(
                    "d2-c4",
                    "The span fell on Saturday at a quarter to seven, say those who were on the bank.",
                    "fell",
                    "1891-11-14T18:45",
                    "on Saturday at a quarter to seven",
                    sources=[
                        ("those who were on the bank", None, "those who were on the bank", "say")
                    ],
                    basis="relative",
                ),
            ],
            place="Orlestone",
            differ=[("when", "update", {"1891-11-14T18:45": "d2-c4", "1891-11-14T18:40": "d1-c9"})],
        ),
        event(
            "e14",
            "movement",
            "the first boat reached the bank",
            [
                claim(
                    "d1-c10",
                    "At 7.05 the first boat reached the bank.",
                    "reached",
                    "1891-11-14T19:05",
                    "At 7.05",
                    basis="inherited",
                )
            ],
        ),
        event(
            "e15",
            "message",
            "the constable, Ada Fenn, was told",
            [
                claim(
                    "d1-c11",
                    "Several hours later the constable, Ada Fenn, was told.",
                    "told",
                    "1891-11-14/1891-11-15",
                    "Several hours later",
                    basis="relative",
                ),
                claim(
                    "d3-c4",
                    "I was called on the night of 14 November 1891, and I was at the water before seven.",
                    "called",
                    "../1891-11-14T19:00",
                    "before seven",
                ),
            ],
            "a3",
            differ=[
                (
                    "when",
                    "finer",
                    {"../1891-11-14T19:00": "d3-c4", "1891-11-14/1891-11-15": "d1-c11"},
                )
            ],
        ),
        event(
            "e16",
            "meeting",
            "Mr Marsh came to me",
            [
                claim(
                    "d3-c5",
                    "Mr Marsh came to me two days later.",
                    "came",
                    "1891-11-16",
                    "two days later",
                    basis="relative",
                )
            ],
            "a1 a3",
        ),
        event(
            "e17",
            "meeting",
            "The board met on Monday",
            [
                claim(
                    "d2-c5",
                    "<b>The board</b> met on Monday & broke up in anger.",
                    "met",
                    "1891-11-16",
                    "on Monday",
                    basis="relative",
                )
            ],
            "a6",
        ),
        event(
            "e18",
            "meeting",
            "Marsh met Thorne",
            [
                claim(
                    "d1-c12",
                    "Marsh met Thorne between 16 and 19 November 1891.",
                    "met",
                    "1891-11-16/1891-11-19",
                    "between 16 and 19 November 1891",
                )
            ],
            "a1 a2",
        ),
        event(
            "e19",
            "agreement",
            "The two are said to have agreed to say nothing of the letter",
            [
                claim(
                    "d1-c13",
                    "The two are said to have agreed to say nothing of the letter.",
                    "agreed",
                    "1891-11-16/1891-11-19",
                    "between 16 and 19 November 1891",
                    hedges=["are said to"],
                    certainty="possible",
                    basis="inherited",
                )
            ],
            "a1 a2",
        ),
        event(
            "e20",
            "hearing",
            "The inquiry was to sit again",
            [
                claim(
                    "d1-c14",
                    "The inquiry was to sit again in June 1892.",
                    "sit",
                    "1892-06",
                    "in June 1892",
                    planned=True,
                )
            ],
        ),
        event(
            "e21",
            "writing",
            "What I saw at Orlestone",
            [
                claim(
                    "d3-c6",
                    "What I saw at Orlestone, by Ada Fenn, written perhaps in 1913",
                    "written",
                    "1913?",
                    "perhaps in 1913",
                    hedges=["perhaps"],
                    certainty="probable",
                )
            ],
            "a3",
        ),
    ]


def decided() -> wire.Chronology:
    """The same after a person has looked at it: two events rejected, one disputed, one accepted, one date put right, one given."""
    case = chronology()
    status: dict[str, Any] = {
        "e1": "rejected",
        "e5": "accepted",
        "e17": "rejected",
        "e18": "disputed",
    }

    def looked_at(e: wire.Event) -> wire.Event:
        e = msgspec.structs.replace(e, status=status.get(e.id, "proposed"))
        if e.id not in ("e10", "e12"):
            return e
        right = msgspec.structs.replace(
            e.when, basis="corrected", text=e.when.text if e.id == "e12" else None
        )
        return msgspec.structs.replace(
            e, when=right, claims=[msgspec.structs.replace(e.claims[0], when=right)]
        )

    return msgspec.structs.replace(case, events=[looked_at(e) for e in case.events])


def findings() -> list[wire.Finding]:
    return [
        wire.Finding(
            "versions",
            "warning",
            "The documents put the fall of the span at two times",
            ["e13"],
            ["d1-c9", "d2-c4"],
            None,
            None,
            ["one text says 6.40 in the evening", "another says a quarter to seven"],
            None,
        ),
        wire.Finding(
            "order-and-date",
            "error",
            "“Several hours later” and “before seven” cannot both hold",
            ["e15", "e13"],
            ["d1-c11", "d3-c4", "d1-c9"],
            None,
            None,
            ["the span fell at 6.40 in the evening", "several hours later is after seven"],
            wire.Proposal(edtf="1891-11-14T21/1891-11-15"),
        ),
        wire.Finding(
            "document-without-date",
            "note",
            "The date of this document is not known",
            [],
            [],
            "d3",
            find("d3", "written perhaps in 1913"),
            ["its own words say “perhaps”"],
            None,
        ),
    ]


def links() -> list[wire.Link]:
    return [
        wire.Link(
            "e15",
            "after",
            "e13",
            2,
            None,
            "hour",
            "stated",
            "d1",
            find("d1", "Several hours later"),
        ),
        wire.Link("e16", "after", "e15", 2, 2, "day", "stated", "d3", find("d3", "two days later")),
        wire.Link(
            "e2", "before", "e13", None, None, None, "implied", "d2", find("d2", "some time before")
        ),
    ]


def chronology(title: str = "The fall of the Orlestone footbridge") -> wire.Chronology:
    case = wire.Case(title, {"borough": ["a1", "a2", "a6"]})
    return wire.Chronology(
        "seriatim-chronology", 1, case, DOCUMENTS, ACTORS, events(), links(), findings()
    )
