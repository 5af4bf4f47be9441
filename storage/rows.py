"""Frozen nouns to and from what a row can hold: JSON text, and JSON under zstd for the long ones.

One codec for every dataclass of monitors/records.py, driven by its field types: a field at its default is left out,
a field the code no longer knows is skipped, so rows written by older code stay readable.
"""

from __future__ import annotations

import json
import types
import typing
from collections.abc import Callable, Iterable
from dataclasses import MISSING, fields, is_dataclass
from datetime import datetime, timedelta
from enum import Enum
from functools import cache, lru_cache, partial
from typing import Any, TypeVar

import zstandard

from storage.columns import clean

T = TypeVar("T")

# Measured on 40 real pages: level 9 makes segments 11 % smaller than level 3 for 1.0 ms a page more; level 19 would
# save another 7 % for 36 ms.
_LEVEL = 9


def to_text(record: object) -> str:
    """A noun as one line of JSON with sorted keys, so that equal nouns give equal texts."""
    return json.dumps(_plain(record), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def from_text(kind: type[T], text: str) -> T:
    built: T = _builder(kind)(json.loads(text))
    return built


def recalled(kind: type[T], text: str) -> T:
    """The same for sources and monitors: a few thousand lines that page after page reads again. They are frozen, so
    one noun serves all who ask."""
    built: T = _recall(kind)(text)  # type: ignore[arg-type]
    return built


@cache
def _recall(kind: type[Any]) -> Callable[[str], Any]:
    return lru_cache(maxsize=20_000)(partial(from_text, kind))


def pack(value: object) -> bytes:
    """A noun, or a tuple of nouns, as zstd-compressed JSON."""
    data = json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":")).encode()
    return zstandard.ZstdCompressor(level=_LEVEL).compress(data)


def unpack(kind: type[T], packed: bytes) -> T:
    built: T = _builder(kind)(_loads(packed))
    return built


def unpack_many(kind: type[T], packed: bytes) -> tuple[T, ...]:
    return tuple(map(_builder(kind), _loads(packed)))


def _loads(packed: bytes) -> Any:
    return json.loads(zstandard.ZstdDecompressor().decompress(packed))


def _plain(value: object) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, timedelta):
        return value.total_seconds()
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {name: _plain(item) for name, item in _stated(value)}
    if value is None or isinstance(value, bool | int | float):
        return value
    raise TypeError(f"no row form for {type(value).__name__}")


def _stated(record: Any) -> Iterable[tuple[str, object]]:
    """The fields that differ from their default; a required field always."""
    kind: Any = type(record)
    for name, default in _defaults(kind):
        value = getattr(record, name)
        if value is not default and (default is MISSING or value != default):
            yield name, value


@cache
def _defaults(kind: Any) -> tuple[tuple[str, object], ...]:
    return tuple((field.name, field.default) for field in fields(kind))


def _make_builder(hint: Any) -> Callable[[Any], Any]:
    """What turns parsed JSON into a value of the given type."""
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if origin is types.UnionType or origin is typing.Union:
        return _union_builder(inner)
    if origin is tuple:
        return _tuple_builder(inner)
    if is_dataclass(hint):
        return _dataclass_builder(hint)
    if hint is datetime:
        return datetime.fromisoformat
    if hint is timedelta:
        return lambda seconds: timedelta(seconds=seconds)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint
    return _same


# Annotated by hand: the type of functools.cache refuses a type[T] as an argument.
_builder: Callable[[Any], Callable[[Any], Any]] = cache(_make_builder)


def _same(value: Any) -> Any:
    return value


def _union_builder(inner: tuple[Any, ...]) -> Callable[[Any], Any]:
    builders = [
        build for build in map(_builder, (kind for kind in inner if kind is not type(None))) if build is not _same
    ]
    if not builders:
        return _same
    build = builders[0]
    return lambda value: None if value is None else build(value)


def _tuple_builder(inner: tuple[Any, ...]) -> Callable[[Any], Any]:
    if len(inner) == 2 and inner[1] is Ellipsis:
        build = _builder(inner[0])
        return tuple if build is _same else lambda values: tuple(map(build, values))
    builders = [_builder(kind) for kind in inner]
    return lambda values: tuple(build(value) for build, value in zip(builders, values, strict=True))


def _dataclass_builder(kind: Any) -> Callable[[Any], Any]:
    hints = typing.get_type_hints(kind)
    builders = {field.name: _builder(hints[field.name]) for field in fields(kind)}

    def build(data: dict[str, Any]) -> Any:
        return kind(**{name: builders[name](value) for name, value in data.items() if name in builders})

    return build
