"""``seriatim timeline``: documents in, one page out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from seriatim.cli.cases import is_case
from seriatim.cli.console import (
    Unreadable,
    check_writable,
    say_problems,
    say_what_reads,
    telling,
    write_whole,
)
from seriatim.temporal import edtf

if TYPE_CHECKING:
    from seriatim.model import Chronology
    from seriatim.readers import Columns


def check_date(_ctx: click.Context, _param: click.Parameter, value: str | None) -> str | None:
    """A document's date as a person gives it: an EDTF day, month or year."""
    if value is None or (
        edtf.is_valid(value) and edtf.precision(value) in ("day", "month", "year")
    ):
        return value
    raise click.BadParameter(f"{value!r} is not a date: write 2016-07-20, 2016-07 or 2016")


def check_columns(
    _ctx: click.Context, _param: click.Parameter, value: tuple[str, ...]
) -> Columns | None:
    """Which columns of tables are read, as a person names them: ``date=When``, ``text=Fact``."""
    from seriatim.readers import Columns

    pairs = [one.partition("=")[::2] for one in value]
    wrong = next((what for what, name in pairs if what not in ("date", "text") or not name), None)
    if wrong is not None:
        raise click.BadParameter("write date=NAME or text=NAME, with the name of a column")
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
    help="The documents' date: 2016-07-20, 2016-07 or 2016.",
)
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="WHAT=NAME",
    callback=check_columns,
    help="A table's column: date=When or text=Fact; repeat it.",
)
@click.option(
    "-o",
    "--output",
    metavar="PAGE.html",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Where the page goes.  [beside the first FILE]",
)
@click.option(
    "--json",
    "json_path",
    metavar="OUT.json",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write the chronology file, too.",
)
@click.option("--title", help="The title of the chronology.  [the first document's]")
@click.option("--no-model", is_flag=True, help="Work by rules alone, without the span model.")
@click.option("--strict", is_flag=True, help="Leave more dates open, so that fewer are false.")
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
    """Documents in, one page out: the chronology that they tell.

    FILE is text, Markdown, HTML, PDF, DOCX, mail, CSV or XLSX, a ZIP or a folder of these; "-"
    reads standard input.  The page is one file that asks the network for nothing.
    """
    from seriatim.exports import interchange, page

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
    """The chronology of files named on the command line.  Raises Unreadable where none of them can be read."""
    from seriatim import pipeline, readers
    from seriatim.analysis.progress import under

    case = next((f for f in files if f != "-" and is_case(Path(f))), None)
    if case is not None:
        raise Unreadable(
            f"{case}: is a case, not a document; read it with: seriatim show {case}, seriatim check {case} or seriatim publish {case} -o PAGE.html"
        )
    with telling() as tell:
        taken = readers.read_paths(
            ["-" if f == "-" else Path(f) for f in files],
            published=published,
            columns=columns,
            progress=tell,
        )
    say_problems(taken.problems)
    if not taken.documents:
        raise Unreadable("nothing to read: no document came out of " + ", ".join(files))
    say_what_reads(model=model)
    of = len(taken.documents)
    with telling() as tell:
        readings = [
            pipeline.read(
                d,
                passages,
                model=model,
                strict=strict,
                progress=under(f"document {n} of {of}: ", tell),
            )
            for n, (d, passages) in enumerate(taken.documents, 1)
        ]
    return pipeline.assemble(
        readings, title=title or taken.documents[0][0].title, problems=taken.problems
    )


def summary(chronology: Chronology, output: Path, json_path: Path | None) -> None:
    """What came out, in a few lines on standard error."""
    say_problems(p for r in chronology.readings for p in r.problems)
    click.echo(counts(chronology), err=True)
    for r in chronology.readings:
        if r.document.published is None and any(
            x.anchor in ("document", "running") and x.edtf is None for x in r.expressions
        ):
            click.echo(
                f"{r.document.path}: its date is not known, so what counts from it stays open; give it with --published",
                err=True,
            )
    click.echo(f"page: {output}" + (f"\nJSON: {json_path}" if json_path else ""), err=True)


def counts(chronology: Chronology) -> str:
    """Documents, events, dated / relative / undated, and findings, in one line; what a person rejected is counted apart."""
    events = [e for e in chronology.events if e.status != "rejected"]
    rejected = len(chronology.events) - len(events)
    undated = sum(e.when.edtf == edtf.UNKNOWN for e in events)
    relative = sum(e.when.basis == "relative" for e in events)
    notes = sum(f.severity == "note" for f in chronology.findings)
    numbers = {
        "document": len(chronology.readings),
        "event": len(events),
        "finding": len(chronology.findings),
    }
    said = {name: f"{n} {name}{'' if n == 1 else 's'}" for name, n in numbers.items()}
    dated = f"{len(events) - undated - relative} dated, {relative} relative, {undated} undated" + (
        f"; {rejected} rejected" if rejected else ""
    )
    return f"{said['document']}; {said['event']}: {dated}; {said['finding']}" + (
        f", {notes} of them notes" if notes else ""
    )
