"""Pages put aside until the crawl is over, packed: a batch may have a thousand, and a page of 40 KB that was read
and compared takes 300 KB, packed 20."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import zstandard

from app.extraction_child import pack_document, unpack_document
from app.page_decision import version_of
from app.results import Result
from crawler.crawl import Visited
from monitors.records import Fetched

PORTION = 50  # pages that are whole in memory at a time
_LEVEL = 1  # 0.2 ms a page


@dataclass(frozen=True, slots=True)
class _Packed:
    """document: None where the page was not read; old: the id of the version it was compared with, 0 for none."""

    result: Result
    body: bytes
    document: bytes | None
    old: int


@dataclass(slots=True)
class Aside:
    """In the order they came; the first PORTION stay whole, since most rounds put fewer aside."""

    _whole: deque[Result] = field(default_factory=deque)
    _packed: deque[_Packed] = field(default_factory=deque)

    def __len__(self) -> int:
        return len(self._whole) + len(self._packed)

    def put(self, result: Result) -> None:
        if len(self._whole) < PORTION and not self._packed:
            self._whole.append(result)
        else:
            self._packed.append(_pack(result))

    def all(self) -> Iterator[Result]:
        """Each page as it lies there, most without what was packed."""
        yield from self._whole
        yield from (packed.result for packed in self._packed)

    def take(self) -> list[tuple[Result, int]]:
        """The next portion. With each page the id of the version that it has to be compared with again, 0 where all
        that was known of it is still there."""
        taken = [(self._whole.popleft(), 0) for _ in range(len(self._whole))]
        while self._packed and len(taken) < PORTION:
            packed = self._packed.popleft()
            taken.append((_unpack(packed), packed.old))
        return taken


@dataclass(slots=True)
class Bodies:
    """Pages fetched once more, by monitor."""

    _light: dict[str, tuple[Fetched, bytes]] = field(default_factory=dict)

    def receive(self, visited: Visited) -> None:
        """Keep an answer that brought a page."""
        if isinstance(visited.outcome, Fetched):
            self._light[visited.visit.key] = replace(visited.outcome, body=b""), _squeezed(visited.outcome.body)

    def get(self, key: str) -> Fetched | None:
        light = self._light.get(key)
        return None if light is None else replace(light[0], body=_whole(light[1]))


def _pack(result: Result) -> _Packed:
    fetched, document = result.answered.outcome, result.document
    assert isinstance(fetched, Fetched)
    light = replace(result.answered, outcome=replace(fetched, body=b""))
    return _Packed(
        replace(result, answered=light, document=None, new=None, old=None, technical=None, comparison=None),
        _squeezed(fetched.body),
        None if document is None else _squeezed(pack_document(document)),
        result.old.id if result.old is not None else 0,
    )


def _unpack(packed: _Packed) -> Result:
    light, result = packed.result.answered, packed.result
    assert isinstance(light.outcome, Fetched)
    answered = replace(light, outcome=replace(light.outcome, body=_whole(packed.body)))
    if packed.document is None:
        return replace(result, answered=answered)
    document = unpack_document(_whole(packed.document))
    return replace(result, answered=answered, document=document, new=version_of(answered, document, result.raw))


def _squeezed(data: bytes) -> bytes:
    # Copied: what the library gives holds on to the room that it had for the worst case, 95 KB a page instead of 20.
    return bytes(memoryview(zstandard.ZstdCompressor(level=_LEVEL).compress(data)))


def _whole(data: bytes) -> bytes:
    return zstandard.ZstdDecompressor().decompress(data)
