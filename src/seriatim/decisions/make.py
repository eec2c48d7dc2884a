"""Decisions made from requests: a request names ids, a decision rests on words.

The command line and the workbench both decide through here, so that both can do the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from seriatim.decisions import selectors, split_names
from seriatim.messages import decisions as messages
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
_OF_TWO: tuple[Act, ...] = ("merge", "apart")


class DecisionError(ValueError):
    """A request that makes no sense; the message says why, and what would."""


@dataclass(frozen=True, slots=True)
class DecisionRequest:
    """What a person wants to decide.

    ``targets`` are events (e7), claims (d1-c3), actors (a2) or a document (d1); of ``allow``, what
    the finding is about.  ``value`` is the date (EDTF), the name, the names (parted by ";"), the
    group or the finding's code.  ``quote`` are words of a document: of ``names``, those that are
    several names; of ``claim``, its quote, and ``predicate`` those that name what happened; of
    ``split``, those that name someone else; of ``allow``, those of the finding.  ``start`` is where
    in the document the search for the quote begins.
    """

    act: Act
    targets: tuple[str, ...]
    value: str | None = None
    quote: str | None = None
    predicate: str | None = None
    start: int = 0

    def arguments(self) -> tuple[str, ...]:
        """The arguments of ``seriatim judge CASE`` that make the same request."""
        is_code = self.act == "allow" and self.value
        options = (
            ("--to", None if is_code else self.value),
            ("--quote", self.quote),
            ("--predicate", self.predicate),
        )
        given = (part for name, value in options if value is not None for part in (name, value))
        return (self.act, *((self.value,) if is_code and self.value else ()), *self.targets, *given)


@dataclass(frozen=True, slots=True)
class Signature:
    """Who decides, when (UTC, to the second) and why."""

    who: str
    at: str
    why: str = ""


def make_decisions(
    chronology: Chronology,
    request: DecisionRequest,
    signature: Signature,
    originals: Mapping[int, str],
) -> tuple[Decision, ...]:
    """The decisions that a request makes: one, or for ``allow`` one for each finding.

    ``chronology`` holds its documents' texts; ``originals`` are the hashes of the case's documents
    by their numbers.  Raises DecisionError.
    """
    return tuple(_Maker(chronology, request, signature, originals).made())


@dataclass(frozen=True)
class _Maker:
    """One request on its way to decisions."""

    chronology: Chronology
    request: DecisionRequest
    signature: Signature
    originals: Mapping[int, str]

    def made(self) -> Iterator[Decision]:
        """The decisions."""
        act, value = self.request.act, self.request.value
        self._check()
        if act == "allow":
            yield from (self._signed("finding", self._of_finding(f)) for f in self._findings())
        elif act == "published":
            number = int(self._document().id[1:].split(".")[0])
            yield Decision(
                "",
                act,
                self.signature.who,
                self.signature.at,
                self.signature.why,
                "document",
                document=self.originals[number],
                value=value,
            )
        elif act == "claim":
            yield self._signed("claim", (self._of_claim(),))
        elif act == "names":
            yield self._signed("actor", ((self._of_names(),),))
        elif all(t.startswith("a") for t in self.request.targets):
            yield self._signed("actor", self._of_actors())
        elif act in ON_EVENTS:
            yield self._signed("event", self._of_events())
        else:
            raise DecisionError(messages.only_about_actors(act, self.request.targets))

    def _check(self) -> None:
        """Refuse what is wrong without a look at the chronology."""
        act, value, targets = self.request.act, self.request.value, self.request.targets
        if act in ("date", "published", "claim") and value is not None and not edtf.is_valid(value):
            raise DecisionError(messages.not_a_date(value))
        if value is None and act in ("date", "name", "names", "group", "published"):
            raise DecisionError(messages.needs_value(act))
        if act == "comment" and not self.signature.why:
            raise DecisionError(messages.COMMENT_NEEDS_TEXT)
        if act == "allow" and not (value and targets):
            raise DecisionError(messages.ALLOW_NEEDS_CODE)

    def _signed(self, target: str, parts: tuple[tuple[Selector, ...], ...]) -> Decision:
        """A decision about the selected words, signed."""
        chosen = tuple(s for part in parts for s in part)
        sizes = tuple(map(len, parts)) if self.request.act == "apart" else ()
        s = self.signature
        return Decision(
            "",
            self.request.act,
            s.who,
            s.at,
            s.why,
            target,  # type: ignore[arg-type]
            chosen,
            value=self.request.value,
            parts=sizes,
        )

    # The targets

    @cached_property
    def _documents(self) -> dict[str, Document]:
        """The documents by id."""
        return {r.document.id: r.document for r in self.chronology.readings}

    def _document(self) -> Document:
        """The one document that the request is about."""
        found = (
            self._documents.get(self.request.targets[0]) if len(self.request.targets) == 1 else None
        )
        if found is None:
            raise DecisionError(messages.one_document(self.request.targets))
        return found

    def _of_events(self) -> tuple[tuple[Selector, ...], ...]:
        """The claims of each target."""
        sides = [self._claims(t) for t in self.request.targets]
        if self.request.act == "apart":
            _check_apart([[c.id for c in side] for side in sides])
        if self.request.act == "merge" and len({c.id for side in sides for c in side}) < 2:
            raise DecisionError(messages.MERGE_NEEDS_TWO)
        return tuple(selectors.of_claims(self._documents, side) for side in sides)

    def _claims(self, target: str) -> list[Claim]:
        """The claims of an event, or one claim."""
        found = [c for e in self.chronology.events for c in e.claims if target in (e.id, c.id)]
        if not found:
            raise DecisionError(messages.no_such_target(target))
        return found

    def _of_actors(self) -> tuple[tuple[Selector, ...], ...]:
        """The mentions of each target."""
        act, targets = self.request.act, self.request.targets
        if act not in ON_ACTORS:
            raise DecisionError(messages.not_about_actors(act))
        if act == "split" and self.request.quote is None:
            raise DecisionError(messages.SPLIT_NEEDS_QUOTE)
        if act in _OF_TWO and len(set(targets)) < 2:
            raise DecisionError(messages.two_actors(act))
        chosen = [
            self._representative(self._mentions(t))
            for t in (targets[:1] if act == "split" else targets)
        ]
        return tuple(selectors.of_mentions(self._documents, mentions) for mentions in chosen)

    def _representative(self, mentions: list[Mention]) -> list[Mention]:
        """The mentions of an actor that a decision rests on.

        For ``apart`` that is one for each name in a document; the others go with it.
        """
        if self.request.act == "split":
            return mentions
        first = {(m.document, m.name): m for m in reversed(mentions)}
        return list(first.values())[::-1] if self.request.act == "apart" else mentions[:1]

    def _mentions(self, target: str) -> list[Mention]:
        """The mentions of an actor, where there is a quote those with its words."""
        actor = next((a for a in self.chronology.actors if a.id == target), None)
        if actor is None:
            raise DecisionError(messages.no_such_actor(target))
        wanted = [
            m for m in actor.mentions if self.request.quote is None or m.text == self.request.quote
        ]
        if not wanted:
            raise DecisionError(messages.not_called(target, actor.name, self.request.quote))
        return wanted

    def _of_claim(self) -> tuple[Selector, ...]:
        """The quote of a new claim, and its predicate where one is given."""
        quote = self._words(self.request.quote, "--quote", self.request.start)
        return (
            (quote, self._words(self.request.predicate, "--predicate", quote.start))
            if self.request.predicate
            else (quote,)
        )

    def _of_names(self) -> Selector:
        """The words that are several names."""
        quote, document = (
            self._words(self.request.quote, "--quote", self.request.start),
            self._document(),
        )
        wanted = split_names.split(self.request.value or "")
        if len(wanted) < 2 or not split_names.find(document.text, (quote.start, quote.end), wanted):
            raise DecisionError(messages.needs_names(quote.exact))
        return quote

    def _words(self, words: str | None, option: str, after: int) -> Selector:
        """The first place of some words in the document, from a position on."""
        found = selectors.of_words(self._document(), words or "", after)
        if found is None:
            raise DecisionError(
                messages.words_missing(self.request.targets[0], option)
                if words
                else messages.needs_option(self.request.act, option)
            )
        return found

    def _findings(self) -> list[Finding]:
        """The findings of a code about one of the targets, where there is a quote at its words."""
        targets, quote = set(self.request.targets), (self.request.quote or "").split()
        found = [
            f
            for f in self.chronology.findings
            if f.code == self.request.value and targets & {*f.events, *f.claims, f.document or ""}
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
            raise DecisionError(messages.no_such_finding(self.request.value, self.request.targets))
        return found

    def _of_finding(self, finding: Finding) -> tuple[tuple[Selector, ...], ...]:
        """The words of a finding, and the predicates of its claims."""
        own = (
            (selectors.selector(self._documents[finding.document], finding.span),)
            if finding.document and finding.span
            else ()
        )
        wanted = set(finding.claims)
        return own, selectors.of_claims(
            self._documents, [c for e in self.chronology.events for c in e.claims if c.id in wanted]
        )


def _check_apart(sides: list[list[str]]) -> None:
    """Refuse sides that share something, or too few of them."""
    ids = [i for side in sides for i in set(side)]
    if len(sides) < 2 or len(ids) > len(set(ids)):
        raise DecisionError(messages.APART_NEEDS_TWO)
