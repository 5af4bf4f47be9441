"""`visitwatch roots`: the daily roots of the chain; see storage/roots.py."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from app.config import ConfigError
from app.evidence_kept import complete
from app.groups import Group
from app.installation import Installation, installation, utc_now
from app.output import complain, out, print_json, print_table, safe
from app.stamps import StampFailed, stamped_at
from storage.roots import Root

NOT_STAMPED = 1


@click.group("roots", cls=Group, help="The daily roots of the chain: list, show, make, stamp.")
def roots_command() -> None:
    pass


@roots_command.command("list", help="Every root, oldest first.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.pass_obj
def roots_list(path: Path, as_json: bool) -> int:
    with installation(path, synchronise=False) as here:
        roots = here.store.roots()
    if as_json:
        for root in roots:
            print_json(_json(root))
        return 0
    print_table(
        "Roots", ("day", "SHA-256", "monitors", "signed", "stamped"), map(_row, roots),
        "No root yet; the first round of a day makes one.",
    )  # fmt: skip
    return 0


@roots_command.command("show", help="The text that a root is the SHA-256 of, for `sha256sum`, gpg or another signer.")
@click.argument("day")
@click.pass_obj
def roots_show(path: Path, day: str) -> int:
    with installation(path, synchronise=False) as here:
        words = here.store.root_text(_of_day(here, day))
    sys.stdout.write(words)
    return 0


@roots_command.command("make", help="Make today's root now instead of with the first round of the day.")
@click.pass_obj
def roots_make(path: Path) -> int:
    with installation(path, synchronise=False) as here:
        root = here.store.make_root(utc_now())
        out.print(
            f"{root.day}: {root.sha}" if root else "nothing to do: today's root is made, or nothing was checked yet"
        )
        return _stamp(here, [root]) if root else 0


@roots_command.command("stamp", help="Sign and time-stamp every root that lacks it, as config.toml says.")
@click.pass_obj
def roots_stamp(path: Path) -> int:
    with installation(path, synchronise=False) as here:
        settings = here.config.keeping.evidence
        if not settings.sign_key and not settings.timestamp_url:
            raise ConfigError([f"{here.config.path}: evidence: neither sign_key_file nor timestamp_url is set"])
        return _stamp(here, here.store.roots())


def _stamp(here: Installation, roots: Sequence[Root]) -> int:
    settings, failed = here.config.keeping.evidence, 0
    for root in roots:
        try:
            complete(here.store, settings, root)
        except StampFailed as error:
            complain([f"{root.day}: {error}"])
            failed = NOT_STAMPED
    return failed


def _of_day(here: Installation, day: str) -> Root:
    roots = {root.day: root for root in here.store.roots()}
    try:
        return roots[date.fromisoformat(day)]
    except (ValueError, KeyError):
        raise ConfigError([f"no root of {safe(day)}; `visitwatch roots list` shows the days"]) from None


def _row(root: Root) -> Sequence[object]:
    stamped = f"{stamped_at(root.stamp):%Y-%m-%d %H:%M} by {root.stamped_by}" if root.stamp else "no"
    return root.day.isoformat(), root.sha, root.monitors, "yes" if root.signature else "no", stamped


def _json(root: Root) -> dict[str, object]:
    return {
        "day": root.day.isoformat(), "sha256": root.sha, "before": root.before, "monitors": root.monitors,
        "last_check": root.last_check_id, "signed": bool(root.signature), "stamped": bool(root.stamp),
        "stamped_at": stamped_at(root.stamp) if root.stamp else None, "stamped_by": root.stamped_by,
    }  # fmt: skip
