"""Bytes → Document, Passage: format readers, document structure and the document creation time."""

from seriatim.readers.documents import ReadResult, read_bytes, read_paths
from seriatim.readers.tables import Columns

__all__ = ["Columns", "ReadResult", "read_bytes", "read_paths"]
