"""The schemas of the API; FastAPI documents them at ``/openapi.json``."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from seriatim.messages import web as messages
from seriatim.messages.visible import is_plain

Span = tuple[Annotated[int, Field(ge=0)], Annotated[int, Field(ge=0)]]
Identity = Annotated[str, Field(max_length=80)]
_OnEvents = Literal[
    "accept", "reject", "dispute", "comment", "date", "merge", "split", "apart", "claim"
]
Action = _OnEvents | Literal["name", "names", "group", "published", "allow", "remove"]


def _plain(text: str) -> str:
    """Refuse what a terminal or a page would obey instead of show."""
    if not is_plain(text):
        raise ValueError(messages.NOT_PLAIN)
    return text


ShortText = Annotated[str, Field(max_length=2000), AfterValidator(_plain)]


class RequestBody(BaseModel):
    """The body of a request; unknown fields are refused."""

    model_config = ConfigDict(extra="forbid")


class ErrorMessage(BaseModel):
    """What went wrong, in one sentence."""

    message: str


class BuildProgress(BaseModel):
    """What the builder is doing: ``done`` of ``of``, which is 0 where it is unknown."""

    doing: str
    done: int
    of: int


class BuildProblem(BaseModel):
    """A problem of the last build, or why it failed."""

    path: str
    message: str


class State(BaseModel):
    """The present case.

    ``built`` is the build whose blocks can be read, ``knows`` the last decision that it includes,
    ``head`` the last decision of the log.
    """

    title: str
    built: str | None
    head: str
    knows: str | None
    current: bool
    working: BuildProgress | None
    decisions: int
    documents: int
    problems: list[BuildProblem]


class Words(BaseModel):
    """The words of the interface, and the names of the months."""

    words: dict[str, str]
    months: list[str]


class Place(RequestBody):
    """A span of a document."""

    document: Identity
    span: Span


class NewDecision(RequestBody):
    """What a person wants to decide.

    ``claims`` is a list of claim ids for each event, ``mentions`` a list of places for each actor.
    ``span`` with ``document`` are words: of ``claim`` its quote (``predicate``: those that name
    what happened), of ``names`` those that are several names, of ``allow`` those of the finding.
    ``seen`` is the head of the log that the person knew.
    """

    act: Action
    seen: Identity
    claims: list[list[Identity]] = Field(default=[], max_length=1000)
    mentions: list[list[Place]] = Field(default=[], max_length=1000)
    document: Identity | None = None
    span: Span | None = None
    predicate: Span | None = None
    value: ShortText | None = None
    why: ShortText = ""


class UndoRequest(RequestBody):
    """The decision to undo."""

    id: Annotated[str, Field(pattern=r"^[0-9a-f]{10,64}$")]
    why: ShortText = ""


class DecisionRecorded(BaseModel):
    """A decision that was recorded, in words, with the head of the log and the one before.

    Who had seen ``previous`` has now seen ``head``; others still have to look at what was decided
    in between.
    """

    id: str
    says: str
    head: str
    previous: str


class LogLine(BaseModel):
    """A decision of the log, in words (``says``), with the words that it rests on (``quotes``)."""

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


class LogPage(BaseModel):
    """A part of the log, newest first, and the number of its lines."""

    decisions: list[LogLine]
    head: str
    all: int


class EditConflictMessage(ErrorMessage):
    """Others have decided about the same words; ``since``: what."""

    since: list[LogLine]


class DocumentAdded(BaseModel):
    """A document that was added or known; the heads as in :class:`DecisionRecorded`."""

    new: bool
    name: str
    document: str
    head: str
    previous: str


class SearchHit(BaseModel):
    """A passage that matches a search, the words found in brackets, and the entry it tells."""

    document: str
    start: int
    end: int
    words: str
    entry: str | None
    edtf: str | None
    headline: str | None
    score: float


class EventPage(BaseModel):
    """Events in the interchange form (``seriatim schema``), of ``all`` that a filter selects."""

    all: int
    events: list[dict[str, Any]]


class CommandOutput(BaseModel):
    """The output of the command of the same name."""

    text: str


class EventSummary(BaseModel):
    """An event in a list: its date in words and its summary."""

    event: str
    when: str
    summary: str


class Quotation(BaseModel):
    """A quote that an event rests on, its document, and whose words they are."""

    quote: str
    document: str
    says: str


class EventEvidence(EventSummary):
    """An event with its evidence.

    ``missing`` says in words what is missing, ``settles`` what kind of document could settle it.
    """

    told: str
    words: list[Quotation]
    missing: list[str]
    settles: str


class MissingEvidence(BaseModel):
    """What is missing for some events: how many, and the first of them."""

    what: str
    says: str
    all: int
    events: list[EventSummary]


class DocumentClaims(BaseModel):
    """A document and the number of its claims."""

    document: str
    claims: int
    dated: bool


class CitedSource(BaseModel):
    """A source that documents cite; ``named``: whether it is somebody in particular."""

    name: str
    claims: int
    documents: int
    named: bool


class Dependence(BaseModel):
    """Why documents are not independent, and for how many events that holds."""

    says: str
    events: int


class MissingDocument(BaseModel):
    """An address that claims cite and that is not in the case, with the first words citing it."""

    url: str
    claims: int
    event: str
    words: Quotation


class EvidenceCounts(BaseModel):
    """Numbers of events by the documents that report them, and of claims, sources and documents."""

    events: int
    independent: int
    bound: int
    alone: int
    unsaid: int
    claims: int
    own_words: int
    hedged: int
    denied: int
    planned: int
    documents: int
    undated_documents: int
    cited: int
    unnamed: int
    absent: int


class Grounds(BaseModel):
    """The evidence for events and what is missing, as ``seriatim evidence`` finds it."""

    counts: EvidenceCounts
    documents: list[DocumentClaims]
    undated: list[str]
    ties: list[Dependence]
    cited: list[CitedSource]
    absent: list[MissingDocument]
    best: list[EventEvidence]
    least: list[EventEvidence]
    missing: list[MissingEvidence]


class ContactPair(BaseModel):
    """Two actors in contact: how often, how often one way (``there``, ``back``), first and last."""

    first: str
    second: str
    contacts: int
    there: int
    back: int
    undated: int
    from_: str = Field(serialization_alias="from")
    to: str
    denied: int


class ContactPairs(BaseModel):
    """Pairs, those with most contacts first; ``kinds`` are those of the events searched."""

    all: int
    kinds: list[str]
    pairs: list[ContactPair]


class CheckDescription(BaseModel):
    """A check: what it finds, why that matters, and its limits."""

    code: str
    severity: str
    finds: str
    matters: str
    limits: str


class CoincidenceRequest(RequestBody):
    """A question about coincidence, with the options of ``seriatim coincide``."""

    of: ShortText
    after: ShortText
    within: Annotated[str, Field(max_length=40)]
    lag: Annotated[str, Field(max_length=40)] | None = None
    either: bool = False
    made_of: Literal["complete", "curated", "unknown"] | None = None
    made_after: Literal["complete", "curated", "unknown"] | None = None
    period: Annotated[str, Field(max_length=80)] | None = None
    window_fixed: bool | None = None
    method: Literal["blocks", "exact", "strata", "circular", "windows", "waits"] | None = None
    ask: bool = False


class OpenQuestion(BaseModel):
    """A question to answer first: its field, its words, and the possible answers."""

    field: str
    says: str
    choices: list[str]


class CoincidenceAnswer(BaseModel):
    """The answer to a question: in words, and a picture (SVG)."""

    question: str
    words: str
    picture: str


class CoincidenceReply(BaseModel):
    """The question in one line, what is still open in it, and the answer."""

    question: str
    questions: list[OpenQuestion]
    answer: CoincidenceAnswer | None


class ExportFormat(BaseModel):
    """An export format, and the group that it is offered in."""

    name: str
    says: str
    group: str


class PublishPreview(BaseModel):
    """What the published page would contain; the rejected events are apart on it."""

    title: str
    events: int
    documents: int
    rejected: int
    disputed: int
