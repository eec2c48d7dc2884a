"""A chronology of any size, invented, the same for the same size: for measuring the page and whatever else must hold with 100,000 events."""

from __future__ import annotations

import hashlib
import random
from dataclasses import dataclass

from seriatim.exports import wire
from seriatim.temporal import edtf

EVENTS_A_DOCUMENT = 400
FIRST, LAST = edtf.days_from_civil(1790, 1), edtf.days_from_civil(1914, 1)
SYLLABLES = (
    "ar",
    "bel",
    "cor",
    "dun",
    "el",
    "fen",
    "gil",
    "hal",
    "is",
    "jor",
    "kel",
    "lor",
    "mar",
    "nor",
    "pel",
    "quin",
    "ros",
    "tor",
    "ver",
    "win",
)
PLACES = (
    "harbour",
    "mill",
    "exchange",
    "customs house",
    "chapel",
    "foundry",
    "quay",
    "market",
    "assize",
    "office",
)
DOINGS = (
    ("meeting", "met {b} at the {place}"),
    ("message", "wrote to {b} about the {place}"),
    ("payment", "paid {b} forty pounds for the {place}"),
    ("statement", "told {b} that the {place} was closed"),
    ("travel", "left the {place} with {b}"),
    ("agreement", "signed the deed of the {place} with {b}"),
    ("attack", "struck {b} outside the {place}"),
)


@dataclass(frozen=True)
class _Told:
    """A sentence: when, who, what."""

    value: str  # EDTF
    words: str  # that say it
    who: tuple[wire.Actor, wire.Actor]
    kind: str
    doing: str

    @property
    def text(self) -> str:
        return f"{self.words} {self.who[0].name} {self.doing}."


def generate(n: int, seed: int = 1) -> wire.Chronology:
    """``n`` events over 124 years, of every precision, in documents of 400 events each, among 300 people in 7 groups."""
    chance = random.Random(seed)
    actors = [
        wire.Actor(f"a{i}", _name(chance), "person", [], [f"group {i % 7}"], []) for i in range(300)
    ]
    groups = {f"group {g}": [a.id for a in actors if f"group {g}" in a.groups] for g in range(7)}
    events: list[wire.Event] = []
    documents: list[wire.Document] = []
    while len(events) < n:
        told = [_sentence(chance, actors) for _ in range(min(EVENTS_A_DOCUMENT, n - len(events)))]
        documents.append(_document(f"d{len(documents) + 1}", told))
        at = 0
        for sentence in told:
            events.append(_event(chance, f"e{len(events) + 1}", documents[-1].id, at, sentence))
            at += len(sentence.text) + 1
    links = [
        wire.Link(events[i].id, "after", events[i - 1].id, 1, 1, "day", "stated", None, None)
        for i in range(1, n, 50)
    ]
    return wire.Chronology(
        "seriatim-chronology",
        1,
        wire.Case(f"{n:,} events", groups),
        documents,
        actors,
        events,
        links,
        [],
    )


def _name(chance: random.Random) -> str:
    return " ".join("".join(chance.choices(SYLLABLES, k=k)).capitalize() for k in (2, 3))


def _sentence(chance: random.Random, actors: list[wire.Actor]) -> _Told:
    a, b = chance.sample(actors, 2)
    kind, doing = chance.choice(DOINGS)
    value, words = _date(chance)
    return _Told(value, words, (a, b), kind, doing.format(b=b.name, place=chance.choice(PLACES)))


def _date(chance: random.Random) -> tuple[str, str]:
    """An EDTF value and words that say it."""
    day = edtf.day(chance.randrange(FIRST, LAST))
    year, month = day[:4], day[:7]
    minute = f"{day}T{chance.randrange(24):02}:{chance.randrange(60):02}"
    kinds = [
        (3, edtf.UNKNOWN, "Once"),
        (57, day, f"On {edtf.say(day)}"),
        (15, month, f"In {edtf.say(month)}"),
        (10, minute, f"On {edtf.say(minute)},"),
        (5, f"{year}~", f"About {year}"),
        (5, year, f"In {year}"),
        (5, f"{day}/..", f"From {edtf.say(day)}"),
    ]
    _, value, words = chance.choices(kinds, [k[0] for k in kinds])[0]
    return value, words


def _document(identity: str, told: list[_Told]) -> wire.Document:
    text = "".join(sentence.text + ("\n" if i % 5 == 4 else " ") for i, sentence in enumerate(told))
    digest = hashlib.sha256(text.encode()).hexdigest()
    return wire.Document(
        identity,
        f"{identity}.txt",
        f"Ledger {identity[1:]}",
        "1914",
        "given",
        "text/plain",
        digest,
        text,
        [],
    )


def _event(chance: random.Random, identity: str, document: str, at: int, told: _Told) -> wire.Event:
    when = _when(told, at)
    a, b = told.who
    verb = at + len(f"{told.words} {a.name} ")
    claim = wire.Claim(
        id=f"{document}-{identity}",
        document=document,
        span=(at, at + len(told.text)),
        quote=told.text,
        predicate=(verb, verb + len(told.doing.split()[0])),
        when=when,
        place=None,
        sources=[wire.Source(b.name, b.id, (verb, verb + len(told.doing)), None, None)]
        if chance.random() < 0.1
        else [],
        hedges=[],
        polarity="-" if chance.random() < 0.03 else "+",
        certainty="possible" if chance.random() < 0.1 else "certain",
        planned=False,
        quantities=[],
        citations=[],
    )
    actors = [wire.EventActor(x.id, "agent") for x in told.who]
    return wire.Event(
        identity,
        told.kind,
        f"{a.name} {told.doing}",
        when,
        None,
        actors,
        "proposed",
        [claim],
        wire.Corroboration(1, 1),
    )


def _when(told: _Told, at: int) -> wire.When:
    if told.value == edtf.UNKNOWN:
        return wire.When(told.value, None, None, "unknown", "unknown", None, None)
    start, slash, _ = told.value.partition("/")
    return wire.When(
        told.value,
        start,
        None if slash else start,
        edtf.precision(told.value),
        "stated",
        told.words,
        (at, at + len(told.words)),
    )
