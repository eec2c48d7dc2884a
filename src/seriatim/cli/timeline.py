"""``seriatim timeline``: documents in, one page out."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from seriatim.cli import console
from seriatim.cli.cases import is_case
from seriatim.cli.console import (
    STANDARD_OUTPUT,
    Unreadable,
    check_writable,
    progress,
    show_problems,
    warn_without_span_model,
    write_whole,
)
from seriatim.messages import cli as messages
from seriatim.messages.page import default_title
from seriatim.temporal import edtf

if TYPE_CHECKING:
    from seriatim.model import Chronology
    from seriatim.readers import Columns


def check_date(_ctx: click.Context, _param: click.Parameter, value: str | None) -> str | None:
    """A document's date as given on the command line: an EDTF day, month or year."""
    if value is None or (
        edtf.is_valid(value) and edtf.precision(value) in ("day", "month", "year")
    ):
        return value
    raise click.BadParameter(messages.not_a_date(value))


def check_columns(
    _ctx: click.Context, _param: click.Parameter, value: tuple[str, ...]
) -> Columns | None:
    """The columns of tables to read, as given: ``date=When``, ``text=Fact``."""
    from seriatim.readers import Columns

    pairs = [one.partition("=")[::2] for one in value]
    wrong = next((what for what, name in pairs if what not in ("date", "text") or not name), None)
    if wrong is not None:
        raise click.BadParameter(messages.COLUMN_FORM)
    return (
        Columns(dict(pairs).get("date"), tuple(name for what, name in pairs if what == "text"))
        if pairs
        else None
    )


@click.command("timeline")
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@click.option(
    "--published",
    metavar="DATE",
    callback=check_date,
    help=messages.PUBLISHED,
)
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="WHAT=NAME",
    callback=check_columns,
    help=messages.TABLE_COLUMN,
)
@click.option(
    "-o",
    "--output",
    metavar="PAGE.html",
    type=click.Path(dir_okay=False, allow_dash=True, path_type=Path),
    help=messages.PAGE,
)
@click.option(
    "--json",
    "json_path",
    metavar="OUT.json",
    type=click.Path(dir_okay=False, allow_dash=True, path_type=Path),
    help=messages.JSON,
)
@click.option("--title", help=messages.TITLE)
@click.option("--no-model", is_flag=True, help=messages.NO_MODEL)
@click.option("--strict", is_flag=True, help=messages.STRICT)
def command(
    files: tuple[str, ...],
    published: str | None,
    columns: Columns | None,
    output: Path | None,
    json_path: Path | None,
    title: str | None,
    no_model: bool,
    strict: bool,
) -> None:
    """Turn documents into a chronology on one page.

    FILE is text, Markdown, HTML, PDF, DOCX, mail, CSV or XLSX, or a ZIP or folder of these; "-" is
    standard input. The page is a single file and works offline.
    """
    from seriatim.exports import interchange, page

    if output == json_path == STANDARD_OUTPUT:
        raise Unreadable(messages.ONE_STANDARD_OUTPUT)
    for path in filter(None, (output, json_path)):
        check_writable(path)
    chronology = read_files(
        files, published=published, columns=columns, title=title, model=not no_model, strict=strict
    )
    output = output or (
        Path("timeline.html") if files[0] == "-" else Path(files[0]).with_suffix(".html")
    )
    if any(f != "-" and output.exists() and Path(f).exists() and output.samefile(f) for f in files):
        output = output.with_suffix(".timeline.html")
    rendered = page.export(chronology)
    if json_path:
        write_whole(json_path, interchange.export(chronology))
    write_whole(output, rendered)
    summary(chronology, output, json_path)


def read_files(
    files: tuple[str, ...],
    *,
    published: str | None,
    title: str | None,
    model: bool,
    strict: bool = False,
    columns: Columns | None = None,
) -> Chronology:
    """The chronology of files.  Raises Unreadable if none of them can be read."""
    from seriatim import pipeline, readers
    from seriatim.analysis.progress import under
    from seriatim.pipeline import guard

    case = next((f for f in files if f != "-" and is_case(Path(f))), None)
    if case is not None:
        raise Unreadable(messages.is_a_case(case))
    with progress() as show:
        taken = readers.read_paths(
            ["-" if f == "-" else Path(f) for f in files],
            published=published,
            columns=columns,
            progress=show,
        )
    show_problems(taken.problems)
    if not taken.documents:
        raise Unreadable(messages.no_documents(files))
    warn_without_span_model(model=model)
    of = len(taken.documents)
    with progress() as show:
        readings = [
            guard.guarded(
                d,
                passages,
                partial(
                    pipeline.read,
                    model=model,
                    strict=strict,
                    progress=under(messages.reading_document(n, of), show),
                ),
            ).reading
            for n, (d, passages) in enumerate(taken.documents, 1)
        ]
    return pipeline.assemble(
        readings,
        title=title or default_title([d.path for d, _ in taken.documents], named="-" not in files),
        problems=taken.problems,
    )


def summary(chronology: Chronology, output: Path, json_path: Path | None) -> None:
    """Print a summary of the result on standard error."""
    show_problems(p for r in chronology.readings for p in r.problems)
    console.echo(counts(chronology), err=True)
    for r in chronology.readings:
        if r.document.published is None and any(
            x.anchor in ("document", "running") and x.edtf is None for x in r.expressions
        ):
            console.echo(messages.no_document_date(r.document.path), err=True)
    console.echo(messages.page_written(output, json_path), err=True)


def counts(chronology: Chronology) -> str:
    """The number of documents, events (dated, relative, undated, rejected) and findings."""
    events = [e for e in chronology.events if e.status != "rejected"]
    rejected = len(chronology.events) - len(events)
    undated = sum(e.when.edtf == edtf.UNKNOWN for e in events)
    relative = sum(e.when.basis == "relative" for e in events)
    return messages.counts(
        len(chronology.readings),
        len(events),
        len(chronology.findings),
        sum(f.severity == "note" for f in chronology.findings),
        messages.dated_counts(len(events) - undated - relative, relative, undated, rejected),
    )
