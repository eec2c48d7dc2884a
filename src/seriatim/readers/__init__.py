"""Bytes → Document, Passage: format readers, what hangs under what, and the document's date."""

from seriatim.readers.documents import Taken, read_bytes, read_paths
from seriatim.readers.tables import Columns

__all__ = ["Columns", "Taken", "read_bytes", "read_paths"]
