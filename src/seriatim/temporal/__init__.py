"""Time: which expression dates which event."""
