"""News agencies, as their copy is signed: what stands in a credit → the agency."""

from __future__ import annotations

# In brackets behind a dateline, or by themselves.
SIGNATURES: dict[str, str] = {
    "AP": "Associated Press",
    "Associated Press": "Associated Press",
    "A.P.": "Associated Press",
    "Reuters": "Reuters",
    "Reuter": "Reuters",
    "AFP": "Agence France-Presse",
    "Agence France-Presse": "Agence France-Presse",
    "UPI": "United Press International",
    "United Press": "United Press International",
    "United Press International": "United Press International",
    "DPA": "Deutsche Presse-Agentur",
    "TASS": "TASS",
    "ITAR-TASS": "TASS",
    "Interfax": "Interfax",
    "Xinhua": "Xinhua",
    "ANSA": "ANSA",
    "EFE": "EFE",
    "Kyodo": "Kyodo",
    "Bloomberg News": "Bloomberg",
    "PTI": "Press Trust of India",
    "Press Association": "Press Association",
    "Havas": "Havas",
    "Wolff": "Wolff",
}

# What stands around the signature where it is a credit and no mere mention.
CREDITS: tuple[str, ...] = (
    r"\({name}\)\s*[—–-]",
    r"[—–-]\s*\({name}\)",
    r"^\W*(?:by|from)\s+(?:the\s+)?{name}\s*$",
    r"^\W*(?:source|credit|agency)\s*:\s*(?:the\s+)?{name}\W*$",
    r"^\W*{name}\s*$",
    r"\b{name}\s+contributed\b",
    r"\b(?:with|using)\s+(?:material|reporting|reports|information)\s+(?:from|by)\s+(?:the\s+)?{name}\b",
)
