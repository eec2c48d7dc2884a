"""What a case, its folder, its log and its store say to a person."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

CASE_TOML = """\
# A Seriatim case. Decisions are in decisions.jsonl, the original files in documents/.
version = {version}
title = "{title}"
# time_zone = "Europe/Berlin"     # shown on the page beside clock times; no time is converted
# audit = "reads"                 # the workbench records who reads what, in private/reads.jsonl

[groups]
# north = ["Jane Roe", "*Embassy"]

[kinds]
# inspection = ["inspect", "inspection"]

[dates]
# The date of a document, by the SHA-256 of its bytes: "2016-07-20", "2016-07" or "2016".
"""

# Progress

READING = "reading"
READ = "read"
ADDED = "added"
CHECKED = "checked"
ASSEMBLING = "building the chronology"

# The folder and its settings


def folder_not_empty(folder: Path) -> str:
    """A new case needs an empty place."""
    return f"{folder}: there is already something here; choose another place for the case"


def not_a_case(folder: Path, settings: str) -> str:
    """A folder is no case."""
    return f"{folder}: this is not a case (no {settings}); make one with: seriatim new {folder}"


def not_toml(path: Path, error: object) -> str:
    """The settings can't be parsed."""
    return f"{path}: not valid TOML: {error}"


def newer_case(path: Path, found: object, known: int) -> str:
    """The case was made by a later program."""
    return (
        f"{path}: the case has version {found!r}, but this program reads version {known}; "
        "install a newer seriatim"
    )


def bad_dates(path: Path, key: str, value: str) -> str:
    """An entry under [dates] is wrong."""
    return (
        f"{path}: [dates] needs the hash of a document and a date such as 2016-07-20, "
        f"not {key!r} = {value!r}"
    )


def bad_texts(path: Path) -> str:
    """Title or time zone is no text."""
    return f"{path}: title and time_zone must be text"


def bad_audit(path: Path, found: object) -> str:
    """What is to be recorded is unknown."""
    return f'{path}: audit can only be "reads", not {found!r}'


def bad_list(path: Path, key: str) -> str:
    """A table of lists has something else in it."""
    return f'{path}: [{key}] needs lines such as north = ["Jane Roe", "John Roe"]'


def bad_table(path: Path, key: str) -> str:
    """A table of texts has something else in it."""
    return f'{path}: [{key}] needs lines such as "…" = "2016-07-20"'


def not_a_hash(folder: Path, identity: str) -> str:
    """An id is no document's hash."""
    return f"{folder}: {identity[:80]!r} is not the hash of a document"


def two_logs(folder: Path, new: str, old: str) -> str:
    """The log is there under both of its names."""
    return f"{folder}: both {new} and {old} exist; keep the complete one as {new} and remove {old}"


def locked(folder: Path) -> str:
    """Another process holds the lock."""
    return f"{folder}: another process is working on this case; try again when it has finished"


# Files that are added

IS_A_CASE = "is a case itself, so it was skipped; add the files it was made from"
LINK_TO_FOLDER = "is a link to a folder, so it was skipped; name the folder itself to add it"
LINK_TO_FILE = "is a link, so it was skipped; name the file itself to add it"
NOT_A_FILE = "is not a regular file"
NOT_THERE = "does not exist: check the name and the folder"
EMPTY = "is empty: there is nothing to read"


def too_large(megabytes: int) -> str:
    """A file is larger than what is read."""
    return f"is larger than {megabytes} MB: split it into parts"


def cannot_open(why: object) -> str:
    """The system refuses a file."""
    return f"cannot be opened: {why}"


# The log


def line_changed(where: str) -> str:
    """A line breaks the log's chain."""
    return (
        f"{where}: this is not what was written (the log was edited or damaged); "
        "restore it from a copy"
    )


def line_incomplete(number: int) -> str:
    """The log's last line is a part of one."""
    return (
        f"line {number} is incomplete: a write was interrupted, or the file was edited; "
        "the next decision moves it to a separate file"
    )


def log_cut(path: Path, case: Path) -> str:
    """The last build saw decisions that are no longer in the log."""
    return (
        f"{path}: decisions that the last build had are missing from the log; restore the log "
        f"from a backup, or give them up with: seriatim repair {case} --accept-loss"
    )


def sealed_log_cut(path: Path) -> str:
    """A seal is about decisions that are no longer in the log."""
    return f"{path}: decisions that were sealed are missing; restore the log from a backup"


def log_missing(path: Path) -> str:
    """There is no log."""
    return (
        f"{path}: the log is missing; restore it from a backup. "
        "Without it, what was added and decided is not known"
    )


def no_such_decision(folder: Path, identity: str, found: int) -> str:
    """An id means no decision, or several."""
    number = "no decision has" if not found else "more than one decision has"
    return f"{folder}: {number} an id that begins with {identity!r}; see `seriatim log`"


def undone_already(folder: Path, identity: str) -> str:
    """What is to be undone was undone before."""
    return f"{folder}: decision {identity} is already undone"


def nothing_to_undo(folder: Path) -> str:
    """No decision is in force."""
    return f"{folder}: there are no decisions to undo"


def edit_conflict(who: str) -> str:
    """Somebody else was quicker."""
    return f"{who} has made a decision about the same words in the meantime"


# Originals and what is derived


def original_unreadable(name: str, why: str | None) -> str:
    """An original is gone or closed."""
    return f"the original of {name} cannot be read ({why}); put it back with `seriatim add`"


def original_changed(name: str) -> str:
    """An original has other bytes than when it was added."""
    return (
        f"the original of {name} is not the file that was added: its bytes have changed; "
        "restore it from a copy"
    )


UNKNOWN_FILE = "this file is not part of a case; remove it, or keep it elsewhere"
IS_A_LINK = "this is a link; put the original itself in its place"
NO_LINE = (
    "no line of the log names this original: an interrupted `add`, or a log that was cut; "
    "add the file again, or remove it"
)


BYTES_CHANGED = "its bytes have changed"


def not_in_backup(name: str, why: str | None) -> str:
    """A file can't be put into a backup."""
    return f"{name} cannot be backed up: {why}; see `seriatim verify`"


def not_a_backup(path: Path) -> str:
    """A file is no backup, or a broken one."""
    return f"{path}: this is not a whole backup of a case"


def backup_damaged(path: Path, name: str) -> str:
    """A file in a backup is not the one that was put there."""
    return f"{path}: {name} in this backup is not what was written; use another backup"


def quote_differs(claim: str) -> str:
    """A quote is not the document's text."""
    return f"the quote of claim {claim} does not match the text of the document"


OUT_OF_DATE = "the case has changed since it was last built; run `seriatim build`"
READINGS_DIFFER = "it differs from a new reading of the documents; run `seriatim repair`"
CHRONOLOGY_DIFFERS = "its chronology differs from a newly built one; run `seriatim repair`"


def tables_differ(tables: Iterable[str]) -> str:
    """Tables of the store hold something else than a new build gives."""
    return f"it differs from a new build in {', '.join(tables)}; run `seriatim repair`"


def sqlite_complains(what: Iterable[str]) -> str:
    """SQLite finds its own file damaged."""
    return f"the file is damaged ({'; '.join(what)}); run `seriatim repair`"


def store_error(path: Path, error: object) -> str:
    """The database refuses."""
    return f"{path}: {error}"


def store_damaged(path: Path) -> str:
    """What is in the database is not what was written."""
    return (
        f"{path}: the derived store is damaged; nothing else is lost, "
        f"and this makes it again: seriatim repair {path.parent}"
    )


def store_older(path: Path) -> str:
    """The database has an older form and can't be written."""
    return (
        f"{path}: the derived store was made by an older version and is write-protected; "
        "copy the case to a place where it can be written, and build it there"
    )


def store_newer(path: Path) -> str:
    """The database was made by a later program."""
    return (
        f"{path}: the derived store was made by a newer version; install a newer seriatim, "
        f"or make it again with this one: seriatim repair {path.parent}"
    )


def set_apart(number: str, case: Path) -> str:
    """A document could not be read, and is in no build until somebody tries again."""
    return f"set apart as {number}; to try again: seriatim build {case} --retry"


def not_read(path: Path, sha256: str) -> str:
    """A document is not in the store."""
    return f"{path}: document {sha256[:12]} has not been read yet; run `seriatim build`"


def not_built(folder: Path) -> str:
    """There is no chronology yet."""
    return f"{folder}: the case has not been built yet; run `seriatim build {folder}`"
