"""One event with different places.

What it finds
An event for which two claims name places without a word in common.

Why it matters
One of the two is wrong, or two events were merged by mistake.

Example
| Ada Kerr met Tom Hale in Osterby on 4 May 1908. The mayor said that on 4 May 1908 Ada Kerr met Tom
| Hale in Lowick.

Near miss
| Ada Kerr met Tom Hale in Osterby on 4 May 1908. Ada Kerr met Ida Moss in Lowick on 6 May 1908.

Limits
Does not know which streets are in which town, so such pairs are shown too, as notes.
"""

from __future__ import annotations

from collections.abc import Iterator

from seriatim.findings.context import CheckContext
from seriatim.messages import findings as messages
from seriatim.model import Finding, Severity

SEVERITY: Severity = "note"


def find(context: CheckContext) -> Iterator[Finding]:
    """A finding for each two places of an event."""
    seen: set[tuple[object, ...]] = set()
    for one, other in context.same_event_pairs:
        key = (context.events_of([one, other]), one.place, other.place)
        if (
            one.place
            and other.place
            and key not in seen
            and not _words(one.place) & _words(other.place)
        ):
            seen.add(key)
            yield Finding(
                code="twice-told-places",
                severity=SEVERITY,
                message=messages.different_places(one.place, other.place),
                events=context.events_of([one, other]),
                claims=(one.id, other.id),
                document=other.document,
                span=other.span,
                because=tuple(context.quote(c.document, c.span) for c in (one, other)),
            )


def _words(place: str) -> set[str]:
    return set(place.lower().split())
