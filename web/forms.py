"""What a form brings, and who sends it: read with limits, believed only from our own pages."""

# No `from __future__ import annotations` here: FastAPI could not resolve a local name in Annotated[..., Depends(read)].
from collections.abc import Mapping
from ipaddress import IPv6Address, ip_address
from typing import Annotated
from urllib.parse import parse_qs, urlsplit

from fastapi import Depends, HTTPException, Request
from fastapi.responses import HTMLResponse

from web.room import Room, render

LARGEST_FORM = 64 * 1024
MOST_FIELDS = 2_000
# Nobody keeps, indexes or passes on what a signed link shows.
PRIVATE = {"cache-control": "no-store", "x-robots-tag": "noindex, nofollow"}

Fields = dict[str, list[str]]


async def read_body(request: Request) -> bytes:
    """The body, up to LARGEST_FORM bytes. Raises 413."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > LARGEST_FORM:
            raise HTTPException(413)
    return body


async def read_form(request: Request) -> Fields:
    """The fields of a form that was filled in on a page of ours. Raises 403 for one sent from another site, 413."""
    if comes_from_elsewhere(request):
        raise HTTPException(403)
    body = await read_body(request)
    try:
        return parse_qs(body.decode("ascii"), keep_blank_values=True, max_num_fields=MOST_FIELDS, errors="replace")
    except ValueError:
        raise HTTPException(413) from None


Form = Annotated[Fields, Depends(read_form)]
Body = Annotated[bytes, Depends(read_body)]


def comes_from_elsewhere(request: Request) -> bool:
    """Whether a page of another site made the browser send this. Browsers say so themselves (Sec-Fetch-Site); older
    ones send an Origin, which our referrer policy makes "null" for our own forms."""
    said = request.headers.get("sec-fetch-site")
    if said is not None:
        return said not in ("same-origin", "none")
    origin = request.headers.get("origin", "null")
    return origin != "null" and urlsplit(origin).netloc != request.headers.get("host", "")


def requester_of(request: Request) -> str:
    """Who asks, for counting: an address, of IPv6 the /64 that one subscriber of a network has to themselves."""
    host = request.client.host if request.client else ""
    try:
        address = ip_address(host.partition("%")[0])
    except ValueError:
        return host or "unknown"
    if not isinstance(address, IPv6Address):
        return str(address)
    mapped = address.ipv4_mapped
    return str(mapped) if mapped else f"{IPv6Address(int(address) >> 64 << 64)}/64"


def private_page(room: Room, template: str, path: str, facts: Mapping[str, object], status: int = 200) -> HTMLResponse:
    """A page that only its reader should see."""
    return HTMLResponse(render(room, template, path, facts), status, PRIVATE)
