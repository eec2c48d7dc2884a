"""Passages with their words marked: the paragraph that a claim stands in, cut where marks begin and end."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from seriatim.exports import wire
from seriatim.exports.markup import Html, join, tag
from seriatim.model import Span

CONTEXT = 400  # code points on either side of a claim, at most
Mark = tuple[Span, str]  # a span and what it is: "quote", "when", "hedge", "source", "cue"


def passage(document: wire.Document, claim: wire.Claim) -> Html:
    """The words around a claim, with the claim and what it is made of marked."""
    start, end = _paragraph(document.text, claim.span)
    cut = tag("span", "… ", class_="cut")
    return join(
        cut if start and document.text[start - 1] != "\n" else None,
        marked(document.text, (start, end), claim_marks(claim)),
        cut if end < len(document.text) and document.text[end] != "\n" else None,
    )


def claim_marks(claim: wire.Claim) -> list[Mark]:
    """What is marked in a claim."""
    marks: list[Mark] = [(claim.span, "quote")]
    if claim.when.span:
        marks.append((claim.when.span, "when"))
    marks += [(span, "hedge") for span in claim.hedges]
    marks += [(source.span, "source") for source in claim.sources]
    return marks


def marked(text: str, window: Span, marks: Sequence[Mark]) -> Html:
    """``text[window]`` with each mark in a ``mark`` or ``span`` of its class; marks may overlap."""
    inside = [
        ((max(s, window[0]), min(e, window[1])), name)
        for (s, e), name in marks
        if s < window[1] and e > window[0]
    ]
    cuts = sorted({*window, *(at for span, _ in inside for at in span)})
    return join(
        *(
            _piece(text[a:b], {name for (s, e), name in inside if s <= a and b <= e})
            for a, b in pairwise(cuts)
        )
    )


def _piece(text: str, names: set[str]) -> Html:
    classes = " ".join(sorted(names - {"quote"})) or None
    if "quote" in names:
        return tag("mark", text, class_=classes)
    return tag("span", text, class_=classes) if classes else join(text)


def _paragraph(text: str, span: Span) -> Span:
    """The line that holds the span, cut between words where it is long."""
    start, end = text.rfind("\n", 0, span[0]) + 1, text.find("\n", span[1])
    end = len(text) if end < 0 else end
    if span[0] - start > CONTEXT:
        start = span[0] - CONTEXT
        start = text.find(" ", start, span[0]) + 1 or start
    if end - span[1] > CONTEXT:
        end = span[1] + CONTEXT
        space = text.rfind(" ", span[1], end)
        end = end if space < 0 else space
    return start, end
