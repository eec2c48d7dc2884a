"""The forms of the API's requests and answers; FastAPI documents them at ``/openapi.json``."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Span = tuple[Annotated[int, Field(ge=0)], Annotated[int, Field(ge=0)]]
Identity = Annotated[str, Field(max_length=80)]
_OnEvents = Literal[
    "accept", "reject", "dispute", "comment", "date", "merge", "split", "apart", "claim"
]
Acts = _OnEvents | Literal["name", "names", "group", "published", "allow", "remove"]
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

    ``claims``: one list of claim ids for each event that is meant; ``mentions``: one list of places
    for each actor.  ``span`` with
    ``document``: of ``claim`` the words that it rests on (``predicate``: those of them that name
    what happened), of ``names`` those that stand for several names, of ``allow`` those that the
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

    Who had seen ``previous`` has now seen ``head``; who had not has still to look at what others
    decided between.
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


class Short(BaseModel):
    """An event in a list: its date in words, and what happened."""

    event: str
    when: str
    summary: str


class Quoted(BaseModel):
    """Words that an event rests on, where they stand, and whose they are."""

    quote: str
    document: str
    says: str


class Weighed(Short):
    """An event with what it rests on: ``missing`` in words, ``settles``: what kind of document could settle it; empty where none can be named."""

    told: str
    words: list[Quoted]
    missing: list[str]
    settles: str


class Missing(BaseModel):
    """What is missing of some events: how many, and the first of them."""

    what: str
    says: str
    all: int
    events: list[Short]


class Teller(BaseModel):
    """A document and how many of the claims it makes."""

    document: str
    claims: int
    dated: bool


class Cited(BaseModel):
    """Somebody whom documents name as a source; ``named``: whether it is anybody in particular."""

    name: str
    claims: int
    documents: int
    named: bool


class Tie(BaseModel):
    """Why documents are not independent of one another, and of how many events that holds."""

    says: str
    events: int


class Absent(BaseModel):
    """An address that claims cite and no document of the case is called after; the first words that cite it."""

    url: str
    claims: int
    event: str
    words: Quoted


class Counts(BaseModel):
    """So many events (told by documents independent of one another, by several that are not, by one alone, by none as having happened), and so on."""

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
    """What events rest on and what is missing: as ``seriatim evidence`` finds it, of each list the first."""

    counts: Counts
    documents: list[Teller]
    undated: list[str]
    ties: list[Tie]
    cited: list[Cited]
    absent: list[Absent]
    best: list[Weighed]
    least: list[Weighed]
    missing: list[Missing]


class Met(BaseModel):
    """Two who were in contact: how often, ``there`` and ``back`` where only one reached the other, when first and last in words."""

    first: str
    second: str
    contacts: int
    there: int
    back: int
    undated: int
    from_: str = Field(serialization_alias="from")
    to: str
    denied: int


class Pairs(BaseModel):
    """Pairs with most contacts first, of ``all``; ``kinds``: the kinds of event that were taken for contacts."""

    all: int
    kinds: list[str]
    pairs: list[Met]


class Checked(BaseModel):
    """A check: what it finds, why that matters, and what it can't tell."""

    code: str
    severity: str
    finds: str
    matters: str
    limits: str


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
    """A format that a chronology can be taken away in, and which of the groups it is offered in."""

    name: str
    says: str
    group: str


class Publishing(BaseModel):
    """What the published page would hold: so many events, told by so many documents, some of them disputed; and beside them the rejected."""

    title: str
    events: int
    documents: int
    rejected: int
    disputed: int
