"""Run one task of the project over a file: ``python benchmarks/predict.py TASK IN OUT [OPTION…]``.

What each task reads and writes: the docstring of its file in ``benchmarks/tasks``.  CPU-seconds and
rate go to standard error.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

TASKS = Path(__file__).parent / "tasks"


def main(arguments: list[str]) -> int:
    """0, or 2 for wrong use."""
    names = sorted(path.stem for path in TASKS.glob("[a-z]*.py"))
    if (
        len(arguments) < 3
        or arguments[0] not in names
        or (len(arguments) > 3 and arguments[0] != "read")
    ):
        print(f"{__doc__}\nTASK is one of: {', '.join(names)}", file=sys.stderr)
        return 2
    sys.path.insert(0, str(TASKS.parents[1]))
    task = importlib.import_module(f"benchmarks.tasks.{arguments[0]}")
    options = [arguments[3:]] if arguments[3:] else []
    task.run(Path(arguments[1]), Path(arguments[2]), *options)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
