"""The years that a month or a day without one may belong to, and what speaks for each, by name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import log2

from seriatim.messages import frame_features as names
from seriatim.temporal.edtf import days_from_civil, days_in_month
from seriatim.temporal.edtf import weekday as weekday_of
from seriatim.temporal.frames.mentions import Mention
from seriatim.temporal.frames.outline import Outline, beside

_AROUND = (-1, 0, 1)
_LATELY = 45  # days
_NEWS = 0.15  # so likely news, a time to come lies not far behind the document
_YEARS = 9998
OTHER_YEARS = "other years"  # the trait of a story whose years all lie far from its publication
Features = list[tuple[str, float]]


def candidates(document: Outline, at: int) -> tuple[int, ...]:
    """The years that a mention may be of, which have its day; none where nothing gives a year.

    Those stated next to it, in its heading and most often, the document's, and their neighbours.
    """
    mention = document.mentions[at]
    if mention.parts.year is not None:
        return (mention.parts.year,)
    near = _named_near_by(document, at)
    around = {year + n for year in near for n in _AROUND}
    exist = [y for y in around if -_YEARS <= y <= _YEARS and _exists(mention, y)]
    exist = _on_its_weekday(document, mention, exist, near | _last_years(document))
    told = [y for y in exist if not (mention.tense < 0 and _is_to_come(document, mention, y))]
    if mention.tense > 0 and document.traits.get("news", 0.0) > _NEWS:
        told = [y for y in exist if not _is_over(document, mention, y)]
    return tuple(sorted(told or exist))


def _named_near_by(document: Outline, at: int) -> set[int]:
    """The years stated beside a mention, above it and most often, and the document's own."""
    mention = document.mentions[at]
    near: set[int] = set(document.frequent)
    for other in beside(document, at):
        if other is not None:
            near.add(document.mentions[other].parts.year or 0)
    near.update(_last_stated(document, at))
    if mention.stretch in document.headings:
        near.add(document.headings[mention.stretch])
    if document.published is not None and not document.traits.get(OTHER_YEARS):
        near.add(document.published.year)
    return near


def _last_years(document: Outline) -> set[int]:
    """The publication year and the year before it, which a past without a year may be of."""
    return set() if document.published is None else {document.published.year - n for n in (0, 1)}


_REFORM = 1800  # earlier weekdays are often those of the Julian calendar


def _on_its_weekday(
    document: Outline, mention: Mention, years: list[int], named: set[int]
) -> list[int]:
    """The years in which the day has the weekday that is stated with it.

    All years, where the words state none or no year that the document names has it; the heading's
    year stays, since a slip in the weekday is likelier than one in the heading.
    """
    weekday = mention.parts.weekday
    if weekday is None or mention.parts.month is None or mention.parts.day is None:
        return years
    fit = [y for y in years if y >= _REFORM and weekday_of(_day(mention, y)) == weekday - 1]
    if not named.intersection(fit):
        return years
    heading = document.headings.get(mention.stretch)
    return [y for y in years if y in fit or y == heading]


def _is_over(document: Outline, mention: Mention, year: int) -> bool:
    """Whether the time lies well before a story's date, as nothing to come does in the news."""
    published = document.published
    if published is None or published.month is None:
        return False
    return _day(mention, year) < _publication_day(document) - _LATELY


def _is_to_come(document: Outline, mention: Mention, year: int) -> bool:
    """Whether the time lies well behind the document's date, as nothing past does."""
    published = document.published
    if published is None:
        return False
    if published.month is None:
        return year > published.year
    return _day(mention, year) > _publication_day(document) + _LATELY


def _publication_day(document: Outline) -> int:
    published = document.published
    return (
        0
        if published is None
        else days_from_civil(published.year, published.month or 6, published.day or 15)
    )


def _last_stated(document: Outline, at: int) -> Iterator[int]:
    """The years stated in the sentences before: an aside may stand between."""
    before, _ = beside(document, at)
    if before is None:
        return
    place = document.explicit.index(before)
    for other in document.explicit[max(0, place - 2) : place]:
        yield document.mentions[other].parts.year or 0


def _exists(mention: Mention, year: int) -> bool:
    month, day = mention.parts.month, mention.parts.day
    return month is None or day is None or day <= days_in_month(year, month)


def evidence(document: Outline, at: int, year: int) -> Features:
    """What speaks for and against a year for a mention without one."""
    mention = document.mentions[at]
    found: Features = []
    found += _of_publication(document, mention, year)
    found += _of_neighbours(document, at, year)
    dates = document.dates.get(year, frozenset())
    if (mention.parts.month, mention.parts.day) in dates:
        found.append((names.THE_SAME_DATE_WITH_THAT_YEAR, 1.0))
    elif (mention.parts.month, None) in dates:
        found.append((names.THE_SAME_MONTH_WITH_THAT_YEAR, 1.0))
    share = document.shares.get(year, 0.0)
    if share:
        found.append((names.STATED_IN_THE_DOCUMENT, 1.0))
        found.append((names.SHARE_OF_STATED_YEARS, share))
    if year in document.frequent[:1]:
        found.append((names.MOST_FREQUENT_YEAR, 1.0))
    if document.headings.get(mention.stretch) == year:
        found.append((names.YEAR_OF_THE_HEADING, 1.0))
    elif mention.stretch in document.headings:
        found.append((names.NOT_THE_HEADINGS_YEAR, 1.0))
    if mention.parts.weekday is not None and mention.parts.day is not None:
        fits = weekday_of(_day(mention, year)) == mention.parts.weekday - 1
        found.append(("weekday fits" if fits else names.WEEKDAY_DOES_NOT_FIT, 1.0))
    return found


def _day(mention: Mention, year: int) -> int:
    return days_from_civil(year, mention.parts.month or 1, mention.parts.day or 15)


# What speaks for a year according to what the whole document is like: crossed with its traits.
CROSSED = frozenset(
    {
        "aside",
        "document's year",
        names.NEAREST_TO_PUBLICATION,
        names.LAST_BEFORE_PUBLICATION,
        names.WHERE_THE_TENSE_LOOKS,
    }
)


def crossed(features: Features, traits: Mapping[str, float]) -> Features:
    """The features with a further one for each trait of the document, to learn from."""
    return [
        *features,
        *(
            (f"{name}: {trait}", value * weight)
            for name, value in features
            if name in CROSSED
            for trait, weight in traits.items()
            if weight
        ),
    ]


def combined(weights: Mapping[str, float], traits: Mapping[str, float]) -> dict[str, float]:
    """The weights for one document: those of crossed features summed over its traits."""
    return {
        **weights,
        **{
            name: weights.get(name, 0.0)
            + sum(weights.get(f"{name}: {trait}", 0.0) * value for trait, value in traits.items())
            for name in CROSSED
        },
    }


def _crossed(name: str, mention: Mention) -> Features:
    return [(name, 1.0), (f"{name}: quoted", 1.0)] if mention.quoted else [(name, 1.0)]


_TENSES = {-1: "past", 0: "no", 1: "future"}


def _of_publication(document: Outline, mention: Mention, year: int) -> Features:
    """How the year lies to the document's date."""
    published = document.published
    if published is None:
        return []
    if published.month is None:
        return _of_its_year(mention, year - published.year)
    tense = _TENSES[mention.tense]
    found: Features = []
    gap = _day(mention, year) - _publication_day(document)
    if year == _by_tense(mention, document):
        found += _crossed(names.WHERE_THE_TENSE_LOOKS, mention)
    if gap > 0:
        found.append((names.tensed(names.AFTER_PUBLICATION, tense), 1.0))
        if gap > _LATELY:
            found.append((names.tensed(names.LONG_AFTER_PUBLICATION, tense), 1.0))
    elif gap > -_LATELY:
        found.append((names.SHORTLY_BEFORE_PUBLICATION, 1.0))
    if gap > 366 or gap <= -366 - _LATELY:
        return found
    if -183 < gap <= 183:
        found += _crossed(names.NEAREST_TO_PUBLICATION, mention)
        found.append((names.tensed(names.NEAREST_TO_PUBLICATION, tense), 1.0))
    if -366 < gap <= 0:
        found += _crossed(names.LAST_BEFORE_PUBLICATION, mention)
        found.append((names.tensed(names.LAST_BEFORE_PUBLICATION, tense), 1.0))
    return found


def _of_its_year(mention: Mention, gap: int) -> Features:
    """How the year lies to that of a document whose month is not known."""
    if gap > 0:
        return [(names.AFTER_THE_DOCUMENTS_YEAR, 1.0)]
    if gap == 0:
        return _crossed("document's year", mention)
    return [(names.YEAR_BEFORE_THE_DOCUMENTS, 1.0)] if gap == -1 else []


_WRONG_WAY = 4  # how much nearer a day must be that lies where the verb does not look


def _by_tense(mention: Mention, document: Outline) -> int:
    """The year that is nearest to the document's date, on the side to which the verb looks."""
    own, way = _publication_day(document), mention.tense
    published = document.published
    year = 0 if published is None else published.year

    def price(year: int) -> float:
        gap = _day(mention, year) - own
        return abs(gap) * (_WRONG_WAY if way and gap and (gap > 0) != (way > 0) else 1)

    near = [y for y in (year - 1, year, year + 1) if _exists(mention, y)]
    return min(near, key=price, default=year)


def _of_neighbours(document: Outline, at: int, year: int) -> Features:
    """How the year lies to those stated before and behind."""
    found: Features = []
    for side, other in zip(("before", "behind"), beside(document, at), strict=True):
        if other is None:
            continue
        there, here = document.mentions[other], document.mentions[at]
        gap = year - (there.parts.year or 0)
        if gap == 0:
            found += _same_year(side, document, here, there, abs(other - at))
        elif abs(gap) == 1:
            found.append((names.one_apart(side, more=gap > 0), 1.0))
    return found


def _same_year(
    side: str, document: Outline, here: Mention, there: Mention, distance: int
) -> Iterator[tuple[str, float]]:
    name = f"year stated {side}"
    yield name, 1.0
    if here.stretch == there.stretch and here.sentence == there.sentence:
        yield f"{name}, same sentence", 1.0
    elif here.stretch == there.stretch and here.block == there.block:
        yield f"{name}, same paragraph", 1.0
    yield f"{name}, mentions between", log2(distance)
    if there.which or there.bracketed:
        yield f"{name}, {names.IN_AN_ASIDE}", 1.0
    if not there.led:
        yield f"{name}, {names.WITHOUT_A_PREPOSITION}", 1.0
    if there.parts.month is not None:
        yield f"{name}, {names.IN_A_DATE}", 1.0
    if there.heading:
        yield f"{name}, {names.IN_A_HEADING}", 1.0
    if there.quoted != here.quoted:
        yield f"{name}, {names.ONE_OF_THEM_QUOTED}", 1.0
    if (
        document.published is not None
        and abs((there.parts.year or 0) - document.published.year) < 2
    ):
        yield f"{name}, near publication", 1.0


def step(before: Mention, year: int, mention: Mention, next_year: int) -> Features:
    """How the story goes on from one time to the next."""
    kind = "stated" if mention.parts.year is not None else "back" if mention.back else "on"
    first, last = year * 12 + (before.parts.month or 1), year * 12 + (before.parts.month or 12)
    low = next_year * 12 + (mention.parts.month or 1)
    high = next_year * 12 + (mention.parts.month or 12)
    if low > last:
        return _leap(f"{kind}: goes on", low - last)
    if high < first:
        return _leap(f"{kind}: goes back", first - high)
    days = before.parts.day, mention.parts.day
    if days[0] is not None and days[1] is not None and days[1] < days[0] and low == first:
        return [(f"{kind}: {names.GOES_BACK_DAYS}", 1.0)]
    return []


def _leap(name: str, months: int) -> Features:
    found = [(name, 1.0)]
    if months > 3:
        found.append((f"{name}, months", 1.0))
    if months > 8:
        found.append((f"{name}, a year", 1.0))
    if months > 18:
        found.append((f"{name}, years", min(log2(months / 12), 5.0)))
    return found


def aside(mention: Mention) -> Features:
    """What speaks for leaving a mention out of the story's course."""
    kind = "aside" if mention.parts.year is not None else names.ASIDE_WITHOUT_A_YEAR
    found = [(kind, 1.0)]
    if mention.parts.year is not None and mention.parts.month is None:
        found.append((f"{kind}, {names.A_BARE_YEAR}", 1.0))
    if not mention.led:
        found.append((f"{kind}, {names.WITHOUT_A_PREPOSITION}", 1.0))
    told = ("which", "bracketed", "quoted", "heading", "back", "opens")
    return [*found, *((f"{kind}, {name}", 1.0) for name in told if getattr(mention, name))]
