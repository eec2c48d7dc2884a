"""The workbench: a case in the browser, live, for the people who work on it.

The server reads ready-made blocks from the case's store and appends judgements to its log; whatever
needs the chronology itself is done in a process beside it (:mod:`seriatim.web.jobs.worker`), so
that the server stays small and quick.
"""
