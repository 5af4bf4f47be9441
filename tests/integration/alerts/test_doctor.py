"""`visitwatch doctor --mail` over a real mail server and a name server of our own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from alerts.domain import dkim, dmarc, spf
from alerts.lint import lint
from alerts.message import compose
from alerts.name_server import NameServer as Asked
from alerts.name_server import NoAnswer
from alerts.settings import MailSettings
from app.cli import cli
from tests.mailserver import MailServer
from tests.nameserver import NameServer
from tests.unit.alerts.samples import told

GOOD = {
    "example.org": ["google-site-verification=x", "v=spf1 mx -all"],
    "_dmarc.example.org": ["v=DMARC1; p=reject"],
    "k1._domainkey.example.org": ["v=DKIM1; k=rsa; p=" + "A" * 600],
}
MX = {("example.org", "MX"): ["10 mx.example.org."]}


def doctor(folder: Path, capsys: pytest.CaptureFixture[str], mail: str, *arguments: str) -> tuple[int, dict[str, Any]]:
    config = folder / "config.toml"
    config.write_text(f'[mail]\nsender = "Watch <list@example.org>"\n{mail}', encoding="utf-8")
    code = cli.main(["--config", str(config), "doctor", "--mail", "--json", *arguments], standalone_mode=False)
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    return int(code or 0), {one["about"]: (one["verdict"], one["words"]) for one in lines}


def smtp(server: MailServer, more: str = "") -> str:
    return f'smtp_host = "127.0.0.1"\nsmtp_port = {server.port}\nsmtp_tls = "none"\n{more}'


def test_all_is_well(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with MailServer() as server, NameServer(GOOD, MX) as names:
        code, found = doctor(
            tmp_path, capsys, smtp(server, 'operator = "op@example.org"\n'), "--nameserver", names.place,
            "--selector", "k1",
        )  # fmt: skip
        assert code == 0
        assert {about: verdict for about, (verdict, _) in found.items() if about != "configuration"} == {
            "SPF": "ok", "DMARC": "ok", "DKIM": "ok", "return address": "ok", "a message's form": "ok", "server": "ok",
            "test message": "ok",
        }  # fmt: skip
        assert names.over_tcp  # the key does not fit into a datagram
        [message] = server.messages
        assert message["To"] == "op@example.org" and "This is a test of the mail set-up" in message["Subject"]


def test_what_is_wrong_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts = {"example.org": ["v=spf1 mx -all", "v=spf1 a +all"], "k1._domainkey.example.org": ["v=DKIM1; p="]}
    with MailServer(refuse={"op@example.org": ["550 5.1.1 no"]}) as server, NameServer(texts) as names:
        code, found = doctor(
            tmp_path, capsys, smtp(server), "--nameserver", names.place, "--selector", "k1", "--to", "op@example.org"
        )
    assert code == 1
    assert found["SPF"] == ("wrong", "example.org has 2 such records; only one may be there")
    assert found["DMARC"][0] == "wrong" and "_dmarc.example.org has no such record" in found["DMARC"][1]
    assert found["DKIM"] == ("wrong", "k1._domainkey.example.org: the key was withdrawn")
    assert found["return address"][0] == "wrong" and "takes no mail" in found["return address"][1]
    assert found["test message"] == ("wrong", "550 5.1.1 no")


def test_where_nothing_answers_it_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with MailServer() as server:
        mail = smtp(server)
    code, found = doctor(tmp_path, capsys, mail, "--nameserver", "127.0.0.1:9")
    assert code == 1
    assert found["SPF"][0] == found["DMARC"][0] == found["DKIM"][0] == "not checked"
    assert found["return address"][0] == "not checked"
    assert "gives no answer" in found["SPF"][1]
    assert found["server"][0] == "wrong" and "can't be reached" in found["server"][1]
    assert "test message" not in found


@pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")
def test_a_refused_login_and_nobody_to_send_to(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISITWATCH_SMTP_PASSWORD", "wrong")
    with MailServer(password="right") as server, NameServer(GOOD, MX) as names:
        mail = smtp(server, 'smtp_user = "us"\n')
        code, found = doctor(tmp_path, capsys, mail, "--nameserver", names.place)
        assert code == 1 and "check mail.smtp_user" in found["server"][1]
        monkeypatch.setenv("VISITWATCH_SMTP_PASSWORD", "right")
        code, found = doctor(tmp_path, capsys, mail, "--nameserver", names.place)
    assert code == 0 and found["server"][0] == "ok"
    assert found["test message"][0] == "not checked" and "give --to" in found["test message"][1]


@pytest.mark.parametrize(
    ("texts", "verdict", "words"),
    [
        (["v=spf1 mx -all"], "ok", "v=spf1 mx -all"),
        (["v=spf1 include:a.test ~all"], "ok", ""),
        (["v=spf1 redirect=a.test"], "ok", ""),
        (["v=spf1 mx ?all"], "look at this", "forbids nobody"),
        (["v=spf1 mx all"], "wrong", "lets everybody"),
        (["v=spf1 " + "include:a.test " * 6 + "-all"], "ok", ""),  # 6 and the two of a.test, which is asked once
        (["v=spf1 " + " ".join(f"a:h{n}.test" for n in range(11)) + " -all"], "wrong", "11 questions"),
        (
            ["v=spf1 " + " ".join(f"exists:%{{i}}.h{n}.test" for n in range(9)) + " include:a.test -all"],
            "wrong",
            "12 q",
        ),
        (["v=spf1 include:example.org -all"], "ok", ""),  # a circle ends
        ([], "wrong", "no such record"),
        (["v=spf1 a -all", "v=spf1 mx -all"], "wrong", "2 such records"),
    ],
)
def test_what_an_spf_record_is_worth(texts: list[str], verdict: str, words: str) -> None:
    with NameServer({"example.org": texts, "a.test": ["v=spf1 a mx -all"]}) as names:
        found = spf("example.org", Asked(names.place))
    assert found[0] == verdict and words in found[1]


@pytest.mark.parametrize(
    ("texts", "verdict", "words"),
    [
        ({"_dmarc.mail.example.org": ["v=DMARC1; p=reject"]}, "ok", "_dmarc.mail.example.org: "),
        ({"_dmarc.example.org": ["v=DMARC1;p=quarantine"]}, "ok", "_dmarc.example.org: "),  # the parent's counts
        ({"_dmarc.example.org": ["v=DMARC1; p=none"]}, "look at this", "forged"),
        ({"_dmarc.example.org": ["v=DMARC1; p=reject; sp=none"]}, "look at this", "forged"),  # sp: of what is below
        ({"_dmarc.example.org": ["v=DMARC1; p=none; sp=reject"]}, "ok", ""),
        ({"_dmarc.mail.example.org": ["v=DMARC1; p=reject; sp=none"]}, "ok", ""),
        ({"_dmarc.example.org": ["v=DMARC1; p=yes"]}, "wrong", "p= must be"),
        ({"_dmarc.org": ["v=DMARC1; p=reject"]}, "wrong", "no such record"),
    ],
)
def test_what_a_dmarc_record_is_worth(texts: dict[str, list[str]], verdict: str, words: str) -> None:
    with NameServer(texts) as names:
        found = dmarc("mail.example.org", Asked(names.place))
    assert found[0] == verdict and words in found[1]


@pytest.mark.parametrize("place", ["::1", ":53", "127.0.0.1:dns", "127.0.0.1:99999", "names.example.org"])
def test_a_name_server_that_can_not_be_asked_is_named_and_no_other_is_asked(place: str) -> None:
    """As an address with nothing behind it "::1" may be asked, and does not answer."""
    with pytest.raises(NoAnswer):
        Asked(place, seconds=0.5).texts("example.org")


def test_a_key_for_tests_only_is_to_be_looked_at() -> None:
    with NameServer({"k1._domainkey.b.test": ["v=DKIM1; t=y; p=AA"]}) as names:
        assert dkim("b.test", "k1", Asked(names.place))[0] == "look at this"
        assert dkim("b.test", "k2", Asked(names.place))[0] == "wrong"


def test_spf_is_asked_of_the_return_address(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts = {**GOOD, "bounces.example.org": ["v=spf1 -all"]}
    with MailServer() as server, NameServer(texts, {("bounces.example.org", "A"): ["192.0.2.1"]}) as names:
        mail = smtp(server, 'bounces = "b@bounces.example.org"\n')
        _, found = doctor(tmp_path, capsys, mail, "--nameserver", names.place, "--no-send")
    assert found["SPF"] == ("ok", "bounces.example.org: v=spf1 -all")
    assert found["return address"][0] == "ok"


def test_a_domain_that_says_it_takes_no_mail() -> None:
    with NameServer(records={("b.test", "MX"): ["0 ."], ("b.test", "A"): ["192.0.2.1"]}) as names:
        assert not Asked(names.place).takes_mail("b.test")


@pytest.mark.parametrize("server", [NameServer(raw=b"\0\x02ab"), NameServer(raw=b"\0"), NameServer(code="SERVFAIL")])
def test_a_name_server_that_talks_nonsense_is_no_answer(server: NameServer) -> None:
    with server as names, pytest.raises(NoAnswer):
        Asked(names.place, seconds=0.5).texts("example.org")


def test_a_machine_without_name_server(tmp_path: Path) -> None:
    with pytest.raises(NoAnswer, match="no name server can be asked"):
        Asked(system=tmp_path / "resolv.conf")
    with pytest.raises(NoAnswer, match="no name server can be asked"):
        Asked("127.0.0.1:dns")


def test_lint_finds_what_is_missing() -> None:
    message = compose(told(), MailSettings(secret="s"), "<1@x.test>", told().change.at)
    assert lint(message) == []
    del message["List-Id"]
    message["X-Long"] = "x"
    assert lint(message) == ["0 List-Id headers"]
