"""``seriatim judge``: decide about claims, events, actors, findings and documents."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from seriatim.cli import cases, console
from seriatim.cli.console import Unreadable
from seriatim.decisions.make import ACTS, DecisionError, DecisionRequest
from seriatim.messages import cli as messages

if TYPE_CHECKING:
    from seriatim.model import Act, Chronology


@click.command("judge")
@cases.CASE
@click.argument("act", type=click.Choice(ACTS))
@click.argument("targets", nargs=-1, required=True, metavar="ID…")
@click.option(
    "--to",
    "value",
    help=messages.VALUE,
)
@click.option("--proposal", is_flag=True, help=messages.PROPOSAL)
@click.option(
    "--quote",
    help=messages.QUOTE,
)
@click.option("--predicate", help=messages.PREDICATE)
@cases.by
def command(
    path: Path,
    act: Act,
    targets: tuple[str, ...],
    value: str | None,
    proposal: bool,
    quote: str | None,
    predicate: str | None,
    who: str | None,
    why: str,
) -> None:
    """Decide about events (e7), claims (d1-c3), actors (a2) or documents (d1).

    \b
    judge CASE accept e7                        date e7 --to 1917-01-16      date e7 --proposal
    judge CASE reject e7 --why "a rumour"       merge e7 e9                  split d2-c4
    judge CASE apart e7 e9                      apart a2 a5
    judge CASE allow misspelled-name e7
    judge CASE name a2 --to "Ada Quill"         merge a2 a5                  group a2 --to north
    judge CASE claim d1 --quote "the words"     published d1 --to 1917-03-01
    judge CASE names d1 --quote "Ada KerrTom Hale" --to "Ada Kerr; Tom Hale"

    Each decision can be undone.
    """  # noqa: D301 - click looks for the sign itself
    case = cases.open_case(path)
    chronology = cases.current(case, whole=True)
    if act == "allow":
        targets, value = targets[1:], targets[0]
    if proposal:
        value = _proposed(chronology, targets)
    with cases.errors():
        try:
            made = case.log.decide(
                chronology,
                DecisionRequest(act, targets, value, quote, predicate),
                who=cases.user_name(who),
                why=why,
            )
        except DecisionError as error:
            raise Unreadable(str(error)) from error
    for one in made:
        console.echo(messages.decided(one.act, one.id[:10], path), err=True)
    cases.update(case)


def _proposed(chronology: Chronology, targets: tuple[str, ...]) -> str:
    """The first date that a finding about the targets proposes."""
    claims = {c.id for e in chronology.events for c in e.claims if {e.id, c.id} & set(targets)}
    for finding in chronology.findings:
        if (
            finding.proposal
            and finding.proposal.edtf
            and (claims & set(finding.claims) or set(targets) & set(finding.events))
        ):
            return finding.proposal.edtf
    raise Unreadable(messages.no_proposal(targets))
