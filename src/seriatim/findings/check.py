"""The checks: one file each in the folder ``checks``, run over a chronology.

A check is a module with a docstring in five parts (What it finds · Why it matters · Example · Near
miss · Limits), a ``SEVERITY``, and
``find(context)``, which yields findings.  Its code is the name of its file with hyphens.
"""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module

from seriatim.findings import checks as folder
from seriatim.findings.context import CheckContext
from seriatim.model import Allowed, Chronology, Finding, Severity

PARTS = ("What it finds", "Why it matters", "Example", "Near miss", "Limits")


@dataclass(frozen=True, slots=True)
class Check:
    """A check: its code, its documentation in parts, its severity and its function."""

    code: str
    title: str
    parts: dict[str, str]
    severity: Severity
    find: Callable[[CheckContext], Iterator[Finding]]

    @property
    def examples(self) -> tuple[str, ...]:
        """Documents in which the check finds something."""
        return self.documents("Example")

    @property
    def near_misses(self) -> tuple[str, ...]:
        """Documents that look much like the examples and in which it finds nothing."""
        return self.documents("Near miss")

    def documents(self, part: str) -> tuple[str, ...]:
        """The documents of a part: runs of lines that begin with a bar."""
        blocks = re.split(r"\n(?:[^|\n]*\n)+", "\n" + self.parts[part] + "\n")
        texts = (
            "\n".join(line[2:] for line in block.splitlines() if line.startswith("|"))
            for block in blocks
        )
        return tuple(text + "\n" for text in texts if text.strip())


def check(
    chronology: Chronology, allowed: Sequence[Allowed] = (), apart: Collection[tuple[str, str]] = ()
) -> Chronology:
    """The chronology with its findings, in the order of the documents and their words.

    ``allowed`` are findings that a person dismissed, ``apart`` pairs of claims that a person
    decided are different events.
    """
    context = CheckContext(chronology, apart)
    found = [finding for one in checks() for finding in one.find(context)]
    active = (
        f for f in dict.fromkeys(found) if not any(context.is_allowed(f, one) for one in allowed)
    )
    return replace(chronology, findings=tuple(sorted(active, key=context.sort_key)))


@cache
def checks() -> tuple[Check, ...]:
    """All checks, by code."""
    names = sorted(module.name for module in pkgutil.iter_modules(folder.__path__))
    return tuple(_load(name) for name in names)


def _load(name: str) -> Check:
    module = import_module(f"{folder.__name__}.{name}")
    title, _, rest = (module.__doc__ or "").partition("\n")
    pieces = re.split(rf"^({'|'.join(PARTS)})\n", rest, flags=re.MULTILINE)
    parts = {head: body.strip("\n") for head, body in zip(pieces[1::2], pieces[2::2], strict=True)}
    return Check(name.replace("_", "-"), title.strip(), parts, module.SEVERITY, module.find)
