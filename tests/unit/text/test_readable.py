"""The reader's view by trafilatura: with fewer words in memory it is the same text."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from monitors.extract import extract

DEMO = Path(__file__).parents[3] / "app" / "demo_pages"
# In a process of its own: what trafilatura remembers of stop words is for all that it reads there.
AS_EVER = """
import json, sys
from trafilatura import external, extract
from trafilatura.settings import Extractor
options = Extractor(recall=True, tables=True, comments=False, dedup=False)
pages = json.load(sys.stdin)
asked, rescue = [], external.justext_rescue
external.justext_rescue = lambda *given: asked.append(1) or rescue(*given)
print(json.dumps([[extract(page, options=options) or "" for page in pages], len(asked)]))
"""


def test_two_languages_stop_words_give_the_text_that_a_hundred_give() -> None:
    pages = [page.read_text() for page in sorted(DEMO.rglob("*.html"))]
    run = subprocess.run(
        [sys.executable, "-c", AS_EVER], input=json.dumps(pages), capture_output=True, check=True, text=True
    )
    texts, asked = json.loads(run.stdout)
    assert asked > len(pages) / 2  # else this shows nothing
    views = [extract(page.encode(), "text/html", "https://jail.example/").text for page in pages]
    for text, view in zip(texts, views, strict=True):
        assert view[: len(text)] == text


def test_stop_words_of_other_languages_are_not_kept() -> None:
    from trafilatura import external

    extract(b"<html><body><p>Visits are on Sunday.</p></body></html>", "text/html", "https://jail.example/")
    words = external.JT_STOPLIST
    assert words is not None
    assert 500 < len(words) < 5_000
    assert {"the", "los"} <= set(words)
