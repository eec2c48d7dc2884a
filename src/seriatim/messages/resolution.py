"""Reasons why items may match across documents, and why documents are not independent."""

EVENT_FEATURES = {
    "same_trigger": "same word for the event",
    "same_light_trigger": "same common word for the event",
    "same_sense": "words with the same meaning",
    "same_type": "same kind of event",
    "other_type": "different kinds of event",
    "same_agent": "same agent",
    "other_agent": "different agents",
    "other_speaker": "different speakers",
    "shared_participants": "other participants in common",
    "same_day": "same day",
    "compatible_dates": "compatible dates",
    "undated": "no date for one of them",
    "published_together": "documents published within days of each other",
    "published_apart": "documents published more than a year apart",
    "headline_overlap": "rare words in common",
    "sentence_overlap": "similar sentences",
    "same_sentence": "nearly identical sentences",
    "same_place": "same place",
    "other_place": "different places",
    "same_number": "same number",
    "planned_and_done": "planned in one, reported as done in the other",
}
ACTOR_FEATURES = {
    "name": "same name",
    "surname": "one name is the surname of the other",
    "person": "one name leaves out a middle name",
    "initial": "one name has an initial where the other has a first name",
    "acronym": "one name is the acronym of the other",
    "firm": "one name leaves out the legal form of the other",
    "spelling": "names differ by one letter",
    "beginning": "one name is the first word of the other",
    "same_role": "described in the same way",
    "other_role": "described in different ways",
    "shared_company": "mentioned with the same actors",
    "ambiguous": "the short name fits other actors too",
    "side_by_side": "mentioned separately in the same document",
    "person_and_organization": "one is a person, the other an organization",
    "person_and_possible_organization": "one is a person, the other may be an organization",
}
HAPPENED = "it happened"
DID_NOT_HAPPEN = "it did not happen"


def weighted(reason: str, weight: float) -> str:
    """A reason with its weight in log-odds: "same day (+2.0)"."""
    return f"{reason} ({weight:+.1f})"


def copies(copy: str, original: str) -> str:
    """The reason for counting a document and its copy once."""
    return f"{copy} repeats the wording of {original}"


def cites(document: str, source: str) -> str:
    """The reason for counting a document and the document that it cites once."""
    return f"{document} cites {source}"


def same_agency(first: str, second: str, agency: str) -> str:
    """The reason for counting two documents from one news agency once."""
    return f"{first} and {second} both credit {agency}"


def same_source(first: str, second: str, source: str) -> str:
    """The reason for counting two documents that quote one source once."""
    return f"{first} and {second} both rely on {source}"


def no_tokens(span: tuple[int, int], document: str) -> str:
    """The error of a span without words."""
    return f"{document} has no words at {span[0]}–{span[1]}"
