"""A small chronology of who met whom, for the tests of contacts and evidence: one line an event."""

from __future__ import annotations

from seriatim.model import (
    Actor,
    Chronology,
    Claim,
    Corroboration,
    Document,
    Event,
    EventActor,
    Finding,
    Mention,
    Reading,
    Role,
    Source,
    When,
)

PEOPLE = {
    "ada": "Ada Quill",
    "ben": "Ben Moor",
    "cora": "Cora Lind",
    "dan": "Dan Ost",
    "eve": "Eve Quill",
}
GROUPS = {"north": ("ada",), "south": ("cora", "dan")}


def chronology(*lines: str) -> Chronology:
    """``kind when who,who [flags]``, ``-`` for nobody; flags: ``-`` denied, ``planned``, ``possible``, ``hedged``, ``by:NAME`` source, ``in:PLACE``,
    ``cites:URL``, ``documents:N``, ``wrong`` a finding.
    """
    text, events, findings = "", list[Event](), list[Finding]()
    for number, line in enumerate(lines, 1):
        kind, when, who, *flags = line.split()
        event = _event(number, kind, when, [] if who == "-" else who.split(","), flags, len(text))
        text += event.summary + "\n"
        events.append(event)
        findings += (
            [Finding("unlikely", "warning", "it cannot be", (event.id,))]
            if "wrong" in flags
            else []
        )
    people = tuple(
        Actor(
            i, name, "person", mentions=(Mention(f"{i}-m", "d1", 0, (0, 1), name, name, "person"),)
        )
        for i, name in PEOPLE.items()
    )
    document = Document("d1", "diary.txt", "Diary", text, "0" * 64)
    return Chronology(
        "Harbour",
        (Reading(document, ()),),
        people,
        tuple(events),
        findings=tuple(findings),
        groups=GROUPS,
    )


def _event(number: int, kind: str, when: str, who: list[str], flags: list[str], at: int) -> Event:
    quote = f"perhaps a {kind}: {' and '.join(PEOPLE[w] for w in who)}"
    by = [f[3:] for f in flags if f.startswith("by:")]
    documents = [int(f[10:]) for f in flags if f.startswith("documents:")]
    claim = Claim(
        f"c{number}",
        "d1",
        0,
        (at, at + len(quote)),
        quote,
        (at, at + 7),
        kind,
        quote,
        When(when),
        sources=tuple(Source(PEOPLE.get(b, b), (0, 1), mention=f"{b}-m") for b in by),
        hedges=((at, at + 7),) if "hedged" in flags else (),
        polarity="-" if "-" in flags else "+",
        certainty="possible" if "possible" in flags else "certain",
        planned="planned" in flags,
        citations=tuple(f[6:] for f in flags if f.startswith("cites:")),
    )
    roles: list[Role] = ["agent", *["counterpart"] * (len(who) - 1)]
    actors = tuple(EventActor(w, role) for w, role in zip(who, roles, strict=False))
    support = Corroboration(*documents * 2) if documents else Corroboration(1, 1)
    place = next((f[3:] for f in flags if f.startswith("in:")), None)
    return Event(
        f"e{number}", kind, quote, When(when), (claim,), place, actors, corroboration=support
    )
