"""What the commands share: progress, errors in one line, files written whole or not at all."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from seriatim.messages import cli as messages
from seriatim.messages.visible import one_line, visible
from seriatim.model import Problem

STANDARD_OUTPUT = Path("-")


class Unreadable(click.ClickException):
    """Input that can't be read or output that can't be written: one line, exit status 2."""

    exit_code = 2


def echo(message: str | bytes = "", *, nl: bool = True, err: bool = False) -> None:
    """Print a message; what somebody else wrote into a document or decision can't act in it."""
    click.echo(visible(message) if isinstance(message, str) else message, nl=nl, err=err)


def check_writable(path: Path) -> None:
    """Raise Unreadable if a file's folder is missing: before minutes of reading, not after."""
    if not path.parent.is_dir():
        raise Unreadable(messages.no_folder(path))


def write_whole(path: Path, data: bytes) -> None:
    """Write a file atomically, by way of a temporary file.  Raises Unreadable.

    "-" is standard output.
    """
    if path == STANDARD_OUTPUT:
        click.echo(data, nl=False)
        return
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
        raise Unreadable(messages.cannot_write(path, error.strerror)) from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


@contextmanager
def progress() -> Iterator[Callable[[str, int, int], None]]:
    """A function that shows progress on a terminal, once a second has passed."""
    started, shown = time.monotonic(), False

    def show(doing: str, done: int, of: int) -> None:
        nonlocal shown
        if sys.stderr.isatty() and time.monotonic() - started > 1:
            click.echo(f"\r\x1b[K{one_line(doing)} {done} of {of}", nl=False, err=True)
            shown = True

    try:
        yield show
    finally:
        if shown:
            click.echo("\r\x1b[K", nl=False, err=True)


def warn_without_span_model(*, model: bool) -> None:
    """Warn if the span model is wanted and its weights are not installed."""
    from seriatim.analysis import spans

    if model and not spans.is_installed():
        echo(messages.NO_SPAN_MODEL, err=True)


def show_problems(problems: Iterable[Problem]) -> None:
    """Print one line per problem on standard error."""
    for p in problems:
        echo(one_line(f"{p.where}: {p.message}"), err=True)
