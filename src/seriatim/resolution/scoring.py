"""Two tellings → how likely they tell one event, and why.

A score is a sum of weights (log-odds, set by hand and checked on articles that were written for
it); each reason says what gave it.
"""

from __future__ import annotations

from dataclasses import dataclass

from seriatim.resolution.claim_features import ClaimFeatures, Rarity
from seriatim.resolution.word_families import is_light
from seriatim.temporal import edtf

WEIGHTS = {
    "to begin with": -3.0,
    "the same word for it": 2.5,
    "the same common word for it": 0.8,
    "a word of the same sense": 2.2,
    "the same kind": 0.3,
    "different kinds": -1.5,
    "done by the same": 1.5,
    "done by others": -2.0,
    "said by others": -5.0,
    "the same take part": 0.8,
    "the same day": 2.0,
    "dates that agree": 0.8,
    "no date for one of them": -0.4,
    "documents of the same days": 0.8,
    "documents far apart in time": -0.8,
    "words in common": 3.0,
    "sentences alike": 1.5,
    "the same sentence": 2.0,
    "the same place": 0.8,
    "different places": -0.8,
    "the same number": 0.6,
    "one planned, one told as done": -0.8,
}
MERGE = 4.0  # from here on two tellings are taken for one event
DOUBT = 2.5  # from here on a person is asked
ASK = 3.9  # at most for what is told in other words and not of one day: it is asked about and never put together
MONTH, NEAR, FAR = 31, 4, 366  # days
SAME_SENTENCE = 0.85  # share of its words, by weight
MOST_ACTORS = 2


@dataclass(frozen=True, slots=True)
class Score:
    """A sum, and how often each reason counted in it."""

    value: float
    found: dict[str, float]

    def because(self) -> tuple[str, ...]:
        """The reasons in words, with their weights, the weightiest first."""
        weighed = [(name, round(WEIGHTS[name] * times, 3)) for name, times in self.found.items()]
        ordered = sorted(weighed, key=lambda x: (-abs(x[1]), x[0]))
        return tuple(
            f"{name} ({weight:+.1f})"
            for name, weight in ordered
            if weight and name != "to begin with"
        )


def score(one: ClaimFeatures, other: ClaimFeatures, rarity: Rarity) -> Score:
    """How likely the two tell one event: the same whichever comes first."""
    found = {"to begin with": 1.0}
    _word(one, other, found)
    _who(one, other, found)
    _when(one, other, found)
    _how(one, other, rarity, found)
    if one.place and other.place:
        found["the same place" if one.place & other.place else "different places"] = 1.0
    value = round(sum(map(_weight, found.items())), 3)
    in_other_words = "a word of the same sense" in found and "the same day" not in found
    return Score(min(value, ASK) if in_other_words else value, found)


def _weight(reason: tuple[str, float]) -> float:
    name, times = reason
    return WEIGHTS[name] if times == 1.0 else round(WEIGHTS[name] * times, 3)


def _word(one: ClaimFeatures, other: ClaimFeatures, found: dict[str, float]) -> None:
    common = one.word & other.word
    if common:
        found[
            "the same common word for it" if all(map(is_light, common)) else "the same word for it"
        ] = 1.0
    elif one.senses & other.senses:
        found["a word of the same sense"] = 1.0
    else:
        found["the same kind" if one.claim.kind == other.claim.kind else "different kinds"] = 1.0


def _who(one: ClaimFeatures, other: ClaimFeatures, found: dict[str, float]) -> None:
    same = one.agents & other.agents
    if same:
        found["done by the same"] = 1.0
    elif (
        one.agents
        and other.agents
        and one.agents.isdisjoint(other.actors)
        and other.agents.isdisjoint(one.actors)
    ):
        found[
            "said by others"
            if "statement" in (one.claim.kind, other.claim.kind)
            else "done by others"
        ] = 1.0
    shared = len((one.actors & other.actors) - same)
    if shared:
        found["the same take part"] = float(min(shared, MOST_ACTORS))


def _when(one: ClaimFeatures, other: ClaimFeatures, found: dict[str, float]) -> None:
    undated = edtf.UNKNOWN in (one.claim.when.edtf, other.claim.when.edtf)
    if undated:
        found["no date for one of them"] = 1.0
    elif max(one.days, other.days) <= 1:
        found["the same day"] = 1.0
    elif max(one.days, other.days) <= MONTH:
        found["dates that agree"] = 1.0
    if one.published is not None and other.published is not None:
        apart = abs(one.published - other.published)
        if apart <= NEAR:
            found["documents of the same days"] = 1.0
        elif apart >= FAR and undated:
            found["documents far apart in time"] = 1.0


def _how(one: ClaimFeatures, other: ClaimFeatures, rarity: Rarity, found: dict[str, float]) -> None:
    alike = rarity.share(one.around, other.around)
    found["words in common"] = rarity.share(one.own, other.own)
    found["sentences alike"] = alike
    if alike >= SAME_SENTENCE and not one.word.isdisjoint(other.word):
        found["the same sentence"] = 1.0
    if not one.numbers.isdisjoint(other.numbers):
        found["the same number"] = 1.0
    if one.claim.planned != other.claim.planned:
        found["one planned, one told as done"] = 1.0
