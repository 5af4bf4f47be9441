"""Monitors added by hand or from a list: what must be sound before, and what is said of them after."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from app.config import ConfigError
from app.installation import Installation, utc_now
from app.output import err, safe
from crawler.guard import refuse_reason
from monitors.records import Monitor, Source
from monitors.sources import monitor_errors, source_errors, watched_alike


def taken_up(here: Installation, wanted: Monitor) -> bool:
    """Whether this was the address of a monitor that was added by hand and removed, and is watched again now."""
    known = here.store.monitor(wanted.id)
    if known is None or known.active or (known.url, known.source_id) != (wanted.url, wanted.source_id):
        return False
    by_hand = here.store.change_monitor(known, utc_now())
    return by_hand and here.store.set_monitor_active(known.id, True)


def note_alike(monitors: Iterable[Monitor], added: Collection[str] = ()) -> None:
    for note in alike(monitors, added):
        err.print(f"[yellow]note:[/yellow] {safe(note)}", soft_wrap=True)


def alike(monitors: Iterable[Monitor], added: Collection[str] = ()) -> Iterable[str]:
    """What to say of monitors that watch the same; added: only where one of these is among them."""
    for group in watched_alike(monitors):
        names = [monitor.id for monitor in group]
        if not added or not set(added).isdisjoint(names):
            yield (
                f"{', '.join(names)} watch {group[0].url} in the same way: a change is told of each of them, in one "
                "mail where one round sees both; leave all but one out, unless that is meant"
            )


def add_all(here: Installation, pairs: Iterable[tuple[Source, Monitor]], where: str) -> list[Monitor]:
    """Add all or none: every error of every row is told."""
    crawl = here.config.crawl
    taken = {monitor.id for monitor in here.store.monitors()}
    sources = {source.id: source for source in here.store.sources()}
    errors: list[str] = []
    listed = list(pairs)
    for source, monitor in listed:
        place = f"{where}{monitor.id}"
        errors += [f"{place}: source: {fault}" for fault in source_errors(source)]
        errors += [f"{place}: {fault}" for fault in monitor_errors(monitor)]
        if (known := sources.setdefault(source.id, source)) != source:
            errors.append(f'{place}: source "{source.id}" is known with other particulars: {_particulars(known)}')
        if monitor.id in taken:
            errors.append(f"{place}: this id is taken; choose another with --id")
        taken.add(monitor.id)
        if reason := refuse_reason(monitor.url, allow_networks=crawl.allow_networks, allow_ports=crawl.allow_ports):
            errors.append(f"{place}: url {monitor.url!r}: {reason}")
    if errors:
        raise ConfigError(errors)
    return here.store.add_monitors([s for s, _ in listed], [m for _, m in listed], utc_now())


def _particulars(source: Source) -> str:
    return ", ".join(filter(None, (source.name, source.kind.value, source.jurisdiction, source.county)))
