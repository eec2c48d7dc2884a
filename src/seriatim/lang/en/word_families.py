"""Words of one family: forms that endings alone do not bring together, the endings that they do, and words too light to tell a happening by."""

from __future__ import annotations

# The first word of each line stands for the family.
FAMILIES: tuple[tuple[str, ...], ...] = tuple(
    tuple(line.split())
    for line in """
    sell sells sold selling sale sales
    buy buys bought buying buyer
    meet meets met meeting meetings
    die dies died dying death deaths dead
    kill kills killed killing killings killer slay slew slain
    shoot shoots shot shooting shootings gunshot
    win wins won winning winner
    lose loses lost losing loss losses
    leave leaves left leaving
    find finds found finding findings
    fall falls fell fallen falling
    rise rises rose risen rising
    steal steals stole stolen theft thefts
    break breaks broke broken breaking
    begin begins began begun beginning
    speak speaks spoke spoken speech speeches
    tell tells told telling
    say says said saying
    write writes wrote written writing
    give gives gave given giving gift
    take takes took taken taking
    choose chooses chose chosen choice
    know knows knew known knowledge
    think thinks thought
    fly flies flew flown flying flight flights
    sink sinks sank sunk sinking
    strike strikes struck striking stricken
    fight fights fought fighting
    flee flees fled fleeing
    hold holds held holding
    build builds built building
    burn burns burned burnt burning
    hurt hurts hurting
    injure injures injured injuring injury injuries
    hit hits hitting
    pay pays paid paying payment payments
    send sends sent sending
    spend spends spent spending
    lead leads led leading
    lend lends lent lending loan loans loaned
    arrive arrives arrived arriving arrival arrivals
    depart departs departed departing departure departures
    deny denies denied denying denial denials
    approve approves approved approving approval
    refuse refuses refused refusing refusal
    propose proposes proposed proposing proposal proposals
    acquire acquires acquired acquiring acquisition acquisitions
    decide decides decided deciding decision decisions
    invade invades invaded invading invasion
    explode explodes exploded exploding explosion explosions
    collide collides collided colliding collision collisions
    destroy destroys destroyed destroying destruction
    resign resigns resigned resigning resignation
    marry marries married marrying marriage wed weds wedding
    bury buries buried burying burial
    try tries tried trying trial trials
    sue sues sued suing suit lawsuit lawsuits
    convict convicts convicted convicting conviction
    describe describes described describing description
    receive receives received receiving receipt reception
    produce produces produced producing production
    reduce reduces reduced reducing reduction
    introduce introduces introduced introducing introduction
    permit permits permitted permitting permission
    admit admits admitted admitting admission
    submit submits submitted submitting submission
    conclude concludes concluded concluding conclusion
    succeed succeeds succeeded succeeding success succession
    collapse collapses collapsed collapsing
    see sees saw seen seeing sight
    bear bears bore born borne birth
    be is was were been being am are
    have has had having
    do does did done doing deed
    make makes made making
    go goes went gone going
    come comes came coming
    get gets got gotten getting
    run runs ran running
    sign signs signed signing signature
    withdraw withdraws withdrew withdrawn withdrawal
    swear swears swore sworn
    drive drives drove driven driving
    drown drowns drowned drowning
    grow grows grew grown growth
    behave behaves behaved behaviour behavior
    arson arsonist
    quake quakes earthquake earthquakes
    close closes closed closing closure
    fail fails failed failing failure failures
    bankrupt bankruptcy
    seize seizes seized seizing seizure seizures
    expose exposes exposed exposing exposure
    pursue pursues pursued pursuing pursuit
    elect elects elected electing election elections
    hang hangs hanged hung hanging
    """.strip().splitlines()
)

# Taken off from the end, the longer first, while four letters or more are left.
ENDINGS: tuple[str, ...] = tuple(
    sorted(
        "ational ations ation itions ition ments ment ences ence ances ance ancy ency ings ing ions ion ers er ors or ed es s e al als ly y ures ure ives ive".split(),
        key=lambda ending: (-len(ending), ending),
    )
)

# Words for what happened that go with too many happenings to tell one by.
LIGHT: frozenset[str] = frozenset(
    "be have do make go come get take give begin say tell hold see find happen occur become".split()
)

# Other words for one happening, a line each: verbs, and verbs with the small word that goes with
# them.  Two that share a line may tell
# one event; whether they do, the rest must say.
ALIKE_IN_SENSE: tuple[tuple[str, ...], ...] = tuple(
    tuple(word.replace("_", " ") for word in line.split())
    for line in """
    refuse decline reject turn_down spurn rebuff
    dismiss fire sack discharge oust
    resign quit step_down stand_down give_up
    give hand pass pass_on deliver
    send cable telegraph wire forward transmit send_on
    break_off sever cut_off
    admit concede own_up confess
    buy purchase acquire
    begin start commence break_out
    end finish conclude
    find discover uncover
    kill murder assassinate
    die perish pass_away
    flee escape run_away
    arrest seize detain
    steal rob take_away
    approve pass adopt vote_for
    burn burn_down set_fire
    collapse fall_in cave_in fall_down
    visit call_on
    call telephone phone ring ring_up
    show present
    get receive obtain
    choose elect appoint name
    found establish set_up
    close shut shut_down
    cancel call_off
    postpone put_off delay
    marry wed
    build erect put_up
    """.strip().splitlines()
)
