"""``seriatim judge``: decide about claims, events, actors and documents."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from seriatim import edtf
from seriatim.cli import cases
from seriatim.cli.console import Unreadable
from seriatim.identities import selectors

if TYPE_CHECKING:
    from seriatim.case import Case
    from seriatim.model import Act, Chronology, Claim, Document, Judgement, Mention, Selector

ACTS = ("accept", "reject", "dispute", "comment", "date", "name", "merge", "split", "group", "claim", "published")


@click.command("judge")
@cases.CASE
@click.argument("act", type=click.Choice(ACTS))
@click.argument("targets", nargs=-1, required=True, metavar="ID…")
@click.option("--to", "value", help="The date (EDTF), name or group that it shall have.")
@click.option("--proposal", is_flag=True, help="With date: take the first proposal of a finding about it.")
@click.option("--quote", help="With claim: the words it rests on.  With split: the words that name somebody else.")
@click.option("--predicate", help="With claim: the words of the quote that name what happened.")
@cases.by
def command(
    path: Path,
    act: Act,
    targets: tuple[str, ...],
    value: str | None,
    proposal: bool,
    quote: str | None,
    predicate: str | None,
    who: str | None,
    why: str,
) -> None:
    r"""Decide about events (e7), claims (d1-c3), actors (a2) or documents (d1); every decision can be undone.

    \b
    judge CASE accept e7                        date e7 --to 1917-01-16      date e7 --proposal
    judge CASE reject e7 --why "a rumour"       merge e7 e9                  split d2-c4
    judge CASE name a2 --to "Ada Quill"         merge a2 a5                  group a2 --to north
    judge CASE claim d1 --quote "the words"     published d1 --to 1917-03-01
    """
    case = cases.open_case(path)
    chronology = cases.current(case, whole=True)
    with cases.said():
        asked = _Asked(case, chronology, act, targets, value, quote, predicate)
        if proposal:
            asked = replace(asked, value=asked.proposed())
        made = case.judge(_judgement(asked, cases.whoever(who), why))
    cases.build(case)
    click.echo(f"{made.act}: kept as {made.id[:10]}; undo it with: seriatim undo {path} {made.id[:10]}", err=True)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What was asked on the command line, against the chronology at hand."""

    case: Case
    chronology: Chronology
    act: Act
    targets: tuple[str, ...]
    value: str | None
    quote: str | None
    predicate: str | None

    @property
    def documents(self) -> dict[str, Document]:
        """The documents by their ids."""
        return {r.document.id: r.document for r in self.chronology.readings}

    def proposed(self) -> str:
        """The first date that a finding about the targets proposes."""
        claims = {c.id for t in self.targets for c in self.claims(t)}
        for finding in self.chronology.findings:
            if finding.proposal and finding.proposal.edtf and (claims & set(finding.claims) or set(self.targets) & set(finding.events)):
                return finding.proposal.edtf
        raise Unreadable(f"no finding proposes a date for {', '.join(self.targets)}; say it with --to")

    def claims(self, target: str) -> list[Claim]:
        """The claims that an id means: an event's, or the one."""
        found = [c for e in self.chronology.events for c in e.claims if target in (e.id, c.id)]
        if not found:
            raise Unreadable(f"{target}: there is no event or claim of that id; see `seriatim show {self.case.path}`")
        return found

    def mentions(self, target: str) -> list[Mention]:
        """The mentions of an actor; of those, the ones with the words of ``--quote`` where it is given."""
        for actor in self.chronology.actors:
            if actor.id == target:
                wanted = [m for m in actor.mentions if self.quote is None or m.text == self.quote]
                if wanted:
                    return wanted
                raise Unreadable(f"{target}: nowhere is {actor.name} called {self.quote!r}")
        raise Unreadable(f"{target}: there is no actor of that id; see the actors in the exported JSON or on the page")

    def document(self) -> Document:
        """The one document that is meant."""
        found = self.documents.get(self.targets[0])
        if found is None or len(self.targets) != 1:
            raise Unreadable(f"{' '.join(self.targets)}: name one document by its id, such as d1")
        return found

    def words(self, words: str | None, option: str, after: int = 0) -> Selector:
        """The selector of words of the document."""
        found = selectors.of_words(self.document(), words or "", after)
        if found is None:
            raise Unreadable(f"{self.targets[0]}: it does not have the words of {option}" if words else f"{self.act} wants {option}")
        return found


def _judgement(asked: _Asked, who: str, why: str) -> Judgement:
    from seriatim.case import now
    from seriatim.model import Judgement

    act, value = asked.act, asked.value
    if act in ("date", "published", "claim") and value is not None and not edtf.is_valid(value):
        raise Unreadable(f"{value!r} is not an EDTF date such as 2016-07-26, 2016-07 or 2016-07-11/2016-07-15")
    if value is None and act in ("date", "name", "group", "published"):
        raise Unreadable(f"{act} wants --to" + (" or --proposal" if act == "date" else ""))
    if act == "comment" and not why:
        raise Unreadable("a comment wants --why")
    if act == "published":
        return Judgement("", act, who, now(), why, "document", document=_held(asked), value=value)
    if act == "claim":
        quote = asked.words(asked.quote, "--quote")
        chosen = (quote, asked.words(asked.predicate, "--predicate", quote.start)) if asked.predicate else (quote,)
        return Judgement("", act, who, now(), why, "claim", chosen, value=value)
    if all(t.startswith("a") for t in asked.targets):
        return Judgement("", act, who, now(), why, "actor", _of_actors(asked), value=value)
    if act in ("name", "group"):
        raise Unreadable(f"{act} is about actors (a2), not {' '.join(asked.targets)}")
    claims = [c for t in asked.targets for c in asked.claims(t)]
    if act == "merge" and len(claims) < 2:
        raise Unreadable("merge wants two events, or two claims")
    return Judgement("", act, who, now(), why, "event", selectors.of_claims(asked.documents, claims), value=value)


def _of_actors(asked: _Asked) -> tuple[Selector, ...]:
    if asked.act not in ("name", "group", "merge", "split", "comment"):
        raise Unreadable(f"{asked.act} is about events and claims, not actors")
    if asked.act == "split":
        if asked.quote is None:
            raise Unreadable("to split an actor, say with --quote which words name somebody else")
        return selectors.of_mentions(asked.documents, asked.mentions(asked.targets[0]))
    if asked.act == "merge" and len(asked.targets) < 2:
        raise Unreadable("merge wants two actors")
    return selectors.of_mentions(asked.documents, [asked.mentions(t)[0] for t in asked.targets])


def _held(asked: _Asked) -> str:
    number = int(asked.document().id[1:].split(".")[0])
    return next(h.sha256 for h in asked.case.documents() if h.number == number)
