"""Write the pages that are made from the code: a page for each check, and the page of commands.

usage: python tools/write_docs.py

``tests/test_docs.py`` says when they are not current.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from pathlib import Path

import click

from seriatim import cli
from seriatim.findings import checks
from seriatim.findings.check import Check

ROOT = Path(__file__).resolve().parent.parent
WORD = {"error": "an error", "warning": "a warning", "note": "a note"}


def main() -> None:
    """Write every page, and take away the pages of checks that are no more."""
    wanted = pages()
    for old in (ROOT / "docs/findings").glob("*.md"):
        if str(old.relative_to(ROOT)) not in wanted:
            old.unlink()
    for path, text in wanted.items():
        (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / path).write_text(text, "utf8")
    print(f"{len(wanted)} pages")


def pages() -> dict[str, str]:
    """Path in the tree and text of every page."""
    made = {f"docs/findings/{check.code}.md": page(check) for check in checks()}
    return made | {"docs/findings/README.md": findings(), "docs/reference/commands.md": commands()}


def findings() -> str:
    """The list of the checks."""
    rows = "\n".join(
        f"| [{c.code}]({c.code}.md) | {c.severity} | {c.title.rstrip('.')} |" for c in checks()
    )
    return (
        "# Findings\n\n"
        "What `seriatim check` looks for. Each page is made from the check's own file in "
        "`src/seriatim/findings/checks/`, and its example and near miss are run as tests.\n\n"
        "| code | severity | finds |\n|---|---|---|\n" + rows + "\n"
    )


def page(check: Check) -> str:
    """One check."""
    parts = [f"# {check.code}", f"{check.title} Reported as {WORD[check.severity]}."]
    for name, body in check.parts.items():
        examples = (
            [f"```text\n{text.rstrip()}\n```" for text in check.documents(name)]
            if name in ("Example", "Near miss")
            else []
        )
        parts += [f"## {name}", *(examples or [" ".join(body.split())])]
    return "\n\n".join(parts) + "\n"


def commands() -> str:
    """The page of commands: an overview, then a section for each."""
    group = click.Context(cli.group, info_name="seriatim")
    overview = [f"| [`{name}`](#{name}) | {line} |" for name, line in cli.COMMANDS.items()]
    said = (
        "Made from the program by `tools/write_docs.py`; `seriatim COMMAND --help` says the same."
    )
    head = ["# Commands", "", said, "", "| command | does |", "|---|---|"]
    sections = [line for name in cli.COMMANDS for line in section(name, group)]
    return "\n".join([*head, *overview, *sections]) + "\n"


def section(name: str, group: click.Context) -> Iterator[str]:
    """The lines about one command."""
    command = cli.group.get_command(group, name)
    if command is None:
        raise LookupError(f"the command {name} is in the table and not in the program")
    context = click.Context(command, info_name=name, parent=group)
    yield from (
        "",
        f"## {name}",
        "",
        "```",
        f"seriatim {name} {' '.join(command.collect_usage_pieces(context))}",
        "```",
        "",
    )
    yield paragraphs(inspect.cleandoc(command.help or ""))
    options = [
        record for p in command.params if (record := p.get_help_record(context)) and record[1]
    ]
    if options:
        yield from ("", "| option | |", "|---|---|")
        # A bar between choices would end the cell of a table.
        yield from (
            "| `{}` | {} |".format(
                *(" ".join(words.split()).replace("|", r"\|") for words in option)
            )
            for option in options
        )


def paragraphs(text: str) -> str:
    r"""A command's help as Markdown, a paragraph a line; those after ``\b`` as they are."""

    def one(paragraph: str) -> str:
        return (
            "```\n" + paragraph.removeprefix("\b\n") + "\n```"
            if paragraph.startswith("\b")
            else " ".join(paragraph.split())
        )

    return "\n\n".join(map(one, text.strip().split("\n\n")))


if __name__ == "__main__":
    main()
