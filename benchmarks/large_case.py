"""A generated chronology of any size, for measuring the page and other code with many events."""

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
class _Sentence:
    """A sentence: when, who, what."""

    value: str  # EDTF
    words: str  # that express it
    who: tuple[wire.Actor, wire.Actor]
    kind: str
    doing: str

    @property
    def text(self) -> str:
        return f"{self.words} {self.who[0].name} {self.doing}."


def generate(n: int, seed: int = 1) -> wire.Chronology:
    """A chronology of ``n`` events over 124 years, of every precision; the same for the same seed.

    Each document reports 400 events; 300 people in 7 groups take part.
    """
    chance = random.Random(seed)
    actors = [
        wire.Actor(f"a{i}", _name(chance), "person", [], [f"group {i % 7}"], []) for i in range(300)
    ]
    groups = {f"group {g}": [a.id for a in actors if f"group {g}" in a.groups] for g in range(7)}
    events: list[wire.Event] = []
    documents: list[wire.Document] = []
    while len(events) < n:
        sentences = [
            _sentence(chance, actors) for _ in range(min(EVENTS_A_DOCUMENT, n - len(events)))
        ]
        documents.append(_document(f"d{len(documents) + 1}", sentences))
        at = 0
        for sentence in sentences:
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


def _sentence(chance: random.Random, actors: list[wire.Actor]) -> _Sentence:
    a, b = chance.sample(actors, 2)
    kind, doing = chance.choice(DOINGS)
    value, words = _date(chance)
    return _Sentence(
        value, words, (a, b), kind, doing.format(b=b.name, place=chance.choice(PLACES))
    )


def _date(chance: random.Random) -> tuple[str, str]:
    """An EDTF value and words that express it."""
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


def _document(identity: str, sentences: list[_Sentence]) -> wire.Document:
    text = "".join(
        sentence.text + ("\n" if i % 5 == 4 else " ") for i, sentence in enumerate(sentences)
    )
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


def _event(
    chance: random.Random, identity: str, document: str, at: int, sentence: _Sentence
) -> wire.Event:
    when = _when(sentence, at)
    a, b = sentence.who
    verb = at + len(f"{sentence.words} {a.name} ")
    claim = wire.Claim(
        id=f"{document}-{identity}",
        document=document,
        span=(at, at + len(sentence.text)),
        quote=sentence.text,
        predicate=(verb, verb + len(sentence.doing.split()[0])),
        when=when,
        place=None,
        sources=[wire.Source(b.name, b.id, (verb, verb + len(sentence.doing)), None, None)]
        if chance.random() < 0.1
        else [],
        hedges=[],
        polarity="-" if chance.random() < 0.03 else "+",
        certainty="possible" if chance.random() < 0.1 else "certain",
        planned=False,
        quantities=[],
        citations=[],
    )
    actors = [wire.EventActor(x.id, "agent") for x in sentence.who]
    return wire.Event(
        identity,
        sentence.kind,
        f"{a.name} {sentence.doing}",
        when,
        None,
        actors,
        "proposed",
        [claim],
        wire.Corroboration(1, 1),
    )


def _when(sentence: _Sentence, at: int) -> wire.When:
    if sentence.value == edtf.UNKNOWN:
        return wire.When(sentence.value, None, None, "unknown", "unknown", None, None)
    start, slash, _ = sentence.value.partition("/")
    return wire.When(
        sentence.value,
        start,
        None if slash else start,
        edtf.precision(sentence.value),
        "stated",
        sentence.words,
        (at, at + len(sentence.words)),
    )
