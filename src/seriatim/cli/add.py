"""``seriatim add``: add documents to a case."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from seriatim.cli import console
from seriatim.cli.cases import CASE, clear_progress, errors, open_case, show_progress, user_name
from seriatim.cli.console import show_problems
from seriatim.cli.timeline import check_date
from seriatim.messages import cli as messages
from seriatim.model import Problem


@click.command("add")
@CASE
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@click.option(
    "--published",
    metavar="DATE",
    callback=check_date,
    help=messages.PUBLISHED,
)
@click.option("--by", "who", help=messages.ADDED_BY)
@click.pass_context
def command(
    ctx: click.Context, path: Path, files: tuple[str, ...], published: str | None, who: str | None
) -> None:
    """Add files, and the files in folders, to a case; duplicates once.  "-" is standard input."""
    case = open_case(path)
    new, known = 0, 0
    problems: list[Problem] = []
    with errors():
        for added in (
            case.intake.add_bytes(
                sys.stdin.buffer.read(),
                messages.STANDARD_INPUT,
                published=published,
                who=user_name(who),
            )
            if one == "-"
            else case.add(
                [Path(one)], published=published, who=user_name(who), progress=show_progress
            )
            for one in files
        ):
            new, known, problems = (
                new + len(added.new),
                known + added.known,
                [*problems, *added.problems],
            )
    clear_progress()
    show_problems(problems)
    console.echo(messages.added(new, known, len(problems), path), err=True)
    ctx.exit(2 if problems and not new and not known else 0)
