"""Words with which something is told as still to come."""

FORESEEN = frozenset(
    "will shall would plan plans planned planning schedule scheduled expect expects expected due upcoming slated forthcoming intend intends intended "
    "tomorrow opening deadline expires".split()
)
