"""What every answer of the web room carries, and for whom it answers at all."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "script-src 'self'",
        "img-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)
SAFE_HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
LARGEST_BODY = 1024 * 1024  # bytes of any request; forms are held to less
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
# RFC 8058: mail programs post there from wherever they are; the link's token is the whole proof.
ONE_CLICK = "/leave/"
_LOCAL = frozenset({"localhost"})


class SafeAnswers:
    """Puts the headers above on every answer and refuses names that are not ours.

    A host name that somebody else points at this machine (DNS rebinding) would let their pages read ours; an address in
    digits can't be pointed anywhere. X-Forwarded-* headers are never read.
    """

    def __init__(self, app: ASGIApp, base_url: str) -> None:
        self._app = app
        self._hosts = _LOCAL | {(urlsplit(base_url).hostname or "").lower()}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(SAFE_HEADERS)
            await send(message)

        app = self._app if self.serves(Headers(scope=scope).get("host", "")) else _NOT_HERE
        if app is self._app and scope["method"] not in SAFE_METHODS and _from_elsewhere(scope):
            app = _NOT_FROM_THERE
        await app(scope, limited(receive), send_safely)

    def serves(self, host: str) -> bool:
        """Whether a Host header names us: base_url's host, this machine, or an address in digits."""
        try:
            name = (urlsplit(f"//{host}").hostname or "").lower()
        except ValueError:
            return False
        return name in self._hosts or _is_address(name)


def limited(receive: Receive) -> Receive:
    """Receive at most LARGEST_BODY bytes. Whoever reads on gets HTTPException(413): a program's JSON would otherwise be
    read whole before anybody asks for its key."""
    got = 0

    async def receive_some() -> Message:
        nonlocal got
        message = await receive()
        got += len(message.get("body", b""))
        if got > LARGEST_BODY:
            raise HTTPException(413)
        return message

    return receive_some


def _from_elsewhere(scope: Scope) -> bool:
    """Whether a page of another site makes a browser change something here. Asked of every route, whatever it is."""
    path = str(scope["path"])
    return not path.startswith(ONE_CLICK) and comes_from_elsewhere(Headers(scope=scope))


def comes_from_elsewhere(headers: Headers) -> bool:
    """Whether a page of another site made the browser send this. Browsers say so themselves (Sec-Fetch-Site); older
    ones send an Origin, which our referrer policy makes "null" for our own forms."""
    said = headers.get("sec-fetch-site")
    if said is not None:
        return said not in ("same-origin", "none")
    origin = headers.get("origin", "null")
    return origin != "null" and urlsplit(origin).netloc != headers.get("host", "")


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


_NOT_FROM_THERE = PlainTextResponse("This was sent by a page of another site; it changes nothing here.\n", 403)
_NOT_HERE = PlainTextResponse(
    "This name is not served here. The operator sets the name: base_url under [mail] in config.toml.\n", status_code=421
)
