"""The Python library: documents or a case in, a chronology to work with out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from html import escape
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from seriatim import model as nouns
from seriatim.messages import api as messages

if TYPE_CHECKING:
    from seriatim.query.entries import Entry

Backend = Literal["pandas", "polars", "pyarrow", "modin", "cudf"]
COLUMNS = (
    *("id", "date", "kind", "summary", "status", "place", "actors"),
    *("certainty", "polarity", "sources", "quotes", "documents"),
)
HEIGHT = 640  # of the page in a notebook, in pixels


class SeriatimError(Exception):
    """What was asked for can't be done; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Chronology:
    """A chronology with its events, entries and findings, and the forms it can be given.

    ``model`` is the chronology with everything it rests on.
    """

    model: nouns.Chronology

    @property
    def title(self) -> str:
        """The title."""
        return self.model.title

    @property
    def events(self) -> tuple[nouns.Event, ...]:
        """All events in order, those that a person rejected as well."""
        return self.model.events

    @property
    def findings(self) -> tuple[nouns.Finding, ...]:
        """What the checks found."""
        return self.model.findings

    @property
    def problems(self) -> tuple[nouns.Problem, ...]:
        """What could not be read, or not in full."""
        return self.model.problems + tuple(p for r in self.model.readings for p in r.problems)

    def entries(self, key: int | None = None) -> tuple[Entry, ...]:
        """The entries that are not rejected, in order; with ``key``, that many key entries."""
        from seriatim.query.entries import entries
        from seriatim.query.key_events import key_events

        if key is not None:
            return tuple(one.entry for one in key_events(self.model, self.events, key))
        return entries([e for e in self.events if e.status != "rejected"])

    def to_html(self) -> str:
        """The page as one self-contained HTML file."""
        from seriatim.exports import page

        return page.render(self.model)

    def _repr_html_(self) -> str:
        """The page in a frame of its own, which a notebook shows."""
        return (
            f'<iframe sandbox="allow-scripts" title="{escape(self.title)}" width="100%" '
            f'height="{HEIGHT}" srcdoc="{escape(self.to_html())}"></iframe>'
        )

    def explain(self, event: nouns.Event | str) -> str:
        """Why an event has its date, actors and sources; ``event`` may be its id or a claim's.

        Raises SeriatimError where there is no such event.
        """
        from seriatim.query.explain import event_named, lines

        name = event if isinstance(event, str) else event.id
        found = event_named(self.model, name)
        if found is None:
            raise SeriatimError(messages.no_such_event(name))
        return "\n".join(lines(self.model, found))

    def to_dataframe(self, backend: Backend = "pandas") -> object:
        """A dataframe with one row per event, made by any library that narwhals supports.

        Raises SeriatimError where narwhals or the library is missing.
        """
        if find_spec("narwhals") is None:
            raise SeriatimError(messages.NO_NARWHALS)
        import narwhals

        try:
            frame = narwhals.from_dict(self._columns(), backend=backend)
        except ImportError as error:
            raise SeriatimError(messages.no_backend(backend)) from error
        return frame.to_native()

    def _columns(self) -> dict[str, list[str]]:
        """The events as columns of text."""
        names = {a.id: a.name for a in self.model.actors}
        paths = {r.document.id: r.document.path for r in self.model.readings}
        rows = [_cells(e, names) | _claims(e, paths) for e in self.events]
        return {name: [row[name] for row in rows] for name in COLUMNS}


def _cells(event: nouns.Event, names: Mapping[str, str]) -> dict[str, str]:
    """The cells about an event as a whole."""
    return {
        "id": event.id,
        "date": event.when.edtf,
        "kind": event.kind,
        "summary": event.summary,
        "status": event.status,
        "place": event.place or "",
        "actors": _joined(names.get(a.actor, a.actor) for a in event.actors),
    }


def _claims(event: nouns.Event, paths: Mapping[str, str]) -> dict[str, str]:
    """The cells about an event's claims."""
    return {
        "certainty": _joined(c.certainty for c in event.claims),
        "polarity": _joined(c.polarity for c in event.claims),
        "sources": _joined(s.name for c in event.claims for s in c.sources),
        "quotes": _joined(" ".join(c.quote.split()) for c in event.claims),
        "documents": _joined(paths[c.document] for c in event.claims),
    }


def _joined(parts: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(parts))


def read(
    *files: str | Path,
    text: str | None = None,
    published: str | None = None,
    title: str | None = None,
) -> Chronology:
    """The chronology of files, folders and archives, or of a text.

    ``published`` is the date of the documents, an EDTF day, month or year.  What can't be read is
    in ``problems``.  Raises SeriatimError where nothing can be read.
    """
    from seriatim import pipeline, readers
    from seriatim.messages.page import default_title
    from seriatim.pipeline import guard
    from seriatim.readers.documents import read_bytes
    from seriatim.temporal import edtf

    if bool(files) == (text is not None):
        raise SeriatimError(messages.FILES_OR_TEXT)
    if published is not None and not (
        edtf.is_valid(published) and edtf.precision(published) in ("day", "month", "year")
    ):
        raise SeriatimError(messages.not_a_date(published))
    taken = (
        readers.read_paths([Path(f) for f in files], published=published)
        if text is None
        else read_bytes(text.encode("utf8"), "text.txt", published=published)
    )
    if not taken.documents:
        why = [f"{p.where}: {p.message}" for p in taken.problems]
        raise SeriatimError(messages.no_documents(why))
    readings = [
        guard.guarded(d, passages, partial(pipeline.read)).reading
        for d, passages in taken.documents
    ]
    name = title or default_title([d.path for d, _ in taken.documents], named=text is None)
    return Chronology(pipeline.assemble(readings, title=name, problems=taken.problems))


def open_case(path: str | Path) -> Chronology:
    """The chronology of a case as last built.  Raises SeriatimError where there is none."""
    from seriatim.case import Case
    from seriatim.store.files import CaseError

    try:
        return Chronology(Case(Path(path)).chronology())
    except CaseError as error:
        raise SeriatimError(str(error)) from error
