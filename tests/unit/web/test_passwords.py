"""Passwords are kept so that guessing them is slow."""

from __future__ import annotations

from web.passwords import fits, hashed


def test_a_password_is_kept_as_argon2id_with_64_mib_and_3_passes() -> None:
    kept = hashed("correct horse battery")
    assert kept.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert fits(kept, "correct horse battery") and not fits(kept, "correct horse") and not fits(None, "x" * 12)
