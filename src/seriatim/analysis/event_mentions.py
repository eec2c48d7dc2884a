"""Event mentions of a parsed passage, as the stages exchange them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from seriatim.lang import event_types as words

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class EventMention:
    """An event mention: its trigger and the words that belong to it.

    ``word`` is the trigger, which the claim's predicate span covers; ``token`` the head of the
    arguments; ``chain`` every token of the mention, none of which can be the trigger of another.
    ``report`` is the reporting verb whose content the mention is. ``listed`` is false for a
    reporting verb whose content is itself the event: it helps to date its content, but makes no
    entry.
    """

    word: Token
    token: Token
    kind: str
    chain: tuple[Token, ...]
    noun: Token | None = None
    report: Token | None = None
    planned: bool = False
    listed: bool = True

    @property
    def is_report(self) -> bool:
        """Whether the trigger is a verb of saying or writing."""
        return self.word.pos_ == "VERB" and self.word.lemma_.lower() in words.SAYING_VERBS


@dataclass(frozen=True, slots=True)
class PassageStyle:
    """How a passage is written.

    ``narrative``: the present tense reports events here, as in a list of dates. ``heading``: only a
    complete sentence reports an event. ``opens_with_date``: the passage opens with a date.
    """

    narrative: bool = False
    heading: bool = False
    opens_with_date: bool = False
