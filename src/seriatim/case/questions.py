"""The questions about coincidence that a case was asked, and their answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from seriatim.case.decision_log import now
from seriatim.case.module import CaseModule
from seriatim.model import Answer, Chronology, Decision

if TYPE_CHECKING:
    from seriatim.association import Question


class Questions(CaseModule):
    """The questions of a case.  Each that was ever asked counts, since it was tried."""

    def asked(self) -> list[Question]:
        """Every question in the order of asking, those that were undone as well."""
        from seriatim.association import Question

        return [
            Question.from_line(d.value) for d in self.case.decisions() if d.act == "ask" and d.value
        ]

    def ask(self, question: Question, *, who: str) -> None:
        """Keep a question in the log; one that is there already is kept once."""
        line = question.as_line()
        if not any(d.act == "ask" and d.value == line for d in self.case.log.active()):
            self.case.log.record(Decision("", "ask", who, now(), target="case", value=line))

    def answers(self, chronology: Chronology) -> tuple[Answer, ...]:
        """The answers on a chronology, in the order of asking.

        A question about something that is no longer in the case has none.
        """
        from seriatim.association import Question, QuestionError, ask, picture, say
        from seriatim.query import filters

        asked = dict.fromkeys(
            Question.from_line(d.value)
            for d in self.case.log.active()
            if d.act == "ask" and d.value
        )
        names = {r.document.id: r.document.title or r.document.path for r in chronology.readings}
        found: list[Answer] = []
        for n, question in enumerate(asked):
            try:
                of, after = (
                    filters.select(chronology, filters.parse(words))
                    for words in (question.of, question.after)
                )
                answer = ask(question, of, after, earlier=list(asked)[:n])
            except (filters.FilterError, QuestionError):
                continue
            text, image = say(answer, names), picture.svg(answer).decode()
            found.append(Answer(question.as_line(), text, image))
        return tuple(found)
