"""The nouns of the project: frozen, standard library only.

Every span is half-open, ``[start, end)``, counted in Unicode code points of the document's
``text``.  Identifiers are strings that are unique in a chronology (``d1``, ``d1-c7``, ``a3``,
``e12``).  What each word means: ``docs/words.md``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Span = tuple[int, int]

PublishedBasis = Literal["given", "metadata", "dateline", "none"]
PassageKind = Literal["title", "heading", "paragraph", "item", "row", "quote", "header"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Anchor = Literal["none", "document", "running", "event"]
Precision = Literal[
    "second",
    "minute",
    "hour",
    "day",
    "month",
    "season",
    "year",
    "decade",
    "century",
    "range",
    "open",
    "unknown",
]
Basis = Literal["stated", "relative", "inherited", "corrected", "unknown"]
MentionKind = Literal["person", "organization", "place", "role", "alias", "other", "pronoun"]
ActorKind = Literal["person", "organization", "alias", "role", "other"]
Role = Literal["agent", "patient", "counterpart", "recipient", "place"]
Polarity = Literal["+", "-"]
Certainty = Literal["certain", "probable", "possible"]
Bound = Literal["exact", "at least", "at most", "about"]
Status = Literal["proposed", "accepted", "rejected", "disputed"]
RelationName = Literal[
    "after", "before", "same day", "during", "contains", "overlaps", "starts", "finishes", "equal"
]
Unit = Literal["minute", "hour", "day", "week", "month", "year"]
Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that went wrong in the run itself: which file or document, and what a person can do."""

    where: str
    message: str


# Documents and what they are read in


@dataclass(frozen=True, slots=True)
class Location:
    """Where a span of the text stood in the original: page (from 1), line on it (from 1), or element (a path such as ``ul[1]/li[3]``).

    ``box`` is left, top, right and bottom on the page, in points from its upper left corner.
    """

    span: Span
    page: int | None = None
    line: int | None = None
    element: str | None = None
    box: tuple[float, float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """A hyperlink: the words that carry it and where it leads."""

    span: Span
    url: str


@dataclass(frozen=True, slots=True)
class Document:
    """One file or page taken in: fixed text and the hash of the bytes that it was made from."""

    id: str
    path: str
    title: str
    text: str
    sha256: str
    media_type: str = "text/plain"
    published: str | None = None  # EDTF day, month or year
    published_basis: PublishedBasis = "none"
    locations: tuple[Location, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of a document that is read as a unit.

    ``pieces`` are the spans of the document's text that make it up, in order: one, unless something
    that does not belong to the sentence (a running head, a footnote) stands between.  ``parents``
    are the indices of the passages that it hangs under (list items, the line that introduces a
    list), outermost first; ``heading`` the index of the heading that it stands under.
    """

    document: str
    index: int
    kind: PassageKind
    pieces: tuple[Span, ...]
    parents: tuple[int, ...] = ()
    heading: int | None = None
    citations: tuple[Citation, ...] = ()
    published: str | None = (
        None  # its own date where it has one (an entry of a live blog, a mail, a row): EDTF
    )
    author: str | None = (
        None  # whose words these are, where not the document's author's (a quoted reply, a transcript's speaker)
    )

    @property
    def span(self) -> Span:
        """From the start of the first piece to the end of the last."""
        return (self.pieces[0][0], self.pieces[-1][1])


# When


@dataclass(frozen=True, slots=True)
class Distance:
    """How far apart two events are: at least ``min`` and at most ``max`` units; ``None`` where the words set no limit."""

    min: float | None
    max: float | None
    unit: Unit


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that say when: a TIMEX3 value as the corpora write it, and the EDTF interval that it allows.

    ``edtf`` is ``None`` where the words alone give no interval (durations, sets, "hours later").
    ``offset`` is the distance from the anchor, with ``direction`` telling on which side of it; for
    ``anchor == "event"`` the order stage finds the event.
    ``signal`` covers the word that opens or bounds the interval ("since", "before"), where one
    stands outside the extent.
    """

    document: str
    passage: int
    span: Span
    text: str
    type: TimexType
    value: str
    mod: str | None = None
    edtf: str | None = None
    anchor: Anchor = "none"
    direction: Literal["after", "before", "same"] | None = None
    offset: Distance | None = None
    signal: Span | None = None
    rule: str = ""
    governs: bool = False  # a date that opens a list item, a row or a heading, and holds for what stands in it and under it


@dataclass(frozen=True, slots=True)
class DateCandidate:
    """A date that an event could have: how likely it is right, and the words that give it."""

    edtf: str
    score: float
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class When:
    """When something happened, as precisely as the words allow and no more.

    ``edtf`` holds what the words say; ``earliest`` and ``latest`` (EDTF points, ``None`` where
    open) also what other events imply.  ``because`` says what decided, ``candidates`` what else it
    could have been, likeliest first.
    """

    edtf: str = "unknown"
    earliest: str | None = None
    latest: str | None = None
    precision: Precision = "unknown"
    basis: Basis = "unknown"
    text: str | None = None
    span: Span | None = None
    because: tuple[str, ...] = ()
    candidates: tuple[DateCandidate, ...] = ()


UNKNOWN = When()


# Who, what, and who says so


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names an actor or a place.

    ``name`` is the name as it is read: the words of the span, repaired where they are run together
    or misspelled, in full where the document gives the name in full.  ``refers_to`` of a surname,
    role or pronoun is left open where no one reading is clearly best.
    """

    id: str
    document: str
    passage: int
    span: Span
    text: str
    name: str
    kind: MentionKind
    refers_to: str | None = None  # id of the mention that names it in full
    repaired: Literal["run together", "misspelled"] | None = None


@dataclass(frozen=True, slots=True)
class Participant:
    """A mention that takes part in what a claim tells."""

    mention: str
    role: Role


@dataclass(frozen=True, slots=True)
class Source:
    """Who the text says said so: the name as a reader would write it, the words that name it, the cue, and what was said."""

    name: str
    span: Span
    cue: Span | None = None
    content: Span | None = None
    mention: str | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number that the claim gives, and how the words bound it ("at least five calls")."""

    span: Span
    text: str
    bound: Bound = "exact"


@dataclass(frozen=True, slots=True)
class Claim:
    """One document saying that one thing happened.  ``quote == text[span]``, always."""

    id: str
    document: str
    passage: int
    span: Span
    quote: str
    predicate: Span  # the word or words that name what happened, and no more
    kind: str
    summary: str  # made of the source's own words
    when: When = UNKNOWN
    place: str | None = None
    participants: tuple[Participant, ...] = ()
    sources: tuple[Source, ...] = ()  # outermost first; empty: the author
    hedges: tuple[Span, ...] = ()
    polarity: Polarity = "+"
    certainty: Certainty = "certain"
    planned: bool = False
    quantities: tuple[Quantity, ...] = ()
    citations: tuple[str, ...] = ()
    same_as: str | None = None  # an earlier claim of the same document that tells the same event


@dataclass(frozen=True, slots=True)
class Relation:
    """A temporal relation between two claims that a document states in words: ``first`` is ``name`` ``second``, by ``distance``."""

    document: str
    first: str
    name: RelationName
    second: str
    span: Span  # the cue
    distance: Distance | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read in one document: a pure function of the document and the settings."""

    document: Document
    passages: tuple[Passage, ...]
    expressions: tuple[TimeExpression, ...] = ()
    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
    relations: tuple[Relation, ...] = ()
    problems: tuple[Problem, ...] = ()


# What claims are about


@dataclass(frozen=True, slots=True)
class Actor:
    """A resolved person, body or role."""

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class EventActor:
    """An actor's part in an event."""

    actor: str
    role: Role


@dataclass(frozen=True, slots=True)
class Corroboration:
    """Support: how many documents, and how many of them are independent of one another."""

    independent: int
    documents: int
    because: tuple[str, ...] = ()  # why documents are not independent of others


@dataclass(frozen=True, slots=True)
class Difference:
    """Where claims of one event differ: what each side says with its claims, the earlier documents first.

    An update: all documents of a side are older than those of the next.  Finer: both can be right,
    the one says more.
    """

    aspect: Literal["when", "who", "how many", "where", "whether"]
    kind: Literal["finer", "update", "contradiction"]
    sides: tuple[tuple[str, tuple[str, ...]], ...]  # (what is said, claim ids)


@dataclass(frozen=True, slots=True)
class Event:
    """What claims are about, once claims of the same happening are put together.  ``when`` is the hull where they disagree."""

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
class Doubt:
    """Two claims that may tell one event, or two mentions that may name one actor: left apart for a person to decide.

    How likely (log-odds), and why.  Of ``claims`` and ``mentions`` one holds two ids, the other
    none.
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
    """What would put a finding right: never applied unasked."""

    edtf: str | None = None
    name: str | None = None
    names: tuple[str, ...] = ()
    slip: str | None = None  # "year-1", "day and month swapped", …


@dataclass(frozen=True, slots=True)
class Conflict:
    """Statements that cannot all hold: at most two dates and a chain of words, with the repairs that one slip would explain, best first."""

    events: tuple[str, ...]
    claims: tuple[str, ...]  # claims whose date takes part
    links: tuple[Link, ...]
    repairs: tuple[tuple[str, Proposal], ...] = ()  # (claim id, what it would say)


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check noticed, with its claims and, where one exists, a proposal."""

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
    """What came of a question about coincidence: the question in one line, the answer in words, and its picture (SVG)."""

    question: str
    words: str
    picture: str


@dataclass(frozen=True, slots=True)
class Chronology:
    """The ordered events of a case, and all that they rest on."""

    title: str
    readings: tuple[Reading, ...]
    actors: tuple[Actor, ...] = ()
    events: tuple[Event, ...] = ()
    links: tuple[Link, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    findings: tuple[Finding, ...] = ()
    problems: tuple[Problem, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    groups: dict[str, tuple[str, ...]] = field(default_factory=dict)  # group name -> actor ids
    answers: tuple[
        Answer, ...
    ] = ()  # to questions about coincidence, where a case was asked some; for the page alone


# What people decide

_OnDocuments = Literal["add", "import", "remove", "published"]
_OnClaims = Literal[
    "accept", "reject", "dispute", "comment", "date", "claim", "merge", "split", "apart"
]
Act = _OnDocuments | _OnClaims | Literal["name", "names", "group", "allow", "undo", "ask"]


@dataclass(frozen=True, slots=True)
class Selector:
    """Words of a document that a judgement rests on: the hash of its bytes, the quote with what stands around it, and where it stood.

    Both selectors of the W3C Web Annotation model, so that a judgement finds its words again in a
    better reading of the same bytes.
    """

    document: str  # sha256 of the original's bytes
    exact: str
    prefix: str
    suffix: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided: never overwritten, undone by another judgement.

    ``selectors`` name claims (by their predicate), actors (by a mention) or a quote; ``target``
    says which of them is meant.  Those of a finding are the words that it points to and the
    predicates of its claims.
    """

    id: str  # hash of its line in the log
    act: Act
    who: str
    at: str  # UTC, ISO 8601 to the second
    why: str = ""
    target: Literal["claim", "event", "actor", "document", "finding", "judgement", "case"] = "claim"
    selectors: tuple[Selector, ...] = ()
    document: str | None = None  # sha256
    value: str | None = (
        None  # the date (EDTF), the name, the names, the group, the file's name, the finding's code, the question
    )
    undoes: str | None = None  # id of the judgement
    columns: tuple[
        str, ...
    ] = ()  # of an imported table, where a person said what a column holds: "date=When"
    parts: tuple[
        int, ...
    ] = ()  # of "apart": how many selectors each of those that are not the same has, in their order


@dataclass(frozen=True, slots=True)
class Allowed:
    """A finding that a person knows and holds for no fault: its code, and the words of documents that it is allowed for."""

    code: str
    places: tuple[tuple[str, Span], ...]  # (document, span)
