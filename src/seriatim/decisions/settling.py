"""The decisions that would settle a finding, and whether one has settled it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from seriatim.decisions.make import DecisionRequest
from seriatim.model import Actor, Chronology, Claim, Document, Event, Finding, Mention

TWICE = "twice-told-event"
NAMES = frozenset({"misspelled-name", "run-together-names"})
# Two claims of one event that differ.
ONE_EVENT = frozenset(
    {"twice-told-actors", "twice-told-dates", "twice-told-numbers", "twice-told-places"}
)
# The first claim conflicts with all others.
ONE_AGAINST_OTHERS = frozenset({"denied-claim", "twice-told-actors"})
# Rejecting one of the two claims settles it.
EITHER_OR = ONE_EVENT | {"denied-claim", "contradicting-dates", "miscounted-distance"}
MISDATED = frozenset(
    {
        "mismatched-weekday",
        "date-after-document",
        "date-out-of-order",
        "end-before-start",
        "unanchored-date",
        "impossible-date",
    }
)
MOST_DATES = 4  # dates that are offered for a finding
MOST_REJECTED = 3  # claims of a finding that are offered for rejection


class Lookup:
    """A chronology by its ids."""

    def __init__(self, chronology: Chronology) -> None:
        self.chronology = chronology
        self.documents: dict[str, Document] = {
            r.document.id: r.document for r in chronology.readings
        }
        self.claim: dict[str, Claim] = {c.id: c for e in chronology.events for c in e.claims}
        self.event_of: dict[str, Event] = {c.id: e for e in chronology.events for c in e.claims}

    @cached_property
    def mention(self) -> dict[str, tuple[Actor, Mention]]:
        """The mentions by id, with their actors."""
        return {m.id: (a, m) for a in self.chronology.actors for m in a.mentions}

    @cached_property
    def mentions_in(self) -> dict[str, list[tuple[Actor, Mention]]]:
        """The mentions in each document, with their actors."""
        found: dict[str, list[tuple[Actor, Mention]]] = {}
        for actor, mention in self.mention.values():
            found.setdefault(mention.document, []).append((actor, mention))
        return found

    @cached_property
    def findings_about(self) -> Counter[tuple[str, str]]:
        """The number of findings of a code about an event or in a document."""
        return Counter(
            (f.code, about)
            for f in self.chronology.findings
            for about in {*f.events, f.document or ""}
        )

    def words(self, finding: Finding) -> str | None:
        """The words that a finding points to."""
        if not finding.document or not finding.span:
            return None
        return self.documents[finding.document].text[slice(*finding.span)] or None

    def actors_of(self, finding: Finding) -> tuple[str, ...]:
        """The actors whose names a finding about names points to."""
        if finding.code not in NAMES or finding.span is None:
            return ()
        start, end = finding.span
        named = self.mentions_in.get(finding.document or "", ())
        return tuple(
            dict.fromkeys(a.id for a, m in named if start <= m.span[0] and m.span[1] <= end)
        )


def is_settled(look: Lookup, finding: Finding) -> bool:
    """Whether decisions about the claims of a finding have settled it.

    They have where at most one of the conflicting claims was not rejected, or where all events are
    rejected or disputed.
    """
    status = [look.event_of[c].status for c in finding.claims if c in look.event_of]
    if not status:
        return False
    if finding.code in ONE_AGAINST_OTHERS and (
        status[0] == "rejected" or set(status[1:]) == {"rejected"}
    ):
        return True
    if all(s in ("rejected", "disputed") for s in status):
        return True
    rejected = status.count("rejected")
    return finding.code in EITHER_OR and rejected > 0 and len(status) - rejected < 2


def settling(look: Lookup, finding: Finding) -> Iterator[DecisionRequest]:
    """The decisions that would settle a finding, the likeliest first."""
    if finding.code == TWICE:
        yield DecisionRequest("merge", finding.events)
        yield DecisionRequest("apart", finding.events)
        return
    yield from _dates(look, finding)
    yield from _names(look, finding)
    if finding.code in EITHER_OR and not finding.proposal:
        yield from _rejections(finding)
    if finding.code in ONE_EVENT:
        yield DecisionRequest("apart", finding.claims)
    yield from _dismissal(look, finding)


def _dates(look: Lookup, finding: Finding) -> Iterator[DecisionRequest]:
    """The dates that a finding proposes, or the request for one."""
    for proposal in (finding.proposal, *finding.other_proposals)[:MOST_DATES]:
        if proposal and proposal.edtf and finding.claims:
            yield DecisionRequest("date", _with_same_date(look, finding), proposal.edtf)
    if finding.code == "undated-document" and finding.document:
        yield DecisionRequest("published", (finding.document,))
    if finding.code in MISDATED and finding.claims and not finding.proposal:
        yield DecisionRequest("date", _with_same_date(look, finding))


def _names(look: Lookup, finding: Finding) -> Iterator[DecisionRequest]:
    """What settles a finding about names."""
    if finding.code == "run-together-names" and finding.proposal:
        if finding.document and finding.span:
            names, start = "; ".join(finding.proposal.names), finding.span[0]
            words = look.words(finding)
            yield DecisionRequest("names", (finding.document,), names, quote=words, start=start)
    elif finding.code == "misspelled-name":
        for actor in look.actors_of(finding):
            yield DecisionRequest("split", (actor,), quote=look.words(finding))


def _rejections(finding: Finding) -> Iterator[DecisionRequest]:
    """The rejection of each side; where one claim conflicts with several, of those together."""
    first, *others = finding.claims
    if finding.code in ONE_AGAINST_OTHERS:
        yield DecisionRequest("reject", (first,))
        yield DecisionRequest("reject", tuple(others))
    else:
        yield from (DecisionRequest("reject", (c,)) for c in finding.claims[:MOST_REJECTED])


def _dismissal(look: Lookup, finding: Finding) -> Iterator[DecisionRequest]:
    """The decision that dismisses a finding, with its words where there are others like it."""
    about = (*finding.events[:1], finding.document)[0]
    if about:
        is_only = look.findings_about[finding.code, about] == 1
        words = None if is_only else look.words(finding)
        yield DecisionRequest("allow", (about,), finding.code, words)


def _with_same_date(look: Lookup, finding: Finding) -> tuple[str, ...]:
    """The first claim and those dated by the same words: a proposal is about all of them."""
    first = look.claim[finding.claims[0]]
    return tuple(
        c
        for c in finding.claims
        if (look.claim[c].document, look.claim[c].when.span) == (first.document, first.when.span)
    )
