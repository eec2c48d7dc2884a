"""The predictions of one task for a file of inputs.

usage: python benchmarks/predict.py TASK IN OUT [OPTION…]

The docstring of each file in ``benchmarks/tasks`` says what the task reads and writes, and its
options.  CPU-seconds and rate go to standard error.
"""

from __future__ import annotations

import importlib
import inspect
import sys
from pathlib import Path

TASKS = Path(__file__).parent / "tasks"


def main(arguments: list[str]) -> int:
    """0, or 2 for wrong usage."""
    names = sorted(path.stem for path in TASKS.glob("[a-z]*.py"))
    if len(arguments) < 3 or arguments[0] not in names:
        return usage(names)
    sys.path.insert(0, str(TASKS.parents[1]))
    task = importlib.import_module(f"benchmarks.tasks.{arguments[0]}")
    source, target, *options = arguments[1:]
    takes_options = len(inspect.signature(task.run).parameters) > 2
    if options and not takes_options:
        return usage(names)
    task.run(Path(source), Path(target), *([options] if takes_options else []))
    return 0


def usage(names: list[str]) -> int:
    """2, for wrong usage; prints the usage to standard error."""
    print(f"{__doc__}\nTASK is one of: {', '.join(names)}", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
