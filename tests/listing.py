"""A chronology as a short text: what tests compare, and what a person reads when one of them fails.

An event stands on a line, in the order of the chronology: when, status marks, kind, what, who, and
under it each claim's words with who says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from seriatim.model import Chronology, Claim, Event, Finding


def listing(chronology: Chronology) -> str:
    """Events with their claims, then stated links, then findings."""
    return (
        "\n".join((*events(chronology), "", *links(chronology), "", *findings(chronology))).rstrip()
        + "\n"
    )


def events(chronology: Chronology) -> Iterator[str]:
    """The events, each with its claims under it."""
    names = {actor.id: actor.name for actor in chronology.actors}
    for event in chronology.events:
        who = "; ".join(f"{names[part.actor]} ({part.role})" for part in event.actors)
        yield " | ".join(part for part in (when(event), event.kind, event.summary, who) if part)
        yield from (f"    {said(claim, chronology)}" for claim in event.claims)


def when(event: Event) -> str:
    """The date, how it came about where it is not simply stated, and what other events add to it."""
    implied = [
        x
        for x in (
            event.when.earliest and f"from {event.when.earliest}",
            event.when.latest and f"to {event.when.latest}",
        )
        if x
    ]
    inner = event.when.basis if event.when.basis not in ("stated", "unknown") else ""
    notes = ", ".join(
        (*([inner] if inner else []), *(implied if event.when.edtf == "unknown" else []))
    )
    return f"{event.when.edtf} ({notes})" if notes else event.when.edtf


def said(claim: Claim, chronology: Chronology) -> str:
    """The words of a claim with the ones that name what happened in brackets, who says so, and how surely."""
    text = next(r.document.text for r in chronology.readings if r.document.id == claim.document)
    start, end = claim.span
    a, b = claim.predicate
    quote = (
        " ".join(f"{text[start:a]}[{text[a:b]}]{text[b:end]}".split())
        if start <= a <= b <= end
        else " ".join(claim.quote.split())
    )
    sources = " > ".join(source.name for source in claim.sources)
    marks = [
        claim.polarity == "-" and "not so",
        claim.planned and "planned",
        claim.certainty != "certain" and claim.certainty,
    ]
    hedges = ", ".join(text[slice(*span)] for span in claim.hedges)
    parts = (
        f"{claim.document} {quote}",
        sources and f"says {sources}",
        hedges and f"hedged: {hedges}",
        ", ".join(mark for mark in marks if mark),
    )
    return " | ".join(part for part in parts if part)


def links(chronology: Chronology) -> Iterator[str]:
    """What the words say of the order of two events, by the words that name them."""
    called = {event.id: name(event, chronology) for event in chronology.events}
    for link in chronology.links:
        if link.basis == "stated":
            apart = (
                f" ({link.distance.min} to {link.distance.max} {link.distance.unit}s)"
                if link.distance
                else ""
            )
            yield f"{called[link.first]} {link.relation} {called[link.second]}{apart}"


def name(event: Event, chronology: Chronology) -> str:
    claim = event.claims[0]
    text = next(r.document.text for r in chronology.readings if r.document.id == claim.document)
    return f"“{text[slice(*claim.predicate)]}” {event.when.edtf}"


def findings(chronology: Chronology) -> Iterator[str]:
    """What the checks noticed."""
    return (finding(f) for f in chronology.findings)


def finding(f: Finding) -> str:
    proposal = f.proposal and (f.proposal.edtf or f.proposal.name or "; ".join(f.proposal.names))
    return f"{f.severity} {f.code}: {f.message}" + (f" → {proposal}" if proposal else "")
