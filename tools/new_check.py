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
Say what goes wrong for a reader who does not notice.

Example
| published: 1912-05-01
| A short document in which the check finds something.

Near miss
| published: 1912-05-01
| A document that looks much like it and is in order.

Limits
Say what the check does not see.
"""

from __future__ import annotations

from collections.abc import Iterator

from seriatim.findings.lookup import Case
from seriatim.model import Finding, Severity

SEVERITY: Severity = "warning"


def find(case: Case) -> Iterator[Finding]:
    """One finding for each thing that does not hang together: Finding(code="{code}", severity=SEVERITY, message=…, document=…, span=…)."""
    for _reading in case.chronology.readings:
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
    print(
        f"{path}\nnext: write find, the example and the near miss; then pytest tests/findings, and python tools/write_docs.py"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
