"""A time stamp authority (RFC 3161) for tests: certificates of its own, answers made by openssl, not by our library."""

from __future__ import annotations

import datetime
import subprocess
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from tests.site import Reply, Seen

_SETTINGS = """
[tsa]
default_tsa = us
[us]
serial = {folder}/serial
signer_digest = sha256
digests = sha256, sha384, sha512
default_policy = 1.2.3.4
accuracy = secs:1
ess_cert_id_alg = sha256
"""


class Authority:
    """ca: the certificate that answers lead to, in PEM. As a route of tests.site it answers requests."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self._folder = folder
        self.ca = folder / "ca.pem"
        root_key, key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
        root = _certificate("Root of time", "Root of time", root_key, root_key, ca=True)
        mine = _certificate("Authority", "Root of time", key, root_key, ca=False)
        self.ca.write_bytes(root.public_bytes(Encoding.PEM))
        (folder / "signer.pem").write_bytes(mine.public_bytes(Encoding.PEM))
        (folder / "key.pem").write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
        (folder / "settings").write_text(_SETTINGS.format(folder=folder))
        (folder / "serial").write_text("01\n")

    def __call__(self, seen: Seen) -> Reply:
        (self._folder / "query").write_bytes(seen.body)
        command = ["openssl", "ts", "-reply", "-config", "settings", "-queryfile", "query", "-signer", "signer.pem"]
        command += ["-inkey", "key.pem", "-out", "answer"]
        subprocess.run(command, cwd=self._folder, check=True, capture_output=True)
        return Reply((self._folder / "answer").read_bytes(), media_type="application/timestamp-reply")


def _certificate(
    name: str, issuer: str, key: ec.EllipticCurvePrivateKey, by: ec.EllipticCurvePrivateKey, *, ca: bool
) -> x509.Certificate:
    now = datetime.datetime.now(datetime.UTC)
    called = [x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, one)]) for one in (name, issuer)]
    usage = x509.KeyUsage(
        digital_signature=not ca, content_commitment=not ca, key_encipherment=False, data_encipherment=False,
        key_agreement=False, key_cert_sign=ca, crl_sign=ca, encipher_only=False, decipher_only=False,
    )  # fmt: skip
    builder = (
        x509.CertificateBuilder()
        .subject_name(called[0])
        .issuer_name(called[1])
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=2))
        .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(by.public_key()), critical=False)
    )
    if not ca:
        builder = builder.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
    return builder.sign(by, hashes.SHA256())
