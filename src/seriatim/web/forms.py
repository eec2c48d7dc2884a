"""The forms of the API's requests and answers; FastAPI documents them at ``/openapi.json``."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Span = tuple[Annotated[int, Field(ge=0)], Annotated[int, Field(ge=0)]]
Identity = Annotated[str, Field(max_length=80)]
Acts = Literal["accept", "reject", "dispute", "comment", "date", "name", "merge", "split", "apart", "group", "claim", "published", "allow", "remove"]
Few = Annotated[str, Field(max_length=2000)]


class Form(BaseModel):
    """A request's body: what it does not know is refused."""

    model_config = ConfigDict(extra="forbid")


class Told(BaseModel):
    """What went wrong, in one sentence."""

    message: str


class Working(BaseModel):
    """What the builder is at: ``done`` of ``of``, where ``of`` is known (else 0)."""

    doing: str
    done: int
    of: int


class Trouble(BaseModel):
    """A problem that the last build met, or why there was none."""

    path: str
    message: str


class State(BaseModel):
    """The case now: ``built`` names the build whose blocks can be read, ``knows`` the last line of the log it tells; ``head``: the log's last."""

    title: str
    built: str | None
    head: str
    knows: str | None
    current: bool
    working: Working | None
    judgements: int
    documents: int
    problems: list[Trouble]


class Words(BaseModel):
    """The words of the interface, and the names of the months."""

    words: dict[str, str]
    months: list[str]


class Place(Form):
    """A span of a document."""

    document: Identity
    span: Span


class Judging(Form):
    """What a person decides.

    ``claims``: one list of claim ids for each event that is meant; ``mentions``: one list of places for each actor.  ``span`` with
    ``document``: of ``claim`` the words that it rests on (``predicate``: those of them that name what happened), of ``allow`` those that the
    finding points to.  ``seen``: the head of the log that the person knew.
    """

    act: Acts
    seen: Identity
    claims: list[list[Identity]] = Field(default=[], max_length=1000)
    mentions: list[list[Place]] = Field(default=[], max_length=1000)
    document: Identity | None = None
    span: Span | None = None
    predicate: Span | None = None
    value: Few | None = None
    why: Few = ""


class Undoing(Form):
    """Which judgement is undone."""

    id: Annotated[str, Field(pattern=r"^[0-9a-f]{10,64}$")]
    why: Few = ""


class Kept(BaseModel):
    """A judgement that is in the log: its id, what it says in words, the log's head with it, and the head before it.

    Who had seen ``previous`` has now seen ``head``; who had not has still to look at what others decided between.
    """

    id: str
    says: str
    head: str
    previous: str


class Line(BaseModel):
    """A judgement of the log, in words: ``says``; ``quotes`` are the words that it rests on, ``undone`` whether it stands no longer."""

    number: int
    id: str
    act: str
    who: str
    at: str
    why: str
    target: str
    value: str | None
    says: str
    undone: bool
    document: str | None
    quotes: list[str]
    undoes: str | None


class Lines(BaseModel):
    """Some of the log, newest first, and how many lines it has."""

    judgements: list[Line]
    head: str
    all: int


class Overtook(Told):
    """Somebody has decided about the same words since: what."""

    since: list[Line]


class Taken(BaseModel):
    """A document that was added, or was there already; the heads as in :class:`Kept`."""

    new: bool
    name: str
    document: str
    head: str
    previous: str


class Found(BaseModel):
    """A passage that has the words that were searched for, those in brackets."""

    document: str
    start: int
    words: str


class Events(BaseModel):
    """Events in the interchange form (``seriatim schema``), of ``all`` that the filter chooses."""

    all: int
    events: list[dict[str, Any]]


class Text(BaseModel):
    """What the command of the same name prints."""

    text: str


class Asking(Form):
    """A question about coincidence; what is left out is asked back.  Its words are those of ``seriatim coincide``."""

    of: Few
    after: Few
    within: Annotated[str, Field(max_length=40)]
    lag: Annotated[str, Field(max_length=40)] | None = None
    either: bool = False
    made_of: Literal["complete", "curated", "unknown"] | None = None
    made_after: Literal["complete", "curated", "unknown"] | None = None
    period: Annotated[str, Field(max_length=80)] | None = None
    window_fixed: bool | None = None
    method: Literal["blocks", "exact", "strata", "circular", "windows", "waits"] | None = None
    ask: bool = False


class Open(BaseModel):
    """What a person has to say before an answer can be given: the field, the question in words, and what can be said."""

    field: str
    says: str
    choices: list[str]


class Answer(BaseModel):
    """What came of a question: in words, and a picture (SVG)."""

    question: str
    words: str
    picture: str


class Asked(BaseModel):
    """The question in one line, what is still open in it, and the answer where it was asked for."""

    question: str
    questions: list[Open]
    answer: Answer | None


class Format(BaseModel):
    """A format that a chronology can be taken away in."""

    name: str
    says: str
