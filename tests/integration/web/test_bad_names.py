"""Names that lead elsewhere and bodies without end."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest
from fastapi import FastAPI

from storage import Store
from storage.errors import BodyDamaged
from web.safety import LARGEST_BODY

NAMES = (
    "../../etc/passwd", "/etc/passwd", "..%2f..%2fetc%2fpasswd", "%2e%2e/%2e%2e/etc/passwd", "..\\..\\etc\\passwd",
    "a%00b", "tmp", "a" * 63, f"{'A' * 64}", "%252e%252e%252fetc%252fpasswd", "....//....//etc/passwd",
)  # fmt: skip
PLACES = ("/static/", "/versions/", "/monitors/", "/sources/", "/changes/", "/versions/5/", "/api/v1/versions/")


@pytest.mark.parametrize("name", NAMES)
def test_no_name_leads_out_of_its_folder(browser: httpx.Client, library: Store, name: str) -> None:
    for place in PLACES:
        answer = browser.get(place + name)
        assert answer.status_code in (404, 422), (place, answer.status_code)
        assert "root:" not in answer.text and "Traceback" not in answer.text
    with pytest.raises(BodyDamaged, match="no SHA-256"):
        library.body(name)
    assert not _has(library, name)


def _has(library: Store, name: str) -> bool:
    try:
        return library._bodies.has(name)
    except BodyDamaged:
        return False


def test_a_link_among_the_bodies_is_not_taken_for_one(library: Store) -> None:
    """A name must be the SHA-256 of what it holds, wherever a link leads."""
    name = "ab" * 32
    folder = library._bodies.folder / "ab" / "ab"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.zst").symlink_to("/etc/passwd")
    try:
        with pytest.raises(BodyDamaged, match="damaged"):
            library.body(name)
    finally:
        (folder / f"{name}.zst").unlink()


@pytest.mark.parametrize("path", ["/api/v1/changes/1/annotations", "/api/subscriptions", "/login", "/subscribe"])
def test_a_body_too_deep_or_too_long_is_refused(browser: httpx.Client, app: FastAPI, path: str) -> None:
    def chunks() -> Iterator[bytes]:
        """Longer than allowed, and its length is not announced."""
        yield from [b" " * 64 * 1024] * 20

    headers = {"content-type": "application/json", "sec-fetch-site": "same-origin"}
    deep = browser.post(path, content=b"[" * 60_000, headers=headers)
    assert deep.status_code in (400, 401, 403, 413, 422), deep.status_code
    assert browser.post(path, content=b" " * (LARGEST_BODY + 1), headers=headers).status_code == 413
    try:
        answer = browser.post(path, content=chunks(), headers=headers)
    except httpx.TransportError:  # the server hung up on us while we were still sending
        pass
    else:
        assert answer.status_code == 413
