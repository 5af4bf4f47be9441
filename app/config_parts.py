"""What the sections of config.toml are made of: a base that refuses unknown keys, durations, lines, web addresses."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints

from app.units import duration, size

Duration = Annotated[timedelta, BeforeValidator(duration)]
Size = Annotated[int, BeforeValidator(size)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, max_length=2048, pattern=r"^[^\r\n\x00]*$")]


class Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


def web_address(text: str) -> str:
    """Where readers reach us: plain ASCII, as it goes into headers. ValueError says what is wrong."""
    if not re.fullmatch(r"https?://[!-;=?-~]+", text):
        raise ValueError(f"{text!r} is not an http:// or https:// address in plain ASCII")
    return text.rstrip("/")


def endpoint(text: str) -> str:
    """Where a service of others is reached, or nothing. ValueError says what is wrong."""
    if not text:
        return text
    address = web_address(text)
    if "@" in address.split("/", 3)[2]:
        raise ValueError("holds a user name or password; a key comes from the environment, see api_key_env")
    if "#" in address:
        raise ValueError(f"{text!r}: leave out what begins with #")
    return address
