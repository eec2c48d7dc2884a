"""The feasts of the church calendar and the terms named after them.

A day of the month, or ``("easter", days from Easter Sunday)``.  Left out are names that several
days share: Saint Augustine, Saint Edward, Saint Thomas, Holy Thursday.
"""

from seriatim.lang.base import FeastDay

# What stands with “St” before it and “Day”, “Eve” or “the feast of” about it.
SAINTS: dict[str, FeastDay] = {
    "hilary": (1, 13), "agnes": (1, 21), "vincent": (1, 22), "matthias": (2, 24), "david": (3, 1), "cuthbert": (3, 20), "benedict": (3, 21), "george": (4, 23), "mark": (4, 25),
    "dunstan": (5, 19), "barnabas": (6, 11), "john the baptist": (6, 24), "peter and paul": (6, 29), "swithin": (7, 15), "swithun": (7, 15), "margaret": (7, 20), "mary magdalene": (7, 22),
    "james": (7, 25), "anne": (7, 26), "olaf": (7, 29), "lawrence": (8, 10), "bartholomew": (8, 24), "giles": (9, 1), "matthew": (9, 21), "michael": (9, 29), "jerome": (9, 30),
    "denis": (10, 9), "luke": (10, 18), "crispin": (10, 25), "simon and jude": (10, 28), "leonard": (11, 6), "martin": (11, 11), "edmund": (11, 20), "cecilia": (11, 22), "clement": (11, 23),
    "catherine": (11, 25), "katherine": (11, 25), "andrew": (11, 30), "nicholas": (12, 6), "lucy": (12, 13), "stephen": (12, 26), "john the evangelist": (12, 27), "sylvester": (12, 31),
}  # fmt: skip
# Feasts whose name is a date wherever it stands.
FEASTS: dict[str, FeastDay] = {
    "michaelmas": (9, 29), "michaelmas day": (9, 29), "lady day": (3, 25), "candlemas": (2, 2), "candlemas day": (2, 2), "martinmas": (11, 11), "lammas": (8, 1), "lammas day": (8, 1), "all hallows": (11, 1),
    "allhallows": (11, 1), "hallowmas": (11, 1), "all souls": (11, 2), "all souls day": (11, 2), "childermas": (12, 28), "holy innocents day": (12, 28), "holy cross day": (9, 14), "holyrood day": (9, 14),
    "septuagesima": ("easter", -63), "sexagesima": ("easter", -56), "quinquagesima": ("easter", -49), "passion sunday": ("easter", -14), "holy saturday": ("easter", -1), "easter eve": ("easter", -1),
    "easter tuesday": ("easter", 2), "low sunday": ("easter", 7), "hock tuesday": ("easter", 16), "rogation sunday": ("easter", 35), "whitsun": ("easter", 49), "whitsunday": ("easter", 49),
    "whit tuesday": ("easter", 51), "trinity sunday": ("easter", 56),
}  # fmt: skip
# What is a date only behind “the feast of”.
BEHIND_FEAST: dict[str, FeastDay] = {
    "the annunciation": (3, 25), "the assumption": (8, 15), "the circumcision": (1, 1), "the conversion of st paul": (1, 25), "the exaltation of the cross": (9, 14), "the holy innocents": (12, 28),
    "the immaculate conception": (12, 8), "the nativity": (12, 25), "the purification": (2, 2), "the transfiguration": (8, 6), "the ascension": ("easter", 39),
}  # fmt: skip
# What makes the name of a feast the name of something else: a term, a court, a place.
NOT_FEASTS = frozenset({"term", "terms", "sitting", "sittings", "island", "islands"})
# The day that stands beside a feast, in days from it.
BESIDE_FEAST = {"eve": -1, "vigil": -1, "morrow": 1}
