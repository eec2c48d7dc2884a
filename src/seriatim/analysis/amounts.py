"""Numbers that claims give: their value, how the words bound it, and of what they are."""

from __future__ import annotations

import re

from seriatim.language.numbers import SMALL, TENS
from seriatim.model import Quantity

ABOUT = 0.2  # "about ten" agrees with eight to twelve


def bounds(quantity: Quantity) -> tuple[float, float] | None:
    """The least and the most that the words allow; ``None`` where no number is read in them."""
    value = amount(quantity.text)
    if value is None:
        return None
    slack = value * ABOUT if quantity.bound == "about" else 0.0
    low = float("-inf") if quantity.bound == "at most" else value - slack
    return low, float("inf") if quantity.bound == "at least" else value + slack


def amount(text: str) -> float | None:
    """The number in digits, else the one in words."""
    digits = re.search(r"\d[\d,]*(?:\.\d+)?", text)
    if digits:
        return float(digits[0].replace(",", ""))
    words = [SMALL.get(w, TENS.get(w)) for w in re.split(r"[- ]", text.lower())]
    known = [w for w in words if w is not None]
    return float(sum(known)) if known else None


def noun(quantity: Quantity) -> str:
    """What is counted: the last word, without its plural; nothing where that is a number itself."""
    words = re.findall(r"[^\W\d_]+", quantity.text.lower())
    return words[-1].removesuffix("s") if words and words[-1] not in SMALL and words[-1] not in TENS else ""


def exclude(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers cannot both be right."""
    a, b = bounds(one), bounds(other)
    return a is not None and b is not None and (a[1] < b[0] or b[1] < a[0])
