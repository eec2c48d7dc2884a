"""``seriatim import``: import an existing chronology into a case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from seriatim.cli import cases, console
from seriatim.cli.console import Unreadable, show_problems
from seriatim.messages import cli as messages

if TYPE_CHECKING:
    from seriatim.case import Case
    from seriatim.events.table_rows import Cell
    from seriatim.model import Act, Chronology, Claim, Decision, Document, Span, Status
    from seriatim.readers.annotations import Highlight

ACT_OF: dict[Status, Act] = {"accepted": "accept", "rejected": "reject", "disputed": "dispute"}


@click.command("import")
@cases.CASE
@click.argument("sheet", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="WHAT=NAME",
    help=messages.IMPORT_COLUMN,
)
@click.option("--published", metavar="DATE", help=messages.SHEET_DATE)
@click.option("--by", "who", help=messages.IMPORTED_BY)
def command(
    path: Path, sheet: Path, columns: tuple[str, ...], published: str | None, who: str | None
) -> None:
    """Import an existing chronology into a case.

    A table (CSV, XLSX, Timesketch JSONL): each row becomes a claim, and the sheet its document. Web
    Annotation: each highlight of a document of the case becomes a claim. A chronology file: its
    documents, with the decisions in it.
    """
    from seriatim.exports import wire
    from seriatim.readers import annotations

    case = cases.open_case(path)
    data = _bytes(sheet)
    with cases.errors():
        if wire.FORMAT.encode() in data[:200]:
            _chronology(case, data, sheet, cases.user_name(who))
        elif annotations.is_annotations(data):
            _annotations(case, data, sheet, cases.user_name(who))
        else:
            _table(case, data, sheet, columns, published, cases.user_name(who))


def _bytes(sheet: Path) -> bytes:
    try:
        return sheet.read_bytes()
    except OSError as error:
        raise Unreadable(messages.cannot_read(sheet, error.strerror)) from error


def _table(
    case: Case, data: bytes, sheet: Path, columns: Sequence[str], published: str | None, who: str
) -> None:
    """Import the rows of a table as claims, and say which column is read as what."""
    from seriatim import readers
    from seriatim.events import table_rows
    from seriatim.model import Reading

    taken = readers.read_bytes(data, str(sheet))
    tables = [(d, table_rows.tables(Reading(d, p))) for d, p in taken.documents]
    if not any(found for _, found in tables):
        show_problems(taken.problems)
        raise Unreadable(messages.not_a_table(sheet))
    named = {what: name for what, _, name in (c.partition("=") for c in columns)}
    for table in (table for _, found in tables for table in found):
        console.echo(_columns_used(table, named, sheet), err=True)
    added = case.intake.add_bytes(
        data, str(sheet), published=published, who=who, columns=tuple(columns)
    )
    chronology = cases.update(case)
    numbers = {f"d{h.number}" for h in added.new}
    made = sum(c.document.split(".")[0] in numbers for e in chronology.events for c in e.claims)
    console.echo(messages.claims_imported(made) if added.new else messages.KNOWN_ALREADY, err=True)


def _columns_used(table: Sequence[Sequence[Cell]], named: Mapping[str, str], sheet: Path) -> str:
    """Which column of a table is read as what.  Raises Unreadable if none holds facts."""
    from seriatim.events import table_rows

    names = [cell.text for cell in table[0]]
    try:
        placed = table_rows.find_columns(names, named)
    except ValueError as error:
        raise Unreadable(f"{sheet}: {error}") from error
    if "text" not in placed and "detail" not in placed:
        raise Unreadable(messages.no_text_column(sheet, names))
    return messages.columns_used(len(table) - 1, {role: names[i] for role, i in placed.items()})


def _annotations(case: Case, data: bytes, sheet: Path, who: str) -> None:
    """Import highlights of the case's documents as claims."""
    from seriatim.case import now
    from seriatim.decisions.selectors import selector
    from seriatim.model import Decision
    from seriatim.readers import annotations
    from seriatim.readers.draft import Unreadable as NotRead

    try:
        highlights = annotations.read(data)
    except NotRead as why:
        raise Unreadable(f"{sheet} {why}") from None
    documents = [r.document for r in cases.current(case, whole=True).readings]
    made: list[Decision] = []
    for h in highlights:
        places = _places(h, documents)
        if len(places) != 1:
            console.echo(messages.highlight_left_out(sheet, h.exact[:60], len(places)), err=True)
            continue
        document, span = places[0]
        made.append(
            Decision(
                "", "claim", who, now(), h.note, "claim", (selector(document, span),), value=h.date
            )
        )
    new = case.log.not_there_yet(made)
    case.log.append(new)
    left_out, known = len(highlights) - len(made), len(made) - len(new)
    console.echo(messages.highlights_imported(len(new), left_out, known), err=True)
    cases.update(case)


def _places(highlight: Highlight, documents: Sequence[Document]) -> list[tuple[Document, Span]]:
    """The documents in which a highlight is found; only its source, if that is in the case."""
    from seriatim.decisions.selectors import locate
    from seriatim.model import Selector

    start, end = highlight.start or 0, highlight.end or 0
    wanted = Selector("", highlight.exact, highlight.prefix, highlight.suffix, start, end)
    source = highlight.source or ""
    name = source.rstrip("/").rpartition("/")[2]
    sources = [d for d in documents if source and (d.sha256 in source or Path(d.path).name == name)]
    return [(d, span) for d in sources or documents if (span := locate(wanted, d.text))]


def _chronology(case: Case, data: bytes, sheet: Path, who: str) -> None:
    """Import the documents of a chronology file as texts, with its decisions and other claims."""
    from seriatim.exports import interchange

    try:
        chronology = interchange.parse(data, str(sheet))
    except interchange.ChronologyError as error:
        raise Unreadable(str(error)) from error
    # Read before anything is recorded, so that all of it is recorded at once.
    texts = [
        (r.document.text.encode("utf-8", "replace"), r.document.path, r.document.published)
        for r in chronology.readings
    ]
    added, here = case.intake.prepare(texts, who=who)
    decisions = case.log.not_there_yet(_decisions(chronology, here, who))
    case.log.append([*added, *decisions])
    new = sum(d.act == "add" for d in added)
    known = len(chronology.readings) - new
    console.echo(messages.chronology_imported(new, known, len(decisions)), err=True)
    cases.update(case)


def _decisions(given: Chronology, here: Chronology, who: str) -> list[Decision]:
    """The decisions that bring a file's claims, dates and statuses to the claims read here."""
    documents = {r.document.text: r.document for r in here.readings}
    texts = {r.document.id: r.document.text for r in given.readings}
    read = {(c.document, c.predicate): c for e in here.events for c in e.claims}
    made: list[Decision] = []
    for event in given.events:
        for claim in event.claims:
            document = documents.get(texts[claim.document])
            if document is not None:
                here_read = read.get((document.id, claim.predicate))
                made += _decisions_about(claim, event.status, document, here_read, who)
    return made


def _decisions_about(
    claim: Claim, status: Status, document: Document, read: Claim | None, who: str
) -> Iterator[Decision]:
    """The decisions that bring one claim to the same claim as read here, if it was read."""
    from seriatim.case import now
    from seriatim.decisions.selectors import selector
    from seriatim.model import Decision

    predicate = (selector(document, claim.predicate),)
    edtf = claim.when.edtf
    if read is None:
        both = (selector(document, claim.span), *predicate)
        date = None if edtf == "unknown" else edtf
        yield Decision("", "claim", who, now(), "", "claim", both, value=date)
    elif read.when.edtf != edtf and claim.when.basis == "corrected":
        yield Decision("", "date", who, now(), "", "event", predicate, value=edtf)
    if status != "proposed":
        yield Decision("", ACT_OF[status], who, now(), "", "event", predicate)
