"""What the claims of all documents add up to: actors, events, links, conflicts and findings."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from seriatim.model.claim import Claim, Mention, Reading, Role
from seriatim.model.document import Problem, Span
from seriatim.model.temporal import Distance, RelationName, When

ActorKind = Literal["person", "organization", "alias", "role", "other"]
Status = Literal["proposed", "accepted", "rejected", "disputed"]
Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Actor:
    """A resolved person, organization or group."""

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class EventActor:
    """An actor's semantic role in an event."""

    actor: str
    role: Role


@dataclass(frozen=True, slots=True)
class Corroboration:
    """The support for an event: how many documents, and how many of them are independent."""

    independent: int
    documents: int
    because: tuple[str, ...] = ()  # why documents are not independent of others


@dataclass(frozen=True, slots=True)
class Difference:
    """Where the claims of one event differ: what each side says, the earlier documents first.

    An update: all documents of a side are older than those of the next.  Finer: both can be right,
    and one is more precise.
    """

    aspect: Literal["when", "who", "how many", "where", "whether"]
    kind: Literal["finer", "update", "contradiction"]
    sides: tuple[tuple[str, tuple[str, ...]], ...]  # (what is said, claim ids)


@dataclass(frozen=True, slots=True)
class Event:
    """What merged claims are about; ``when`` is the hull of their dates where they disagree."""

    id: str
    kind: str
    summary: str
    when: When
    claims: tuple[Claim, ...]
    place: str | None = None
    actors: tuple[EventActor, ...] = ()
    status: Status = "proposed"
    corroboration: Corroboration = Corroboration(1, 1)
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class PossibleDuplicate:
    """Two claims that may report one event, or two mentions that may name one actor.

    They stay apart until a person decides.  ``score`` is in log-odds.  Of ``claims`` and
    ``mentions`` one holds two ids, the other none.
    """

    claims: tuple[str, ...]
    score: float
    because: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A temporal relation between two events, stated by a text or implied by bounds."""

    first: str
    relation: RelationName
    second: str
    distance: Distance | None
    basis: Literal["stated", "implied"]
    document: str | None = None
    span: Span | None = None  # the cue


@dataclass(frozen=True, slots=True)
class Proposal:
    """The correction that a finding suggests: never applied unasked."""

    edtf: str | None = None
    name: str | None = None
    names: tuple[str, ...] = ()
    slip: str | None = None  # "year-1", "day and month swapped", …


@dataclass(frozen=True, slots=True)
class Conflict:
    """Statements that cannot all hold: at most two dates and the stated links between them.

    ``repairs`` are those that a single slip would explain, best first.
    """

    events: tuple[str, ...]
    claims: tuple[str, ...]  # claims whose date takes part
    links: tuple[Link, ...]
    repairs: tuple[tuple[str, Proposal], ...] = ()  # (claim id, what it would say)


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check reports, with its claims and, where there is one, a proposal."""

    code: str
    severity: Severity
    message: str
    events: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    document: str | None = None
    span: Span | None = None
    because: tuple[str, ...] = ()
    proposal: Proposal | None = None
    other_proposals: tuple[Proposal, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """The result of a coincidence test: the question in a line, the answer, an SVG picture."""

    question: str
    words: str
    picture: str


@dataclass(frozen=True, slots=True)
class Chronology:
    """The ordered events of a case, and everything they rest on."""

    title: str
    readings: tuple[Reading, ...]
    actors: tuple[Actor, ...] = ()
    events: tuple[Event, ...] = ()
    links: tuple[Link, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    findings: tuple[Finding, ...] = ()
    problems: tuple[Problem, ...] = ()
    doubts: tuple[PossibleDuplicate, ...] = ()
    groups: dict[str, tuple[str, ...]] = field(default_factory=dict)  # group name -> actor ids
    answers: tuple[Answer, ...] = ()  # of coincidence tests kept in a case; for the page alone
