"""``seriatim coincide``: whether one kind of event follows another by more than chance."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from seriatim.cli.cases import open_case, said, whoever
from seriatim.cli.chronologies import CASE, WithFilter, choose, open_chronology
from seriatim.cli.console import Unreadable, write_whole
from seriatim.query.listing import names

if TYPE_CHECKING:
    from seriatim.association import Coincidence, Question, Refusal

MADE = click.Choice(["complete", "curated", "unknown"])
METHOD = click.Choice(["blocks", "exact", "strata", "circular", "windows", "waits"])
MADE_HELP = (
    "How both lists were made: complete for the period, curated to show something, or unknown."
)


@click.command("coincide", cls=WithFilter)
@CASE
@click.option("--of", "of", required=True, metavar="FILTER", help="A: the events that may follow.")
@click.option(
    "--after", "after", required=True, metavar="FILTER", help="B: the events that they may follow."
)
@click.option(
    "--within",
    required=True,
    metavar="LENGTH",
    help="The window: 3d, 2w, 36h or 90min, both ends counted.",
)
@click.option("--lag", metavar="LENGTH", help="The window opens so long after B.")
@click.option("--either", is_flag=True, help="Before B counts as well as after.")
@click.option("--made", type=MADE, help=MADE_HELP)
@click.option("--made-of", type=MADE, help="How the list of A was made, where they differ.")
@click.option("--made-after", type=MADE, help="How the list of B was made, where they differ.")
@click.option(
    "--period",
    metavar="FROM/TO",
    help="The period in which both lists leave nothing out, such as 2015-03/2017-12.",
)
@click.option(
    "--window-fixed",
    type=click.Choice(["yes", "no"]),
    help="Whether the window was chosen before looking.",
)
@click.option(
    "--method",
    type=METHOD,
    help="The null model.  [blocks; windows where the window was not fixed]",
)
@click.option(
    "-o",
    "--output",
    metavar="PICTURE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write a picture: .svg or .png.",
)
def command(case: Path, of: str, after: str, output: Path | None, **options: Any) -> None:  # noqa: ANN401 - click's own values
    """Ask whether one kind of event follows another by more than chance.

    It needs to know how the lists were made, which period they cover, and whether the window was
    fixed before looking: on a terminal it asks, in a pipe the options tell.  Without that it gives
    no p-value, but says what was seen and what list would be needed.
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
    click.echo(say(answer, names(r.document for r in chronology.readings)), nl=False)


def _log(path: Path, question: Question) -> list[Question] | None:
    """The questions that were asked of a case before, and this one added to its log; a chronology file keeps none."""
    if not path.is_dir():
        return None
    with said():
        case = open_case(path)
        earlier = case.tried()
        case.ask(question, who=whoever(None))
    return earlier


def _question(of: str, after: str, options: dict[str, Any]) -> Question:
    from seriatim.association import Question, QuestionError, length

    told = _complete(options)
    try:
        return Question(
            of,
            after,
            length(told["within"]),
            length(told["lag"]) if told["lag"] else None,
            told["either"],
            told["made_of"] or "unknown",
            told["made_after"] or "unknown",
            told["period"],
            told["window_fixed"] == "yes",
            told["method"],
        )
    except QuestionError as error:
        raise Unreadable(str(error)) from error


def _complete(options: dict[str, Any]) -> dict[str, Any]:
    """The options with what a person at a terminal answers; in a pipe what is not told stays unknown."""
    told = {
        **options,
        "made_of": options["made_of"] or options["made"],
        "made_after": options["made_after"] or options["made"],
    }
    if not on_terminal():
        return told
    for side, name in (("made_of", "A"), ("made_after", "B")):
        told[side] = told[side] or click.prompt(
            f"How was the list of {name} made?", type=MADE, err=True
        )
    if told["period"] is None:
        told["period"] = (
            click.prompt(
                "In which period do both lists leave nothing out? FROM/TO, empty: not known",
                default="",
                show_default=False,
                err=True,
            )
            or None
        )
    told["window_fixed"] = told["window_fixed"] or (
        "yes" if click.confirm("Was the window chosen before looking?", err=True) else "no"
    )
    return told


def on_terminal() -> bool:
    """Whether a person can answer."""
    return sys.stdin.isatty()


def _picture(answer: Coincidence | Refusal, output: Path) -> bytes:
    from seriatim.association import picture

    writers = {".svg": picture.svg, ".png": picture.png}
    if output.suffix.lower() not in writers:
        raise Unreadable(f"{output}: a picture ends in .svg or .png")
    return writers[output.suffix.lower()](answer)
