"""The decisions log: append-only JSON lines, each chained to the hash of the one before."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from seriatim.messages import case as messages
from seriatim.model import Decision, Selector
from seriatim.store.files import CaseError, append, write_whole

FIRST = "0" * 64
_OLD_TARGETS = {"judgement": "decision"}  # as older logs have it


@dataclass(frozen=True, slots=True)
class Log:
    """A log as it was read; ``torn`` is what an interrupted write left at the end.

    That is a part of a line, or the first lines of decisions that were to be written together.
    """

    decisions: tuple[Decision, ...]
    head: str  # hash of the last line
    torn: bytes = b""


def read(path: Path) -> Log:
    """Every decision of a log, oldest first.

    Raises CaseError that names the first line that breaks the chain.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        data = b""
    *lines, torn = data.split(b"\n")
    head, decisions = FIRST, []
    whole = 0, head  # where the last complete group of lines ends
    for number, line in enumerate(lines, 1):
        decision, head, missing = _parse(line, head, f"{path}, line {number}")
        decisions.append(decision)
        if not missing:
            whole = number, head
    end, head = whole
    torn = b"\n".join([*lines[end:], torn])
    return Log(tuple(decisions[:end]), head, torn)


def add(path: Path, decision: Decision) -> Decision:
    """The decision as appended, its ``id`` set to the hash of its line.

    Raises CaseError or OSError.
    """
    return extend(path, [decision])[0]


def extend(
    path: Path, decisions: Sequence[Decision], head: str | None = None, *, together: bool = False
) -> list[Decision]:
    """The decisions with their ids, after appending all of them with one flush to the disk.

    ``head`` is the hash of the last line, given by a caller who holds the lock and has just
    extended the log: it is then not read again (100,000 files come in 64 at a time).  Where they
    belong ``together``, an interrupted write leaves none of them.  Raises CaseError or OSError.
    """
    if head is None:
        found = read(path)
        head = _repaired(path, found) if found.torn else found.head
    lines, written = [], []
    for missing, decision in zip(range(len(decisions) - 1, -1, -1), decisions, strict=True):
        line, head = _line(decision, head, missing if together else 0)
        lines.append(line + b"\n")
        written.append(replace(decision, id=head))
    if lines:
        append(path, b"".join(lines))
    return written


def _repaired(path: Path, log: Log) -> str:
    """The hash of the last line, after the end of an interrupted log was put right.

    A whole line gets its line end; a part of one moves to a file of its own.
    """
    try:
        _, head, missing = _parse(log.torn, log.head, str(path))
    except CaseError:
        missing = 1
    if missing:
        write_whole(path.with_name(f"{path.name}.interrupted"), log.torn)
        whole = path.read_bytes()
        write_whole(path, whole[: len(whole) - len(log.torn)])
        return log.head
    append(path, b"\n")
    return head


def _line(decision: Decision, previous: str, missing: int) -> tuple[bytes, str]:
    """A decision as a line of the log, and the hash of that line.

    ``missing`` is how many lines must follow for it to count.
    """
    fields = {
        k: v
        for k, v in asdict(decision).items()
        if k not in ("id", "selectors") and v is not None and v != ()
    }
    body = {
        **fields,
        "selectors": [_annotation(a) for a in decision.selectors],
        "previous": previous,
        **({"followed_by": missing} if missing else {}),
    }
    identity = hashlib.sha256(_canonical(body)).hexdigest()
    return _canonical({**body, "hash": identity}), identity


def _canonical(value: Any) -> bytes:  # noqa: ANN401 - any JSON value
    """JSON with sorted keys and no white space."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode(
        "utf-8", "surrogatepass"
    )


def _annotation(a: Selector) -> dict[str, Any]:
    """A selector in the form of the Web Annotation model."""
    quote = {"type": "TextQuoteSelector", "exact": a.exact, "prefix": a.prefix, "suffix": a.suffix}
    return {
        "document": a.document,
        "selector": [quote, {"type": "TextPositionSelector", "start": a.start, "end": a.end}],
    }


def _parse(line: bytes, previous: str, where: str) -> tuple[Decision, str, int]:
    """The decision of a line, the hash of the line, and how many lines have to follow it.

    Raises CaseError.
    """
    changed = CaseError(messages.line_changed(where))
    try:
        body = json.loads(line.decode("utf-8", "surrogatepass"))
        identity = body.pop("hash")
        if not _is_intact(line, body, identity, previous):
            raise changed
        selectors = tuple(
            Selector(a["document"], q["exact"], q["prefix"], q["suffix"], p["start"], p["end"])
            for a in body.pop("selectors")
            for q, p in [a["selector"]]
        )
        del body["previous"]
        missing = int(body.pop("followed_by", 0))
        columns, parts = tuple(body.pop("columns", ())), tuple(body.pop("parts", ()))
        target = body.pop("target")
        target = _OLD_TARGETS.get(target, target)
        decision = Decision(
            id=identity, target=target, selectors=selectors, columns=columns, parts=parts, **body
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise changed from error
    return decision, identity, missing


def _is_intact(line: bytes, body: dict[str, Any], identity: str, previous: str) -> bool:
    """Whether a line has its own hash and follows the line with the hash ``previous``."""
    return (
        identity == hashlib.sha256(_canonical(body)).hexdigest()
        and _canonical({**body, "hash": identity}) == line
        and body["previous"] == previous
    )
