"""``seriatim coincide``: the coincidence test."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from seriatim.cli import console
from seriatim.cli.cases import errors, open_case, user_name
from seriatim.cli.chronologies import CASE, WithFilter, choose, open_chronology
from seriatim.cli.console import Unreadable, write_whole
from seriatim.messages import cli as messages
from seriatim.query.listing import names

if TYPE_CHECKING:
    from seriatim.association import Coincidence, Question, Refusal

MADE = click.Choice(["complete", "curated", "unknown"])
METHOD = click.Choice(["blocks", "exact", "strata", "circular", "windows", "waits"])


@click.command("coincide", cls=WithFilter)
@CASE
@click.option("--of", "of", required=True, metavar="FILTER", help=messages.OUTCOME)
@click.option("--after", "after", required=True, metavar="FILTER", help=messages.TRIGGER)
@click.option(
    "--within",
    required=True,
    metavar="LENGTH",
    help=messages.WITHIN,
)
@click.option("--lag", metavar="LENGTH", help=messages.LAG)
@click.option("--either", is_flag=True, help=messages.EITHER)
@click.option("--made", type=MADE, help=messages.MADE)
@click.option("--made-of", type=MADE, help=messages.MADE_OF)
@click.option("--made-after", type=MADE, help=messages.MADE_AFTER)
@click.option(
    "--period",
    metavar="FROM/TO",
    help=messages.PERIOD,
)
@click.option(
    "--window-fixed",
    type=click.Choice(["yes", "no"]),
    help=messages.WINDOW_FIXED,
)
@click.option(
    "--method",
    type=METHOD,
    help=messages.METHOD,
)
@click.option(
    "-o",
    "--output",
    metavar="PICTURE",
    type=click.Path(dir_okay=False, allow_dash=True, path_type=Path),
    help=messages.PICTURE,
)
def command(case: Path, of: str, after: str, output: Path | None, **options: Any) -> None:  # noqa: ANN401 - click's own values
    """Test whether one kind of event follows another more often than by chance.

    The test needs to know how the lists were made, which period they cover, and whether the window
    was fixed before looking at the data. On a terminal it asks; otherwise use the options. Without
    this it gives no p-value, but says what was observed and what list would be needed.
    """
    from seriatim.association import QuestionError, ask, say

    chronology = open_chronology(case)
    lists = choose(chronology, [of]), choose(chronology, [after])
    question = _question(of, after, options)
    try:
        answer = ask(question, *lists, earlier=_log(case, question))
    except QuestionError as error:
        raise Unreadable(str(error)) from error
    if output:
        write_whole(output, _picture(answer, output))
    console.echo(say(answer, names(r.document for r in chronology.readings)), nl=False)


def _log(path: Path, question: Question) -> list[Question] | None:
    """The earlier tests of a case, after adding this one to its log; none for a file."""
    if not path.is_dir():
        return None
    with errors():
        case = open_case(path)
        earlier = case.questions.asked()
        case.questions.ask(question, who=user_name(None))
    return earlier


def _question(of: str, after: str, options: dict[str, Any]) -> Question:
    from seriatim.association import Question, QuestionError, length

    given = _complete(options)
    try:
        return Question(
            of,
            after,
            length(given["within"]),
            length(given["lag"]) if given["lag"] else None,
            given["either"],
            given["made_of"] or "unknown",
            given["made_after"] or "unknown",
            given["period"],
            given["window_fixed"] == "yes",
            given["method"],
        )
    except QuestionError as error:
        raise Unreadable(str(error)) from error


def _complete(options: dict[str, Any]) -> dict[str, Any]:
    """The options, completed by asking on a terminal; otherwise unknown stays unknown."""
    given = {
        **options,
        "made_of": options["made_of"] or options["made"],
        "made_after": options["made_after"] or options["made"],
    }
    if not on_terminal():
        return given
    for side, name in (("made_of", "A"), ("made_after", "B")):
        given[side] = given[side] or click.prompt(messages.how_made(name), type=MADE, err=True)
    if given["period"] is None:
        given["period"] = (
            click.prompt(
                messages.WHICH_PERIOD,
                default="",
                show_default=False,
                err=True,
            )
            or None
        )
    given["window_fixed"] = given["window_fixed"] or (
        "yes" if click.confirm(messages.WAS_WINDOW_FIXED, err=True) else "no"
    )
    return given


def on_terminal() -> bool:
    """Whether standard input is a terminal."""
    return sys.stdin.isatty()


def _picture(answer: Coincidence | Refusal, output: Path) -> bytes:
    from seriatim.association import picture

    writers = {".svg": picture.svg, ".png": picture.png}
    if output.suffix.lower() not in writers:
        raise Unreadable(messages.not_a_picture(output))
    return writers[output.suffix.lower()](answer)
