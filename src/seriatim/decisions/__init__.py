"""What people decide: made, described, applied, undone, and checked for edit conflicts."""
