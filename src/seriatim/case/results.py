"""What the last build of a case gave, and what is asked of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from seriatim.case.documents import CaseDocument
from seriatim.case.module import CaseModule
from seriatim.messages import case as messages
from seriatim.model import Chronology, Document, Problem, Reading
from seriatim.store.derived import DamagedStoreError, Store

if TYPE_CHECKING:
    from seriatim.case.searches import Found
    from seriatim.query.filters import Filter


class Results(CaseModule):
    """The last build of a case.  What is asked raises CaseError where there was none."""

    def chronology(self, *, whole: bool = True) -> Chronology:
        """The chronology; where it is ``whole``, with the documents' texts and their readings."""
        store = self.case.store()
        return self.chronology_of(store) if whole else store.chronology()

    def chronology_of(self, store: Store) -> Chronology:
        """The chronology in a store, with the documents' texts and their readings."""
        with store.snapshot():
            found = store.chronology()
            readings = {
                r.document.id: r for several in store.all_readings().values() for r in several
            }
        try:
            kept = tuple(readings[r.document.id] for r in found.readings)
        except KeyError as error:
            raise DamagedStoreError(messages.store_damaged(store.path)) from error
        return replace(found, readings=kept)

    def readings(self, document: CaseDocument) -> tuple[Reading, ...]:
        """What was read in a document; an archive or a mail has several readings."""
        return self.case.store().readings(document.sha256)

    def documents(self) -> list[Document]:
        """The documents without their texts; of an archive or a mail, each that it holds."""
        return self.case.store().documents()

    def document_names(self) -> dict[str, str]:
        """The names of the documents in listings, by their ids."""
        from seriatim.query import listing

        return listing.names(self.documents())

    def listing(
        self, wanted: Filter, *, every_event: bool = False, with_possible: bool = False
    ) -> str:
        """The listing of the entries (or of all events) that a filter selects.

        Raises FilterError.
        """
        from seriatim.case import listing_index

        return listing_index.listing_of(
            self.case.store(), wanted, every_event=every_event, with_possible=with_possible
        )

    def search(self, words: str, limit: int = 100) -> Found:
        """The passages that have the words, best first (:mod:`seriatim.case.searches`)."""
        from seriatim.case import searches

        return searches.search(self.case.store(), words, limit)

    def problems(self) -> tuple[Problem, ...]:
        """What went wrong in the build."""
        return self.case.store().problems()

    def fingerprint(self) -> str | None:
        """A hash of everything that the chronology was made from; ``None`` where there is none."""
        return self.case.store().get("made from") if self.case.has_store() else None
