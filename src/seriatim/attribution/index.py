"""An index of the attributions of a document by passage and by place.

A report of 450 pages has eight thousand, and each is held against those beside it: against all of
them that took minutes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from seriatim.attribution.attributions import Attribution
    from seriatim.model import Span

_PAGE = 1_000  # characters


class AttributionIndex:
    """An index of attributions, in the order in which they were found."""

    def __init__(self, found: Iterable[Attribution] = ()) -> None:
        self._all: dict[int, Attribution] = {}
        self._pages: defaultdict[int, set[int]] = defaultdict(set)
        self._passages: defaultdict[int, list[int]] = defaultdict(list)
        self._silent: set[int] = set()
        self._next = 0
        self.add(found)

    def __iter__(self) -> Iterator[Attribution]:
        """Iterate over all of them."""
        return iter(self._all.values())

    def add(self, found: Iterable[Attribution]) -> None:
        """Add some more."""
        for attribution in found:
            key, self._next = self._next, self._next + 1
            self._all[key] = attribution
            self._passages[attribution.passage].append(key)
            for page in _pages((*attribution.cue, *attribution.content)):
                self._pages[page].add(key)
            if not attribution.content:
                self._silent.add(key)

    def near(self, *spans: Span) -> list[Attribution]:
        """The attributions whose cue or content may overlap one of the spans.

        All that do are among them, and some that are only close.
        """
        return [self._all[key] for key in self._near(spans)]

    def of(self, passage: int) -> list[Attribution]:
        """The attributions whose cue or, without one, whose content is in a passage."""
        return [self._all[key] for key in self._passages.get(passage, ()) if key in self._all]

    def remove_content(self, passage: int, span: Span) -> None:
        """Remove, from those of other passages, the content that begins in a passage's span.

        What then has no content is removed, and so is what had none before.
        """
        start, end = span
        for key in self._near((span,)):
            old = self._all[key]
            if old.passage != passage:
                self._all[key] = replace(
                    old, content=tuple(c for c in old.content if not start <= c[0] < end)
                )
                if not self._all[key].content:
                    self._silent.add(key)
        for key in self._silent:
            del self._all[key]
        self._silent.clear()

    def _near(self, spans: Sequence[Span]) -> list[int]:
        keys = {key for page in _pages(spans) for key in self._pages.get(page, ())}
        return sorted(key for key in keys if key in self._all)


def _pages(spans: Iterable[Span]) -> set[int]:
    return {page for start, end in spans for page in range(start // _PAGE, end // _PAGE + 1)}
