"""Who met whom, in words: pairs with their dated claims, paths in order, and reach that ignores time only under its label."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from seriatim.association.contacts import Contact, Pair, Path
from seriatim.model import Chronology, Event
from seriatim.temporal import edtf

STATIC = "Connected, whatever the order of the contacts (this ignores time and overstates: a path may run backwards)"
UNSURE = "in an order that is possible, but not sure"


class Speaker:
    """A chronology's names for actors and documents."""

    def __init__(self, chronology: Chronology) -> None:
        """Look the names up once."""
        self.actors: Mapping[str, str] = {a.id: a.name for a in chronology.actors}
        self.documents: Mapping[str, str] = {
            r.document.id: r.document.path for r in chronology.readings
        }

    def name(self, actor: str) -> str:
        """What an actor is called."""
        return self.actors.get(actor, actor)

    def pairs(self, found: Sequence[Pair]) -> Iterator[str]:
        """Each pair with its contacts; those that are only denied or planned, last."""
        for pair in found:
            told = f"{len(pair.contacts):,} contact{'' if len(pair.contacts) == 1 else 's'}"
            beside = (
                f", {len(pair.only_denied):,} denied or only planned" if pair.only_denied else ""
            )
            yield f"{self.name(pair.first)} – {self.name(pair.second)}: {told}{beside}"
            for contact in pair.contacts:
                yield from self.event(contact.event, self._direction(contact))
            for event in pair.only_denied:
                yield from self.event(event, "not said to have happened")

    def _direction(self, contact: Contact) -> str:
        return (
            f"{self.name(contact.first)} to {self.name(contact.second)}" if contact.one_way else ""
        )

    def event(self, event: Event, note: str = "") -> Iterator[str]:
        """An event's date and kind, and what its claims say."""
        yield f"  {edtf.say(event.when.edtf)}: {event.kind}{f', {note}' if note else ''}"
        for claim in event.claims:
            told = "denied: " if claim.polarity == "-" else "planned: " if claim.planned else ""
            sources = "".join(f", from {s.name}" for s in claim.sources)
            yield f"    {told}“{' '.join(claim.quote.split())}” ({self.documents.get(claim.document, claim.document)}{sources})"

    def path(self, path: Path) -> Iterator[str]:
        """A path, contact by contact, with whether its order is sure."""
        first, *between, last = map(self.name, path.actors)
        way = f" by way of {', then '.join(between)}" if between else ""
        order = "" if not between else ", in this order" if path.sure else f", {UNSURE}"
        yield f"{first} to {last}{way}{order}:"
        for contact in path.contacts:
            yield from self.event(contact.event, self._direction(contact))

    def static(self, source: str, reached: Iterable[str], dated: Iterable[str]) -> Iterator[str]:
        """Reach that ignores time, beside that along paths that respect it."""
        names = sorted(map(self.name, reached))
        yield f"{STATIC}: {len(names):,} with {self.name(source)}, of whom {len(set(dated)):,} along paths that respect time."
        yield f"  {', '.join(names)}" if names else "  nobody"
