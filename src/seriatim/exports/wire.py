"""The chronology file as types, from which its JSON Schema is made.

The types of ``model`` may change with the program; these may not, unless ``VERSION`` goes up.
"""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

from seriatim.messages import exports as messages
from seriatim.model import (
    ActorKind,
    Basis,
    Bound,
    Certainty,
    Polarity,
    Precision,
    PublishedBasis,
    RelationName,
    Role,
    Severity,
    Status,
    Unit,
)

FORMAT = "seriatim-chronology"
VERSION = 1

Offset = Annotated[int, Meta(ge=0)]
Span = Annotated[
    tuple[Offset, Offset],
    Meta(description=messages.SPAN),
]
Edtf = Annotated[
    str,
    Meta(description=messages.EDTF),
]


class _Strict(Struct, frozen=True, forbid_unknown_fields=True):
    pass


class DateCandidate(_Strict, frozen=True):
    """A date that an event could have: how likely it is right, and the words that give it."""

    edtf: Edtf
    score: float
    span: Span | None


class When(_Strict, frozen=True, omit_defaults=True):
    """When: ``edtf`` is what the words say; ``earliest`` and ``latest`` add what events imply.

    ``because`` says what decided, ``candidates`` what else it could have been, likeliest first.
    """

    edtf: Edtf
    earliest: Edtf | None
    latest: Edtf | None
    precision: Precision
    basis: Basis
    text: str | None
    span: Span | None
    because: list[str] = []
    candidates: list[DateCandidate] = []


class Case(_Strict, frozen=True):
    """The case of the chronology."""

    title: str
    groups: dict[str, list[str]]


class Location(_Strict, frozen=True, omit_defaults=True):
    """The way back from a span to the original.

    ``box``: left, top, right and bottom on the page, in points from its upper left corner.
    """

    span: Span
    page: int | None = None
    line: int | None = None
    element: str | None = None
    box: tuple[float, float, float, float] | None = None


class Document(_Strict, frozen=True):
    """One file or page taken in."""

    id: str
    path: str
    title: str
    published: Edtf | None
    published_basis: PublishedBasis
    media_type: str
    sha256: str
    text: str
    locations: list[Location]


class Mention(_Strict, frozen=True):
    """Where an actor is named."""

    document: str
    span: Span


class Actor(_Strict, frozen=True):
    """A resolved person, organization or role."""

    id: str
    name: str
    kind: ActorKind
    aliases: list[str]
    groups: list[str]
    mentions: list[Mention]


class Source(_Strict, frozen=True):
    """Who the text says said so."""

    name: str
    actor: str | None
    span: Span
    cue: Span | None
    content: Span | None


class Quantity(_Strict, frozen=True):
    """A number and its bound."""

    span: Span
    text: str
    bound: Bound


class Claim(_Strict, frozen=True):
    """One document saying that one thing happened: ``quote`` is ``text[span]``, always."""

    id: str
    document: str
    span: Span
    quote: str
    predicate: Span
    when: When
    place: str | None
    sources: list[Source]
    hedges: list[Span]
    polarity: Polarity
    certainty: Certainty
    planned: bool
    quantities: list[Quantity]
    citations: list[str]


class EventActor(_Strict, frozen=True):
    """An actor's part in an event."""

    actor: str
    role: Role


class Corroboration(_Strict, frozen=True, omit_defaults=True):
    """The documents that support an event, the independent ones, and why others are not."""

    independent: int
    documents: int
    because: list[str] = []


class Side(_Strict, frozen=True):
    """What some of an event's claims say."""

    said: str
    claims: list[str]


class Difference(_Strict, frozen=True):
    """Where claims of an event differ.

    Update: all documents of a side are older than those of the next; finer: both can be right.
    """

    aspect: Literal["when", "who", "how many", "where", "whether"]
    kind: Literal["finer", "update", "contradiction"]
    sides: list[Side]


class Event(_Strict, frozen=True, omit_defaults=True):
    """Merged claims of one happening."""

    id: str
    kind: str
    summary: str
    when: When
    place: str | None
    actors: list[EventActor]
    status: Status
    claims: list[Claim]
    corroboration: Corroboration
    differences: list[Difference] = []


class Link(
    Struct, frozen=True, forbid_unknown_fields=True, rename={"first": "from", "second": "to"}
):
    """A temporal relation of two events: ``from`` is ``relation`` ``to``, by ``min`` to ``max``."""

    first: str
    relation: RelationName
    second: str
    min: float | None
    max: float | None
    unit: Unit | None
    basis: Literal["stated", "implied"]
    document: str | None
    span: Span | None


class Proposal(_Strict, frozen=True, omit_defaults=True):
    """The suggested correction of a finding."""

    edtf: Edtf | None = None
    name: str | None = None
    names: list[str] = []
    slip: str | None = None
    others: list[Edtf] = []


class Finding(_Strict, frozen=True):
    """What a check reports."""

    code: str
    severity: Severity
    message: str
    events: list[str]
    claims: list[str]
    document: str | None
    span: Span | None
    because: list[str]
    proposal: Proposal | None


class Chronology(_Strict, frozen=True):
    """The whole file."""

    format: Literal["seriatim-chronology"]
    version: Literal[1]
    case: Case
    documents: list[Document]
    actors: list[Actor]
    events: list[Event]
    links: list[Link]
    findings: list[Finding]
