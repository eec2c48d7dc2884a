"""What one document says: mentions, sources, claims and the relations between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from seriatim.model.document import Document, Passage, Problem, Span
from seriatim.model.temporal import UNKNOWN, Distance, RelationName, TimeExpression, When

MentionKind = Literal["person", "organization", "place", "role", "alias", "other", "pronoun"]
Role = Literal["agent", "patient", "counterpart", "recipient", "place"]
Polarity = Literal["+", "-"]
Certainty = Literal["certain", "probable", "possible"]
Bound = Literal["exact", "at least", "at most", "about"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names an actor or a place.

    ``name`` is the name as it is read: the words of the span, repaired where they are run together
    or misspelled, in full where the document gives the name in full.  ``refers_to`` of a surname,
    a role or a pronoun stays open where no single antecedent is clearly best.
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
    """A mention with its semantic role in a claim."""

    mention: str
    role: Role


@dataclass(frozen=True, slots=True)
class Source:
    """Who the text says said so: name, the words that name it, the cue, and the content."""

    name: str
    span: Span
    cue: Span | None = None
    content: Span | None = None
    mention: str | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a claim, and how its words bound it ("at least five calls")."""

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
    predicate: Span  # the trigger: the word or words that name what happened, and no more
    kind: str
    summary: str  # the headline, made of the source's own words
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
    same_as: str | None = None  # an earlier claim of the same document about the same event


@dataclass(frozen=True, slots=True)
class Relation:
    """A temporal relation that a document states between two claims.

    ``first`` is ``name`` (after, before, …) ``second``, by ``distance``.
    """

    document: str
    first: str
    name: RelationName
    second: str
    span: Span  # the cue
    distance: Distance | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything read from one document: a pure function of the document and the settings."""

    document: Document
    passages: tuple[Passage, ...]
    expressions: tuple[TimeExpression, ...] = ()
    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
    relations: tuple[Relation, ...] = ()
    problems: tuple[Problem, ...] = ()
