"""Long work of the workbench, done in a process beside the server."""
