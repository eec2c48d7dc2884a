"""The names that people give to the columns of a chronology kept in a table, and the words that they put into its cells."""

# What a column holds -> names that it goes by, the likeliest first, folded to letters and digits,
# without a plural "(s)": those of
# litigation tables, TimelineJS, Timesketch and this project's own tables.
COLUMNS: dict[str, tuple[str, ...]] = {
    "edtf": ("edtf",),
    "date": tuple(
        "date datetime dateandtime dateoffact dateofevent eventdate factdate startdate datestart when start begin period fromdate from".split()
    ),
    "end": tuple("enddate dateend todate end until to".split()),
    "time": tuple("time starttime".split()),
    "before": tuple("before notafter nolaterthan latest".split()),
    "after": tuple("after notbefore noearlierthan earliest".split()),
    "modifier": tuple("datemodifier modifier".split()),
    "text": tuple(
        "facttext fact facts headline message description whathappened what summary entry narrative title event events text details".split()
    ),
    "detail": tuple("text details description notes".split()),
    "kind": tuple("kind eventtype category type group timestampdesc".split()),
    "actors": tuple("actors actor people persons participants involved who parties names".split()),
    "place": tuple("place location where".split()),
    "source": tuple("source sources saidby accordingto reportedby attribution".split()),
    "year": ("year",),
    "month": ("month",),
    "day": ("day",),
    "endyear": ("endyear",),
    "endmonth": ("endmonth",),
    "endday": ("endday",),
}
MODIFIERS = {
    "before": "before",
    "by": "before",
    "until": "before",
    "after": "after",
    "since": "after",
    "from": "after",
}
ABOUT = frozenset("abt abt. about approx approx. approximately ca ca. circa c. around".split())
# Words in the names of columns of dates, and of dates that are not those of what a row tells.
DATED = frozenset(
    "date dates datetime day when dated time timestamp made opened closed filed signed issued occurred received sent created started begun ended incident accident event ordered entered posted on".split()
)
LATER = frozenset(
    "published publish publication updated update modified changed chg lchg last closed end ended until to due docket posted printed review reviewed".split()
)
# Words in the names of any columns.
NAMES = (
    DATED
    | LATER
    | frozenset(
        "id no number name event events what text description summary details note notes message subject content entry happened type kind category status source place location where who person people author title url link city state country from".split()
    )
)
