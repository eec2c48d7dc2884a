"""Chronology → bytes that people and other programs read: one file a format.

What a format can't hold is never dropped or sharpened silently: an export counts it, and the
terminal shows the counts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class File:
    """An exported file: its bytes, and what the format can't hold, with counts."""

    data: bytes
    lost: Mapping[str, int] = field(default_factory=dict)
