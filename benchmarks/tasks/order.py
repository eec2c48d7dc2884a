"""The ``order`` task: a JSON list of networks in, a JSON list of answers out (form: CHRONOLOGY, "The commands that others rely on").

Nodes are numbered from 0, the epoch; values are days.  Slips change dates that are written to the
day.
"""

from __future__ import annotations

import json
import math
import sys
import time
from pathlib import Path
from typing import Any

from seriatim.temporal import edtf
from seriatim.temporal.network.repairs import repairs
from seriatim.temporal.network.simple_temporal_network import INF, Network, Statement

EPOCH = 719_163  # the proleptic ordinal of 1970-01-01


def run(source: Path, target: Path) -> None:
    """Answer every network; the time is that of answering alone, without start-up."""
    networks = json.loads(source.read_text("utf8"))
    started = time.process_time()
    answers = [answer(n) for n in networks]
    seconds = time.process_time() - started
    target.write_text(json.dumps(answers) + "\n", "utf8")
    print(
        f"order: {len(networks)} networks, {seconds:.3f} CPU-seconds, {len(networks) / max(seconds, 1e-9):.0f} networks/CPU-s",
        file=sys.stderr,
    )


def answer(asked: dict[str, Any]) -> dict[str, Any]:
    """Consistency, a minimal conflict, the windows of all nodes, and the repairs by one slip."""
    network = Network(asked["n_nodes"], [_statement(s) for s in asked["statements"]])
    conflict = network.check()
    out: dict[str, Any] = {
        "name": asked["name"],
        "consistent": not conflict,
        "conflict": sorted(set(conflict)) or None,
    }
    out |= {"windows": None, "repairs": []}
    if conflict:
        days = [
            (i, s)
            for i, s in enumerate(asked["statements"])
            if s["type"] == "date" and s.get("prec") == "day"
        ]
        dates = {i: edtf.day(int(s["lo"]) - EPOCH) for i, s in days}
        out["repairs"] = [
            {"statement": r.number, "kind": r.slip, "new": r.value}
            for r in repairs(network, conflict, dates, _place)
        ]
    else:
        low, high = network.windows()
        out["windows"] = {
            str(e): [_whole(low[e]), _whole(high[e])] for e in range(1, asked["n_nodes"])
        }
    return out


def _statement(said: dict[str, Any]) -> Statement:
    if said["type"] == "date":
        return Statement(0, said["e"], _or(said["lo"], -INF), _or(said["hi"], INF))
    return Statement(said["a"], said["b"], _or(said["min"], -INF), _or(said["max"], INF))


def _or(value: float | None, otherwise: float) -> float:
    return otherwise if value is None else value


def _whole(value: float) -> int | None:
    return int(value) if math.isfinite(value) else None


def _place(value: str) -> tuple[float, float]:
    first, last = edtf.first_day(value), edtf.last_day(value)
    return (-INF if first is None else first + EPOCH, INF if last is None else last + EPOCH)
