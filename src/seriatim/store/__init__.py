"""A case on disk: its folder, the decisions log, and the derived store, which can be rebuilt."""
