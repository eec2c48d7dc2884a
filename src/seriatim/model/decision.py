"""What people decide."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from seriatim.model.document import Span

_OnDocuments = Literal["add", "import", "remove", "published"]
_OnClaims = Literal[
    "accept", "reject", "dispute", "comment", "date", "claim", "merge", "split", "apart"
]
Act = _OnDocuments | _OnClaims | Literal["name", "names", "group", "allow", "undo", "ask"]


@dataclass(frozen=True, slots=True)
class Selector:
    """The words of a document that a decision rests on: its hash, the quote and its context.

    Both selectors of the W3C Web Annotation model (quote and position), so that a decision finds
    its words again in a better reading of the same bytes.
    """

    document: str  # sha256 of the original's bytes
    exact: str
    prefix: str
    suffix: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided: never overwritten, undone only by another decision.

    ``selectors`` name claims (by their predicate), actors (by a mention) or a quote; ``target``
    says which.  Those of a finding are the words that it points to and the predicates of its
    claims.  ``value`` holds the date (EDTF), the name or names, the group, the file's name, the
    finding's code or the question.  ``columns`` say what the columns of an imported table hold
    ("date=When").  ``parts`` belong to "apart": how many selectors each of the different things
    has, in order.
    """

    id: str  # hash of its line in the log
    act: Act
    who: str
    at: str  # UTC, ISO 8601 to the second
    why: str = ""
    target: Literal["claim", "event", "actor", "document", "finding", "decision", "case"] = "claim"
    selectors: tuple[Selector, ...] = ()
    document: str | None = None  # sha256
    value: str | None = None
    undoes: str | None = None  # id of the decision that it undoes
    columns: tuple[str, ...] = ()
    parts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Allowed:
    """A finding that a person dismissed: its code, and the words of documents concerned."""

    code: str
    places: tuple[tuple[str, Span], ...]  # (document, span)
