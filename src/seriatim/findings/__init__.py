"""Chronology → Finding: what does not hang together, is missing or looks wrong, each with the words that it rests on."""

from seriatim.findings.check import check, checks

__all__ = ["check", "checks"]
