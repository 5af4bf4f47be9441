"""Who asks: nobody we know, or somebody with an account; and the proof that a form is from our page for them."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass

from monitors.records import Account, Role

# __Host-: the browser takes it only over a safe connection, for this host alone and for all of its paths.
COOKIE = "__Host-sid"
NOT_ALLOWED = "role"


@dataclass(frozen=True, slots=True)
class Visitor:
    """account: None for nobody we know; session: the token in their cookie, "" for none."""

    account: Account | None
    session: str = ""

    def may(self, role: Role) -> bool:
        return self.account is not None and self.account.role.rank >= role.rank

    @property
    def judges(self) -> bool:
        return self.may(Role.ANALYST)

    @property
    def looks_after(self) -> bool:
        return self.may(Role.ADMIN)

    @property
    def proof(self) -> str:
        """What our forms for this session carry; from it nobody learns the session."""
        return hmac.new(self.session.encode(), b"form", hashlib.sha256).hexdigest() if self.session else ""

    def proves(self, given: str) -> bool:
        return bool(self.session) and hmac.compare_digest(self.proof, given)

    @property
    def headers(self) -> dict[str, str]:
        """What somebody sees who is logged in is not for a shared computer's memory."""
        return {"cache-control": "no-store"} if self.account else {}


ANYBODY = Visitor(None)
