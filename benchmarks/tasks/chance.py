"""Chance: the exact count test and the block shift of questions in whole days.

In: one JSON list of ``{"name","T_days","A","B","dT","tau","block"?,"shift_step"?}``.  Out: one JSON
list of
``{"name","K","p_exact","p_blockshift"?}``, the last where the question has a ``block``.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

from seriatim.association import block_shift, calendar, exact


def run(source: Path, target: Path) -> None:
    """Answer every question; the time is that of answering alone, without start-up."""
    questions = json.loads(source.read_text("utf8"))
    started = time.process_time()
    answers = [answer(q) for q in questions]
    seconds = time.process_time() - started
    target.write_text(json.dumps(answers) + "\n", "utf8")
    print(
        f"chance: {len(questions)} questions, {seconds:.3f} CPU-seconds, {len(questions) / max(seconds, 1e-9):.0f} questions/CPU-s",
        file=sys.stderr,
    )


def answer(q: dict[str, Any]) -> dict[str, Any]:
    """The count that was seen, its exact p where events are strewn over the days, and the exact p of the block shift."""
    days = q["T_days"]
    events = calendar.points(q["A"])
    covered = calendar.cover(
        calendar.points(q["B"]), days, calendar.Window(q["dT"], q.get("tau", 0))
    )
    seen = round(float(covered[events.starts].sum()))
    found = {
        "name": q["name"],
        "K": seen,
        "p_exact": exact.hypergeometric(days, round(covered.sum()), len(events)).at_least(seen),
    }
    if q.get("block"):
        blocks = [(start, min(start + q["block"], days)) for start in range(0, days, q["block"])]
        counts = block_shift.scores(
            events.weights(days), covered, blocks, q.get("shift_step", 7), 1
        )
        found["p_blockshift"] = block_shift.chance(counts, 1).at_least(seen)
    return found
