"""`visitwatch demo`: a bundled story on a local site, through the real crawl, store, alerts and mailbox.

The story is the one this project comes from, with invented names: a vendor of video calls writes the end of
face-to-face visits into its contracts, a jail follows, months later the vendor takes it back, and some counties
bring visits back. Only the clock is replayed.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import click

from alerts.settings import MailSettings
from alerts.wording import DIRECTION_WORDS, SEVERITY_WORDS, count_words
from app.check import Round, RoundRequest
from app.check_command import run_round
from app.config import Config, RoundSettings, WebSettings
from app.config_schema import ScheduleSection
from app.deliver import deliver
from app.demo_site import DemoSite
from app.installation import Installation, run_name
from app.output import out, print_table, round_words, safe
from app.results import Seen
from crawler.loop import run
from crawler.settings import CrawlSettings
from monitors.records import CheckOutcome, Monitor, Source, SourceKind, Subscription
from storage.store import open_store

ROUNDS = (
    (datetime(2015, 1, 12, 9, tzinfo=UTC), "first look at everything"),
    (datetime(2015, 2, 2, 9, tzinfo=UTC), "the vendor's model agreement gains a clause; Cedar County follows it"),
    (
        datetime(2015, 3, 9, 9, tzinfo=UTC),
        "Alder County's price rises; Dogwood redesigns its page; Elm hides behind a bot wall",
    ),
    (
        datetime(2015, 5, 4, 9, tzinfo=UTC),
        "the vendor takes it back; Maple re-orders a table, Oak rewrites its clock times",
    ),
    (datetime(2016, 4, 4, 9, tzinfo=UTC), "three counties bring visits back"),
    (datetime(2016, 4, 5, 9, tzinfo=UTC), "a quiet day"),
)
COUNTIES = {
    "alder": ("Alder County Jail", "US-OH", "visiting.html"),
    "birch": ("Birch County Jail", "US-TX", "visitation.html"),
    "cedar": ("Cedar County Jail", "US-FL", "jail/visiting.html"),
    "dogwood": ("Dogwood County Jail", "US-OR", "visitation.html"),
    "elm": ("Elm County Jail", "US-WI", "visiting.html"),
    "fir": ("Fir County Jail", "US-MN", "visiting.html"),
    "hazel": ("Hazel County Jail", "US-CA", "jail-questions.html"),
    "juniper": ("Juniper County Jail", "US-CO", "rules.pdf"),
    "laurel": ("Laurel County Jail", "US-KY", "visits.html"),
    "maple": ("Maple County Jail", "US-NY", "timetable.html"),
    "oak": ("Oak County Jail", "US-GA", "visiting.html"),
    "pine": ("Pine County Jail", "US-WA", "visiting.html"),
}
VENDOR = Source("clearline", "Clearline Visits", SourceKind.VENDOR, "US")
READER = "reader@example.org"


@dataclass(slots=True)
class Clock:
    """The replayed clock: set to each round's date, one second further with every reading."""

    at: datetime = ROUNDS[0][0]

    def __call__(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at


def catalogue(site: DemoSite) -> tuple[list[Source], list[Monitor]]:
    """The demo's sources and monitors at the addresses its site has got."""
    sources = [VENDOR]
    root = site.address("clearline")
    monitors = [
        Monitor("clearline-statements", VENDOR.id, f"{root}/statements/", "Statements", spider="listing"),
        Monitor("clearline-agreement", VENDOR.id, f"{root}/agreement.html", "Model agreement"),
    ]
    for key, (name, place, path) in COUNTIES.items():
        sources.append(Source(key, name, SourceKind.JAIL, place, name.split(" County")[0]))
        monitors.append(Monitor(f"{key}-visits", key, f"{site.address(key)}/{path}", f"{name}: visiting"))
    return sources, monitors


def demo_config(folder: Path, site: DemoSite) -> Config:
    """The embedded default, with the address guard opened for this machine's own demo site and no waiting."""
    crawl = CrawlSettings(
        contact_url="https://example.org/visitwatch-demo",
        delay=timedelta(0),
        autothrottle=False,
        allow_networks=("127.0.0.0/8",),
        allow_ports=site.ports,
    )
    schedule = ScheduleSection().model_dump(exclude={"interval"})
    return Config(
        path=folder / "config.toml",
        store_url=f"sqlite:///{folder}/visitwatch.db",
        bodies=folder / "bodies",
        crawl=crawl,
        mail=MailSettings(maildir=folder / "mail"),
        web=WebSettings("127.0.0.1", 8765),
        round=RoundSettings(**schedule),
    )


def replay(folder: Path, tell: Callable[[int, Round, int], None]) -> None:
    """Run the whole story in folder; tell(round number, its report, mails sent) after each round."""
    clock = Clock()
    with DemoSite() as site:
        config = demo_config(folder, site)
        with open_store(config.store_url, config.bodies) as store:
            here = Installation(config, store)
            sources, monitors = catalogue(site)
            store.add_monitors(sources, monitors, clock())
            reader = store.add_subscriber(READER, "Demo reader", clock())
            store.add_subscription(Subscription(subscriber_id=reader.id))
            for number, (at, _) in enumerate(ROUNDS, 1):
                site.round, clock.at = number, at
                report = _round(here, clock)
                sent = deliver(store, config.mail, clock, run_name()).sent
                tell(number, report, sent)


def _round(here: Installation, clock: Clock) -> Round:
    request = RoundRequest(run=run_name(), everything=True)
    return run(lambda: run_round(here, request, clock, lambda _: None))


@click.command("demo", help="Replay a bundled story on a local site: crawl, diff, alert, mail; under a minute.")
@click.option(
    "--folder",
    type=click.Path(path_type=Path),
    default=Path("var/demo"),
    show_default=True,
    help="Made anew: database, bodies, mailbox.",
)
def demo_command(folder: Path) -> int:
    target = folder.resolve()
    if target.exists() and not (target / "visitwatch.db").exists() and any(target.iterdir()):
        raise click.UsageError(f"{target} is not empty and holds no earlier demo; choose another --folder")
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    out.print(
        "[bold]visitwatch demo[/bold]: a vendor of video calls, twelve county jails, fifteen months in six rounds\n"
    )
    replay(target, _tell)
    _write_config(target)
    mails, again = _from_here(target / "mail"), f"{_program()} --config {_from_here(target / 'config.toml')}"
    out.print(f"[bold]Mails:[/bold] {safe(mails)} (a Maildir; read with `mutt -f {safe(mails)}`)", soft_wrap=True)
    out.print(f"[bold]On the command line:[/bold] {safe(again)} changes list", soft_wrap=True)
    out.print(f"[bold]History page:[/bold] {safe(again)} serve --no-check", soft_wrap=True)
    out.print("              then open http://127.0.0.1:8765/")
    return 0


def _program() -> str:
    """What to type for this program: its name where the shell finds it, else its path."""
    found = shutil.which("visitwatch")
    if found is not None and Path(found).resolve() == Path(sys.argv[0]).resolve():
        return "visitwatch"
    return str(_from_here(Path(sys.argv[0]).absolute()))


def _from_here(path: Path) -> Path:
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def _write_config(folder: Path) -> None:
    """A configuration over the demo's database, so that its history can be browsed."""
    lines = (
        "[store]", 'url = "sqlite:///visitwatch.db"', 'bodies = "bodies"',
        "[mail]", 'maildir = "mail"',
    )  # fmt: skip
    (folder / "config.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _tell(number: int, report: Round, sent: int) -> None:
    at, story = ROUNDS[number - 1]
    out.print(f"[bold]Round {number}, {at:%d %B %Y}[/bold]: {story}")
    out.print(f"  {round_words(report.summary())}; {count_words(sent, 'mail')}")
    interesting = sorted((s for s in report.seen if _worth_a_row(s)), key=lambda s: (not s.alerted, s.monitor.id))
    if interesting:
        print_table("", ("page", "verdict", "why"), map(_row, interesting), "")
    out.print()


def _worth_a_row(seen: Seen) -> bool:
    return seen.outcome in (CheckOutcome.CHANGED, CheckOutcome.BLOCKED, CheckOutcome.FAILED) or seen.alerted


def _row(seen: Seen) -> tuple[str, str, str]:
    page = f"{seen.source.name}: {seen.monitor.title.removeprefix(seen.source.name + ': ')}"
    if seen.change is None:
        return page, "no alert", seen.message or seen.outcome.value
    reading = seen.change.reading
    if not seen.alerted:
        count = len(seen.change.passages)
        differ = "1 passage differs, not" if count == 1 else f"{count} passages differ, none"
        return page, "no alert", f"{differ} in visiting terms ({seen.change.grade.value} grade)"
    return page, f"{DIRECTION_WORDS[reading.direction].title}, {SEVERITY_WORDS[reading.severity]}", reading.headline
