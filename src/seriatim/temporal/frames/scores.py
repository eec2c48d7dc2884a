"""The learned weights of frames, by model and by the name of what speaks for something."""

from __future__ import annotations

import json
from collections.abc import Mapping

from seriatim.analysis import weights


@weights.loader
def _all() -> Mapping[str, Mapping[str, float]]:
    read: Mapping[str, Mapping[str, float]] = json.loads(
        weights.path("frames.json").read_text("utf8")
    )
    return read


def of(model: str) -> Mapping[str, float]:
    """The weights of one model: ``years``, ``story`` or ``day``."""
    return _all().get(model, {})
