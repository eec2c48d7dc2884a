"""The page without JavaScript: a readable list of events, the findings, and the documents."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple
from urllib.parse import urlsplit

from seriatim.exports import wire
from seriatim.exports.markup import Html, join, tag
from seriatim.exports.page_marks import passage
from seriatim.messages.page import WORDS
from seriatim.model import Answer
from seriatim.temporal import edtf

SEVERITIES = ("error", "warning", "note")  # most serious first
FOREIGN = ("noopener", "noreferrer", "nofollow")  # how a page links to another site
LIMIT = 2_000  # events: a browser takes seconds to lay out more


class Place(NamedTuple):
    """The entry that an event belongs to, by its main event, and the entry's rank from 1."""

    main: str
    rank: int


@dataclass(frozen=True)
class Book:
    """A chronology with its look-up tables."""

    chronology: wire.Chronology
    answers: tuple[Answer, ...] = ()
    headings: Mapping[str, Sequence[tuple[int, int]]] = field(
        default_factory=dict
    )  # document → the spans of its headings
    entries: Mapping[str, Place] = field(default_factory=dict)  # event → its entry

    @cached_property
    def documents(self) -> dict[str, wire.Document]:
        """The documents by id."""
        return {d.id: d for d in self.chronology.documents}

    @cached_property
    def events(self) -> list[wire.Event]:
        """The events by their earliest possible moment, then undated ones, then rejected ones."""
        return sorted(self.chronology.events, key=lambda e: (is_rejected(e), _first_moment(e)))

    @cached_property
    def counted(self) -> list[wire.Event]:
        """The events without rejected ones."""
        return [e for e in self.events if not is_rejected(e)]

    @cached_property
    def claims(self) -> dict[str, tuple[wire.Claim, wire.Event]]:
        """The claims by id, with their events."""
        return {c.id: (c, e) for e in self.chronology.events for c in e.claims}

    @cached_property
    def events_by_document(self) -> dict[str, int]:
        """The number of events that each document reports, without rejected ones."""
        counts = dict.fromkeys(self.documents, 0)
        for e in self.counted:
            for d in {c.document for c in e.claims}:
                counts[d] += 1
        return counts

    def name(self, document: str) -> str:
        """The title of a document, or its path."""
        found = self.documents[document]
        return found.title or found.path


def _first_moment(e: wire.Event) -> float:
    if e.when.edtf == edtf.UNKNOWN:
        return float("inf")
    span = edtf.interval(e.when.edtf)
    return span.start if span.start is not None else span.end or 0


def is_rejected(e: wire.Event) -> bool:
    """Whether a person rejected the event; it stays on record and is listed separately."""
    return e.status == "rejected"


def is_dated(e: wire.Event) -> bool:
    """Whether its words give a date."""
    return e.when.edtf != edtf.UNKNOWN


def say(key: str, **values: object) -> str:
    """The message with this key, filled in."""
    return WORDS[key].format(**values)


def count(key: str, n: int) -> str:
    """The message for a number of things, singular or plural."""
    return say(f"{key}.{'one' if n == 1 else 'other'}", n=f"{n:,}")


def render(book: Book) -> Html:
    """The readable page, top to bottom."""
    dated, undated, rejected = _parts(book)
    return join(
        _top(book),
        _section("dated", say("dated"), _events(book, dated)) if dated else None,
        _section(
            "undated",
            say("undated"),
            tag("p", say("undated.note"), class_="note"),
            _events(book, undated),
        )
        if undated
        else None,
        tag("p", say("limit", n=f"{LIMIT:,}", all=f"{len(book.counted):,}"), class_="limit")
        if len(book.counted) > LIMIT
        else None,
        _section(
            "rejected",
            say("rejected"),
            tag("p", say("rejected.note"), class_="note"),
            _events(book, rejected),
        )
        if rejected
        else None,
        _section("findings", say("findings"), _findings(book)),
        _section(
            "coincidence",
            say("coincidence"),
            tag("p", say("coincidence.note"), class_="note"),
            *map(_answer, book.answers),
        )
        if book.answers
        else None,
        _section(
            "documents",
            say("documents"),
            tag("ol", *(_document(book, d) for d in book.chronology.documents), class_="documents"),
        ),
        _section(
            "how",
            say("reading"),
            *(
                tag("p", say(f"reading.{part}"))
                for part in ("dates", "sources", "marks", "findings")
            ),
        ),
    )


def _parts(book: Book) -> tuple[list[wire.Event], list[wire.Event], list[wire.Event]]:
    """The dated, undated and rejected events that the list shows.

    Rejected events don't count towards the limit of the others.
    """
    shown = book.counted[:LIMIT]
    rejected = [e for e in book.events if is_rejected(e)]
    return (
        [e for e in shown if is_dated(e)],
        [e for e in shown if not is_dated(e)],
        rejected[:LIMIT],
    )


def _top(book: Book) -> Html:
    c = book.chronology
    dated, undated, rejected = map(len, _parts(book))
    if len(book.counted) > LIMIT:  # the contents give the full counts of a list that is cut
        dated, undated = (
            n and sum(is_dated(e) == wanted for e in book.counted)
            for n, wanted in ((dated, True), (undated, False))
        )
    ways = [
        ("dated", say("dated"), dated),
        ("undated", say("undated"), undated),
        ("rejected", say("rejected"), rejected),
        ("findings", say("findings"), len(c.findings)),
        ("coincidence", say("coincidence"), len(book.answers)),
        ("documents", say("documents"), len(c.documents)),
    ]
    links = [
        tag("li", tag("a", label, href=f"#{to}"), tag("span", f" {n:,}", class_="n"))
        for to, label, n in ways
        if n
    ]
    return tag(
        "header",
        tag("h1", c.case.title),
        tag("p", say("standing"), class_="disclaimer"),
        tag("nav", tag("ul", *links), aria_label=say("contents")),
        class_="top",
    )


def _section(name: str, heading: str, *content: str | None) -> Html:
    return tag(
        "section",
        tag("h2", heading, id=f"{name}-heading"),
        *content,
        id=name,
        aria_labelledby=f"{name}-heading",
    )


def _answer(answer: Answer) -> Html:
    """A coincidence test with its result, the text before the picture."""
    picture = "data:image/svg+xml;base64," + b64encode(answer.picture.encode()).decode()
    words = [tag("p", line) for line in answer.words.split("\n") if line.strip()]
    return tag(
        "article", *words, tag("img", src=picture, alt=say("coincidence.picture")), class_="answer"
    )


# Events


def _events(book: Book, events: list[wire.Event]) -> Html:
    return tag("ol", *(_event(book, e) for e in events), class_="events")


def _event(book: Book, e: wire.Event) -> Html:
    told = tag(
        "div",
        tag("p", _kicker(book, e), class_="kicker"),
        tag("h3", tag("s", e.summary) if is_rejected(e) else e.summary),
        *_status_lines(e),
        _differences(book, e),
        _claims(book, e),
        class_="row-body",
    )
    return tag(
        "li",
        _when(e.when),
        told,
        class_="event rejected" if is_rejected(e) else "event",
        id=f"event-{e.id}",
    )


def _when(when: wire.When) -> Html:
    known = when.edtf != edtf.UNKNOWN
    words = edtf.say(when.edtf)
    return tag("p", words[0].upper() + words[1:], class_="when" if known else "when unknown")


def _kicker(book: Book, e: wire.Event) -> Html:
    """Who reports the event, shown above its summary."""
    documents = list(dict.fromkeys(c.document for c in e.claims))
    unlike = differs(e)
    if len(documents) > 1:
        return join(
            say("unlike.documents", n=len(documents))
            if unlike
            else say("say.documents", n=len(documents))
        )
    if unlike:
        return join(tag("cite", book.name(documents[0])), " ", say("unlike.document"))
    return join(
        tag("cite", book.name(documents[0])),
        *_chain(e.claims[0] if len(e.claims) == 1 else None),
        " ",
        say("says"),
    )


def differs(e: wire.Event) -> bool:
    """Whether its claims differ by more than precision."""
    return any(d.kind != "finer" for d in e.differences)


def _chain(claim: wire.Claim | None) -> list[str]:
    """The sources that the document names, outermost first."""
    sources = claim.sources if claim else []
    return [
        ", " + say("who cites" if i else "citing", name=s.name) for i, s in enumerate(sources)
    ] + ([","] if sources else [])


def _status_lines(e: wire.Event) -> list[Html]:
    """The notes on the event as a whole."""
    lines = [correction(e), implied(e.when), say("place", place=e.place) if e.place else None]
    if e.status != "proposed":
        lines.append(say(f"status.{e.status}"))
    if differs(e):
        lines.append(say("note.versions"))
    if e.corroboration.documents > 1:
        lines.append(
            say(
                "corroboration",
                documents=count("documents", e.corroboration.documents),
                independent=e.corroboration.independent,
            )
        )
    lines += e.corroboration.because
    return [tag("p", line[0].upper() + line[1:], class_="detail") for line in lines if line]


def _differences(book: Book, e: wire.Event) -> Html | None:
    """The differences between its claims, each side with its documents."""
    if not e.differences:
        return None
    document = {c.id: c.document for c in e.claims}
    lines = [
        tag(
            "li",
            tag("p", f"{say(f'differ.{d.aspect}')} · {say(f'differ.{d.kind}')}", class_="kicker"),
            tag("ul", *(tag("li", side(d, s), *_documents(book, document, s)) for s in d.sides)),
        )
        for d in e.differences
    ]
    return tag("ul", *lines, class_="differences", aria_label=say("differ"))


def side(difference: wire.Difference, side: wire.Side) -> str:
    """One side of a difference, in words."""
    return edtf.say(side.said) if difference.aspect == "when" else side.said


def _documents(book: Book, document: dict[str, str], side: wire.Side) -> Iterator[Html | str]:
    """The documents of a side: a dash before the first, commas before the others."""
    for n, name in enumerate(dict.fromkeys(book.name(document[c]) for c in side.claims)):
        yield ", " if n else " – "
        yield tag("cite", name)


def correction(e: wire.Event) -> str | None:
    """The note on a date corrected or added by a person; ``None`` if there is none."""
    given = [c.when for c in e.claims if c.when.basis == "corrected"]
    return _correction(given) if given else None


def _correction(given: Sequence[wire.When]) -> str:
    words = ", ".join(dict.fromkeys(f"“{fold(w.text)}”" for w in given if w.text))
    return say("date.corrected", words=words) if words else say("date.given")


def implied(when: wire.When) -> str | None:
    """The note on bounds implied by other events; ``None`` if they add nothing."""
    said = edtf.EVER if when.edtf == edtf.UNKNOWN else edtf.interval(when.edtf)
    first = edtf.interval(when.earliest).start if when.earliest else None
    last = edtf.interval(when.latest).end if when.latest else None
    earliest = (
        edtf.say(when.earliest)
        if when.earliest and first is not None and (said.start is None or first > said.start)
        else None
    )
    latest = (
        edtf.say(when.latest)
        if when.latest and last is not None and (said.end is None or last < said.end)
        else None
    )
    if earliest and latest:
        return say("implied.between", earliest=earliest, latest=latest)
    return (
        say("implied.after", earliest=earliest)
        if earliest
        else say("implied.before", latest=latest)
        if latest
        else None
    )


def _claims(book: Book, e: wire.Event) -> Html:
    return tag("ul", *(_claim(book, e, c) for c in e.claims), class_="claims")


def _claim(book: Book, e: wire.Event, c: wire.Claim) -> Html:
    d = book.documents[c.document]
    several = len(e.claims) > 1
    says = (
        join(tag("cite", book.name(c.document)), *_chain(c), " ", say("says")) if several else None
    )
    return tag(
        "li",
        tag("p", says, class_="kicker") if says else None,
        tag("blockquote", tag("p", f"“{fold(c.quote)}”"))
        if several or fold(c.quote) != fold(e.summary)
        else None,
        *(tag("p", line, class_="detail") for line in qualifiers(d, c, with_date=several)),
        *(_citation(url) for url in c.citations),
        tag(
            "details",
            tag("summary", join(say("passage"), place_of(d, c.span))),
            tag("p", passage(d, c), class_="passage"),
        ),
        class_="claim",
    )


def qualifiers(d: wire.Document, c: wire.Claim, *, with_date: bool) -> list[str]:
    """The lines on certainty and dating of a claim."""
    lines = []
    if c.hedges:
        lines.append(say("hedged", words=", ".join(f"“{fold(d.text[s:e])}”" for s, e in c.hedges)))
    if c.polarity == "-":
        lines.append(say("denied.long"))
    if c.planned:
        lines.append(say("planned"))
    if c.certainty != "certain":
        lines.append(say(c.certainty))
    date = _date(c.when, with_date=with_date)
    return [" · ".join(lines)] * bool(lines) + [date] * bool(date)


def _date(when: wire.When, *, with_date: bool) -> str:
    """The line on a claim's date; empty where the date needs no explanation."""
    if not with_date and when.basis in ("stated", "unknown", "corrected"):
        return ""  # a correction is noted beside the event's date
    date = edtf.say(when.edtf) if with_date else ""
    line = ", ".join(part for part in (date, _dating(when)) if part)
    return line[:1].upper() + line[1:]


def _dating(when: wire.When) -> str:
    """The words that date a claim, and how they were read."""
    if when.basis == "corrected":
        return _correction([when])
    basis = say(f"basis.{when.basis}")
    if when.text:
        return say("when.words", basis=basis, text=fold(when.text))
    return basis if when.basis in ("relative", "inherited") else ""


def place_of(d: wire.Document, at: tuple[int, int]) -> str:
    """The page and line of a span in the original, if known."""
    for place in d.locations:
        if place.span[0] <= at[0] < place.span[1] and (place.page or place.line):
            parts = [
                say("where.page", page=place.page) if place.page else None,
                say("where.line", line=place.line) if place.line else None,
            ]
            return ", " + ", ".join(p for p in parts if p)
    return ""


def _citation(url: str) -> Html:
    """A cited address, as a link if it is a web address."""
    inside = tag("a", url, href=url, rel=" ".join(FOREIGN)) if is_web(url) else url
    before, _, after = WORDS["link"].partition("{url}")
    return tag("p", before, inside, after, class_="detail link")


def is_web(url: str) -> bool:
    """Whether an address is a web address."""
    try:
        return urlsplit(url).scheme in ("http", "https") and not any(
            c.isspace() or ord(c) < 32 for c in url
        )
    except ValueError:
        return False


def fold(text: str) -> str:
    """The text with runs of white space collapsed."""
    return " ".join(text.split())


# Findings and documents


def _findings(book: Book) -> Html:
    found = sorted(book.chronology.findings, key=lambda f: SEVERITIES.index(f.severity))
    return (
        tag("ol", *(_finding(book, f) for f in found), class_="findings")
        if found
        else tag("p", say("findings.none"), class_="note")
    )


def _finding(book: Book, f: wire.Finding) -> Html:
    return tag(
        "li",
        tag(
            "p",
            f"{say(f'severity.{f.severity}')} · {WORDS.get(f'check.{f.code}', f.code)}",
            class_="kicker",
        ),
        tag("h3", f.message),
        tag("ul", *(tag("li", reason) for reason in f.because), class_="because")
        if f.because
        else None,
        tag(
            "ul",
            *dict.fromkeys(_rests_on(book, c) for c in f.claims if c in book.claims),
            class_="grounds",
        )
        if f.claims
        else _words(book, f),
        tag("p", proposal(f.proposal), class_="detail") if proposal(f.proposal) else None,
        class_=f"finding severity-{f.severity}",
    )


def _rests_on(book: Book, claim: str) -> Html:
    c, e = book.claims[claim]
    return tag(
        "li",
        tag("q", fold(c.quote)),
        " ",
        tag(
            "a",
            tag("cite", book.name(c.document)),
            f", {edtf.say(c.when.edtf)}",
            href=f"#event-{e.id}",
        ),
    )


def _words(book: Book, f: wire.Finding) -> Html | None:
    """The words of a finding without claims."""
    if f.document is None or f.span is None or f.document not in book.documents:
        return None
    words = tag("q", fold(book.documents[f.document].text[f.span[0] : f.span[1]]))
    return tag("ul", tag("li", words, " ", tag("cite", book.name(f.document))), class_="grounds")


def proposal(p: wire.Proposal | None) -> str | None:
    """The proposal of a finding in words; ``None`` if there is none."""
    if p is None:
        return None
    names = [p.name] if p.name else p.names
    if p.edtf:
        return say("proposal.edtf", date=edtf.say(p.edtf))
    return say("proposal.name", name=", ".join(names)) if names else None


def published(d: wire.Document) -> str:
    """The document's date, and how it was found."""
    return say(
        f"published.{d.published_basis if d.published else 'none'}",
        date=edtf.say(d.published or edtf.UNKNOWN),
    )


def _document(book: Book, d: wire.Document) -> Html:
    rows = [
        (say("document.date"), published(d)),
        (say("document.file"), d.path),
        (say("document.kind"), d.media_type),
        (say("document.claims"), f"{book.events_by_document[d.id]:,}"),
        (say("document.hash"), d.sha256),
    ]
    facts = [part for key, value in rows for part in (tag("dt", key), tag("dd", value))]
    return tag(
        "li",
        tag("h3", book.name(d.id)),
        tag("dl", *facts),
        class_="document",
        id=f"document-{d.id}",
    )
