"""config.toml: what is right is read, what is wrong is told at once with file and key."""

from __future__ import annotations

import tomllib
from datetime import timedelta
from importlib.resources import files
from pathlib import Path

import pytest

from app.config import ConfigError, load_config
from monitors.records import SourceKind

ROOT = Path(__file__).parents[3]
SOUND = """
[[source]]
id = "alder"
name = "Alder County Jail"
kind = "jail"
jurisdiction = "US-OH"

[[monitor]]
id = "alder-visits"
source = "alder"
url = "https://alder.example.org/visiting"
interval = "12 h"
"""


def write(folder: Path, text: str, name: str = "config.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def errors(path: Path) -> str:
    with pytest.raises(ConfigError) as caught:
        load_config(path, {})
    return "\n".join(caught.value.errors)


def test_a_sound_file_is_read_with_paths_from_its_own_folder(tmp_path: Path) -> None:
    config = load_config(write(tmp_path, SOUND), {})
    assert config.store_url == f"sqlite:///{tmp_path}/var/visitwatch.db"
    assert config.bodies == tmp_path / "var/bodies"
    assert config.monitors[0].interval == timedelta(hours=12)


def test_the_soonest_of_a_monitor_is_its_own_else_the_schedules(tmp_path: Path) -> None:
    rows = "source,name,kind,jurisdiction,monitor,url,soonest\na,A,jail,US,a-1,https://a.test/1,\n"
    rows += "a,A,jail,US,a-2,https://a.test/2,12 h\n"
    write(tmp_path, rows, "list.csv")
    own = SOUND.replace('interval = "12 h"', 'interval = "12 h"\nsoonest = "30 min"')
    more = own.replace("[[source]]", '[schedule]\nsoonest = "4 h"\n[[source]]', 1)
    config = load_config(write(tmp_path, f'include = ["list.csv"]\n{more}'), {})
    found = {monitor.id: monitor.soonest for monitor in config.monitors}
    hours = {"alder-visits": 0.5, "a-1": 4, "a-2": 12}
    assert found == {name: timedelta(hours=number) for name, number in hours.items()}
    assert load_config(write(tmp_path, SOUND), {}).monitors[0].soonest == timedelta(hours=2)


def test_the_shipped_configuration_lists_real_pages_of_every_kind() -> None:
    config = load_config(ROOT / "config.toml", {})
    kinds = {source.id: source.kind for source in config.sources}
    assert len(config.monitors) >= 60
    assert {kinds[monitor.source_id] for monitor in config.monitors} == set(SourceKind)


def test_the_template_of_init_is_the_shipped_file_without_its_list() -> None:
    template = tomllib.loads((files("app") / "config_template.toml").read_text(encoding="utf-8"))
    shipped = tomllib.loads((ROOT / "config.toml").read_text(encoding="utf-8"))
    assert {**template, "include": ["sources.csv"]} == shipped


def test_all_errors_are_told_at_once_with_file_and_key(tmp_path: Path) -> None:
    (tmp_path / "more.csv").write_text(
        "source,name,kind,jurisdiction,monitor,url\n"
        "birch,Birch Jail,castle,US-TX,birch-1,https://birch.example.org/\n"
        "birch,Birch Jail,jail,US-TX\n",
        encoding="utf-8",
    )
    told = errors(
        write(
            tmp_path,
            'include = ["more.csv"]\nspeed = 3\n[crawl]\ndelay = "5"\nobey_robots = "maybe"\n'
            '[mail]\nsmtp_password = "x"\n',
        )
    )
    for part in (
        "speed: unknown key",
        "crawl.delay: '5' is not a time: it has no unit",
        "crawl.obey_robots",
        "mail.smtp_password: unknown key; passwords come from the environment or a file",
        "more.csv line 2: kind",
        "more.csv line 3: has fewer cells",
    ):
        assert part in told
    assert told.count("config.toml: ") >= 4


def test_a_fault_in_one_section_hides_none_in_another(tmp_path: Path) -> None:
    wrong = SOUND.replace('kind = "jail"', 'kind = "jail"\ncounty = "Alder"').replace(
        'id = "alder-visits"', 'id = "A b"'
    )
    told = errors(write(tmp_path, wrong + '[store]\nurl = "mysql://x"\n[mail]\nstorm = 0\n'))
    for part in ("mail.storm", 'store.url: "mysql" is unknown', '"A b" is not a slug'):
        assert part in told
    # Of a source that is not understood no monitor is said to miss it.
    assert "is not listed" not in errors(write(tmp_path, SOUND.replace('kind = "jail"', 'kind = "zoo"')))


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ('[crawl]\ncontct = "x"\n', 'crawl.contct: unknown key; is "contact" meant?'),
        ('[crawl]\nmax_htlm = "1 MiB"\n', 'is "max_html" meant?'),
        ('[shedule]\ntick = "1 s"\n', 'shedule: unknown key; is "schedule" meant?'),
        ('[[monitor]]\nid = "a"\nsource = "a"\nurl = "https://a.example/"\nselct = []\n', 'is "select" meant?'),
        ('[[monitor]]\nid = "a"\nsource = "a"\nurl = "https://a.example/"\nselect = "main"\n', 'such as ["main"]'),
        ('[mail]\nsender = "not an address"\n', "mail.sender: 'not an address' is no mail address"),
        ('[mail]\nsender = ""\n', "mail.sender: is empty"),
        ('[mail]\nreply_to = "Desk <desk>"\n', "mail.reply_to: 'Desk <desk>' is no mail address"),
        ('[schedule]\ntick = "0 s"\n', "schedule.tick: has to lie between 1 s and 1 h"),
        ('[schedule]\nlease = "0 s"\n', "schedule.lease: has to lie between 1 min and 7 d"),
        ('[crawl]\ndelay = "99999999999999999999 d"\n', "is too long a time; write at most 3650 d"),
        ('[crawl]\nmax_html = "0 MiB"\n', "crawl.max_html: has to lie between 1 KiB and 1 GiB"),
        ('include = ["none.csv"]\n', "none.csv: can't be read: No such file or directory"),
    ],
)
def test_a_fault_says_what_to_write_instead(tmp_path: Path, text: str, part: str) -> None:
    assert part in errors(write(tmp_path, text))
    assert "Errno" not in errors(write(tmp_path, text)) and "tuple" not in errors(write(tmp_path, text))


@pytest.mark.parametrize(
    ("change", "part"),
    [
        (
            ('url = "https://alder.example.org/visiting"', 'url = "http://127.0.0.1/"'),
            "not an address on the open internet",
        ),
        (('url = "https://alder.example.org/visiting"', 'url = "file:///etc/passwd"'), "only http and https"),
        (('url = "https://alder.example.org/visiting"', 'url = "https://user:pw@alder.example.org/"'), "credentials"),
        (('interval = "12 h"', 'interval = "1 s"'), "between 5 min and 31 d"),
        (('interval = "12 h"', 'soonest = "60 d"'), "soonest must lie between 5 min and 31 d"),
        (('interval = "12 h"', "interval = 12"), "write a number with its unit"),
        (('source = "alder"', 'source = "elder"'), 'source "elder" is not listed'),
        (('jurisdiction = "US-OH"', 'jurisdiction = "Ohio"'), "ISO 3166-2"),
        (('id = "alder-visits"', 'id = "Alder Visits"'), "not a slug"),
        (('source = "alder"', 'source = "alder"\nspider = "tarantula"'), 'spider "tarantula" is unknown'),
        (('kind = "jail"', 'kind = "zoo"'), "kind"),
    ],
)
def test_what_is_wrong_with_a_monitor_is_named(tmp_path: Path, change: tuple[str, str], part: str) -> None:
    assert part in errors(write(tmp_path, SOUND.replace(*change)))


def test_a_doubled_id_names_both_places(tmp_path: Path) -> None:
    told = errors(write(tmp_path, SOUND + SOUND[SOUND.index("[[monitor]]") :]))
    assert "monitor[2]" in told and "first at" in told and "monitor[1]" in told


@pytest.mark.parametrize("text", ["[crawl", "a = 1 = 2", "\x00"])
def test_broken_toml_names_file_and_place(tmp_path: Path, text: str) -> None:
    told = errors(write(tmp_path, text))
    assert "config.toml" in told and "not valid TOML" in told


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    path = write(tmp_path, "\ufeff" + SOUND)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    assert len(load_config(path).monitors) == 1


def test_a_missing_file_says_what_to_do(tmp_path: Path) -> None:
    assert "visitwatch init" in errors(tmp_path / "none.toml")
    assert "is a folder" in errors(tmp_path)


def test_the_password_comes_from_the_environment_or_a_private_file(tmp_path: Path) -> None:
    secret = write(tmp_path, "from-file\n", "secret")
    path = write(tmp_path, SOUND + '[mail]\nsmtp_password_file = "secret"\n')
    secret.chmod(0o644)
    assert "chmod 600" in errors(path)
    secret.chmod(0o600)
    assert load_config(path, {}).mail.smtp_password == "from-file"
    assert load_config(path, {"VISITWATCH_SMTP_PASSWORD": "from-env"}).mail.smtp_password == "from-env"


def test_a_database_url_with_a_password_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, SOUND + '[store]\nurl = "postgresql://us:pw@db/visitwatch"\n')
    assert "PGPASSFILE" in errors(path)
    url = "postgresql://us:pw@db/visitwatch"
    assert load_config(write(tmp_path, SOUND), {"VISITWATCH_STORE_URL": url}).store_url == url


def test_a_network_that_is_none_is_named(tmp_path: Path) -> None:
    assert "allow_networks" in errors(write(tmp_path, SOUND + '[crawl]\nallow_networks = ["10.0.0.0/99"]\n'))


ASKED = '[second_reader]\nurl = "https://models.example.org/v1"\nmodel = "m-7b"\napi_key_env = "READER_KEY"\n'


def test_a_second_reader_is_off_until_it_has_an_address(tmp_path: Path) -> None:
    assert load_config(write(tmp_path, SOUND), {}).second_reader is None
    reader = load_config(write(tmp_path, SOUND + ASKED), {"READER_KEY": "k-1"}).second_reader
    assert reader is not None
    assert (reader.url, reader.model) == ("https://models.example.org/v1/chat/completions", "m-7b")
    assert (reader.timeout, reader.ask_below, reader.api_key) == (timedelta(seconds=20), 0.6, "k-1")
    assert "k-1" not in repr(reader)


@pytest.mark.parametrize(
    ("change", "part"),
    [
        (("", "temperature = 0\n"), "second_reader.temperature: unknown key"),
        (("", 'api_key = "SECRET"\n'), "second_reader.api_key: unknown key"),
        (("https://models", "ftp://models"), "second_reader.url: 'ftp://models.example.org/v1' is not an http://"),
        (("https://models", "https://us:SECRET@models"), "second_reader.url: holds a user name or password"),
        (('"https://models.example.org/v1"', '""'), "second_reader.url: is missing"),
        (('model = "m-7b"\n', ""), "second_reader.model: is missing"),
        (("READER_KEY", "SECRET-1"), "second_reader.api_key_env: is no name of an environment variable"),
        (("READER_KEY", "SECRET"), "second_reader.api_key_env: the environment variable that it names is not set"),
        (("READER_KEY", "BAD_KEY"), "second_reader.api_key_env: the key holds blanks"),
        (("", "timeout_seconds = 0\n"), "second_reader.timeout_seconds"),
        (("", "ask_below = 60\n"), "second_reader.ask_below"),
    ],
)
def test_what_is_wrong_with_a_second_reader_is_named_without_the_key(
    tmp_path: Path, change: tuple[str, str], part: str
) -> None:
    old, new = change
    path = write(tmp_path, SOUND + (ASKED.replace(old, new) if old else ASKED + new))
    with pytest.raises(ConfigError) as caught:
        load_config(path, {"READER_KEY": "k-1", "BAD_KEY": "SECRET two"})
    told = "\n".join(caught.value.errors)
    assert f"{path}: {part}" in told
    assert "SECRET" not in told
