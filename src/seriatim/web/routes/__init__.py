"""What the workbench answers to, one file a subject."""
