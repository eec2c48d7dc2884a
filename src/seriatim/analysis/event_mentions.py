"""Event mentions: the words of a parsed passage that name a happening, as the stages exchange them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from seriatim.lang.en import event_types as words

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class EventMention:
    """A word that names a happening, and what hangs together with it.

    ``word`` is what the claim's predicate span covers, ``token`` the head of its arguments,
    ``chain`` every token that is told by this line and so makes no other.  ``report`` is the
    reporting verb that it is the content of.  ``listed`` is false for a reporting verb whose
    content is itself the event: it dates its content, but makes no line.
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
        """Whether the word tells what somebody said or wrote."""
        return self.word.pos_ == "VERB" and self.word.lemma_.lower() in words.SAYING_VERBS


@dataclass(frozen=True, slots=True)
class PassageStyle:
    """How a passage tells.

    ``narrative``: the present tense tells events here, as in a list of dates.  ``heading``: only a
    whole sentence tells one.
    """

    narrative: bool = False
    heading: bool = False
    led: bool = False  # the passage itself opens with a date
