"""Signatures (Ed25519) and time stamps (RFC 3161) over a root's text: made, and checked.

Both are in forms that openssl reads: `openssl pkeyutl -verify -rawin` and `openssl ts -verify`.
"""

from __future__ import annotations

import hashlib
import http.client
import urllib.request
from datetime import datetime
from pathlib import Path

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from rfc3161_client import (
    TimestampRequestBuilder,
    TimeStampResponse,
    VerificationError,
    VerifierBuilder,
    decode_timestamp_response,
)

TIMEOUT = 30.0  # seconds
LARGEST = 256 * 1024
GRANTED = (0, 1)  # granted, granted with modifications


class StampFailed(Exception):
    """No signature or stamp was made, or one does not hold; the message says why and what to do."""


def sign(key_file: Path, words: bytes) -> bytes:
    """An Ed25519 signature. Raises StampFailed where the file holds no such key."""
    return _key(key_file).sign(words)


def public_key(key_file: Path) -> bytes:
    """The public half in PEM, for whoever checks a signature."""
    form = serialization.PublicFormat.SubjectPublicKeyInfo
    return _key(key_file).public_key().public_bytes(serialization.Encoding.PEM, form)


def signature_fault(key_file: Path, words: bytes, signature: bytes) -> str:
    """Why a signature does not hold, "" where it does."""
    try:
        _key(key_file).public_key().verify(signature, words)
    except InvalidSignature:
        return "its signature is not of this text by the key in evidence.sign_key_file"
    return ""


def stamp(url: str, words: bytes, roots: Path | None) -> bytes:
    """Ask an authority for a stamp and check it before it is kept. Raises StampFailed."""
    asked = TimestampRequestBuilder().data(words).build()
    headers = {"Content-Type": "application/timestamp-query", "User-Agent": "visitwatch"}
    request = urllib.request.Request(url, asked.as_bytes(), headers, method="POST")  # noqa: S310 - checked in the schema
    try:
        with urllib.request.urlopen(request, timeout=TIMEOUT) as answer:  # noqa: S310
            data: bytes = answer.read(LARGEST + 1)
    except (http.client.HTTPException, OSError, ValueError) as error:
        raise StampFailed(f"{url}: no time stamp ({error}); it is asked for again") from None
    fault = stamp_fault(data, words, roots, nonce=asked.nonce)
    if fault:
        raise StampFailed(f"{url}: the time stamp is not kept: {fault}")
    return data


def stamp_fault(data: bytes, words: bytes, roots: Path | None, nonce: int | None = None) -> str:
    """Why a stamp does not hold for this text, "" where it does. Without certificates only what it says is checked, and
    not who says it."""
    if len(data) > LARGEST:
        return f"it is larger than {LARGEST} bytes"
    try:
        response = decode_timestamp_response(data)
        if response.status not in GRANTED:
            return f"the authority refused with status {response.status}"
        said = response.tst_info.message_imprint.message
    except ValueError as error:
        return f"it is no RFC 3161 answer ({error})"
    if said != hashlib.sha512(words).digest() and said != hashlib.sha256(words).digest():
        return "it was made of another text"
    if nonce is not None and response.tst_info.nonce != nonce:
        return "it answers another question"
    return _chain_fault(response, words, roots) if roots else ""


def stamped_at(data: bytes) -> datetime:
    """The time that a stamp says."""
    return decode_timestamp_response(data).tst_info.gen_time


def _chain_fault(response: TimeStampResponse, words: bytes, roots: Path) -> str:
    try:
        certificates = x509.load_pem_x509_certificates(roots.read_bytes())
    except (OSError, ValueError) as error:
        return f"{roots} holds no certificates ({error})"
    fault = ""
    for certificate in certificates:
        try:
            VerifierBuilder(roots=[certificate]).build().verify_message(response, words)
        except (VerificationError, ValueError) as error:
            fault = f"it does not lead to the certificates in {roots.name} ({error})"
        else:
            return ""
    return fault


def _key(key_file: Path) -> Ed25519PrivateKey:
    try:
        key = serialization.load_pem_private_key(key_file.read_bytes(), None)
    except (OSError, ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise StampFailed(f"{key_file}: no key can be read from it ({error})") from None
    if not isinstance(key, Ed25519PrivateKey):
        raise StampFailed(f"{key_file}: not an Ed25519 key; make one with: openssl genpkey -algorithm ed25519")
    return key
