"""Seals: the head of the log, signed by a person with an Ed25519 key, and time-stamped."""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from seriatim.case import timestamps
from seriatim.case.decision_log import now
from seriatim.case.module import CaseModule
from seriatim.messages import seal as messages
from seriatim.model import Decision, Problem
from seriatim.store.files import CaseError, write_whole

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

FOLDER, FORMAT = "seals", "seriatim-seal"
_FIELDS = {"format", "head", "lines", "at", "signer", "key"}


@dataclass(frozen=True, slots=True)
class Seal:
    """A signed statement: at this time this person saw a log that ends with this line.

    Each line of the log has the hash of the one before, and each document its hash in its line: so
    the statement is about everything that was added and decided until then.
    """

    path: Path
    statement: dict[str, Any]
    signature: bytes
    timestamp: bytes | None = None

    @property
    def fingerprint(self) -> str:
        """The fingerprint of the signer's key, as ``ssh-keygen -l`` shows it."""
        return fingerprint(str(self.statement["key"]))

    @property
    def head(self) -> str:
        """The hash of the last line of the log."""
        return str(self.statement["head"])


class Seals(CaseModule):
    """The seals of a case."""

    def all(self) -> list[Seal]:
        """The seals, oldest first.  Raises CaseError where one can't be read."""
        return [_load(path) for path in sorted((self.path / FOLDER).glob("*.json"))]

    def make(self, key: Ed25519PrivateKey, signer: str) -> Seal:
        """A new seal of the log as it is now.  Raises CaseError or OSError."""
        with self.case.log.lock():
            log = self.case.log.read()
            statement = {
                "format": FORMAT,
                "head": log.head,
                "lines": len(log.decisions),
                "at": now(),
                "signer": signer,
                "key": public_key(key),
            }
            number = len(list((self.path / FOLDER).glob("*.json"))) + 1
            path = self.path / FOLDER / f"{number:04d}-{log.head[:12]}.json"
            made = Seal(path, statement, key.sign(_canonical(statement)))
            path.parent.mkdir(exist_ok=True)
            _save(made)
        return made

    def newest(self) -> Seal:
        """The newest seal.  Raises CaseError where there is none."""
        found = self.all()
        if not found:
            raise CaseError(messages.no_seal(self.path))
        return found[-1]

    def request(self, seal: Seal) -> bytes:
        """The request for a time stamp of a seal, for an RFC 3161 authority."""
        return timestamps.request(seal.signature, secrets.randbits(64))

    def stamp(self, seal: Seal, answer: bytes) -> timestamps.Timestamp:
        """The time that an authority's answer proves, kept with the seal.  Raises CaseError."""
        try:
            found = timestamps.check(answer, seal.signature)
        except timestamps.TimestampError as error:
            raise CaseError(f"{seal.path}: {error}") from error
        _save(Seal(seal.path, seal.statement, seal.signature, answer))
        return found

    def verify(
        self,
        decisions: Sequence[Decision],
        keys: Sequence[str] = (),
        authorities: Sequence[bytes] = (),
    ) -> Iterator[Problem]:
        """What is wrong with the seals of a log.

        With ``keys`` (in OpenSSH's form) there must be a seal, and all must be made with these;
        ``authorities`` are the certificates (PEM) of those whose time stamps count.
        """
        trusted = {fingerprint(key) for key in keys}
        found = 0
        for path in sorted((self.path / FOLDER).glob("*.json")):
            found += 1
            try:
                seal = _load(path)
            except CaseError as error:
                yield Problem(str(path), str(error).removeprefix(f"{path}: "))
                continue
            if why := _wrong(seal, decisions):
                yield Problem(str(path), why)
            elif keys and seal.fingerprint not in trusted:
                yield Problem(str(path), messages.other_signer(seal.fingerprint))
            elif seal.timestamp is not None:
                yield from _wrong_time(seal, authorities)
        if keys and not found:
            yield Problem(str(self.path), messages.no_seal(self.path))


def _wrong(seal: Seal, decisions: Sequence[Decision]) -> str | None:
    """What is wrong with a seal's signature, or with the log that it is about."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        key = serialization.load_ssh_public_key(str(seal.statement["key"]).encode())
        if not isinstance(key, Ed25519PublicKey):
            return messages.BAD_SIGNATURE
        key.verify(seal.signature, _canonical(seal.statement))
    except (InvalidSignature, ValueError, TypeError):
        return messages.BAD_SIGNATURE
    lines = seal.statement["lines"]
    if not 0 <= lines <= len(decisions):
        return messages.SEALED_LOG_CUT
    there = decisions[lines - 1].id if lines else "0" * 64
    return None if there == seal.head else messages.SEALED_LOG_CHANGED


def _wrong_time(seal: Seal, authorities: Sequence[bytes]) -> Iterator[Problem]:
    """What is wrong with a seal's time stamp."""
    try:
        found = timestamps.check(seal.timestamp or b"", seal.signature, authorities)
    except timestamps.TimestampError as error:
        yield Problem(str(seal.path), str(error))
        return
    if authorities and not found.trusted:
        yield Problem(str(seal.path), messages.other_authority(found.authority))


def time_of(seal: Seal) -> timestamps.Timestamp | None:
    """The time stamp of a seal; ``None`` where it has none or a wrong one."""
    if seal.timestamp is None:
        return None
    try:
        return timestamps.check(seal.timestamp, seal.signature)
    except timestamps.TimestampError:
        return None


# Keys


def new_key(path: Path) -> Ed25519PrivateKey:
    """A new key, written to a file that only its owner can read.  Raises CaseError or OSError."""
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    if path.exists():
        raise CaseError(messages.key_exists(path))
    key = Ed25519PrivateKey.generate()
    data = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.OpenSSH,
        serialization.NoEncryption(),
    )
    write_whole(path, data, mode=0o600)
    write_whole(path.with_name(f"{path.name}.pub"), f"{public_key(key)}\n".encode())
    return key


def load_key(path: Path, password: bytes | None = None) -> Ed25519PrivateKey:
    """The Ed25519 key in a file, as ``ssh-keygen`` or OpenSSL writes it.

    Raises CaseError; TypeError where it needs a password and none is given.
    """
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    data = path.read_bytes()
    load = (
        serialization.load_ssh_private_key
        if b"OPENSSH PRIVATE KEY" in data
        else serialization.load_pem_private_key
    )
    try:
        key = load(data, password)
    except (ValueError, UnsupportedAlgorithm) as error:
        raise CaseError(messages.no_key(path)) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise CaseError(messages.no_key(path))
    return key


def public_key(key: Ed25519PrivateKey) -> str:
    """The public part of a key, in OpenSSH's form."""
    from cryptography.hazmat.primitives import serialization

    return (
        key.public_key()
        .public_bytes(serialization.Encoding.OpenSSH, serialization.PublicFormat.OpenSSH)
        .decode()
    )


def fingerprint(key: str) -> str:
    """The fingerprint of a public key in OpenSSH's form, as ``ssh-keygen -l`` shows it."""
    try:
        blob = base64.b64decode(key.split()[1], validate=True)
    except (ValueError, IndexError):
        return "?"
    digest = base64.b64encode(hashlib.sha256(blob).digest()).decode().rstrip("=")
    return f"SHA256:{digest}"


# Files


def _canonical(statement: dict[str, Any]) -> bytes:
    """What is signed: JSON with sorted keys and no white space."""
    return json.dumps(statement, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode(
        "utf-8", "surrogatepass"
    )


def _save(seal: Seal) -> None:
    """Write a seal to its file.  Raises OSError."""
    content = {
        "statement": seal.statement,
        "signature": base64.b64encode(seal.signature).decode(),
        "timestamp": base64.b64encode(seal.timestamp).decode() if seal.timestamp else None,
    }
    write_whole(seal.path, json.dumps(content, indent=1, sort_keys=True).encode() + b"\n")


def _load(path: Path) -> Seal:
    """The seal in a file.  Raises CaseError."""
    try:
        content = json.loads(path.read_bytes())
        statement, stamp = content["statement"], content["timestamp"]
        whole = (
            set(statement) == _FIELDS
            and statement["format"] == FORMAT
            and type(statement["lines"]) is int
            and all(isinstance(v, str) for k, v in statement.items() if k != "lines")
        )
        found = Seal(
            path,
            statement,
            base64.b64decode(content["signature"], validate=True),
            base64.b64decode(stamp, validate=True) if stamp else None,
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise CaseError(messages.not_a_seal(path)) from error
    if not whole:
        raise CaseError(messages.not_a_seal(path))
    return found
