"""``seriatim import``: a chronology that exists already goes into a case."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from seriatim.cli import cases
from seriatim.cli.console import Unreadable, say_problems

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
    help="Which column holds what, such as date=When or text=Fact; repeat it.",
)
@click.option("--published", metavar="DATE", help="The sheet's date: 2016-07-20, 2016-07 or 2016.")
@click.option("--by", "who", help="Who imports it: kept in the log.")
def command(
    path: Path, sheet: Path, columns: tuple[str, ...], published: str | None, who: str | None
) -> None:
    """Put a chronology that exists already into a case.

    A table (CSV, XLSX, Timesketch JSONL): a row is a claim, whose document is the sheet.  Web
    Annotation: a highlight of a document of the case is a claim.  A chronology file of this
    program: its documents, and what people decided in it.
    """
    from seriatim.exports import wire
    from seriatim.readers import annotations

    case = cases.open_case(path)
    data = _bytes(sheet)
    with cases.said():
        if wire.FORMAT.encode() in data[:200]:
            _chronology(case, data, sheet, cases.whoever(who))
        elif annotations.is_annotations(data):
            _annotations(case, data, sheet, cases.whoever(who))
        else:
            _table(case, data, sheet, columns, published, cases.whoever(who))


def _bytes(sheet: Path) -> bytes:
    try:
        return sheet.read_bytes()
    except OSError as error:
        raise Unreadable(f"{sheet}: cannot be read ({error.strerror})") from error


def _table(
    case: Case, data: bytes, sheet: Path, columns: Sequence[str], published: str | None, who: str
) -> None:
    """Rows become claims; which column was taken for what is said, and can be said otherwise."""
    from seriatim import readers
    from seriatim.events import table_rows
    from seriatim.model import Reading

    taken = readers.read_bytes(data, str(sheet))
    tables = [(d, table_rows.tables(Reading(d, p))) for d, p in taken.documents]
    if not any(found for _, found in tables):
        say_problems(taken.problems)
        raise Unreadable(
            f"{sheet}: it is no table with a row of names: give CSV, XLSX, JSON lines, Web Annotation or a chronology file"
        )
    named = {what: name for what, _, name in (c.partition("=") for c in columns)}
    try:
        for _, found in tables:
            for table in found:
                names = [c.text for c in table[0]]
                placed = table_rows.find_columns(names, named)
                if "text" not in placed and "detail" not in placed:
                    raise Unreadable(
                        f"{sheet}: no column of facts found among {', '.join(names)}; name it with --column text=NAME"
                    )
                click.echo(
                    f"{len(table) - 1} rows; "
                    + ", ".join(f"{role}: {names[i]!r}" for role, i in placed.items())
                    + "; say otherwise with --column",
                    err=True,
                )
    except ValueError as error:
        raise Unreadable(f"{sheet}: {error}") from error
    added = case.add_bytes(data, str(sheet), published=published, who=who, columns=tuple(columns))
    chronology = cases.build(case)
    numbers = {f"d{h.number}" for h in added.new}
    made = sum(c.document.split(".")[0] in numbers for e in chronology.events for c in e.claims)
    click.echo(f"{made} claims imported" if added.new else "it is in the case already", err=True)


def _annotations(case: Case, data: bytes, sheet: Path, who: str) -> None:
    """Highlights of documents of the case become claims by hand."""
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
            click.echo(
                f"{sheet}: “{h.exact[:60]}” stands in {len(places) or 'no'} document{'s' if places else ''} of the case: left out",
                err=True,
            )
            continue
        document, span = places[0]
        made.append(
            Decision(
                "", "claim", who, now(), h.note, "claim", (selector(document, span),), value=h.date
            )
        )
    for judgement in made:
        case.judge(judgement)
    cases.build(case)
    click.echo(
        f"{len(made)} highlights imported as claims, {len(highlights) - len(made)} left out",
        err=True,
    )


def _chronology(case: Case, data: bytes, sheet: Path, who: str) -> None:
    """The documents of a chronology file as texts, and on them what people decided and what this program does not read."""
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
    judgements = _decided(chronology, case.chronology(), who)
    for judgement in judgements:
        case.judge(judgement)
    cases.build(case)
    click.echo(
        f"{added} documents imported, {len(chronology.readings) - added} known already; {len(judgements)} judgements laid on them",
        err=True,
    )


def _decided(given: Chronology, here: Chronology, who: str) -> list[Decision]:
    """Judgements that bring what the file says of its claims to the claims that are read here."""
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
