"""Raw bodies in a store of objects (S3 and what speaks like it), for workers on several machines.

One object per SHA-256, in the same form and under the same names as in a folder, so that a folder can be copied there
as it is. A put returns when the store has confirmed it, and only then is a row written that names the body. Credentials
and the endpoint come from the environment, as every tool of that store reads them (AWS_ACCESS_KEY_ID, AWS_REGION,
AWS_ENDPOINT_URL; AWS_ALLOW_HTTP=true for a store without TLS).
"""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from storage.bodies import LEFTOVER_AGE, Bodies, Files, FolderBodies, name_of, packed, place_of, unpacked
from storage.errors import BodyDamaged, StoreError

SCHEMES = ("s3", "gs", "az", "memory")


class ObjectBodies:
    """Bodies below the URL of a bucket and prefix. Safe for many threads and processes: equal bytes, equal names."""

    def __init__(self, url: str, store: Any) -> None:
        self.url = url.rstrip("/")
        self._store = store

    def put(self, body: bytes) -> str:
        sha = hashlib.sha256(body).hexdigest()
        if not self._is_young(sha):
            try:
                self._asking("written", lambda: self._store.put(place_of(sha), packed(body)))
            except FileNotFoundError as error:
                raise StoreError(
                    f"{self.url}: a body cannot be written: there is no such bucket; make it first"
                ) from error
        return sha

    def get(self, sha: str) -> bytes:
        place = place_of(sha)
        try:
            kept = self._asking("read", lambda: bytes(self._store.get(place).bytes()))
        except FileNotFoundError as error:
            raise BodyDamaged(f"{self.url}/{place}: the body is missing; restore it from a backup") from error
        except StoreError as error:
            raise BodyDamaged(str(error)) from error
        return unpacked(kept, sha, f"{self.url}/{place}")

    def has(self, sha: str) -> bool:
        place = place_of(sha)
        try:
            self._asking("looked for", lambda: self._store.head(place))
        except FileNotFoundError:
            return False
        return True

    def _is_young(self, sha: str) -> bool:
        """Whether it is there and nobody would drop it as an orphan before its row is written; one that is older is
        written again, which makes it young."""
        try:
            made: datetime = self._asking("looked for", lambda: self._store.head(place_of(sha)))["last_modified"]
        except FileNotFoundError:
            return False
        return datetime.now(UTC) - made < LEFTOVER_AGE / 2

    def sweep(self, now: datetime) -> int:
        """Nothing: an object is there whole or not at all."""
        return 0

    def free_bytes(self) -> None:
        return None

    def files(self) -> Files:
        found = Files({}, {}, [])
        for chunk in self._asking("listed", lambda: list(self._store.list())):
            for one in chunk:
                sha = name_of(one["path"])
                if sha is None:
                    found.strange.append(Path(one["path"]))
                else:
                    found.bodies[sha] = one["last_modified"].timestamp()
        return found

    def drop(self, sha: str) -> None:
        self._asking("removed", lambda: self._store.delete(place_of(sha)))

    def _asking(self, done: str, ask: Any) -> Any:
        """The answer of the store. Raises FileNotFoundError, or StoreError for whatever else went wrong."""
        from obstore.exceptions import BaseError

        try:
            return ask()
        except FileNotFoundError:
            raise
        except (BaseError, OSError) as error:
            words = " ".join(str(error).split())[:300]
            raise StoreError(f"{self.url}: a body cannot be {done}: {words}") from error


def open_bodies(place: Path | str) -> Bodies:
    """The bodies in a folder or at a URL (s3://bucket/prefix). Raises StoreError when they cannot be opened."""
    return FolderBodies(place) if isinstance(place, Path) else open_objects(place)


def open_objects(url: str) -> ObjectBodies:
    """The bodies at a URL. Raises StoreError when there is no such kind of store."""
    scheme = urlsplit(url).scheme
    if scheme not in SCHEMES:
        raise StoreError(
            f"{url!r}: bodies go into a folder or into a store of objects; write a path or s3://bucket/prefix"
        )
    try:
        from obstore.store import from_url
    except ImportError as error:
        raise StoreError(f"{url}: needs the library for stores of objects; pip install 'visitwatch[scale]'") from error
    try:
        return ObjectBodies(url, from_url(url))
    except Exception as error:
        raise StoreError(f"{url}: cannot be opened: {error}") from error
