"""``seriatim schema``: the JSON Schema of the chronology file."""

from __future__ import annotations

import json

import click


@click.command("schema")
def command() -> None:
    """Print the JSON Schema of the chronology file, made from the program's own types."""
    from seriatim.cli import console
    from seriatim.exports import interchange

    console.echo(json.dumps(interchange.schema(), indent=2))
