"""A chronology as a listing for the terminal: day by day, then what is undated, then what was rejected; each line with who says so and how surely."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from seriatim.model import Chronology, Claim, Document, Event
from seriatim.temporal import edtf

WIDTH = 110
MARGIN = 26
UNDATED = float("inf")


class Lines(NamedTuple):
    """An event in a listing: the first moment that its date allows (seconds; ``UNDATED`` where none is stated), and its lines."""

    moment: float
    text: str
    rejected: bool = False


def render(chronology: Chronology, events: Sequence[Event]) -> str:
    """The listing of some of a chronology's events, in order of the first moment that their dates allow, as on the page."""
    called = names(r.document for r in chronology.readings)
    return laid_out(lines(event, called) for event in events)


def laid_out(found: Iterable[Lines]) -> str:
    """Events as one listing: those with a date, those without, those that were rejected; that share a moment in the order they had."""
    ordered = sorted(found, key=lambda one: (one.rejected, one.moment))
    told = [one for one in ordered if not one.rejected]
    dated = [one.text for one in told if one.moment != UNDATED]
    parts = [
        ("", dated),
        ("No date stated", [one.text for one in told[len(dated) :]]),
        ("Rejected by a reviewer", [one.text for one in ordered[len(told) :]]),
    ]
    written = [
        "\n".join([heading, *texts] if heading else texts) for heading, texts in parts if texts
    ]
    return "\n\n".join(written) + "\n" if written else "no events\n"


def by_date(events: Sequence[Event]) -> tuple[Event, ...]:
    """By the first moment that a date allows, then the undated, then what was rejected; those that share it in the order they had."""
    return tuple(
        sorted(events, key=lambda event: (event.status == "rejected", _first_moment(event)))
    )


def _first_moment(event: Event) -> float:
    if event.when.edtf == edtf.UNKNOWN:
        return UNDATED
    span = edtf.interval(event.when.edtf)
    return span.start if span.start is not None else span.end or 0


def lines(event: Event, called: Mapping[str, str]) -> Lines:
    """An event's lines.  ``called``: the names of documents by their ids."""
    return Lines(_first_moment(event), "\n".join(_lines(event, called)), event.status == "rejected")


def names(documents: Iterable[Document]) -> dict[str, str]:
    """What documents are called, by their ids: the file's name, and its whole path where two files have one name."""
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
    mark = {"accepted": "", "proposed": "", "rejected": " (rejected)", "disputed": " (disputed)"}[
        event.status
    ]
    head = wrapped(f"{event.id}  {event.summary}{mark}", WIDTH - MARGIN, "    ")
    dates = wrapped(when, MARGIN - 2)
    for i in range(max(len(head), len(dates))):
        yield f"{dates[i] if i < len(dates) else '':<{MARGIN}}{head[i] if i < len(head) else ''}".rstrip()
    for text in (
        *(said(claim, paths) for claim in event.claims),
        *support(event),
        *versions(event, paths),
    ):
        for line in wrapped(text, WIDTH - MARGIN - 4):
            yield " " * (MARGIN + 4) + line


def support(event: Event) -> Iterator[str]:
    """How many documents tell it independently of one another, and why others do not; nothing where there is one."""
    if event.corroboration.documents > 1:
        yield f"told by {event.corroboration.documents} documents, {event.corroboration.independent} of them independent of one another"
        yield from event.corroboration.because


def versions(event: Event, paths: Mapping[str, str]) -> Iterator[str]:
    """Where its claims differ: what each side says, and who says it."""
    document = {c.id: paths.get(c.document, c.document) for c in event.claims}
    for difference in event.differences:
        if difference.kind != "finer":
            sides = (
                f"{said} ({', '.join(dict.fromkeys(document[c] for c in claims))})"
                for said, claims in difference.sides
            )
            yield f"{difference.aspect}, {difference.kind}: {' · '.join(sides)}"


def implied(event: Event) -> str:
    """What other events imply about one without a date."""
    w = event.when
    if w.earliest and w.latest:
        return f"between {edtf.say(w.earliest)} and {edtf.say(w.latest)}, as other events imply"
    if w.earliest:
        return f"not before {edtf.say(w.earliest)}, as other events imply"
    return f"not after {edtf.say(w.latest)}, as other events imply" if w.latest else ""


def said(claim: Claim, paths: Mapping[str, str]) -> str:
    """Who says so and how surely, with what limits it, in one line."""
    chain = "".join(
        f", which has it from {s.name}" if i == 0 else f", who has it from {s.name}"
        for i, s in enumerate(claim.sources)
    )
    words = [claim.quote[s - claim.span[0] : e - claim.span[0]] for s, e in claim.hedges]
    hedges = ", ".join(dict.fromkeys(w for w in words if w))
    parts = [f"{paths.get(claim.document, claim.document)}{chain}"]
    parts += ["told as not so"] if claim.polarity == "-" else []
    parts += ["planned"] if claim.planned else []
    parts += [f"hedged: {hedges}"] if hedges else []
    return "; ".join(parts)


def wrapped(text: str, width: int, indent: str = "") -> list[str]:
    """The text in lines of at most ``width`` where a blank allows it; five times as fast as ``textwrap``, which a long chronology feels."""
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
