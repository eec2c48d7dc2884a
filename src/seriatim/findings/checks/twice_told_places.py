"""One event, told in different places.

What it finds
An event for which two claims name places of which neither is part of the other's name.

Why it matters
One of the two is wrong, or two events were taken for one.

Example
| Ada Kerr met Tom Hale in Osterby on 4 May 1908. The mayor said that on 4 May 1908 Ada Kerr met Tom
| Hale in Lowick.

Near miss
| Ada Kerr met Tom Hale in Osterby on 4 May 1908. Ada Kerr met Ida Moss in Lowick on 6 May 1908.

Limits
Does not know that a street lies in a town; such pairs are shown all the same, as notes.
"""

from __future__ import annotations

from collections.abc import Iterator

from seriatim.findings.lookup import Case
from seriatim.model import Finding, Severity

SEVERITY: Severity = "note"


def find(case: Case) -> Iterator[Finding]:
    """One finding two places of an event."""
    seen: set[tuple[object, ...]] = set()
    for one, other in case.twice:
        key = (case.events_of([one, other]), one.place, other.place)
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
                message=f"“{one.place}” and “{other.place}” are told of one event",
                events=case.events_of([one, other]),
                claims=(one.id, other.id),
                document=other.document,
                span=other.span,
                because=tuple(case.quote(c.document, c.span) for c in (one, other)),
            )


def _words(place: str) -> set[str]:
    return set(place.lower().split())
