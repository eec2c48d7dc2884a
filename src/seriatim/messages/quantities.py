"""What is counted, where a claim gives a number."""

from __future__ import annotations

VOTES = "votes for and against"  # what a tally counts
