"""Words that attribute: verbs, nouns and phrases by which a text says who said, wrote, thought or found something.  Lemmas."""

from __future__ import annotations

# Saying and writing: whoever stands as the subject said so.
SAYING = frozenset(
    """
    say tell state claim assert allege argue insist maintain deny admit acknowledge concede confirm explain add note remark comment report
    reveal disclose recall recount recollect testify write declare announce contend stress emphasize emphasise observe warn predict promise
    pledge vow answer respond reply repeat reiterate tweet retweet complain boast inform advise notify mention joke quip lament assure cite
    describe relate narrate swear affirm attest proclaim caution counter retort whisper shout mutter interject continue post blog brag
    confess deplore elaborate enthuse email e-mail text cable telegraph telephone hint imply insinuate posit propose protest publish rule rejoin
    speculate tout urge voice opine hypothesize hypothesise divulge certify depose plead record summarize summarise clarify estimate calculate
    conclude forecast project remember demand accuse blame charge criticize criticise denounce dispute rebut refute reject question suggest
    indicate call quote echo characterize characterise dismiss praise condemn identify list
    """.split()
)

# Holding for true, wishing, fearing: attitudes, which are attributed as well.
THINKING = frozenset(
    """
    believe think suspect doubt expect hope fear know feel assume suppose presume imagine guess figure reckon wonder worry consider regard
    understand realize realise agree disagree see view hold trust accept foresee anticipate want wish intend hear learn find discover
    determine decide judge deem perceive sense concede favor favour oppose support prefer plan mean
    """.split()
)

# Of these, what says how one stands to something, and not that it is so.
ATTITUDES = frozenset(
    """
    expect hope fear wonder worry want wish intend agree disagree oppose support favor favour prefer plan mean trust accept decide hold view
    judge deem consider regard anticipate demand urge question dismiss protest reject condemn praise call quote identify list criticize
    criticise denounce post publish rule answer respond characterize characterise
    """.split()
)

# Who did not say so leaves it open; not so who did not mention, know or admit it.
NOT_SAID_IS_OPEN = frozenset(
    "say claim allege assert argue suggest maintain contend imply insist testify state indicate mean confirm prove establish".split()
)

PLEADING = frozenset(
    "argue submit plead contend maintain say".split()
)  # "it was argued for the defendant that"

# What stands under them as a question is what they are after.
ASKING = frozenset(
    "ask wonder inquire enquire investigate examine question discuss doubt consider establish determine check".split()
)

# A document, a count or a piece of evidence as the subject.
SHOWING = frozenset(
    """
    show suggest indicate find reveal say state note report demonstrate conclude estimate read allege claim confirm describe list predict
    project put warn establish prove record
    """.split()
)

# What shows something without saying it in words.
EVIDENCE = frozenset(
    """
    evidence data datum result test analysis finding photograph photo image imagery footage video recording tape inspection examination
    autopsy investigation inquiry inquest telemetry measurement reading census receipt invoice ledger register
    """.split()
)

# What a document does that gives its own wording after a colon: "The entry reads:".
READING = frozenset("read run record go".split())

# The same as it stands right before a colon, where a parser may take it for a noun.
READS = frozenset(
    "reads records says states shows notes runs read recorded stated showed noted ran".split()
)

# Addressing somebody: the words follow in a quotation.
ADDRESSING = frozenset(
    "address speak reply answer turn cry exclaim shout whisper write begin open".split()
)

# Saying that is, before "to do" or "doing", only the going on of it.
CONTINUING = frozenset({"continue"})

# Saying that takes a thing done as its object: "denied the meeting", "confirmed contacts",
# "admitted to a call".
OF_DEEDS = frozenset(
    """
    deny confirm admit acknowledge allege report announce disclose reveal describe recall remember recount mention confess concede dispute
    claim suspect doubt cite
    """.split()
)
OF_DEEDS_PREPOSITIONS = frozenset({"to", "of", "about"})

# Followed by "to do", they tell what one will do oneself: a plan, and no statement.

# Whoever is told is the object, and who did it stands after "of": "accused Roe of meeting".
ACCUSING = frozenset("accuse suspect blame charge convict".split())

# Putting something out, without saying what: the words follow in a quotation.
ISSUING = frozenset(
    "issue release publish make give post write send deliver put read offer testify submit file hold produce print".split()
)

NOUNS = frozenset(
    """
    claim assertion statement allegation accusation report announcement argument belief suggestion contention admission acknowledgement
    acknowledgment confirmation denial insistence warning prediction promise pledge vow testimony account view opinion suspicion fear hope
    concern conclusion finding estimate declaration assurance charge complaint speculation rumor rumour theory message note comment remark
    explanation description revelation disclosure boast evidence indication sign
    """.split()
)

# What is written or counted, and speaks for whoever put it out.
DOCUMENTS = frozenset(
    """
    report document statement letter memo memorandum indictment complaint lawsuit filing affidavit study survey poll article story book
    email e-mail note diary press release transcript summary analysis paper brief testimony account record file dossier cable telegram
    message tweet post review audit assessment estimate ruling opinion decision order warrant petition column editorial website paper
    newspaper self-evaluation minute log entry text release
    """.split()
)
ISSUERS_VERBS = frozenset(
    """
    give release publish issue write file produce send make submit deliver prepare compile draft author post keep take commission unveil
    """.split()
)

# Prepositions and phrases that name a source: the tokens that come before it.
PHRASES: tuple[tuple[str, ...], ...] = (
    ("according", "to"),
    ("in", "the", "words", "of"),
    ("in", "the", "view", "of"),
    ("in", "the", "opinion", "of"),
    ("in", "the", "eyes", "of"),
    ("as", "per"),
    ("per",),
    ("citing",),
    ("quoting",),
)

# After "per" they are what was done as they ask, and no source.
TO_BE_FOLLOWED = frozenset(
    "order instruction decision ruling rule request policy procedure agreement plan usual custom".split()
)


OPENERS_OF_CONTENT = frozenset(
    "that whether if how why where when".split()
)  # alone they are no content

# No source although they stand where one does.
NOBODY = frozenset("it there that this which what you one who".split())
# Words that are no name of a source when nothing tells whom they stand for.
NO_NAMES = frozenset(
    """
    he him his she her hers they them their it its you your my our the a an this that these those who whom which one
    one's someone somebody anyone anybody everyone everybody others other some many all both each either
    """.split()
)
SPEAKERS_OF_THE_TEXT = frozenset("i we us me".split())

# A label before a colon that names no one who speaks.
NO_SPEAKERS = frozenset(
    """
    note update updated correction example summary conclusion warning question answer headline title subject date time place from to cc re
    here editor's source sources photo caption background context related next previous result also including
    """.split()
)

# A list passage or a headline may drop "is" and "has": adverbs that belong to the cue when they
# stand before it.
CUE_ADVERBS = frozenset(
    """
    also later then now once again repeatedly recently previously earlier first already never often publicly privately since still just even
    """.split()
)
