"""A chat-completions endpoint: one question, one answer, within a time and a size. The only way out besides the doors.

urllib in a thread of its own: its time-out is for each read, so an answer that drips would never end. The thread is a
daemon's and is left behind when its time is up; its reads end by themselves soon after.
"""

from __future__ import annotations

import asyncio
import http.client
import json
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, TypeVar
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from monitors.question import QuestionOutcome

T = TypeVar("T")

PATH = "/chat/completions"
LARGEST_ANSWER = 64 * 1024  # bytes; a usable one has about one thousand
_PIECE = 8 * 1024
_STATUS_WORDS = {
    401: "; the key is not accepted: see second_reader.api_key_env",
    403: "; the key is not accepted: see second_reader.api_key_env",
    404: "; no such address or model: see second_reader.url and second_reader.model",
    429: "; asked too often, or the account is used up",
}


@dataclass(frozen=True, slots=True)
class EndpointSettings:
    """Where the second reader is reached, and when it is asked. url: whole, with its path; api_key: "" sends none;
    timeout: of one question; ask_below: the confidence below which a reading is unclear."""

    url: str
    model: str
    timeout: timedelta
    ask_below: float
    api_key: str = field(default="", repr=False)


class NoAnswer(Exception):
    """No answer came back. The message holds nothing that the endpoint sent, which may repeat the key."""

    def __init__(self, outcome: QuestionOutcome, message: str) -> None:
        super().__init__(message)
        self.outcome = outcome


def whole_url(url: str) -> str:
    """The address of the chat completions: the given one, or the path behind an API's root ("https://host/v1")."""
    parts = urlsplit(url)
    path = parts.path.rstrip("/")
    return parts._replace(path=path if path.endswith(PATH) else path + PATH).geturl()


async def ask(settings: EndpointSettings, messages: list[dict[str, str]]) -> bytes:
    """The body of the answer. Raises NoAnswer, at the latest when the time is up."""
    # No temperature, no limit of tokens, no response format: each is refused by some compatible endpoint.
    body = json.dumps({"model": settings.model, "messages": messages}).encode()
    asked = asyncio.wrap_future(_in_thread(lambda: _post(settings, body)))
    try:
        return await asyncio.wait_for(asked, settings.timeout.total_seconds())
    except TimeoutError:
        raise _slow(settings) from None


def _in_thread(call: Callable[[], T]) -> Future[T]:
    """The call's outcome. Unlike an executor's, the thread keeps no process from ending."""
    future: Future[T] = Future()
    future.set_running_or_notify_cancel()

    def run() -> None:
        try:
            future.set_result(call())
        except BaseException as error:
            future.set_exception(error)

    threading.Thread(target=run, name="second-reader", daemon=True).start()
    return future


class _Stay(HTTPRedirectHandler):
    """A redirect is an answer with another status than 200: followed, it would take the key to another host."""

    def redirect_request(self, *_: Any) -> None:
        return None


def _post(settings: EndpointSettings, body: bytes) -> bytes:
    headers = {"Content-Type": "application/json", "Accept": "application/json", "User-Agent": "visitwatch"}
    if settings.api_key:
        headers["Authorization"] = f"Bearer {settings.api_key}"
    limit = settings.timeout.total_seconds()
    until = time.monotonic() + limit
    request = Request(settings.url, body, headers, method="POST")  # noqa: S310 - the schema lets http and https through
    try:
        with build_opener(_Stay).open(request, timeout=limit) as answer:
            if answer.status != http.HTTPStatus.OK:
                raise _refused(answer.status)
            return _read(answer, settings, until)
    except HTTPError as error:
        error.close()
        raise _refused(error.code) from None
    except TimeoutError:
        raise _slow(settings) from None
    except URLError as error:
        if isinstance(error.reason, TimeoutError):
            raise _slow(settings) from None
        raise NoAnswer(QuestionOutcome.UNREACHABLE, f"can't be reached: {error.reason}") from None
    except (OSError, http.client.HTTPException, ValueError) as error:
        # Their own words may repeat what was sent or came back.
        raise NoAnswer(QuestionOutcome.UNREACHABLE, f"the connection broke: {type(error).__name__}") from None


def _read(answer: http.client.HTTPResponse, settings: EndpointSettings, until: float) -> bytes:
    pieces = bytearray()
    while piece := answer.read1(_PIECE):
        pieces += piece
        if len(pieces) > LARGEST_ANSWER:
            raise NoAnswer(QuestionOutcome.OVERSIZED, f"answered with more than {LARGEST_ANSWER // 1024} KiB")
        if time.monotonic() > until:
            raise _slow(settings)
    return bytes(pieces)


def _slow(settings: EndpointSettings) -> NoAnswer:
    return NoAnswer(QuestionOutcome.SLOW, f"no whole answer within {settings.timeout.total_seconds():g} s")


def _refused(status: int) -> NoAnswer:
    return NoAnswer(QuestionOutcome.REFUSED, f"answered with status {status}{_STATUS_WORDS.get(status, '')}")
