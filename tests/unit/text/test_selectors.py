"""What an operator chooses a page's parts with is CSS, read by a parser of its own; phrases are sought as written."""

from __future__ import annotations

import pytest

from monitors.extract import extract
from monitors.quality import judge_capture
from monitors.records import Fetched, Quality
from tests.unit.text.test_quality import AT

RULE = "Visits are held on Saturdays from 9 a.m. to 3 p.m. and on holidays."
PARTS = "".join(f"<div class=a><p>{RULE} Door {n}.</p></div>" for n in range(300))
PAGE = f"<html><body><main>{PARTS}</main></body></html>"


@pytest.mark.parametrize(
    "selector",
    [
        ":not(" * 100 + "p" + ")" * 100,
        ":has(" * 20 + "p" + ")" * 20,
        "div:has(div:has(p)) ~ div:has(p) ~ div:has(p)",
        "*" + " *" * 240,
        "div ~ div ~ div ~ div ~ div ~ p",
        ":nth-child(n+1)" * 30,
        "a" * 500,
        '[class^="a"]' * 40,
        "document('file:///etc/passwd')",
        "//p[unparsed-text('/etc/passwd')]",
        "xpath://p",
        "(((",
        "p:contains(",
        "\0",
    ],
)
def test_a_hostile_selector_is_refused_or_read_in_bounds(selector: str) -> None:
    """It chooses something or nothing, or is named as what can't be read; no selector reads a file."""
    for given in ({"select": (selector,)}, {"ignore": (selector,)}):
        found = extract(PAGE.encode(), "text/html", "https://a.test/", readable=False, **given)
        assert found.verdict.ok or found.verdict.quality in (Quality.SELECTOR_EMPTY, Quality.NO_TEXT)
        assert "root:" not in "".join(segment.text for segment in found.segments)


@pytest.mark.parametrize("phrase", ["(a+)+$", "(.*)*x", r"(\w+\s?)+\1", "visits.*holidays", "visits|rules", "[a-z]+"])
def test_a_phrase_is_no_pattern(phrase: str) -> None:
    body = (PAGE + "<p>" + "a" * 50_000 + "!</p>").encode()
    document = extract(body, "text/html", "https://a.test/", readable=False)
    fetched = Fetched("https://a.test/", 200, (("content-type", "text/html"),), body, at=AT)
    verdict = judge_capture(fetched, document, previous=None, expect=(phrase,))
    assert verdict.quality is not Quality.OK, "the words stand nowhere on the page"
    with_it = extract(body + f"<p>{phrase}</p>".encode(), "text/html", "https://a.test/", readable=False)
    assert judge_capture(fetched, with_it, previous=None, expect=(phrase,)).ok
