"""Event detection: the triggers of a passage that are worth an entry, from its parse.

An event is something that happened, was said, was decided or is planned.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from seriatim.analysis import syntax
from seriatim.analysis.event_mentions import EventMention, PassageStyle
from seriatim.events import trigger_features, trigger_model, types, veridicality
from seriatim.lang import event_types as words
from seriatim.lang import hedges

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from seriatim.analysis import Analysis
    from seriatim.analysis.timex_links import TimexAttachment

KIND_OF_VERB, KIND_OF_NOUN = words.KIND_OF_VERB, words.KIND_OF_NOUN
_TEMPORAL_PREPOSITIONS = frozenset({"after", "before", "following", "during", "since", "until"})
_RAISING = frozenset({"appear", "seem", "happen", "prove", "turn", "get", "come"})
_INTENTION = frozenset({"intend", "plan"})
_HELD = frozenset().union(*hedges.PASSIVE_GOVERNORS.values(), *hedges.GOVERNORS.values()) - {
    "imply",
    "feel",
    "question",
}
_EMPTY_VERBS = words.OCCURRENCE_VERBS | {"produce", "bring", "yield", "fail"}


def find(
    analysis: Analysis, attached: TimexAttachment, style: PassageStyle, *, model: bool = True
) -> list[EventMention]:
    """The event mentions of a passage in the order of its words.

    The rules propose; with ``model`` the trigger model decides, on all candidates of the passage.
    """
    found = by_rules(analysis, attached, style)
    if model:
        found = _decided(analysis, attached, style, found)
    return [found[i] for i in sorted(found)]


def by_rules(
    analysis: Analysis, attached: TimexAttachment, style: PassageStyle
) -> dict[int, EventMention]:
    """The event mentions that the rules propose, by their trigger."""
    taken: set[int] = set(attached.timed)
    found = _verbal_mentions(analysis, attached, style, taken)
    for token in analysis.doc:
        if token.i not in taken and (predicate := _nominal(token, found, style)):
            found[token.i] = predicate
            taken.update(t.i for t in predicate.chain)
    if style.opens_with_date and not found and (predicate := _only_thing(analysis, attached)):
        found[predicate.word.i] = predicate
    return _without_reports_of_events(found)


def candidates(
    analysis: Analysis, attached: TimexAttachment, found: Mapping[int, EventMention]
) -> list[Token]:
    """The words of a passage that can be triggers, those that the rules propose among them."""
    return [t for t in analysis.doc if t.i in found or trigger_features.is_candidate(t, attached)]


def _decided(
    analysis: Analysis,
    attached: TimexAttachment,
    style: PassageStyle,
    proposed: dict[int, EventMention],
) -> dict[int, EventMention]:
    """The mentions whose trigger is probable enough.

    A mention keeps its trigger if that is probable enough, else takes the likeliest of its words.
    """
    asked = candidates(analysis, attached, proposed)
    features = trigger_features.Features(analysis.doc, attached, style, proposed)
    scores = trigger_model.probabilities([features.row(t) for t in asked])
    limit = trigger_model.threshold()
    likely = {
        t.i: s
        for t, s in zip(asked, scores, strict=True)
        if s >= limit and not _is_denial_of_event(proposed.get(t.i))
    }
    found = _kept(proposed, likely)
    return found | _added(analysis.doc, found, likely)


def _is_denial_of_event(mention: EventMention | None) -> bool:
    """Whether a mention denies an event that has an entry, with negative polarity, of its own."""
    return mention is not None and not mention.listed and mention.word.lemma_ in hedges.DENIALS


def _kept(
    proposed: Mapping[int, EventMention], likely: Mapping[int, float]
) -> dict[int, EventMention]:
    """The mentions with a likely trigger, and the reports without one, which are not listed."""
    triggers = [(m, _trigger(m, likely)) for m in proposed.values()]
    listed = {t.i: replace(m, word=t, listed=True) for m, t in triggers if t is not None}
    unlisted = {
        m.word.i: replace(m, listed=False) for m, t in triggers if t is None and m.is_report
    }
    return unlisted | listed


def _added(
    doc: Doc, found: Mapping[int, EventMention], likely: Mapping[int, float]
) -> dict[int, EventMention]:
    """The mentions of likely triggers that are in no listed mention."""
    taken = {t.i for m in found.values() if m.listed for t in m.chain}
    added = {}
    for i in sorted(likely):
        if i not in taken:
            added[i] = _mention(doc[i], taken)
            taken.update(t.i for t in added[i].chain)
    return added


def _trigger(mention: EventMention, likely: Mapping[int, float]) -> Token | None:
    """The word of a mention that is its trigger, or ``None`` where none is probable enough."""
    if mention.word.i in likely:
        return mention.word
    others = [t for t in mention.chain if t.i in likely]
    return max(others, key=lambda t: likely[t.i], default=None)


def _mention(token: Token, taken: Collection[int]) -> EventMention:
    """The mention of a trigger that no rule proposes; it takes no word of another."""
    if token.pos_ != "VERB":
        return EventMention(token, token, types.kind_of_noun(token), (token,))
    chain = [token]
    for verb in _chain(token)[1:]:
        if verb.i in taken:
            break
        chain.append(verb)
    noun = _event_noun(chain[-1])
    if noun is not None and noun.i in taken:
        noun = None
    parts = (*chain, *_with_purpose(noun)) if noun is not None else tuple(chain)
    return EventMention(
        token,
        chain[-1],
        types.kind_of(chain, noun),
        tuple(t for t in parts if t.i not in taken),
        noun,
        report_above(token),
        planned=is_planned(chain),
    )


def _verbal_mentions(
    analysis: Analysis, attached: TimexAttachment, style: PassageStyle, taken: set[int]
) -> dict[int, EventMention]:
    """The event mentions with a verb as trigger; adds their tokens to ``taken``."""
    found: dict[int, EventMention] = {}
    for token in analysis.doc:
        predicate = None if token.i in taken else _verbal(token, attached, style)
        if predicate and taken.isdisjoint(t.i for t in predicate.chain):
            found[predicate.word.i] = predicate
            taken.update(t.i for t in predicate.chain)
    return found


def _verbal(token: Token, attached: TimexAttachment, style: PassageStyle) -> EventMention | None:
    if token.pos_ != "VERB" or token.dep_ in (
        "aux",
        "auxpass",
        "amod",
        "acomp",
        "compound",
        "nmod",
        "prep",
    ):
        return None
    chain = _chain(token)
    if veridicality.has_elliptical_content(chain[-1]):
        return None
    noun = _event_noun(chain[-1])
    word = chain[0] if chain[0].lemma_ in words.ATTEMPT_VERBS or noun is not None else chain[-1]
    has_date = any(
        d.expression.type in ("DATE", "TIME") for t in chain for d in attached.dated.get(t.i, ())
    )
    if style.heading and not _is_of_headline(token):
        return None
    if (
        veridicality.is_parenthetical_report(token)
        or veridicality.is_quoted_modifier(token)
        or veridicality.only_identifies_referent(token, has_date=has_date)
        or not _is_told(token, has_date=has_date, narrative=style.narrative)
        or (noun is None and _is_stative(chain, narrative=style.narrative or has_date))
    ):
        return None
    parts = (*chain, *_with_purpose(noun)) if noun is not None else chain
    return EventMention(
        word,
        chain[-1],
        types.kind_of(chain, noun),
        parts,
        noun,
        report_above(token),
        planned=is_planned(chain),
    )


def _is_of_headline(verb: Token) -> bool:
    """Whether a heading is a sentence of its own with this as its verb, and nobody's words."""
    return (
        not veridicality.is_within_quotation(verb)
        and verb.dep_ == "ROOT"
        and verb.tag_ in ("VBD", "VBZ")
        and any(c.dep_ in ("dobj", "ccomp", "prep", "attr") for c in verb.children)
    )


def is_planned(chain: Sequence[Token]) -> bool:
    """Whether the first verb of a chain makes its event a plan.

    "Began to sell", "seemed to agree" and "was found to have sold" do not.
    """
    first = chain[0]
    if first.dep_ == "xcomp" and first.head.lemma_ in words.BRINGING_ABOUT:
        return False  # "was forced to leave": she left
    return (
        first.lemma_ in _INTENTION
        or veridicality.is_infinitive(first)
        or (syntax.is_passive(first) and first.lemma_ in words.SET_VERBS)
    )


def _with_purpose(noun: Token) -> tuple[Token, ...]:
    """The noun and the infinitive of purpose that modifies it: "efforts to conduct"."""
    return (noun, *(c for c in noun.children if c.dep_ == "acl" and veridicality.is_infinitive(c)))


def _chain(token: Token) -> tuple[Token, ...]:
    """The verbs that form one event.

    Examples: "began to encourage", "appear to have decided", "intended to squeeze".
    """
    if (done := _made_to_be(token)) is not None:
        return (token, done)
    chain = [token]
    while _leads_on(chain[-1]) or _is_passive_report(chain[-1]):
        below = [c for c in chain[-1].children if c.dep_ in ("xcomp", "oprd") and c.pos_ == "VERB"]
        below = below or [
            c
            for c in chain[-1].children
            if _goes_on(chain[-1]) and c.dep_ == "advcl" and veridicality.is_infinitive(c)
        ]
        if not below:
            break
        chain.append(below[0])
    return tuple(chain)


def _leads_on(verb: Token) -> bool:
    """Whether a verb forms one event with its complement.

    Examples: "began to", "tried to", "seemed to", "meant to", "went on to".
    """
    return (
        _goes_on(verb)
        or verb.lemma_ in words.ASPECT_VERBS | words.ATTEMPT_VERBS | _RAISING | _INTENTION
    )


def _goes_on(verb: Token) -> bool:
    return verb.lemma_ == "go" and any(c.lower_ == "on" for c in verb.children)


def _made_to_be(verb: Token) -> Token | None:
    """The participle of a causative "have": "had the offer examined by an officer"."""
    things = syntax.children(verb, "dobj") if verb.lemma_ == "have" else []
    done = (
        c
        for t in things
        for c in syntax.children(t, "acl")
        if c.tag_ == "VBN" and c.i == t.i + 1 and syntax.children(c, "agent")
    )
    return next(done, None)


def _is_passive_report(token: Token) -> bool:
    return token.lemma_ in words.SAYING_VERBS | words.SET_VERBS | _HELD and syntax.is_passive(token)


def _is_told(token: Token, *, has_date: bool, narrative: bool) -> bool:
    """Whether the verb's form asserts an event, or plans one for a day that is named."""
    if (
        veridicality.is_hypothetical(token)
        or veridicality.is_question(token)
        or veridicality.is_habitual(token)
        or _is_empty(token)
    ):
        return False
    match syntax.tense(token):
        case "past" | "perfect" | "pluperfect":
            return not (syntax.is_progressive(token) and token.dep_ in ("relcl", "advcl"))
        case "present":
            return (
                narrative
                or has_date
                or _is_present_report(token)
                or (syntax.is_progressive(token) and _is_main(token))
            )
        case "future":
            return has_date
        case "modal":
            return (
                syntax.is_negated(token)
                and any(a.lower_ in ("could", "would") for a in syntax.auxiliaries(token))
                and token.dep_ == "ROOT"
            )
        case _:
            return _is_told_without_tense(token, has_date=has_date, narrative=narrative)


def _is_told_without_tense(token: Token, *, has_date: bool, narrative: bool) -> bool:
    match token.dep_:
        case "acl" | "advcl" if token.tag_ in ("VBN", "VBD"):
            frames = token.lemma_ == "ask" and token.dep_ == "advcl"  # "asked about it, Roe said"
            return (
                not frames
                and token.lemma_ not in words.NAMING_VERBS | {"follow"}
                and (
                    has_date
                    or _is_set_off(token)
                    or (narrative and token.dep_ == "acl" and token.head.dep_ == "ROOT")
                )
            )
        case "xcomp" if token.tag_ == "VBG":
            return token.head.lemma_ in words.SAYING_VERBS - words.PERCEIVING
        case "pcomp" if token.tag_ == "VBG" or syntax.auxiliaries(token):
            if token.head.lower_ == "by":
                return token.head.head.lemma_ in words.PSYCH_VERBS
            return token.head.lower_ in _TEMPORAL_PREPOSITIONS and _is_told_above(token)
        case "ROOT" | "conj" if token.tag_ == "VBN":
            return narrative or has_date
        case "ROOT" if token.tag_ in ("VB", "VBG"):
            return narrative and bool(syntax.children(token, *syntax.SUBJECTS))
    return has_date and token.dep_ not in ("ccomp", "amod") and not _is_only_purpose(token)


def _is_only_purpose(verb: Token) -> bool:
    """Whether an infinitive is only the purpose of something else.

    Example: "worked with Roe to open the lock in May".
    """
    if not veridicality.is_infinitive(verb):
        return False
    above = verb.head.lemma_.lower()
    if verb.dep_ == "advcl":
        return above not in words.STATIVE_VERBS  # these are not events themselves
    return verb.dep_ in ("acl", "relcl") and above not in hedges.PLANS and above not in KIND_OF_NOUN


def _is_main(token: Token) -> bool:
    return token.dep_ not in ("relcl", "advcl") or (token.dep_ == "advcl" and syntax.is_free(token))


def _is_told_above(token: Token) -> bool:
    """Whether the clause above the token's is asserted as having happened."""
    verbs = (a for a in syntax.ancestors_of(token) if a.pos_ in ("VERB", "AUX"))
    above = next((v for v in verbs if not (v.dep_ == "xcomp" and syntax.tense(v) == "none")), None)
    return above is None or syntax.tense(above) not in ("modal", "future", "present")


def _is_empty(token: Token) -> bool:
    """Whether the verb only stands in for another: "going to buy", "some of this occurred"."""
    if token.lower_ == "going" and any(c.dep_ == "xcomp" for c in token.children):
        return True
    subjects = syntax.children(token, "nsubj")
    return (
        token.lemma_ in ("occur", "happen")
        and bool(subjects)
        and all(s.pos_ in ("PRON", "DET") for s in subjects)
    )


def _is_set_off(token: Token) -> bool:
    """Whether a participle is separated from its noun by a comma, and so adds information."""
    before = token.doc[max(0, token.left_edge.i - 1)]
    return before.text == "," or token.head.i > token.i


def _is_present_report(token: Token) -> bool:
    subject = syntax.subject(token)
    return (
        token.lemma_ in words.SAYING_VERBS
        and token.tag_ == "VBZ"
        and subject is not None
        and (subject.pos_ in ("PROPN", "PRON") or subject.ent_type_ != "")
    )


def _is_stative(chain: Sequence[Token], *, narrative: bool) -> bool:
    """Whether the chain describes a state."""
    last = chain[-1]
    lemma = last.lemma_.lower()
    if (
        lemma in words.PSYCH_VERBS
        or _only_counts_or_holds(last)
        or (lemma == "appear" and syntax.children(last, "acomp", "oprd", "xcomp"))
    ):
        return True
    if _is_eventive(last):
        return False
    if lemma not in words.STATIVE_VERBS or (narrative and lemma in words.WEAKLY_STATIVE_VERBS):
        return False
    if len(chain) > 1 and chain[0].lemma_ not in _RAISING:
        return lemma in ("be", "have")
    return not (lemma in words.STATIVE_UNLESS_AGENT and syntax.children(last, "agent", "prt"))


def _is_eventive(verb: Token) -> bool:
    """Whether a stative verb's form or complements make it an event: "was born"."""
    lemma = verb.lemma_.lower()
    if lemma == "bear" and verb.lower_ == "born":
        return True
    if lemma == "consider":
        things = syntax.children(verb, "dobj")
        weighs = any(d.lemma_.lower() in KIND_OF_NOUN for d in things)
        if weighs or syntax.children(verb, "xcomp"):
            return True
    if lemma not in words.TRANSITIVE_EVENTS or syntax.children(verb, "ccomp", "xcomp", "oprd"):
        return False
    return bool(syntax.children(verb, "dobj", "nsubjpass"))


def _only_counts_or_holds(verb: Token) -> bool:
    """Whether the verb gives a sum or an opinion: "that adds up to nine", "saw it as a promise"."""
    if verb.lemma_ == "add":
        return any(p.lower_ == "up" for p in syntax.children(verb, "prt"))
    held = (p for t in (verb, *syntax.children(verb, "dobj")) for p in syntax.children(t, "prep"))
    return verb.lemma_ == "see" and any(p.lower_ == "as" for p in held)


def _event_noun(verb: Token) -> Token | None:
    """The event noun that a light verb takes its meaning from, or ``None``.

    It is the object, the passive subject, or what the subject is engaged in.
    """
    if verb.lemma_ not in words.LIGHT_VERBS:
        return None
    objects = syntax.children(verb, "dobj", "nsubjpass") or (
        syntax.children(verb.head, "dobj") if verb.dep_ == "relcl" else []
    )
    objects += [
        o
        for p in syntax.children(verb, "prep")
        if p.lower_ == "in" and verb.lemma_ in ("engage", "take")
        for o in syntax.children(p, "pobj")
    ]
    occurs = verb.lemma_ in words.OCCURRENCE_VERBS and not (
        verb.lemma_ == "take" and any(o.lower_ != "place" for o in objects)
    )
    objects += syntax.children(verb, "nsubj") if occurs else []
    return next((o for o in objects if o.lemma_.lower() in KIND_OF_NOUN), None)


def report_above(token: Token) -> Token | None:
    """The reporting verb whose content the token's clause is, or ``None``."""
    here = token
    while here.dep_ in ("conj", "xcomp", "acl", "relcl", "advcl") and here.head != here:
        if syntax.is_time_of_saying(here):
            return None
        here = here.head
    if here.dep_ == "ccomp" and here.head.lemma_ in words.SAYING_VERBS:
        return None if any(t.text == ";" for t in here.doc[here.i : here.head.i]) else here.head
    own = (
        token.dep_ == "xcomp"
        and token.tag_ == "VBG"
        and token.head.lemma_ in words.SAYING_VERBS - words.PERCEIVING
    )
    return token.head if own else None


def _nominal(
    token: Token, found: Mapping[int, EventMention], style: PassageStyle
) -> EventMention | None:
    lemma = token.lemma_.lower()
    if style.heading or lemma not in KIND_OF_NOUN or token.ent_type_ in ("PERSON", "ORG", "GPE"):
        return None
    if token.pos_ == "VERB":
        alone = style.opens_with_date and _is_bare_verb(token)
        return EventMention(token, token, KIND_OF_NOUN[lemma], (token,)) if alone else None
    return _noun(token, found) if token.pos_ in ("NOUN", "PROPN") else None


def _noun(token: Token, found: Mapping[int, EventMention]) -> EventMention | None:
    """The mention of an event noun, if its clause says that the event happened or is planned."""
    kind, verb = types.kind_of_noun(token), token.head
    if verb.i not in found and _is_subject_of_empty_verb(token):
        return EventMention(token, token, kind, (token, verb)) if _is_past(verb) else None
    if deeds := _deeds(token):
        return EventMention(token, token, kind, (token, *deeds))
    if token.dep_ == "nsubjpass" and verb.lemma_ in words.SET_VERBS and verb.i not in found:
        return EventMention(token, token, kind, (token, verb), planned=True)
    if _gives_time(token) or _has_author(token):
        return EventMention(token, token, kind, (token,))
    return None


def _gives_time(noun: Token) -> bool:
    """Whether a particular event gives the time of another: "after the sale of the mill"."""
    return (
        noun.dep_ == "pobj"
        and noun.head.lower_ in _TEMPORAL_PREPOSITIONS
        and _is_particular(noun)
        and not _is_foreseen(noun)
    )


def _is_bare_verb(token: Token) -> bool:
    """Whether a word is the only verb of its sentence, without subject: a noun parsed as a verb."""
    alone = not syntax.children(token, "nsubj", "aux")
    return token.dep_ == "ROOT" and token.tag_ == "VB" and alone


def _is_subject_of_empty_verb(noun: Token) -> bool:
    """Whether an event noun is the subject of a verb that only says that it happened."""
    subject = noun.dep_ in ("nsubj", "nsubjpass")
    return subject and noun.head.lemma_ in _EMPTY_VERBS and _only_happens(noun.head)


def _deeds(noun: Token) -> list[Token]:
    """The infinitives that say what a particular effort or decision was to do."""
    if noun.lemma_.lower() not in words.DEED_NOUNS or noun.dep_ == "pobj":
        return []
    deeds = [c for c in syntax.children(noun, "acl") if veridicality.is_infinitive(c)]
    return deeds if _is_particular(noun) else []


def _only_happens(verb: Token) -> bool:
    """Whether a verb asserts that its subject happened.

    Not one with an object ("followed one another"), nor one whose clause is left open.
    """
    return not veridicality.is_hypothetical(verb) and not (
        verb.lemma_ == "follow" and syntax.children(verb, "dobj")
    )


def _is_foreseen(noun: Token) -> bool:
    """Whether an event noun only sets a limit for something still to be done.

    Example: "to be settled before the opening of the fair".
    """
    verb = syntax.clause_verb(noun)
    meant = (
        verb is not None
        and veridicality.is_infinitive(verb)
        and not any(a.lower_ == "have" for a in syntax.auxiliaries(verb))
    )
    return (
        noun.head.lower_ in ("before", "until")
        and verb is not None
        and (meant or syntax.tense(verb) == "modal")
    )


def _only_thing(analysis: Analysis, attached: TimexAttachment) -> EventMention | None:
    """The event of an item under a date in which no other was found, or ``None``.

    Its trigger is the first verb, the office in "is an adviser", or the first noun.
    """
    for token in analysis.doc:
        if token.i in attached.timed or token.dep_ not in ("ROOT", "nsubj") or token.is_punct:
            continue
        if office := syntax.children(token, "attr"):
            return EventMention(office[0], token, "appointment", (token, office[0]), office[0])
        if (
            token.pos_ in ("VERB", "AUX")
            and not veridicality.is_question(token)
            and not veridicality.is_hypothetical(token)
        ):
            return EventMention(
                token, token, KIND_OF_VERB.get(token.lemma_.lower(), "act"), (token,)
            )
        if token.dep_ == "ROOT" and token.pos_ == "NOUN":
            return EventMention(
                token, token, KIND_OF_NOUN.get(token.lemma_.lower(), "act"), (token,)
            )
    return None


def _is_particular(noun: Token) -> bool:
    """Whether the noun says whose event it is, or of what."""
    whose = [
        o
        for p in syntax.children(noun, "prep")
        if p.lower_ in ("of", "by", "from", "on")
        for o in syntax.children(p, "pobj", "pcomp")
    ]
    return bool(syntax.children(noun, "poss")) or any(
        o.ent_type_ != "DATE" or o.head.lower_ == "on" for o in whose
    )


def _has_author(noun: Token) -> bool:
    """Whether the noun has an author: "a request from …", "an attack by …"."""
    makers = {"request", "offer", "attack", "message", "call", "statement", "decision", "visit"}
    return KIND_OF_NOUN.get(noun.lemma_.lower()) in makers and any(
        p.dep_ in ("prep", "agent")
        and p.lower_ in ("from", "by")
        and any(_is_somebody(o) for o in syntax.children(p, "pobj"))
        for p in noun.children
    )


def _is_somebody(thing: Token) -> bool:
    return (bool(thing.ent_type_) or thing.pos_ == "PROPN") and thing.ent_type_ not in (
        "DATE",
        "TIME",
        "CARDINAL",
        "ORDINAL",
    )


def _without_reports_of_events(found: dict[int, EventMention]) -> dict[int, EventMention]:
    """The mentions, with the reporting verbs unlisted whose content is itself the event."""
    told = {
        p.report.i
        for p in found.values()
        if p.report is not None and _is_past_content(p) and not _is_quoted(p)
    }
    return {
        i: replace(p, listed=False) if p.word.i in told and p.is_report and _only_reports(p) else p
        for i, p in found.items()
    }


def _only_reports(predicate: EventMention) -> bool:
    return predicate.word.lemma_ not in words.SPEECH_ACTS and not syntax.is_negated(predicate.word)


def _is_past_content(predicate: EventMention) -> bool:
    head = predicate.chain[0]
    while head.dep_ in ("conj", "xcomp") and head.head.pos_ == "VERB":
        head = head.head
    if head.dep_ == "xcomp":
        return head.tag_ == "VBG"
    return head.dep_ == "ccomp" and not predicate.planned and _is_past(predicate.chain[0])


def _is_past(verb: Token) -> bool:
    return syntax.tense(verb) in ("past", "perfect", "pluperfect")


def _is_quoted(predicate: EventMention) -> bool:
    """Whether quotation marks separate the content from its reporting verb.

    A quotation is itself an utterance, and so an event.
    """
    if predicate.report is None:
        return False
    first, last = sorted((predicate.report.i, predicate.chain[0].i))
    return any(t.text in ('"', "“", "”", "``", "''") for t in predicate.word.doc[first:last])
