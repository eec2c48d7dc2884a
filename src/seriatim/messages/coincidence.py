"""What is said about chance: refusals, what list would be needed, warnings, and what is never shown."""

from __future__ import annotations

NO_P = "No p-value: how often chance alone would give as much can't be told from these lists."
REFUSED = {
    "curated": (
        "One of the lists was put together to show something.  Such a list can't be tested: its p-value would tell how it was made.  "
        "With all A that don't fit left out, lists with no link at all look like more than chance in most cases."
    ),
    "unknown": "How the lists were made is not known.  Unless each is complete, a p-value would tell how they were made.",
    "period": "The period that the lists cover is not known.  From the first to the last event is not a period: it was chosen by the events.",
    "few of": "Fewer than five A have a place in the period.",
    "few after": "Fewer than five B have a place in the period.",
}

_COMPLETE = "Every A and every B between two days fixed beforehand, fitting or not, each list taken down by somebody who didn't look at the other."
NEEDED = {
    "curated": _COMPLETE,
    "unknown": _COMPLETE,
    "period": "The first and the last day between which both lists leave nothing out.",
    "few of": "More A: a longer period, or a kind of event that is met with more often.",
    "few after": "More B: a longer period, or a kind of event that is met with more often.",
}

WARNED = {
    "wide": "The windows cover {share} of the period: most A would lie in one whatever happened.",
    "blocks": "Few years can be shifted ({blocks}): the calendars that chance could have made are few and much alike.",
    "one document": "Both lists come from one document: whoever wrote it chose both.",
    "least": "No list on this calendar could give a p below {least}: it is too short, or its windows too wide, for this method.",
    "undated": "{share} of the {side} that may belong to the period have no date that places them: where they lie may change the answer.",
}

NOT_SHOWN = "This doesn't show cause: what drives both (a season, a session, a crisis, the habits of those who wrote them down) looks the same."

NOT_COUNTED = "How many questions were asked before this one is not known: a chronology file keeps no log of them.  Each one counts."

METHODS = {
    "blocks": "block shift: A moved together by whole weeks inside each year, so that clusters, weekdays, hours and busy years stay",
    "exact": "exact count: A strewn evenly over the period, whatever its weekdays and busy years",
    "strata": "strata: each A strewn over the slots of its own weekday, hour and year",
    "circular": "circular shift: A moved together by whole weeks around the whole period",
    "windows": "all windows at once: block shift by whole weeks inside years, the largest of all windows ranked among the same of shifted calendars",
    "waits": "waits: time since the last B, against A strewn evenly over the period (Kolmogorov-Smirnov, one-sided)",
}
