"""A case: documents, decisions and what is derived from them, kept together in one folder."""
