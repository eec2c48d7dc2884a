"""Kinds of event that bring people together, by the names of ``happenings``."""

from __future__ import annotations

TOGETHER = frozenset({"meeting", "call", "contact"})  # all who take part are in contact, both ways
ONE_WAY = frozenset({"message"})  # who sends it reaches whom it goes to
