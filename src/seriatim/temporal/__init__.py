"""Time: expressions and their values, the dates of events, and the order that follows from them."""
