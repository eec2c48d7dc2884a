"""Event → Link, bounds, conflicts: what the words say about before and after, and whether it can all hold."""
