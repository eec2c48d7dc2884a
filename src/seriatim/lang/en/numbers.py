"""Numbers as words: cardinals, ordinals, and the vague ones with the least and the most that they are read as."""

SMALL = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
GROUPS = {
    "dozen": 12,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
}  # what else multiplies the number before it
CURRENCIES = {
    "$": "dollar",
    "£": "pound",
    "€": "euro",
    "¥": "yen",
    "%": "percent",
}  # signs, by what a number behind or before them counts
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
    "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}  # fmt: skip
TENS_OF_YEARS = {
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8, "nineties": 9,
}  # fmt: skip

# The least and the most that a vague number is read as; None where the word sets no limit.  "A few"
# and "several" are given 2 and 10
# because readers in surveys of English quantifiers (Partee's and Solt's data, and the usage notes
# of dictionaries) place both below ten.
VAGUE: dict[str, tuple[float, float | None]] = {
    "few": (2, 10), "several": (3, 10), "couple": (2, 3), "some": (1, None), "many": (3, None), "numerous": (3, None), "various": (2, None), "countless": (10, None),
}  # fmt: skip
