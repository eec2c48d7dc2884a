"""What the commands about a case share: opening it, who is at work, which event or actor a word means."""

from __future__ import annotations

import getpass
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from seriatim.cli.console import Unreadable, say_problems

if TYPE_CHECKING:
    from seriatim.case.case import Case
    from seriatim.model import Chronology
    from seriatim.query.filters import Filter

F = TypeVar("F", bound=Callable[..., Any])

CASE = click.argument("path", metavar="CASE", type=click.Path(path_type=Path))


def by(command: F) -> F:
    """The options that say who decides and why."""
    why = click.option("--why", default="", help="Why: kept in the log.")
    who = click.option(
        "--by",
        "who",
        default=None,
        help="Who: kept in the log.  [SERIATIM_WHO, else your login name]",
    )
    return who(why(command))


def whoever(who: str | None) -> str:
    """The name that goes into the log."""
    try:
        return who or os.environ.get("SERIATIM_WHO") or getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "unknown"


@contextmanager
def said() -> Iterator[None]:
    """Turn what is wrong with a case into one line for the person."""
    from seriatim.store.files import CaseError

    try:
        yield
    except CaseError as error:
        raise Unreadable(str(error)) from error


def is_case(path: Path) -> bool:
    """Whether a path is a case's folder."""
    from seriatim.store.folder import SETTINGS

    return (path / SETTINGS).is_file()


def open_case(path: Path) -> Case:
    """The case at a path.  Raises Unreadable."""
    from seriatim.case.case import Case

    with said():
        return Case(path)


def tell(doing: str, done: int, of: int) -> None:
    """How far a long work is: on a terminal only."""
    if sys.stderr.isatty():
        end = f" {done} of {of}" if of else f" {done}" if done else ""
        click.echo(f"\r\x1b[K{doing}{end}", nl=False, err=True)


def told() -> None:
    """Wipe the line of :func:`tell`."""
    if sys.stderr.isatty():
        click.echo("\r\x1b[K", nl=False, err=True)


def build(case: Case, **options: Any) -> Chronology:  # noqa: ANN401 - those of Case.build
    """Bring a case up to date; the chronology without its documents' texts."""
    with said():
        built = case.build(progress=tell, **options)
    told()
    if built.read:
        say_problems(built.chronology.problems)
    return built.chronology


def current(case: Case, *, whole: bool = False) -> Chronology:
    """The chronology of a case as last built, with a word on standard error where the case has changed since."""
    with said():
        _say_whether_current(case)
        return case.chronology(whole=whole)


def listing(case: Case, wanted: Filter) -> str:
    """The listing of the events that a filter chooses, with the same word.  Raises FilterError."""
    with said():
        _say_whether_current(case)
        return case.listing(wanted)


def _say_whether_current(case: Case) -> None:
    if not case.is_current():
        click.echo(
            f"{case.path}: it has changed since it was built; run `seriatim build {case.path}`",
            err=True,
        )
