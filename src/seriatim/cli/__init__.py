"""The command line: one file per command, imported on use so that ``--help`` stays fast."""

from __future__ import annotations

import io
import sys
from importlib import import_module
from typing import Any

import click

from seriatim.messages import cli as messages

COMMANDS = messages.COMMANDS  # in the order in which a person meets them
MODULES = {"import": "importing"}  # no module can have the name of a Python statement


class Commands(click.Group):
    """A group whose commands are imported on use."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """The commands in the order of the table."""
        return list(COMMANDS)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, imported now."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(
            f"seriatim.cli.{MODULES.get(cmd_name, cmd_name)}"
        ).command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the arguments name.  Raises UsageError with similar names."""
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            from difflib import get_close_matches

            ctx.fail(messages.no_such_command(name, get_close_matches(name, COMMANDS)))
        return super().resolve_command(ctx, args)

    def format_commands(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without importing any of them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(
    cls=Commands,
    epilog=messages.EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
)
@click.version_option(package_name="seriatim")
def group() -> None:
    """Turn documents into a chronology that can be defended.

    Every entry is tied to the exact words it rests on, dated no more narrowly than they allow, and
    attributed to its source with the source's certainty.
    """


def main(args: list[str] | None = None, **_: Any) -> None:  # noqa: ANN401 - click's own signature
    """Run the program, without tracebacks.

    Exit status 0; 1 where a check found errors; 2 for wrong use or input.
    """
    from seriatim.cli.console import Unreadable
    from seriatim.lang import VARIABLE, UnknownLanguageError, available
    from seriatim.messages.visible import visible

    try:
        status = group.main(args=args, prog_name="seriatim", standalone_mode=False)
        # click returns the status that a command gave to ctx.exit
        sys.exit(status if isinstance(status, int) else 0)
    except click.exceptions.Exit as stop:
        sys.exit(stop.exit_code)
    except click.Abort:
        click.echo(messages.STOPPED, err=True)
        sys.exit(130)
    except Unreadable as error:
        click.echo(messages.error(visible(error.message)), err=True)
        sys.exit(2)
    except UnknownLanguageError as error:
        message = messages.unknown_language(VARIABLE, error.code, available())
        click.echo(visible(message), err=True)
        sys.exit(2)
    except click.ClickException as error:
        with io.StringIO() as shown:
            error.show(shown)
            click.echo(visible(shown.getvalue()), nl=False, err=True)
        sys.exit(2)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except OSError as error:
        message = messages.system_error(error.filename, error.strerror or str(error))
        click.echo(visible(message), err=True)
        sys.exit(2)
