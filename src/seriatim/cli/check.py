"""``seriatim check``: check documents, like a linter."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from seriatim.cli import console
from seriatim.cli.cases import current, is_case, open_case
from seriatim.cli.timeline import check_date, read_files
from seriatim.messages import cli as messages

if TYPE_CHECKING:
    from seriatim.model import Chronology


@click.command("check")
@click.argument("files", nargs=-1, required=True, metavar="FILE… or CASE")
@click.option(
    "--published",
    metavar="DATE",
    callback=check_date,
    help=messages.PUBLISHED,
)
@click.option("--select", metavar="CODES", help=messages.SELECT)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "jsonl", "csv", "sarif"]),
    default="text",
    show_default=True,
    help=messages.FORMAT,
)
@click.option("--no-model", is_flag=True, help=messages.NO_MODEL)
@click.pass_context
def command(
    ctx: click.Context,
    files: tuple[str, ...],
    published: str | None,
    select: str | None,
    form: str,
    no_model: bool,
) -> None:
    """Check the dates, names and claims of documents, or of a case as it was built.

    Exit status 1 if there are errors.
    """
    from seriatim.findings import report

    chronology = _chronology(files, published, model=not no_model)
    codes = [c.strip() for c in select.split(",")] if select else None
    try:
        findings = report.select(chronology.findings, codes)
    except KeyError as error:
        raise click.BadParameter(str(error.args[0]), param_hint="--select") from error
    console.echo(report.render(chronology, findings, form), nl=False)
    ctx.exit(1 if any(f.severity == "error" for f in findings) else 0)


def _chronology(files: tuple[str, ...], published: str | None, *, model: bool) -> Chronology:
    """The chronology of the files, or of a case as it was built."""
    if len(files) == 1 and is_case(Path(files[0])):
        if published or not model:
            option = "--published" if published else "--no-model"
            raise click.UsageError(messages.option_is_for_files(option))
        return current(open_case(Path(files[0])), whole=True)
    return read_files(files, published=published, title=None, model=model)
