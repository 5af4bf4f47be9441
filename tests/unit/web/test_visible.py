"""Unseen characters are shown, and only harmless addresses become links."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from web.visible import external, plain_host, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Visits on Mondays, £5 – “free”\n\tfor children", "Visits on Mondays, £5 – “free”\n\tfor children"),
        ("a\x00b", "a⟨U+0000⟩b"),
        ("\x1b[31m", "⟨U+001B⟩[31m"),
        ("a\r\nBcc: b", "a⟨U+000D⟩\nBcc: b"),
        ("photo_\u202egnp.exe", "photo_⟨U+202E⟩gnp.exe"),
        ("no\u200b gap\ufeff", "no⟨U+200B⟩ gap⟨U+FEFF⟩"),
        ("soft\u00adhyphen", "soft⟨U+00AD⟩hyphen"),
        ("li\u2028ne", "li⟨U+2028⟩ne"),
        ("\U000e0041 tag", "⟨U+E0041⟩ tag"),
        ("in\u200dside", "in⟨U+200D⟩side"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d👧", "👩\u200d👧"),
    ],
)
def test_visible(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text())
def test_visible_text_stays_as_it_is(text: str) -> None:
    once = visible(text)
    assert visible(once) == once
    assert not set(once) & set("\x00\x1b\x7f\u200b\u202e\u2066\ufeff")


@pytest.mark.parametrize("url", ["http://a.test", "https://a.test/x?y=1#z", "HTTPS://A.test/", "https://jäil.test/é"])
def test_web_addresses_become_links(url: str) -> None:
    assert external(url) == url


@pytest.mark.parametrize(
    "url",
    [
        "", "javascript:alert(1)", "JaVa\nScRiPt:alert(1)", "\x01javascript:alert(1)", " https://a.test",
        "data:text/html,x", "file:///etc/passwd", "ftp://a.test", "//a.test/x", "/x", "https:///x", "https:a.test",
        "https://u@a.test/",
        "https://a.test@b.test/", "https://a.test\\@b.test/", "https://a.test/\u202e", "https://[::1",
        "https://a.test/\r\nx",
        "https://a.test/" + "x" * 2048,
    ],
)  # fmt: skip
def test_other_addresses_stay_text(url: str) -> None:
    assert external(url) is None


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://jail.test/", ""),
        ("https://jäil.test/", "xn--jil-qla.test"),
        ("https://ѕhelby.test/", "xn--helby-g2e.test"),
        ("https://[", ""),
        ("https://" + "ä" * 80 + ".test/", ""),
    ],
)
def test_hosts_of_other_scripts_are_also_given_in_ascii(url: str, host: str) -> None:
    assert plain_host(url) == host
