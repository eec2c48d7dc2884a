"""The checks, found in the folder ``checks``, one file a check, and run over a chronology.

A check is a module with a docstring in five parts (What it finds · Why it matters · Example · Near
miss · Limits), a ``SEVERITY``, and
``find(case)``, which yields findings.  Its code is the name of its file with hyphens, chosen so
that it reads well after "allow".
"""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module

from seriatim.findings import checks as folder
from seriatim.findings.lookup import Case
from seriatim.model import Allowed, Chronology, Finding, Severity

PARTS = ("What it finds", "Why it matters", "Example", "Near miss", "Limits")


@dataclass(frozen=True, slots=True)
class Check:
    """A check, its documentation in parts, and how bad it is what it finds."""

    code: str
    title: str
    parts: dict[str, str]
    severity: Severity
    find: Callable[[Case], Iterator[Finding]]

    def documents(self, part: str) -> tuple[str, ...]:
        """The documents of the part "Example" or "Near miss": the lines that begin with a bar, those of one document together."""
        blocks = re.split(r"\n(?:[^|\n]*\n)+", "\n" + self.parts[part] + "\n")
        texts = (
            "\n".join(line[2:] for line in block.splitlines() if line.startswith("|"))
            for block in blocks
        )
        return tuple(text + "\n" for text in texts if text.strip())


def check(
    chronology: Chronology, allowed: Sequence[Allowed] = (), apart: Collection[tuple[str, str]] = ()
) -> Chronology:
    """The chronology with what the checks find, in the order of the documents and their words.

    ``allowed`` are findings that a person holds for no faults; ``apart`` pairs of claims of which a
    person said that they are not one event.
    """
    case = Case(chronology, apart)
    found = [finding for one in checks() for finding in one.find(case)]
    standing = (
        f for f in dict.fromkeys(found) if not any(case.is_allowed(f, one) for one in allowed)
    )
    return replace(chronology, findings=tuple(sorted(standing, key=case.place)))


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
