"""RFC 3161 time stamps: a request for an authority, and what its answer proves.

Only what a seal needs: SHA-256, one signer, certificates in the answer.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from seriatim.messages import seal as messages

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

_SHA256 = bytes.fromhex("0609608648016503040201")
_TST_INFO = bytes.fromhex("060b2a864886f70d0109100104")
_MESSAGE_DIGEST = bytes.fromhex("06092a864886f70d010904")
# The attributes with the hash of the signer's certificate, and the kind of hash unless it is named.
_SIGNING_CERTIFICATE = {
    bytes.fromhex("060b2a864886f70d010910022f"): "sha256",
    bytes.fromhex("060b2a864886f70d010910020c"): "sha1",
}
_HASHES = {
    bytes.fromhex("0609608648016503040201"): "sha256",
    bytes.fromhex("0609608648016503040202"): "sha384",
    bytes.fromhex("0609608648016503040203"): "sha512",
}
_EXTENDED_KEY_USAGE = "1.3.6.1.5.5.7.3.8"  # time stamping


class TimestampError(ValueError):
    """An answer is none, or does not belong to what was asked."""


@dataclass(frozen=True, slots=True)
class Timestamp:
    """A time that an authority has signed; ``trusted``: by a certificate that a person gave."""

    at: str
    authority: str
    trusted: bool


def request(data: bytes, nonce: int) -> bytes:
    """The request for a time stamp of some data."""
    imprint = _der(
        0x30,
        _der(0x30, _SHA256 + b"\x05\x00"),
        _der(0x04, hashlib.sha256(data).digest()),
    )
    number = nonce.to_bytes(nonce.bit_length() // 8 + 1, "big")
    return _der(0x30, b"\x02\x01\x01", imprint, _der(0x02, number), b"\x01\x01\xff")


def check(answer: bytes, data: bytes, trusted: Sequence[bytes] = ()) -> Timestamp:
    """What an authority's answer says about some data.

    ``trusted`` are certificates in PEM: the authority's own or one that issued it.  Raises
    TimestampError.
    """
    from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm

    try:
        return _checked(answer, data, trusted)
    except TimestampError:
        raise
    except (
        *(InvalidSignature, UnsupportedAlgorithm),
        *(ValueError, LookupError, TypeError),
    ) as error:
        raise TimestampError(messages.NO_TIMESTAMP) from error


def _checked(answer: bytes, data: bytes, trusted: Sequence[bytes]) -> Timestamp:
    from cryptography import x509

    status, token = _parts(_only(answer, 0x30))[:2]
    if _parts(status)[0].body not in (b"\x00", b"\x01"):
        raise TimestampError(messages.TIMESTAMP_REFUSED)
    signed = _parts(_parts(_parts(token)[1])[0])
    content = _parts(signed[2])
    if content[0].whole != _TST_INFO:
        raise TimestampError(messages.NO_TIMESTAMP)
    info = _parts(content[1])[0].body
    fields = _parts(_only(info, 0x30))
    algorithm, imprint = _parts(fields[2])
    if _parts(algorithm)[0].whole != _SHA256 or imprint.body != hashlib.sha256(data).digest():
        raise TimestampError(messages.OTHER_DATA)
    certificates = [
        x509.load_der_x509_certificate(c.whole)
        for part in signed[3:]
        if part.tag == 0xA0
        for c in _parts(part)
    ]
    own = _signer(_parts(signed[-1])[0], info, certificates)
    known = [c for pem in trusted for c in x509.load_pem_x509_certificates(pem)]
    at = datetime.strptime(fields[4].body.decode("ascii")[:14], "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    return Timestamp(
        at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        own.subject.rfc4514_string(),
        _is_issued(own, certificates, known),
    )


def _signer(info: _Part, content: bytes, certificates: Iterable[Certificate]) -> Certificate:
    """The certificate whose key has signed the content.  Raises TimestampError."""
    from cryptography.exceptions import InvalidSignature

    parts = _parts(info)
    digest = _HASHES[_parts(parts[2])[0].whole]
    attributes, signature = parts[3], next(p for p in parts[4:] if p.tag == 0x04).body
    named = {_parts(a)[0].whole: _parts(_parts(a)[1])[0] for a in _parts(attributes)}
    if named[_MESSAGE_DIGEST].body != hashlib.new(digest, content).digest():
        raise TimestampError(messages.OTHER_DATA)
    signed = b"\x31" + attributes.whole[1:]
    for certificate in certificates:
        try:
            _verify(certificate, signature, signed, digest)
        except (InvalidSignature, ValueError, TypeError):
            continue
        if _may_stamp(certificate) and _is_named(certificate, named):
            return certificate
    raise TimestampError(messages.BAD_TIMESTAMP)


def _verify(certificate: Certificate, signature: bytes, signed: bytes, digest: str) -> None:
    """Raise InvalidSignature or ValueError unless the key of a certificate signed this."""
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa

    kinds: dict[str, Callable[[], hashes.HashAlgorithm]] = {
        "sha256": hashes.SHA256,
        "sha384": hashes.SHA384,
        "sha512": hashes.SHA512,
    }
    key, algorithm = certificate.public_key(), kinds[digest]()
    if isinstance(key, rsa.RSAPublicKey):
        key.verify(signature, signed, padding.PKCS1v15(), algorithm)
    elif isinstance(key, ec.EllipticCurvePublicKey):
        key.verify(signature, signed, ec.ECDSA(algorithm))
    else:
        raise TypeError(type(key).__name__)


def _is_named(certificate: Certificate, attributes: Mapping[bytes, _Part]) -> bool:
    """Whether the signed attributes have the hash of a certificate: else its name is unproved."""
    from cryptography.hazmat.primitives.serialization import Encoding

    data = certificate.public_bytes(Encoding.DER)
    for kind, usual in _SIGNING_CERTIFICATE.items():
        if kind in attributes:
            parts = _parts(_parts(_parts(attributes[kind])[0])[0])
            own = parts[0].tag == 0x30
            name = _HASHES[_parts(parts[0])[0].whole] if own else usual
            return parts[own].body == hashlib.new(name, data).digest()
    return False


def _may_stamp(certificate: Certificate) -> bool:
    """Whether a certificate is one of a time-stamping authority."""
    from cryptography import x509

    try:
        usage = certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    except x509.ExtensionNotFound:
        return False
    return any(one.dotted_string == _EXTENDED_KEY_USAGE for one in usage)


def _is_issued(
    own: Certificate, others: Sequence[Certificate], trusted: Sequence[Certificate]
) -> bool:
    """Whether a trusted certificate is this one or has issued it, directly or through others."""
    reached = [own]
    for certificate in reached:
        if certificate in trusted:
            return True
        for issuer in (*trusted, *others):
            if issuer not in reached and _issued(certificate, issuer):
                reached.append(issuer)
    return False


def _issued(certificate: Certificate, issuer: Certificate) -> bool:
    from cryptography.exceptions import InvalidSignature

    try:
        certificate.verify_directly_issued_by(issuer)
    except (InvalidSignature, ValueError, TypeError):
        return False
    return True


# DER


@dataclass(frozen=True, slots=True)
class _Part:
    """A value: its tag, its content, and all of its bytes."""

    tag: int
    body: bytes
    whole: bytes


def _der(tag: int, *contents: bytes) -> bytes:
    """A value of a tag."""
    body = b"".join(contents)
    if len(body) < 0x80:
        return bytes([tag, len(body)]) + body
    size = len(body).to_bytes((len(body).bit_length() + 7) // 8, "big")
    return bytes([tag, 0x80 | len(size)]) + size + body


def _read(data: bytes) -> Iterator[_Part]:
    """The values in some bytes.  Raises ValueError."""
    at = 0
    while at < len(data):
        start, tag, size = at, data[at], data[at + 1]
        at += 2
        if size & 0x80:
            more = size & 0x7F
            if not 1 <= more <= 4:
                raise ValueError(size)
            size, at = int.from_bytes(data[at : at + more], "big"), at + more
        if at + size > len(data):
            raise ValueError(size)
        yield _Part(tag, data[at : at + size], data[start : at + size])
        at += size


def _only(data: bytes, tag: int) -> _Part:
    """The one value in some bytes.  Raises ValueError."""
    (part,) = _read(data)
    if part.tag != tag:
        raise ValueError(part.tag)
    return part


def _parts(part: _Part) -> list[_Part]:
    """The values in a value."""
    return list(_read(part.body))
