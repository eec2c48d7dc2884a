"""What the commands share: progress on a terminal, errors in one line, output that appears whole or not at all."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from seriatim.model import Problem


class Unreadable(click.ClickException):
    """Input that can't be read or output that can't be written: one line, exit status 2."""

    exit_code = 2


def check_writable(path: Path) -> None:
    """Raises Unreadable where a file cannot be written for want of its folder: said before minutes of reading, not after."""
    if not path.parent.is_dir():
        raise Unreadable(
            f"{path}: cannot be written (there is no folder {path.parent}); choose another place with -o or --json"
        )


def write_whole(path: Path, data: bytes) -> None:
    """Write a file by way of a temporary one beside it, so that a reader finds all of it or what was there before.  Raises Unreadable."""
    try:
        with tempfile.NamedTemporaryFile(
            dir=path.parent, prefix=f".{path.name}.", delete=False
        ) as file:
            name = file.name
            try:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
                Path(name).chmod(0o666 & ~_umask())
                Path(name).replace(path)
            except BaseException:
                Path(name).unlink(missing_ok=True)
                raise
    except OSError as error:
        raise Unreadable(
            f"{path}: cannot be written ({error.strerror}); choose another place with -o or --json"
        ) from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


@contextmanager
def telling() -> Iterator[Callable[[str, int, int], None]]:
    """How far a long work is, on a line of the terminal once a second has passed; silent in a pipe."""
    started, shown = time.monotonic(), False

    def tell(doing: str, done: int, of: int) -> None:
        nonlocal shown
        if sys.stderr.isatty() and time.monotonic() - started > 1:
            click.echo(f"\r\x1b[K{doing} {done} of {of}", nl=False, err=True)
            shown = True

    try:
        yield tell
    finally:
        if shown:
            click.echo("\r\x1b[K", nl=False, err=True)


def say_what_reads(*, model: bool) -> None:
    """A line where the span model is wanted and its weights are not there: what is said by whom is then found by rules alone."""
    from seriatim.analysis import spans

    if model and not spans.is_installed():
        click.echo(
            "the span model's weights are not installed: who says so is found by rules alone (docs/decisions/span-model.md)",
            err=True,
        )


def say_problems(problems: Iterable[Problem]) -> None:
    """One line a problem, on standard error."""
    for p in problems:
        click.echo(f"{p.where}: {p.message}", err=True)
