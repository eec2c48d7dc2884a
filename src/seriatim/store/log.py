"""The log of what people decided: ``judgements.jsonl``, append-only, each line chained to the hash of the one before."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from seriatim.model import Decision, Selector
from seriatim.store.files import CaseError, append, write_whole

FIRST = "0" * 64


@dataclass(frozen=True, slots=True)
class Log:
    """The judgements of a log in order, the hash of its last line, and what an interrupted write left behind its end."""

    judgements: tuple[Decision, ...]
    head: str
    torn: bytes = b""


def read(path: Path) -> Log:
    """Every judgement of a log, its chain checked.  Raises CaseError that names the first line that is not as it was written."""
    data = path.read_bytes() if path.exists() else b""
    *lines, torn = data.split(b"\n")
    head, judgements = FIRST, []
    for number, line in enumerate(lines, 1):
        judgement, head = _parse(line, head, f"{path}, line {number}")
        judgements.append(judgement)
    return Log(tuple(judgements), head, torn)


def add(path: Path, judgement: Decision) -> Decision:
    """Append a judgement, whose ``id`` is set to the hash of its line.  Raises CaseError or OSError."""
    return extend(path, [judgement])[0]


def extend(path: Path, judgements: Sequence[Decision], head: str | None = None) -> list[Decision]:
    """Append judgements with one flush of the disk; they come back with their ids.  Raises CaseError or OSError.

    ``head``: of a log that was extended before under the same lock, so that it need not be read
    again: 100,000 files come in 64 at a time.
    """
    if head is None:
        found = read(path)
        head = _mend(path, found) if found.torn else found.head
    lines, written = [], []
    for judgement in judgements:
        line, head = _line(judgement, head)
        lines.append(line + b"\n")
        written.append(replace(judgement, id=head))
    if lines:
        append(path, b"".join(lines))
    return written


def _mend(path: Path, log: Log) -> str:
    """Put right the end of a log whose last write was interrupted: a whole line gets its line end, a part is set aside."""
    try:
        _, head = _parse(log.torn, log.head, str(path))
    except CaseError:
        write_whole(path.with_name(f"{path.name}.interrupted"), log.torn)
        whole = path.read_bytes()
        write_whole(path, whole[: len(whole) - len(log.torn)])
        return log.head
    append(path, b"\n")
    return head


def _line(judgement: Decision, previous: str) -> tuple[bytes, str]:
    fields = {
        k: v
        for k, v in asdict(judgement).items()
        if k not in ("id", "selectors") and v is not None and v != ()
    }
    body = {
        **fields,
        "selectors": [_annotation(a) for a in judgement.selectors],
        "previous": previous,
    }
    identity = hashlib.sha256(_canonical(body)).hexdigest()
    return _canonical({**body, "hash": identity}), identity


def _canonical(value: Any) -> bytes:  # noqa: ANN401 - any JSON value
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode(
        "utf-8", "surrogatepass"
    )


def _annotation(a: Selector) -> dict[str, Any]:
    quote = {"type": "TextQuoteSelector", "exact": a.exact, "prefix": a.prefix, "suffix": a.suffix}
    return {
        "document": a.document,
        "selector": [quote, {"type": "TextPositionSelector", "start": a.start, "end": a.end}],
    }


def _parse(line: bytes, previous: str, where: str) -> tuple[Decision, str]:
    changed = CaseError(
        f"{where}: it is not as it was written (the log was changed by hand or damaged); restore it from a copy"
    )
    try:
        body = json.loads(line.decode("utf-8", "surrogatepass"))
        identity = body.pop("hash")
        if (
            identity != hashlib.sha256(_canonical(body)).hexdigest()
            or _canonical({**body, "hash": identity}) != line
            or body["previous"] != previous
        ):
            raise changed
        selectors = tuple(
            Selector(a["document"], q["exact"], q["prefix"], q["suffix"], p["start"], p["end"])
            for a in body.pop("selectors")
            for q, p in [a["selector"]]
        )
        del body["previous"]
        columns, parts = tuple(body.pop("columns", ())), tuple(body.pop("parts", ()))
        return Decision(
            id=identity, selectors=selectors, columns=columns, parts=parts, **body
        ), identity
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise changed from error
