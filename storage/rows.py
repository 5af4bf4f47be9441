"""Frozen nouns to and from what a row can hold: JSON text, and JSON under zstd for the long ones.

One codec for every dataclass of monitors/records.py, driven by its field types: a field at its default is left out,
a field the code no longer knows is skipped, so rows written by older code stay readable.
"""

from __future__ import annotations

import json
import types
import typing
from base64 import b85decode, b85encode
from collections.abc import Callable
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
_LONG, _SHORTENED = 1_000, "zstd:"


def to_text(record: object) -> str:
    """A noun as one line of JSON with sorted keys, so that equal nouns give equal texts."""
    return json.dumps(_plain(record), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def plain_json(value: object) -> Any:
    """A noun as what JSON knows: dicts, lists, cleaned strings."""
    return _plain(value)


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
    return packed_json(_plain(value))


def packed_json(value: Any) -> bytes:
    """What `plain_json` gave, as `pack` would have it."""
    data = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    return zstandard.ZstdCompressor(level=_LEVEL).compress(data)


def stored_json(packed: bytes) -> Any:
    """What was packed, as JSON knows it."""
    return _loads(packed)


def packed_beside(text: str, beside: bytes) -> bytes:
    """A text as zstd that says again what `beside`, something packed, says already: a version's readable text beside
    its segments takes a twentieth of its characters."""
    return zstandard.ZstdCompressor(level=_LEVEL, dict_data=_words_of(beside)).compress(clean(text).encode())


def text_beside(packed: bytes, beside: bytes) -> str:
    """The text again. Raises ZstdError or UnicodeDecodeError where one of the two is damaged."""
    return zstandard.ZstdDecompressor(dict_data=_words_of(beside)).decompress(packed).decode()


def _words_of(packed: bytes) -> zstandard.ZstdCompressionDict:
    data = zstandard.ZstdDecompressor().decompress(packed)
    return zstandard.ZstdCompressionDict(data, dict_type=zstandard.DICT_TYPE_RAWCONTENT)


def shortened(text: str) -> str:
    """A long text as a short one, for a column of words; a short one as it is."""
    if len(text) < _LONG and not text.startswith(_SHORTENED):
        return text
    return _SHORTENED + b85encode(zstandard.ZstdCompressor(level=_LEVEL).compress(text.encode())).decode()


def lengthened(text: str) -> str:
    """What was shortened, whole again."""
    if not text.startswith(_SHORTENED):
        return text
    return zstandard.ZstdDecompressor().decompress(b85decode(text.removeprefix(_SHORTENED))).decode()


def unpack(kind: type[T], packed: bytes) -> T:
    built: T = _builder(kind)(_loads(packed))
    return built


def unpack_many(kind: type[T], packed: bytes) -> tuple[T, ...]:
    return tuple(map(_builder(kind), _loads(packed)))


def _loads(packed: bytes) -> Any:
    return json.loads(zstandard.ZstdDecompressor().decompress(packed))


def _plain(value: object) -> Any:
    return _plainer(type(value))(value)


def _make_plainer(kind: Any) -> Callable[[Any], Any]:
    """What turns values of exactly this type into what JSON knows. Found once a type: a page's version is some two
    hundred nouns of seven fields, and asking each value what it is took a third of the time of a first check."""
    if issubclass(kind, Enum):
        return lambda value: value.value
    if issubclass(kind, str):
        return clean
    if issubclass(kind, datetime):
        return lambda value: value.isoformat()
    if issubclass(kind, timedelta):
        return lambda value: value.total_seconds()
    if issubclass(kind, tuple | list):
        return lambda value: [_plain(item) for item in value]
    if is_dataclass(kind):
        return partial(_plain_fields, tuple((field.name, field.default) for field in fields(kind)))
    if kind is type(None) or issubclass(kind, bool | int | float):
        return _same
    raise TypeError(f"no row form for {kind.__name__}")


_plainer: Callable[[Any], Callable[[Any], Any]] = cache(_make_plainer)


def _plain_fields(defaults: tuple[tuple[str, object], ...], record: Any) -> dict[str, Any]:
    """The fields that differ from their default; a required field always."""
    stated = {}
    for name, default in defaults:
        value = getattr(record, name)
        if value is not default and (default is MISSING or value != default):
            stated[name] = _plainer(type(value))(value)
    return stated


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
