"""The names of a document under their full forms.

Surnames, titles, acronyms and short forms are resolved to the full name that the document gives.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from seriatim.coref import spelling
from seriatim.coref.names import Name
from seriatim.lang import given_names, roles
from seriatim.model import MentionKind

_INITIAL = re.compile(r"[A-Z]\.?")
_SMALL_WORDS = frozenset({"of", "the", "and", "for", "in", "on", "de", "la", "et", "&"})


@dataclass(slots=True)
class Entry:
    """The uses of one form of a name in a document."""

    text: str
    kinds: Counter[MentionKind] = field(default_factory=Counter)
    titles: Counter[str] = field(default_factory=Counter)
    first: int = 0  # its place in the order of the document

    def count(self, name: Name) -> None:
        """Count a use of the form."""
        clear = name.title or (name.kind == "person" and len(name.words) > 1)
        self.kinds[name.kind] += 3 if clear else 1
        if name.title:
            self.titles[name.title] += 1

    @property
    def kind(self) -> MentionKind:
        """The kind that most uses have; one with a title or a given name weighs most.

        The parse takes a bare surname for a body as often as for a person: a quarter of the uses is
        enough for a person.
        """
        if (
            " " not in self.text
            and not self.text.isupper()
            and 4 * self.kinds["person"] >= self.kinds.total() > 1
        ):
            return "person"
        return max(self.kinds, key=lambda k: (self.kinds[k], k)) if self.kinds else "other"


class NameIndex:
    """An index of the names of one document.

    ``full`` returns the full name of a form, ``kind`` what it names, ``gender`` the pronoun that
    goes with it.
    """

    def __init__(self, names: Iterable[Name], texts: Sequence[str]) -> None:
        """Index the ``names``, in the order of the document, and the acronyms in the ``texts``."""
        self.entries: dict[str, Entry] = {}
        for i, name in enumerate(names):
            self.entries.setdefault(name.text, Entry(name.text, first=i)).count(name)
        self._titled: dict[str, set[str]] = defaultdict(set)
        # Organizations of several words, by each of them.
        self._bodies: dict[str, list[Entry]] = defaultdict(list)
        self._given: dict[str, set[str]] = defaultdict(set)
        for entry in self.entries.values():
            self._index(entry)
        self._acronyms = _acronyms(texts, self.entries)
        counts = {t: sum(e.kinds.values()) for t, e in self.entries.items()}
        self._slips = spelling.slips(
            counts, frozenset(t for t, e in self.entries.items() if self._is_full_person(e))
        )
        self._surnames: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries.values():
            if self._is_full_person(entry) and entry.text not in self._slips:
                self._surnames[surname(entry.text)].append(entry)
        self._full = {text: self._resolve(entry) for text, entry in self.entries.items()}

    def _index(self, entry: Entry) -> None:
        words = entry.text.split()
        for title in entry.titles:
            self._titled[title].add(entry.text)
        if entry.kind == "organization" and len(words) > 1:
            for word in {w.lower() for w in words}:
                self._bodies[word].append(entry)
        if self._is_full_person(entry):
            self._given[core(entry.text)[0]].add(entry.text)

    def full(self, text: str) -> str:
        """The fullest name that the document gives for a form."""
        meant = self._slips.get(text, text)
        return self._full.get(meant, meant)

    def is_misspelled(self, text: str) -> bool:
        """Whether the form is a misspelling of another one."""
        return text in self._slips

    def forms(self) -> dict[str, MentionKind]:
        """The single words that name a person or an organization, with what they name."""
        words: dict[str, MentionKind] = {
            t: e.kind
            for t, e in self.entries.items()
            if e.kind in ("person", "organization") and " " not in t
        }
        for name in self._surnames:
            words[name] = "person"
        return words

    def add_title(self, title: str, text: str) -> None:
        """Note an office or a role that the document gives to a name."""
        if text in self.entries:
            self.entries[text].titles[title] += 1
            self._titled[title].add(text)

    def bearer(self, title: str) -> str | None:
        """The only name with this title, office or role in the document, or ``None``."""
        bearers = {self.full(t) for t in self._titled.get(title, ())}
        return bearers.pop() if len(bearers) == 1 else None

    def organization_with(self, noun: str) -> str | None:
        """The only organization whose name contains the noun, or ``None``.

        "The bank" is the "Savings Bank".
        """
        bodies = {self.full(e.text) for e in self._bodies.get(noun, ())}
        return bodies.pop() if len(bodies) == 1 else None

    def kind(self, text: str) -> MentionKind:
        """What the name names.

        "The bank" is the "Savings Bank".
        """
        entry = self.entries.get(self.full(text)) or self.entries.get(text)
        return entry.kind if entry else "other"

    def gender(self, text: str) -> Literal["m", "f", ""]:
        """``m``, ``f`` or, where neither a title nor a given name decides, ``""``."""
        full = self.full(text)
        titles = Counter[str]()
        for form in (text, full):
            if form in self.entries:
                titles += self.entries[form].titles
        if any(t in roles.MALE_TITLES for t in titles):
            return "m"
        if any(t in roles.FEMALE_TITLES for t in titles):
            return "f"
        first = full.split()[0].lower() if full.split() else ""
        return (
            "m"
            if first in given_names.MALE_NAMES - given_names.FEMALE_NAMES
            else "f"
            if first in given_names.FEMALE_NAMES - given_names.MALE_NAMES
            else ""
        )

    def _is_full_person(self, entry: Entry) -> bool:
        parts = entry.text.split()
        return entry.kind == "person" and len(core(entry.text)) > 1 and parts[0][:1].isupper()

    def _resolve(self, entry: Entry) -> str:
        text = entry.text
        if text in self._acronyms:
            return self._acronyms[text]
        parts = core(text)
        if self._is_full_person(entry):
            return self._longest(
                text, [e for e in self._surnames[surname(text)] if is_same_person(text, e.text)]
            )
        if len(parts) == 1 and parts[0] in self._surnames:
            return self._by_surname(entry, self._surnames[parts[0]])
        if len(parts) == 1 and parts[0].lower() in given_names.GIVEN_NAMES:
            bearers = self._given.get(parts[0], set())
            return next(iter(bearers)) if len(bearers) == 1 else text
        return self._body(entry)

    def _by_surname(self, entry: Entry, bearers: list[Entry]) -> str:
        """The full name of a surname: of its bearers, those whose suffix agrees, else the first."""
        suffix = name_suffix(entry.text)
        bearers = [e for e in bearers if self._may_have_titles(entry, e)]
        fitting = [e for e in bearers if name_suffix(e.text) == suffix] or (
            [] if suffix else [e for e in bearers if self._may_drop_suffix(entry, e)]
        )
        if not fitting:
            return entry.text
        if (
            entry.kind == "organization"
            and entry.kinds["organization"] > 2 * len(fitting) + entry.kinds["person"]
        ):
            return entry.text
        return self._longest(
            fitting[0].text, [e for e in fitting if is_same_person(fitting[0].text, e.text)]
        )

    def _may_have_titles(self, entry: Entry, bearer: Entry) -> bool:
        """Whether the titles of a surname fit the given name: "Mr Moor" is not Ada Moor."""
        first = bearer.text.split()[0].lower()
        if entry.titles.keys() & roles.MALE_TITLES:
            other = given_names.FEMALE_NAMES - given_names.MALE_NAMES
        elif entry.titles.keys() & roles.FEMALE_TITLES:
            other = given_names.MALE_NAMES - given_names.FEMALE_NAMES
        else:
            return True
        return first not in other or bool(entry.titles.keys() & bearer.titles.keys())

    def _may_drop_suffix(self, entry: Entry, bearer: Entry) -> bool:
        """Whether a bare surname can refer to a junior.

        He was named before, and never by surname and suffix alone.
        """
        short = f"{surname(bearer.text)} {bearer.text.split()[-1]}"
        return (
            bearer.first < entry.first
            and short not in self.entries
            and f"{short}." not in self.entries
        )

    @staticmethod
    def _longest(text: str, entries: list[Entry]) -> str:
        return max([text, *(e.text for e in entries)], key=lambda t: (len(t), t))

    def _body(self, entry: Entry) -> str:
        """The long form of an organization's name.

        Examples: "Acme" of "Acme Corporation"; "Commission" of "Miller Commission".
        """
        if entry.kind == "place":
            return entry.text
        own = entry.text.split()
        longer = [e for e in self._bodies.get(own[0].lower(), ()) if len(e.text.split()) > len(own)]
        suffixed = [e.text for e in longer if _is_long_form(own, e.text.split())]
        if suffixed:
            return suffixed[0]
        if len(own) == 1 and own[0].lower() in roles.BODY_NOUNS:
            ending = sorted(
                {
                    e.text
                    for e in longer
                    if e.text.split()[-1] == own[0]
                    or (e.text.split()[0] != own[0] and f" {own[0]} of " in e.text)
                }
            )
            return ending[0] if len(ending) == 1 else entry.text
        return entry.text


def _is_long_form(short: list[str], long: list[str]) -> bool:
    """Whether a name is another one followed by a corporate form only."""
    return long[: len(short)] == short and all(
        w.lower().strip(".,") in roles.CORPORATE_SUFFIXES for w in long[len(short) :]
    )


def core(text: str) -> tuple[str, ...]:
    """The words of a person's name without suffixes."""
    return tuple(
        w for w in text.replace(",", " ").split() if w.strip(".").lower() not in roles.NAME_SUFFIXES
    )


def surname(text: str) -> str:
    """The last word of a person's name that is not a suffix."""
    parts = core(text)
    return parts[-1] if parts else text


def name_suffix(text: str) -> str:
    """The suffix of a name (``jr``, ``sr``, ``iii`` …), or ""."""
    last = text.rsplit(maxsplit=1)[-1].strip(".").lower() if text.split() else ""
    return last if last in roles.NAME_SUFFIXES else ""


def is_same_person(a: str, b: str) -> bool:
    """Whether two full names can belong to one person.

    They share the surname, and the given names agree as far as both have them, initials included.
    """
    if name_suffix(a) != name_suffix(b) or surname(a) != surname(b):
        return False
    first, second = core(a)[:-1], core(b)[:-1]
    if not first or not second:
        return False
    short, long = sorted((first, second), key=len)
    return _agree(short[0], long[0]) and all(any(_agree(s, w) for w in long) for s in short)


def _agree(a: str, b: str) -> bool:
    if _INITIAL.fullmatch(a) or _INITIAL.fullmatch(b):
        return a[0] == b[0]
    return a == b


def _acronyms(texts: Sequence[str], entries: dict[str, Entry]) -> dict[str, str]:
    """The short forms in brackets after the name that they abbreviate: short form → name."""
    found = {}
    for text in texts:
        for match in re.finditer(r"\(([\"“']?)([A-Z][A-Za-z&.]{1,9})[\"”']?\)", text):
            before = text[: match.start()].rstrip()
            if long := _long_form(before, match.group(2).replace(".", "")):
                found[match.group(2)] = long
    return {short: long for short, long in found.items() if short in entries or long in entries}


def _long_form(before: str, short: str) -> str | None:
    """The words at the end of a text whose initials are those of the short form, or ``None``."""
    words = before.split()
    letters = [c for c in short if c.isupper()]
    for n in range(len(letters), min(len(words), len(letters) + 4) + 1):
        run = words[-n:]
        initials = [
            p[0]
            for w in run
            for p in [w.strip("\"“'(")]
            if p and p.lower() not in _SMALL_WORDS and p[0].isupper()
        ]
        if initials == letters and run[0][0].isupper():
            return " ".join(run).strip(",")
    return None
