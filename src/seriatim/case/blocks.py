"""What a browser is given of a build, kept ready made in the store of the case."""

from __future__ import annotations

from collections.abc import Iterable

from seriatim.case.module import CaseModule


class Blocks(CaseModule):
    """The blocks of one build, by name."""

    def keep(self, build: str, blocks: Iterable[tuple[str, bytes]]) -> None:
        """Keep the blocks of a build in place of those of another."""
        self.case.store().keep_blocks(build, blocks)

    def get(self, build: str, name: str) -> bytes | None:
        """A block of a build; ``None`` where there is another build's, or no such block."""
        return self.case.store().block(build, name)

    def build(self) -> str | None:
        """The fingerprint of the build that the blocks are of."""
        return self.case.store().get("blocks") if self.case.has_store() else None
