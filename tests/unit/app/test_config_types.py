"""Values of the wrong kind in config.toml and in CSV files: each is refused with file, key and what to write."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from app.config import ConfigError, load_config
from app.config_schema import ChannelEntry, ConfigFile, MonitorEntry, SourceEntry

SECTIONS: dict[str, type[BaseModel]] = {
    name: type(field.default) for name, field in ConfigFile.model_fields.items() if isinstance(field.default, BaseModel)
}
# Tables that are sound but for the key that is put into them.
SOURCE = {"id": "alder", "name": "Alder", "kind": "jail", "jurisdiction": "US-OH"}
MONITOR = {"id": "alder-visits", "source": "alder", "url": "https://alder.example.org/visiting"}
CHANNEL = {"name": "site", "kind": "webhook", "url": "https://example.org/hook"}
TABLES: dict[str, tuple[type[BaseModel], dict[str, str]]] = {
    "source": (SourceEntry, SOURCE), "monitor": (MonitorEntry, MONITOR), "channel": (ChannelEntry, CHANNEL),
}  # fmt: skip
# By what the default is: what looks like it and is something else. Sizes have numbers for a default, and want a unit.
WRONG: dict[type, tuple[Any, ...]] = {
    bool: ("yes", "true", "", 1, 0, []),
    int: ("5", "", True, 1.5, -1, [1]),
    float: ("0.5", "", True, -1, []),
    timedelta: (5, "5", "", True, "-5 s", "5 fortnights", "4000 d", ["5 s"]),
    StrEnum: (1, True, "", "nonesuch", ["none"]),
    str: (1, True, 1.5, ["a"], "a\nb", "x" * 3000),
    tuple: ("x", 1, True, [1.5], [["x"]], [True], [""]),
}
# Where an empty text means "off" or "none"; everywhere else it is refused.
MAY_BE_EMPTY = {
    "crawl.contact", "mail.reply_to", "mail.operator", "mail.bounces", "mail.postal_address", "mail.smtp_host",
    "mail.smtp_user", "mail.smtp_password_file", "second_reader.url", "second_reader.model",
    "second_reader.api_key_env", "evidence.sign_key_file", "evidence.timestamp_url", "evidence.timestamp_roots",
    "evidence.archive_url", "health.heartbeat_url", "source.county", "monitor.title", "channel.url_file",
}  # fmt: skip


def values(default: object) -> tuple[Any, ...]:
    return next((wrong for kind, wrong in WRONG.items() if isinstance(default, kind)), ())


def cases() -> Iterator[Any]:
    """(table, sound rest, key, wrong value) for each key of the file."""
    models = {**{name: (model, {}) for name, model in SECTIONS.items()}, **TABLES}
    for table, (model, rest) in models.items():
        for name, field in model.model_fields.items():
            key = field.alias or name
            kind = {"interval": timedelta(1), "soonest": timedelta(1)}.get(name) if field.default is None else None
            wrong = values(kind or ("" if field.is_required() else field.default))
            assert wrong, f"{table}.{key}: what is wrong there?"
            empty = () if f"{table}.{key}" in MAY_BE_EMPTY else ("",)
            for value in dict.fromkeys(map(json.dumps, (*wrong, *empty))):
                yield pytest.param(table, rest, key, value, id=f"{table}.{key}={value[:20]}")


def written(table: str, rest: dict[str, str], key: str, value: str) -> str:
    lines = {**{name: json.dumps(one) for name, one in rest.items()}, key: value}
    brackets = ("[[", "]]") if table in TABLES else ("[", "]")
    return f"{brackets[0]}{table}{brackets[1]}\n" + "".join(f"{name} = {one}\n" for name, one in lines.items())


def told(path: Path) -> list[str]:
    with pytest.raises(ConfigError) as caught:
        load_config(path, {})
    return caught.value.errors


@pytest.mark.parametrize(("table", "rest", "key", "value"), list(cases()))
def test_a_value_of_the_wrong_kind_is_refused_with_file_and_key(
    tmp_path: Path, table: str, rest: dict[str, str], key: str, value: str
) -> None:
    path = tmp_path / "config.toml"
    sound = written("source", SOURCE, "id", '"alder"') if table == "monitor" else ""
    path.write_text(sound + written(table, rest, key, value), encoding="utf-8")
    errors = [line for line in told(path) if line.startswith(f"{path}: {table}")]
    assert any(key in line for line in errors)
    assert not any(word in line for line in errors for word in ("Input", "instance", "valid ", "tuple", "timedelta"))


def test_the_sound_tables_of_these_tests_are_sound(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    rest = {"source": SOURCE, "monitor": MONITOR, "channel": CHANNEL}
    keys = {"source": "id", "monitor": "id", "channel": "name"}
    tables = [written(name, rest[name], key, json.dumps(rest[name][key])) for name, key in keys.items()]
    path.write_text("".join(tables), encoding="utf-8")
    assert len(load_config(path, {}).monitors) == 1


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ('[crawl]\nobey_robots = "yes"\n', 'crawl.obey_robots: has to be true or false, without quotes (found "yes")'),
        ('[mail]\nsmtp_port = "587"\n', 'mail.smtp_port: has to be a whole number, without quotes (found "587")'),
        ("[mail]\nstorm = true\n", "mail.storm: has to be a whole number, without quotes (found true)"),
        ("[mail]\nlist_name = 7\n", "mail.list_name: has to be text in quotes (found 7)"),
        ("[second_reader]\nask_below = true\n", "second_reader.ask_below: has to be a number"),
        ("crawl = 3\n", "crawl: has to be a section; write [crawl] and its keys below"),
        ("[[crawl]]\n", "crawl: has to be a section; write [crawl] with one pair of brackets, once"),
        ('[monitor]\nid = "a"\n', "monitor: has to be a list of tables; write [[monitor]] with two brackets"),
        ('monitor = ["a"]\n', 'monitor[1]: has to be a table; write [[monitor]] and its keys below (found "a")'),
        ('[web]\nhost = ""\n', "web.host: is empty"),
        ('[web]\nhost = "http://0.0.0.0"\n', "web.host: 'http://0.0.0.0' is no host"),
        ('[mail]\nsmtp_host = "smtp.example.org:587"\n', "is no host; write its bare name or address"),
        ('[mail]\nlist_id = "Our list"\n', "mail.list_id: 'Our list' is no name of a list"),
        ('[crawl]\ndelay = "2 h"\n', "crawl.delay: has to lie between 0 s and 1 h"),
        ('[schedule]\ninterval = "1 min"\n', "schedule.interval: has to lie between 5 min and 31 d"),
        ('[schedule]\nsoonest = "0 s"\n', "schedule.soonest: has to lie between 5 min and 31 d"),
        ('[schedule]\nconfirm_after = "30 d"\n', "schedule.confirm_after: has to lie between 0 s and 1 d"),
        ('[health]\nheartbeat_every = "0 s"\n', "health.heartbeat_every: has to lie between 1 min and 366 d"),
        (
            '[[monitor]]\nid = "a"\nsource = "a"\nurl = "https://a.test/"\ninterval = "0 s"\n',
            "interval must lie between",
        ),
        ('[[monitor]]\nid = "a"\nsource = "a"\nurl = "https://a.test/"\nsoonest = "0 s"\n', "soonest must lie between"),
        ('include = [""]\n', "include[1]: is empty"),
        ('include = ["."]\n', "can't be read: Is a directory"),
        ('[store]\nbodies = "ftp://x"\n', 'store.bodies: "ftp" is unknown'),
    ],
)
def test_what_to_write_instead(tmp_path: Path, text: str, part: str) -> None:
    path = tmp_path / "config.toml"
    path.write_text(text, encoding="utf-8")
    assert part in "\n".join(told(path))


@pytest.mark.parametrize(
    ("more", "part"),
    [
        ({"sound": 1}, "channel[1].sound: unknown key"),
        ({"zones": "UTC"}, 'channel[1].zones: unknown key; is "zone" meant?'),
        ({"zone": "Mars/Crater"}, "channel[1].zone: 'Mars/Crater' is unknown; write an IANA name"),
        ({"jurisdictions": ["Texas"]}, "channel[1].jurisdictions[1]: 'Texas' is not an ISO 3166-2 code"),
        ({"sources": ["Our jail"]}, "channel[1].sources[1]: 'Our jail' is no source's id"),
        ({"min_severity": "none"}, "channel[1].min_severity: nothing is told that has none"),
        ({"topics": ["food"]}, "channel[1].topics[1]"),
        ({"weekday": "friday"}, "channel[1].weekday: has to be a whole number"),
        ({"hour": 24}, "channel[1].hour"),
        ({"url": ""}, "channel[1].url: is missing"),
        ({"url": "example.org/hook"}, "channel[1].url: is not an http:// or https:// address"),
        ({"url_file": "hook"}, "channel[1].url: is given twice; leave out url or url_file"),
        ({"kind": "console"}, "channel[1].url: a console has none"),
        ({"kind": "pigeon"}, "channel[1].kind"),
        ({"name": "Our Site"}, "channel[1].name"),
    ],
)
def test_what_is_wrong_with_a_channel_is_named(tmp_path: Path, more: dict[str, Any], part: str) -> None:
    path = tmp_path / "config.toml"
    (tmp_path / "hook").write_text("https://example.org/hook")
    (tmp_path / "hook").chmod(0o600)
    table = {**CHANNEL, **more}
    path.write_text("[[channel]]\n" + "".join(f"{key} = {json.dumps(value)}\n" for key, value in table.items()))
    assert f"{path}: {part}" in "\n".join(told(path))


HEADER = "source,name,kind,jurisdiction,monitor,url,interval,select,expect,active\n"


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("", "list.csv: is empty; its first line names the columns"),
        (HEADER.replace("kind,", ""), "list.csv: the columns kind are missing"),
        (HEADER.replace("expect", "url"), "list.csv: the column 'url' appears twice"),
        (HEADER.replace(",", ";"), "list.csv: unknown columns"),
        (HEADER + "a,A,jail,US,a-1,https://a.test/,12,,,\n", "list.csv line 2: interval: '12' is not a time"),
        (HEADER + "a,A,jail,US,a-1,https://a.test/,0 s,,,\n", "list.csv line 2: interval must lie between"),
        (HEADER + "a,A,jail,US,a-1,https://a.test/,,,,maybe\n", "list.csv line 2: active: has to be true or false"),
        (HEADER + "a,A,jail,US,a-1,https://a.test/,,main[,,\n", "list.csv line 2: select: 'main[' is no CSS selector"),
        (HEADER + "a,A,jail,,a-1,https://a.test/,,,,\n", "list.csv line 2: jurisdiction: is missing"),
        (HEADER + "a,A,jail,US,a-1,a.test/visits,,,,\n", "list.csv line 2: monitor \"a-1\": url 'a.test/visits'"),
        (HEADER + "a,A,jail,Utah,a-1,https://a.test/,,,,\n", 'list.csv line 2: source "a": jurisdiction "Utah"'),
        (HEADER + "a,A,jail,US,a-1,https://a.test/,,,,\na,B,jail,US,a-2,https://a.test/2,,,,\n", "line 3: source"),
    ],
)
def test_what_is_wrong_with_a_csv_file_is_named_with_its_line(tmp_path: Path, text: str, part: str) -> None:
    path = tmp_path / "config.toml"
    path.write_text('include = ["list.csv"]\n', encoding="utf-8")
    (tmp_path / "list.csv").write_text(text, encoding="utf-8")
    assert part in "\n".join(told(path))


def test_empty_rows_of_a_spreadsheet_are_passed_over_and_words_are_no_selectors(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('include = ["list.csv"]\n', encoding="utf-8")
    row = 'a,A,jail,US,a-1,https://a.test/,,main,"Visits: 9-5 (daily)\nPhone > 555",no\n'
    (tmp_path / "list.csv").write_text(f"{HEADER}{row},,,,,,,,,\n\n", encoding="utf-8")
    [monitor] = load_config(path, {}).monitors
    assert monitor.expect == ("Visits: 9-5 (daily)", "Phone > 555")
    assert (monitor.select, monitor.active) == (("main",), False)
