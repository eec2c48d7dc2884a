"""Speakers by the convention of a kind of record: transcripts, depositions, quoted messages.

In these the speaker is the source throughout, whatever a single sentence shows: nothing here
depends on a cue within a sentence, nor on the scores of a model.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from seriatim.analysis import Analysis
from seriatim.attribution.attributions import Attribution
from seriatim.attribution.quotations import Quotation, trim
from seriatim.lang import testimony
from seriatim.model import Span

_TURN = re.compile(testimony.TURN)
_NAMED_IN_CAPITALS = re.compile(testimony.NAMED_IN_CAPITALS)
_TITLE = re.compile(testimony.TITLE, re.IGNORECASE)
_HEADED = re.compile(testimony.HEADED)
_SWORN = re.compile(testimony.SWORN)
_EXAMINER = re.compile(testimony.EXAMINER)
_FIRST_PERSON = re.compile(testimony.FIRST_PERSON)
_LEADS = re.compile(testimony.LEADS_TO_MESSAGE)
_SIGNATURE = re.compile(testimony.SIGNATURE)
_NUMBERED = re.compile(testimony.NUMBERED)
_FULL_LABEL = re.compile(testimony.FULL_LABEL)
_ANY_LABEL = re.compile(testimony.ANY_LABEL)
_HEADINGS = ("title", "heading")
MIN_TURNS = 3  # turns that make a transcript, of two speakers at least
LONGEST_HEADING = 120  # characters
LONGEST_GAP = 12  # passages without a label within a turn
LONGEST_MESSAGE = 6  # passages
LONGEST_LETTER = 40  # passages of a message that ends with a valediction
LONGEST_ASIDE = 3  # passages without "I" within a narrative in the first person


@dataclass(frozen=True, slots=True)
class _Speaker:
    """A speaker: the name, and where the document names it."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class _Turn:
    """The opening of a turn: its label, the name in it, and where its words begin."""

    label: str
    name: str
    at: Span
    start: int


def spoken_throughout(
    analyses: Sequence[Analysis], quotes: Sequence[Sequence[Quotation]]
) -> dict[int, list[Attribution]]:
    """The attribution of each passage that one speaker speaks, by its place among the analyses."""
    turns = _turns(analyses)
    found = {i: [a] for i, a in _messages(analyses) if i not in turns}
    found |= {i: [a] for i, a in _statements(analyses, quotes) if i not in turns}
    return found | {i: [a] for i, a in _transcript(analyses, turns)}


def _spoken(
    i: int, analysis: Analysis, speaker: _Speaker, start: int = 0, addressee: str = ""
) -> Iterator[tuple[int, Attribution]]:
    """The place of a passage and its attribution, unless it has no words after ``start``."""
    text = analysis.words.text
    first, last = trim(text, start, len(text), drop=" ")
    if first < last:
        content = (analysis.words.span(first, last),)
        index = analysis.passage.index
        yield (
            i,
            Attribution((speaker.span,), (), content, speaker.name, index, addressee=addressee),
        )


def _turns(analyses: Sequence[Analysis]) -> dict[int, _Turn]:
    """The turns of a transcript by the place of their passages."""
    read = {i: turn for i, a in enumerate(analyses) if (turn := _labelled_by_reader(a))}
    found = {}
    for i, analysis in enumerate(analyses):
        match = _TURN.match(analysis.words.text)
        if match and _may_open_turn(analysis, match["name"]):
            label = match["name"]
            at = analysis.words.span(*match.span("name"))
            found[i] = _Turn(label, _without_title(label), at, match.end())
    speakers = {turn.label.lower() for turn in found.values()}
    turns = (found if len(found) >= MIN_TURNS and len(speakers) > 1 else {}) | read
    turns = turns or _in_capitals(analyses)
    return turns | _in_full(analyses, turns) if turns else {}


def _in_capitals(analyses: Sequence[Analysis]) -> dict[int, _Turn]:
    """The turns of depositions that each open with a witness's name in capitals.

    Most are in the first person, which sets them apart from entries of a list.
    """
    found = {}
    for i, analysis in enumerate(analyses):
        match = _NAMED_IN_CAPITALS.match(analysis.words.text)
        if match:
            at = analysis.words.span(*match.span("name"))
            found[i] = _Turn(match["name"], _without_title(match["name"]), at, match.end())
    spoken = sum(_FIRST_PERSON.search(analyses[i].words.text) is not None for i in found)
    several = len({turn.label for turn in found.values()}) > 1
    return found if several and len(found) >= MIN_TURNS and 2 * spoken > len(found) else {}


def _may_open_turn(analysis: Analysis, label: str) -> bool:
    """Whether a passage may be a turn: a short question by itself is taken for a heading."""
    asked = label.lower() in testimony.QUESTION_LABELS | testimony.WITNESS_LABELS
    return asked or analysis.passage.kind not in _HEADINGS


def _in_full(analyses: Sequence[Analysis], turns: dict[int, _Turn]) -> dict[int, _Turn]:
    """The turns whose label gives in full a name that is a label elsewhere."""
    surnames = {turn.label.split()[-1].lower() for turn in turns.values()}
    found = {}
    for i, analysis in enumerate(analyses):
        match = _FULL_LABEL.match(analysis.words.text)
        group = "holder" if match and match["holder"] else "name"
        if match and i not in turns and match[group].split()[-1].lower() in surnames:
            at = analysis.words.span(*match.span(group))
            found[i] = _Turn(match[group], match[group], at, match.end())
    return found


def _labelled_by_reader(analysis: Analysis) -> _Turn | None:
    """The turn of a passage whose label the reader has split from its words."""
    author, text = analysis.passage.author, analysis.words.text
    if not author or not text.startswith(author):
        return None
    mark = re.match(r"[^:.\n]{0,45}[:.]", text[len(author) :])
    end = len(author) + mark.end() if mark else 0
    return _Turn(author, author, analysis.words.span(0, len(author)), end) if end else None


def _transcript(
    analyses: Sequence[Analysis], turns: dict[int, _Turn]
) -> Iterator[tuple[int, Attribution]]:
    """The attributions of turns, and of the passages that go on with them without a label."""
    heard = _Heard()
    spoken: list[tuple[int, _Speaker, int]] = []
    current, since = None, 0
    last = max(turns, default=-1)
    for i, analysis in enumerate(analyses):
        turn = turns.get(i)
        if turn is None:
            heard.note(analysis)
            if _ends_turn(analysis) or i > since + LONGEST_GAP:
                current = None
            if current is not None and _goes_on(analysis, is_last=i > last):
                spoken.append((i, current, 0))
        else:
            current, since = heard.speaker(turn), i
            spoken.append((i, current, turn.start))
    addressees = _addressees([speaker.name for _, speaker, _ in spoken])
    for (i, speaker, start), addressee in zip(spoken, addressees, strict=True):
        yield from _spoken(i, analyses[i], speaker, start, addressee)


def _addressees(speakers: Sequence[str]) -> list[str]:
    """Whom each turn addresses: who speaks next, or who spoke before the last turn."""
    found = []
    for n, speaker in enumerate(speakers):
        after = (s for s in speakers[n + 1 :] if s != speaker)
        before = (s for s in reversed(speakers[:n]) if s != speaker)
        found.append(next(after, next(before, "")))
    return found


def _goes_on(analysis: Analysis, *, is_last: bool) -> bool:
    """Whether a passage without a label goes on with the turn before it.

    After the last label only the first person shows that somebody still speaks.
    """
    return not is_last or _FIRST_PERSON.search(analysis.words.text) is not None


def _ends_turn(analysis: Analysis) -> bool:
    """Whether a passage without a turn's label is certainly not its speaker's."""
    text, passage = analysis.words.text, analysis.passage
    return bool(
        passage.kind in _HEADINGS
        or passage.author
        or _heading(analysis)
        or _SWORN.match(text)
        or _EXAMINER.search(text)
        or _ANY_LABEL.match(text)
    )


class _Heard:
    """Who speaks in a transcript so far: the witness, the examiner, and the names in full."""

    def __init__(self) -> None:
        self._witness: _Speaker | None = None
        self._examiner: _Speaker | None = None
        self._names: list[_Speaker] = []

    def note(self, analysis: Analysis) -> None:
        """Take in a passage that may introduce a witness or an examiner."""
        text = analysis.words.text
        match = _heading(analysis) or _SWORN.match(text)
        if match is not None:
            self._witness = _named(analysis, match)
            self._names.append(self._witness)
        asks = _EXAMINER.search(text)
        if asks is not None:
            named = _named(analysis, asks)
            self._examiner = _Speaker(_without_title(named.name), named.span)

    def speaker(self, turn: _Turn) -> _Speaker:
        """The speaker that a label names: the witness, the examiner, or a name in full."""
        label = turn.label.lower()
        if label in testimony.WITNESS_LABELS and self._witness is not None:
            return self._witness
        if label in testimony.QUESTION_LABELS and self._examiner is not None:
            return self._examiner
        name = _without_title(turn.label).lower()
        full = (w for w in reversed(self._names) if w.name.lower().endswith(f" {name}"))
        speaker = next(full, _Speaker(turn.name, turn.at))
        if " " in name:
            self._names.append(speaker)
        return speaker


def _without_title(name: str) -> str:
    return _TITLE.sub("", name, count=1)


def _named(analysis: Analysis, match: re.Match[str]) -> _Speaker:
    name = match["name"].rstrip(".,")
    start = match.start("name")
    return _Speaker(name, analysis.words.span(start, start + len(name)))


def _heading(analysis: Analysis) -> re.Match[str] | None:
    """The match of a heading that names whose words follow."""
    text = analysis.words.text
    return _HEADED.match(text) if len(text) <= LONGEST_HEADING else None


def _statements(
    analyses: Sequence[Analysis], quotes: Sequence[Sequence[Quotation]]
) -> Iterator[tuple[int, Attribution]]:
    """The attributions of what stands in the first person under a heading such as "Statement of …".

    A whole document under such a title is its author's, and has no source; what was taken down
    from somebody's mouth has one all the same.
    """
    until = -1
    for i, analysis, speaker in _under_headings(analyses):
        if until < i:
            until = last_in_first_person(analyses, quotes, i)
        if i <= until:
            yield from _spoken(i, analysis, speaker)


def _under_headings(analyses: Sequence[Analysis]) -> Iterator[tuple[int, Analysis, _Speaker]]:
    """The passages below the heading of a statement, with whoever makes it."""
    speaker: _Speaker | None = None
    alone = sum(_heading(a) is not None for a in analyses) < 2
    for i, analysis in enumerate(analyses):
        match = _heading(analysis)
        if match is not None:
            title = alone and i == 0 and match["kind"].lower() not in testimony.TAKEN_DOWN
            speaker = None if title else _named(analysis, match)
            continue
        speaker = _deponent(analysis, None if _is_jurat(analysis) else speaker)
        if speaker is not None:
            yield i, analysis, speaker


def last_in_first_person(
    analyses: Sequence[Analysis], quotes: Sequence[Sequence[Quotation]], first: int
) -> int:
    """The place of the last passage of a narrative in the first person, or ``first - 1``.

    A few passages without "I" between two that have it belong to it; a heading or an officer's
    signature ends it.
    """
    last = first - 1
    for i in range(first, len(analyses)):
        here = analyses[i]
        if i > last + LONGEST_ASIDE + 1 or _heading(here) or _is_jurat(here):
            break
        if here.passage.kind in _HEADINGS or here.passage.author:
            break
        if is_first_person(here, quotes[i]):
            last = i
    return last


def _is_jurat(analysis: Analysis) -> bool:
    """Whether a line is the signature of the officer before whom a statement was made."""
    return re.fullmatch(testimony.JURAT, analysis.words.text) is not None


def _deponent(analysis: Analysis, speaker: _Speaker | None) -> _Speaker | None:
    """The speaker of a statement below its heading, or whom a clerk's line calls sworn."""
    if analysis.passage.kind in _HEADINGS:
        return None
    sworn = _SWORN.match(analysis.words.text)
    return _named(analysis, sworn) if sworn is not None and speaker is None else speaker


def is_first_person(analysis: Analysis, quotes: Sequence[Quotation]) -> bool:
    """Whether a passage says "I" outside quotations."""
    return any(
        not any(q.start <= m.start() < q.end for q in quotes)
        for m in _FIRST_PERSON.finditer(analysis.words.text)
    )


def _messages(analyses: Sequence[Analysis]) -> Iterator[tuple[int, Attribution]]:
    """The attributions of messages that a line leads in and a signature closes."""
    first = len(analyses)
    for i, analysis in enumerate(analyses):
        if _LEADS.search(analysis.words.text):
            first = i + 1
        elif first < i <= first + _longest(analyses, i) and (
            match := _SIGNATURE.fullmatch(analysis.words.text)
        ):
            for n in range(first, i):
                yield from _spoken(n, analyses[n], _named(analysis, match))
            first = i + 1 if _is_next_message(analyses[i + 1 : i + 2]) else len(analyses)


def _longest(analyses: Sequence[Analysis], signature: int) -> int:
    """The most passages that a message may have before its signature."""
    above = analyses[signature - 1].words.text[-80:]
    return LONGEST_LETTER if re.search(testimony.VALEDICTION, above) else LONGEST_MESSAGE


def _is_next_message(following: Sequence[Analysis]) -> bool:
    return any(a.passage.kind == "item" or _NUMBERED.match(a.words.text) for a in following)
