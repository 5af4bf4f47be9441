"""What the sections of config.toml are made of: a base that refuses unknown keys, durations, lines, web addresses."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, StringConstraints

from app.units import duration, say_within, size

Duration = Annotated[timedelta, BeforeValidator(duration)]
Size = Annotated[int, BeforeValidator(size)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, max_length=2048, pattern=r"^[^\r\n\x00]*$")]


def lasting(least: str, most: str) -> AfterValidator:
    """Refuses a time that is shorter or longer: a tick of no length fills the disk with log lines."""
    bounds = duration(least), duration(most)

    def within(value: timedelta) -> timedelta:
        if not bounds[0] <= value <= bounds[1]:
            raise ValueError(say_within(*bounds))
        return value

    return AfterValidator(within)


def _page_size(count: int) -> int:
    if not 1024 <= count <= 1024**3:
        raise ValueError("has to lie between 1 KiB and 1 GiB")
    return count


PageSize = Annotated[Size, AfterValidator(_page_size)]


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
