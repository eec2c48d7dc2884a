"""TimeML: one document a chronology, its sentences with EVENT and TIMEX3 tags, and TLINKs for what the texts state.

Only the passages that claims rest on are written; of several documents each is a section under its
path.
"""

from __future__ import annotations

from collections import Counter
from xml.sax.saxutils import escape, quoteattr

from seriatim.exports import File
from seriatim.exports.rows import without_rejected
from seriatim.model import Chronology, Claim, Link, Reading, Span

RELATION = {
    "after": "AFTER",
    "before": "BEFORE",
    "during": "DURING",
    "contains": "INCLUDES",
    "overlaps": "SIMULTANEOUS",
    "starts": "BEGINS",
    "finishes": "ENDS",
    "equal": "IDENTITY",
}


def to_file(chronology: Chronology) -> File:
    """The TimeML document, UTF-8."""
    chronology, left_out = without_rejected(chronology)
    lost: Counter[str] = Counter(left_out)
    claims: dict[str, list[tuple[Claim, str]]] = {}
    for event in chronology.events:
        for claim in event.claims:
            claims.setdefault(claim.document, []).append((claim, event.kind))
    instance = {event.id: f"ei-{event.claims[0].id}" for event in chronology.events if event.claims}
    body, instances = [], []
    for reading in chronology.readings:
        told = claims.get(reading.document.id, [])
        body.append(
            f"<!-- {escape(reading.document.path).replace('--', '- -')} -->\n{_text(reading, told)}\n"
        )
        instances += [_instance(claim) for claim, _ in told]
    links = [
        x for n, link in enumerate(chronology.links, 1) if (x := _tlink(n, link, instance, lost))
    ]
    head = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<TimeML>\n<TITLE>'
        + _xml(chronology.title)
        + "</TITLE>\n<TEXT>\n"
    )
    data = (
        head
        + "".join(body)
        + "</TEXT>\n"
        + "".join(f"{x}\n" for x in [*instances, *links])
        + "</TimeML>\n"
    )
    lost["open interval or version: only the words' own TIMEX3 value is written"] += sum(
        ".." in e.when.edtf for e in chronology.events
    )
    return File(data.encode("utf-8", "replace"), {k: n for k, n in lost.items() if n})


def _text(reading: Reading, told: list[tuple[Claim, str]]) -> str:
    """The document's text with its tags; a tag that would cross another is left out."""
    text = reading.document.text
    tags: list[tuple[Span, str, str]] = []
    for i, x in enumerate(reading.expressions, 1):
        mod = f" mod={quoteattr(x.mod)}" if x.mod else ""
        tags.append(
            (
                x.span,
                f'<TIMEX3 tid="t-{reading.document.id}-{i}" type="{x.type}" value={quoteattr(x.value)}{mod}>',
                "</TIMEX3>",
            )
        )
    for claim, kind in told:
        tags.append(
            (
                claim.predicate,
                f'<EVENT eid="e-{claim.id}" class={quoteattr(_event_class(kind))}>',
                "</EVENT>",
            )
        )
    out, at = [], 0
    for (start, end), opening, closing in sorted(tags, key=lambda t: (t[0][0], -t[0][1])):
        if start >= at:
            out += [_xml(text[at:start]), opening, _xml(text[start:end]), closing]
            at = end
    return "".join([*out, _xml(text[at:])])


def _event_class(kind: str) -> str:
    return "REPORTING" if kind == "statement" else "OCCURRENCE"


def _instance(claim: Claim) -> str:
    polarity = "NEG" if claim.polarity == "-" else "POS"
    modality = f" modality={quoteattr(claim.certainty)}" if claim.certainty != "certain" else ""
    return f'<MAKEINSTANCE eiid="ei-{claim.id}" eventID="e-{claim.id}" tense="NONE" aspect="NONE" pos="OTHER" polarity="{polarity}"{modality}/>'


def _tlink(number: int, link: Link, instance: dict[str, str], lost: Counter[str]) -> str | None:
    if link.basis != "stated" or link.first not in instance or link.second not in instance:
        return None
    if link.relation == "same day":
        lost["“the same day”: TimeML has no such relation"] += 1
        return None
    if link.distance:
        lost["distance of a relation in time"] += 1
    relation = RELATION[link.relation]
    return f'<TLINK lid="l{number}" relType="{relation}" eventInstanceID="{instance[link.first]}" relatedToEventInstance="{instance[link.second]}"/>'


def _xml(text: str) -> str:
    return escape(
        "".join(
            c
            if c in "\n\t" or (ord(c) >= 32 and not 0xD800 <= ord(c) <= 0xDFFF and c not in "￾￿")
            else "�"
            for c in text
        )
    )
