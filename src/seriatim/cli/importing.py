"""``seriatim import``: import an existing chronology into a case."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from seriatim.cli import cases
from seriatim.cli.console import Unreadable, show_problems
from seriatim.messages import cli as messages

if TYPE_CHECKING:
    from seriatim.case.case import Case
    from seriatim.model import Chronology, Decision


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
    try:
        for _, found in tables:
            for table in found:
                names = [c.text for c in table[0]]
                placed = table_rows.find_columns(names, named)
                if "text" not in placed and "detail" not in placed:
                    raise Unreadable(messages.no_text_column(sheet, names))
                used = {role: names[i] for role, i in placed.items()}
                click.echo(messages.columns_used(len(table) - 1, used), err=True)
    except ValueError as error:
        raise Unreadable(f"{sheet}: {error}") from error
    added = case.add_bytes(data, str(sheet), published=published, who=who, columns=tuple(columns))
    chronology = cases.build(case)
    numbers = {f"d{h.number}" for h in added.new}
    made = sum(c.document.split(".")[0] in numbers for e in chronology.events for c in e.claims)
    click.echo(messages.claims_imported(made) if added.new else messages.KNOWN_ALREADY, err=True)


def _annotations(case: Case, data: bytes, sheet: Path, who: str) -> None:
    """Import highlights of the case's documents as claims."""
    from seriatim.case.case import now
    from seriatim.decisions.selectors import locate, selector
    from seriatim.model import Decision, Selector
    from seriatim.readers import annotations
    from seriatim.readers.draft import Unreadable as NotRead

    try:
        highlights = annotations.read(data)
    except NotRead as why:
        raise Unreadable(f"{sheet} {why}") from None
    documents = [r.document for r in cases.current(case, whole=True).readings]
    made: list[Decision] = []
    for h in highlights:
        wanted = Selector("", h.exact, h.prefix, h.suffix, h.start or 0, h.end or 0)
        meant = [
            d
            for d in documents
            if h.source
            and (
                d.sha256 in h.source or Path(d.path).name == h.source.rstrip("/").rpartition("/")[2]
            )
        ]
        places = [(d, span) for d in meant or documents if (span := locate(wanted, d.text))]
        if len(places) != 1:
            click.echo(messages.highlight_left_out(sheet, h.exact[:60], len(places)), err=True)
            continue
        document, span = places[0]
        made.append(
            Decision(
                "", "claim", who, now(), h.note, "claim", (selector(document, span),), value=h.date
            )
        )
    for decision in made:
        case.judge(decision)
    cases.build(case)
    left_out = len(highlights) - len(made)
    click.echo(messages.highlights_imported(len(made), left_out), err=True)


def _chronology(case: Case, data: bytes, sheet: Path, who: str) -> None:
    """Import the documents of a chronology file as texts, with its decisions and other claims."""
    from seriatim.exports import interchange

    try:
        chronology = interchange.parse(data, str(sheet))
    except interchange.ChronologyError as error:
        raise Unreadable(str(error)) from error
    added = 0
    for reading in chronology.readings:
        document = reading.document
        text = document.text.encode("utf-8", "replace")
        held = case.add_bytes(text, document.path, published=document.published, who=who)
        added += len(held.new)
    cases.build(case)
    decisions = _decisions(chronology, case.chronology(), who)
    for decision in decisions:
        case.judge(decision)
    cases.build(case)
    known = len(chronology.readings) - added
    click.echo(messages.chronology_imported(added, known, len(decisions)), err=True)


def _decisions(given: Chronology, here: Chronology, who: str) -> list[Decision]:
    """The decisions that bring a file's claims, dates and statuses to the claims read here."""
    from seriatim.case.case import now
    from seriatim.decisions.selectors import selector
    from seriatim.model import Act, Decision

    places = {r.document.text: r.document for r in here.readings}
    there = {r.document.id: r.document.text for r in given.readings}
    read = {(c.document, c.predicate): c for e in here.events for c in e.claims}
    acts: dict[str, Act] = {"accepted": "accept", "rejected": "reject", "disputed": "dispute"}
    made = []
    for event in given.events:
        for claim in event.claims:
            document = places.get(there[claim.document])
            if document is None:
                continue
            chosen = (selector(document, claim.predicate),)
            like = read.get((document.id, claim.predicate))
            if like is None:
                whole = (selector(document, claim.span), *chosen)
                made.append(
                    Decision(
                        "",
                        "claim",
                        who,
                        now(),
                        "",
                        "claim",
                        whole,
                        value=None if claim.when.edtf == "unknown" else claim.when.edtf,
                    )
                )
            elif like.when.edtf != claim.when.edtf and claim.when.basis == "corrected":
                made.append(
                    Decision("", "date", who, now(), "", "event", chosen, value=claim.when.edtf)
                )
            if event.status in acts:
                made.append(Decision("", acts[event.status], who, now(), "", "event", chosen))
    return made
