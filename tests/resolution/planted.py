"""Forty articles about twelve events, made by rule: reprints, agency copy, hearsay, three versions, and two people of one name.

Every event has tellings in words of their own, one an article; copies and hearsay are made from
them.  Nothing in them ever happened.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Article:
    """What an article says, when it was printed, and the number of the event that it tells."""

    published: str
    text: str
    event: int


# Each event: how it is told by those who know it from themselves, and the day after.
OWN: tuple[tuple[str, ...], ...] = (
    (
        "1908-05-05",
        "The iron bridge at Corran collapsed on 4 May 1908.",
        "On 4 May 1908 the Corran bridge collapsed into the river.",
        "Nobody was on the bridge at Corran when it collapsed on 4 May 1908.",
    ),
    (
        "1908-05-12",
        "Ada Quill sold the Lowick mill to Ben Moor on 11 May 1908.",
        "On 11 May 1908 Ben Moor bought the Lowick mill from Ada Quill.",
        "The Lowick mill was sold by Ada Quill to Ben Moor on 11 May 1908.",
    ),
    (
        "1908-05-21",
        "Ida Moss resigned as head of the school board on 20 May 1908.",
        "On 20 May 1908 Ida Moss resigned from the school board.",
        "The school board lost its head on 20 May 1908, when Ida Moss resigned.",
    ),
    (
        "1908-06-03",
        "Fire destroyed the Tarn warehouse on 2 June 1908.",
        "The Tarn warehouse was destroyed by fire on 2 June 1908.",
    ),
    (
        "1908-06-10",
        "The Harland Company sued Tom Varley in Osterby on 9 June 1908.",
        "Tom Varley was sued by the Harland Company on 9 June 1908.",
    ),
    (
        "1908-07-02",
        "The steamer Petrel sank off Kell Head on 1 July 1908.",
        "On 1 July 1908 the Petrel, a steamer, sank near Kell Head.",
    ),
    (
        "1908-07-14",
        "The council approved the Lowick tramway on 13 July 1908.",
        "The Lowick tramway was approved by the council on 13 July 1908.",
    ),
    (
        "1908-08-04",
        "Edith Crane opened the Osterby library on 3 August 1908.",
        "On 3 August 1908 the Osterby library was opened by Edith Crane.",
    ),
    (
        "1908-08-19",
        "Police arrested Silas Penn in Kell on 18 August 1908.",
        "Silas Penn was arrested by police in Kell on 18 August 1908.",
    ),
    (
        "1908-09-06",
        "John Hale, the mayor, married Clara Dunne on 5 September 1908.",
        "On 5 September 1908 Clara Dunne married the mayor John Hale.",
    ),
    (
        "1908-09-06",
        "John Hale, a fisherman, drowned off Kell on 5 September 1908.",
        "On 5 September 1908 the fisherman John Hale drowned near Kell.",
    ),
)
FLOOD = 11
VERSIONS = (
    ("1908-09-23", "The Lowick flood destroyed at least 72 houses on 22 September 1908."),
    ("1908-09-23", "On 22 September 1908 a flood in Lowick destroyed 40 houses."),
    ("1908-09-26", "At least 100 houses were destroyed by the Lowick flood on 22 September 1908."),
)
HEARSAY = (
    "Tom Varley said that the Lowick tramway was approved after a long debate on 13 July 1908."
)


def articles() -> list[Article]:
    """Forty: twenty-five from those who know, three versions of a flood, six reprints, four from one agency, two from one witness."""
    own = [
        Article(published, text, n) for n, (published, *texts) in enumerate(OWN) for text in texts
    ]
    versions = [Article(published, text, FLOOD) for published, text in VERSIONS]
    reprints = [Article(OWN[n][0], OWN[n][1], n) for n in (0, 0, 1, 2, 5, 7)]
    agency = [
        Article(OWN[n][0], f"OSTERBY (Reuters) - {text}", n) for n in (3, 8) for text in OWN[n][1:]
    ]
    hearsay = [Article("1908-07-20", HEARSAY, 6)] * 2
    return own + versions + reprints + agency + hearsay


# How many independent documents, of how many, tell each event.  What an agency sends out is one
# telling with what prints it unsigned.
SUPPORT = {
    0: (3, 5),
    1: (3, 4),
    2: (3, 4),
    3: (1, 4),
    4: (2, 2),
    5: (2, 3),
    6: (3, 4),
    7: (2, 3),
    8: (1, 4),
    9: (2, 2),
    10: (2, 2),
    11: (3, 3),
}
