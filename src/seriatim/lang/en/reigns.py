"""The regnal years of the sovereigns of England and of its successors.

The first year of a reign begins on the day from which its years were counted, each later year on
that day of the year.  Where historians or the offices of the time differ there are two days, the
earliest and the latest.  King John's years begin on Ascension Day, which is movable.
"""

from seriatim.lang.base import Reign

REIGNS = {
    ("william", 1): Reign((1066, 10, 14), (1066, 12, 25), (1087, 9, 9)),
    ("william", 2): Reign((1087, 9, 26), (1087, 9, 26), (1100, 8, 2)),
    ("henry", 1): Reign((1100, 8, 5), (1100, 8, 5), (1135, 12, 1)),
    ("stephen", 1): Reign((1135, 12, 22), (1135, 12, 26), (1154, 10, 25)),
    ("henry", 2): Reign((1154, 12, 19), (1154, 12, 19), (1189, 7, 6)),
    ("richard", 1): Reign((1189, 9, 3), (1189, 9, 3), (1199, 4, 6)),
    ("john", 1): Reign((1199, 5, 27), (1199, 5, 27), (1216, 10, 19), movable=True),
    ("henry", 3): Reign((1216, 10, 28), (1216, 10, 28), (1272, 11, 16)),
    ("edward", 1): Reign((1272, 11, 20), (1272, 11, 20), (1307, 7, 7)),
    ("edward", 2): Reign((1307, 7, 8), (1307, 7, 8), (1327, 1, 20)),
    ("edward", 3): Reign((1327, 1, 25), (1327, 1, 25), (1377, 6, 21)),
    ("richard", 2): Reign((1377, 6, 22), (1377, 6, 22), (1399, 9, 29)),
    ("henry", 4): Reign((1399, 9, 30), (1399, 9, 30), (1413, 3, 20)),
    ("henry", 5): Reign((1413, 3, 21), (1413, 3, 21), (1422, 8, 31)),
    ("henry", 6): Reign((1422, 9, 1), (1422, 9, 1), (1471, 4, 11)),
    ("edward", 4): Reign((1461, 3, 4), (1461, 3, 4), (1483, 4, 9)),
    ("edward", 5): Reign((1483, 4, 9), (1483, 4, 9), (1483, 6, 25)),
    ("richard", 3): Reign((1483, 6, 26), (1483, 6, 26), (1485, 8, 22)),
    ("henry", 7): Reign((1485, 8, 21), (1485, 8, 22), (1509, 4, 21)),
    ("henry", 8): Reign((1509, 4, 22), (1509, 4, 22), (1547, 1, 28)),
    ("edward", 6): Reign((1547, 1, 28), (1547, 1, 28), (1553, 7, 6)),
    ("mary", 1): Reign((1553, 7, 6), (1553, 7, 19), (1558, 11, 17)),
    ("elizabeth", 1): Reign((1558, 11, 17), (1558, 11, 17), (1603, 3, 24)),
    ("james", 1): Reign((1603, 3, 24), (1603, 3, 24), (1625, 3, 27)),
    ("charles", 1): Reign((1625, 3, 27), (1625, 3, 27), (1649, 1, 30)),
    ("charles", 2): Reign((1649, 1, 30), (1649, 1, 30), (1685, 2, 6)),
    ("james", 2): Reign((1685, 2, 6), (1685, 2, 6), (1688, 12, 11)),
    ("william", 3): Reign((1689, 2, 13), (1689, 2, 13), (1702, 3, 8)),
    ("anne", 1): Reign((1702, 3, 8), (1702, 3, 8), (1714, 8, 1)),
    ("george", 1): Reign((1714, 8, 1), (1714, 8, 1), (1727, 6, 11)),
    ("george", 2): Reign((1727, 6, 11), (1727, 6, 22), (1760, 10, 25)),
    ("george", 3): Reign((1760, 10, 25), (1760, 10, 25), (1820, 1, 29)),
    ("george", 4): Reign((1820, 1, 29), (1820, 1, 29), (1830, 6, 26)),
    ("william", 4): Reign((1830, 6, 26), (1830, 6, 26), (1837, 6, 20)),
    ("victoria", 1): Reign((1837, 6, 20), (1837, 6, 20), (1901, 1, 22)),
    ("edward", 7): Reign((1901, 1, 22), (1901, 1, 22), (1910, 5, 6)),
    ("george", 5): Reign((1910, 5, 6), (1910, 5, 6), (1936, 1, 20)),
    ("edward", 8): Reign((1936, 1, 20), (1936, 1, 20), (1936, 12, 11)),
    ("george", 6): Reign((1936, 12, 11), (1936, 12, 11), (1952, 2, 6)),
    ("elizabeth", 2): Reign((1952, 2, 6), (1952, 2, 6), (2022, 9, 8)),
}

# Sovereigns with a number, and the only one of a name before 1900; abbreviations as in statutes.
NUMBERED = {
    "william": "william", "wm": "william", "will": "william", "henry": "henry", "hen": "henry", "richard": "richard", "ric": "richard", "rich": "richard", "edward": "edward", "edw": "edward",
    "james": "james", "jac": "james", "jas": "james", "charles": "charles", "car": "charles", "chas": "charles", "george": "george", "geo": "george", "elizabeth": "elizabeth",
}  # fmt: skip
ALONE = {
    "stephen": "stephen", "john": "john", "mary": "mary", "elizabeth": "elizabeth", "eliz": "elizabeth", "anne": "anne", "victoria": "victoria", "vict": "victoria",
}  # fmt: skip
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8}
