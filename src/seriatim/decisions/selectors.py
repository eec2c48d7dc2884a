"""Selectors: a span of a document as words that can be found again, in the same text or in a better reading of the same bytes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from seriatim.model import Claim, Document, Mention, Selector, Span

AROUND = 32  # characters kept on either side, as annotation clients do
ENOUGH = 25  # characters that can stand by themselves
_SENTENCE_BEFORE = re.compile(r"\n|[•*]|[.!?]\s")
_SENTENCE_AFTER = re.compile(r"\n|(?<=[.!?])\s")


def selector(document: Document, span: Span) -> Selector:
    """The selector of a span."""
    start, end = span
    text = document.text
    return Selector(
        document.sha256,
        text[start:end],
        text[max(0, start - AROUND) : start],
        text[end : end + AROUND],
        start,
        end,
    )


def locate(selector: Selector, text: str) -> Span | None:
    """Where the selector's words stand in a text: in their old place, else where most of what stood around them stands; ``None`` where they are gone.

    White space counts for nothing, since another reading of the same bytes may break its lines
    elsewhere.
    """
    if (
        text[selector.start : selector.end] == selector.exact
        and text[: selector.start].endswith(selector.prefix)
        and text[selector.end :].startswith(selector.suffix)
    ):
        return (selector.start, selector.end)
    words = selector.exact.split()
    if not words:
        return None
    found = [m.span() for m in re.finditer(r"\s+".join(map(re.escape, words)), text)]
    return max(
        found, key=lambda s: (_around(selector, text, s), -abs(s[0] - selector.start)), default=None
    )


def in_its_line(selector: Selector) -> str:
    """The words; few of them with what stands around them in their sentence, since a verb alone tells nobody what is meant."""
    exact = " ".join(selector.exact.split())
    if len(exact) >= ENOUGH:
        return exact
    before, after = (
        _SENTENCE_BEFORE.split(selector.prefix)[-1],
        _SENTENCE_AFTER.split(selector.suffix)[0],
    )
    # Where the sentence goes on beyond what was kept, its first and last piece may be half a word.
    goes_before, goes_after = (
        len(selector.prefix) == AROUND == len(before),
        len(selector.suffix) == AROUND == len(after),
    )
    before = "… " + before.partition(" ")[2] if goes_before else before
    after = after.rpartition(" ")[0] + " …" if goes_after else after
    return " ".join(f"{before}{selector.exact}{after}".split())


def _around(selector: Selector, text: str, span: Span) -> int:
    """How many characters before and after are those that were kept."""
    before, after = (
        _squeezed(text[: span[0]][-2 * AROUND :]),
        _squeezed(text[span[1] : span[1] + 2 * AROUND]),
    )
    return _shared(_squeezed(selector.prefix)[::-1], before[::-1]) + _shared(
        _squeezed(selector.suffix), after
    )


def _shared(a: str, b: str) -> int:
    """How many characters two texts begin with alike."""
    return next(
        (n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b))
    )


def _squeezed(text: str) -> str:
    return "".join(text.split())


def of_claims(documents: Mapping[str, Document], claims: Iterable[Claim]) -> tuple[Selector, ...]:
    """The selectors of claims: of the words that name what happened."""
    return tuple(selector(documents[c.document], c.predicate) for c in claims)


def of_mentions(
    documents: Mapping[str, Document], mentions: Iterable[Mention]
) -> tuple[Selector, ...]:
    """The selectors of mentions."""
    return tuple(selector(documents[m.document], m.span) for m in mentions)


def of_words(document: Document, words: str, after: int = 0) -> Selector | None:
    """The selector of the first place where a document has the words, white space aside; ``None`` where it has not."""
    found = (
        re.compile(r"\s+".join(map(re.escape, words.split()))).search(document.text, after)
        if words.split()
        else None
    )
    return selector(document, found.span()) if found else None
