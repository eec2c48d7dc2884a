"""A chronology as a listing for the terminal, in chronological order, with sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from seriatim.messages import query as messages
from seriatim.model import Chronology, Claim, Document, Event
from seriatim.temporal import edtf

WIDTH = 110
MARGIN = 26
UNDATED = float("inf")


class Lines(NamedTuple):
    """An event in a listing: the first second its date allows, or ``UNDATED``; its lines."""

    moment: float
    text: str
    rejected: bool = False
    event: str = ""  # its id
    headline: str = ""
    possible: bool = False  # whether its date only may lie in the period asked for


def render(
    chronology: Chronology,
    events: Sequence[Event],
    main_of: Mapping[str, str] | None = None,
    possible: Collection[str] = (),
) -> str:
    """The listing of some of a chronology's events, in chronological order as on the page.

    ``main_of``: the minor events, each with the main event that it is listed under; ``possible``:
    those whose date only may lie in the period asked for.
    """
    documents = names(r.document for r in chronology.readings)
    found = (lines(event, documents)._replace(possible=event.id in possible) for event in events)
    return laid_out(found, main_of or {})


def laid_out(
    found: Iterable[Lines], main_of: Mapping[str, str], *, with_possible: bool = False
) -> str:
    """Events as one listing: dated, undated, then rejected ones; minor ones under the main ones.

    Those whose date only may lie in the period asked for come last; they are counted, or listed
    ``with_possible``.
    """
    listed = list(found)
    listed = _with_minor(listed, main_of) if main_of else listed
    possible = [one for one in listed if one.possible]
    text = _in_order(one for one in listed if not one.possible)
    if not possible:
        return text
    if not with_possible:
        return f"{text}\n{messages.may_lie_in_period(len(possible))}\n"
    return f"{text}\n{messages.MAY_LIE_IN_PERIOD}\n{_in_order(possible)}"


def _with_minor(found: Sequence[Lines], main_of: Mapping[str, str]) -> list[Lines]:
    shown = {one.event for one in found}
    minor: dict[str, list[Lines]] = {}
    for one in found:
        if main_of.get(one.event) in shown:
            minor.setdefault(main_of[one.event], []).append(one)
    under = {one.event for several in minor.values() for one in several}
    return [
        one._replace(
            text="\n".join(
                [one.text, *(minor_line(m.event, m.headline) for m in minor.get(one.event, ()))]
            )
        )
        for one in found
        if one.event not in under
    ]


def minor_line(event: str, headline: str) -> str:
    """The lines of an event that is listed under the main event of its sentence."""
    words = wrapped(f"+ {event}  {headline}", WIDTH - MARGIN - 4, "  ")
    return "\n".join(" " * (MARGIN + 4) + line for line in words)


def _in_order(found: Iterable[Lines]) -> str:
    ordered = sorted(found, key=lambda one: (one.rejected, one.moment))
    active = [one for one in ordered if not one.rejected]
    dated = [one.text for one in active if one.moment != UNDATED]
    parts = [
        ("", dated),
        (messages.UNDATED, [one.text for one in active[len(dated) :]]),
        (messages.REJECTED, [one.text for one in ordered[len(active) :]]),
    ]
    written = [
        "\n".join([heading, *texts] if heading else texts) for heading, texts in parts if texts
    ]
    return "\n\n".join(written) + "\n" if written else f"{messages.NO_EVENTS}\n"


def by_date(events: Sequence[Event]) -> tuple[Event, ...]:
    """Events in chronological order, then undated, then rejected ones (a stable sort)."""
    return tuple(
        sorted(events, key=lambda event: (event.status == "rejected", _first_moment(event)))
    )


def _first_moment(event: Event) -> float:
    if event.when.edtf == edtf.UNKNOWN:
        return UNDATED
    span = edtf.interval(event.when.edtf)
    return span.start if span.start is not None else span.end or 0


def lines(event: Event, documents: Mapping[str, str]) -> Lines:
    """An event's lines; ``documents``: the names of documents by id."""
    return Lines(
        _first_moment(event),
        "\n".join(_lines(event, documents)),
        event.status == "rejected",
        event.id,
        event.summary,
    )


def names(documents: Iterable[Document]) -> dict[str, str]:
    """The names of documents by id: the file's name, or its path if two files share a name."""
    paths = {d.id: d.path for d in documents}
    how_many = Counter(map(_file_name, paths.values()))
    return {
        id_: _file_name(path) if how_many[_file_name(path)] == 1 else path
        for id_, path in paths.items()
    }


def _file_name(path: str) -> str:
    return path.rstrip("/").rsplit("/", 1)[-1]


def _lines(event: Event, paths: Mapping[str, str]) -> Iterator[str]:
    when = edtf.say(event.when.edtf) if event.when.edtf != edtf.UNKNOWN else implied(event)
    summary = f"{event.id}  {event.summary}{messages.status(event.status)}"
    head = wrapped(summary, WIDTH - MARGIN, "    ")
    dates = wrapped(when, MARGIN - 2)
    for i in range(max(len(head), len(dates))):
        date = dates[i] if i < len(dates) else ""
        yield f"{date:<{MARGIN}}{head[i] if i < len(head) else ''}".rstrip()
    for text in (
        *(source_line(claim, paths) for claim in event.claims),
        *corroboration(event),
        *versions(event, paths),
    ):
        for line in wrapped(text, WIDTH - MARGIN - 4):
            yield " " * (MARGIN + 4) + line


def corroboration(event: Event) -> Iterator[str]:
    """How many documents report an event, and why some depend on others; nothing for one."""
    if event.corroboration.documents > 1:
        support = event.corroboration
        yield messages.reported_by(support.documents, support.independent)
        yield from support.because


def versions(event: Event, paths: Mapping[str, str]) -> Iterator[str]:
    """The differences between an event's claims: what each side says, in which documents."""
    document = {c.id: paths.get(c.document, c.document) for c in event.claims}
    for difference in event.differences:
        if difference.kind != "finer":
            sides = (
                f"{version} ({', '.join(dict.fromkeys(document[c] for c in claims))})"
                for version, claims in difference.sides
            )
            yield messages.difference(difference.aspect, difference.kind, sides)


def implied(event: Event) -> str:
    """What other events imply about the date of an undated one."""
    return messages.implied(event.when.earliest, event.when.latest)


def source_line(claim: Claim, paths: Mapping[str, str]) -> str:
    """A claim's document and sources, with denial, plan and hedges, in one line."""
    words = [claim.quote[s - claim.span[0] : e - claim.span[0]] for s, e in claim.hedges]
    hedges = list(dict.fromkeys(filter(None, words)))
    document = paths.get(claim.document, claim.document)
    parts = [messages.source_chain(document, (s.name for s in claim.sources))]
    parts += [messages.DENIED] if claim.polarity == "-" else []
    parts += [messages.PLANNED] if claim.planned else []
    parts += [messages.hedged(hedges)] if hedges else []
    return "; ".join(parts)


def wrapped(text: str, width: int, indent: str = "") -> list[str]:
    """The text in lines of at most ``width``, cut at spaces; five times as fast as ``textwrap``."""
    lines = []
    while len(text) > width:
        cut = text.rfind(" ", len(indent) + 1, width + 1)
        if cut < 0:
            cut = text.find(" ", width)
        if cut < 0:
            break
        lines.append(text[:cut].rstrip())
        text = indent + text[cut:].lstrip()
    return [*lines, text] if text.strip() else lines
