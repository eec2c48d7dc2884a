"""The child process of ``sandbox``: ``python -m seriatim.readers``."""

from __future__ import annotations

from seriatim.readers.sandbox import serve

if __name__ == "__main__":
    serve()
