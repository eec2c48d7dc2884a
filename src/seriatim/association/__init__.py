"""Event sets to Coincidence: does one kind of event follow another by more than chance, who met whom, what is missing."""

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
from seriatim.association.wording import say

__all__ = ["Coincidence", "Length", "Question", "QuestionError", "Refusal", "ask", "length", "say"]
