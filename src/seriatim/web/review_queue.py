"""The review queue as a browser is given it: each item with its decisions in the form in which they can be sent back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from seriatim.case import review
from seriatim.case.review import Item
from seriatim.decisions.make import DecisionRequest
from seriatim.messages.workbench import SAID, WORK
from seriatim.model import Chronology, Mention
from seriatim.temporal import edtf

Json = dict[str, Any]
WORDS = WORK | SAID
SHORT = 40  # characters of a date's words that a button can hold


def queue(chronology: Chronology) -> list[Json]:
    """The items of a chronology with its documents' texts, most important first."""
    queued = _Queue(chronology)
    return [queued.item(item) for item in review.queue(chronology)]


class _Queue:
    """A chronology by its ids."""

    def __init__(self, chronology: Chronology) -> None:
        self.claims = {e.id: [c.id for c in e.claims] for e in chronology.events}
        self.claims |= {c.id: [c.id] for e in chronology.events for c in e.claims}
        self.of_actor = {a.id: a.mentions for a in chronology.actors}
        self.mention = {m.id: m for a in chronology.actors for m in a.mentions}
        self.text = {r.document.id: r.document.text for r in chronology.readings}
        self.title = {
            r.document.id: r.document.title or r.document.path for r in chronology.readings
        }

    def item(self, item: Item) -> Json:
        """An item with its decisions."""
        return {
            "key": item.key,
            "kind": item.kind,
            "code": item.code,
            "severity": item.severity,
            "message": item.message,
            "because": item.because,
            "events": item.events,
            "claims": item.claims,
            "actors": item.actors,
            "mentions": [_place(self.mention[m]) for m in item.mentions],
            "document": item.document,
            "span": item.span,
            "proposal": msgspec.to_builtins(item.proposal) if item.proposal else None,
            "acts": [self.act(item, decision) for decision in item.acts],
        }

    def act(self, item: Item, decision: DecisionRequest) -> Json:
        """A decision as the API takes it, and its words for a button."""
        made: Json = {
            "act": decision.act,
            "value": decision.value,
            "says": self._says(item, decision),
        }
        if decision.act == "allow":
            made["claims"] = [item.claims] if item.claims else []
            return made | ({"document": item.document, "span": item.span} if item.span else {})
        if decision.act == "published":
            return made | {"document": decision.targets[0]}
        if decision.act == "names":
            return made | {"document": item.document, "span": item.span}
        made["claims"] = [self.claims[t] for t in decision.targets if t in self.claims]
        made["mentions"] = [
            list(self._standing_for(decision, t)) for t in decision.targets if t in self.of_actor
        ]
        return made

    def _standing_for(self, decision: DecisionRequest, actor: str) -> Iterator[Json]:
        """The mentions that a decision about an actor rests on: of a split those that are spelt so, else one a name in a document."""
        seen = set()
        for m in self.of_actor[actor]:
            if decision.act == "split":
                if " ".join(m.text.split()) == decision.quote:
                    yield _place(m)
            elif (m.document, m.name) not in seen:
                seen.add((m.document, m.name))
                yield _place(m)

    def _says(self, item: Item, decision: DecisionRequest) -> str:
        if decision.act == "date" and decision.value:
            words = (
                " ".join(self.text[item.document][slice(*item.span)].split())
                if item.document and item.span and item.kind == "finding"
                else ""
            )
            named = "act.date.of" if words and len(words) <= SHORT else "act.date.to"
            return WORDS[named].format(words=words, date=edtf.say(decision.value))
        if decision.act == "names":
            return WORDS["act.names"].format(names=decision.value)
        if decision.act == "reject" and decision.targets[0] not in self.claims.get(
            decision.targets[0], ()
        ):
            return WORDS["act.reject"]
        if decision.act == "reject":
            return WORDS["act.reject.claim"].format(
                document=self.title[decision.targets[0].rpartition("-")[0]]
            )
        return WORDS[f"act.{decision.act}"]


def _place(mention: Mention) -> Json:
    return {"document": mention.document, "span": mention.span}
