"""Words for who takes part: titles before a name, nouns for persons in a role and for bodies, particles and suffixes of names, pronouns."""

from __future__ import annotations

MALE_TITLES = frozenset(
    "mr mister sir lord king prince duke count baron emperor pope father brother messrs bishop archbishop cardinal friar tsar czar sheikh sultan monsieur herr senor señor pastor don".split()
)
FEMALE_TITLES = frozenset(
    "mrs ms miss madam madame lady queen princess duchess countess baroness empress mother sister dame mademoiselle frau fraulein señora senora tsarina".split()
)

# Titles that may stand before a name and are no part of it.
TITLES = (
    MALE_TITLES
    | FEMALE_TITLES
    | frozenset(
        """dr prof professor president vice-president senator representative representatives senators rep sen governor gov mayor ambassador minister premier chancellor
        secretary judge justice attorney general colonel major captain lieutenant sergeant corporal private admiral commander commodore marshal
        brigadier officer detective inspector sheriff constable chief director chairman chairwoman chair chairperson congressman congresswoman
        councillor councilman councilwoman alderman deputy speaker reverend rev rabbi imam ayatollah saint st dean coach engineer architect
        gen col maj capt lt sgt cpl adm cmdr hon honorable honourable prime foreign vice acting former ex-president spokesman spokeswoman spokesperson
        counsel treasurer commissioner comptroller superintendent ranger agent doctor nurse candidate activist lawyer author journalist
        reporter editor billionaire oligarch businessman entrepreneur executive ceo cfo cto founder co-founder manager adviser advisor aide
        analyst economist historian actor actress singer pilot astronaut operative confidant confidants supervisor correspondent supreme leader
        messrs""".split()
    )
)

NAME_SUFFIXES = frozenset("jr sr ii iii iv jnr snr".split())
NAME_PARTICLES = frozenset(
    "van von de der den del della di da dos du la le bin ibn al el ben ter ten zu zur af av".split()
)
# First parts of surnames that are written as one word with a capital inside.
NAME_PREFIXES = frozenset(
    {
        "Mac",
        "Fitz",
        "Van",
        "Von",
        "Del",
        "Des",
        "Las",
        "Los",
        "San",
        "Saint",
        "Ten",
        "Ter",
        "Den",
        "Der",
        "Dos",
    }
)
CORPORATE_SUFFIXES = frozenset(
    "inc corp corporation co company ltd limited llc llp lp plc gmbh ag sa nv bv group holdings holding partners bank trust foundation association bros brothers industries international partners associates advisers advisors managers capital".split()
)

# Endings that make names of places, peoples and creeds from one stem: "Westbyan" and "Westbyism"
# are no slips of one another.
NAME_ENDINGS = frozenset(
    "ism isms ist ists y ys ies ia ian ians an ans s ns n ese ish er ers ic ics al ity".split()
)

# Nouns for persons by what they do or are.  One of them at the head of a phrase makes the phrase
# name a role.
PERSON_NOUNS = frozenset(
    """official spokesman spokeswoman spokesperson representative delegate minister deputy ambassador envoy diplomat consul president chairman
    chairwoman chair chairperson director manager executive officer chief head leader commander general colonel captain admiral lieutenant
    sergeant soldier troop troops trooper guard policeman detective inspector agent investigator prosecutor lawyer attorney counsel solicitor barrister
    judge justice juror magistrate senator congressman congresswoman lawmaker legislator member governor mayor councillor secretary
    treasurer clerk aide adviser advisor assistant consultant expert specialist analyst scientist researcher engineer technician doctor
    physician surgeon nurse professor teacher lecturer historian author writer journalist reporter editor correspondent columnist
    publisher producer broker trader banker investor shareholder lender borrower creditor founder owner landlord tenant employer employee worker
    staffer staff personnel operative intermediary supervisor superior colleague partner associate ally confidant
    rival opponent candidate nominee voter activist protester protestor demonstrator dissident rebel insurgent militant terrorist gunman
    attacker hijacker bomber assassin killer murderer hacker spy informant whistleblower witness victim survivor suspect defendant
    plaintiff petitioner respondent appellant accuser pilot copilot navigator crewman sailor passenger flight-attendant attendant driver
    conductor astronaut controller dispatcher operator operators firefighter paramedic rescuer priest bishop archbishop pope cardinal pastor
    minister monk nun king queen prince princess emperor empress sultan caliph duke earl count baron lord knight husband wife son
    daughter father mother brother sister uncle aunt cousin nephew niece widow widower friend neighbor neighbour boss client customer
    patient donor billionaire oligarch businessman businesswoman entrepreneur premier chancellor vizier
    viceroy regent heir commissioner comptroller auditor accountant trustee liquidator receiver administrator superintendent
    negotiator mediator arbitrator observer inspector-general contact handler courier messenger liaison weatherman forecaster
    developer programmer maintainer architect designer man woman men women child boy girl people fitter rigger
    contractor surveyor technician mechanic electrician carpenter miner farmer fisherman clergy resident villager citizen student pupil
    claimant applicant caller visitor guest critic supporter follower refugee migrant prisoner inmate detainee hostage gunner rifleman
    authorities persons individual individuals participant lady gentleman lad youth adult teenager guy fellow stranger passer-by bystander
    onlooker spectator motorist cyclist pedestrian shopper customer neighbours burglar robber thief smuggler looter rioter mutineer striker
    deserter traitor conspirator boatswain mate stoker seaman marine marshal ranger scout legate pontiff peasant labourer laborer coolie
    pundit scholar philosopher scientist economist artist musician singer composer poet painter photographer filmmaker
    donor funder sponsor subscriber delegate elder chieftain chief warrior archer horseman cavalryman infantryman paratrooper
    reservist conscript recruit cadet veteran commandant counterpart successor predecessor ancestor descendant grandparent grandfather
    grandmother parent spouse bride groom girlfriend boyfriend relative kinsman kinswoman sibling twin orphan baby infant toddler
    couple midwife chaplain curate vicar rector abbot missionary preacher rabbi imam pilgrim servant maid butler cook waiter
    porter steward stewardess coachman groom gardener shepherd hunter fisherman trapper settler colonist pioneer immigrant
    emigrant expatriate foreigner citizen senator tribune pretor praetor dictator tyrant monarch sovereign khan shah pasha bey
    gendarme sentry sentinel warder jailer executioner coroner jurist notary solicitor-general undersecretary plenipotentiary
    literati populace signatory responder medic coach referee umpire goalkeeper midfielder defender striker forward player
    athlete teammate opponent winner loser poster commenter blogger user moderator committer reviewer intern apprentice""".split()
)

# Nouns for bodies.
BODY_NOUNS = frozenset(
    """government administration ministry department agency bureau office commission committee subcommittee council board parliament congress
    senate assembly legislature court tribunal jury panel cabinet party campaign union federation league county city state town village province district alliance coalition
    association organization organisation society club foundation institute diocese archdiocese
    company firm corporation bank fund broker insurer manufacturer airline railway publisher newspaper network station channel
    magazine agency studio subsidiary team crew army navy force forces fleet squadron regiment battalion brigade division corps militia
    police embassy consulate mission delegation campaign kremlin consortium conglomerate startup group desk unit management leadership
    media outlet outlets regulator watchdog exchange military cartel gang mafia mob
    tribe clan intel intelligence
    crowd couple household garrison patrol cavalry infantry detachment contingent vanguard rearguard expedition posse convoy deputation
    embassy convocation synod diet senate faculty orchestra band choir chorus church congregation parish
    enemy resistance insurgency opposition coalition caucus bloc syndicate guild trade-union charity nonprofit
    laboratory hospital university college school""".split()
)

# Nouns for persons that tell which pronoun fits.
FEMALE_NOUNS = frozenset(
    """mother daughter sister aunt niece wife widow bride grandmother granddaughter queen princess empress duchess countess baroness lady nun girl
    actress waitress heiress hostess spokeswoman chairwoman congresswoman""".split()
)
MALE_NOUNS = frozenset(
    """father son brother uncle nephew husband widower bridegroom grandfather grandson king prince emperor duke count baron lord monk priest boy
    abbot pope actor waiter heir host""".split()
)

MALE_PRONOUNS = frozenset("he him his himself".split())
FEMALE_PRONOUNS = frozenset("she her hers herself".split())
NEUTER_PRONOUNS = frozenset("it its itself".split())
PLURAL_PRONOUNS = frozenset("they them their theirs themselves".split())
FIRST_SINGULAR = frozenset("i me my mine myself".split())
FIRST_PLURAL = frozenset("we us our ours ourselves".split())
SECOND_PERSON = frozenset("you yourself".split())
PERSONAL_PRONOUNS = (
    MALE_PRONOUNS
    | FEMALE_PRONOUNS
    | NEUTER_PRONOUNS
    | PLURAL_PRONOUNS
    | FIRST_SINGULAR
    | FIRST_PLURAL
)

# Who tells a story in the first person, where no name is known.
NARRATOR = "narrator"

# The last words of names of documents and causes, which take no part in an event.
NO_PARTICIPANTS = frozenset(
    """act acts amendment bill clause code constitution convention covenant decree declaration directive edict law memorandum note ordinance
    proclamation protocol regulation report resolution statute telegram telegrams treaty death plague flu war""".split()
)

# Bodies that are places as well: they take part where they act, not where something is done to them
# or in them.
PLACE_BODIES = frozenset(
    "county city state town village province district laboratory hospital university college school church".split()
)

# Bodies that "the company" and its like can stand for.
FIRM_NOUNS = frozenset(
    "company firm corporation bank fund airline carrier newspaper manufacturer insurer retailer publisher organisation organization agency group".split()
)

# Endings of nouns for persons who do something, and nouns that end so and name things.
PERSON_ENDINGS: tuple[str, ...] = ("er", "or", "ist", "ian", "man", "men", "woman", "women", "ee")
NOT_PERSONS = frozenset(
    """abdomen boiler bomber border buffer bumper bunker burner butter cellar center centre chamber chapter character cheer cinder cluster coffee
    color colour committee computer container copper corner counter cover cracker crater cruiser cutter danger data degree destroyer dinner
    disaster disorder door drawer elevator encounter error escalator ether evidence exterior factor favor favour feather fee fever fiber
    filter finger fire fist floor flower folder freezer freighter future gear generator guarantee hammer hanger harbor harbour heater hunger
    indicator interior knee labor labour ladder laser layer leather letter lever liquor list liter litre locker lumber major manner matter
    memoir meter metre minor mirror mist monitor motor murder newsletter number odor odour offer omen order oyster paper pepper pier pillar
    pointer poster powder power prayer printer processor propeller proper quarter radar razor reactor receiver refrigerator regimen register
    remainder revolver river roller rooster rotor rubber ruler rumor rumour scanner sector semester sensor server shelter shoulder shower
    slaughter specimen spider steamer sticker summer supper surrender temper tender terror thunder timber tower tractor trailer transformer
    transistor trawler tree trigger tumor tumour twist vapor vapour vector vessel wafer waist water weather whisper winter wonder zipper""".split()
)
