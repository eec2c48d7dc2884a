"""``seriatim check``: check documents, like a linter."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from seriatim.cli import console
from seriatim.cli.cases import current, is_case, open_case
from seriatim.cli.output import rendered, with_format
from seriatim.cli.timeline import check_date, read_files
from seriatim.messages import cli as messages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from seriatim.model import Chronology, Finding


@click.command("check")
@click.argument("files", nargs=-1, required=True, metavar="FILE… or CASE")
@click.option(
    "--published",
    metavar="DATE",
    callback=check_date,
    help=messages.PUBLISHED,
)
@click.option("--select", metavar="CODES", help=messages.SELECT)
@with_format("jsonl", "csv", "sarif")
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
    console.echo(_written(chronology, findings, form), nl=False)
    ctx.exit(1 if any(f.severity == "error" for f in findings) else 0)


def _written(chronology: Chronology, findings: Sequence[Finding], form: str) -> str:
    from seriatim.findings import report

    if form not in ("jsonl", "csv"):
        return report.render(chronology, findings, form)
    objects = report.objects(chronology, findings)
    return rendered(
        form, None, objects, lambda: (report.COLUMNS, report.rows(chronology, findings))
    )


def _chronology(files: tuple[str, ...], published: str | None, *, model: bool) -> Chronology:
    """The chronology of the files, or of a case as it was built."""
    if len(files) == 1 and is_case(Path(files[0])):
        if published or not model:
            option = "--published" if published else "--no-model"
            raise click.UsageError(messages.option_is_for_files(option))
        return current(open_case(Path(files[0])), whole=True)
    return read_files(files, published=published, title=None, model=model)
