"""Claims of an event → their differences: when, who, how many, where, whether it happened.

A difference is an update where later documents replace what earlier ones say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from seriatim.analysis import amounts
from seriatim.messages import resolution as messages
from seriatim.model import Claim, Difference, Quantity, Role
from seriatim.resolution.word_families import stems
from seriatim.temporal import edtf

Sides = dict[str, list[Claim]]  # a value → the claims with it


def differences(
    claims: Sequence[Claim], published: Mapping[str, str | None], actors: Mapping[str, str]
) -> tuple[Difference, ...]:
    """The differences between the claims, none if they agree.

    ``published``: document → its date; ``actors``: mention → the actor's name.
    """
    if len(claims) == 1:
        return ()
    found = (
        _when(claims, published),
        _who(claims, published, actors),
        *_how_many(claims, published),
        _where(claims, published),
        _whether(claims, published),
    )
    return tuple(d for d in found if d)


def _when(claims: Sequence[Claim], published: Mapping[str, str | None]) -> Difference | None:
    sides = _sides(claims, lambda c: "" if c.when.edtf == edtf.UNKNOWN else c.when.edtf)
    together = all(edtf.interval(a).meets(edtf.interval(b)) for a, b in combinations(sides, 2))
    return _difference("when", sides, published, agree=together)


def _who(
    claims: Sequence[Claim], published: Mapping[str, str | None], actors: Mapping[str, str]
) -> Difference | None:
    """The difference in agents, if no side's participants appear on another side.

    A sale told once by its buyer and once by its seller is no difference.
    """

    def named(claim: Claim, *roles: Role) -> frozenset[str]:
        return frozenset(
            actors[p.mention]
            for p in claim.participants
            if p.mention in actors and (p.role in roles or not roles)
        )

    sides = _sides(claims, lambda c: ", ".join(sorted(named(c, "agent"))))
    parts = [frozenset().union(*map(named, side)) for side in sides.values()]
    if any(a & b for a, b in combinations(parts, 2)) or any(
        stems(a) <= stems(b) or stems(b) <= stems(a) for a, b in combinations(sides, 2)
    ):
        return None  # "the navy" may be "the navy of Osterby"
    return _difference("who", sides, published)


def _how_many(
    claims: Sequence[Claim], published: Mapping[str, str | None]
) -> Iterator[Difference | None]:
    """A difference for each thing counted, by the first quantity in each claim."""
    counted: dict[str, dict[str, Quantity]] = {}
    for claim in claims:
        for thing, quantities in amounts.counted(claim).items():
            counted.setdefault(thing, {})[claim.id] = quantities[0]
    for thing in sorted(counted):
        said = counted[thing]
        sides = _sides(claims, lambda c, said=said: _number(said[c.id]) if c.id in said else "")  # type: ignore[misc]
        agree = not any(amounts.exclude(a, b) for a, b in combinations(said.values(), 2))
        yield _difference("how many", sides, published, agree=agree)


def _number(quantity: Quantity) -> str:
    return quantity.text if quantity.bound == "exact" else f"{quantity.bound} {quantity.text}"


def _where(claims: Sequence[Claim], published: Mapping[str, str | None]) -> Difference | None:
    sides = _sides(claims, lambda c: c.place or "")
    return (
        None
        if any(stems(a) & stems(b) for a, b in combinations(sides, 2))
        else _difference("where", sides, published)
    )


def _whether(claims: Sequence[Claim], published: Mapping[str, str | None]) -> Difference | None:
    return _difference(
        "whether",
        _sides(
            claims,
            lambda c: messages.HAPPENED if c.polarity == "+" else messages.DID_NOT_HAPPEN,
        ),
        published,
    )


def _sides(claims: Sequence[Claim], says: Callable[[Claim], str]) -> Sides:
    """Claims by their value, without regard to case; claims without a value are left out."""
    found: Sides = {}
    first: dict[str, str] = {}
    for claim in claims:
        if said := says(claim):
            found.setdefault(first.setdefault(said.casefold(), said), []).append(claim)
    return found


def _difference(
    aspect: str, sides: Sides, published: Mapping[str, str | None], *, agree: bool = False
) -> Difference | None:
    """The difference between two sides or more, ordered by their documents' dates."""
    if len(sides) < 2:
        return None
    days = {said: _days(claims, published) for said, claims in sides.items()}
    ordered = sorted(sides, key=lambda said: (min(days[said], default=0), said))
    dated = all(len(days[said]) == len(sides[said]) for said in ordered)
    is_update = dated and all(max(days[a]) < min(days[b]) for a, b in pairwise(ordered))
    if is_update and (aspect == "how many" or not agree):
        kind = "update"
    else:
        kind = "finer" if agree else "contradiction"
    return Difference(
        aspect,  # type: ignore[arg-type]
        kind,  # type: ignore[arg-type]
        tuple((said, tuple(c.id for c in sides[said])) for said in ordered),
    )


def _days(claims: Sequence[Claim], published: Mapping[str, str | None]) -> list[int]:
    """The publication dates of the claims' documents, as far as they are known."""
    values = (published.get(c.document) for c in claims)
    days = (edtf.first_day(value) for value in values if value)
    return [day for day in days if day is not None]
