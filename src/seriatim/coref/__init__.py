"""Coreference within a document: names, pronouns and roles, and their referents."""
