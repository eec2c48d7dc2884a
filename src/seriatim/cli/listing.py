"""A chronology as a listing for the terminal: what is undated first, then day by day, each line with who says so and how surely."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from seriatim import edtf
from seriatim.cli.chronologies import names
from seriatim.digest import Line
from seriatim.model import Chronology, Claim, Event

WIDTH = 110
MARGIN = 26


def render(chronology: Chronology, events: Sequence[Event]) -> str:
    """The listing of some of a chronology's events, in order of the first moment that their dates allow, as on the page."""
    paths = names(chronology)
    events = by_date(events)
    undated = [e for e in events if e.when.edtf == edtf.UNKNOWN]
    dated = [e for e in events if e.when.edtf != edtf.UNKNOWN]
    lines: list[str] = []
    if undated:
        lines += ["No date stated", *(line for e in undated for line in _event(e, paths)), ""]
    lines += [line for e in dated for line in _event(e, paths)]
    return "\n".join(lines) + "\n" if lines else "no events\n"


def by_date(events: Sequence[Event]) -> tuple[Event, ...]:
    """The undated first, then by the first moment that a date allows; those that share it in the order they had."""
    return tuple(sorted(events, key=_first_moment))


def _first_moment(event: Event) -> float:
    if event.when.edtf == edtf.UNKNOWN:
        return float("-inf")
    span = edtf.interval(event.when.edtf)
    return span.start if span.start is not None else span.end or 0


def render_digest(chronology: Chronology, lines: Sequence[Line]) -> str:
    """The listing of a digest: each line with why it is there."""
    paths = names(chronology)
    because = (wrapped(f"because: {'; '.join(line.because)}", WIDTH - MARGIN - 4) if line.because else [] for line in lines)
    told = [[*_event(line.event, paths), *(" " * (MARGIN + 4) + w for w in why)] for line, why in zip(lines, because, strict=True)]
    return "\n".join(text for line in told for text in line) + "\n" if told else "no events\n"


def _event(event: Event, paths: dict[str, str]) -> Iterator[str]:
    when = edtf.say(event.when.edtf) if event.when.edtf != edtf.UNKNOWN else implied(event)
    mark = {"accepted": "", "proposed": "", "rejected": " (rejected)", "disputed": " (disputed)"}[event.status]
    head = wrapped(f"{event.id}  {event.summary}{mark}", WIDTH - MARGIN, "    ")
    dates = wrapped(when, MARGIN - 2)
    for i in range(max(len(head), len(dates))):
        yield f"{dates[i] if i < len(dates) else '':<{MARGIN}}{head[i] if i < len(head) else ''}".rstrip()
    for text in (*(said(claim, paths) for claim in event.claims), *support(event), *versions(event, paths)):
        for line in wrapped(text, WIDTH - MARGIN - 4):
            yield " " * (MARGIN + 4) + line


def support(event: Event) -> Iterator[str]:
    """How many documents tell it independently of one another, and why others do not; nothing where there is one."""
    if event.corroboration.documents > 1:
        yield f"told by {event.corroboration.documents} documents, {event.corroboration.independent} of them independent of one another"
        yield from event.corroboration.because


def versions(event: Event, paths: dict[str, str]) -> Iterator[str]:
    """Where its claims differ: what each side says, and who says it."""
    document = {c.id: paths.get(c.document, c.document) for c in event.claims}
    for difference in event.differences:
        if difference.kind != "finer":
            sides = (f"{said} ({', '.join(dict.fromkeys(document[c] for c in claims))})" for said, claims in difference.sides)
            yield f"{difference.aspect}, {difference.kind}: {' · '.join(sides)}"


def implied(event: Event) -> str:
    """What other events imply about one without a date."""
    w = event.when
    if w.earliest and w.latest:
        return f"between {edtf.say(w.earliest)} and {edtf.say(w.latest)}, as other events imply"
    if w.earliest:
        return f"not before {edtf.say(w.earliest)}, as other events imply"
    return f"not after {edtf.say(w.latest)}, as other events imply" if w.latest else ""


def said(claim: Claim, paths: dict[str, str]) -> str:
    """Who says so and how surely, with what limits it, in one line."""
    chain = "".join(f", which has it from {s.name}" if i == 0 else f", who has it from {s.name}" for i, s in enumerate(claim.sources))
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
