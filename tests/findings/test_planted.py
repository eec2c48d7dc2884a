"""Slips planted one at a time in consistent chronologies: found, and the true date proposed first.

A slip changes one printed date as a writer would mistype it.  It counts where slow and obvious
means see that something is wrong: the statements cannot all hold (Floyd and Warshall), the order of
the list is broken, or the weekday does not belong to the date.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from pathlib import Path

import numpy as np

from seriatim import findings, pipeline, readers, resolution
from seriatim.analysis.sequences import sequences
from seriatim.analysis.slips import KINDS, slips
from seriatim.model import Chronology, Finding, Reading, Span, TimeExpression
from seriatim.temporal import edtf, network
from seriatim.temporal.network.ordering import stated
from seriatim.temporal.network.statements import tell

HERE = Path(__file__).parent
ALL = [
    *sorted((HERE / "planted").glob("*.txt")),
    *sorted((HERE.parent / "examples").glob("*/article.txt")),
]
PLANTED = 500
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True)
class Slip:
    reading: Reading
    span: Span
    true: str
    kind: str


@cache
def read(path: Path) -> Reading:
    taken = readers.read_bytes(path.read_bytes(), path.name, published=None)
    ((document, passages),) = taken.documents
    return pipeline.read(document, passages, model=False)


@cache
def samples() -> list[Path]:
    """The documents that tell no error of their own: some of the examples do, to be found."""
    return [
        p
        for p in ALL
        if dated(read(p))
        and not cannot_hold(read(p))
        and not out_of_order(read(p))
        and not any_wrong_weekday(read(p))
    ]


def assemble(reading: Reading) -> Chronology:
    who = resolution.resolve([reading], {})
    ordered = network.solve([reading], who.events)
    return findings.check(
        Chronology("test", (reading,), who.actors, ordered.events, ordered.links, ordered.conflicts)
    )


def dated(reading: Reading) -> list[TimeExpression]:
    """The printed days that date a claim in their own passage."""
    spans = {c.when.span for c in reading.claims if edtf.precision(c.when.edtf) == "day"}
    return [
        e
        for e in reading.expressions
        if e.span in spans and e.anchor == "none" and e.edtf and edtf.precision(e.edtf) == "day"
    ]


def mistyped(reading: Reading, expression: TimeExpression, value: str) -> Reading:
    """The reading of the document with another day printed in the place of the expression."""
    old = expression.edtf or ""
    claims = tuple(
        replace(c, when=replace(c.when, edtf=c.when.edtf.replace(old, value)))
        if c.when.span == expression.span
        else c
        for c in reading.claims
    )
    expressions = tuple(
        replace(e, edtf=value, value=value) if e.span == expression.span else e
        for e in reading.expressions
    )
    return replace(reading, claims=claims, expressions=expressions)


def planted() -> list[Slip]:
    """The same slips every time, each kind about as often as another."""
    choose = random.Random(20_260)  # noqa: S311 - not for secrets
    printed = [
        (reading, expression) for reading in map(read, samples()) for expression in dated(reading)
    ]
    found: list[Slip] = []
    while len(found) < PLANTED:
        (reading, expression), kind = choose.choice(printed), choose.choice(KINDS)
        wrong = [value for name, value in slips(expression.edtf or "") if name == kind]
        if wrong:
            found.append(
                Slip(
                    mistyped(reading, expression, choose.choice(wrong)),
                    expression.span,
                    expression.edtf or "",
                    kind,
                )
            )
    return found


def cannot_hold(reading: Reading) -> bool:
    events = resolution.resolve([reading], {}).events
    told = tell([reading], events, stated([reading], events))
    far = np.full((told.nodes, told.nodes), np.inf)
    np.fill_diagonal(far, 0)
    for s in told.statements:
        far[s.a, s.b], far[s.b, s.a] = min(far[s.a, s.b], s.high), min(far[s.b, s.a], -s.low)
    for k in range(told.nodes):
        far = np.minimum(far, far[:, k : k + 1] + far[k : k + 1, :])
    return bool((np.diagonal(far) < 0).any())


def out_of_order(reading: Reading) -> bool:
    return any(
        b.last < a.first
        for found in sequences(reading)
        if found.runs_in_order
        for a, b in pairwise(found.entries)
    )


def wrong_weekday(reading: Reading, span: Span) -> bool:
    expression = next(e for e in reading.expressions if e.span == span)
    words = reading.document.text[max(0, span[0] - 12) : span[1]].lower()
    named = re.search(rf"({'|'.join(DAYS)}),? (?:the )?\w+ \w+,? \d{{4}}$", words)
    return bool(named) and DAYS[edtf.weekday(edtf.first_day(expression.edtf or "") or 0)] != (
        named[1] if named else ""
    )


def any_wrong_weekday(reading: Reading) -> bool:
    return any(wrong_weekday(reading, e.span) for e in dated(reading))


def about(chronology: Chronology, slip: Slip) -> Sequence[Finding]:
    claims = {c.id for c in slip.reading.claims if c.when.span == slip.span}
    return [
        f
        for f in chronology.findings
        if f.severity != "note"
        and (claims & set(f.claims) or (f.span and f.span[0] <= slip.span[0] < f.span[1]))
    ]


def test_planted_slips_are_found_and_put_right() -> None:
    counted = seen = first = 0
    missed: list[str] = []
    for slip in planted():
        if not (
            cannot_hold(slip.reading)
            or out_of_order(slip.reading)
            or wrong_weekday(slip.reading, slip.span)
        ):
            continue
        counted += 1
        found = about(assemble(slip.reading), slip)
        seen += bool(found)
        right = any(f.proposal and f.proposal.edtf == slip.true for f in found)
        first += right
        if not right:
            missed.append(
                f"{slip.reading.document.path}: {slip.true} {slip.kind}: {[(f.code, f.proposal and f.proposal.edtf) for f in found]}"
            )
    print(f"{counted} of {PLANTED} count, {seen} found, {first} put right first", *missed, sep="\n")
    assert counted >= 150
    assert seen >= 0.95 * counted, "\n".join(missed)
    assert first >= 0.90 * counted, "\n".join(missed)


def test_nothing_is_wrong_in_what_was_left_alone() -> None:
    assert len(samples()) >= 5
    assert [
        f"{p.parent.name}: {f.code}: {f.message}"
        for p in samples()
        for f in assemble(read(p)).findings
        if f.severity == "error"
    ] == []
