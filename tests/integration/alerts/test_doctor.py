"""`visitwatch doctor --mail` over a real mail server and a name server of our own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from alerts.lint import lint
from alerts.message import compose
from alerts.name_server import NoAnswer, system_server, txt_records
from alerts.settings import MailSettings
from app.cli import cli
from tests.mailserver import MailServer
from tests.nameserver import NameServer
from tests.unit.alerts.samples import told

GOOD = {
    "example.org": ["google-site-verification=x", "v=spf1 mx -all"],
    "_dmarc.example.org": ["v=DMARC1; p=reject"],
    "k1._domainkey.example.org": ["v=DKIM1; k=rsa; p=" + "A" * 400],
}


def doctor(folder: Path, capsys: pytest.CaptureFixture[str], mail: str, *arguments: str) -> tuple[int, dict[str, Any]]:
    config = folder / "config.toml"
    config.write_text(f'[mail]\nsender = "Watch <list@example.org>"\n{mail}', encoding="utf-8")
    code = cli.main(["--config", str(config), "doctor", "--mail", "--json", *arguments], standalone_mode=False)
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    return int(code or 0), {one["about"]: (one["verdict"], one["words"]) for one in lines}


def smtp(server: MailServer, more: str = "") -> str:
    return f'smtp_host = "127.0.0.1"\nsmtp_port = {server.port}\nsmtp_tls = "none"\n{more}'


def test_all_is_well(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with MailServer() as server, NameServer(GOOD) as names:
        code, found = doctor(
            tmp_path, capsys, smtp(server, 'operator = "op@example.org"\n'), "--nameserver", names.place,
            "--selector", "k1",
        )  # fmt: skip
        assert code == 0
        assert {about: verdict for about, (verdict, _) in found.items() if about != "configuration"} == {
            "SPF": "ok", "DMARC": "ok", "DKIM": "ok", "a message's form": "ok", "server": "ok", "test message": "ok",
        }  # fmt: skip
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
    assert found["test message"] == ("wrong", "550 5.1.1 no")


def test_where_nothing_answers_it_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with MailServer() as server:
        mail = smtp(server)
    code, found = doctor(tmp_path, capsys, mail, "--nameserver", "127.0.0.1:9")
    assert code == 1
    assert found["SPF"][0] == found["DMARC"][0] == found["DKIM"][0] == "not checked"
    assert "does not answer" in found["SPF"][1]
    assert found["server"][0] == "wrong" and "can't be reached" in found["server"][1]
    assert "test message" not in found


@pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")
def test_a_refused_login_and_nobody_to_send_to(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISITWATCH_SMTP_PASSWORD", "wrong")
    with MailServer(password="right") as server, NameServer(GOOD) as names:
        mail = smtp(server, 'smtp_user = "us"\n')
        code, found = doctor(tmp_path, capsys, mail, "--nameserver", names.place)
        assert code == 1 and "check mail.smtp_user" in found["server"][1]
        monkeypatch.setenv("VISITWATCH_SMTP_PASSWORD", "right")
        code, found = doctor(tmp_path, capsys, mail, "--nameserver", names.place)
    assert code == 0 and found["server"][0] == "ok"
    assert found["test message"][0] == "not checked" and "give --to" in found["test message"][1]


@pytest.mark.parametrize("raw", [b"\0\x02ab", b"\0\x0c" + b"\0" * 12, b"\xff\xff", b"\0\x00"])
def test_a_name_server_that_talks_nonsense_is_no_answer(raw: bytes) -> None:
    with NameServer(raw=raw) as names:
        host, _, port = names.place.partition(":")
        with pytest.raises(NoAnswer):
            txt_records("example.org", (host, int(port)), timeout=2)


def test_a_machine_without_name_server(tmp_path: Path) -> None:
    with pytest.raises(NoAnswer, match="No such file"):
        system_server(tmp_path / "resolv.conf")
    (tmp_path / "resolv.conf").write_text("# nothing\nsearch example.org\n")
    with pytest.raises(NoAnswer, match="names no name server"):
        system_server(tmp_path / "resolv.conf")


def test_lint_finds_what_is_missing() -> None:
    message = compose(told(), MailSettings(secret="s"), "<1@x.test>", told().change.at)
    assert lint(message) == []
    del message["List-Id"]
    message["X-Long"] = "x"
    assert lint(message) == ["0 List-Id headers"]
