"""What the sections of config.toml are made of: a base that refuses unknown keys, durations, lines, web addresses."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Strict, StringConstraints

from app.units import duration, say_within, size

Duration = Annotated[timedelta, BeforeValidator(duration)]
Size = Annotated[int, BeforeValidator(size)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, max_length=2048, pattern=r"^[^\r\n\x00]*$")]
# TOML has types of its own: "no" in quotes is a text that would pass for false, "587" one that would pass for a number.
Switch = Annotated[bool, Strict()]
Count = Annotated[int, Strict()]
Fraction = Annotated[float, Strict()]


def _filled(text: str) -> str:
    if not text:
        raise ValueError("is empty; write one, or leave the key out")
    return text


def _host(text: str) -> str:
    """A bare host. An empty one would be every address of the machine."""
    if (text and not re.fullmatch(r"[\w.-]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*", text)) or re.fullmatch(r"[^:]*:\d+", text):
        raise ValueError(f"{text!r} is no host; write its bare name or address, without scheme and port")
    return text


Filled = Annotated[Line, AfterValidator(_filled)]
HostOrNone = Annotated[Line, AfterValidator(_host)]
Host = Annotated[Filled, AfterValidator(_host)]


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
