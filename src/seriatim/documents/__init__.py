"""Bytes → Document, Passage: format readers, what hangs under what, and the document's date."""

from seriatim.documents.document import Taken, read_bytes, read_paths
from seriatim.documents.tables import Columns

__all__ = ["Columns", "Taken", "read_bytes", "read_paths"]
