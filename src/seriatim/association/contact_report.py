"""Contacts in words: pairs with their dated claims, paths in order, and reach that ignores time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from seriatim.association.contacts import Contact, Pair, Path
from seriatim.messages import contacts as messages
from seriatim.model import Chronology, Event


class ContactPrinter:
    """Writes contacts with a chronology's names for actors and documents."""

    def __init__(self, chronology: Chronology) -> None:
        """Look up the names once."""
        self.actors: Mapping[str, str] = {a.id: a.name for a in chronology.actors}
        self.documents: Mapping[str, str] = {
            r.document.id: r.document.path for r in chronology.readings
        }

    def name(self, actor: str) -> str:
        """The name of an actor."""
        return self.actors.get(actor, actor)

    def pairs(self, found: Sequence[Pair]) -> Iterator[str]:
        """The lines of each pair with its contacts; denied and planned ones last."""
        for pair in found:
            yield messages.pair(
                self.name(pair.first),
                self.name(pair.second),
                len(pair.contacts),
                len(pair.only_denied),
            )
            for contact in pair.contacts:
                yield from self.event(contact.event, self._direction(contact))
            for event in pair.only_denied:
                yield from self.event(event, messages.NOT_ASSERTED)

    def _direction(self, contact: Contact) -> str:
        if not contact.one_way:
            return ""
        return messages.direction(self.name(contact.first), self.name(contact.second))

    def event(self, event: Event, note: str = "") -> Iterator[str]:
        """The lines of an event: its date and kind, and what its claims say."""
        yield f"  {messages.event(event.when.edtf, event.kind, note)}"
        for claim in event.claims:
            line = messages.claim(
                " ".join(claim.quote.split()),
                self.documents.get(claim.document, claim.document),
                (s.name for s in claim.sources),
                denied=claim.polarity == "-",
                planned=claim.planned,
            )
            yield f"    {line}"

    def path(self, path: Path) -> Iterator[str]:
        """The lines of a path, contact by contact."""
        first, *between, last = map(self.name, path.actors)
        yield messages.path(first, between, last, sure=path.sure)
        for contact in path.contacts:
            yield from self.event(contact.event, self._direction(contact))

    def static(self, source: str, reached: Iterable[str], dated: Iterable[str]) -> Iterator[str]:
        """The lines of reach that ignores time, beside reach along paths that respect it."""
        names = sorted(map(self.name, reached))
        yield messages.static(len(names), self.name(source), len(set(dated)))
        yield f"  {', '.join(names) or messages.NOBODY}"
