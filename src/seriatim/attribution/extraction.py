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
    around = [
        (attribution, content)
        for attribution in attributions
        if attribution.committed
        and attribution.source
        and not _overlaps(attribution.cue, predicate)
        for content in _content_around(attribution, predicate)
    ]
    around.sort(key=lambda item: (-_width(item[0]), item[0].cue, item[0].source))
    chain: dict[str, Source] = {}
    for attribution, content in around:
        cue = attribution.cue[0] if attribution.cue else None
        source = Source(attribution.name, attribution.source[0], cue, content)
        chain.setdefault(attribution.name.lower(), source)
    return tuple(chain.values())


def _content_around(attribution: Attribution, predicate: Span) -> list[Span]:
    """The first of the contents that contains the predicate, if any."""
    start, end = predicate
    return [c for c in attribution.content if c[0] <= start and end <= c[1]][:1]


def _width(attribution: Attribution) -> int:
    return sum(end - start for start, end in attribution.content)


def _overlaps(spans: Iterable[Span], other: Span) -> bool:
    return any(s < other[1] and other[0] < e for s, e in spans)
