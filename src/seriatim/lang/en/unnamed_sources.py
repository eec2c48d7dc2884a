"""Words for sources whom a text does not name."""

# Heads of a source that names nobody.
NOUNS = frozenset(
    "officials official sources source people person insiders insider analysts observers experts critics some others many witnesses locals residents diplomats "
    "investigators aides advisers lawyers researchers reports rumours rumors somebody someone".split()
)
NUMBERS = frozenset("one two three several".split())
FAMILIAR = (
    "with direct knowledge of",
    "familiar with",
    "close to the",
    "briefed on",
    "with knowledge of",
    "condition of anonymity",
    "not authorized to",
    "not authorised to",
    "declined to be named",
)


def is_unnamed(name: str) -> bool:
    """Whether a source that is called so is nobody in particular: "officials", "a person close to the talks"."""
    words = name.split()
    if any(w[:1].isupper() for w in words[1:]) or any(p in name.lower() for p in FAMILIAR):
        return any(p in name.lower() for p in FAMILIAR)
    return bool(words) and words[-1].lower() in NOUNS
