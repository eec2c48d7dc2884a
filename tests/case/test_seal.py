"""A sealed case: whoever rewrites the log cannot sign it, and a time stamp says since when."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from seriatim import cli
from seriatim.case import Case, timestamps
from seriatim.store import log

LETTER = "Ada Quill met Ben Moor on 5 March 1911 in Harwich.\n"


@pytest.fixture
def case(tmp_path: Path) -> Case:
    made = Case.create(tmp_path / "case", "The board")
    (tmp_path / "letter.txt").write_text(LETTER, "utf8")
    made.add([tmp_path / "letter.txt"], published="1911-03-20", who="Ada")
    made.build(processes=1, model=False)
    assert run("seal", made.path, "--new-key", tmp_path / "ada.key", "--by", "Ada Quill") == 0
    return made


def run(*words: object) -> int:
    with pytest.raises(SystemExit) as ended:
        cli.main([str(word) for word in words])
    return int(ended.value.code or 0)


def wrong(case: Case, **options: list[str] | list[bytes]) -> list[str]:
    return [p.message for p in case.verify(quick=True, **options)]  # type: ignore[arg-type]


def rewritten(case: Case) -> None:
    """The log with another person in every line, and hashes that fit."""
    decisions = log.read(case.log.file()).decisions
    case.log.file().write_bytes(b"")
    log.extend(case.log.file(), [replace(d, who="Mallory", id="") for d in decisions])
    (case.path / "derived.sqlite").unlink()


def test_a_sealed_case_is_whole(case: Case, tmp_path: Path) -> None:
    assert wrong(case) == []
    assert run("verify", case.path, "--quick", "--signer", tmp_path / "ada.key.pub") == 0
    assert (tmp_path / "ada.key").stat().st_mode & 0o077 == 0


def test_work_goes_on_after_a_seal(case: Case) -> None:
    assert run("judge", case.path, "accept", "e1") == 0
    assert run("seal", case.path, "--key", case.path.parent / "ada.key") == 0
    assert [seal.statement["lines"] for seal in case.seals.all()] == [2, 3]
    assert wrong(case) == []


def test_a_log_that_was_rewritten_as_a_whole_is_found(case: Case) -> None:
    rewritten(case)
    assert "sealed" in wrong(case)[0]
    assert run("build", case.path) == 2
    assert run("add", case.path, case.path.parent / "letter.txt") == 2


def test_a_seal_that_was_made_to_fit_is_by_another_key(case: Case, tmp_path: Path) -> None:
    rewritten(case)
    shutil.rmtree(case.path / "seals")
    assert run("build", case.path, "--no-model") == 0
    assert run("seal", case.path, "--new-key", tmp_path / "mallory.key", "--by", "Ada Quill") == 0
    assert wrong(case) == []  # nobody has said whose key counts
    key = (tmp_path / "ada.key.pub").read_text()
    assert "made with another key" in wrong(case, keys=[key])[0]


def test_a_case_whose_seals_are_gone_is_found_by_who_knows_the_key(
    case: Case, tmp_path: Path
) -> None:
    shutil.rmtree(case.path / "seals")
    assert "not been sealed" in wrong(case, keys=[(tmp_path / "ada.key.pub").read_text()])[0]


@pytest.mark.parametrize("field", ["at", "signer", "head", "lines"])
def test_a_changed_seal_is_found(case: Case, field: str) -> None:
    (path,) = (case.path / "seals").iterdir()
    content = json.loads(path.read_text())
    content["statement"][field] = 1 if field == "lines" else "2" * 64
    path.write_text(json.dumps(content))
    assert wrong(case)


def test_a_key_of_openssh_signs(case: Case, tmp_path: Path) -> None:
    if shutil.which("ssh-keygen") is None:
        pytest.skip("ssh-keygen is not installed")
    key = tmp_path / "id"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key], check=True)
    assert run("seal", case.path, "--key", key) == 0
    shown = subprocess.run(["ssh-keygen", "-lf", key], check=True, capture_output=True, text=True)
    assert case.seals.newest().fingerprint in shown.stdout


# Time stamps, by an authority of our own


CONFIG = """
[ tsa ]
default_tsa = here
[ here ]
serial = {place}/serial
crypto_device = builtin
signer_cert = {place}/tsa.pem
signer_key = {place}/tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
ess_cert_id_alg = sha256
[ ext ]
extendedKeyUsage = critical,timeStamping
keyUsage = critical,digitalSignature
[ req ]
distinguished_name = name
[ name ]
"""


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a time-stamping authority: a root, and a certificate that it has issued."""
    if shutil.which("openssl") is None:
        pytest.skip("openssl is not installed")
    place = tmp_path_factory.mktemp("authority")
    (place / "conf").write_text(CONFIG.format(place=place))
    (place / "serial").write_text("01\n")

    def openssl(*words: str) -> None:
        subprocess.run(["openssl", *words], cwd=place, check=True, capture_output=True, timeout=60)

    root = ("-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "root.key", "-out", "root.pem")
    openssl("req", *root, "-subj", "/CN=Root of the test", "-days", "30", "-config", "conf")
    own = ("-newkey", "rsa:2048", "-nodes", "-keyout", "tsa.key", "-out", "tsa.csr")
    openssl("req", *own, "-subj", "/CN=Clock of the test", "-config", "conf")
    issue = ("-in", "tsa.csr", "-CA", "root.pem", "-CAkey", "root.key", "-out", "tsa.pem")
    openssl(
        *("x509", "-req", *issue, "-days", "30", "-set_serial", "7"),
        *("-extfile", "conf", "-extensions", "ext"),
    )
    return place


def answered(authority: Path, query: Path) -> Path:
    answer = query.with_suffix(".tsr")
    subprocess.run(
        ["openssl", "ts", "-reply", "-config", "conf", "-queryfile", query, "-out", answer],
        cwd=authority,
        check=True,
        capture_output=True,
        timeout=60,
    )
    return answer


def test_a_time_stamp_is_kept_and_checked(case: Case, authority: Path, tmp_path: Path) -> None:
    query = tmp_path / "seal.tsq"
    assert run("seal", case.path, "--request", query) == 0
    answer = answered(authority, query)
    assert run("seal", case.path, "--timestamp", answer) == 0
    assert wrong(case) == []
    assert wrong(case, authorities=[(authority / "root.pem").read_bytes()]) == []
    assert wrong(case, authorities=[(authority / "tsa.pem").read_bytes()]) == []
    seal = case.seals.newest()
    found = timestamps.check(seal.timestamp or b"", seal.signature)
    assert (found.authority, found.trusted) == ("CN=Clock of the test", False)
    # The answer is about this seal, and about no other.
    assert run("judge", case.path, "accept", "e1") == 0
    assert run("seal", case.path, "--key", tmp_path / "ada.key") == 0
    assert run("seal", case.path, "--timestamp", answer) == 2


def test_a_damaged_time_stamp_is_refused(case: Case, authority: Path, tmp_path: Path) -> None:
    query = tmp_path / "seal.tsq"
    assert run("seal", case.path, "--request", query) == 0
    good, seal = answered(authority, query).read_bytes(), case.seals.newest()
    right = timestamps.check(good, seal.signature)
    for at in range(0, len(good), 7):
        bad = good[:at] + bytes([good[at] ^ 0x55]) + good[at + 1 :]
        try:
            found = timestamps.check(bad, seal.signature)
        except timestamps.TimestampError:
            continue
        assert found == right, at  # the byte is in what nobody signs, such as a certificate's end
