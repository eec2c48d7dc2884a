"""Words around names: what may stand before a noun and is no part of a name, what points back, what comes behind the head of a phrase."""

from __future__ import annotations

DETERMINERS = frozenset(
    {
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "its",
        "their",
        "his",
        "her",
        "our",
        "my",
        "your",
    }
)
RELATIVE = frozenset({"who", "which", "whose", "that", "whom", "where"})
POINTING = frozenset({"this", "these", "those", "both"})
BEHIND_A_HEAD = (
    "in",
    "for",
    "from",
    "at",
    "by",
    "on",
    "with",
    "who",
    "which",
    "that",
    "to",
    "as",
    "after",
    "under",
    "based",
    "now",
    "has",
    "have",
    "is",
    "was",
)
OPENING_A_CLAUSE = ("who", "which", "that", "in", "with", "for", "as")
# Nouns for what carries people and has a name of its own: "the liner Corran" is no person.
VESSELS = frozenset(
    """ship steamer steamship liner boat lifeboat steamboat gunboat submarine cruiser destroyer battleship warship frigate corvette schooner brig
    barque bark sloop cutter ketch clipper whaler tanker freighter trawler ferry yacht tug barge galleon ss hms uss rms mv airship zeppelin
    locomotive spacecraft shuttle""".split()
)
