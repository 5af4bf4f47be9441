"""`visitwatch doctor --mail`: would a mail of ours arrive? Each question with its answer, and what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from email.message import EmailMessage
from email.utils import make_msgid, parseaddr
from pathlib import Path

import click

from alerts.address import address_fault
from alerts.channels.channel import Parcel, Sent
from alerts.channels.email import EmailChannel
from alerts.domain import LOOK, OK, WRONG, dkim, dmarc, spf
from alerts.lint import advice, lint
from alerts.message import Told, compose
from alerts.name_server import NameServer, NoAnswer
from alerts.settings import MailSettings
from app.installation import Installation, installation, utc_now
from app.output import out, print_json, print_table
from monitors.records import (
    Alert,
    Cause,
    Change,
    Direction,
    Grade,
    Monitor,
    Passage,
    PassageKind,
    Reading,
    Severity,
    Source,
    SourceKind,
    Subscriber,
    Subscription,
    Topic,
)

UNKNOWN = "not checked"


@dataclass(frozen=True, slots=True)
class Finding:
    """One question and its answer."""

    about: str
    verdict: str
    words: str


@click.command("doctor", help="Ask whether what is set up would work: --mail.")
@click.option("--mail", is_flag=True, help="Server, login, SPF, DKIM, DMARC, and a test message.")
@click.option("--to", default="", metavar="ADDRESS", help="Who gets the test message; mail.operator by default.")
@click.option("--no-send", is_flag=True, help="Send no test message.")
@click.option("--selector", default="", help="The DKIM selector that your mail server signs with.")
@click.option("--nameserver", default="", metavar="ADDRESS[:PORT]", help="Ask this one instead of the system's.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.pass_obj
def doctor_command(
    path: Path, /, mail: bool, to: str, no_send: bool, selector: str, nameserver: str, as_json: bool
) -> int:
    if not mail:
        raise click.UsageError("say what to look at: --mail")
    with installation(path, synchronise=False) as here:
        found = list(_mail(here, to, no_send, selector, nameserver))
    if as_json:
        for one in found:
            print_json(one)
    else:
        print_table("Mail", ("what", "", "answer"), ((one.about, one.verdict, one.words) for one in found), "")
        wrong = sum(one.verdict == WRONG for one in found)
        out.print(f"\n{wrong} wrong, {sum(one.verdict == LOOK for one in found)} to look at")
    return int(any(one.verdict == WRONG for one in found))


def _mail(here: Installation, to: str, no_send: bool, selector: str, nameserver: str) -> Iterator[Finding]:
    settings = here.mail()
    for words in advice(settings):
        yield Finding("configuration", LOOK, words)
    yield from _names(settings, selector, nameserver)
    reader = to or settings.operator
    message = compose(_sample(reader or "reader@example.org"), settings, make_msgid(domain=settings.list_id), utc_now())
    faults = lint(message)
    yield Finding("a message's form", WRONG if faults else OK, "; ".join(faults) or "headers, line ends and length")
    yield from _server(settings, message, reader, no_send)


def _server(settings: MailSettings, message: EmailMessage, reader: str, no_send: bool) -> Iterator[Finding]:
    if not settings.smtp_host:
        yield Finding("server", UNKNOWN, f"mail.smtp_host is empty; mail lies in {settings.maildir}")
        return
    channel = EmailChannel(settings)
    try:
        down = channel.connect()
        login = f", login as {settings.smtp_user}" if settings.smtp_user else ", no login"
        place = f"{settings.smtp_host}:{settings.smtp_port} ({settings.smtp_tls}){login}"
        yield Finding("server", WRONG if down else OK, down.error if down else place)
        if down or no_send:
            return
        if fault := address_fault(reader):
            yield Finding("test message", UNKNOWN, f"nobody to send it to: {reader or 'no address'} {fault}; give --to")
            return
        result = channel.send(Parcel(message, parseaddr(settings.sender)[1]))
        sent = isinstance(result, Sent)
        yield Finding(
            "test message", OK if sent else WRONG, f"sent to {reader}" if sent else getattr(result, "error", "")
        )
    finally:
        channel.close()


def _names(settings: MailSettings, selector: str, nameserver: str) -> Iterator[Finding]:
    """What the name system says of who may send in our name, and whether what comes back finds its way."""
    sender = _domain(parseaddr(settings.sender)[1])
    returned = _domain(settings.bounces) or sender
    questions: list[tuple[str, str, Callable[[NameServer], tuple[str, str]]]] = [
        ("SPF", returned, lambda names: spf(returned, names)),
        ("DMARC", sender, lambda names: dmarc(sender, names)),
        ("return address", returned, lambda names: _way_back(returned, names)),
    ]
    if selector:
        questions.append(("DKIM", sender, lambda names: dkim(sender, selector, names)))
    else:
        yield Finding("DKIM", UNKNOWN, "name the selector of your mail server with --selector")
    for about, domain, judge in questions:
        try:
            yield Finding(about, *judge(NameServer(nameserver)))
        except NoAnswer as error:
            yield Finding(about, UNKNOWN, f"{domain}: {error}")


def _way_back(domain: str, names: NameServer) -> tuple[str, str]:
    if names.takes_mail(domain):
        return OK, f"{domain} takes mail, so what fails comes back"
    return WRONG, f"{domain} takes no mail (no MX, no address): what fails never comes back, and some servers refuse us"


def _domain(address: str) -> str:
    return address.rpartition("@")[2].lower()


def _sample(address: str) -> Told:
    """An alert that says that it is a test."""
    now = utc_now()
    words = "This is a test of the mail set-up; no page changed"
    passage = Passage(PassageKind.REWORDED, Grade.HIGH, "Visits cost $9.00.", "Visits cost $12.00.")
    reading = Reading(True, Direction.NEUTRAL, Severity.MINOR, (Topic.FEES,), headline=words, why=("it is a test",))
    change = Change("test", now, now - timedelta(hours=1), 1, 2, Cause.CONTENT, Grade.HIGH, (passage,), reading)
    return Told(
        Alert(0, now, words, Direction.NEUTRAL, Severity.MINOR, (Topic.FEES,)),
        change,
        Monitor("test", "test", "https://example.org/", "A test"),
        Source("test", "visitwatch", SourceKind.NEWS, "US"),
        Subscriber(address),
        Subscription(0),
    )
