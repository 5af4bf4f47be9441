"""`visitwatch verify`: whether all that is kept is whole. Every body and version is hashed again, every row is held
against the others, every chain is walked, every root made anew, its signature and time stamp checked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from alerts.wording import count_words
from app.config_keeping import EvidenceSettings
from app.installation import Installation, installation, utc_now
from app.lock import run_lock
from app.output import out, print_json, print_table, safe
from app.stamps import StampFailed, signature_fault, stamp_fault
from storage.faults import Fault, FaultKind
from storage.store import Store

FAULTY = 1


@click.command("verify", help="Whether all that is kept is whole. Exit 0 where it is, 1 where it is not.")
@click.option("--repair", "mend", is_flag=True, help="Put right what can be without touching anything that was seen.")
@click.option("--no-bodies", is_flag=True, help="Only the database: minutes less on a large history.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a fault.")
@click.pass_obj
def verify_command(path: Path, /, mend: bool, no_bodies: bool, as_json: bool) -> int:
    with installation(path, synchronise=False) as here:
        if mend:
            _mend(here, as_json)
        found = list(all_faults(here.store, here.config.keeping.evidence, bodies=not no_bodies))
        counted = _counted(here.store, no_bodies)
    if as_json:
        for fault in found:
            print_json({**_json(fault), "repairable": fault.repairable})
    else:
        print_table(
            "Faults", ("what", "where", "words"), ((f.kind.value, f.where, f.words) for f in found), "No fault."
        )
        out.print(f"looked at {counted}")
        if any(fault.repairable for fault in found):
            out.print("`visitwatch verify --repair` puts right: " + ", ".join(sorted(_mendable(found))))
    return FAULTY if found else 0


def all_faults(store: Store, settings: EvidenceSettings, *, bodies: bool = True) -> Iterator[Fault]:
    """What the store finds, and roots whose signature or stamp does not hold."""
    yield from store.verify(utc_now(), bodies=bodies)
    yield from _stamp_faults(store, settings)


def _stamp_faults(store: Store, settings: EvidenceSettings) -> Iterator[Fault]:
    for root in store.roots():
        where = f"root of {root.day.isoformat()}"
        if not root.stamp and not (root.signature and settings.sign_key):
            continue
        words = store.root_text(root).encode()
        fault = stamp_fault(root.stamp, words, settings.timestamp_roots) if root.stamp else ""
        if fault:
            yield Fault(FaultKind.BAD_STAMP, where, f"time stamp: {fault}")
        if root.signature and settings.sign_key:
            try:
                fault = signature_fault(settings.sign_key, words, root.signature)
            except StampFailed as error:
                fault = str(error)
            if fault:
                yield Fault(FaultKind.BAD_STAMP, where, fault)


def _mend(here: Installation, quiet: bool) -> None:
    with run_lock(here.lock_path):
        done = here.store.repair(utc_now())
    if not quiet:
        words = ", ".join(f"{count} {kind.value}" for kind, count in sorted(done.items())) or "nothing to do"
        out.print(f"put right: {safe(words)}")


def _counted(store: Store, no_bodies: bool) -> str:
    rows = store.count_rows()
    bodies = "" if no_bodies else f"{count_words(len(store.named_bodies()), 'body', 'bodies')}, "
    return bodies + ", ".join(count_words(rows[f"{name}s"], name) for name in ("version", "change", "check", "root"))


def _json(fault: Fault) -> dict[str, str]:
    return {"kind": fault.kind.value, "where": fault.where, "words": fault.words}


def _mendable(found: list[Fault]) -> set[str]:
    return {fault.kind.value for fault in found if fault.repairable}
