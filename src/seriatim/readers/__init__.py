"""Bytes → Document, Passage: format readers, document structure and the document creation time."""

from seriatim.readers.documents import Intake, read_bytes, read_paths
from seriatim.readers.tables import Columns

__all__ = ["Columns", "Intake", "read_bytes", "read_paths"]
