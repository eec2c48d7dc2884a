"""Chronology → Finding: conflicts, gaps and probable mistakes, with the words they rest on."""

from seriatim.findings.check import check, checks

__all__ = ["check", "checks"]
