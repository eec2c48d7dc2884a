"""Lists of names: "Ada Kerr, Tom Hale and Ida Moss"."""

import re

BETWEEN_NAMES = re.compile(r"\s*(?:[,&]|,?\s*and)?\s*")
