"""What the parts of a case have in common."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from seriatim.case.case import Case


class CaseModule:
    """One part of the work on a case."""

    def __init__(self, case: Case) -> None:
        """Belong to a case."""
        self.case = case

    @property
    def path(self) -> Path:
        """The folder of the case."""
        return self.case.path
