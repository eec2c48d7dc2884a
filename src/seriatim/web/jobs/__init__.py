"""Jobs of the workbench: the process that does them, and what they do."""
