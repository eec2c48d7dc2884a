"""``seriatim seal``: sign a case as it is now."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from seriatim.cli import cases, console
from seriatim.cli.console import check_writable, write_whole
from seriatim.messages import cli as messages
from seriatim.messages import seal as seal_messages

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    from seriatim.case.seal import Seal

FILE = click.Path(path_type=Path, dir_okay=False)


@click.command("seal")
@cases.CASE
@click.option("--key", type=FILE, help=messages.SEAL_KEY)
@click.option("--new-key", type=FILE, help=messages.NEW_KEY)
@click.option("--by", "who", default=None, help=messages.SEALED_BY)
@click.option("--request", "request", type=FILE, help=messages.STAMP_REQUEST)
@click.option("--timestamp", "answer", type=FILE, help=messages.STAMP_ANSWER)
def command(
    path: Path,
    key: Path | None,
    new_key: Path | None,
    who: str | None,
    request: Path | None,
    answer: Path | None,
) -> None:
    """Sign a case as it is now, and time-stamp the signature.

    \b
    seal CASE --new-key my.key                 make a key, and seal with it
    seal CASE --key my.key                     seal with a key that ssh-keygen or this has made
    seal CASE --request seal.tsq               write a request for a time-stamping authority
    seal CASE --timestamp seal.tsr             keep the authority's answer with the last seal

    What a seal proves and what it doesn't: docs/threat-model.md. `verify` checks all seals.
    """  # noqa: D301 - click looks for the sign itself
    case = cases.open_case(path)
    seals = case.seals
    with cases.errors():
        if key or new_key:
            signing = _key(key, new_key)
            console.echo(seal_line(seals.make(signing, cases.user_name(who))), err=True)
        if request:
            check_writable(request)
            write_whole(request, seals.request(seals.newest()))
            console.echo(messages.request_written(request), err=True)
        if answer:
            stamped = seals.stamp(seals.newest(), answer.read_bytes())
            console.echo(seal_messages.stamped(stamped.at, stamped.authority), err=True)
        if not (key or new_key or request or answer):
            for seal in seals.all():
                show_seal(seal)


def seal_line(seal: Seal) -> str:
    """A seal in one line."""
    said = seal.statement
    return seal_messages.sealed(
        said["lines"], seal.head[:16], said["signer"], seal.fingerprint, said["at"]
    )


def show_seal(seal: Seal) -> None:
    """Print a seal, with its time stamp."""
    from seriatim.case.seal import time_of

    console.echo(seal_line(seal))
    stamp = time_of(seal)
    if stamp is not None:
        console.echo(seal_messages.stamped(stamp.at, stamp.authority))


def _key(key: Path | None, new_key: Path | None) -> Ed25519PrivateKey:
    """The key to sign with; its passphrase is asked for."""
    from seriatim.case import seal

    if new_key:
        check_writable(new_key)
        return seal.new_key(new_key)
    if key is None:
        raise console.Unreadable(messages.NO_KEY)
    try:
        return seal.load_key(key)
    except TypeError:
        password = click.prompt(messages.KEY_PROMPT, hide_input=True, err=True)
        return seal.load_key(key, password.encode())
