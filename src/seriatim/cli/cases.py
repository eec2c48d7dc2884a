"""What the commands about a case share: opening it, who is at work, progress, errors."""

from __future__ import annotations

import getpass
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from seriatim.cli import console
from seriatim.cli.console import Unreadable, show_problems
from seriatim.messages import cli as messages
from seriatim.messages.visible import one_line

if TYPE_CHECKING:
    from seriatim.case import Case
    from seriatim.case.build import Built
    from seriatim.model import Chronology
    from seriatim.query.filters import Filter

F = TypeVar("F", bound=Callable[..., Any])

CASE = click.argument("path", metavar="CASE", type=click.Path(path_type=Path))


def by(command: F) -> F:
    """A command with the options that say who decides and why."""
    why = click.option("--why", default="", help=messages.WHY)
    who = click.option(
        "--by",
        "who",
        default=None,
        help=messages.BY,
    )
    return who(why(command))


def user_name(who: str | None) -> str:
    """The name that goes into the log."""
    try:
        return who or os.environ.get("SERIATIM_WHO") or getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "unknown"


@contextmanager
def errors() -> Iterator[None]:
    """Turn the errors of a case into one line."""
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
    from seriatim.case import Case

    with errors():
        return Case(path)


def show_progress(doing: str, done: int, of: int) -> None:
    """Show the progress of a long task, on a terminal only."""
    if sys.stderr.isatty():
        end = f" {done} of {of}" if of else f" {done}" if done else ""
        click.echo(f"\r\x1b[K{one_line(doing)}{end}", nl=False, err=True)


def clear_progress() -> None:
    """Clear the line of :func:`show_progress`."""
    if sys.stderr.isatty():
        click.echo("\r\x1b[K", nl=False, err=True)


def build(case: Case, **options: Any) -> Chronology:  # noqa: ANN401 - those of Case.build
    """The chronology of a case, brought up to date, without its documents' texts."""
    return built(case, **options).chronology


def built(case: Case, **options: Any) -> Built:  # noqa: ANN401 - those of Case.build
    """A case, brought up to date."""
    with errors():
        found = case.build(progress=show_progress, **options)
    clear_progress()
    if found.read or found.failed:
        show_problems(found.chronology.problems)
    return found


def update(case: Case) -> Chronology:
    """The chronology of a case after a decision that is in the log already.

    Where it can't be brought up to date, one line says that the decision is kept: exit status 1.
    """
    try:
        return build(case)
    except (Unreadable, OSError) as error:
        why = error.message if isinstance(error, Unreadable) else str(error)
        console.echo(messages.recorded_not_built(case.path, why), err=True)
        raise click.exceptions.Exit(1) from error


def current(case: Case, *, whole: bool = False) -> Chronology:
    """The chronology of a case as last built, with a warning if it has changed since."""
    with errors():
        _warn_if_out_of_date(case)
        return case.chronology(whole=whole)


def listing(
    case: Case, wanted: Filter, *, every_event: bool = False, with_possible: bool = False
) -> str:
    """The listing of the entries (or of all events) that a filter selects.  Raises FilterError."""
    with errors():
        _warn_if_out_of_date(case)
        return case.results.listing(wanted, every_event=every_event, with_possible=with_possible)


def _warn_if_out_of_date(case: Case) -> None:
    if not case.builder.is_current():
        console.echo(messages.out_of_date(case.path), err=True)
