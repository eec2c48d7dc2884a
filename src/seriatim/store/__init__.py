"""A case on disk: its folder, the log of what people decided, and the derived store that can be deleted and rebuilt."""
