"""Pairs of claims → the score that both report one event, with its reasons.

A score is the sum of the weights of the features found, in log-odds.  The weights were set by hand
and checked on the articles of ``tests/resolution/planted.py``.
"""

from __future__ import annotations

from dataclasses import dataclass

from seriatim.messages import resolution as messages
from seriatim.resolution.claim_features import ClaimFeatures, Rarity
from seriatim.resolution.word_families import is_light
from seriatim.temporal import edtf

PRIOR = "prior"
WEIGHTS = {
    PRIOR: -3.0,
    "same_trigger": 2.5,
    "same_light_trigger": 0.8,
    "same_sense": 2.2,
    "same_type": 0.3,
    "other_type": -1.5,
    "same_agent": 1.5,
    "other_agent": -2.0,
    "other_speaker": -5.0,
    "shared_participants": 0.8,
    "same_day": 2.0,
    "compatible_dates": 0.8,
    "undated": -0.4,
    "published_together": 0.8,
    "published_apart": -0.8,
    "headline_overlap": 3.0,
    "sentence_overlap": 1.5,
    "same_sentence": 2.0,
    "same_place": 0.8,
    "other_place": -0.8,
    "same_number": 0.6,
    "planned_and_done": -0.8,
}
MERGE = 4.0  # two claims with this score or more are merged
REVIEW = 2.5  # from here on the pair is a possible duplicate for a person to review
MOST_PARAPHRASED = 3.9  # below MERGE: synonyms without a common day are reviewed, never merged
MONTH, NEAR, FAR = 31, 4, 366  # days
SAME_SENTENCE = 0.85  # share of its words, by weight
MOST_ACTORS = 2


@dataclass(frozen=True, slots=True)
class Score:
    """A score, and the value of each feature in it."""

    value: float
    found: dict[str, float]

    def because(self) -> tuple[str, ...]:
        """The reasons in words with their weights, the largest weight first."""
        weighted = [
            (messages.EVENT_FEATURES[name], round(WEIGHTS[name] * times, 3))
            for name, times in self.found.items()
            if name != PRIOR
        ]
        ordered = sorted(weighted, key=lambda x: (-abs(x[1]), x[0]))
        return tuple(messages.weighted(reason, weight) for reason, weight in ordered if weight)


def score(one: ClaimFeatures, other: ClaimFeatures, rarity: Rarity) -> Score:
    """The score that two claims report one event; it does not depend on their order."""
    found = {PRIOR: 1.0}
    _trigger(one, other, found)
    _participants(one, other, found)
    _when(one, other, found)
    _wording(one, other, rarity, found)
    if one.place and other.place:
        found["same_place" if one.place & other.place else "other_place"] = 1.0
    value = round(sum(map(_weight, found.items())), 3)
    is_paraphrase = "same_sense" in found and "same_day" not in found
    return Score(min(value, MOST_PARAPHRASED) if is_paraphrase else value, found)


def _weight(feature: tuple[str, float]) -> float:
    name, times = feature
    return WEIGHTS[name] if times == 1.0 else round(WEIGHTS[name] * times, 3)


def _trigger(one: ClaimFeatures, other: ClaimFeatures, found: dict[str, float]) -> None:
    common = one.word & other.word
    if common:
        found["same_light_trigger" if all(map(is_light, common)) else "same_trigger"] = 1.0
    elif one.senses & other.senses:
        found["same_sense"] = 1.0
    else:
        found["same_type" if one.claim.kind == other.claim.kind else "other_type"] = 1.0


def _participants(one: ClaimFeatures, other: ClaimFeatures, found: dict[str, float]) -> None:
    same = one.agents & other.agents
    if same:
        found["same_agent"] = 1.0
    elif _have_other_agents(one, other):
        is_statement = "statement" in (one.claim.kind, other.claim.kind)
        found["other_speaker" if is_statement else "other_agent"] = 1.0
    shared = len((one.actors & other.actors) - same)
    if shared:
        found["shared_participants"] = float(min(shared, MOST_ACTORS))


def _have_other_agents(one: ClaimFeatures, other: ClaimFeatures) -> bool:
    """Whether both claims have agents, and none of them takes part in the other claim."""
    return (
        bool(one.agents and other.agents)
        and one.agents.isdisjoint(other.actors)
        and other.agents.isdisjoint(one.actors)
    )


def _when(one: ClaimFeatures, other: ClaimFeatures, found: dict[str, float]) -> None:
    undated = edtf.UNKNOWN in (one.claim.when.edtf, other.claim.when.edtf)
    if undated:
        found["undated"] = 1.0
    elif max(one.days, other.days) <= 1:
        found["same_day"] = 1.0
    elif max(one.days, other.days) <= MONTH:
        found["compatible_dates"] = 1.0
    if one.published is not None and other.published is not None:
        apart = abs(one.published - other.published)
        if apart <= NEAR:
            found["published_together"] = 1.0
        elif apart >= FAR and undated:
            found["published_apart"] = 1.0


def _wording(
    one: ClaimFeatures, other: ClaimFeatures, rarity: Rarity, found: dict[str, float]
) -> None:
    overlap = rarity.share(one.around, other.around)
    found["headline_overlap"] = rarity.share(one.own, other.own)
    found["sentence_overlap"] = overlap
    if overlap >= SAME_SENTENCE and not one.word.isdisjoint(other.word):
        found["same_sentence"] = 1.0
    if not one.numbers.isdisjoint(other.numbers):
        found["same_number"] = 1.0
    if one.claim.planned != other.claim.planned:
        found["planned_and_done"] = 1.0
