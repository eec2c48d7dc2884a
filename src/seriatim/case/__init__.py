"""A case: documents, decisions and what is derived from them, kept together in one folder."""

from seriatim.case.case import Case
from seriatim.case.decision_log import EditConflict, now
from seriatim.case.documents import CaseDocument

__all__ = ["Case", "CaseDocument", "EditConflict", "now"]
