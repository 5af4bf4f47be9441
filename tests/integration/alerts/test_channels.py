"""What every channel must do, and the outbox over channels beside mail: one suite, a line for each channel."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from alerts.channels.apprise import AppriseChannel, apprise_fault
from alerts.channels.channel import Channel, Deferred, Down, InDoubt, Parcel, Refused, Sent
from alerts.channels.console import ConsoleChannel
from alerts.channels.email import EmailChannel
from alerts.channels.maildir import MaildirChannel
from alerts.channels.webhook import WebhookChannel, signature, webhook_key
from alerts.gathered import Addressed, compose_gathered
from alerts.message import compose
from alerts.settings import ChannelSettings, MailSettings
from alerts.telling import alert_facts, letter_facts
from app.cli import cli
from app.config import ConfigError
from app.ways import put_channels
from monitors.records import DeliveryState, Letter, LetterKind, Severity, Subscription
from tests.integration.alerts.post import OPERATOR, Post
from tests.integration.storage.samples import TERMS, record_change
from tests.mailserver import MailServer
from tests.receiver import Receiver
from tests.unit.alerts.samples import told

HOUR = timedelta(hours=1)
SETTINGS = MailSettings(
    base_url="https://visits.example", secret="s", smtp_host="127.0.0.1", smtp_tls="none", timeout=1.0
)
HEADLINE = "Video visit price up from $9.00 to $12.00"


@dataclass
class Bench:
    """A channel with what it reached so far, and one whose other side is away."""

    channel: Channel
    arrived: Callable[[], list[str]]
    away: Channel


def _email(stack: ExitStack, _folder: Path) -> Bench:
    server = stack.enter_context(MailServer())
    with MailServer() as gone:
        nowhere = gone.port
    return Bench(
        EmailChannel(replace(SETTINGS, smtp_port=server.port)),
        lambda: [str(m.get_body(("plain",)).get_content()) for m in server.messages],
        EmailChannel(replace(SETTINGS, smtp_port=nowhere)),
    )


def _maildir(_stack: ExitStack, folder: Path) -> Bench:
    (folder / "file").write_text("")
    box = folder / "mail"
    return Bench(
        MaildirChannel(box),
        lambda: [one.read_text() for one in sorted((box / "new").iterdir())],
        MaildirChannel(folder / "file" / "mail"),
    )


def _webhook(stack: ExitStack, _folder: Path) -> Bench:
    receiver = stack.enter_context(Receiver())
    return Bench(
        WebhookChannel(receiver.url, "key", 1.0),
        lambda: [one.body.decode() for one in receiver.received],
        WebhookChannel("http://127.0.0.1:9/", "key", 1.0),
    )


def _apprise(stack: ExitStack, _folder: Path) -> Bench:
    receiver = stack.enter_context(Receiver())
    return Bench(
        AppriseChannel(f"json://127.0.0.1:{receiver.port}/"),
        lambda: [" ".join(map(str, json.loads(one.body).values())) for one in receiver.received],
        AppriseChannel("json://127.0.0.1:9/"),
    )


def _console(_stack: ExitStack, _folder: Path) -> Bench:
    stream, closed = io.StringIO(), io.StringIO()
    closed.close()
    return Bench(
        ConsoleChannel(stream),
        lambda: stream.getvalue().split("Restrictive, major")[1:],
        ConsoleChannel(closed),
    )


@pytest.fixture(params=[_email, _maildir, _webhook, _apprise, _console], ids=lambda make: make.__name__[1:])
def bench(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Bench]:
    with ExitStack() as stack:
        made: Bench = request.param(stack, tmp_path)
        yield made
        made.channel.close()
        made.away.close()


def parcel(headline: str = HEADLINE, identity: str = "<1@x.test>") -> Parcel:
    one = told(headline)
    message = compose(one, SETTINGS, identity, one.change.at)
    return Parcel(message, "list@x.test", alert_facts(one, SETTINGS, identity))


def test_what_is_sent_arrives_with_its_headline_and_a_link(bench: Bench) -> None:
    assert bench.channel.send(parcel()) == Sent()
    [arrived] = bench.arrived()
    flat = " ".join(arrived.split())
    assert HEADLINE in flat and "https://visits.example/changes/7" in flat


def test_several_go_through_one_channel_and_closing_it_twice_harms_nobody(bench: Bench) -> None:
    assert [bench.channel.send(parcel(identity=f"<{n}@x.test>")) for n in range(3)] == [Sent()] * 3
    assert len(bench.arrived()) == 3
    for _ in range(2):
        bench.channel.close()


def test_an_other_side_that_is_away_is_a_value(bench: Bench) -> None:
    result = bench.away.send(parcel())
    assert isinstance(result, Deferred | Down) and result.error


def test_hostile_titles_arrive_as_words_only(bench: Bench) -> None:
    hostile = "x\r\nBcc: evil@x.test\x1b[31m =?utf-8?q?a=0D=0ABcc:_b?= <!channel> @everyone \u202egnp"
    assert bench.channel.send(parcel(hostile)) == Sent()
    [arrived] = bench.arrived()
    assert "\x1b" not in arrived and "\u202e" not in arrived and "\r\nBcc:" not in arrived and "\nBcc:" not in arrived


def test_letters_go_out_too(bench: Bench) -> None:
    one = told()
    letter = Letter(LetterKind.STORM, "k", one.change.at, "a@b.test", title="3 pages of alder changed together")
    mail = Addressed(letter, one.subscriber, one.subscription, [one] * 3)
    message = compose_gathered(mail, SETTINGS, "<2@x.test>", one.change.at)
    facts = letter_facts(letter, [one] * 3, SETTINGS, "<2@x.test>")
    assert bench.channel.send(Parcel(message, "list@x.test", facts)) == Sent()


def test_a_webhook_is_signed_and_names_its_delivery() -> None:
    with Receiver() as receiver:
        WebhookChannel(receiver.url, "key", 1.0).send(parcel())
        [got] = receiver.received
    at, proof = (part.split("=")[1] for part in got.headers["visitwatch-signature"].split(","))
    assert proof == signature("key", int(at), got.body)
    assert proof != signature("another", int(at), got.body) != signature("key", int(at) + 1, got.body)
    assert (got.headers["visitwatch-event"], got.headers["visitwatch-delivery"]) == ("change.created", "<1@x.test>")
    change = json.loads(got.body)["change"]
    assert (change["direction"], change["severity"], change["source"]["jurisdiction"]) == (
        "restrictive", "major", "US-OH",
    )  # fmt: skip
    assert change["passages"][0]["before"] == "A video visit from home costs $9.00 for 20 minutes."


@pytest.mark.parametrize(
    ("answer", "kind"),
    [(500, Deferred), (404, Deferred), (429, Deferred), (302, Deferred), (410, Refused), (0, Deferred), (-1, InDoubt)],
)
def test_what_a_webhooks_receiver_may_answer(answer: int, kind: type) -> None:
    with Receiver(answers=[answer]) as receiver:
        channel = WebhookChannel(receiver.url, "key", 0.5)
        assert isinstance(channel.send(parcel()), kind)
        assert len(receiver.received) == 1  # a redirect is not followed
        assert channel.send(parcel()) == Sent()


def test_the_outbox_retries_a_webhook_and_mail_does_not_wait_for_it(post: Post, server: MailServer) -> None:
    with Receiver(answers=[500, 0, 503]) as receiver:
        post.configure(channels=(ChannelSettings("hook", "webhook", receiver.url),))
        put_channels(post.store, post.settings, post.now)
        wish = next(one for who, one in post.store.subscriptions() if who.address == "channel:hook")
        record_change(post.store, TERMS, "B", post.now, wish)
        post.owe("ana@b.test")
        assert post.deliver().sent == 1 and server.recipients == ["ana@b.test"]
        for _ in range(3):
            post.deliver(HOUR)
        assert post.of("channel:hook").state is DeliveryState.SENT
        assert len({one.headers["visitwatch-delivery"] for one in receiver.received}) == 1
        assert {one.headers["visitwatch-event"] for one in receiver.received} == {"change.created"}
        assert server.recipients == ["ana@b.test", OPERATOR]  # who hears that something is late
        key = webhook_key(post.store.state("secret"), "hook")
        got = receiver.received[-1]
        at = int(got.headers["visitwatch-signature"].split(",")[0][2:])
        assert got.headers["visitwatch-signature"].endswith(signature(key, at, got.body))


def test_channels_follow_the_configuration(post: Post) -> None:
    grave = Subscription(0, min_severity=Severity.CRITICAL)
    for wish in (Subscription(0), grave, grave):
        post.configure(channels=(ChannelSettings("room", "console", wish=wish),))
        put_channels(post.store, post.settings, post.now)
        [(who, kept)] = post.store.subscriptions()
        assert (who.address, kept.min_severity) == ("channel:room", wish.min_severity)
    post.configure(channels=())
    put_channels(post.store, post.settings, post.now)
    assert post.store.subscriptions() == []
    post.configure(channels=(ChannelSettings("room", "console", wish=grave),))
    put_channels(post.store, post.settings, post.now)
    assert len(post.store.subscriptions()) == 1


def test_channels_from_the_configuration_file(post: Post, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config = tmp_path / "config.toml"
    base = '[store]\nurl = "sqlite:///visitwatch.db"\nbodies = "bodies"\n'
    with Receiver() as receiver:
        secret = tmp_path / "hook.url"
        secret.write_text(receiver.url)
        secret.chmod(0o600)
        config.write_text(f'{base}[[channel]]\nname = "hook"\nkind = "webhook"\nurl_file = "hook.url"\n')
        cli.main(["--config", str(config), "channels", "test", "hook"], standalone_mode=False)
        assert "hook: sent" in capsys.readouterr().out
        sample = json.loads(receiver.received[0].body)["change"]
        assert sample["headline"].startswith("This is a test") and sample["url"].endswith("/status")
        cli.main(["--config", str(config), "channels", "list"], standalone_mode=False)
        assert webhook_key(post.store.state("secret"), "hook")[:20] in capsys.readouterr().out
    for wrong, said in (
        ('name = "a"\nkind = "webhook"', "channel[1].url: is missing"),
        ('name = "a"\nkind = "webhook"\nurl = "ftp://x"', "is not an http"),
        ('name = "a"\nkind = "apprise"\nurl = "nothing"', "is no URL that Apprise knows"),
        ('name = "A B"\nkind = "console"', "channel[1].name"),
        ('name = "a"\nkind = "pigeon"', "channel[1].kind"),
        ('name = "a"\nkind = "console"\n[[channel]]\nname = "a"\nkind = "console"', '"a" appears twice'),
    ):
        config.write_text(f"{base}[[channel]]\n{wrong}\n")
        with pytest.raises(ConfigError) as caught:
            cli.main(["--config", str(config), "channels", "list"], standalone_mode=False)
        assert said in str(caught.value).replace("channel.0", "channel[1]"), wrong
    secret.chmod(0o644)
    config.write_text(f'{base}[[channel]]\nname = "hook"\nkind = "webhook"\nurl_file = "hook.url"\n')
    with pytest.raises(ConfigError, match="others can read this secret"):
        cli.main(["--config", str(config), "channels", "list"], standalone_mode=False)


def test_without_the_package_apprise_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("alerts.channels.apprise.find_spec", lambda _: None)
    assert "pip install 'visitwatch[apprise]'" in str(apprise_fault("json://127.0.0.1/"))
