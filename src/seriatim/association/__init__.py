"""Associations between events: coincidence test, contacts, evidence."""

from __future__ import annotations

from seriatim.association.coincidence_test import ask
from seriatim.association.question import (
    Coincidence,
    Length,
    Question,
    QuestionError,
    Refusal,
    length,
)
from seriatim.association.report import say

__all__ = ["Coincidence", "Length", "Question", "QuestionError", "Refusal", "ask", "length", "say"]
