"""Tables of "module:function", loaded on use, and what other packages add to them through entry points."""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import entry_points
from typing import Any

TABLES: dict[str, dict[str, str]] = {
    # media type -> function (bytes, path) -> documents
    "documents": {
        "text/plain": "seriatim.readers.plain:read",
        "text/markdown": "seriatim.readers.markdown:read",
        "text/html": "seriatim.readers.html:read",
        "application/pdf": "seriatim.readers.pdf:read",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "seriatim.readers.docx:read",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "seriatim.readers.tables:read_xlsx",
        "text/csv": "seriatim.readers.tables:read_csv",
        "application/x-ndjson": "seriatim.readers.jsonl:read",
        "message/rfc822": "seriatim.readers.mail:read",
        "application/mbox": "seriatim.readers.mail:read_box",
        "application/zip": "seriatim.readers.folders:read_zip",
    },
    # name -> function (chronology) -> exports.File
    "exports": {
        "json": "seriatim.exports.interchange:to_file",
        "html": "seriatim.exports.page:to_file",
        "csv": "seriatim.exports.sheet:to_csv",
        "xlsx": "seriatim.exports.sheet:to_xlsx",
        "docx": "seriatim.exports.bundle:to_docx",
        "pdf": "seriatim.exports.bundle:to_pdf",
        "markdown": "seriatim.exports.markdown:to_file",
        "timelinejs": "seriatim.exports.timelinejs:to_json",
        "timelinejs-csv": "seriatim.exports.timelinejs:to_csv",
        "timesketch": "seriatim.exports.timesketch:to_file",
        "ics": "seriatim.exports.ics:to_file",
        "annotations": "seriatim.exports.webannotation:to_file",
        "ftm": "seriatim.exports.ftm:to_file",
        "timeml": "seriatim.exports.timeml:to_file",
        "schema-org": "seriatim.exports.schema_org:to_file",
        "gexf": "seriatim.exports.gexf:to_file",
        "contacts": "seriatim.exports.contacts:to_file",
    },
}


def names(table: str) -> list[str]:
    """The names that a table knows, in order."""
    return sorted({*TABLES[table], *(e.name for e in entry_points(group=f"seriatim.{table}"))})


def load(table: str, name: str) -> Any:  # noqa: ANN401 - what it returns is the table's own kind of function
    """The function that a table holds under a name.  Raises KeyError where there is none."""
    if name in TABLES[table]:
        module, _, function = TABLES[table][name].partition(":")
        return getattr(import_module(module), function)
    for entry in entry_points(group=f"seriatim.{table}"):
        if entry.name == name:
            return entry.load()
    raise KeyError(name)
