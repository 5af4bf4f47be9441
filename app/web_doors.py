"""What the history browser may ask of the rest of the house."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from functools import partial

from app.corrections import mark_wrong
from app.installation import Installation
from crawler.guard import refuse_reason
from monitors.records import Monitor
from web.doors import Doors, Preview

# A fetch may take the crawl's whole deadline, and the page's text its limit; then the child is ended.
PREVIEW_SECONDS = 120
AT_ONCE = threading.BoundedSemaphore(2)
_MAIN = "from app.cli import main; main()"


def doors(here: Installation) -> Doors:
    crawl = here.config.crawl
    refuses = partial(refuse_reason, allow_networks=crawl.allow_networks, allow_ports=crawl.allow_ports)
    return Doors(
        mark_wrong=partial(mark_wrong, here.store, here.mail()),
        preview=partial(preview, here),
        refuses=lambda url: refuses(url) or "",
        soonest=here.config.round.soonest,
        listed=frozenset(monitor.id for monitor in here.config.monitors),
    )


def preview(here: Installation, monitor: Monitor) -> Preview:
    """Fetch a page as a check would, by `visitwatch extract` in a process of its own: the crawl needs a reactor, and
    there is no second way to the network. Nothing is written."""
    chosen = [f"--{name}={one}" for name in ("select", "ignore") for one in getattr(monitor, name)]
    config = f"--config={here.config.path}"
    command = [sys.executable, "-c", _MAIN, config, "extract", "--json", *chosen, "--", monitor.url]
    if not AT_ONCE.acquire(timeout=5):
        return Preview(monitor.url, error="Two other pages are being looked at; try again in a minute.")
    try:
        done = subprocess.run(command, capture_output=True, timeout=PREVIEW_SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return Preview(monitor.url, error=f"There was no answer within {PREVIEW_SECONDS} seconds.")
    finally:
        AT_ONCE.release()
    return _read(monitor.url, done)


def _read(url: str, done: subprocess.CompletedProcess[bytes]) -> Preview:
    if done.returncode not in (0, 1) or not done.stdout.strip():
        words = " ".join(done.stderr.decode("utf-8", "replace").split())
        return Preview(url, error=words[-500:] or "The page could not be fetched.")
    said = json.loads(done.stdout)
    texts = tuple(segment["text"] for segment in said["segments"])
    return Preview(url, said["title"], said["text"], texts, said["quality"])
