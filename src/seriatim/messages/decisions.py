"""Decisions in words: what was decided, what can't be, and what is waiting for a decision."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

# What was decided, after the name of the person: "Ada accepted “met”"

DECIDED = {
    "add": "added {value}",
    "import": "imported {value}",
    "remove": "removed {value}",
    "published": "gave the document the date {date}",
    "accept": "accepted {words}",
    "reject": "rejected {words}",
    "dispute": "marked as disputed {words}",
    "comment": "commented on {words}",
    "date": "dated {words}: {date}",
    "claim": "added a claim: {words}",
    "name": "renamed {words} to {value}",
    "names": "read {words} as the names {value}",
    "group": "added {words} to the group {value}",
    "allow": "dismissed ({check}): {words}",
    "undo": "undid: {undone}",
    "ask": "asked: {question}",
}
DECIDED_OF_EVENTS = {
    "merge": "merged into one event: {words}",
    "split": "separated from its event: {words}",
    "apart": "kept apart as different events: {words}",
}
DECIDED_OF_ACTORS = {
    "merge": "merged into one actor: {words}",
    "split": "marked as a different person: {words}",
    "apart": "kept apart as different actors: {words}",
}
WITH_DATE = "{text}: {date}"


def question(of: str, after: str, within: object, *, either: bool) -> str:
    """A question about coincidence."""
    order = "before or after" if either else "after"
    return f"does “{of}” come within {within} {order} “{after}”?"


# What can't be decided


def not_about_actors(act: str) -> str:
    """A decision about events was made of actors."""
    return f"{act} is about events and claims, not actors"


def only_about_actors(act: str, targets: Sequence[str]) -> str:
    """A decision about actors was made of something else."""
    return f"{act} is about actors (a2), not {' '.join(targets)}"


def not_a_date(value: str) -> str:
    """A value is no EDTF date."""
    return f"{value!r} is not an EDTF date such as 2016-07-26, 2016-07 or 2016-07-11/2016-07-15"


def needs_value(act: str) -> str:
    """A decision lacks its value."""
    return f"{act} needs --to" + (" or --proposal" if act == "date" else "")


COMMENT_NEEDS_TEXT = "a comment needs --why"
ALLOW_NEEDS_CODE = (
    "allow needs the code of the finding and what it is about: allow misspelled-name e7"
)
MERGE_NEEDS_TWO = "merge needs two events or two claims"
SPLIT_NEEDS_QUOTE = "to split an actor, give with --quote the words that name someone else"
APART_NEEDS_TWO = (
    "apart needs two events, or two claims that don't belong to each other: "
    "name the claims one by one (d1-c3 d2-c4)"
)


def one_document(targets: Sequence[str]) -> str:
    """A document has to be named."""
    return f"{' '.join(targets)}: name one document by its id, such as d1"


def no_such_target(target: str) -> str:
    """An id means no event or claim."""
    return f"{target}: there is no event or claim with this id"


def two_actors(act: str) -> str:
    """One actor is too few."""
    return f"{act} needs two actors"


def no_such_actor(target: str) -> str:
    """An id means no actor."""
    return (
        f"{target}: there is no actor with this id; "
        "the actors are in the exported JSON and on the page"
    )


def not_called(target: str, name: str, quote: str | None) -> str:
    """An actor has no mention with these words."""
    return f"{target}: no mention of {name} reads {quote!r}"


def needs_names(quote: str) -> str:
    """The names don't stand in the words."""
    return (
        f"names needs two or more names, separated by “;”, that appear in this order in “{quote}”"
    )


def words_missing(target: str, option: str) -> str:
    """A document does not have the words."""
    return f"{target}: the words of {option} are not in this document"


def needs_option(act: str, option: str) -> str:
    """An option lacks."""
    return f"{act} needs {option}"


def no_such_finding(code: str | None, targets: Sequence[str]) -> str:
    """No finding is meant."""
    return f"there is no finding {code} about {' '.join(targets)}"


SPELLED_ALIKE = (
    "to split an actor, select mentions with the same spelling; decide about the others separately"
)


def needs_target(act: str) -> str:
    """A request is about nothing."""
    return f"{act}: select what it is about"


def no_such_document(document: str | None) -> str:
    """An id means no document of the case."""
    return f"{document}: there is no document with this id in the case"


def no_removable_document(document: str | None) -> str:
    """An id means no document that can be removed by itself."""
    return (
        f"{document}: there is no document with this id to remove; "
        "parts of an archive are removed with it"
    )


def claim_gone(identity: str) -> str:
    """A claim is no longer read."""
    return f"{identity}: there is no longer a claim with this id; reload the page"


def mention_gone(document: str, start: int, end: int) -> str:
    """A mention is no longer read."""
    return f"{document}, {start} to {end}: there is no longer a name here; reload the page"


def blank_span(document: str, start: int, end: int) -> str:
    """A span has no words."""
    return f"{document}, {start} to {end}: there are no words here"


# What can't be applied any more


def not_applied(identity: str, act: str, who: str, at: str, why: str) -> str:
    """A decision has lost its words."""
    return (
        f"decision {identity} ({act} by {who}, {at}) could not be applied: {why}; "
        "the decision is kept"
    )


def words_gone(exact: str) -> str:
    """Words are not in the document any more."""
    return f"its words “{exact}” are no longer found"


def no_claim_at(exact: str) -> str:
    """No claim is read at some words any more."""
    return f"there is no longer a claim at “{exact}”"


def no_name_at(exact: str) -> str:
    """No name is read at some words any more."""
    return f"there is no longer a name at “{exact}”"


# What waits for a decision


def possible_duplicate_event(one: str, other: str) -> str:
    """Two claims may be about the same event."""
    return f"{one} may be the same event as: {other}"


def possible_duplicate_actor(one: str, other: str) -> str:
    """Two names may be the same actor's."""
    return f"{one} may be the same as {other}"


def dated(summary: str, date: str) -> str:
    """An event with its date."""
    return f"{summary[:1].upper()}{summary[1:]} ({date})"


def unresolved_date(words: str) -> str:
    """Words of a time that give no date."""
    return f"“{words}”: the date of this is unknown"


def between(first: str, last: str) -> str:
    """Where other events place one."""
    return f"other events place it between {first} and {last}"


def all_of(words: Iterable[str]) -> str:
    """Quotations in a row."""
    return " · ".join(dict.fromkeys(f"“{w}”" for w in words))
