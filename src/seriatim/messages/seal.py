"""What is said about seals and time stamps."""

from __future__ import annotations

from pathlib import Path

NO_TIMESTAMP = "this is not the answer of a time-stamping authority"
TIMESTAMP_REFUSED = "the authority refused to stamp this"
OTHER_DATA = "this time stamp is about something else"
BAD_TIMESTAMP = "the signature of this time stamp is not valid"
BAD_SIGNATURE = "the signature is not valid: the seal was changed, or made by another program"
SEALED_LOG_CUT = "lines that were sealed are missing from the log; restore it from a backup"
SEALED_LOG_CHANGED = "the log is not the one that was sealed; restore it from a backup"


def not_a_seal(path: Path) -> str:
    """A file in the folder of seals is none."""
    return f"{path}: this is not a seal"


def no_seal(case: Path) -> str:
    """A case has no seals."""
    return f"{case}: this case has not been sealed; see `seriatim seal --help`"


def no_key(path: Path) -> str:
    """A file holds no key that can sign."""
    return (
        f"{path}: this is not an Ed25519 key, or the passphrase is wrong; "
        "make a key with --new-key, or with: ssh-keygen -t ed25519"
    )


def key_exists(path: Path) -> str:
    """A new key would overwrite a file."""
    return f"{path}: there is already a file of this name; choose another"


def other_signer(fingerprint: str) -> str:
    """A seal was made with a key that nobody named."""
    return f"this seal was made with another key ({fingerprint})"


def other_authority(name: str) -> str:
    """A time stamp is by an authority that nobody named."""
    return f"this time stamp is by another authority ({name})"


def sealed(lines: int, head: str, signer: str, fingerprint: str, at: str) -> str:
    """A seal, in one line."""
    return f"sealed by {signer} ({fingerprint}) at {at}: {lines} lines of the log, up to {head}"


def stamped(at: str, authority: str) -> str:
    """The time stamp of a seal, in one line."""
    return f"  time-stamped at {at} by {authority}"
