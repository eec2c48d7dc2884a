"""Which mentions mean the same, by what is written alone."""

from __future__ import annotations

import re

import pytest

from seriatim.resolution.name_coreference import Named, clusters


def sets(*documents: str) -> list[list[str]]:
    """The sets of two or more of the mentions that stand in brackets, nested ones too."""
    mentions = []
    for n, marked in enumerate(documents):
        text, stack, found = "", [], []
        for char in marked:
            if char == "[":
                stack.append(len(text))
            elif char == "]":
                start = stack.pop()
                found.append(Named(f"d{n}", (start, len(text)), text[start:]))
            else:
                text += char
        mentions += sorted(found, key=lambda m: m.span)
    groups: dict[str, list[str]] = {}
    for mention, group in zip(mentions, clusters(mentions), strict=True):
        groups.setdefault(group, []).append(re.sub(r"\s+", " ", mention.text))
    return [g for g in groups.values() if len(g) > 1]


@pytest.mark.parametrize(
    ("documents", "expected"),
    [
        (
            ("[Ada Quill] left.", "[Quill] sang."),
            [],
        ),  # in another document, a surname alone is left open
        (("[Ada Quill] left. [Quill] sang.",), [["Ada Quill", "Quill"]]),
        (
            ("[The Osterby Harbour Board] met.", "[The OHB] met."),
            [["The Osterby Harbour Board", "The OHB"]],
        ),
        (("[Ada Quill] sold it. [She] left.",), [["Ada Quill", "She"]]),
        (("[[Ben Moor], [the mayor]], left.",), [["Ben Moor", "Ben Moor, the mayor", "the mayor"]]),
        (
            ("[The Harland Company] sued. [The company] lost.",),
            [["The Harland Company", "The company"]],
        ),
        (("[Quill and Moor] met [Moor].",), []),
    ],
)
def test_forms_of_one_name(documents: tuple[str, ...], expected: list[list[str]]) -> None:
    assert sets(*documents) == expected
