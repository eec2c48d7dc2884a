"""Begin a new check: its file, with the parts that its docstring must have.

usage: python tools/new_check.py CODE "What it finds, in one sentence."

CODE reads well after "allow": contradicting-dates, run-together-names.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "src" / "seriatim" / "findings" / "checks"
FILE = '''"""{title}

What it finds
{title}

Why it matters
Say what goes wrong where nobody notices.

Example
| published: 1912-05-01
| A short document in which the check finds something.

Near miss
| published: 1912-05-01
| A document that looks much like it and has no such mistake.

Limits
Say what the check does not see.
"""

from __future__ import annotations

from collections.abc import Iterator

from seriatim.findings.context import CheckContext
from seriatim.model import Finding, Severity

SEVERITY: Severity = "warning"


def find(context: CheckContext) -> Iterator[Finding]:
    """A finding for each …: Finding(code="{code}", severity=SEVERITY, …).

    Its message belongs to seriatim/messages/findings.py.
    """
    for _reading in context.chronology.readings:
        yield from ()
'''


def main() -> int:
    """Write the file and say what comes next."""
    if len(sys.argv) != 3 or not re.fullmatch(r"[a-z]+(?:-[a-z]+)*", sys.argv[1]):
        print(__doc__)
        return 2
    path = FOLDER / f"{sys.argv[1].replace('-', '_')}.py"
    if path.exists():
        print(f"{path} is there already")
        return 1
    path.write_text(FILE.format(code=sys.argv[1], title=sys.argv[2]), "utf8")
    print(path)
    print(
        "Next: write find, the example and the near miss, and its sentence in messages/findings.py;"
    )
    print("then run pytest tests/findings and python tools/write_docs.py")
    return 0


if __name__ == "__main__":
    sys.exit(main())
