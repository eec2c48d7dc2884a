"""``seriatim evidence``: what each event rests on, and what is missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from seriatim.cli import console
from seriatim.cli.chronologies import CASE, WithFilter, choose, open_chronology
from seriatim.cli.output import rendered, with_format
from seriatim.query.listing import names

if TYPE_CHECKING:
    from seriatim.association.evidence import Evidence, Support

COLUMNS = (
    *("event", "headline", "edtf", "asserted", "denied", "planned", "conflicts", "missing"),
    "settled_by",
)


@click.command("evidence", cls=WithFilter)
@CASE
@click.argument("words", nargs=-1, metavar="[FILTER…]")
@with_format("jsonl", "csv")
def command(case: Path, words: tuple[str, ...], form: str) -> None:
    """List what each event rests on, and what is missing.

    For each event: its claims with their sources, hedges, denials, conflicts, what is missing, and
    what kind of document would settle it. Events with most missing come first. It gives no verdict.
    """
    from seriatim.association.evidence import evidence, say

    chronology = open_chronology(case, whole=True)
    chosen = [e for e in choose(chronology, words) if e.status != "rejected"]
    found = evidence(chronology, chosen)
    documents = names(r.document for r in chronology.readings)
    if form == "text":
        console.echo(say(found, documents), nl=False)
        return
    objects = [_object(one, documents) for one in found]
    console.echo(rendered(form, "evidence", objects, lambda: (COLUMNS, _rows(objects))), nl=False)


def _object(found: Evidence, documents: Mapping[str, str]) -> dict[str, Any]:
    event = found.event
    claims = {"asserted": found.asserted, "denied": found.denied, "planned": found.planned}
    return {
        "event": event.id,
        "headline": event.summary,
        "edtf": event.when.edtf,
        **{kind: [_claim(one, documents) for one in several] for kind, several in claims.items()},
        "conflicts": [finding.message for finding in found.contradictions],
        "missing": list(found.missing),
        "settled_by": found.settles,
    }


def _claim(support: Support, documents: Mapping[str, str]) -> dict[str, Any]:
    claim = support.claim
    return {
        "claim": claim.id,
        "document": documents.get(claim.document, claim.document),
        "quote": claim.quote,
        "hand": support.hand,
        "source": support.source,
        "through": list(support.through),
        "hedges": list(support.hedges),
    }


def _rows(objects: Sequence[Mapping[str, Any]]) -> list[tuple[str, ...]]:
    """One row per event, with the number of its claims."""
    return [
        (
            *(str(one[name]) for name in ("event", "headline", "edtf")),
            *(str(len(one[name])) for name in ("asserted", "denied", "planned", "conflicts")),
            "; ".join(one["missing"]),
            one["settled_by"],
        )
        for one in objects
    ]
