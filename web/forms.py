"""What a form brings, and who sends it: read with limits, believed only from our own pages."""

# No `from __future__ import annotations` here: FastAPI could not resolve a local name in Annotated[..., Depends(read)].
from collections.abc import Mapping
from ipaddress import IPv6Address, ip_address
from typing import Annotated
from urllib.parse import parse_qs

from fastapi import Depends, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from web.room import Asking, Room, render
from web.safety import comes_from_elsewhere
from web.visitor import ANYBODY, Visitor

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
    if comes_from_elsewhere(request.headers):
        raise HTTPException(403)
    body = await read_body(request)
    try:
        return parse_qs(body.decode("ascii"), keep_blank_values=True, max_num_fields=MOST_FIELDS, errors="replace")
    except ValueError:
        raise HTTPException(413) from None


Form = Annotated[Fields, Depends(read_form)]


def read_proved(fields: Form, visitor: Asking) -> Fields:
    """The fields of a form that our page made for this session. Raises 403."""
    if not visitor.proves(last(fields, "proof")):
        raise HTTPException(403)
    return fields


ProvedForm = Annotated[Fields, Depends(read_proved)]


def last(fields: Fields, name: str) -> str:
    """The value of a field, "" where there is none; of several the last."""
    return fields.get(name, [""])[-1]


Body = Annotated[bytes, Depends(read_body)]


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


def private_page(
    room: Room,
    template: str,
    path: str,
    facts: Mapping[str, object],
    status: int = 200,
    visitor: Visitor = ANYBODY,
) -> HTMLResponse:
    """A page that only its reader should see."""
    return HTMLResponse(render(room, template, path, facts, visitor=visitor), status, PRIVATE)


def go_to(room: Room, path: str) -> RedirectResponse:
    """On to a page of ours, after something was done."""
    return RedirectResponse(room.prefix + path, 303, {"cache-control": "no-store"})
