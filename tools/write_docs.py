"""Write the pages that are made from the code: ``python tools/write_docs.py``.  ``tests/test_docs.py`` says when they are not current.

docs/reference/commands.md   every command with its arguments and options, from the command line itself
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from seriatim import cli

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Write every page that is made."""
    for path, text in pages().items():
        (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / path).write_text(text, "utf8")


def pages() -> dict[str, str]:
    """The pages by their path in the tree."""
    return {"docs/reference/commands.md": commands()}


def commands() -> str:
    """The page of commands: an overview, then a section for each."""
    group = click.Context(cli.group, info_name="seriatim")
    overview = [f"| [`{name}`](#{name}) | {line} |" for name, line in cli.COMMANDS.items()]
    said = "Made from the program by `tools/write_docs.py`; `seriatim COMMAND --help` says the same."
    head = ["# Commands", "", said, "", "| command | does |", "|---|---|"]
    sections = [line for name in cli.COMMANDS for line in section(name, group)]
    return "\n".join([*head, *overview, *sections]) + "\n"


def section(name: str, group: click.Context) -> Iterator[str]:
    """The lines about one command."""
    command = cli.group.get_command(group, name)
    if command is None:
        raise LookupError(f"the command {name} is in the table and not in the program")
    context = click.Context(command, info_name=name, parent=group)
    yield from ("", f"## {name}", "", "```", f"seriatim {name} {' '.join(command.collect_usage_pieces(context))}", "```", "")
    yield paragraphs(command.help or "")
    options = [record for p in command.params if (record := p.get_help_record(context))]
    if options:
        yield from ("", "| option | |", "|---|---|")
        yield from (f"| `{option}` | {' '.join(said.split())} |" for option, said in options)


def paragraphs(text: str) -> str:
    r"""A command's help as Markdown: paragraphs on a line each, preformatted ones (``\b``) kept as they stand."""

    def one(paragraph: str) -> str:
        return "```\n" + paragraph.removeprefix("\b\n") + "\n```" if paragraph.startswith("\b") else " ".join(paragraph.split())

    return "\n\n".join(map(one, text.strip().split("\n\n")))


if __name__ == "__main__":
    main()
