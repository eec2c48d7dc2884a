"""``seriatim add``: put documents into a case."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from seriatim.cli.cases import CASE, open_case, said, tell, told, whoever
from seriatim.cli.console import say_problems
from seriatim.cli.timeline import check_date
from seriatim.model import Problem


@click.command("add")
@CASE
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@click.option(
    "--published",
    metavar="DATE",
    callback=check_date,
    help="The documents' date: 2016-07-20, 2016-07 or 2016.",
)
@click.option("--by", "who", help="Who adds them: kept in the log.")
@click.pass_context
def command(
    ctx: click.Context, path: Path, files: tuple[str, ...], published: str | None, who: str | None
) -> None:
    """Put files, and those of folders, into a case; the same bytes are taken once.  "-" is standard input."""
    case = open_case(path)
    new, known = 0, 0
    problems: list[Problem] = []
    with said():
        for added in (
            case.add_bytes(
                sys.stdin.buffer.read(), "standard input", published=published, who=whoever(who)
            )
            if one == "-"
            else case.add([Path(one)], published=published, who=whoever(who), progress=tell)
            for one in files
        ):
            new, known, problems = (
                new + len(added.new),
                known + added.known,
                [*problems, *added.problems],
            )
    told()
    say_problems(problems)
    click.echo(
        f"{new} added, {known} known already"
        + (f", {len(problems)} not taken" if problems else "")
        + f"; read them with: seriatim build {path}",
        err=True,
    )
    ctx.exit(2 if problems and not new and not known else 0)
