"""Chronology → bytes that people and other programs read: one file a format.

What a format can't hold is never dropped or sharpened in silence: an export counts it, and the
terminal says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class File:
    """What an export made: the bytes, and what the format can't hold, each with how often that was so."""

    data: bytes
    lost: Mapping[str, int] = field(default_factory=dict)
