"""What a person decides, said in the ids of the chronology before them → judgements, which rest on words and not on ids.

The command line and the workbench both decide through here: whatever one can say, the other can.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from seriatim.decisions import selectors, split_names
from seriatim.model import Act, Chronology, Claim, Decision, Document, Finding, Mention, Selector
from seriatim.temporal import edtf

ON_EVENTS: tuple[Act, ...] = (
    "accept",
    "reject",
    "dispute",
    "comment",
    "date",
    "merge",
    "split",
    "apart",
)
ON_ACTORS: tuple[Act, ...] = ("name", "group", "merge", "split", "apart", "comment")
ACTS: tuple[Act, ...] = (
    *ON_EVENTS[:5],
    "name",
    "names",
    "merge",
    "split",
    "apart",
    "group",
    "allow",
    "claim",
    "published",
)
MANY = 2  # names at least that words are said to be
TWO: tuple[Act, ...] = ("merge", "apart")


class DecisionError(ValueError):
    """What was decided can't be meant: the message says why, and what can."""


@dataclass(frozen=True, slots=True)
class DecisionRequest:
    """What a person decides.

    ``targets`` are events (e7), claims (d1-c3), actors (a2) or a document (d1); of ``allow``, what
    the finding is about.  ``value`` is the date (EDTF), the name, the names (parted by ";"), the
    group or the finding's code.  ``quote`` are words of a document: of ``names``, those that stand
    for several; of ``claim``, those that it rests on, and
    ``predicate`` those of them that name what happened; of ``split``, those that name somebody
    else; of ``allow``, those that the finding points to.  ``start`` is where in the document the
    quote is looked for from.
    """

    act: Act
    targets: tuple[str, ...]
    value: str | None = None
    quote: str | None = None
    predicate: str | None = None
    start: int = 0

    def arguments(self) -> tuple[str, ...]:
        """What stands behind ``seriatim judge CASE`` to decide it."""
        is_code = self.act == "allow" and self.value
        options = (
            ("--to", None if is_code else self.value),
            ("--quote", self.quote),
            ("--predicate", self.predicate),
        )
        given = (part for name, value in options if value is not None for part in (name, value))
        return (self.act, *((self.value,) if is_code and self.value else ()), *self.targets, *given)


@dataclass(frozen=True, slots=True)
class Signed:
    """Who decides, when (UTC, to the second) and why."""

    who: str
    at: str
    why: str = ""


def judgements(
    chronology: Chronology, decision: DecisionRequest, signed: Signed, originals: Mapping[int, str]
) -> tuple[Decision, ...]:
    """The judgements that a decision makes: one, or of ``allow`` one for each finding that is meant.

    ``chronology`` holds its documents' texts; ``originals`` are the hashes of the case's documents
    by their numbers.  Raises DecisionError.
    """
    return tuple(_Deciding(chronology, decision, signed, originals).made())


@dataclass(frozen=True)
class _Deciding:
    chronology: Chronology
    decision: DecisionRequest
    signed: Signed
    originals: Mapping[int, str]

    def made(self) -> Iterator[Decision]:
        act, value = self.decision.act, self.decision.value
        self._check()
        if act == "allow":
            yield from (self._judgement("finding", self._of_finding(f)) for f in self._findings())
        elif act == "published":
            number = int(self._document().id[1:].split(".")[0])
            yield Decision(
                "",
                act,
                self.signed.who,
                self.signed.at,
                self.signed.why,
                "document",
                document=self.originals[number],
                value=value,
            )
        elif act == "claim":
            yield self._judgement("claim", (self._of_claim(),))
        elif act == "names":
            yield self._judgement("actor", ((self._of_names(),),))
        elif all(t.startswith("a") for t in self.decision.targets):
            yield self._judgement("actor", self._of_actors())
        elif act in ON_EVENTS:
            yield self._judgement("event", self._of_events())
        else:
            raise DecisionError(
                f"{act} is about actors (a2), not {' '.join(self.decision.targets)}"
            )

    def _check(self) -> None:
        """What can be said without looking at the chronology."""
        act, value, targets = self.decision.act, self.decision.value, self.decision.targets
        if act in ("date", "published", "claim") and value is not None and not edtf.is_valid(value):
            raise DecisionError(
                f"{value!r} is not an EDTF date such as 2016-07-26, 2016-07 or 2016-07-11/2016-07-15"
            )
        if value is None and act in ("date", "name", "names", "group", "published"):
            raise DecisionError(f"{act} wants --to" + (" or --proposal" if act == "date" else ""))
        if act == "comment" and not self.signed.why:
            raise DecisionError("a comment wants --why")
        if act == "allow" and not (value and targets):
            raise DecisionError(
                "allow wants the finding's code and what it is about: allow misspelled-name e7"
            )

    def _judgement(self, target: str, parts: tuple[tuple[Selector, ...], ...]) -> Decision:
        chosen = tuple(s for part in parts for s in part)
        sizes = tuple(map(len, parts)) if self.decision.act == "apart" else ()
        s = self.signed
        return Decision(
            "",
            self.decision.act,
            s.who,
            s.at,
            s.why,
            target,  # type: ignore[arg-type]
            chosen,
            value=self.decision.value,
            parts=sizes,
        )

    # What is meant

    @cached_property
    def _documents(self) -> dict[str, Document]:
        return {r.document.id: r.document for r in self.chronology.readings}

    def _document(self) -> Document:
        found = (
            self._documents.get(self.decision.targets[0])
            if len(self.decision.targets) == 1
            else None
        )
        if found is None:
            raise DecisionError(
                f"{' '.join(self.decision.targets)}: name one document by its id, such as d1"
            )
        return found

    def _of_events(self) -> tuple[tuple[Selector, ...], ...]:
        """The claims of each target: an event's, or the one."""
        sides = [self._claims(t) for t in self.decision.targets]
        if self.decision.act == "apart":
            self._no_two_alike([[c.id for c in side] for side in sides])
        if self.decision.act == "merge" and len({c.id for side in sides for c in side}) < 2:
            raise DecisionError("merge wants two events, or two claims")
        return tuple(selectors.of_claims(self._documents, side) for side in sides)

    def _claims(self, target: str) -> list[Claim]:
        found = [c for e in self.chronology.events for c in e.claims if target in (e.id, c.id)]
        if not found:
            raise DecisionError(f"{target}: there is no event or claim of that id")
        return found

    def _of_actors(self) -> tuple[tuple[Selector, ...], ...]:
        act, targets = self.decision.act, self.decision.targets
        if act not in ON_ACTORS:
            raise DecisionError(f"{act} is about events and claims, not actors")
        if act == "split" and self.decision.quote is None:
            raise DecisionError(
                "to split an actor, say with --quote which words name somebody else"
            )
        if act in TWO and len(set(targets)) < 2:
            raise DecisionError(f"{act} wants two actors")
        chosen = [
            self._standing_for(self._mentions(t))
            for t in (targets[:1] if act == "split" else targets)
        ]
        return tuple(selectors.of_mentions(self._documents, mentions) for mentions in chosen)

    def _standing_for(self, mentions: list[Mention]) -> list[Mention]:
        """Of an actor's mentions those that a judgement rests on: of what is not the same one a name in a document, the others go with it."""
        if self.decision.act == "split":
            return mentions
        first = {(m.document, m.name): m for m in reversed(mentions)}
        return list(first.values())[::-1] if self.decision.act == "apart" else mentions[:1]

    def _mentions(self, target: str) -> list[Mention]:
        """The mentions of an actor; of those, the ones with the words of the quote where one is given."""
        actor = next((a for a in self.chronology.actors if a.id == target), None)
        if actor is None:
            raise DecisionError(
                f"{target}: there is no actor of that id; see the actors in the exported JSON or on the page"
            )
        wanted = [
            m
            for m in actor.mentions
            if self.decision.quote is None or m.text == self.decision.quote
        ]
        if not wanted:
            raise DecisionError(f"{target}: nowhere is {actor.name} called {self.decision.quote!r}")
        return wanted

    def _no_two_alike(self, sides: list[list[str]]) -> None:
        if len(sides) < 2 or sum(len(set(side)) for side in sides) > len(
            {i for side in sides for i in side}
        ):
            raise DecisionError(
                "apart wants two events, or two claims of which none is the other's: name the claims one by one (d1-c3 d2-c4)"
            )

    def _of_claim(self) -> tuple[Selector, ...]:
        quote = self._words(self.decision.quote, "--quote", self.decision.start)
        return (
            (quote, self._words(self.decision.predicate, "--predicate", quote.start))
            if self.decision.predicate
            else (quote,)
        )

    def _of_names(self) -> Selector:
        """The words that are several names."""
        quote, document = (
            self._words(self.decision.quote, "--quote", self.decision.start),
            self._document(),
        )
        wanted = split_names.names(self.decision.value or "")
        if len(wanted) < MANY or not split_names.places(
            document.text, (quote.start, quote.end), wanted
        ):
            raise DecisionError(
                f"names wants two names or more, parted by “;”, that stand in “{quote.exact}” one after the other"
            )
        return quote

    def _words(self, words: str | None, option: str, after: int) -> Selector:
        found = selectors.of_words(self._document(), words or "", after)
        if found is None:
            raise DecisionError(
                f"{self.decision.targets[0]}: it does not have the words of {option}"
                if words
                else f"{self.decision.act} wants {option}"
            )
        return found

    def _findings(self) -> list[Finding]:
        """Those of the code that are about one of the targets, and point to the words of the quote where one is given."""
        targets, quote = set(self.decision.targets), (self.decision.quote or "").split()
        found = [
            f
            for f in self.chronology.findings
            if f.code == self.decision.value and targets & {*f.events, *f.claims, f.document or ""}
        ]
        found = [
            f
            for f in found
            if not quote
            or (
                f.document
                and f.span
                and self._documents[f.document].text[slice(*f.span)].split() == quote
            )
        ]
        if not found:
            raise DecisionError(
                f"no finding {self.decision.value} is about {' '.join(self.decision.targets)}"
            )
        return found

    def _of_finding(self, finding: Finding) -> tuple[tuple[Selector, ...], ...]:
        """Its own words, and the predicates of its claims."""
        own = (
            (selectors.selector(self._documents[finding.document], finding.span),)
            if finding.document and finding.span
            else ()
        )
        wanted = set(finding.claims)
        return own, selectors.of_claims(
            self._documents, [c for e in self.chronology.events for c in e.claims if c.id in wanted]
        )
