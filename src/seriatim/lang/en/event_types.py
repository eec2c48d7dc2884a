"""Kinds of event, by the words that name them; verbs that take their meaning from a noun; verbs that tell states.

Lemmas as spaCy's lemmatizer gives them.  A verb that stands nowhere here is taken for a happening
of the kind ``act``.
"""

from __future__ import annotations

KIND_VERBS: dict[str, frozenset[str]] = {
    "meeting": frozenset("meet convene assemble gather confer huddle".split()),
    "call": frozenset("call phone telephone ring dial".split()),
    "message": frozenset(
        "email e-mail text message cable telegraph wire write reply tweet retweet post mail fax dm relay".split()
    ),
    "contact": frozenset(
        "contact approach introduce visit talk speak discuss converse correspond communicate chat negotiate consult liaise".split()
    ),
    "statement": frozenset(
        """say tell state announce declare claim assert allege argue insist maintain deny admit acknowledge concede confirm explain add note
        remark comment warn predict promise pledge vow threaten report reveal disclose describe emphasize stress reiterate repeat answer respond
        praise criticize criticise condemn denounce apologize apologise thank boast complain accuse blame testify recall remember question
        endorse enthuse hint imply insinuate blast slam lambast inform notify brief mention cite protest exclaim""".split()
    ),
    "publication": frozenset(
        "publish release issue print broadcast air upload leak unveil post circulate distribute launch".split()
    ),
    "payment": frozenset(
        "pay donate reimburse fund finance bribe wire transfer spend invest lend borrow repay refund compensate".split()
    ),
    "trade": frozenset("buy sell purchase acquire trade auction merge lease hedge short".split()),
    "travel": frozenset(
        "travel come go fly arrive depart leave return land sail march drive ride enter cross board disembark embark journey retreat withdraw flee escape evacuate reach".split()
    ),
    "legal action": frozenset(
        """sue charge indict arrest detain convict sentence acquit plead try prosecute subpoena rule overturn uphold appeal extradite imprison jail
        release parole pardon execute fine settle dismiss raid seize search depose summon""".split()
    ),
    "appointment": frozenset(
        "appoint name hire elect nominate promote succeed become join choose select designate install crown inaugurate swear".split()
    ),
    "departure": frozenset(
        "resign quit retire fire dismiss oust remove abdicate expel suspend leave step demote".split()
    ),
    "attack": frozenset(
        "attack bomb shoot stab shell strike ambush invade assault raid fire besiege storm capture destroy sink torpedo defeat kill wound injure murder assassinate abuse rape beat kidnap hijack".split()
    ),
    "intrusion": frozenset(
        "hack breach infiltrate phish penetrate compromise steal target".split()
    ),
    "decision": frozenset(
        "decide authorize authorise approve reject veto order resolve vote agree refuse decline recommend adopt pass enact ratify ban permit allow grant award deny repeal cancel postpone delay".split()
    ),
    "request": frozenset(
        "ask request demand urge appeal petition invite apply beg solicit call encourage lobby press".split()
    ),
    "offer": frozenset("offer propose pitch suggest volunteer submit present".split()),
    "agreement": frozenset("sign agree conclude settle ally surrender capitulate".split()),
    "sanction": frozenset("sanction embargo blacklist penalize penalise".split()),
    "founding": frozenset(
        "found establish create form build open introduce incorporate set begin start inaugurate".split()
    ),
    "closure": frozenset(
        "close cease dissolve disband shut terminate end abolish stop collapse liquidate".split()
    ),
    "investigation": frozenset(
        "investigate probe examine audit inspect interview interrogate question inquire".split()
    ),
    "accident": frozenset("crash collide derail capsize erupt explode".split()),
    "death": frozenset("die perish drown succumb".split()),
    "birth": frozenset("bear".split()),
    "discovery": frozenset(
        "discover find uncover detect identify learn notice observe see spot".split()
    ),
}

KIND_NOUNS: dict[str, frozenset[str]] = {
    "meeting": frozenset(
        "meeting conference teleconference summit gathering session hearing rally convention assembly dinner lunch breakfast reception gala briefing interview telecon congress".split()
    ),
    "call": frozenset("call phonecall".split()),
    "message": frozenset(
        "email e-mail letter message telegram cable note tweet reply memo memorandum dispatch correspondence".split()
    ),
    "contact": frozenset(
        "contact conversation communication discussion talk negotiation exchange visit encounter consultation dialogue".split()
    ),
    "statement": frozenset(
        "statement announcement speech declaration remark comment claim allegation denial apology warning promise testimony recommendation protest threat prediction response answer accusation complaint address confession admission assurance pledge".split()
    ),
    "publication": frozenset("publication release broadcast leak disclosure".split()),
    "payment": frozenset(
        "payment donation bribe transfer loan contribution refund purchase".split()
    ),
    "trade": frozenset(
        "sale purchase acquisition merger trade deal transaction takeover bailout".split()
    ),
    "travel": frozenset(
        "trip travel visit journey flight arrival departure return tour voyage march crossing passage escape retreat evacuation withdrawal landing launch".split()
    ),
    "legal action": frozenset(
        "lawsuit suit trial arrest indictment conviction sentence verdict ruling appeal charge prosecution raid search seizure execution settlement extradition bankruptcy".split()
    ),
    "appointment": frozenset(
        "appointment election nomination promotion inauguration coronation candidacy".split()
    ),
    "departure": frozenset(
        "resignation dismissal retirement removal firing abdication expulsion".split()
    ),
    "attack": frozenset(
        """attack bombing shooting assault invasion ambush strike battle raid massacre explosion murder assassination killing siege crash
        hijacking bombardment offensive war fighting clash uprising rebellion riot coup revolt mutiny""".split()
    ),
    "intrusion": frozenset(
        "hack hacking breach intrusion cyberattack cyber-attack phishing".split()
    ),
    "decision": frozenset(
        "decision approval refusal rejection vote veto order authorization referendum".split()
    ),
    "request": frozenset("request demand appeal petition invitation application".split()),
    "offer": frozenset("offer proposal bid pitch".split()),
    "agreement": frozenset(
        "agreement treaty accord pact alliance ceasefire truce armistice surrender capitulation contract".split()
    ),
    "sanction": frozenset("sanction sanctions embargo".split()),
    "founding": frozenset("founding establishment creation formation opening introduction".split()),
    "closure": frozenset("closure dissolution collapse termination".split()),
    "investigation": frozenset(
        "investigation inquiry probe audit inspection inquest examination".split()
    ),
    "death": frozenset("death funeral suicide".split()),
    "birth": frozenset("birth".split()),
    "discovery": frozenset("discovery finding".split()),
    "accident": frozenset(
        "accident disaster earthquake flood fire eruption collision derailment outbreak epidemic storm hurricane famine".split()
    ),
    "change": frozenset(
        "rise fall increase decrease drop surge decline move change shift transfer".split()
    ),
    "vote": frozenset("vote election ballot poll".split()),
    "protest": frozenset("protest demonstration strike boycott walkout".split()),
    "failure": frozenset("failure omission".split()),
    "effort": frozenset("effort attempt work development preparation".split()),
}

KIND_OF_VERB = {lemma: kind for kind, lemmas in reversed(KIND_VERBS.items()) for lemma in lemmas}
KIND_OF_NOUN = {lemma: kind for kind, lemmas in reversed(KIND_NOUNS.items()) for lemma in lemmas}

# Verbs that say little of their own where their object names a happening.
LIGHT_VERBS = frozenset(
    """hold have make give take do conduct issue send deliver carry launch file lodge undertake perform stage mount host exchange engage reach
    sign declare announce receive get place put pay bring offer express enter begin start commence open resume continue cease end stop halt
    attempt suffer commit submit produce show provide write convene form""".split()
)

# Which of several kinds a verb names, by what stands with it, the first that holds: a particle,
# preposition or object as written, or a
# class of what it takes (``events/types.py``); "" always holds.
KINDS_BY_COMPLEMENT: dict[str, tuple[tuple[str, str], ...]] = {
    "accept": (("=content", "statement"), ("", "act")),
    "arrive": (("=message goes", "message"),),
    "become": (("=office", "appointment"), ("", "change")),
    "begin": (("", "act"),),
    "call": (
        ("off", "decision"),
        ("for", "request"),
        ("on", "request"),
        ("upon", "request"),
        ("=opinion", "statement"),
        ("=to do", "request"),
        ("as", "statement"),
    ),
    "charge": (("=toll", "payment"),),
    "choose": (("=to do", "decision"),),
    "claim": (("=lives", "death"),),
    "close": (("=shutter", "act"), ("=it", "act")),
    "collapse": (("=building goes", "accident"),),
    "come": (
        ("=message goes", "message"),
        ("by", "act"),
        ("as", "act"),
        ("with", "act"),
        ("after", "act"),
        ("under", "act"),
        ("=happening comes", "act"),
    ),
    "die": (("=law goes", "decision"),),
    "dismiss": (("=court matter", "legal action"), ("=actor", "departure"), ("", "decision")),
    "fire": (("=shots", "attack"), ("at", "attack"), ("on", "attack"), ("into", "attack")),
    "clear": (("of", "legal action"),),
    "end": (("=happening comes", "act"), ("=happening", "act")),
    "find": (("=opinion", "decision"),),
    "go": (("off", "act"), ("wrong", "act")),
    "give": (("evidence", "statement"),),
    "introduce": (("to", "contact"), ("=law", "act"), ("", "founding")),
    "learn": (("=skill", "act"),),
    "leave": (("=message goes", "message"), ("=happening", "act")),
    "open": (("fire", "attack"), ("=shutter", "act"), ("=it", "act"), ("=case", "investigation")),
    "pass": (("=law", "decision"), ("=law goes", "decision"), ("", "act")),
    "plead": (("guilty", "legal action"), ("=opinion", "legal action"), ("", "request")),
    "present": (("itself", "act"),),
    "return": (("=object", "act"),),
    "reach": (("=message goes", "message"), ("=place", "travel"), ("", "act")),
    "set": (("up", "founding"), ("sail", "travel"), ("off", "act"), ("", "act")),
    "sign": (("=cheque", "act"),),
    "step": (("down", "departure"), ("aside", "departure"), ("", "act")),
    "steal": (("=data", "intrusion"), ("", "act")),
    "spend": (("=length", "act"),),
    "start": (("", "act"),),
    "take": (("by", "act"),),
    "transfer": (("=actor", "appointment"),),
}
LAWS = frozenset(
    "law bill act motion resolution measure budget amendment ordinance statute decree referendum".split()
)
SHUTTERS = frozenset(
    "door gate window sluice lock valve lid safe drawer box letter envelope parcel hatch shutter tap curtain book eye mouth".split()
)
BUILDINGS = frozenset(
    "mill bridge roof wall building tower dam house floor ceiling tunnel mine pier crane stand platform barn church".split()
)
DATA = frozenset(
    "email e-mail data file password document record information message identity code".split()
)
CASES = frozenset("file case inquiry investigation probe inquest".split())
TOLLS = frozenset("toll fee price rate sum fare rent interest commission duty".split())
SKILLS = frozenset("trade craft language art lesson alphabet reading".split())
CHEQUES = frozenset("cheque check receipt form register book ledger".split())
# Happenings of which "of" names who suffers them, and no one who does them: "the arrest of the
# mayor".
DONE_TO = frozenset(
    """arrest trial indictment conviction sentence prosecution execution extradition murder assassination killing bombing bombardment massacre siege
    invasion seizure raid search hijacking removal dismissal firing expulsion suspension appointment nomination election promotion inauguration
    coronation sale purchase acquisition takeover bailout publication release disclosure leak closure dissolution inspection audit examination
    investigation interview creation establishment founding destruction burial funeral""".split()
)
COURT_MATTERS = frozenset(
    "case suit lawsuit claim charge appeal complaint indictment action motion petition".split()
)
LENGTHS = frozenset(
    "day week month year decade hour minute night evening morning afternoon weekend summer winter time life".split()
)

# Past forms of verbs that a headline's present tense makes look like nouns, where they are not made
# with "-ed".
IRREGULAR_PAST = {
    "meet": "met",
    "hold": "held",
    "tell": "told",
    "leave": "left",
    "fight": "fought",
    "win": "won",
    "lead": "led",
    "hit": "hit",
    "cut": "cut",
    "send": "sent",
    "meets": "met",
    "speak": "spoke",
    "flee": "fled",
    "shoot": "shot",
    "strike": "struck",
    "run": "ran",
    "fall": "fell",
    "rise": "rose",
    "drive": "drove",
    "fly": "flew",
    "buy": "bought",
    "sell": "sold",
    "spend": "spent",
    "pay": "paid",
    "bid": "bid",
    "set": "set",
    "put": "put",
    "shut": "shut",
    "quit": "quit",
    "split": "split",
    "swear": "swore",
    "steal": "stole",
    "break": "broke",
    "begin": "began",
    "give": "gave",
    "take": "took",
    "write": "wrote",
    "find": "found",
    "keep": "kept",
    "make": "made",
    "say": "said",
    "see": "saw",
    "show": "showed",
    "sink": "sank",
    "sit": "sat",
    "teach": "taught",
    "catch": "caught",
    "bring": "brought",
}

# Verbs that only say that the happening named by their subject happened, or where in its course it
# was.
OCCURRENCE_VERBS = frozenset(
    "occur happen begin start commence end last follow continue take break resume erupt conclude ensue arise come".split()
)

ASPECT_VERBS = frozenset(
    "begin start continue resume proceed keep".split()
)  # the verb under them names the happening
ATTEMPT_VERBS = frozenset(
    "attempt try fail refuse cease stop finish manage decline seek struggle".split()
)  # they and the verb under them are one happening

ATTEMPTS = frozenset(
    "attempt try seek struggle".split()
)  # of these, what only tells that somebody worked at it

STATIVE_VERBS = frozenset(
    """be have do know believe think want need like love own contain include consist remain seem feature involve lack require depend mean
    understand hope wish belong concern constitute comprise exist resemble equal cost weigh fit deserve prefer hate fear suspect doubt
    consider regard possess hold live reside lie stand stay matter intend expect plan tend rely differ vary relate reflect represent
    signify denote imply entail suit own face bear extend stretch surround span overlook total number exceed await wait
    feel assume suppose imagine presume anticipate trust recognize realise realize value support maintain dictate indicate suggest show
    demonstrate illustrate prove help enable allow cause make let keep continue work serve function operate act play base locate situate
    entitle know refer use look sound smell taste wear sit specialize focus aim date accord compare couple
    associate link connect relate range deal apply correspond interest please concern worry surprise shock stun amaze anger annoy alarm
    embarrass impress delight disappoint frighten upset outrage relieve owe characterize ensure affect influence""".split()
)

# Stative in a story told in the past; in a list of dates ("… appears at the rally") they tell what
# happened.
WEAKLY_STATIVE_VERBS = frozenset(
    """hold appear see hear face carry bear stand stay show support find look make cause let keep continue serve operate act play call name
    refer use focus aim deal apply help enable allow lead work drive push target embrace demonstrate""".split()
)

# Stative without an object; with one they tell what somebody did: "served a notice", "made the
# crossing".
TRANSITIVE_EVENTS = frozenset("serve make run".split())

# Stative, unless something says who did it or a particle goes with it.
STATIVE_UNLESS_AGENT = frozenset(
    "hold call name see hear find use support show maintain carry bear play act work serve look make cause keep allow suggest indicate demonstrate help refer".split()
)

PSYCH_VERBS = frozenset(
    "surprise shock stun amaze anger annoy alarm embarrass impress delight disappoint frighten upset outrage relieve please astonish infuriate".split()
)

SAYING_VERBS = frozenset(
    """say tell state claim assert allege argue insist maintain deny admit acknowledge concede confirm explain add note remark comment report
    reveal disclose recall remember testify write declare announce believe think suspect contend stress emphasize emphasise observe conclude
    estimate suggest indicate warn predict promise pledge vow answer respond reply repeat reiterate tweet complain boast inform advise notify
    show find learn hear mention exclaim hint imply insinuate""".split()
)

# Of these, those whose "doing" is somebody else's: "heard shouting".
PERCEIVING = frozenset("hear see observe notice find".split())

# What somebody brought another to do was done.
BRINGING_ABOUT = frozenset("force compel cause oblige lead drive get enable manage".split())

# What follows them in the infinitive was done: "went on to say", "used to say".
GOING_ON = frozenset("use go begin start continue proceed come".split())

# Saying that is an act of its own, whatever is said.
SPEECH_ACTS = frozenset(
    "announce promise pledge vow warn predict threaten order demand ask urge recommend propose offer apologize apologise declare testify praise endorse".split()
)

# Telling long afterwards, away from what is told.
TESTIMONY_VERBS = frozenset("testify recall remember recollect reminisce".split())
HEARING_BODIES = frozenset(
    "commission committee subcommittee court tribunal inquiry panel jury investigator historian reporter biographer interviewer".split()
)

# Participles that only say what a thing is called, or when and where it is.
NAMING_VERBS = frozenset(
    "call name dub title entitle date base locate know situate style nickname describe lead head chair".split()
)

# Nouns for what somebody did or left undone, told by the infinitive behind them: "the failure to
# advise".
DEED_NOUNS = frozenset("failure decision refusal attempt effort omission".split())

# Verbs that put a happening on a day to come.
SET_VERBS = frozenset("plan schedule list expect set fix book due slate".split())

HABIT_WORDS = frozenset(
    "usually often normally typically regularly always generally commonly traditionally routinely sometimes frequently ordinarily customarily rarely seldom".split()
)

# Document nouns: what is said "in" one of them is said on its date.
DOCUMENT_NOUNS = frozenset(
    """letter report memo memorandum email e-mail statement speech article book interview testimony note diary reply response message
    telegram cable tweet post self-evaluation affidavit filing complaint indictment interview address paper press release broadcast ruling
    opinion order resolution communique conference call conversation meeting teleconference""".split()
)

# Endings of nouns of action: "acquittal", "occupation".
ACTION_SUFFIXES: tuple[str, ...] = (
    "tion",
    "sion",
    "ment",
    "al",
    "ing",
    "ance",
    "ence",
    "ure",
    "age",
    "th",
)
