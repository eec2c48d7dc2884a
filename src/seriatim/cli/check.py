"""``seriatim check``: question documents, like a linter."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from seriatim.cli.cases import current, is_case, open_case
from seriatim.cli.timeline import check_date, read_files

if TYPE_CHECKING:
    from seriatim.model import Chronology


@click.command("check")
@click.argument("files", nargs=-1, required=True, metavar="FILE… or CASE")
@click.option(
    "--published",
    metavar="DATE",
    callback=check_date,
    help="The documents' date: 2016-07-20, 2016-07 or 2016.",
)
@click.option("--select", metavar="CODES", help="Only these checks, with commas between them.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif"]),
    default="text",
    show_default=True,
    help="How they are written.",
)
@click.option("--no-model", is_flag=True, help="Work by rules alone, without the span model.")
@click.pass_context
def command(
    ctx: click.Context,
    files: tuple[str, ...],
    published: str | None,
    select: str | None,
    form: str,
    no_model: bool,
) -> None:
    """Question the dates, names and claims of documents, or of a case as it was built.  Exit status 1 where an error was found."""
    from seriatim.findings import report

    chronology = _asked(files, published, model=not no_model)
    codes = [c.strip() for c in select.split(",")] if select else None
    try:
        findings = report.select(chronology.findings, codes)
    except KeyError as error:
        raise click.BadParameter(str(error.args[0]), param_hint="--select") from error
    click.echo(report.render(chronology, findings, form), nl=False)
    ctx.exit(1 if any(f.severity == "error" for f in findings) else 0)


def _asked(files: tuple[str, ...], published: str | None, *, model: bool) -> Chronology:
    """What the files tell; of a case what was built and decided, not its folder's files read anew."""
    if len(files) == 1 and is_case(Path(files[0])):
        if published or not model:
            option = "--published" if published else "--no-model"
            raise click.UsageError(
                f"{option} is for files: a case is checked as it was built; say it to `seriatim add` or `seriatim build`"
            )
        return current(open_case(Path(files[0])), whole=True)
    return read_files(files, published=published, title=None, model=model)
