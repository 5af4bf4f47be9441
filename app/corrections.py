"""`visitwatch changes wrong`: an analyst calls an alert wrong, and whoever was told hears so, once."""

from __future__ import annotations

import getpass
from pathlib import Path

import click

from alerts.headers import message_id
from alerts.settings import MailSettings
from alerts.wording import count_words, day
from app.config import ConfigError
from app.installation import installation, utc_now
from app.output import out, print_json
from monitors.records import Annotation, Letter, LetterKind
from storage.alert_states import WRONG, ToldTo
from storage.store import Store


def mark_wrong(store: Store, settings: MailSettings, said: Annotation) -> tuple[int, int] | None:
    """Call a change's alert wrong; how many corrections are owed, and how many readers were spared it. None where
    there is no alert or it was called wrong before."""
    page = _page_of(store, said.change_id)
    return store.mark_wrong(said, lambda told: _correction(told, page, said, settings))


def _page_of(store: Store, change_id: int) -> tuple[str, str]:
    """Whose page it is about and what that is called: a headline alone names no jail."""
    change = store.change(change_id)
    monitor = store.monitor(change.monitor_id) if change else None
    source = store.source(monitor.source_id) if monitor else None
    return (source.name, monitor.title or monitor.url) if source and monitor else ("", "")


def _correction(told: ToldTo, page: tuple[str, str], said: Annotation, settings: MailSettings) -> tuple[Letter, str]:
    key = f"correction|{said.change_id}|{told.reader.id}"
    whose, title = page
    lines = (
        f"On {day(told.at)} we told you of {whose} ({title}): {told.headline}",
        *([said.note] if said.note else []),
    )
    letter = Letter(
        LetterKind.CORRECTION, key, said.at, told.reader.address, told.reader.name,
        subscriber_id=told.reader.id, subscription_id=told.wish.id, lines=lines, title=f"{whose}: {told.headline}",
        change_id=said.change_id, replies_to=told.message_id,
    )  # fmt: skip
    return letter, message_id(key, told.reader.address, settings.list_id, settings.secret)


@click.command("wrong", help="Call the alert of CHANGE wrong. Whoever was told gets one correction, with your note.")
@click.argument("change", type=int)
@click.option("--note", default="", help="What is right, in a sentence that readers see.")
@click.option("--by", default=None, help="Who says so; your user name by default.")
@click.option("--json", "as_json", is_flag=True, help="Print the counts as one JSON object.")
@click.pass_obj
def wrong_command(path: Path, /, change: int, note: str, by: str | None, as_json: bool) -> int:
    with installation(path, synchronise=False) as here:
        said = Annotation(change, by or getpass.getuser(), utc_now(), WRONG, " ".join(note.split()))
        done = mark_wrong(here.store, here.mail(), said)
    if done is None:
        raise ConfigError(
            [f"change {change}: has no alert, or was called wrong already; `visitwatch changes show {change}` shows it"]
        )
    corrections, spared = done
    if as_json:
        print_json({"change": change, "corrections": corrections, "spared": spared})
    else:
        out.print(
            f"{count_words(corrections, 'correction')} to send with the next round; "
            f"{count_words(spared, 'mail')} about it not to be sent any more"
        )
    return 0
