"""The command line: one file a command, imported only when it is called, so that ``--help`` stays quick."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any

import click

# command -> what it does, in the order in which a person meets them
COMMANDS = {
    "timeline": "Documents in, one page out: the chronology that they tell.",
    "check": "Question the dates, names and claims of documents, like a linter.",
    "new": "Make a case: a folder for documents, judgements and what is derived.",
    "add": "Put documents into a case.",
    "build": "Read what is new in a case and make its chronology.",
    "show": "Show a case's chronology, or the part that a filter chooses.",
    "search": "Find passages of a case's documents.",
    "review": "Show what a person should look at, most important first.",
    "judge": "Accept, reject, correct, merge, keep apart, add: decide, undoably.",
    "undo": "Undo a judgement.",
    "explain": "Say why an event has its date, its actors and its sources.",
    "log": "Show everything that was decided, by whom, when and why.",
    "remove": "Take a document out of a case.",
    "verify": "Check a case whole: log, originals, quotes, what is derived.",
    "export": "Write a case in another format.",
    "import": "Put a chronology that exists already into a case.",
    "publish": "Write a case as one page.",
    "schema": "Print the JSON Schema of the chronology file.",
    "coincide": "Ask whether one kind of event follows another by more than chance.",
    "contacts": "List who met whom, and paths that respect time.",
    "serve": "Work on a case in the browser.",
    "account": "Say who may open a case's workbench.",
    "evidence": "List what each event rests on, and what is missing.",
}
MODULES = {"import": "importing"}  # no module can have the name of a Python statement
EPILOG = "Start with: seriatim timeline FILE"


class Commands(click.Group):
    """A group whose commands are loaded on use."""

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

    def format_commands(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without importing any of them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(
    cls=Commands,
    epilog=EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
)
@click.version_option(package_name="seriatim")
def group() -> None:
    """Turn documents into a chronology that can be defended.

    Every line is tied to the words it rests on, dated no more narrowly than they allow, and told as
    who said it and how surely.
    """


def main(args: list[str] | None = None, **_: Any) -> None:  # noqa: ANN401 - click's own signature
    """The entry point: no traceback reaches a person; exit status 0, 1 where a check found errors, 2 for wrong use or input."""
    from seriatim.cli.console import Unreadable

    try:
        status = group.main(args=args, prog_name="seriatim", standalone_mode=False)
        sys.exit(
            status if isinstance(status, int) else 0
        )  # click gives back what a command's ctx.exit was called with
    except click.exceptions.Exit as stop:
        sys.exit(stop.exit_code)
    except click.Abort:
        click.echo("seriatim: stopped", err=True)
        sys.exit(130)
    except Unreadable as error:
        click.echo(f"seriatim: {error.message}", err=True)
        sys.exit(2)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except OSError as error:
        click.echo(
            f"seriatim: {error.filename or 'input or output'}: {error.strerror or error}", err=True
        )
        sys.exit(2)
