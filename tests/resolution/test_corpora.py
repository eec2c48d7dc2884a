"""Over all gold cases and articles of the corpora: no event holds claims whose dates exclude each other.  Needs ``../shared``, skips without it."""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path

import pytest

from seriatim import resolution
from seriatim.analysis import analyse
from seriatim.model import Reading
from seriatim.pipeline import claims
from seriatim.readers import read_bytes
from seriatim.temporal import edtf, timexes

SHARED = Path(__file__).parents[3] / "shared"
EVERY = 16  # of the articles of the corpora, so that the test takes seconds


def _texts() -> list[tuple[str, str | None]]:
    gold = [
        (case / "article.txt", json.loads((case / "gold.json").read_text("utf8"))["published"])
        for case in sorted((SHARED / "gold").glob("*/"))
    ]
    found: list[tuple[str, str | None]] = [
        (path.read_text("utf8"), published) for path, published in gold if path.exists()
    ]
    for corpus in ("meantime-dev", "ecbplus-dev"):
        lines = (
            (SHARED / "corpora" / "events" / f"{corpus}.jsonl")
            .read_text("utf8")
            .splitlines()[::EVERY]
        )
        found += [
            (d["text"], d["dct"] if edtf.is_valid(d.get("dct") or "") else None)
            for d in map(json.loads, lines)
        ]
    return found


@pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="the gold cases are not here")
def test_no_event_holds_claims_whose_dates_exclude_each_other() -> None:
    readings = []
    for n, (text, published) in enumerate(_texts(), 1):
        document, passages = read_bytes(
            text.encode(), f"page{n}.txt", published=published, first=n
        ).documents[0]
        found = claims.read(
            document,
            list(analyse(document, passages)),
            timexes.read(document, passages),
            model=False,
        )
        readings.append(Reading(document, passages, (), found.mentions, found.claims))
    events = resolution.resolve(readings, {}).events
    assert [e.id for e in events if len({c.document for c in e.claims}) > 1], (
        "no event is told by two documents"
    )
    pairs = ((e.id, a.when.edtf, b.when.edtf) for e in events for a, b in combinations(e.claims, 2))
    assert [p for p in pairs if not edtf.interval(p[1]).meets(edtf.interval(p[2]))] == []
