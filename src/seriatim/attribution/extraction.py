"""The attributions of a document: who is reported to have said what, and by which cue.

Rules over the parse and the quotation marks find them without weights; with the span model, its
spans come first and the rules fill in what a window does not show: who speaks on in the next
paragraph, whose bullet a line hangs under, whose words a passage is.  Either way nothing is
attributed without a cue or a quotation that stands in the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from seriatim.analysis import Analysis, Progress, silent, spans
from seriatim.attribution import speakers
from seriatim.attribution.attributions import Attribution
from seriatim.attribution.cues import reports
from seriatim.attribution.quotations import quotations
from seriatim.model import Document, Source, Span


def read(
    document: Document, analyses: Sequence[Analysis], *, model: bool, progress: Progress = silent
) -> tuple[Attribution, ...]:
    """The attributions of a document, in the order of their contents."""
    quotes = quotations(analyses)
    raw = [reports(a.doc, q) for a, q in zip(analyses, quotes, strict=True)]
    tagged = (
        spans.tag([a.words.text for a in analyses], progress=progress)
        if model and spans.is_installed()
        else []
    )
    spoken = speakers.complete(document, analyses, quotes, raw, tagged)
    return tuple(sorted(spoken, key=lambda a: (a.content, a.cue)))


def sources_of(attributions: Iterable[Attribution], predicate: Span) -> tuple[Source, ...]:
    """The sources of a predicate, outermost first: those of the attributions around it."""
    around = []
    for attribution in attributions:
        content = next(
            (c for c in attribution.content if c[0] <= predicate[0] and predicate[1] <= c[1]), None
        )
        if (
            content
            and attribution.said
            and attribution.source
            and not _overlaps(attribution.cue, predicate)
        ):
            width = sum(e - s for s, e in attribution.content)
            around.append((-width, attribution, content))
    around.sort(key=lambda item: (item[0], item[1].cue, item[1].source))
    chain: list[Source] = []
    for _, attribution, content in around:
        if not any(attribution.name.lower() == s.name.lower() for s in chain):
            cue = attribution.cue[0] if attribution.cue else None
            chain.append(Source(attribution.name, attribution.source[0], cue, content))
    return tuple(chain)


def _overlaps(spans: Iterable[Span], other: Span) -> bool:
    return any(s < other[1] and other[0] < e for s, e in spans)
