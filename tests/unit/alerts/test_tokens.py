"""Only we make tokens, and one made for one thing opens nothing else."""

from __future__ import annotations

import pytest

from alerts.address import address_fault
from alerts.tokens import BOUNCE, LEAVE, make_token, read_return_path, read_token, return_path


def test_a_token_reads_back_in_whatever_case() -> None:
    token = make_token("secret", LEAVE, 12)
    assert read_token("secret", LEAVE, token) == read_token("secret", LEAVE, f" {token.upper()} ") == 12


@pytest.mark.parametrize("change", ["purpose", "secret", "number", "proof", "shape", "nothing"])
def test_any_other_token_is_none(change: str) -> None:
    token = make_token("secret", LEAVE, 12)
    forged = {
        "number": token.replace("12-", "13-"),
        "proof": token[:-1] + ("0" if token[-1] != "0" else "1"),
        "shape": token.replace("-", ""),
        "nothing": "",
    }.get(change, token)
    secret = {"secret": "another", "nothing": ""}.get(change, "secret")
    assert read_token(secret, BOUNCE if change == "purpose" else LEAVE, forged) is None


def test_a_return_path_is_an_address_that_names_its_delivery() -> None:
    address = return_path("bounces@lists.example.org", "secret", 123_456_789_012)
    assert address_fault(address) is None and len(address.split("@")[0]) <= 64
    assert read_return_path("bounces@lists.example.org", "secret", address.upper()) == 123_456_789_012


@pytest.mark.parametrize(
    "address", ["bounces@lists.example.org", "bounces+7-abc@lists.example.org", "other+{}@lists.example.org", "{}", "@"]
)
def test_a_return_path_of_nobody_is_none(address: str) -> None:
    token = make_token("secret", BOUNCE, 7)
    assert read_return_path("bounces@lists.example.org", "secret", address.format(token)) is None
