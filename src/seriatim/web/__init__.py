"""The workbench: a case in the browser, live, for the people who work on it.

The server reads ready-made blocks from the store of the case and appends decisions to its log.
What needs the whole chronology is done in another process (:mod:`seriatim.web.jobs.worker`), so
that the server stays small and quick.
"""
