"""Coreference within a document: names, pronouns and roles, and whom they mean."""
