"""People with accounts, as browsers: each keeps its session, which real browsers send over safe connections only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import httpx
from fastapi import FastAPI

from monitors.records import Role
from storage import Store
from tests.integration.web import shelf
from web.passwords import hashed

PASSWORD = "correct horse battery"


def add_people(store: Store) -> None:
    """One account of each role, called as the role, and a second analyst."""
    kept = hashed(PASSWORD)
    for name, role in [*((role.value, role) for role in Role), ("second", Role.ANALYST)]:
        store.add_account(name, role, kept, shelf.NOW)


@dataclass
class Person:
    """Somebody at a browser; the session is sent with every request."""

    client: httpx.Client
    session: str = ""

    def _headers(self, more: dict[str, str] | None = None) -> dict[str, str]:
        known = {"cookie": f"__Host-sid={self.session}"} if self.session else {}
        return {"sec-fetch-site": "same-origin", **known, **(more or {})}

    def get(self, path: str) -> httpx.Response:
        return self.client.get(path, headers=self._headers())

    def ask(self, method: str, path: str, **more: object) -> httpx.Response:
        return self.client.request(method, path, headers=self._headers(), **more)  # type: ignore[arg-type]

    def post(
        self, path: str, fields: dict[str, object], headers: dict[str, str] | None = None, proof: str | None = None
    ) -> httpx.Response:
        sent = {"proof": self.proof() if proof is None else proof, **fields} if self.session else fields
        return self.client.post(path, data=sent, headers=self._headers(headers))

    def proof(self) -> str:
        found = re.search(r'name="proof" value="(\w+)"', self.get("/account").text)
        return found[1] if found else ""

    def log_in(self, name: str, password: str = PASSWORD, onward: str = "/") -> httpx.Response:
        answer = self.post("/login", {"name": name, "password": password, "next": onward})
        found = re.match(r"__Host-sid=([\w-]+);", answer.headers.get("set-cookie", ""))
        if found:
            self.session = found[1]
        return answer


@contextmanager
def person(app: FastAPI, name: str = "") -> Iterator[Person]:
    with shelf.served(app) as client:
        somebody = Person(client)
        if name:
            assert somebody.log_in(name).status_code == 303
        yield somebody
