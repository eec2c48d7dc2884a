"""Write docs/findings from the checks themselves: one page a check, and the list of them.

usage: python tools/write_docs.py [--check]

With ``--check`` nothing is written; the exit status is 1 where a page is not what the code says.
"""

from __future__ import annotations

import sys
from pathlib import Path

from seriatim.findings import checks
from seriatim.findings.check import Check

FOLDER = Path(__file__).parents[1] / "docs" / "findings"
WORD = {"error": "an error", "warning": "a warning", "note": "a note"}


def main() -> int:
    """Write the pages, or say which are not current."""
    wanted = pages()
    if "--check" in sys.argv:
        stale = [name for name, text in wanted.items() if not (FOLDER / name).exists() or (FOLDER / name).read_text("utf8") != text]
        stale += [p.name for p in FOLDER.glob("*.md") if p.name not in wanted]
        print("\n".join(f"docs/findings/{name} is not what the code says: run python tools/write_docs.py" for name in sorted(stale)))
        return 1 if stale else 0
    FOLDER.mkdir(parents=True, exist_ok=True)
    for page in FOLDER.glob("*.md"):
        page.unlink()
    for name, text in wanted.items():
        (FOLDER / name).write_text(text, "utf8")
    print(f"{len(wanted)} pages in docs/findings")
    return 0


def pages() -> dict[str, str]:
    """Name and text of every page."""
    found = {f"{check.code}.md": page(check) for check in checks()}
    rows = "\n".join(f"| [{c.code}]({c.code}.md) | {c.severity} | {c.title.rstrip('.')} |" for c in checks())
    found["README.md"] = (
        "# Findings\n\nWhat `seriatim check` looks for. Each page is made from the check's own file in `src/seriatim/findings/checks/`, "
        "and its example and near miss are run as tests.\n\n| code | severity | finds |\n|---|---|---|\n" + rows + "\n"
    )
    return found


def page(check: Check) -> str:
    """One check."""
    parts = [f"# {check.code}", f"{check.title} Reported as {WORD[check.severity]}."]
    for name, body in check.parts.items():
        documents = (
            "\n\n".join(f"```text\n{d.rstrip()}\n```" for d in check.documents(name)) if name in ("Example", "Near miss") else " ".join(body.split())
        )
        parts += [f"## {name}", documents]
    return "\n\n".join(parts) + "\n"


if __name__ == "__main__":
    sys.exit(main())
